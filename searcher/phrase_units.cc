// Units of words that must stand one after another.
#include <algorithm>
#include <set>
#include <utility>

#include "dragoman/analyzers/symbols.h"
#include "dragoman/schema.h"
#include "text_compiler.h"
#include "unit_pieces.h"

namespace dragoman {
namespace {

using Xapian::Query;

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

}  // namespace

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
    languages[i] = checked_query(languages[i], std::move(checks[i]), run_);
  return {any_of(std::move(languages)), {std::move(marker)}, {}};
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

}  // namespace dragoman
