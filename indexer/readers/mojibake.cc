#include "readers/mojibake.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "readers/charset_convert.h"
#include "readers/code_points.h"
#include "readers/utf8_mend.h"

namespace dragoman {
namespace {

// From the characters of a single-byte encoding back to its bytes 0x80 to 0xFF.
class ByteTable {
 public:
  explicit ByteTable(const char* charset) {
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
      Mended mended;
      const std::string text =
          convert_to_utf8(std::string(1, static_cast<char>(byte)), charset, mended);
      std::size_t i = 0;
      const UChar32 c = text.empty() ? 0 : next_code_point(text, i);
      entries_.push_back({c, static_cast<unsigned char>(byte)});
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.c < b.c; });
    for (const Entry& entry : entries_) {
      if (entry.c < kDirect) direct_[static_cast<std::size_t>(entry.c)] = entry.byte;
    }
  }

  // The byte of `c`, 0 for none. The controls U+0080 to U+009F stand for bytes a charset lacks.
  unsigned char byte_of(UChar32 c) const {
    if (c < kDirect) {
      const unsigned char byte = direct_[static_cast<std::size_t>(c)];
      return byte == 0 && c >= 0x80 && c < 0xA0 ? static_cast<unsigned char>(c) : byte;
    }
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), c,
                                        [](const Entry& a, UChar32 b) { return a.c < b; });
    return found != entries_.end() && found->c == c ? found->byte : 0;
  }

 private:
  struct Entry {
    UChar32 c;
    unsigned char byte;
  };
  static constexpr UChar32 kDirect = 0x500;
  std::vector<Entry> entries_;
  std::array<unsigned char, kDirect> direct_ = {};
};

// Encodings that UTF-8 is taken for, the likeliest first.
const std::vector<ByteTable>& tables() {
  static const std::vector<ByteTable> all = {ByteTable("windows-1251"), ByteTable("windows-1252"),
                                             ByteTable("IBM866"), ByteTable("KOI8-R")};
  return all;
}

constexpr UChar32 kNoBreakSpace = 0xA0;

std::size_t bytes_by_lead(unsigned char lead) {
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

// If a sequence begins at byte `i` of `text` once its characters are bytes again, appends it to
// `out` and moves `i` behind it.
bool take_sequence(std::string_view text, const ByteTable& table, std::size_t& i,
                   std::string& out) {
  std::size_t at = i;
  const unsigned char lead = table.byte_of(next_code_point(text, at));
  const std::size_t length = bytes_by_lead(lead);
  if (length == 0) return false;
  char bytes[4] = {static_cast<char>(lead)};
  for (std::size_t k = 1; k < length; ++k) {
    if (at >= text.size()) return false;
    const UChar32 c = next_code_point(text, at);
    // Where a no-break space was, programs often put a plain one.
    const unsigned char byte = table.byte_of(c == ' ' && lead == 0xD0 ? kNoBreakSpace : c);
    if ((byte & 0xC0u) != 0x80u) return false;
    bytes[k] = static_cast<char>(byte);
  }
  const std::string_view sequence(bytes, length);
  if (find_ill_formed(sequence)) return false;  // overlong, or a surrogate
  out += sequence;
  i = at;
  return true;
}

// Enough in a line to exclude chance; with more of them a few characters may be left over.
constexpr std::size_t kEnough = 3;
constexpr std::size_t kMany = 8;

std::string_view first_line(std::string_view text) {
  return text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
}

// Where the first byte outside ASCII is.
std::size_t skip_ascii(std::string_view text, std::size_t i) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  std::uint64_t eight;
  for (; i + sizeof eight <= text.size(); i += sizeof eight) {
    std::memcpy(&eight, text.data() + i, sizeof eight);
    if ((eight & kHighBits) != 0) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

// Repairs `line` into `repaired` when it is to be repaired. Gives up on a line that was right after
// a small part of it.
bool repair_line(std::string_view line, const ByteTable& table, std::string& repaired) {
  repaired.clear();
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t high = skip_ascii(line, i);
    repaired.append(line, i, high - i);
    i = high;
    if (i >= line.size()) break;
    if (take_sequence(line, table, i, repaired)) {
      ++good;
      continue;
    }
    next_code_point(line, i);
    repaired.append(line, high, i - high);
    // A sequence takes four bytes of the line or more.
    if (++bad * 40 > line.size()) return false;
  }
  return bad == 0 ? good >= kEnough : good >= kMany && bad * 10 <= good;
}

// One pass over the text; whether anything was changed.
bool repair_once(std::string& text) {
  std::string out;
  std::string repaired;
  std::size_t copied = 0;
  for (std::size_t begin = skip_ascii(text, 0); begin < text.size();
       begin = skip_ascii(text, begin)) {
    const std::size_t line_begin = begin == 0 ? 0 : text.rfind('\n', begin) + 1;
    const std::string_view line = first_line(std::string_view(text).substr(line_begin));
    const auto& all = tables();
    const bool changed = std::any_of(all.begin(), all.end(), [&](const ByteTable& table) {
      return repair_line(line, table, repaired);
    });
    begin = line_begin + line.size();
    if (!changed) continue;
    out.append(text, copied, line_begin - copied).append(repaired);
    copied = begin;
  }
  if (copied == 0) return false;
  text = out.append(text, copied);
  return true;
}

}  // namespace

bool repair_mojibake(std::string& text) {
  constexpr int kMostTimes = 3;
  int times = 0;
  while (times < kMostTimes && repair_once(text)) ++times;
  return times > 0;
}

}  // namespace dragoman
