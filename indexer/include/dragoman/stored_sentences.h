// The sentences of a stored document: where each begins and ends. Kept in blocks, of which only those that are
// asked for are read: a book has as many sentences as a hundred speeches, and a passage needs a few.
//
//   StoredSentences sentences(encode_sentences(list));
//   sentences[sentences.at(17)].begin   // of the sentence with the 17th token
//
// One thread at a time: blocks that were read are kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// Title and body are analyzed as one text: title, "\n\n", body (just the body when there is no
// title). Positions count through both; `begin` is a byte of the body, or of the title for
// a title's sentence.
struct StoredSentence {
  std::uint32_t position = 0;  // of its first token
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool in_title = false;
};

std::string encode_sentences(const std::vector<StoredSentence>& sentences);

class StoredSentences {
 public:
  StoredSentences() = default;
  // Of damaged data there may be fewer sentences, or others; never a crash.
  explicit StoredSentences(std::string data);

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  // Requires: number < size().
  StoredSentence operator[](std::size_t number) const;
  // The last sentence that begins at or before the position; 0 when none does.
  std::size_t at(std::uint32_t position) const;
  // Whether all can be read. Reads all.
  bool is_sound() const;

 private:
  struct Block {
    StoredSentence before;  // what its numbers are differences to
    std::size_t begin = 0;  // byte of data_
    std::size_t end = 0;
    bool sound = true;
    std::vector<StoredSentence> sentences;  // none: not read yet
  };
  bool find_blocks(std::string_view rest, std::size_t sentences);
  const Block& read(std::size_t number) const;

  std::string data_;
  std::size_t size_ = 0;
  bool whole_ = false;  // the blocks can be found
  mutable std::vector<Block> blocks_;
};

}  // namespace dragoman
