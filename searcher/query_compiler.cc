#include "query_compiler.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "dragoman/analyzers/symbols.h"
#include "dragoman/schema.h"
#include "field_filters.h"
#include "live_documents.h"

namespace dragoman {
namespace {

using Xapian::Query;

// What a clause became. `any` matches; `all` is the part of it with every word; a filter does not rank. Of the
// checks, that all matches must satisfy, the query knows nothing yet.
struct Part {
  Query any;
  Query all;
  bool filter = false;
  std::vector<PositionCheck> checks = {};

  bool empty() const { return any.empty(); }
};

Part same(const Query& query) { return {query, query, false}; }
Part filter(const Query& query) { return {query, query, true}; }

void append(std::vector<PositionCheck>& to, const std::vector<PositionCheck>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

Query joined(Query::op op, std::vector<Query> queries) {
  std::erase_if(queries, [](const Query& q) { return q.empty(); });
  if (queries.size() == 1) return queries[0];
  std::vector<std::string> seen;
  std::erase_if(queries, [&seen](const Query& q) {  // SCO OR SCO counts once
    std::string description = q.get_description();
    if (std::find(seen.begin(), seen.end(), description) != seen.end()) return true;
    seen.push_back(std::move(description));
    return false;
  });
  if (queries.empty()) return Query();
  if (queries.size() == 1) return queries[0];
  return Query(op, queries.begin(), queries.end());
}

// What a text says twice counts twice: of a long question that tells what it is about.
std::vector<Query> weighed_by_count(const std::vector<Query>& queries) {
  if (queries.size() == 1) return queries;
  std::vector<Query> out;
  std::map<std::string, std::pair<std::size_t, double>> known;  // place and count
  for (const Query& query : queries) {
    const auto [at, is_new] = known.emplace(query.get_description(), std::pair(out.size(), 0.0));
    auto& [place, count] = at->second;
    if (is_new) out.push_back(query);
    if (++count > 1) out[place] = scaled(count, query);
  }
  return out;
}

bool are_same(const Query& a, const Query& b) {
  return a.internal.get() == b.internal.get() || a.get_description() == b.get_description();
}

Query both(const Query& a, const Query& b) {
  return a.empty() ? b : b.empty() ? a : Query(Query::OP_AND, a, b);
}

class Compiler {
 public:
  Compiler(const IndexView& index, Analyzer& analyzer, const QueryReach& reach)
      : database_(index.database),
        run_(index.run),
        texts_(index, analyzer, reach),
        translate_(reach.translate) {}

  CompiledQuery run(const Clause& root) {
    Part part = compile(root);
    out_.checks = std::move(part.checks);
    out_.any = part.filter ? scaled(0, part.any) : part.any;
    if (!part.filter && !are_same(part.all, part.any)) out_.all = part.all;
    note_concepts();
    return std::move(out_);
  }

 private:
  Part compile(const Clause& clause) {
    switch (clause.kind) {
      case ClauseKind::kNothing:
        return {};
      case ClauseKind::kText:
        return text(clause.text);
      case ClauseKind::kPhrase:
        return one(texts_.phrase(clause.text, concept_use()));
      case ClauseKind::kExact:
        return exact(clause.text);
      case ClauseKind::kPrefix:
        return beginning(clause.text);
      case ClauseKind::kField:
        return field(clause);
      case ClauseKind::kRange:
        return clause.field == "date" ? filter(date_filter(clause)) : mention(clause);
      case ClauseKind::kAnd:
        return every(clause);
      case ClauseKind::kOr:
        return some(clause);
      case ClauseKind::kNot:
        return without(same(every_document()), clause.children[0]);
      case ClauseKind::kNear:
        return near(clause);
      case ClauseKind::kQuery:
        return side_by_side(clause);
    }
    return {};
  }

  // Keeps what the text found for the marks and the user; nothing of what a NOT excludes.
  void keep(CompiledText& text) {
    if (excluding_) return;
    if (!text.cited.empty())
      note("documents that cite " + text.cited + " come first; to look it up, search " +
           text.cited);
    keep_evidence(text.evidence);
    std::move(text.concepts.begin(), text.concepts.end(), std::back_inserter(concepts_));
    std::move(text.markers.begin(), text.markers.end(), std::back_inserter(out_.markers));
    for (NamedOrganization& named : text.organizations) {
      const bool known =
          std::any_of(out_.organizations.begin(), out_.organizations.end(),
                      [&named](const NamedOrganization& n) { return n.number == named.number; });
      if (!known) out_.organizations.push_back(std::move(named));
    }
  }

  void keep_evidence(Evidence& evidence) {
    if (!evidence.units.empty()) evidence.units[0].apart = true;
    std::move(evidence.units.begin(), evidence.units.end(),
              std::back_inserter(out_.evidence.units));
    std::move(evidence.title.begin(), evidence.title.end(),
              std::back_inserter(out_.evidence.title));
  }

  void note(std::string text) {
    if (std::find(out_.notes.begin(), out_.notes.end(), text) == out_.notes.end())
      out_.notes.push_back(std::move(text));
  }

  // What is excluded is what was written.
  ConceptUse concept_use() const {
    if (excluding_) return ConceptUse::kNone;
    return translate_ ? ConceptUse::kTranslate : ConceptUse::kReport;
  }

  void note_concepts() {
    constexpr std::size_t kMostExamples = 3;  // of what --translate would search
    if (translate_) {
      if (concepts_.empty()) note("--translate: the glossary has no phrase of this query");
      return;
    }
    std::vector<std::string> phrases;
    for (const ConceptMention& mention : concepts_) {
      for (std::string& phrase : texts_.translations(mention, kMostExamples - phrases.size())) {
        phrases.push_back("\"" + std::move(phrase) + "\"");
      }
    }
    if (phrases.empty()) return;
    std::string text = "also in other languages: --translate would search " + phrases[0];
    for (std::size_t i = 1; i < phrases.size(); ++i) text += ", " + phrases[i];
    note(std::move(text));
  }

  // The part as a query among others, with its checks in it.
  Part complete(Part part) const {
    for (const PositionCheck& check : std::exchange(part.checks, {})) {
      part.any = checked_query(part.any, check, run_);
      part.all = checked_query(part.all, check, run_);
    }
    return part;
  }

  Part text(const std::string& text) {
    CompiledText compiled = excluding_ ? texts_.literal(text) : texts_.words(text, concept_use());
    keep(compiled);
    std::vector<Query> all = compiled.units;
    for (const auto& [place, whole] : compiled.whole) all[place] = whole;
    return {joined(Query::OP_OR, weighed_by_count(compiled.units)),
            joined(Query::OP_AND, std::move(all)), false};
  }

  Part one(CompiledText compiled) {
    keep(compiled);
    Part part = same(joined(Query::OP_OR, std::move(compiled.units)));
    part.checks = std::move(compiled.checks);
    return part;
  }

  Part exact(const std::string& text) {
    if (!excluding_) out_.exact.push_back(text);
    return one(texts_.literal(text));
  }

  Part beginning(const std::string& text) {
    bool too_many = false;
    Part part = one(texts_.beginning(text, too_many));
    if (too_many)
      note("'" + text + "*' begins more words than can be searched; the most frequent ones were");
    return part;
  }

  Part every(const Clause& clause) {
    Part part;
    std::vector<const Clause*> excluded;
    for (const Clause& child : clause.children) {
      if (child.kind == ClauseKind::kNot) {
        excluded.push_back(&child.children[0]);
        continue;
      }
      const Part next = compile(child);
      if (next.empty()) continue;
      part = part.empty() ? next : conjunction(part, next);
    }
    if (part.empty() && !excluded.empty()) part = same(every_document());
    for (const Clause* child : excluded) part = without(part, *child);
    return part;
  }

  static Part conjunction(const Part& a, const Part& b) {
    Part out;
    if (a.filter == b.filter) {
      out = {both(a.any, b.any), both(a.all, b.all), a.filter};
    } else {
      const Part& ranked = a.filter ? b : a;
      const Part& only = a.filter ? a : b;
      out = {Query(Query::OP_FILTER, ranked.any, only.any),
             Query(Query::OP_FILTER, ranked.all, only.any), false};
    }
    out.checks = a.checks;
    append(out.checks, b.checks);
    return out;
  }

  Part without(Part part, const Clause& excluded) {
    const bool outer = std::exchange(excluding_, true);
    const Part other = complete(compile(excluded));
    excluding_ = outer;
    if (other.empty()) return part;
    part.any = Query(Query::OP_AND_NOT, part.any, other.any);
    part.all = Query(Query::OP_AND_NOT, part.all, other.any);
    return part;
  }

  Part some(const Clause& clause) {
    std::vector<Query> any, all;
    bool only_filters = true;
    for (const Clause& child : clause.children) {
      const Part part = complete(compile(child));
      only_filters = only_filters && part.filter;
      any.push_back(part.any);
      all.push_back(part.all);
    }
    return {joined(Query::OP_OR, std::move(any)), joined(Query::OP_OR, std::move(all)),
            only_filters};
  }

  Part near(const Clause& clause) {
    std::vector<CompiledText> operands;
    for (const Clause& child : clause.children) {
      if (child.kind == ClauseKind::kPhrase) operands.push_back(texts_.phrase(child.text));
      if (child.kind == ClauseKind::kText) operands.push_back(texts_.words(child.text));
    }
    const bool plain = operands.size() == clause.children.size() &&
                       std::all_of(operands.begin(), operands.end(), is_one_word);
    if (!plain) {
      note("NEAR takes words and names; it was searched as AND");
      return every(clause);
    }
    std::vector<PhraseSlot> slots;
    for (CompiledText& operand : operands) {
      const Query& query = operand.units[0];
      slots.push_back({0, {query.get_unique_terms_begin(), query.get_unique_terms_end()}});
      keep(operand);
    }
    Part part = same(words_query(slots));
    part.checks.push_back({std::move(slots), clause.distance});
    return part;
  }

  // Or one name.
  static bool is_one_word(const CompiledText& text) {
    return text.units.size() == 1 &&
           std::none_of(text.markers.begin(), text.markers.end(),
                        [](const Marker& m) { return m.slots.size() > 1; });
  }

  // Whether a child adds to the score and is not demanded: fields are always demanded.
  static bool ranks(const Clause& child) {
    return child.demand != Demand::kMustNot && child.kind != ClauseKind::kNot &&
           child.kind != ClauseKind::kField && child.kind != ClauseKind::kRange;
  }

  Part side_by_side(const Clause& clause) {
    std::vector<Query> any, all;  // ranked
    std::vector<Query> demanded, demanded_all;
    std::map<std::string, std::vector<Query>> filters;  // of one field: any of its values
    std::vector<const Clause*> excluded;
    std::vector<PositionCheck> checks;
    const bool one_ranked =
        std::count_if(clause.children.begin(), clause.children.end(), ranks) == 1;
    for (const Clause& child : clause.children) {
      if (child.demand == Demand::kMustNot || child.kind == ClauseKind::kNot) {
        excluded.push_back(child.kind == ClauseKind::kNot ? &child.children[0] : &child);
        continue;
      }
      Part part = compile(child);
      if (part.empty()) continue;
      const bool must = one_ranked || !ranks(child) || child.demand == Demand::kMust || part.filter;
      if (must) append(checks, std::exchange(part.checks, {}));
      part = complete(std::move(part));
      if (part.filter) {
        filters[child.field].push_back(part.any);
      } else if (must) {
        demanded.push_back(part.any);
        demanded_all.push_back(part.all);
      } else {
        any.push_back(part.any);
        all.push_back(part.all);
      }
    }
    Part part{joined(Query::OP_OR, std::move(any)), joined(Query::OP_AND, std::move(all)), false};
    if (!demanded.empty()) {
      const Query must = joined(Query::OP_AND, std::move(demanded));
      const Query must_all = joined(Query::OP_AND, std::move(demanded_all));
      part.all = both(must_all, part.all);
      part.any = part.any.empty() ? must : Query(Query::OP_AND_MAYBE, must, part.any);
    }
    part = filtered(std::move(part), filters);
    part.checks = std::move(checks);
    if (part.empty() && !excluded.empty()) part = same(every_document());
    for (const Clause* child : excluded) part = without(std::move(part), *child);
    return part;
  }

  static Part filtered(Part part, const std::map<std::string, std::vector<Query>>& filters) {
    for (const auto& [field, values] : filters) {
      const Query only = joined(Query::OP_OR, values);
      if (part.empty()) {
        part = filter(only);
      } else if (part.filter) {
        part = filter(both(part.any, only));
      } else {
        part = {Query(Query::OP_FILTER, part.any, only), Query(Query::OP_FILTER, part.all, only),
                false};
      }
    }
    return part;
  }

  Part field(const Clause& clause) {
    using Compile = Part (Compiler::*)(const Clause&);
    static const std::map<std::string, Compile, std::less<>> fields = {
        {"title", &Compiler::title}, {"org", &Compiler::organization},
        {"sym", &Compiler::symbol},  {"cites", &Compiler::citing},
        {"lang", &Compiler::lang},   {"source", &Compiler::source},
        {"type", &Compiler::type},   {"id", &Compiler::id}};
    const auto found = fields.find(clause.field);
    return found != fields.end() ? (this->*found->second)(clause) : key(clause);
  }

  Part title(const Clause& clause) { return one(texts_.literal(clause.text, kTitlePrefix)); }

  Part organization(const Clause& clause) {
    std::vector<OrganizationNumber> numbers;
    if (const auto number = find_organization(ascii_lower(clause.text))) {
      numbers.push_back(*number);
    } else {
      numbers = texts_.organizations_named(clause.text);
    }
    if (numbers.empty()) {
      note("no organization is known as '" + clause.text + "'; it was searched as words");
      return text(clause.text);
    }
    std::vector<Query> queries;
    for (const OrganizationNumber number : numbers) {
      CompiledText compiled = texts_.organization(number, clause.exact_match, clause.text);
      queries.push_back(compiled.units[0]);
      keep(compiled);
    }
    return same(joined(Query::OP_OR, std::move(queries)));
  }

  Part symbol(const Clause& clause) {
    if (clause.text.ends_with('*'))
      return symbols_beginning(clause.text.substr(0, clause.text.find('*')));
    const std::string canonical = canonical_symbol(clause.text);
    return one(texts_.symbol(canonical.empty() ? clause.text : canonical, clause.exact_match));
  }

  Part symbols_beginning(const std::string& start) {
    constexpr Xapian::termcount kMost = 1000;
    std::vector<Query> queries;
    for (const std::string_view prefix : {kOwnSymbolPrefix, kSymbolPrefix}) {
      queries.emplace_back(Query::OP_WILDCARD, make_term(prefix, ascii_lower(start)), kMost,
                           Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_SYNONYM);
    }
    return same(joined(Query::OP_OR, std::move(queries)));
  }

  // Documents that mention the symbol, and are not it.
  Part citing(const Clause& clause) {
    const std::string canonical = canonical_symbol(clause.text);
    const std::string key = symbol_key(canonical.empty() ? clause.text : canonical);
    CompiledText compiled = texts_.symbol(canonical.empty() ? clause.text : canonical, true);
    keep(compiled);
    return same(Query(Query::OP_AND_NOT, Query(make_term(kSymbolPrefix, key)),
                      Query(make_term(kOwnSymbolPrefix, key))));
  }

  Part lang(const Clause& clause) { return filter(lang_filter(clause.text)); }
  Part source(const Clause& clause) { return filter(source_filter(clause.text)); }
  Part type(const Clause& clause) { return filter(type_filter(clause.text)); }
  Part id(const Clause& clause) { return filter(id_filter(clause.text)); }

  Part key(const Clause& clause) {
    Query query = key_filter(clause.field, clause.text, database_);
    if (!query.empty()) return filter(query);
    note("no document has a field '" + clause.field + "'; it was searched as words");
    return text(clause.field + ":" + clause.text);
  }

  Part mention(const Clause& clause) {
    bool too_many = false;
    Query query = mention_filter(clause, database_, too_many);
    if (too_many) {
      note("texts name more dates of that time than can be searched; the first " +
           std::to_string(kMostMentionedDates) + " were");
    }
    return filter(query);
  }

  const Xapian::Database& database_;
  SearchRun& run_;
  TextCompiler texts_;
  CompiledQuery out_;
  bool translate_;
  std::vector<ConceptMention> concepts_;  // of the query; their spans are those of its clauses
  bool excluding_ = false;                // inside a NOT
};

}  // namespace

CompiledQuery compile_query(const Clause& root, const IndexView& index, Analyzer& analyzer,
                            const QueryReach& reach) {
  return Compiler(index, analyzer, reach).run(root);
}

}  // namespace dragoman
