// Compiles the texts in a query, plain or quoted, to Xapian: each word, organization and symbol becomes
// a unit with the terms it is indexed under, and a marker to find it again in a hit.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/analyzers/glossary.h"
#include "dragoman/searcher/query_reach.h"
#include "evidence.h"
#include "marker.h"
#include "query_words.h"
#include "search_run.h"

namespace dragoman {

// What the compiler must know of an index. The parts must outlive it.
struct IndexView {
  const Xapian::Database& database;
  const std::vector<std::string>& langs;  // of its documents, not empty
  SearchRun& run;                         // for which the query is compiled
  bool remote = false;  // whether a stock server, which can check no positions, has a part of it
};

struct NamedOrganization {
  OrganizationNumber number = 0;
  std::string text;  // as the query has it
};

// What is done with the phrases of the glossary that a text holds.
enum class ConceptUse { kNone, kReport, kTranslate };

struct CompiledText {
  std::vector<Xapian::Query>
      units;  // each ranked; which of them a hit must have is the caller's business
  // By a unit's place: the part of it that has the name or all of its words, where a few of them will do.
  std::map<std::size_t, Xapian::Query> whole;
  std::vector<PositionCheck> checks;  // of the only unit; it is not to be used without them
  std::vector<Marker> markers;
  std::vector<NamedOrganization> organizations;
  std::vector<ConceptMention> concepts;
  Evidence evidence;
  std::string cited;  // the symbol whose document comes behind those that cite it
};

class TextCompiler {
 public:
  // All must outlive the compiler. Throws what Xapian throws, here and below.
  TextCompiler(const IndexView& index, Analyzer& analyzer, const QueryReach& reach = {})
      : database_(index.database),
        analyzer_(analyzer),
        langs_(index.langs),
        run_(index.run),
        reach_(reach),
        remote_(index.remote) {}

  // Plain words: names and symbols are recognized, stop words left out when others are there.
  CompiledText words(std::string_view text, ConceptUse use = ConceptUse::kNone);
  // One unit: a phrase in which a name stands for the organization; the name alone is the organization.
  CompiledText phrase(std::string_view text, ConceptUse use = ConceptUse::kNone);
  // The words as they are, as a phrase; no name is recognized. `prefix` is that of a field or empty.
  CompiledText literal(std::string_view text, std::string_view prefix = {});
  // All words that begin so; `too_many` tells when only the most frequent ones were taken.
  CompiledText beginning(std::string_view text, bool& too_many);
  CompiledText symbol(const std::string& canonical, bool exact) const;
  CompiledText organization(OrganizationNumber number, bool exact, std::string_view text) const;
  // Documents that cite the symbol, and its own behind them.
  CompiledText citing_first(const std::string& canonical) const;

  // Of other languages of the index a term of the concept that occurs there; at most `limit`.
  std::vector<std::string> translations(const ConceptMention& mention, std::size_t limit) const;

  // Organizations that `text` as a whole may name.
  std::vector<OrganizationNumber> organizations_named(std::string_view text);

 private:
  struct Unit {
    Xapian::Query query;
    std::vector<Marker> markers;
    std::vector<PositionCheck> checks;  // still to be applied to `query`
    Xapian::Query whole = {};           // see CompiledText::whole; mostly empty
  };
  using Words = std::vector<QueryWord>;

  Marker organization_marker(OrganizationNumber number, bool exact) const;
  // What reach_ adds to an organization, in organization_reach.cc.
  void add_reach(OrganizationNumber number, Unit& unit) const;
  Unit word_unit(const QueryWord& word) const;
  Unit spelled_unit(const QueryWord& word) const;
  Unit acronym_unit(const QueryWord& word, const std::string& surface) const;
  Unit ideograph_unit(const Words& words, std::size_t first, std::size_t last,
                      std::string_view text) const;
  Unit name_unit(std::string_view text, const NameCandidate& name, const Words& words) const;
  Unit person_unit(const PersonMention& mention, const Words& words, std::string_view text) const;
  Unit phrase_unit(const Words& words, std::size_t first, std::size_t last, std::string_view prefix,
                   std::string_view surface) const;
  Unit phrase_with_names(const Words& words, const std::vector<NameCandidate>& names,
                         std::string_view text) const;
  Unit loose_words(const Words& words, std::size_t first, std::size_t last,
                   std::string_view text) const;

  Xapian::Query checked(Unit& unit) const;
  void append_unit(Unit unit, CompiledText& out) const;
  void append_words(const Words& words, std::size_t first, std::size_t last, std::string_view text,
                    bool stop_words_too, CompiledText& out) const;
  std::size_t append_ideographs(const Words& words, std::size_t first, std::size_t last,
                                std::string_view text, CompiledText& out) const;
  void append_name(std::string_view text, const NameCandidate& name, const Words& words,
                   CompiledText& out) const;

  // Concepts of the glossary, in concept_units.cc.
  Unit term_unit(const ConceptTerm& term) const;
  Unit letters_unit(const QueryWord& word, std::string_view text) const;
  Unit concept_phrases(const std::vector<ConceptMention>& mentions, std::string_view surface) const;
  Unit concept_unit(const std::vector<ConceptMention>& mentions, const Words& words,
                    std::size_t first, std::size_t last, std::string_view text) const;
  void append_concepts_and_words(const Words& words, std::size_t first, std::size_t last,
                                 std::string_view text, const std::vector<ConceptMention>& concepts,
                                 CompiledText& out) const;
  bool occurs(Unit unit) const;

  // Evidence, in text_evidence.cc.
  void note_unit(std::vector<std::string> terms, Evidence& out) const;
  void note_words(const Words& words, std::size_t first, std::size_t last, Evidence& out) const;
  void note_name(const NameCandidate& name, const Words& words, Evidence& out) const;
  static void note_title(const Words& words, Evidence& out);

  std::vector<std::string> terms_beginning(const std::string& start, bool& too_many) const;
  std::vector<std::string> existing(std::vector<std::string> terms) const;
  Xapian::Query one_of(const std::vector<std::string>& terms) const;
  bool has_term(const std::string& term) const;
  double rarity(const std::vector<std::string>& terms) const;

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const std::vector<std::string>& langs_;
  SearchRun& run_;
  QueryReach reach_;
  bool remote_;
};

}  // namespace dragoman
