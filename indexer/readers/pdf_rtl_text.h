// The text of a PDF page in Arabic or Hebrew, from where its characters stand. Poppler's own text
// parts words at their vowel signs and turns the letters of ligatures around (its "السالم" is
// السلام), so that words would not be found.
//
// Lines go from top to bottom, columns from right to left, characters from right to left but
// numbers and Latin words. Quadratic in nothing: n log n in the characters of the page.
#pragma once

#include <poppler-page.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

// Whether most letters of a page are written from right to left.
bool is_right_to_left(const std::vector<poppler::text_box>& boxes);

// How wide each letter of a document is, which tells ligatures from letters of their own.
class LetterWidths {
 public:
  void add(const std::vector<poppler::text_box>& page);
  // Call when all pages have been added.
  void sort();
  // Whether `letter` often has this width (of the line's height), give or take `tolerance` of it.
  bool is_usual(std::uint32_t letter, double width, double tolerance) const;
  // Whether the fonts have ligatures of many letters, as those in the traditional style have.
  bool many_ligatures() const { return turned_ > plain_; }

 private:
  std::map<std::uint32_t, std::vector<double>> widths_;
  // Words that seem to begin with "امل" and the like: hardly any do, unless "الم" is a ligature
  // and its letters are turned around.
  std::size_t turned_ = 0;
  std::size_t plain_ = 0;  // words that begin with "الم"
};

// The page's text in UTF-8, lines ended by LF.
std::string right_to_left_text(const std::vector<poppler::text_box>& page,
                               const LetterWidths& widths);
