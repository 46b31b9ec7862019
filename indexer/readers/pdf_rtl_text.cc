#include "readers/pdf_rtl_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace {

struct Glyph {
  std::uint32_t c = 0;
  double left = 0, right = 0, top = 0, bottom = 0;

  double width() const { return right - left; }
  double middle() const { return (left + right) / 2; }
  double center() const { return (top + bottom) / 2; }
  double height() const { return bottom - top; }
};
using Glyphs = std::vector<Glyph>;

bool is_mark(std::uint32_t c) {
  return (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x6D6 && c <= 0x6ED) ||
         (c >= 0x591 && c <= 0x5C7);
}
bool is_rtl_letter(std::uint32_t c) {
  return (c >= 0x5D0 && c <= 0x5F4) || (c >= 0x620 && c <= 0x6FF && !(c >= 0x660 && c <= 0x66D)) ||
         (c >= 0x750 && c <= 0x77F) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}
bool is_digit(std::uint32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
}
bool is_ltr_letter(std::uint32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && c <= 0x52F && c != 0xD7 && c != 0xF7);
}
bool is_alef(std::uint32_t c) { return c == 0x627 || c == 0x622 || c == 0x623 || c == 0x625; }
constexpr std::uint32_t kLam = 0x644;

// The forms of alef are one letter here.
std::uint32_t letter_of(std::uint32_t c) { return is_alef(c) ? 0x627 : c; }

void append(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// poppler::ustring is UTF-16.
Glyphs glyphs_of(const std::vector<poppler::text_box>& boxes) {
  Glyphs glyphs;
  for (const poppler::text_box& box : boxes) {
    const poppler::ustring text = box.text();
    const poppler::rectf whole = box.bbox();
    for (std::size_t i = 0; i < text.size(); ++i) {
      std::uint32_t c = text[i];
      if (c < 0x20 || (c >= 0x202A && c <= 0x202E) || c == 0x200E || c == 0x200F) continue;
      if (c >= 0xDC00 && c <= 0xDFFF) continue;
      if (c >= 0xD800 && c <= 0xDBFF && i + 1 < text.size()) {
        c = 0x10000 + ((c - 0xD800) << 10) + (text[i + 1] - 0xDC00u);
      }
      const poppler::rectf at = box.char_bbox(i);
      glyphs.push_back({c, std::min(at.left(), at.right()), std::max(at.left(), at.right()),
                        whole.top(), whole.bottom()});
    }
  }
  return glyphs;
}

// م ج ح خ
bool is_ligated_with_lam(std::uint32_t c) { return c == 0x645 || (c >= 0x62C && c <= 0x62E); }

bool touch(const Glyph& left, const Glyph& right) {
  return std::abs(left.right - right.left) <= 0.01 * left.height();
}

double difference_of_widths(const Glyph& a, const Glyph& b) {
  const double wide = std::max(a.width(), b.width());
  return wide <= 0 ? 1 : std::abs(a.width() - b.width()) / wide;
}

constexpr double kEqual = 0.002;

// Neighbours in the word "Allah", which all fonts have as one ligature.
bool is_allah(std::uint32_t left, std::uint32_t right) {
  constexpr std::uint32_t kHeh = 0x647;
  return (left == 0x627 && right == kLam) || (left == kLam && (right == kLam || right == kHeh));
}

// Whether `left` and `right`, beside each other, are parts of one ligature. Poppler shares a
// ligature's width out among its letters in equal parts, the first of them leftmost; that is
// hardly ever how wide they are by themselves.
bool is_ligature(const Glyph& left, const Glyph& right, const LetterWidths& widths) {
  if (!is_rtl_letter(left.c) || !is_rtl_letter(right.c) || !touch(left, right)) return false;
  if (left.height() <= 0 || left.width() <= 0) return false;
  const double difference = difference_of_widths(left, right);
  const auto usual = [&widths](const Glyph& g, double tolerance) {
    return widths.is_usual(letter_of(g.c), g.width() / g.height(), tolerance);
  };
  const bool may_be =
      widths.many_ligatures() || (left.c == kLam && is_alef(right.c)) || is_allah(left.c, right.c);
  if (difference < kEqual) return may_be && !(usual(left, 0.015) && usual(right, 0.015));
  // Kerning may have shifted its first half; lam before alef is always a ligature.
  return left.c == kLam && is_alef(right.c) && difference < 0.08 && !usual(right, 0.06);
}

// Orders the characters of one line for reading, from those in the order of their left edges.
class Line {
 public:
  Line(Glyphs glyphs, const LetterWidths& widths) : glyphs_(std::move(glyphs)) {
    std::stable_sort(glyphs_.begin(), glyphs_.end(),
                     [](const Glyph& a, const Glyph& b) { return a.left < b.left; });
    take_marks();
    turn_ligatures(widths);
  }

  std::string text() {
    // From right to left; what is written from left to right is gathered and turned again.
    for (auto glyph = glyphs_.rbegin(); glyph != glyphs_.rend(); ++glyph) {
      const bool spaced = glyph != glyphs_.rbegin() && has_gap(*glyph, *(glyph - 1));
      if (is_digit(glyph->c) || is_ltr_letter(glyph->c)) {
        if (!run_.empty()) run_.append(neutral_.rbegin(), neutral_.rend());
        if (run_.empty()) flush_neutral();
        if (spaced && !run_.empty()) run_ += U' ';
        if (spaced && run_.empty() && !out_.empty()) out_ += U' ';
        neutral_.clear();
        run_ += static_cast<char32_t>(glyph->c);
        continue;
      }
      if (is_rtl_letter(glyph->c)) {
        flush_run();
        flush_neutral();
        if (spaced) out_ += U' ';
        put(*glyph);
        continue;
      }
      if (spaced) neutral_ += U' ';
      neutral_ += static_cast<char32_t>(glyph->c);
    }
    flush_run();
    flush_neutral();
    std::string text;
    for (const char32_t c : out_) append(text, c);
    return text;
  }

 private:
  // Vowel signs stand over a letter: they are kept with the nearest.
  void take_marks() {
    Glyphs letters;
    std::vector<Glyph> marks;
    for (const Glyph& g : glyphs_) (is_mark(g.c) ? marks : letters).push_back(g);
    marks_.resize(letters.size());
    for (const Glyph& mark : marks) {
      std::size_t nearest = letters.size();
      double best = 1e9;
      const auto from =
          std::lower_bound(letters.begin(), letters.end(), mark.left - 2 * mark.height(),
                           [](const Glyph& g, double x) { return g.left < x; });
      for (auto g = from; g != letters.end() && g->left < mark.left + 2 * mark.height(); ++g) {
        const double distance = mark.left >= g->left && mark.left <= g->right
                                    ? 0
                                    : std::abs(g->middle() - mark.middle());
        if (distance < best && is_rtl_letter(g->c)) {
          best = distance;
          nearest = static_cast<std::size_t>(g - letters.begin());
        }
      }
      if (nearest < letters.size()) marks_[nearest] += static_cast<char32_t>(mark.c);
    }
    glyphs_ = std::move(letters);
  }

  void turn_ligatures(const LetterWidths& widths) {
    for (std::size_t i = 0; i + 1 < glyphs_.size(); ++i) {
      std::size_t end = i;
      while (end + 1 < glyphs_.size() && is_ligature(glyphs_[end], glyphs_[end + 1], widths)) ++end;
      if (end == i) continue;
      // The places stay, so that gaps can be measured.
      for (std::size_t a = i, b = end; a < b; ++a, --b) {
        std::swap(glyphs_[a].c, glyphs_[b].c);
        std::swap(marks_[a], marks_[b]);
      }
      i = end;
    }
  }

  static bool has_gap(const Glyph& left, const Glyph& right) {
    constexpr double kSpace = 0.08;  // of the line's height; a space is about 0.2
    return right.left - left.right > kSpace * std::max(left.height(), right.height());
  }

  void put(const Glyph& glyph) {
    out_ += static_cast<char32_t>(glyph.c);
    out_ += marks_[static_cast<std::size_t>(&glyph - glyphs_.data())];
  }

  void flush_run() {
    out_.append(run_.rbegin(), run_.rend());
    run_.clear();
  }

  void flush_neutral() {
    out_ += neutral_;
    neutral_.clear();
  }

  Glyphs glyphs_;
  std::vector<std::u32string> marks_;  // of each glyph
  std::u32string out_;
  std::u32string run_;      // numbers and Latin letters, in the order they were met
  std::u32string neutral_;  // signs and spaces that belong to what comes
};

// Parts a region at the widest white strip that runs through it, columns before rows; then each
// part again, the right one or the upper one first. (XY-cut.)
class Region {
 public:
  Region(Glyphs glyphs, const LetterWidths& widths, std::string& out) : widths_(widths), out_(out) {
    cut(std::move(glyphs), 0);
  }

 private:
  void cut(Glyphs glyphs, int depth) {
    constexpr int kDeepest = 12;
    if (glyphs.empty()) return;
    if (depth < kDeepest) {
      if (const double x = gutter(glyphs); x > 0) {
        return halves(std::move(glyphs), depth, [x](const Glyph& g) { return g.middle() > x; });
      }
      if (const double y = gap_between_rows(glyphs); y > 0) {
        return halves(std::move(glyphs), depth, [y](const Glyph& g) { return g.center() < y; });
      }
    }
    write_lines(std::move(glyphs));
  }

  template <typename IsFirst>
  void halves(Glyphs glyphs, int depth, IsFirst is_first) {
    const auto middle = std::stable_partition(glyphs.begin(), glyphs.end(), is_first);
    Glyphs second(middle, glyphs.end());
    glyphs.erase(middle, glyphs.end());
    cut(std::move(glyphs), depth + 1);
    out_ += '\n';
    cut(std::move(second), depth + 1);
  }

  // Where a strip as wide as two characters parts columns of several lines each; 0 for none.
  static double gutter(Glyphs& glyphs) {
    std::sort(glyphs.begin(), glyphs.end(),
              [](const Glyph& a, const Glyph& b) { return a.left < b.left; });
    double reach = glyphs.front().right;
    double best = 0;
    double at = 0;
    for (std::size_t i = 1; i < glyphs.size(); ++i) {
      const double strip = glyphs[i].left - reach;
      const bool wide = strip > glyphs[i].height() * 0.6;
      if (wide && strip > best && is_column(glyphs, 0, i) && is_column(glyphs, i, glyphs.size())) {
        best = strip;
        at = reach + strip / 2;
      }
      reach = std::max(reach, glyphs[i].right);
    }
    return at;
  }

  static bool is_column(const Glyphs& glyphs, std::size_t from, std::size_t to) {
    constexpr std::size_t kFew = 60;  // characters
    if (to - from < kFew) return false;
    double top = glyphs[from].top;
    double bottom = glyphs[from].bottom;
    for (std::size_t i = from; i < to; ++i) {
      top = std::min(top, glyphs[i].top);
      bottom = std::max(bottom, glyphs[i].bottom);
    }
    return bottom - top > 4 * glyphs[from].height();
  }

  // Where the widest white strip across lies that is higher than half a line; 0 for none.
  static double gap_between_rows(Glyphs& glyphs) {
    std::sort(glyphs.begin(), glyphs.end(),
              [](const Glyph& a, const Glyph& b) { return a.top < b.top; });
    double reach = glyphs.front().bottom;
    double best = 0;
    double at = 0;
    for (const Glyph& g : glyphs) {
      const double strip = g.top - reach;
      if (strip > 0.5 * g.height() && strip > best) {
        best = strip;
        at = reach + strip / 2;
      }
      reach = std::max(reach, g.bottom);
    }
    return at;
  }

  void write_lines(Glyphs glyphs) {
    std::sort(glyphs.begin(), glyphs.end(),
              [](const Glyph& a, const Glyph& b) { return a.center() < b.center(); });
    Glyphs line;
    for (const Glyph& g : glyphs) {
      if (!line.empty() && g.center() - line.back().center() > 0.3 * g.height()) {
        out_ += Line(std::move(line), widths_).text() + "\n";
        line.clear();
      }
      line.push_back(g);
    }
    out_ += Line(std::move(line), widths_).text() + "\n";
  }

  const LetterWidths& widths_;
  std::string& out_;
};

}  // namespace

bool is_right_to_left(const std::vector<poppler::text_box>& boxes) {
  std::size_t rtl = 0;
  std::size_t ltr = 0;
  for (const poppler::text_box& box : boxes) {
    for (const auto c : box.text()) {
      rtl += is_rtl_letter(c) ? 1 : 0;
      ltr += is_ltr_letter(c) ? 1 : 0;
    }
  }
  return rtl > ltr;
}

void LetterWidths::add(const std::vector<poppler::text_box>& page) {
  for (const poppler::text_box& box : page) {
    const poppler::ustring word = box.text();  // its first letter is the last here
    const std::size_t n = word.size();
    if (n < 3 || word[n - 1] != 0x627) continue;
    turned_ += word[n - 3] == kLam && is_ligated_with_lam(word[n - 2]) ? 1 : 0;
    plain_ += word[n - 2] == kLam && is_ligated_with_lam(word[n - 3]) ? 1 : 0;
  }
  const Glyphs glyphs = glyphs_of(page);
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const Glyph& g = glyphs[i];
    if (!is_rtl_letter(g.c) || g.height() <= 0) continue;
    // What may be half a ligature tells nothing.
    const bool before =
        i > 0 && touch(glyphs[i - 1], g) && difference_of_widths(glyphs[i - 1], g) < kEqual;
    const bool after = i + 1 < glyphs.size() && touch(g, glyphs[i + 1]) &&
                       difference_of_widths(g, glyphs[i + 1]) < kEqual;
    const bool lam_alef = (i > 0 && is_alef(g.c) && glyphs[i - 1].c == kLam) ||
                          (i + 1 < glyphs.size() && g.c == kLam && is_alef(glyphs[i + 1].c));
    if (!before && !after && !lam_alef) widths_[letter_of(g.c)].push_back(g.width() / g.height());
  }
}

void LetterWidths::sort() {
  for (auto& [letter, widths] : widths_) std::sort(widths.begin(), widths.end());
}

bool LetterWidths::is_usual(std::uint32_t letter, double width, double tolerance) const {
  const auto found = widths_.find(letter);
  if (found == widths_.end()) return false;
  const auto from =
      std::lower_bound(found->second.begin(), found->second.end(), width * (1 - tolerance));
  const auto to =
      std::upper_bound(found->second.begin(), found->second.end(), width * (1 + tolerance));
  const auto count = static_cast<std::size_t>(to - from);
  // Fonts without many ligatures give letters more widths.
  const std::size_t share = many_ligatures() ? 25 : 100;
  return count >= 2 && count * share >= found->second.size();
}

std::string right_to_left_text(const std::vector<poppler::text_box>& page,
                               const LetterWidths& widths) {
  std::string out;
  Region(glyphs_of(page), widths, out);
  return out;
}
