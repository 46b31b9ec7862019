// A short stretch of text in plain letters, for comparing with tables of words: small letters, no
// accents, one blank for many, dashes as '-', quotes as ' and ", Arabic without vowel signs and
// seats of hamza, Han simplified. Every byte remembers the byte of the text it comes from.
//
//   "Résolution  du\nConseil"  ->  "resolution du conseil"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// The plain form of a character; 0 for those that are dropped.
char32_t plain_char(char32_t c);

class PlainText {
 public:
  // Reads text[begin, end), both moved to the next UTF-8 boundary.
  void read(std::string_view text, std::size_t begin, std::size_t end);

  const std::string& chars() const { return chars_; }
  // The byte of the text that byte `i` comes from; the stretch's end for i == chars().size().
  std::size_t origin(std::size_t i) const { return origins_[i]; }

 private:
  std::string chars_;
  std::vector<std::uint32_t> origins_;
};

}  // namespace dragoman
