#include "dragoman/analyzers/people.h"

#include "people_data.h"

namespace dragoman {

std::size_t person_count() { return kPersonCount; }

const Person& person(PersonNumber number) { return kPeople[number]; }

std::optional<PersonNumber> find_person(std::string_view id) {
  for (std::size_t i = 0; i < kPersonCount; ++i) {
    if (kPeople[i].id == id) return static_cast<PersonNumber>(i);
  }
  return std::nullopt;
}

}  // namespace dragoman
