#include "name_spellings.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "dragoman/analyzers/name_key.h"
#include "dragoman/analyzers/people.h"

namespace dragoman {
namespace {

constexpr std::size_t kFewestConsonants = 3;  // of a key that tells names apart
constexpr std::size_t kShortestStem = 4;
constexpr std::size_t kLongestEnding = 3;  // that a Russian stem has lost: -ов, -ова, -ин
constexpr std::size_t kMostNearTerms = 20'000;  // looked at with one first letter
constexpr std::size_t kMostSpellings = 16;

// The letters with which a name may begin, by the first one of its romanized form.
struct FirstLetters {
  char romanized = 0;
  std::array<std::string_view, 10> letters;
};
constexpr FirstLetters kFirstLetters[] = {
    {'a', {"a", "а"}},
    {'b', {"b", "б"}},
    {'d', {"d", "д"}},
    {'e', {"e", "е", "э", "є"}},
    {'f', {"f", "p", "ф"}},
    {'g', {"g", "г", "ґ"}},
    {'h', {"h", "k", "х"}},
    {'i', {"i", "y", "и", "й", "і", "ї", "ы", "ю", "я"}},
    {'j', {"j", "z", "s", "c", "t", "d", "ж", "ч", "ш", "щ"}},
    {'k', {"k", "q", "c", "к"}},
    {'l', {"l", "л"}},
    {'m', {"m", "м"}},
    {'n', {"n", "н"}},
    {'o', {"o", "о"}},
    {'p', {"p", "п"}},
    {'r', {"r", "р"}},
    {'s', {"s", "с"}},
    {'t', {"t", "т", "ц"}},
    {'u', {"u", "o", "у"}},
    {'v', {"v", "w", "в"}},
    {'z', {"z", "з"}},
};

struct Name {
  std::string romanized, key;

  explicit Name(std::string_view word) : romanized(romanized_name(word)), key(name_key(word)) {}
  bool is_telling() const { return key.size() >= kFewestConsonants; }
};

std::vector<Name> known_family_names() {
  std::vector<Name> names;
  for (std::size_t i = 0; i < person_count(); ++i) {
    const std::string_view whole = person(static_cast<PersonNumber>(i)).name;
    names.emplace_back(whole.substr(whole.rfind(' ') + 1));
  }
  return names;
}

bool spells(std::string_view term, const Name& name) {
  const std::string romanized = romanized_name(term);
  if (name_key(term) == name.key && near_names(romanized, name.romanized)) return true;
  const bool may_be_stem = static_cast<unsigned char>(term.front()) >= 0x80;
  return may_be_stem && romanized.size() >= kShortestStem &&
         name.romanized.size() <= romanized.size() + kLongestEnding &&
         name.romanized.starts_with(romanized);
}

void look_through(std::string_view first, const Name& name, const Xapian::Database& database,
                  std::vector<std::string>& found) {
  const std::string prefix(first);
  std::size_t left = kMostNearTerms;
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end && left > 0; ++term, --left) {
    if (found.size() < kMostSpellings && spells(*term, name)) found.push_back(*term);
  }
}

}  // namespace

std::vector<std::string> spellings_of(std::string_view folded, const Xapian::Database& database) {
  const Name name(folded);
  std::vector<std::string> found;
  if (!name.is_telling()) return found;
  const auto* first = std::find_if(
      std::begin(kFirstLetters), std::end(kFirstLetters),
      [&name](const FirstLetters& f) { return f.romanized == name.romanized.front(); });
  if (first == std::end(kFirstLetters)) return found;
  for (const std::string_view letter : first->letters) {
    if (!letter.empty()) look_through(letter, name, database, found);
  }
  std::erase(found, folded);
  return found;
}

bool is_known_family_name(std::string_view folded) {
  const Name name(folded);
  if (!name.is_telling()) return false;
  static const std::vector<Name> family_names = known_family_names();
  return std::any_of(family_names.begin(), family_names.end(), [&name](const Name& known) {
    return known.key == name.key && near_names(known.romanized, name.romanized);
  });
}

}  // namespace dragoman
