// Short forms: the words by which a text abbreviates, whether or not anybody knows them.
//
//   The U.N., UN-Women, EurAsEC and NGOs met ОДКБ.  ->  U.N.  UN-Women  EurAsEC  NGOs  ОДКБ
//
// Not Roman numerals, not document symbols (A/RES/71/12), not the words of a passage written
// in capitals, not surnames in capitals (Mr. HASMY). One pass over the text, linear; nothing is
// allocated but the result.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// How sure a word's shape makes it that it is a short form.
enum class ShortFormRank : std::uint8_t {
  kDefinable,  // Interpol, ExCom, B-SAT: where the text defines it
  kParts,      // anti-CSTO, UNCTAD/OMC: its capitals are; the whole where the text defines it
  kPlain,      // CSTO, U.N., NGOs, UN-Women: wherever it stands
};

struct ShortForm {
  Span span;
  ShortFormRank rank = ShortFormRank::kDefinable;
  bool bracketed = false;  // all that a pair of brackets holds
};

// Every word that is a short form or could be one, in the order of the text, never overlapping.
// `lang` (ISO 639-1, may be empty): in English "HIV/AIDS" is one, elsewhere two.
std::vector<ShortForm> scan_short_forms(std::string_view text, std::string_view lang);

// Appends the short forms within one of rank kParts.
void append_parts_of_short_form(std::string_view text, Span span, std::vector<Span>& parts);

}  // namespace dragoman
