#include "text_compiler.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "dragoman/analyzers/people.h"
#include "dragoman/analyzers/symbols.h"
#include "dragoman/schema.h"
#include "ideograph_words.h"
#include "name_spellings.h"
#include "unit_pieces.h"

namespace dragoman {
namespace {

using Xapian::Query;

constexpr std::size_t kMostEndings = 500;     // of word*
constexpr std::size_t kMostCounted = 50'000;  // of its endings, to find the most frequent
constexpr std::size_t kShortRun = 3;          // ideographs that are taken for one word

}  // namespace

std::vector<std::string> TextCompiler::existing(std::vector<std::string> terms) const {
  std::erase_if(terms, [](const std::string& term) { return term.size() > kMaxTermBytes; });
  if (terms.size() <= 1) return terms;
  std::vector<std::string> found;
  for (const std::string& term : terms) {
    if (has_term(term)) found.push_back(term);
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

bool TextCompiler::has_term(const std::string& term) const {
  return run_.counts.of(database_, term) > 0;
}

double TextCompiler::rarity(const std::vector<std::string>& terms) const {
  Xapian::doccount documents = 0;
  for (const std::string& term : terms)
    documents = std::max(documents, run_.counts.of(database_, term));
  return std::log(1 + (run_.counts.documents(database_) + 1.0) / (documents + 1.0));
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
    return term.size() <= kMaxTermBytes && has_term(term);
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
  if (!has_term(letters) && (!ordinary || word.shouted)) return unit;
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

Query TextCompiler::checked(Unit& unit) const {
  for (PositionCheck& check : std::exchange(unit.checks, {}))
    unit.query = checked_query(unit.query, std::move(check), run_);
  return unit.query;
}

void TextCompiler::append_unit(Unit unit, CompiledText& out) const {
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

// The most frequent terms that begin so, by name.
std::vector<std::string> TextCompiler::terms_beginning(const std::string& start,
                                                       bool& too_many) const {
  using Counted = std::pair<Xapian::doccount, std::string>;
  std::vector<Counted> found;
  for (auto term = database_.allterms_begin(start);
       term != database_.allterms_end(start) && found.size() < kMostCounted; ++term)
    found.emplace_back(term.get_termfreq(), *term);
  too_many = found.size() > kMostEndings;
  if (too_many) {
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(kMostEndings);
    std::nth_element(found.begin(), end, found.end(), std::greater<Counted>());
    found.erase(end, found.end());
  }
  std::vector<std::string> terms;
  for (Counted& term : found) terms.push_back(std::move(term.second));
  std::sort(terms.begin(), terms.end());
  return terms;
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
  std::vector<std::string> terms = terms_beginning(start, too_many);
  for (std::size_t size = start.size() - 1;
       size >= kShortestStem && start.size() - size <= kLongestEnding; --size) {
    const std::string stem = start.substr(0, size);
    if (database_.term_exists(stem)) terms.push_back(stem);
  }
  if (terms.empty())
    terms.push_back(start);  // in no document: nothing is found, for that was asked
  out.units.emplace_back(Query::OP_SYNONYM, terms.begin(), terms.end());
  Marker marker;
  marker.weight = rarity(terms);
  marker.what = text;
  marker.slots = {{0, std::move(terms)}};
  out.markers.push_back(std::move(marker));
  return out;
}

}  // namespace dragoman
