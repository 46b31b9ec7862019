// Units of what has a name of its own: organizations, people, symbols.
#include <set>
#include <utility>

#include "dragoman/analyzers/people.h"
#include "dragoman/analyzers/symbols.h"
#include "dragoman/schema.h"
#include "text_compiler.h"
#include "unit_pieces.h"

namespace dragoman {
namespace {

using Xapian::Query;

constexpr double kWordsOfName = 0.1;  // what the loose words of a name count beside the name
constexpr double kOwnSymbol = 4.0;    // a document with the symbol, against one that cites it
constexpr double kOwnFamily = 2.0;

// The ids of the organization and, unless it is meant `exact`ly, of all that it includes.
std::set<std::string> included_ids(OrganizationNumber number, bool exact) {
  std::set<std::string> ids = {std::string(organization(number).id)};
  if (exact) return ids;
  for (const OrganizationNumber part : included_in(number)) ids.emplace(organization(part).id);
  return ids;
}

// What the organization is indexed under.
std::vector<std::string> terms_of(OrganizationNumber number, bool exact) {
  const std::string_view id = organization(number).id;
  std::vector<std::string> terms = {make_term(kOrganizationPrefix, id)};
  if (!exact) terms.push_back(make_term(kIncludedPrefix, id));
  return terms;
}

std::string ascii_upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

}  // namespace

// A person under all spellings; the spelling of the query first. A part of the name is not the person: a ban is
// not Ban Ki-moon.
TextCompiler::Unit TextCompiler::person_unit(const PersonMention& mention, const Words& words,
                                             std::string_view text) const {
  const std::string id(person(mention.person).id);
  const std::string term = make_term(kPersonPrefix, id);
  Unit unit = loose_words(words, mention.first_token, mention.last_token, text);
  unit.query = any_of({Query(term), scaled(kSpelling, std::exchange(unit.whole, Query()))});
  Marker marker;
  marker.people.insert(id);
  marker.what = id;
  marker.weight = rarity({term});
  unit.markers.push_back(std::move(marker));
  return unit;
}

Marker TextCompiler::organization_marker(OrganizationNumber number, bool exact) const {
  Marker marker;
  marker.organizations = included_ids(number, exact);
  marker.what = dragoman::organization(number).id;
  marker.weight = rarity(terms_of(number, exact));
  return marker;
}

CompiledText TextCompiler::organization(OrganizationNumber number, bool exact,
                                        std::string_view text) const {
  std::vector<std::string> terms = terms_of(number, exact);
  Marker marker = organization_marker(number, exact);
  Unit unit{one_of(terms), {std::move(marker)}, {}};
  if (!exact) add_reach(number, unit);
  CompiledText out;
  append_unit(std::move(unit), out);
  out.organizations.push_back({number, std::string(text)});
  note_unit(std::move(terms), out.evidence);
  return out;
}

// The organizations that a name may mean; of a short form also its letters, where nobody decided what they mean.
TextCompiler::Unit TextCompiler::name_unit(std::string_view text, const NameCandidate& name,
                                           const Words& words) const {
  const std::string surface = slice(text, name.span);
  Unit unit;
  std::vector<std::string> terms;
  for (const OrganizationNumber number : name.organizations) {
    for (std::string& term : terms_of(number, false)) terms.push_back(std::move(term));
    unit.markers.push_back(organization_marker(number, false));
  }
  if (name.form == NameForm::kAcronym && !reads_as_word(words[name.first_token])) {
    const bool small = words[name.first_token].letters.empty();
    terms.push_back(
        make_term(kLettersPrefix, acronym_letters(small ? ascii_upper(surface) : surface)));
    Marker letters;
    letters.slots = {{0, {terms.back()}}};
    letters.what = surface;
    letters.weight = rarity({terms.back()});
    unit.markers.push_back(std::move(letters));
  }
  unit.query = one_of(terms);
  for (const OrganizationNumber number : name.organizations) add_reach(number, unit);
  return unit;
}

void TextCompiler::append_name(std::string_view text, const NameCandidate& name, const Words& words,
                               CompiledText& out) const {
  Unit unit = name_unit(text, name, words);
  const bool one_word = name.first_token == name.last_token;
  if (!one_word || !is_ordinary_word(words[name.first_token].folded)) {
    Unit loose = loose_words(words, name.first_token, name.last_token, text);
    const Query named = unit.query;
    const double weight = one_word ? kSmallLetters : kWordsOfName;
    unit.query = any_of({named, scaled(weight, loose.query)});
    unit.whole = any_of({named, scaled(weight, loose.whole)});
    append(unit.markers, std::move(loose.markers));
  }
  for (const OrganizationNumber number : name.organizations) {
    out.organizations.push_back({number, slice(text, name.span)});
  }
  append_unit(std::move(unit), out);
}

std::vector<OrganizationNumber> TextCompiler::organizations_named(std::string_view text) {
  const std::size_t words = token_places(text).size();
  for (const NameCandidate& name : analyzer_.name_candidates(text)) {
    if (covers_all(name, words)) return name.organizations;
  }
  return {};
}

CompiledText TextCompiler::symbol(const std::string& canonical, bool exact) const {
  const std::string key = symbol_key(canonical);
  const std::string family = symbol_family_key(canonical);
  std::vector<Query> queries = {scaled(kOwnSymbol, Query(make_term(kOwnSymbolPrefix, key))),
                                Query(make_term(kSymbolPrefix, key))};
  Marker marker;
  marker.symbols.insert(key);
  if (!exact && key == family) {
    queries.push_back(scaled(kOwnFamily, Query(make_term(kOwnFamilyPrefix, family))));
    queries.emplace_back(make_term(kSymbolFamilyPrefix, family));
    marker.families.insert(family);
  }
  marker.what = canonical;
  marker.weight = 2 * rarity({make_term(kSymbolPrefix, key)});
  CompiledText out;
  out.units.push_back(any_of(std::move(queries)));
  out.markers.push_back(std::move(marker));
  return out;
}

CompiledText TextCompiler::citing_first(const std::string& canonical) const {
  const std::string key = symbol_key(canonical);
  CompiledText out = symbol(canonical, false);
  const Query own = any_of({Query(make_term(kOwnSymbolPrefix, key)),
                            Query(make_term(kOwnFamilyPrefix, symbol_family_key(canonical)))});
  const Query cites = any_of({Query(make_term(kSymbolPrefix, key)),
                              Query(make_term(kSymbolFamilyPrefix, symbol_family_key(canonical)))});
  out.units = {any_of({Query(Query::OP_AND_NOT, cites, own), scaled(0, own)})};
  out.cited = has_term(make_term(kOwnSymbolPrefix, key)) ? canonical : "";
  return out;
}

}  // namespace dragoman
