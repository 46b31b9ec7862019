// What leads from a long form to the short form behind it: a bracket, a comma with "or", a dash,
// the formula of lawyers.
//
//   the Eurasian Economic Union (hereinafter – the EAEU)   (далее — ЕАЭС)   (ci-après « l'UEEA »)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dragoman {

struct Lead {
  enum Kind : std::uint8_t {
    kNone,
    kBracket,      // (CSTO, (“CSTO”, (hereinafter – the CSTO
    kHereinafter,  // , hereinafter CSTO
    kApposition,   // , or CSTO   – CSTO   , CSTO
  };
  Kind kind = kNone;
  std::size_t begin = 0;  // of the lead: what stands before it may be a long form
};

// The lead to the short form that begins at `at`. Looks back over a bounded number of bytes.
Lead lead_before(std::string_view text, std::size_t at);

}  // namespace dragoman
