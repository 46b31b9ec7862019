// A Delivery brings what readers find to the user's sink: documents completed by what is known
// from outside, skips and warnings under the input's name. One for a whole run.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "dragoman/indexer/reader.h"
#include "readers/budget.h"
#include "readers/charset.h"
#include "readers/input.h"

namespace dragoman {

class Delivery {
 public:
  // Both must outlive it.
  Delivery(const ReadOptions& reading, DocumentSink& sink) : options(reading), sink_(sink) {}

  // Gives a document of `input`. `place` (a line, an item's number) becomes part of its id when it
  // has none; empty for an input that is one document. A document without text is skipped.
  void give(const Input& input, Document document, std::string_view place = {});

  void skip(const Input& input, std::string reason, std::uint64_t line = 0);
  void warn(const Input& input, std::string words, std::uint64_t line = 0,
            std::optional<std::uint64_t> offset = {});
  // Warns only the first time for this input.
  void warn_once(const Input& input, std::string_view kind, std::string words,
                 std::uint64_t line = 0, std::optional<std::uint64_t> offset = {});

  // Decodes the bytes of `input` and tells what is worth telling. The encoding, when it is not
  // UTF-8, is noted in `document`.
  std::string decode(const Input& input, std::string bytes, const DecodeHints& hints,
                     Document& document);

  // The sink wants no more: readers return as soon as they see it.
  bool stopped() const { return stopped_; }
  std::uint64_t documents() const { return documents_; }  // given so far
  // Documents given, and skips and warnings told so far: when a reader adds nothing to them, the user would
  // not know what became of its input.
  std::uint64_t told() const { return documents_ + notes_; }

  void begin_input();  // of the user: what was told once may be told again

  const ReadOptions& options;
  Budget budget;

 private:
  DocumentSink& sink_;
  bool stopped_ = false;
  std::uint64_t documents_ = 0;
  std::uint64_t notes_ = 0;
  std::set<std::string, std::less<>> told_;
};

}  // namespace dragoman
