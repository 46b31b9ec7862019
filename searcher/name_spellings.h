// How a name is spelled in an index, by the keys under which romanizations and Cyrillic meet (name_key.h):
//
//   Alymov     ->  alimov, алим         terms, so Russian ones are stems
//   Bordyuzha  ->  bordyuja, бордюж
//
// Looks through the terms with the same first sound, some thousands at most.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace dragoman {

// Terms other than `folded` that spell the same name; none for a word of another script. Throws what Xapian throws.
std::vector<std::string> spellings_of(std::string_view folded, const Xapian::Database& database);

// Whether the word spells the family name of a person that is known by name (people.h).
bool is_known_family_name(std::string_view folded);

}  // namespace dragoman
