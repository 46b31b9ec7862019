// Build tool: compile_gazetteer organizations.tsv ambiguous.tsv > gazetteer_data.cc
// Names are cut and folded by the code that will read the texts.
#include <unicode/bytestriebuilder.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "fold.h"
#include "language.h"
#include "tokenizer.h"
#include "word.h"

namespace {

using namespace dragoman;

using Row = std::vector<std::string>;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

std::vector<Row> read_rows(const char* path) {
  std::ifstream file(path);
  std::vector<Row> rows;
  std::string line;
  std::getline(file, line);  // names of the columns
  while (std::getline(file, line)) {
    Row row = split(line, '\t');
    row.resize(10);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> keys_of(const std::string& text) {
  std::vector<RawToken> tokens;
  tokenize_text(text, tokens);
  std::vector<std::string> keys;
  for (const RawToken& token : tokens) {
    keys.push_back(make_word(text.substr(token.span.begin, token.span.end - token.span.begin), token.kind).key);
  }
  return keys;
}

std::string joined(const std::vector<std::string>& keys, const char* separator) {
  std::string all;
  for (const std::string& key : keys) all += (all.empty() ? "" : separator) + key;
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

unsigned language_bit(const std::string& code) { return 1u << static_cast<unsigned>(language_from_code(code)); }

struct Meaning {
  unsigned organization;
  const char* form;
  bool exact_case, contextual;
  unsigned langs;
  std::string surface;
};

const std::map<std::string, const char*> kForms = {
    {"name", "kName"}, {"acronym", "kAcronym"}, {"alias", "kAlias"}, {"former", "kFormer"}, {"adjective", "kAdjective"}};

// External senses that are a word or a code do not compete with an organization in capitals.
bool is_rival(const std::string& id) {
  for (const char* word : {"-code", "-prefix", "-number", "-unit"}) {
    if (id.ends_with(word)) return false;
  }
  for (const char* word : {"x:fr-", "x:verb-", "x:noun-", "x:pronoun-", "x:the-", "x:adjective-", "x:name-"}) {
    if (id.starts_with(word)) return false;
  }
  return id.starts_with("x:");
}

using Groups = std::map<std::string, std::vector<Meaning>>;

void add_meaning(Groups& groups, const std::string& key, const Meaning& meaning) {
  if (key.empty()) return;
  for (Meaning& known : groups[key]) {
    if (known.organization == meaning.organization && known.surface == meaning.surface && known.form == meaning.form) {
      known.langs |= meaning.langs;
      return;
    }
  }
  groups[key].push_back(meaning);
}

std::string cue_keys(const Row& row) {
  std::set<std::string> keys;
  for (std::size_t column = 6; column < 10; ++column) {
    for (const std::string& cue : split(row[column], ',')) {
      for (const std::string& key : keys_of(cue)) {
        if (key.size() >= 3) keys.insert(key);
      }
    }
  }
  std::string all = "|";
  for (const std::string& key : keys) all += key + "|";
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::map<std::string, unsigned> numbers;
  std::vector<Row> organizations;
  Groups groups;
  for (const Row& row : read_rows(argv[1])) {
    const auto [at, is_new] = numbers.emplace(row[0], static_cast<unsigned>(organizations.size()));
    if (is_new) organizations.push_back({row[0], row[1], row[4]});
    Row& known = organizations[at->second];
    if (row[2] == "en" && row[3] == "name" && known.size() == 3) known = {row[0], row[1], row[4], "en"};
    const bool contextual = row[7].find("contextual") != std::string::npos;
    const Meaning meaning{at->second, kForms.at(row[3]), row[5] == "s", contextual, language_bit(row[2]), row[4]};
    const std::vector<std::string> keys = keys_of(row[4]);
    add_meaning(groups, joined(keys, " "), meaning);
    if (row[3] == "acronym" && keys.size() > 1) add_meaning(groups, joined(keys, ""), meaning);
  }

  std::cout << "#include \"gazetteer_data.h\"\n\nnamespace dragoman {\n\nconst Organization kOrganizations[] = {\n";
  for (const Row& row : organizations) {
    std::cout << "{" << quoted(row[0]) << "," << quoted(row[1]) << "," << quoted(row[2]) << "},\n";
  }
  std::cout << "};\nconst std::size_t kOrganizationCount = " << organizations.size() << ";\nconst Sense kSenses[] = {\n";
  UErrorCode status = U_ZERO_ERROR;
  icu::BytesTrieBuilder builder(status);
  std::stringstream table;
  std::size_t first = 0;
  int number = 0;
  for (const auto& [key, meanings] : groups) {
    for (const Meaning& m : meanings) {
      std::cout << "{" << m.organization << ",NameForm::" << m.form << "," << m.exact_case << "," << m.contextual << ","
                << m.langs << "," << quoted(m.surface) << "},\n";
    }
    table << "{" << first << "," << meanings.size() << "},\n";
    first += meanings.size();
    builder.add(key, number++, status);
  }
  std::cout << "};\nconst std::size_t kSenseCount = " << first << ";\nconst SenseGroup kSenseGroups[] = {\n" << table.str() << "};\nconst Candidate kCandidates[] = {\n";
  std::vector<Row> candidates = read_rows(argv[2]);
  std::stable_sort(candidates.begin(), candidates.end(), [](const Row& a, const Row& b) { return a[0] < b[0]; });
  for (const Row& row : candidates) {
    const auto found = numbers.find(row[1]);
    unsigned langs = 0;
    for (const std::string& code : split(row[4], ',')) langs |= language_bit(code);
    std::cout << "{" << quoted(row[0]) << "," << (found == numbers.end() ? -1 : static_cast<int>(found->second)) << ","
              << is_rival(row[1]) << "," << langs << "," << quoted(cue_keys(row)) << "},\n";
  }
  const icu::StringPiece trie = builder.buildStringPiece(USTRINGTRIE_BUILD_SMALL, status);
  std::cout << "};\nconst std::size_t kCandidateCount = " << candidates.size() << ";\nconst unsigned char kNameTrie[] = {";
  for (int32_t i = 0; i < trie.size(); ++i) std::cout << (i % 24 == 0 ? "\n" : "") << +static_cast<unsigned char>(trie.data()[i]) << ",";
  std::cout << "};\n\n}  // namespace dragoman\n";
  if (U_FAILURE(status)) std::cerr << "compile_gazetteer: " << u_errorName(status) << '\n';
  return U_FAILURE(status) ? 1 : 0;
}
