// Build tool: compile_people people.tsv > people_data.cc
// Names are cut and folded by the code that will read the texts; Russian names come in all their
// cases.
#include <unicode/bytestriebuilder.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "dragoman/analyzers/name_key.h"
#include "people_data.h"
#include "person_word.h"
#include "russian_cases.h"
#include "tokenizer.h"
#include "utf8.h"

namespace {

using namespace dragoman;

using Words = std::vector<std::string>;

// The columns of people.tsv.
enum Column { kId, kOrganization, kRole, kTerm, kLang, kForm, kText, kNote, kColumns };

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

Words words_of(const std::string& text) {
  std::vector<RawToken> tokens;
  tokenize_text(text, tokens);
  Words words;
  for (const RawToken& token : tokens) {
    words.emplace_back(person_word(
        make_word(text.substr(token.span.begin, token.span.end - token.span.begin), token.kind)));
  }
  return words;
}

std::string joined(const Words& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

const char* name_of(NameKind kind) {
  constexpr const char* kNames[] = {"kFull", "kShort", "kAlone"};
  return kNames[static_cast<int>(kind)];
}

class People {
 public:
  void add(std::vector<std::string> row) {
    row.resize(kColumns);
    const auto [at, is_new] = numbers_.emplace(row[kId], static_cast<PersonNumber>(rows_.size()));
    if (is_new) {
      rows_.push_back(row);
      initials_.emplace_back();
    } else if (row[kLang] == "en" && row[kForm] == "name") {
      rows_[at->second] = row;
    }
    if (row[kLang] == "zh") return add_chinese(at->second, row);
    add_words(at->second, row);
  }

  void write(std::ostream& out) const;

 private:
  void add_name(PersonNumber person, NameKind kind, const Words& words) {
    if (words.empty()) return;
    const auto [at, is_new] = names_[joined(words)].emplace(person, kind);
    if (!is_new) at->second = std::min(at->second, kind);
  }

  // Names of scripts with blanks: the full name, and what may stand for it.
  void add_words(PersonNumber person, const std::vector<std::string>& row) {
    const Words words = words_of(row[kText]);
    const bool russian = row[kLang] == "ru";
    const bool family_first = row[kNote] == "family-first";
    add_forms(person, words.size() > 1 ? NameKind::kFull : NameKind::kAlone, words, russian);
    if (words.size() < 2) return;
    if (family_first) {
      add_forms(person, NameKind::kAlone, {words.front()}, russian);
      return;
    }
    add_forms(person, NameKind::kAlone, {words.back()}, russian);
    if (words.size() > 2)
      add_forms(person, NameKind::kAlone, Words(words.begin() + 1, words.end()), russian);
    if (russian && words.size() == 2)
      add_forms(person, NameKind::kFull, {words[1], words[0]}, russian);
    add_initial(person, words.front());
    add_key(person, words);
  }

  void add_forms(PersonNumber person, NameKind kind, const Words& words, bool russian) {
    if (!russian) return add_name(person, kind, words);
    for (const Words& form : russian_forms(words)) add_name(person, kind, form);
  }

  void add_initial(PersonNumber person, const std::string& word) {
    std::size_t end = 0;
    next_code_point(word, end);
    const std::string initial = word.substr(0, end);
    if (initials_[person].find(initial) == std::string::npos) initials_[person] += initial;
  }

  void add_key(PersonNumber person, const Words& words) {
    constexpr std::size_t kShortest = 2;
    const std::string first = name_key(words.front()), last = name_key(words.back());
    if (first.size() < kShortest || last.size() < kShortest) return;
    keys_.insert({first + " " + last, romanized_name(words.front()), romanized_name(words.back()),
                  std::to_string(person)});
  }

  // 拉希德·阿利莫夫: a dot divides; without one the name is native or a usual short form.
  void add_chinese(PersonNumber person, const std::vector<std::string>& row) {
    constexpr std::size_t kBelievable = 3;
    const std::string dot = "·";
    const Words words = words_of(row[kText]);
    const std::size_t last = row[kText].rfind(dot);
    const bool whole = last != std::string::npos || row[kForm] == "name";
    const NameKind kind = !whole                       ? NameKind::kAlone
                          : words.size() < kBelievable ? NameKind::kShort
                                                       : NameKind::kFull;
    add_name(person, kind, words);
    if (last == std::string::npos) return;
    const Words family = words_of(row[kText].substr(last + dot.size()));
    if (family.size() >= kBelievable) add_name(person, NameKind::kAlone, family);
  }

  std::map<std::string, PersonNumber> numbers_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::string> initials_;
  std::map<std::string, std::map<PersonNumber, NameKind>> names_;
  std::set<std::array<std::string, 4>> keys_;
};

void People::write(std::ostream& out) const {
  out << "#include \"people_data.h\"\n\nnamespace dragoman {\n\nconst Person kPeople[] = {\n";
  for (const auto& row : rows_) {
    out << "{" << quoted(row[kId]) << "," << quoted(row[kText]) << "," << quoted(row[kOrganization])
        << "," << quoted(row[kRole]) << "," << quoted(row[kTerm]) << "},\n";
  }
  out << "};\nconst std::size_t kPersonCount = " << rows_.size()
      << ";\nconst char* const kInitials[] = {\n";
  for (const std::string& initials : initials_) out << quoted(initials) << ",\n";
  out << "};\nconst NameBearer kNameBearers[] = {\n";
  UErrorCode status = U_ZERO_ERROR;
  icu::BytesTrieBuilder builder(status);
  std::stringstream groups;
  std::size_t first = 0;
  int number = 0;
  for (const auto& [name, bearers] : names_) {
    for (const auto& [person, kind] : bearers)
      out << "{" << person << ",NameKind::" << name_of(kind) << "},\n";
    groups << "{" << first << "," << bearers.size() << "},\n";
    first += bearers.size();
    builder.add(name, number++, status);
  }
  out << "};\nconst NameBearers kNameGroups[] = {\n"
      << groups.str() << "};\nconst NameByKey kNamesByKey[] = {\n";
  for (const auto& [key, first_name, last_name, person] : keys_) {
    out << "{" << quoted(key) << "," << quoted(first_name) << "," << quoted(last_name) << ","
        << person << "},\n";
  }
  const icu::StringPiece trie = builder.buildStringPiece(USTRINGTRIE_BUILD_SMALL, status);
  out << "};\nconst std::size_t kNamesByKeyCount = " << keys_.size()
      << ";\nconst unsigned char kPersonTrie[] = {";
  for (int32_t i = 0; i < trie.size(); ++i)
    out << (i % 24 == 0 ? "\n" : "") << +static_cast<unsigned char>(trie.data()[i]) << ",";
  out << "};\n\n}  // namespace dragoman\n";
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) return 2;
  std::ifstream file(argv[1]);
  std::string line;
  std::getline(file, line);  // names of the columns
  People people;
  while (std::getline(file, line)) people.add(split(line, '\t'));
  people.write(std::cout);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "compile_people: " << error.what() << '\n';
  return 1;
}
