// The Highlighter chooses the passages of a hit that show best why it was found, and marks what was.
//
// Passages are whole sentences, chosen on positions alone; only those shown are unpacked and cut into
// tokens. The cost does not depend on the length of the document's text.
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/result.h"
#include "dragoman/searcher/searcher.h"
#include "dragoman/stored_document.h"
#include "marker.h"
#include "occurrences.h"

namespace dragoman {

inline constexpr std::size_t kPassageBytes = 320;  // sentences are added up to this

// At most `most` passages, the best first. The head of the body when nothing is found in it.
// Errors: kCorrupt.
Result<std::vector<Passage>> choose_passages(const StoredDocument& stored,
                                             const std::vector<Occurrence>& occurrences,
                                             const std::vector<Marker>& markers, unsigned most);

// What was found, counted.
std::vector<MatchedPart> matched_parts(const StoredDocument& stored,
                                       const std::vector<Occurrence>& occurrences);

// The marks in the title.
std::vector<Mark> mark_title(const StoredDocument& stored,
                             const std::vector<Occurrence>& occurrences);

// The marks in the whole body; linear in the sentences that have any.
std::vector<Mark> mark_body(const StoredDocument& stored, std::string_view body,
                            const std::vector<Occurrence>& occurrences);

}  // namespace dragoman
