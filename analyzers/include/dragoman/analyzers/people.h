// The people Dragoman knows by name: heads of organizations, compiled into the program from
// data/people.tsv. Read-only data; any number of threads may read it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "dragoman/analyzers/analysis.h"
#include "dragoman/export.h"

namespace dragoman {

// All views live as long as the program.
struct Person {
  std::string_view id;            // "rashid-alimov"
  std::string_view name;          // the English name
  std::string_view organization;  // id of the organization: "sco"
  std::string_view role;          // "Secretary-General"
  std::string_view term;          // "2016-01–2018-12"
};

// People are numbered from 0.
DRAGOMAN_API std::size_t person_count();

// Requires: number < person_count().
DRAGOMAN_API const Person& person(PersonNumber number);

// The number of the person with this id; nothing when there is none.
DRAGOMAN_API std::optional<PersonNumber> find_person(std::string_view id);

}  // namespace dragoman
