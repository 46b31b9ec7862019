#include "terminal_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace dragoman {
namespace {

struct Glyph {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  UChar32 c = 0;
  unsigned columns = 1;
  bool blank = false;
  bool marked = false;
};

constexpr unsigned kMostAccents = 8;  // on one letter

unsigned columns_of_character(UChar32 c) {
  if (c < 0x7F) return 1;  // what most texts are made of need not be looked up
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// C0, C1 and DEL, and the characters that turn the direction of what follows.
bool commands_terminal(UChar32 c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x061C || c == 0x200E || c == 0x200F || c == 0x2028 ||
         c == 0x2029 || c == 0xFEFF;
}

// Whether a line may end between two characters other than at a blank: beside ideographs and what is as wide, but
// never before a closing mark, a small kana or a combining character, nor behind an opening mark (UAX #14).
bool breaks_between(const Glyph& before, const Glyph& after) {
  if (before.columns != 2 && after.columns != 2) return false;
  switch (u_getIntPropertyValue(after.c, UCHAR_LINE_BREAK)) {
    case U_LB_CLOSE_PUNCTUATION:
    case U_LB_CLOSE_PARENTHESIS:
    case U_LB_EXCLAMATION:
    case U_LB_INFIX_NUMERIC:
    case U_LB_NONSTARTER:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
    case U_LB_COMBINING_MARK:
    case U_LB_ZWJ:
      return false;
    default:
      return u_getIntPropertyValue(before.c, UCHAR_LINE_BREAK) != U_LB_OPEN_PUNCTUATION;
  }
}

// The characters of `text` that may be shown; a run of blanks is one blank, and no letter carries more accents than
// any language needs.
std::vector<Glyph> glyphs_of(std::string_view text) {
  std::vector<Glyph> glyphs;
  glyphs.reserve(text.size());
  unsigned accents = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    Glyph glyph;
    glyph.begin = static_cast<std::size_t>(i);
    U8_NEXT_OR_FFFD(bytes, i, size, glyph.c);
    glyph.end = static_cast<std::size_t>(i);
    glyph.blank = u_isUWhiteSpace(glyph.c);
    if (glyph.blank && (glyphs.empty() || glyphs.back().blank)) continue;
    if (!glyph.blank && commands_terminal(glyph.c)) continue;
    glyph.columns = glyph.blank ? 1 : columns_of_character(glyph.c);
    accents = glyph.columns == 0 ? accents + 1 : 0;
    if (accents > kMostAccents) continue;
    glyphs.push_back(glyph);
  }
  while (!glyphs.empty() && glyphs.back().blank) glyphs.pop_back();
  return glyphs;
}

void append(std::string& out, std::string_view text, const Glyph& glyph) {
  if (glyph.blank) {
    out += ' ';
  } else if (glyph.c == 0xFFFD) {
    out += "\xEF\xBF\xBD";
  } else {
    out += text.substr(glyph.begin, glyph.end - glyph.begin);
  }
}

void set_marks(std::vector<Glyph>& glyphs, const std::vector<Mark>& marks) {
  auto mark = marks.begin();
  for (Glyph& glyph : glyphs) {
    while (mark != marks.end() && mark->end <= glyph.begin) ++mark;
    glyph.marked = mark != marks.end() && glyph.begin >= mark->begin && glyph.begin < mark->end;
  }
}

// The end of the line that begins at `first`: the last place to break within `width` columns.
std::size_t line_end(const std::vector<Glyph>& glyphs, std::size_t first, unsigned width) {
  unsigned used = 0;
  std::size_t fits = first;
  for (std::size_t i = first; i < glyphs.size(); ++i) {
    used += glyphs[i].columns;
    if (used > width) {
      if (glyphs[i].blank) return i;
      return fits > first ? fits : std::max(i, first + 1);
    }
    const bool breaks =
        glyphs[i].blank || (i + 1 < glyphs.size() && breaks_between(glyphs[i], glyphs[i + 1]));
    if (breaks) fits = glyphs[i].blank ? i : i + 1;
  }
  return glyphs.size();
}

}  // namespace

std::vector<Mark> moved(std::vector<Mark> marks, std::size_t bytes) {
  for (Mark& mark : marks) {
    mark.begin += static_cast<std::uint32_t>(bytes);
    mark.end += static_cast<std::uint32_t>(bytes);
  }
  return marks;
}

std::string plain_line(std::string_view text) {
  std::string out;
  for (const Glyph& glyph : glyphs_of(text)) append(out, text, glyph);
  return out;
}

std::string without_commands(std::string_view text) {
  std::string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    Glyph glyph;
    glyph.begin = static_cast<std::size_t>(i);
    U8_NEXT_OR_FFFD(bytes, i, size, glyph.c);
    glyph.end = static_cast<std::size_t>(i);
    glyph.blank = glyph.c == '\n' || glyph.c == '\t' || glyph.c == '\r' || glyph.c == 0x85 ||
                  glyph.c == 0x2028 || glyph.c == 0x2029;
    if (glyph.blank || !commands_terminal(glyph.c)) append(out, text, glyph);
  }
  return out;
}

unsigned columns_of(std::string_view text) {
  unsigned columns = 0;
  for (const Glyph& glyph : glyphs_of(text)) columns += glyph.columns;
  return columns;
}

std::string cut_to(std::string_view text, unsigned columns) {
  if (columns_of(text) <= columns) return plain_line(text);
  std::string out;
  unsigned used = 1;
  for (const Glyph& glyph : glyphs_of(text)) {
    if ((used += glyph.columns) > columns) break;
    append(out, text, glyph);
  }
  return out + "…";
}

std::string filled(std::string_view text, const std::vector<Mark>& marks, unsigned width,
                   unsigned indent, const TextStyle& style) {
  std::vector<Glyph> glyphs = glyphs_of(text);
  set_marks(glyphs, marks);
  const unsigned room = width > indent + 20 ? width - indent : 20;
  std::string out;
  for (std::size_t i = 0; i < glyphs.size();) {
    const std::size_t end = line_end(glyphs, i, room);
    out.append(indent, ' ');
    bool on = false;
    for (; i < end; ++i) {
      if (glyphs[i].marked != on) out += on ? style.mark_off : style.mark_on;
      on = glyphs[i].marked;
      append(out, text, glyphs[i]);
    }
    if (on) out += style.mark_off;
    out += '\n';
    while (i < glyphs.size() && glyphs[i].blank) ++i;
  }
  return out;
}

}  // namespace dragoman
