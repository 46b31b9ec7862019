#include "copy_groups.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>

#include "content_hash.h"
#include "dragoman/schema.h"

namespace dragoman {
namespace {

// How much of their pairs of words copies share at least. Two reprints that differ from the original in
// every twentieth word each, with a tenth of boiler-plate, share 0.53; two stories of 120 words that
// share a quotation of 60 share 0.33. Of a brief text less is left to tell it from another.
constexpr double kAlike = 0.42;
constexpr double kBriefAlike = 0.5;
constexpr unsigned kBriefWords = 100;
// Formulas come back with other names in them; a story is reprinted within days.
constexpr double kSameText = 0.75;
constexpr int kMostDaysApart = 3;

constexpr std::int32_t kNoDay = INT32_MIN;

// Of a date in ISO 8601 or as the index has it.
std::int32_t day_of(const std::string& date) {
  const bool indexed = date.find('-') == std::string::npos;
  const std::string digits = indexed ? date : date_value(date);
  if (digits.size() != 8) return kNoDay;
  const int number = std::atoi(digits.c_str());
  const std::chrono::year_month_day day{
      std::chrono::year(number / 10000),
      std::chrono::month(static_cast<unsigned>(number) / 100 % 100),
      std::chrono::day(static_cast<unsigned>(number) % 100)};
  return static_cast<std::int32_t>(std::chrono::sys_days(day).time_since_epoch().count());
}

std::string group_bytes(std::uint64_t number) {
  std::string bytes(sizeof number, '\0');
  std::memcpy(bytes.data(), &number, sizeof number);
  return bytes;
}

std::uint64_t number_of(const std::string& bytes) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data(), std::min(bytes.size(), sizeof number));
  return number;
}

}  // namespace

CopyMarks CopyGroups::place(const Document& document, const std::string& hash) {
  const Fingerprint found = fingerprint(document);
  if (found.empty()) return {};
  Text text = text_of(document, found);
  CopyMarks marks{{}, encode_fingerprint(found), {}};
  if (const Text* first = most_alike(text, found); first != nullptr) {
    marks.group = group_bytes(first->group);
    if (first->id != document.id) marks.copy_of = first->id;
  } else {
    text.group = hash64(hash);
    marks.group = group_bytes(text.group);
    add(std::move(text), found);
  }
  return marks;
}

void CopyGroups::remember(const Document& document, const CopyMarks& marks) {
  const Fingerprint found = decode_fingerprint(marks.fingerprint);
  Text text = text_of(document, found);
  text.group = number_of(marks.group);
  // A copy whose first is no longer there stands in for it.
  if (!marks.copy_of.empty() && knows(found, text.group)) return;
  add(std::move(text), found);
}

CopyGroups::Text CopyGroups::text_of(const Document& document, const Fingerprint& fingerprint) {
  Text text;
  text.id = document.id;
  text.symbol = hash64(document.symbol);
  text.day = day_of(document.date);
  text.words = fingerprint.words;
  text.sketch_bytes = static_cast<std::uint8_t>(std::min(fingerprint.sketch.size(), kSketchBytes));
  std::copy_n(fingerprint.sketch.begin(), text.sketch_bytes, text.sketch.begin());
  return text;
}

double CopyGroups::alike_enough(const Text& a, const Text& b) {
  if (a.day != kNoDay && b.day != kNoDay && std::abs(a.day - b.day) > kMostDaysApart) {
    return kSameText;
  }
  return std::min(a.words, b.words) < kBriefWords ? kBriefAlike : kAlike;
}

const CopyGroups::Text* CopyGroups::most_alike(const Text& text,
                                               const Fingerprint& fingerprint) const {
  const Text* best = nullptr;
  double most = 0;
  for (const std::uint32_t feature : fingerprint.features) {
    by_feature_.each(feature, [&](std::uint32_t number) {
      const Text& other = texts_[number];
      if (other.symbol != text.symbol) return;
      const double alike = similarity(text.sketched(), other.sketched());
      if (alike < alike_enough(text, other)) return;
      // Of equals the earlier one.
      if (alike < most || (alike == most && best != nullptr && best <= &other)) return;
      best = &other;
      most = alike;
    });
  }
  return best;
}

bool CopyGroups::knows(const Fingerprint& fingerprint, std::uint64_t group) const {
  bool known = false;
  for (const std::uint32_t feature : fingerprint.features) {
    by_feature_.each(feature, [&](std::uint32_t text) { known |= texts_[text].group == group; });
  }
  return known;
}

void CopyGroups::add(Text text, const Fingerprint& fingerprint) {
  if (texts_.size() >= most_) {
    const std::size_t half = (texts_.size() + 1) / 2;
    by_feature_.forget_before(static_cast<std::uint32_t>(half));
    texts_.erase(texts_.begin(), texts_.begin() + static_cast<std::ptrdiff_t>(half));
  }
  const auto number = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(std::move(text));
  for (const std::uint32_t feature : fingerprint.features) by_feature_.add(feature, number);
}

}  // namespace dragoman
