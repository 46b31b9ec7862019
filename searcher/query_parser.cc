#include "dragoman/searcher/query_parser.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "date_range.h"
#include "query_lexer.h"
#include "shouted_query.h"

namespace dragoman {
namespace {

class Parser {
 public:
  Parser(std::string_view query, std::vector<std::string>& notes)
      : query_(query), lexemes_(cut_query(query)), notes_(notes) {}

  Clause run() {
    if (read_shouted_operators_as_words(query_, lexemes_))
      note("the query is all in capitals: its AND, OR and NOT were read as words");
    std::vector<Clause> parts;
    while (at_ < lexemes_.size()) {
      parts.push_back(any_of());
      if (at_ < lexemes_.size()) {  // a bracket nobody opened
        note("a ) without its ( was left out");
        ++at_;
      }
    }
    Clause root = joined(std::move(parts));
    if (root.kind != ClauseKind::kNothing) return root;
    return words_only();
  }

 private:
  // Nothing but operators and brackets: they are the words.
  Clause words_only() {
    if (query_.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
    note("the query has no words to search; its signs were read as words");
    Clause text;
    text.kind = ClauseKind::kText;
    text.text = query_;
    return text;
  }

  void note(std::string text) {
    if (std::find(notes_.begin(), notes_.end(), text) == notes_.end())
      notes_.push_back(std::move(text));
  }

  const Lexeme* peek() const { return at_ < lexemes_.size() ? &lexemes_[at_] : nullptr; }

  bool take(LexemeKind kind) {
    if (peek() == nullptr || peek()->kind != kind) return false;
    ++at_;
    return true;
  }

  // Several parsed pieces that stand side by side.
  static Clause joined(std::vector<Clause> parts) {
    std::erase_if(parts, [](const Clause& part) { return part.kind == ClauseKind::kNothing; });
    if (parts.empty()) return {};
    if (parts.size() == 1 && parts[0].demand == Demand::kShould) return std::move(parts[0]);
    Clause query;
    query.kind = ClauseKind::kQuery;
    query.children = std::move(parts);
    return query;
  }

  static Clause operation(ClauseKind kind, std::vector<Clause> operands) {
    std::erase_if(operands, [](const Clause& part) { return part.kind == ClauseKind::kNothing; });
    if (operands.size() <= 1) return joined(std::move(operands));
    Clause clause;
    clause.kind = kind;
    clause.children = std::move(operands);
    return clause;
  }

  Clause any_of() {
    std::vector<Clause> operands;
    operands.push_back(all_of());
    while (take(LexemeKind::kOr)) operands.push_back(all_of());
    return operation(ClauseKind::kOr, std::move(operands));
  }

  Clause all_of() {
    std::vector<Clause> operands;
    operands.push_back(side_by_side());
    while (peek() != nullptr) {
      const bool both = take(LexemeKind::kAnd);
      const bool without = take(LexemeKind::kNot);
      if (!both && !without) break;
      Clause operand = side_by_side();
      operands.push_back(without ? negated(std::move(operand)) : std::move(operand));
    }
    return operation(ClauseKind::kAnd, std::move(operands));
  }

  static Clause negated(Clause clause) {
    if (clause.kind == ClauseKind::kNothing) return clause;
    Clause without;
    without.kind = ClauseKind::kNot;
    without.children.push_back(std::move(clause));
    return without;
  }

  Clause side_by_side() {
    std::vector<Clause> parts;
    while (const Lexeme* lexeme = peek()) {
      if (lexeme->kind == LexemeKind::kAnd || lexeme->kind == LexemeKind::kOr ||
          lexeme->kind == LexemeKind::kClose) {
        break;
      }
      if (lexeme->kind == LexemeKind::kNot && !parts.empty()) break;
      Clause part = near_or_item();
      if (part.kind != ClauseKind::kNothing) parts.push_back(std::move(part));
    }
    return joined(std::move(parts));
  }

  // a NEAR/5 b NEAR/5 c is one window of three.
  Clause near_or_item() {
    Clause first = item();
    while (at_near()) {
      const unsigned distance = peek()->distance;
      std::vector<Clause> operands;
      operands.push_back(std::move(first));
      while (at_near() && peek()->distance == distance) {
        ++at_;
        operands.push_back(item());
      }
      first = operation(ClauseKind::kNear, std::move(operands));
      if (first.kind == ClauseKind::kNear) first.distance = distance;
    }
    return first;
  }

  bool at_near() const { return peek() != nullptr && peek()->kind == LexemeKind::kNear; }

  Clause item() {
    Demand demand = Demand::kShould;
    if (take(LexemeKind::kPlus)) demand = Demand::kMust;
    if (take(LexemeKind::kMinus) || take(LexemeKind::kNot)) demand = Demand::kMustNot;
    Clause clause = primary(demand);
    clause.demand = demand;
    return clause;
  }

  Clause primary(Demand demand) {
    const Lexeme* lexeme = peek();
    if (lexeme == nullptr) return {};
    if (++clauses_ > kMaxQueryClauses) {
      note("the query is too long: only its first " + std::to_string(kMaxQueryClauses) +
           " parts were searched");
      at_ = lexemes_.size();
      return {};
    }
    switch (lexeme->kind) {
      case LexemeKind::kOpen:
        return group();
      case LexemeKind::kWord:
        return words(demand == Demand::kShould);
      case LexemeKind::kPhrase:
        return quoted(ClauseKind::kPhrase);
      case LexemeKind::kExact:
        return quoted(ClauseKind::kExact);
      case LexemeKind::kPrefix:
        return simple(ClauseKind::kPrefix);
      case LexemeKind::kField:
        return field();
      case LexemeKind::kFieldOpen:
        return field_group();
      case LexemeKind::kPlus:
      case LexemeKind::kMinus:
      case LexemeKind::kNot:
        ++at_;
        return {};
      default:
        return {};  // an operator without its operand; the caller deals with it
    }
  }

  Clause group() {
    ++at_;
    if (depth_ >= kMaxQueryDepth) {
      note("brackets nested more than " + std::to_string(kMaxQueryDepth) + " deep were left out");
      return {};
    }
    ++depth_;
    Clause inside = any_of();
    --depth_;
    if (!take(LexemeKind::kClose)) note("a ( without its ) was closed at the end");
    return inside;
  }

  // A run of plain words is one text, so that names of several words are seen whole.
  Clause words(bool run) {
    const std::size_t begin = lexemes_[at_].begin;
    std::size_t end = lexemes_[at_++].end;
    while (run && peek() != nullptr && peek()->kind == LexemeKind::kWord && !before_near()) {
      end = lexemes_[at_++].end;
    }
    Clause text;
    text.kind = ClauseKind::kText;
    text.text = query_.substr(begin, end - begin);
    return text;
  }

  // Whether the word at at_ is an operand of NEAR, and so not one of a run.
  bool before_near() const {
    return at_ + 1 < lexemes_.size() && lexemes_[at_ + 1].kind == LexemeKind::kNear;
  }

  Clause simple(ClauseKind kind) {
    Clause clause;
    clause.kind = kind;
    clause.text = lexemes_[at_++].text;
    return clause;
  }

  Clause quoted(ClauseKind kind) {
    if (lexemes_[at_].unclosed) note("a quotation mark that was not closed was closed at the end");
    Clause clause = simple(kind);
    return clause.text.find_first_not_of(" \t\r\n") == std::string::npos ? Clause{} : clause;
  }

  Clause field() {
    const Lexeme& lexeme = lexemes_[at_++];
    if (lexeme.unclosed) note("a quotation mark that was not closed was closed at the end");
    Clause clause = value(name_of(lexeme), lexeme.text);
    clause.quoted = lexeme.quoted;
    clause.exact_match = lexeme.exact;
    return clause;
  }

  // title:(peace OR "joint communiqué"): each part of what stands in the brackets is in the field.
  Clause field_group() {
    const std::string name = name_of(lexemes_[at_]);
    Clause inside = group();
    put_in_field(name, inside);
    return inside;
  }

  void put_in_field(const std::string& name, Clause& clause) {
    const Demand demand = clause.demand;
    switch (clause.kind) {
      case ClauseKind::kText:
        clause = name == "title" ? words_in_field(name, clause.text) : value(name, clause.text);
        break;
      case ClauseKind::kPhrase:
      case ClauseKind::kExact:
        clause = value(name, clause.text);
        clause.quoted = true;
        break;
      case ClauseKind::kPrefix:
        clause = value(name, clause.text + "*");
        break;
      default:
        for (Clause& child : clause.children) put_in_field(name, child);
    }
    clause.demand = demand;
  }

  Clause words_in_field(const std::string& name, std::string_view text) {
    std::vector<Clause> words;
    for (const Lexeme& word : cut_query(text)) words.push_back(value(name, word.text));
    return joined(std::move(words));
  }

  static std::string name_of(const Lexeme& lexeme) {
    std::string name(lexeme.field);
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return name;
  }

  // Of a field.
  Clause value(const std::string& field, std::string_view text) {
    Clause clause;
    if (!is_range_field(field)) {
      clause.kind = ClauseKind::kField;
      clause.field = field;
    } else if (std::optional<Clause> range = parse_range(field, text)) {
      if (put_in_order(*range))
        note("'" + std::string(text) + "' was read as " + range_text(*range));
      return std::move(*range);
    } else {
      note("'" + std::string(text) +
           "' is no date like 2016, 2016-11 or 2016-11-20..2016-11-30; "
           "it was searched as words");
      clause.kind = ClauseKind::kText;
    }
    clause.text = text;
    return clause;
  }

  std::string_view query_;
  std::vector<Lexeme> lexemes_;
  std::vector<std::string>& notes_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t clauses_ = 0;
};

std::string_view cut_to_limit(std::string_view query) {
  std::size_t size = std::min(query.size(), kMaxQueryBytes);
  while (size < query.size() && size > 0 &&
         (static_cast<unsigned char>(query[size]) & 0xC0u) == 0x80u)
    --size;
  return query.substr(0, size);
}

std::string quote(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string list(const char* name, const Clause& clause) {
  std::string out = std::string("(") + name;
  for (const Clause& child : clause.children) {
    constexpr const char* kSigns[] = {" ", " +", " -"};
    out += kSigns[static_cast<int>(child.demand)] + to_string(child);
  }
  return out + ")";
}

}  // namespace

ParsedQuery parse_query(std::string_view query) {
  ParsedQuery parsed;
  const std::string_view kept = cut_to_limit(query);
  if (kept.size() < query.size()) {
    parsed.notes.push_back("the query is too long: only its first " +
                           std::to_string(kMaxQueryBytes) + " bytes were searched");
  }
  parsed.root = Parser(kept, parsed.notes).run();
  return parsed;
}

std::optional<Clause> filter_clause(std::string_view field, std::string_view value) {
  Clause clause;
  if (is_range_field(field)) {
    std::optional<Clause> range = parse_range(field, value);
    if (!range) return std::nullopt;
    put_in_order(*range);
    clause = std::move(*range);
  } else {
    clause.kind = ClauseKind::kField;
    clause.field = field;
    clause.text = value;
    clause.quoted = true;
    clause.exact_match = field == "org";
  }
  clause.demand = Demand::kMust;
  return clause;
}

// Fields that stand side by side and have the same name are alternatives. One of the root's and a filter are not: the
// root goes in as one piece.
Clause with_filters(Clause root, std::vector<Clause> filters) {
  if (filters.empty()) return root;
  Clause query;
  query.kind = ClauseKind::kQuery;
  if (root.kind == ClauseKind::kField || root.kind == ClauseKind::kRange) {
    Clause piece;
    piece.kind = ClauseKind::kQuery;
    piece.children.push_back(std::move(root));
    root = std::move(piece);
  }
  if (root.kind != ClauseKind::kNothing) query.children.push_back(std::move(root));
  std::move(filters.begin(), filters.end(), std::back_inserter(query.children));
  return query;
}

std::string to_string(const Clause& clause) {
  switch (clause.kind) {
    case ClauseKind::kNothing:
      return "(nothing)";
    case ClauseKind::kText:
      return "(text " + quote(clause.text) + ")";
    case ClauseKind::kPhrase:
      return "(phrase " + quote(clause.text) + ")";
    case ClauseKind::kExact:
      return "(exact " + quote(clause.text) + ")";
    case ClauseKind::kPrefix:
      return "(prefix " + quote(clause.text) + ")";
    case ClauseKind::kField:
      return std::string("(field ") + (clause.exact_match ? "=" : "") + clause.field + " " +
             quote(clause.text) + ")";
    case ClauseKind::kRange:
      return "(range " + clause.field + " " + range_text(clause) + ")";
    case ClauseKind::kAnd:
      return list("and", clause);
    case ClauseKind::kOr:
      return list("or", clause);
    case ClauseKind::kNot:
      return list("not", clause);
    case ClauseKind::kNear:
      return list(("near/" + std::to_string(clause.distance)).c_str(), clause);
    case ClauseKind::kQuery:
      return list("query", clause);
  }
  return {};
}

}  // namespace dragoman
