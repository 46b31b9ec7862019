#include "suggestions.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "date_range.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostParts = 8;  // of a query that is tried without each of them

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Where `word` stands as a whole word.
std::size_t find_word(const std::string& text, const std::string& word) {
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; ++at) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_word_byte(text[at - 1])) &&
        (end == text.size() || !is_word_byte(text[end])))
      return at;
  }
  return std::string::npos;
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string field_text(const Clause& clause) {
  const bool quotes = clause.quoted || clause.text.find_first_of(" ()") != std::string::npos;
  return clause.field + (clause.exact_match ? ":=" : ":") +
         (quotes ? quoted(clause.text) : clause.text);
}

std::string joined(const Clause& clause, const std::string& between) {
  constexpr const char* kSigns[] = {"", "+", "-"};
  std::string out;
  for (const Clause& child : clause.children) {
    const bool nested = child.children.size() > 1;
    out += (out.empty() ? "" : between) + kSigns[static_cast<int>(child.demand)] +
           (nested ? "(" : "") + query_text(child) + (nested ? ")" : "");
  }
  return out;
}

// A part to be left out must be one that demands something.
bool demands(const Clause& parent, const Clause& child) {
  return parent.kind == ClauseKind::kAnd || child.demand != Demand::kShould ||
         child.kind == ClauseKind::kField || child.kind == ClauseKind::kRange ||
         child.kind == ClauseKind::kNot;
}

void try_query(const Clause& clause, const std::string& reason, const QueryCounter& count,
               std::vector<Suggestion>& out) {
  std::string text = query_text(clause);
  if (text.empty()) return;
  const std::uint64_t total = count(text);
  if (total > 0) out.push_back({std::move(text), reason, total});
}

}  // namespace

std::vector<std::string> plain_texts(const Clause& root) {
  if (root.demand == Demand::kMustNot || root.kind == ClauseKind::kNot) return {};
  if (root.kind == ClauseKind::kText || root.kind == ClauseKind::kPhrase) return {root.text};
  std::vector<std::string> texts;
  for (const Clause& child : root.children) {
    for (std::string& text : plain_texts(child)) texts.push_back(std::move(text));
  }
  return texts;
}

std::string corrected(std::string query, const std::vector<Correction>& corrections) {
  for (const Correction& correction : corrections) {
    if (correction.instead.empty()) continue;
    const std::size_t at = find_word(query, correction.word);
    if (at != std::string::npos) query.replace(at, correction.word.size(), correction.instead);
  }
  return query;
}

std::string missing_words(const std::vector<Correction>& corrections) {
  if (corrections.empty()) return {};
  std::string words;
  bool some = false;
  for (const Correction& one : corrections) {
    words += (words.empty() ? "“" : ", “") + one.word + "”";
    some = some || one.documents > 0;
  }
  return (some ? "hardly any document has " : "no document has ") + words;
}

std::string query_text(const Clause& clause) {
  switch (clause.kind) {
    case ClauseKind::kNothing:
      return {};
    case ClauseKind::kText:
      return clause.text;
    case ClauseKind::kPhrase:
      return quoted(clause.text);
    case ClauseKind::kExact:
      return "=" + quoted(clause.text);
    case ClauseKind::kPrefix:
      return clause.text + "*";
    case ClauseKind::kField:
      return field_text(clause);
    case ClauseKind::kRange:
      return clause.field + ":" + range_text(clause);
    case ClauseKind::kAnd:
      return joined(clause, " AND ");
    case ClauseKind::kOr:
      return joined(clause, " OR ");
    case ClauseKind::kNot:
      return "NOT " + joined(clause, " ");
    case ClauseKind::kNear:
      return joined(clause, " NEAR/" + std::to_string(clause.distance) + " ");
    case ClauseKind::kQuery:
      return joined(clause, " ");
  }
  return {};
}

std::vector<Suggestion> looser_queries(const Clause& root, const QueryCounter& count) {
  std::vector<Suggestion> found;
  if (root.kind == ClauseKind::kPhrase) {
    Clause words = root;
    words.kind = ClauseKind::kText;
    try_query(words, "without the quotes", count, found);
  }
  if (root.kind == ClauseKind::kNear) {
    Clause words = root;
    words.kind = ClauseKind::kAnd;
    try_query(words, "anywhere in a document", count, found);
  }
  const bool parts = root.kind == ClauseKind::kAnd || root.kind == ClauseKind::kQuery;
  if (!parts || root.children.size() < 2 || root.children.size() > kMostParts) return found;
  for (std::size_t i = 0; i < root.children.size(); ++i) {
    if (!demands(root, root.children[i])) continue;
    Clause rest = root;
    rest.children.erase(rest.children.begin() + static_cast<std::ptrdiff_t>(i));
    try_query(rest, "without " + query_text(root.children[i]), count, found);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Suggestion& a, const Suggestion& b) { return a.total > b.total; });
  return found;
}

}  // namespace dragoman
