// A stretch of text as the grammar of document symbols wants to read it: ASCII letters and digits,
// no blanks round slashes.
//
//   "А / RES /\n71／12"   ->   A/RES/71/12        (the first letter is Cyrillic, one slash full
//   width) "A%2FRES%2F71%2F12"   ->   A/RES/71/12
//
// Look-alike letters of Cyrillic and Greek become Latin, every kind of digit 0-9, dashes '-',
// blanks one ' '; invisible characters go. Each character remembers the bytes it comes from. The
// stretches are short (the finder asks for some hundred bytes at most), so reading one costs about
// a microsecond.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// Stands for a letter that looks like no Latin one: no symbol may begin or end beside it.
inline constexpr char kOtherLetter = '\x01';
// Stands for everything else, Han and Arabic letters too, which touch symbols freely.
inline constexpr char kOtherSign = '\x02';
// Stands for nothing: invisible characters.
inline constexpr char kInvisible = '\x00';

// What `c` is in a symbol: an ASCII character, or one of the three above.
char symbol_char(char32_t c);

class SymbolText {
 public:
  // Reads text[begin, end). The memory of earlier stretches is used again.
  void read(std::string_view text, std::size_t begin, std::size_t end);

  std::string_view chars() const { return {chars_.data(), size_}; }
  // The byte where character `i` begins, and the one behind it.
  std::uint32_t begin_of(std::size_t i) const { return spans_[i].begin; }
  std::uint32_t end_of(std::size_t i) const { return spans_[i].end; }
  // The first character that begins at or behind `byte`.
  std::size_t index_of(std::size_t byte) const;

 private:
  void add(char c, std::size_t begin, std::size_t end);

  // Kept at the size of the longest stretch; the first `size_` are in use.
  std::string chars_;
  std::vector<Span> spans_;
  std::size_t size_ = 0;
};

// The byte where the run of symbol characters that ends before `end` begins: blanks count only
// beside a slash. Looks back over 96 bytes at most.
std::size_t symbol_run_begin(std::string_view text, std::size_t end);

}  // namespace dragoman
