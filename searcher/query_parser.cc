#include "dragoman/searcher/query_parser.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "query_lexer.h"
#include "shouted_query.h"

namespace dragoman {
namespace {

bool is_range_field(std::string_view field) { return field == "date" || field == "mention"; }

bool is_date(std::string_view text) {
  constexpr std::string_view kShapes[] = {"dddd", "dddd-dd", "dddd-dd-dd"};
  return std::any_of(std::begin(kShapes), std::end(kShapes), [text](std::string_view shape) {
    return std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                      [](char c, char s) { return s == 'd' ? c >= '0' && c <= '9' : c == s; });
  });
}

// "2016-Q4" -> the months 2016-10 and 2016-12.
std::optional<std::pair<std::string, std::string>> quarter(std::string_view text) {
  if (text.size() != 7 || !is_date(text.substr(0, 4)) || text[4] != '-') return std::nullopt;
  if ((text[5] != 'Q' && text[5] != 'q') || text[6] < '1' || text[6] > '4') return std::nullopt;
  constexpr const char* kFirst[] = {"-01", "-04", "-07", "-10"};
  constexpr const char* kLast[] = {"-03", "-06", "-09", "-12"};
  const std::string year(text.substr(0, 4));
  const int number = text[6] - '1';
  return std::pair(year + kFirst[number], year + kLast[number]);
}

// The bounds of 2016-11, 2016-Q4, a..b, >a, >=a, <b, <=b; nothing for what is no range of dates.
std::optional<Clause> parse_range(std::string_view field, std::string_view text) {
  Clause range;
  range.kind = ClauseKind::kRange;
  range.field = field;
  if (const auto months = quarter(text)) {
    range.from = months->first;
    range.to = months->second;
    return range;
  }
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
    range.from = text.substr(0, dots);
    range.to = text.substr(dots + 2);
  } else if (text.starts_with('>') || text.starts_with('<')) {
    const bool up = text[0] == '>';
    const bool closed = text.substr(1).starts_with('=');
    (up ? range.from : range.to) = text.substr(closed ? 2 : 1);
    (up ? range.from_open : range.to_open) = !closed;
  } else {
    range.from = range.to = text;
  }
  const bool good = (range.from.empty() || is_date(range.from)) &&
                    (range.to.empty() || is_date(range.to)) &&
                    !(range.from.empty() && range.to.empty());
  return good ? std::optional(range) : std::nullopt;
}

// A range that ends before it begins is meant the other way round. Whether it was one.
bool put_in_order(Clause& range) {
  if (range.from.empty() || range.to.empty() || range.from <= range.to + '~') return false;
  std::swap(range.from, range.to);
  return true;
}

std::string range_text(const Clause& range) {
  if (range.from == range.to) return range.from;
  if (range.to.empty()) return (range.from_open ? ">" : ">=") + range.from;
  if (range.from.empty()) return (range.to_open ? "<" : "<=") + range.to;
  return range.from + ".." + range.to;
}

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
    std::string name(lexeme.field);
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (is_range_field(name)) {
      if (std::optional<Clause> range = parse_range(name, lexeme.text)) {
        if (put_in_order(*range))
          note("'" + std::string(lexeme.text) + "' was read as " + range_text(*range));
        return std::move(*range);
      }
      note("'" + std::string(lexeme.text) +
           "' is no date like 2016, 2016-11 or 2016-11-20..2016-11-30; "
           "it was searched as words");
      Clause text;
      text.kind = ClauseKind::kText;
      text.text = lexeme.text;
      return text;
    }
    Clause clause;
    clause.kind = ClauseKind::kField;
    clause.field = std::move(name);
    clause.text = lexeme.text;
    clause.quoted = lexeme.quoted;
    clause.exact_match = lexeme.exact;
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
