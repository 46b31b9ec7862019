// The TextCompiler's part for the evidence by which the best matches are ordered (evidence.h).
#include <algorithm>
#include <utility>

#include "dragoman/schema.h"
#include "text_compiler.h"

namespace dragoman {
namespace {

// Whether words[i] and the next are ideographs without anything between, which are indexed as a pair.
bool is_pair(const std::vector<QueryWord>& words, std::size_t i) {
  return i + 1 < words.size() && words[i].kind == TokenKind::kIdeograph &&
         words[i + 1].kind == TokenKind::kIdeograph && words[i].span.end == words[i + 1].span.begin;
}

std::vector<std::string> terms_at(const std::vector<QueryWord>& words, std::size_t i) {
  if (is_pair(words, i)) return {words[i].folded + words[i + 1].folded};
  return words[i].terms;
}

// The last of a run of ideographs is in the pair before.
bool ends_pair(const std::vector<QueryWord>& words, std::size_t i) {
  return words[i].kind == TokenKind::kIdeograph && !is_pair(words, i);
}

}  // namespace

void TextCompiler::note_unit(std::vector<std::string> terms, Evidence& out) const {
  terms = existing(std::move(terms));
  if (terms.empty()) return;
  const double weight = rarity(terms);
  out.units.push_back({std::move(terms), weight, false});
}

void TextCompiler::note_words(const Words& words, std::size_t first, std::size_t last,
                              Evidence& out) const {
  for (std::size_t i = first; i <= last; ++i) {
    if ((words[i].stop && words[i].letters.empty()) || ends_pair(words, i)) continue;
    std::vector<std::string> terms = terms_at(words, i);
    if (!words[i].letters.empty()) terms.push_back(make_term(kLettersPrefix, words[i].letters));
    note_unit(std::move(terms), out);
  }
}

void TextCompiler::note_name(const NameCandidate& name, const Words& words, Evidence& out) const {
  std::vector<std::string> terms;
  for (const OrganizationNumber number : name.organizations) {
    const std::string_view id = dragoman::organization(number).id;
    terms.push_back(make_term(kOrganizationPrefix, id));
    terms.push_back(make_term(kIncludedPrefix, id));
  }
  if (const std::string& letters = words[name.first_token].letters;
      name.form == NameForm::kAcronym && !letters.empty()) {
    terms.push_back(make_term(kLettersPrefix, letters));
  }
  note_unit(std::move(terms), out);
}

void TextCompiler::note_title(const Words& words, Evidence& out) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!ends_pair(words, i))
      out.title.push_back({terms_at(words, i), is_pair(words, i) ? 2u : 1u});
  }
}

}  // namespace dragoman
