#include "dragoman/schema.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <algorithm>
#include <chrono>

#include "ascii.h"
#include "content_hash.h"
#include "dragoman/analyzers/symbols.h"

namespace dragoman {
namespace {

// The number in `digits`, or -1.
int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term;
  term.reserve(prefix.size() + 1 + value.size());
  term += prefix;
  term += kPrefixSeparator;
  term += value;
  if (term.size() > kMaxTermBytes) {
    std::size_t cut = kMaxTermBytes;
    while (cut > 0 && (static_cast<unsigned char>(term[cut]) & 0xC0u) == 0x80u) --cut;
    term.resize(cut);
  }
  return term;
}

std::string id_term(std::string_view id) {
  std::string term(kIdPrefix);
  if (term.size() + id.size() <= kMaxTermBytes && id.find('\0') == std::string_view::npos) {
    return term.append(id);
  }
  Hasher hasher;
  hasher.add(id);
  constexpr char kHex[] = "0123456789abcdef";
  term += '#';
  for (const char c : hasher.bytes()) {
    const auto byte = static_cast<unsigned char>(c);
    term += kHex[byte >> 4u];
    term += kHex[byte & 15u];
  }
  return term;
}

std::string symbol_key(std::string_view symbol) {
  std::string key = ascii_lower(symbol);
  if (key.starts_with("s/res/")) key.resize(std::min(key.size(), key.find('(')));
  return key;
}

std::string symbol_family_key(std::string_view symbol) { return ascii_lower(base_symbol(symbol)); }

std::string fold_value(std::string_view value) {
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, icu::StringPiece(value.data(), static_cast<int32_t>(value.size())),
                         sink, nullptr, status);
  return U_SUCCESS(status) ? folded : std::string(value);
}

std::string date_value(std::string_view iso) {
  if (iso.size() < 4) return {};
  const int year = number(iso.substr(0, 4));
  if (year < 1) return {};
  std::string value(iso.substr(0, 4));
  iso.remove_prefix(4);
  if (iso.empty()) return value;

  if (iso.size() < 3 || iso[0] != '-') return {};
  const int month = number(iso.substr(1, 2));
  if (month < 1 || month > 12) return {};
  value += iso.substr(1, 2);
  iso.remove_prefix(3);
  if (iso.empty()) return value;

  if (iso.size() < 3 || iso[0] != '-') return {};
  const int day = number(iso.substr(1, 2));
  if (day < 1) return {};
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return {};
  value += iso.substr(1, 2);
  iso.remove_prefix(3);
  if (iso.empty()) return value;

  // A time of day may follow; it is not kept.
  const bool time = iso.size() >= 3 && (iso[0] == 'T' || iso[0] == 't' || iso[0] == ' ') &&
                    is_digit(iso[1]) && is_digit(iso[2]);
  return time ? value : std::string();
}

}  // namespace dragoman
