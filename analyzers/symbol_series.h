// The series of document symbols, a pattern (symbol_pattern.h) each: facts, in one table.
//
// Sources: the ST/LIB/SER.B guides of the Dag Hammarskjöld Library, and the symbol rules of OSCE,
// African Union, Council of Europe, OAS, WHO, IAEA, European Union, OPCW, WTO, IMO, ILO, NATO and
// the international courts.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dragoman {

// What must stand beside a series that looks like other things too.
enum class SeriesNeeds : std::uint8_t {
  kNothing,
  kResolutionWord,  // "resolution ES-10/19"
  kCaseWord,        // "Case C-72/15"
  kHealthAssembly,  // A77/4: only in a text that names WHO
};

struct SymbolSeries {
  std::string_view pattern;
  bool any_case = false;  // also written in small letters: a/res/71/12
  SeriesNeeds needs = SeriesNeeds::kNothing;
};

// All series whose symbols begin with the capital letter or digit `first` ('0' stands for every
// digit).
std::span<const SymbolSeries> series_from(char first);

}  // namespace dragoman
