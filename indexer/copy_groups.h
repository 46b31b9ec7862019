// Groups near copies: each document belongs with the first one that said the same.
//
//   CopyGroups groups;
//   groups.place(story, hash);     // {group: "…", copy_of: ""}: the first
//   groups.place(reprint, hash);   // the same group, copy_of: its id
//
// A document joins the group of the remembered text that is most like it, if they are alike enough
// and have the same symbol (next year's resolution is no copy of this year's); texts of different
// days must agree nearly word for word (so that next week's notice is none of this week's). What is
// decided depends on the order of the documents and on nothing else. Remembers the last kMostTexts
// different texts, about 250 bytes each; constant time a document. Thread rule: one thread calls.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "dragoman/document.h"
#include "feature_table.h"
#include "fingerprint.h"

namespace dragoman {

// What the index keeps of a document for this purpose; all empty when it is too short to have copies.
struct CopyMarks {
  std::string group;        // 8 bytes
  std::string fingerprint;  // encoded
  std::string copy_of;      // the id of the first of the group, unless it is this one
};

class CopyGroups {
 public:
  static constexpr std::size_t kMostTexts = 1u << 20u;

  explicit CopyGroups(std::size_t most_texts = kMostTexts) : most_(most_texts) {}

  // `hash` is the document's content hash.
  CopyMarks place(const Document& document, const std::string& hash);
  // Remembers a document that was placed in an earlier run; of it only id, symbol and date count.
  // Call in the order of placing.
  void remember(const Document& document, const CopyMarks& marks);

 private:
  struct Text {
    std::string id;
    std::uint64_t group = 0;
    std::uint64_t symbol = 0;  // hashed
    std::int32_t day = 0;      // since 1970; kNoDay when not known
    std::uint8_t words = 0;
    std::uint8_t sketch_bytes = 0;
    std::array<char, kSketchBytes> sketch{};

    std::string_view sketched() const { return {sketch.data(), sketch_bytes}; }
  };

  static Text text_of(const Document& document, const Fingerprint& fingerprint);
  static double alike_enough(const Text& a, const Text& b);
  const Text* most_alike(const Text& text, const Fingerprint& fingerprint) const;
  bool knows(const Fingerprint& fingerprint, std::uint64_t group) const;
  void add(Text text, const Fingerprint& fingerprint);

  std::size_t most_;
  std::vector<Text> texts_;
  FeatureTable by_feature_;
};

}  // namespace dragoman
