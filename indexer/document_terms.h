// A Document and its Analysis -> the Xapian::Document that is indexed. This and schema.h are
// all that the searcher has to agree with.
#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

#include "dragoman/analyzers/analysis.h"
#include "dragoman/document.h"
#include "term_table.h"

namespace dragoman {

// The text that is analyzed: title, "\n\n", body; the body alone when there is no title.
std::string analyzed_text(const Document& document);

// Requires: `analysis` is that of analyzed_text(document), which is `text`. `terms` is for use and reuse.
Xapian::Document make_xapian_document(const Document& document, const std::string& hash,
                                      std::string_view text, const Analysis& analysis,
                                      TermTable& terms);

}  // namespace dragoman
