#include "text_compiler.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "dragoman/analyzers/people.h"
#include "dragoman/analyzers/symbols.h"
#include "dragoman/schema.h"
#include "ideograph_words.h"
#include "live_documents.h"
#include "name_spellings.h"

namespace dragoman {
namespace {

using Xapian::Query;

constexpr double kWordsOfName = 0.1;   // what the loose words of a name count beside the name
constexpr double kSmallLetters = 0.1;  // … and "sco" in small letters beside SCO
constexpr double kSpelling = 0.5;      // what the words of a person's name count beside the person
constexpr double kOwnSymbol = 4.0;     // a document with the symbol, against one that cites it
constexpr double kOwnFamily = 2.0;
constexpr Xapian::termcount kMostEndings = 500;  // of word*
constexpr std::size_t kShortRun = 3;             // ideographs that are taken for one word

std::string slice(std::string_view text, Span span) {
  return std::string(text.substr(span.begin, span.end - span.begin));
}

Query any_of(std::vector<Query> queries) {
  std::erase_if(queries, [](const Query& q) { return q.empty(); });
  if (queries.size() == 1) return queries[0];
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

Query scaled(double factor, const Query& query) {
  return query.empty() ? query : Query(Query::OP_SCALE_WEIGHT, query, factor);
}

bool ideographs_at(const std::vector<QueryWord>& words, std::size_t i) {
  return i < words.size() && words[i].kind == TokenKind::kIdeograph;
}

// Whether words[i] and the next are ideographs without anything between.
bool paired(const std::vector<QueryWord>& words, std::size_t i, std::size_t last) {
  return i < last && ideographs_at(words, i) && ideographs_at(words, i + 1) &&
         words[i].span.end == words[i + 1].span.begin;
}

void append(std::vector<Marker>& to, std::vector<Marker> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

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

// The concepts that the text as a whole means.
std::vector<ConceptMention> concepts_covering(const std::vector<QueryWord>& words,
                                              std::string_view text) {
  if (words.empty()) return {};
  std::vector<ConceptMention> concepts = find_concepts(text);
  std::erase_if(concepts, [&words](const ConceptMention& mention) {
    return mention.span.begin != words.front().span.begin ||
           mention.span.end != words.back().span.end;
  });
  return concepts;
}

// "IS" in a text all in capitals: a word, unless documents have the organization.
bool reads_as_word(const QueryWord& word) { return word.shouted && is_ordinary_word(word.folded); }

bool covers_all(const NameCandidate& name, std::size_t words) {
  return name.first_token == 0 && name.last_token + 1 == words;
}

}  // namespace

std::vector<std::string> TextCompiler::existing(std::vector<std::string> terms) const {
  std::erase_if(terms, [](const std::string& term) { return term.size() > kMaxTermBytes; });
  if (terms.size() <= 1) return terms;
  std::vector<std::string> found;
  for (const std::string& term : terms) {
    if (database_.term_exists(term)) found.push_back(term);
  }
  if (found.empty()) found.push_back(terms[0]);
  return found;
}

Query TextCompiler::one_of(const std::vector<std::string>& terms) const {
  const std::vector<std::string> found = existing(terms);
  if (found.empty()) return Query();
  if (found.size() == 1) return Query(found[0]);
  return Query(Query::OP_SYNONYM, found.begin(), found.end());
}

double TextCompiler::rarity(const std::vector<std::string>& terms) const {
  Xapian::doccount documents = 0;
  for (const std::string& term : terms)
    documents = std::max(documents, database_.get_termfreq(term));
  return std::log(1 + (count_documents(database_) + 1.0) / (documents + 1.0));
}

TextCompiler::Unit TextCompiler::word_unit(const QueryWord& word) const {
  const std::vector<std::string> terms = existing(word.terms);
  if (terms.empty()) return {};
  Marker marker;
  marker.slots = {{0, terms}};
  marker.what = word.folded;
  marker.weight = rarity(terms);
  return {one_of(terms), {std::move(marker)}, {}};
}

// A name that no document has, or a known family name: also as it is spelled elsewhere.
TextCompiler::Unit TextCompiler::spelled_unit(const QueryWord& word) const {
  Unit unit = word_unit(word);
  if (word.kind != TokenKind::kWord || unit.query.empty()) return unit;
  const bool known = std::any_of(word.terms.begin(), word.terms.end(), [this](const auto& term) {
    return term.size() <= kMaxTermBytes && database_.term_exists(term);
  });
  if ((known || !word.capital) && !is_known_family_name(word.folded)) return unit;
  std::vector<std::string> spellings = spellings_of(word.folded, database_);
  if (spellings.empty()) return unit;
  unit.query = any_of({unit.query, scaled(kSpelling, one_of(spellings))});
  std::vector<std::string>& marked = unit.markers[0].slots[0].terms;
  std::move(spellings.begin(), spellings.end(), std::back_inserter(marked));
  return unit;
}

// A word in capitals that names nothing known: its letters, and a little of the word in small letters unless
// that is another word ("AIDS" is no aid, "US" not us). Where the index never has the letters, just the word.
TextCompiler::Unit TextCompiler::acronym_unit(const QueryWord& word,
                                              const std::string& surface) const {
  const std::string letters = make_term(kLettersPrefix, word.letters);
  Unit unit = word_unit(word);
  const bool ordinary = is_ordinary_word(word.folded);
  if (!database_.term_exists(letters) && (!ordinary || word.shouted)) return unit;
  if (ordinary) {
    unit = {Query(letters), {}, {}};
  } else {
    unit.query = any_of({Query(letters), scaled(kSmallLetters, unit.query)});
  }
  Marker marker;
  marker.slots = {{0, {letters}}};
  marker.what = surface;
  marker.weight = rarity({letters});
  unit.markers.push_back(std::move(marker));
  return unit;
}

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

// The words [first, last] one after another, as each language stems them.
TextCompiler::Unit TextCompiler::phrase_unit(const Words& words, std::size_t first,
                                             std::size_t last, std::string_view prefix,
                                             std::string_view surface) const {
  Marker marker;
  marker.tokens = words[last].position - words[first].position + 1;
  marker.what = surface;
  std::vector<Query> languages;
  std::vector<PositionCheck> checks;
  std::set<std::string> seen;
  for (std::size_t language = 0; language < langs_.size(); ++language) {
    std::vector<PhraseSlot> slots;
    std::string all;
    for (std::size_t i = first; i <= last; ++i) {
      std::string term(prefix);
      if (paired(words, i, last)) {
        term += words[i].folded + words[i + 1].folded;
      } else if (i > first && paired(words, i - 1, last)) {
        continue;  // the pair before has it
      } else {
        term += words[i].by_language[language];
      }
      if (term.size() > kMaxTermBytes) continue;
      all += term + '\0';
      slots.push_back({words[i].position - words[first].position, {std::move(term)}});
    }
    if (slots.empty() || !seen.insert(all).second) continue;
    languages.push_back(words_query(slots));
    checks.push_back({slots, 0});
    if (marker.slots.empty()) {
      marker.slots = std::move(slots);
    } else {
      for (std::size_t i = 0; i < marker.slots.size(); ++i)
        marker.slots[i].terms.push_back(slots[i].terms[0]);
    }
  }
  if (languages.empty()) return {};
  marker.weight = 2 * rarity(marker.slots[0].terms);
  if (languages.size() == 1) return {languages[0], {std::move(marker)}, std::move(checks)};
  for (std::size_t i = 0; i < languages.size(); ++i)
    languages[i] = checked_query(languages[i], std::move(checks[i]));
  return {any_of(std::move(languages)), {std::move(marker)}, {}};
}

// Han text is indexed by pairs. A word of two characters is one pair, a longer one a phrase of pairs, a
// single character all pairs that it begins.
TextCompiler::Unit TextCompiler::ideograph_unit(const Words& words, std::size_t first,
                                                std::size_t last, std::string_view text) const {
  if (first != last) {
    return phrase_unit(words, first, last, {},
                       slice(text, {words[first].span.begin, words[last].span.end}));
  }
  return {Query(Query::OP_WILDCARD, words[first].folded, kMostEndings,
                Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_SYNONYM),
          {},
          {}};
}

Query TextCompiler::checked(Unit& unit) {
  for (PositionCheck& check : std::exchange(unit.checks, {}))
    unit.query = checked_query(unit.query, std::move(check));
  return unit.query;
}

void TextCompiler::append_unit(Unit unit, CompiledText& out) {
  if (unit.query.empty()) return;
  if (!unit.whole.empty()) out.whole.emplace(out.units.size(), unit.whole);
  out.units.push_back(checked(unit));
  append(out.markers, std::move(unit.markers));
}

// Appends the run of ideographs that begins at words[first]; gives its last word. A single character
// among others is a particle, or says little alone.
std::size_t TextCompiler::append_ideographs(const Words& words, std::size_t first, std::size_t last,
                                            std::string_view text, CompiledText& out) const {
  std::size_t end = first;
  while (paired(words, end, last)) ++end;
  const std::uint32_t base = words[first].span.begin;
  std::size_t from = first;
  if (end - first < kShortRun) {
    append_unit(ideograph_unit(words, first, end, text), out);
    return end;
  }
  for (const Span& word : ideograph_words(slice(text, {base, words[end].span.end}))) {
    while (from < end && words[from].span.begin < base + word.begin) ++from;
    std::size_t to = from;
    while (to < end && words[to + 1].span.begin < base + word.end) ++to;
    if (from == to && first != end) continue;
    append_unit(ideograph_unit(words, from, to, text), out);
  }
  return end;
}

void TextCompiler::append_words(const Words& words, std::size_t first, std::size_t last,
                                std::string_view text, bool stop_words_too,
                                CompiledText& out) const {
  for (std::size_t i = first; i <= last; ++i) {
    if (ideographs_at(words, i)) {
      i = append_ideographs(words, i, last, text, out);
      continue;
    }
    const bool acronym = !words[i].letters.empty();
    if (words[i].stop && !acronym && !stop_words_too) continue;
    append_unit(
        acronym ? acronym_unit(words[i], slice(text, words[i].span)) : spelled_unit(words[i]), out);
  }
}

TextCompiler::Unit TextCompiler::loose_words(const Words& words, std::size_t first,
                                             std::size_t last, std::string_view text) const {
  CompiledText loose;
  append_words(words, first, last, text, false, loose);
  for (Marker& marker : loose.markers) marker.fallback = true;
  const Query whole(Query::OP_AND, loose.units.begin(), loose.units.end());
  return {any_of(std::move(loose.units)), std::move(loose.markers), {}, whole};
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
  out.cited = database_.term_exists(make_term(kOwnSymbolPrefix, key)) ? canonical : "";
  return out;
}

std::vector<OrganizationNumber> TextCompiler::organizations_named(std::string_view text) {
  const std::size_t words = token_places(text).size();
  for (const NameCandidate& name : analyzer_.name_candidates(text)) {
    if (covers_all(name, words)) return name.organizations;
  }
  return {};
}

CompiledText TextCompiler::words(std::string_view text, ConceptUse use) {
  if (const std::string whole = canonical_symbol(text); !whole.empty())
    return is_bare_citation(text) ? citing_first(whole) : symbol(whole, false);
  const Words words = query_words(text, analyzer_, langs_);
  const Analysis& analysis = analyzer_.analyze(text, langs_[0]);
  const std::vector<SymbolMention> symbols = analysis.symbols;
  const std::vector<PersonMention> people = analysis.people;
  std::vector<NameCandidate> names = analyzer_.name_candidates(text);
  std::erase_if(names, [&](const NameCandidate& name) {
    return name.first_token == name.last_token && reads_as_word(words[name.first_token]) &&
           !occurs(name_unit(text, name, words));
  });
  CompiledText out;
  if (use != ConceptUse::kNone) out.concepts = find_concepts(text);
  const std::vector<ConceptMention> translated =
      use == ConceptUse::kTranslate ? out.concepts : std::vector<ConceptMention>();
  std::size_t next = 0;  // the first word that nothing has taken yet
  const auto words_before = [&](std::size_t end) {
    if (next < end) {
      append_concepts_and_words(words, next, end - 1, text, translated, out);
      note_words(words, next, end - 1, out.evidence);
    }
    next = end;
  };
  auto symbol_at = symbols.begin();
  auto name_at = names.begin();
  auto person_at = people.begin();
  while (next < words.size()) {
    const std::uint32_t here = words[next].span.begin;
    while (person_at != people.end() && person_at->first_token < next) ++person_at;
    while (symbol_at != symbols.end() && symbol_at->span.begin < here) ++symbol_at;
    while (name_at != names.end() && name_at->first_token < next) ++name_at;
    if (symbol_at != symbols.end() &&
        (name_at == names.end() || symbol_at->span.begin <= name_at->span.begin)) {
      std::size_t first = next;
      while (first < words.size() && words[first].span.end <= symbol_at->span.begin) ++first;
      words_before(first);
      const Span span = symbol_at->span;
      std::vector<Query> meant;  // several: "resolutions 71/9 to 71/19"
      std::vector<std::string> keys;
      for (; symbol_at != symbols.end() && symbol_at->span == span; ++symbol_at) {
        CompiledText one = symbol(symbol_at->symbol, false);
        meant.push_back(std::move(one.units[0]));
        keys.push_back(make_term(kSymbolPrefix, symbol_key(symbol_at->symbol)));
        append(out.markers, std::move(one.markers));
      }
      out.units.push_back(any_of(std::move(meant)));
      note_unit(std::move(keys), out.evidence);
      while (next < words.size() && words[next].span.begin < span.end) ++next;
    } else if (person_at != people.end() &&
               (name_at == names.end() || person_at->first_token <= name_at->first_token)) {
      words_before(person_at->first_token);
      append_unit(person_unit(*person_at, words, text), out);
      note_unit({make_term(kPersonPrefix, person(person_at->person).id)}, out.evidence);
      next = person_at->last_token + 1;
    } else if (name_at != names.end()) {
      words_before(name_at->first_token);
      append_name(text, *name_at, words, out);
      note_name(*name_at, words, out.evidence);
      next = name_at->last_token + 1;
    } else {
      words_before(words.size());
    }
  }
  if (out.units.empty() && !words.empty())
    append_words(words, 0, words.size() - 1, text, true, out);
  note_title(words, out.evidence);
  return out;
}

// A phrase in which names stand for their organizations: XO is at a name's first word and XE at its last,
// so a name ends the phrase before it and begins the phrase behind it.
TextCompiler::Unit TextCompiler::phrase_with_names(const Words& words,
                                                   const std::vector<NameCandidate>& names,
                                                   std::string_view text) const {
  std::vector<std::vector<PhraseSlot>> phrases(1);
  const auto add = [&phrases](std::vector<std::string> terms) {
    phrases.back().push_back({static_cast<std::uint32_t>(phrases.back().size()), std::move(terms)});
  };
  auto name = names.begin();
  for (std::size_t i = 0; i < words.size(); ++i) {
    while (name != names.end() && (name->first_token < i || name->contextual)) ++name;
    if (name == names.end() || name->first_token != i) {
      add(existing(words[i].terms));
      continue;
    }
    std::vector<std::string> begins, ends;
    for (const OrganizationNumber number : name->organizations) {
      const std::string_view id = dragoman::organization(number).id;
      begins.push_back(make_term(kOrganizationPrefix, id));
      ends.push_back(make_term(kOrganizationEndPrefix, id));
    }
    add(existing(begins));
    phrases.emplace_back();
    add(std::move(ends));
    i = name->last_token;
  }
  std::erase_if(phrases, [](const auto& slots) { return slots.size() < 2; });
  if (phrases.empty()) return {};
  Unit unit;
  std::vector<Query> queries;
  for (std::vector<PhraseSlot>& slots : phrases) {
    queries.push_back(words_query(slots));
    unit.checks.push_back({slots, 0});
    Marker marker;
    marker.tokens = static_cast<unsigned>(slots.size());
    marker.what = text;
    marker.weight = 2 * rarity(slots[1].terms);
    marker.slots = std::move(slots);
    unit.markers.push_back(std::move(marker));
  }
  unit.query =
      queries.size() == 1 ? queries[0] : Query(Query::OP_AND, queries.begin(), queries.end());
  return unit;
}

CompiledText TextCompiler::literal(std::string_view text, std::string_view prefix) {
  const Words words = query_words(text, analyzer_, langs_);
  CompiledText out;
  if (words.empty()) return out;
  Unit unit = words.size() == 1 && prefix.empty()
                  ? word_unit(words[0])
                  : phrase_unit(words, 0, words.size() - 1, prefix, text);
  if (!unit.query.empty()) out.units.push_back(std::move(unit.query));
  out.markers = std::move(unit.markers);
  out.checks = std::move(unit.checks);
  return out;
}

CompiledText TextCompiler::phrase(std::string_view text, ConceptUse use) {
  if (const std::string whole = canonical_symbol(text); !whole.empty())
    return is_bare_citation(text) ? citing_first(whole) : symbol(whole, false);
  const Words words = query_words(text, analyzer_, langs_);
  const std::vector<NameCandidate> names = analyzer_.name_candidates(text);
  CompiledText out;
  std::vector<Unit> ways;  // to read the phrase
  const auto add = [&](Unit unit) {
    append(out.markers, std::move(unit.markers));
    if (!unit.query.empty()) ways.push_back(std::move(unit));
  };
  const bool one_name = names.size() == 1 && covers_all(names[0], words.size());
  if (one_name) {
    add(name_unit(text, names[0], words));
    for (const OrganizationNumber number : names[0].organizations) {
      out.organizations.push_back({number, slice(text, names[0].span)});
    }
  } else if (!names.empty()) {
    add(phrase_with_names(words, names, text));
  }
  if (one_name) {
    note_name(names[0], words, out.evidence);
  } else if (!words.empty()) {
    note_words(words, 0, words.size() - 1, out.evidence);
  }
  note_title(words, out.evidence);
  if (use != ConceptUse::kNone) out.concepts = concepts_covering(words, text);
  if (use == ConceptUse::kTranslate) add(concept_phrases(out.concepts, text));
  if (!words.empty() && (!one_name || (names[0].contextual && words.size() > 1))) {
    add(phrase_unit(words, 0, words.size() - 1, {}, text));
  }
  if (ways.size() == 1) {
    out.units.push_back(std::move(ways[0].query));
    out.checks = std::move(ways[0].checks);
  } else if (!ways.empty()) {
    std::vector<Query> queries;
    for (Unit& way : ways) queries.push_back(checked(way));
    out.units.push_back(any_of(std::move(queries)));
  }
  return out;
}

// The index holds stems: besides the terms that begin so, a stem that is the beginning cut short ("cooper" of
// cooperat*) is taken.
CompiledText TextCompiler::beginning(std::string_view text, bool& too_many) {
  constexpr std::size_t kShortestStem = 4;
  constexpr std::size_t kLongestEnding = 4;
  const Words words = query_words(text, analyzer_, langs_);
  CompiledText out;
  if (words.empty()) return out;
  const std::string start = words.back().folded;
  std::vector<std::string> terms;
  for (auto term = database_.allterms_begin(start); term != database_.allterms_end(start); ++term) {
    if (terms.size() >= kMostEndings) {
      too_many = true;
      break;
    }
    terms.push_back(*term);
  }
  for (std::size_t size = start.size() - 1;
       size >= kShortestStem && start.size() - size <= kLongestEnding; --size) {
    const std::string stem = start.substr(0, size);
    if (database_.term_exists(stem)) terms.push_back(stem);
  }
  if (terms.empty()) return out;
  out.units.emplace_back(Query::OP_SYNONYM, terms.begin(), terms.end());
  Marker marker;
  marker.weight = rarity(terms);
  marker.what = text;
  marker.slots = {{0, std::move(terms)}};
  out.markers.push_back(std::move(marker));
  return out;
}

}  // namespace dragoman
