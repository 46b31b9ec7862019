// The TextCompiler's part for concepts: phrases of the glossary, in the languages of the index.
#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "dragoman/schema.h"
#include "text_compiler.h"

namespace dragoman {
namespace {

using Xapian::Query;

constexpr double kOwnWords = 0.3;      // the query's words, one here, one there, beside a phrase
constexpr std::size_t kMostTried = 3;  // terms of a language, to see whether one occurs

bool all_exist(const Xapian::Database& database, const Query& query) {
  return std::all_of(query.get_unique_terms_begin(), query.get_unique_terms_end(),
                     [&database](const std::string& term) { return database.term_exists(term); });
}

bool among(std::string_view lang, const std::vector<std::string>& langs) {
  return std::find(langs.begin(), langs.end(), lang) != langs.end();
}

// The concepts meant by the words from `begin` on.
std::vector<ConceptMention> mentions_at(const std::vector<ConceptMention>& concepts,
                                        std::uint32_t begin) {
  std::vector<ConceptMention> mentions;
  std::copy_if(concepts.begin(), concepts.end(), std::back_inserter(mentions),
               [begin](const ConceptMention& mention) { return mention.span.begin == begin; });
  return mentions;
}

// Arabic writes conjunctions and prepositions on the word, and the stemmer leaves some there.
std::vector<std::string> with_clitics(std::string_view word) {
  constexpr std::string_view kArticle = "ال";
  constexpr std::string_view kBeforeArticle[] = {"لل", "بال", "وال", "فال", "كال", "ولل", "وبال"};
  constexpr std::string_view kBefore[] = {"ل", "ب", "و", "ف", "ك", "ول", "وب"};
  const bool article = word.starts_with(kArticle);
  if (article) word.remove_prefix(kArticle.size());
  std::vector<std::string> forms;
  for (const std::string_view clitic : article ? kBeforeArticle : kBefore) {
    forms.push_back(std::string(clitic) + std::string(word));
  }
  return forms;
}

// As if each way to write the first word were one more language of the index.
void read_clitics(std::string_view text, const Xapian::Database& database, Analyzer& analyzer,
                  std::vector<QueryWord>& words, std::vector<std::string>& langs) {
  std::set<std::string> known = {words[0].by_language[0]};
  for (const std::string& form : with_clitics(text.substr(0, words[0].span.end))) {
    const std::string stem = query_words(form, analyzer, {"ar"})[0].by_language[0];
    if (!database.term_exists(stem) || !known.insert(stem).second) continue;
    langs.emplace_back("ar");
    for (QueryWord& word : words) word.by_language.push_back(word.by_language[0]);
    words[0].by_language.back() = stem;
  }
  if (database.term_exists(words[0].by_language[0]) || langs.size() == 1) return;
  langs.erase(langs.begin());  // only with a clitic
  for (QueryWord& word : words) word.by_language.erase(word.by_language.begin());
}

}  // namespace

// The term as its own language stems it, weighed as one word: some languages need four for what
// others say in one. Nothing when the index has not all its words.
TextCompiler::Unit TextCompiler::term_unit(const ConceptTerm& term) const {
  std::vector<std::string> langs = {std::string(term.lang())};
  Words words = query_words(term.text, analyzer_, langs);
  if (term.lang() == "ar") read_clitics(term.text, database_, analyzer_, words, langs);
  if (term.acronym) return letters_unit(words[0], term.text);
  const TextCompiler reader({database_, langs, run_, remote_}, analyzer_);
  Unit unit = reader.phrase_unit(words, 0, words.size() - 1, {}, term.text);
  if (!all_exist(database_, unit.query)) return {};
  const auto stop_words =
      std::count_if(words.begin(), words.end(), [](const QueryWord& w) { return w.stop; });
  const auto parts =
      static_cast<double>(unit.markers[0].slots.size()) - static_cast<double>(stop_words);
  if (parts > 1) unit.query = scaled(1 / parts, unit.query);
  return unit;
}

// Of an acronym only its letters, never the word in small letters.
TextCompiler::Unit TextCompiler::letters_unit(const QueryWord& word, std::string_view text) const {
  const std::string letters = make_term(kLettersPrefix, word.letters);
  if (!has_term(letters)) return {};
  Unit unit = acronym_unit(word, std::string(text));
  unit.query = Query(letters);
  unit.markers.erase(unit.markers.begin(), std::prev(unit.markers.end()));
  return unit;
}

// Any of the phrases that mean the concepts. A document counts by the best of them, however many it
// has: a language with more words for a thing is not worth more.
TextCompiler::Unit TextCompiler::concept_phrases(const std::vector<ConceptMention>& mentions,
                                                 std::string_view surface) const {
  CompiledText phrases;
  for (const ConceptMention& mention : mentions) {
    for (const ConceptTerm& term : terms_of(mention.number)) {
      if (among(term.lang(), langs_)) append_unit(term_unit(term), phrases);
    }
  }
  for (Marker& marker : phrases.markers) marker.what = surface;
  Unit unit;
  if (phrases.units.empty()) return unit;
  unit.query = Query(Query::OP_MAX, phrases.units.begin(), phrases.units.end());
  unit.markers = std::move(phrases.markers);
  return unit;
}

// Besides the phrases, all of words[first] … words[last] wherever they stand.
TextCompiler::Unit TextCompiler::concept_unit(const std::vector<ConceptMention>& mentions,
                                              const Words& words, std::size_t first,
                                              std::size_t last, std::string_view text) const {
  const Span span = mentions[0].span;
  Unit unit = concept_phrases(mentions, text.substr(span.begin, span.end - span.begin));
  if (unit.query.empty()) return unit;
  CompiledText own;
  append_words(words, first, last, text, false, own);
  for (Marker& marker : own.markers) {
    marker.fallback = true;
    unit.markers.push_back(std::move(marker));
  }
  if (own.units.empty()) return unit;
  const Query apart(Query::OP_AND, own.units.begin(), own.units.end());
  const double weight = kOwnWords / static_cast<double>(own.units.size());
  unit.query = Query(Query::OP_MAX, unit.query, scaled(weight, apart));
  return unit;
}

// words[first] … words[last], with a unit for each concept among them that the index speaks of.
void TextCompiler::append_concepts_and_words(const Words& words, std::size_t first,
                                             std::size_t last, std::string_view text,
                                             const std::vector<ConceptMention>& concepts,
                                             CompiledText& out) const {
  std::size_t next = first;  // the first word that nothing has taken yet
  const auto words_before = [&](std::size_t end) {
    if (next < end) append_words(words, next, end - 1, text, false, out);
    next = end;
  };
  for (std::size_t i = first; i <= last; ++i) {
    const std::vector<ConceptMention> mentions = mentions_at(concepts, words[i].span.begin);
    if (mentions.empty()) continue;
    std::size_t end = i;
    while (end <= last && words[end].span.end < mentions[0].span.end) ++end;
    if (end > last) continue;  // a name has the rest of it
    Unit unit = concept_unit(mentions, words, i, end, text);
    if (unit.query.empty()) continue;
    words_before(i);
    append_unit(std::move(unit), out);
    next = end + 1;
    i = end;
  }
  words_before(last + 1);
}

// A server finds the words of a phrase, wherever they stand: as a hint that is good enough.
bool TextCompiler::occurs(Unit unit) const {
  CompiledText text;
  append_unit(std::move(unit), text);
  if (text.units.empty()) return false;
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(remote_ ? without_checks(text.units[0]) : text.units[0]);
  return !enquire.get_mset(0, 1).empty();
}

std::vector<std::string> TextCompiler::translations(const ConceptMention& mention,
                                                    std::size_t limit) const {
  std::vector<std::string> found;
  for (const std::string& lang : langs_) {
    if (found.size() >= limit) break;
    if (std::find(mention.langs.begin(), mention.langs.end(), lang) != mention.langs.end())
      continue;
    std::size_t tried = 0;
    for (const ConceptTerm& term : terms_of(mention.number)) {
      if (term.lang() != lang || term.acronym || tried++ >= kMostTried) continue;
      if (!occurs(term_unit(term))) continue;
      found.emplace_back(term.text);
      break;
    }
  }
  return found;
}

}  // namespace dragoman
