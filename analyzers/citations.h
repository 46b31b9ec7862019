// Citations of resolutions and decisions: a number, with what its form and the words beside it say
// about it.
//
//   resolution 2334 (2016)            S/RES/2334(2016)
//   Council resolution 17/4           A/HRC/RES/17/4
//   resolution 217 A (III)            A/RES/217(III)A
//   Regulation (EU) No 269/2014       (EU)No269/2014
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "citation_words.h"

namespace dragoman {

// How a number is written.
enum class NumberForm : std::uint8_t {
  kNone,
  kPair,   // 71/12, 1996/31, 46/36 L
  kYear,   // 2334 (2016)
  kOld,    // 1514 (XV), 217 A (III), 3201 (S-VI)
  kPlain,  // 2334
};

struct CitedNumber {
  NumberForm form = NumberForm::kNone;
  int first = 0;         // 71, 2334, 1514
  int second = 0;        // 12, the year, or the session
  std::string text;      // canonical: "71/12", "2334(2016)", "217(III)A"
  bool special = false;  // kOld: of a special session
  std::size_t end = 0;   // byte behind it
};

// The number whose first digit is at byte `at`.
CitedNumber read_number(std::string_view text, std::size_t at, bool any_case);

// What a text as a whole tells about its citations.
class CitingText {
 public:
  explicit CitingText(std::string_view text) : text_(text) {}
  // Whether it names the United Nations or the Security Council; looked for once, when asked.
  bool names_united_nations();
  // The Parliamentary Assembly of the Council of Europe.
  bool names_parliamentary_assembly();
  bool names_health_organization();

 private:
  std::string_view text_;
  std::optional<bool> united_nations_, parliamentary_assembly_, health_organization_;
};

struct CitedAs {
  CitedBody body = CitedBody::kNone;
  CitedAct act = CitedAct::kNone;
  bool in_query = false;  // "resolution 2334" as somebody types it
  int year = 0;           // "of 1971", said behind the number
};

// The canonical symbol of `number` cited so; empty when it is none.
std::string cited_symbol(const CitedNumber& number, const CitedAs& as, CitingText& text);

// Whether `number` tells by itself that it is a resolution: "1540 (2004)".
bool speaks_for_itself(const CitedNumber& number);

}  // namespace dragoman
