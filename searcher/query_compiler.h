// Compiles a Clause tree to Xapian. Words are ranked, fields filter; what each word or name becomes is the
// TextCompiler's business.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "dragoman/searcher/query_parser.h"
#include "text_compiler.h"

namespace dragoman {

struct CompiledQuery {
  Xapian::Query any;  // all that matches
  Xapian::Query all;  // the part of it that has every word; empty when that is all of it
  std::vector<Marker> markers;
  std::vector<NamedOrganization> organizations;
  std::vector<PositionCheck> checks;  // that every hit must satisfy
  std::vector<std::string> exact;     // surfaces that a hit must have, letter by letter
  Evidence evidence;                  // for the order of the best
  std::vector<std::string> notes;
};

// Unless phrases of the glossary are searched in all of them, a
// note tells where that would find more. Throws what Xapian throws.
CompiledQuery compile_query(const Clause& root, const IndexView& index, Analyzer& analyzer,
                            const QueryReach& reach = {});

}  // namespace dragoman
