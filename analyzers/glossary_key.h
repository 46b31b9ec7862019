// How the glossary looks a word up: as the gazetteer does, and in Latin letters without
// the plural.
//
//   agreements -> agreement     energies, énergie -> energi     sanciones, sanción -> sancion
//
// One rule for English, French and Spanish: a query does not say what language it is in.
#pragma once

#include <string>

#include "word.h"

namespace dragoman {

std::string glossary_key(const Word& word);

}  // namespace dragoman
