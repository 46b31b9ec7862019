// Did you mean: words of a query that no document has, or hardly any, and frequent words of the index that are a slip
// of the hand away.
//
//   "sheltter in Karsk"  ->  {sheltter -> shelter}          Acronyms, names, symbols and numbers are left alone.
//
// Costs a look-up a word; for a word that is missing some thousand look-ups and a few documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "dragoman/analyzers/analyzer.h"
#include "term_counts.h"

namespace dragoman {

struct Correction {
  std::string word;        // as the query has it
  std::string instead;     // as documents have it; empty when nothing like it is known
  unsigned documents = 0;  // that have the word as it is
};

// Of the plain words in `text`. `langs` are those of the index. Throws what Xapian throws.
std::vector<Correction> corrections(std::string_view text, const Xapian::Database& database,
                                    TermCounts& counts, Analyzer& analyzer,
                                    const std::vector<std::string>& langs);

}  // namespace dragoman
