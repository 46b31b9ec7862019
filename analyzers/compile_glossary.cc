// Build tool: compile_glossary glossary.tsv > glossary_data.cc
// Terms are cut and folded by the code that will read the queries. Exit 1 and a line number when
// the table is broken.
#include <unicode/bytestriebuilder.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "glossary_facts.h"
#include "glossary_key.h"
#include "tokenizer.h"
#include "word.h"

namespace {

using namespace dragoman;

constexpr int kBytesALine = 24;
constexpr std::size_t kMostHyphens = 3;  // of a term that is also looked up with its parts joined

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string key_of(const std::string& text) {
  std::vector<RawToken> tokens;
  tokenize_text(text, tokens);
  std::string key;
  for (const RawToken& token : tokens) {
    const std::string surface = text.substr(token.span.begin, token.span.end - token.span.begin);
    if (!key.empty()) key += ' ';
    key += glossary_key(make_word(surface, token.kind));
  }
  return key;
}

// "counter-terrorism" and "counterterrorism": each hyphen of an English term stays or goes.
std::vector<std::string> spellings(const GlossaryFact& fact) {
  std::vector<std::size_t> hyphens;
  for (std::size_t i = 0; i < fact.text.size(); ++i) {
    if (fact.text[i] == '-') hyphens.push_back(i);
  }
  std::vector<std::string> all = {fact.text};
  if (fact.lang != Language::kEnglish || hyphens.size() > kMostHyphens) return all;
  for (unsigned gone = 1; gone < 1u << hyphens.size(); ++gone) {
    std::string spelling = fact.text;
    for (std::size_t h = hyphens.size(); h-- > 0;) {
      if ((gone >> h & 1u) != 0) spelling.erase(hyphens[h], 1);
    }
    all.push_back(std::move(spelling));
  }
  return all;
}

struct Sense {
  unsigned langs = 0;
  bool exact_case = true;
};

using Senses = std::map<unsigned, Sense>;  // by concept

template <typename Items, typename Print>
void print_table(const char* type, const char* name, const Items& items, Print print) {
  std::cout << "constinit const " << type << ' ' << name << "[] = {\n";
  for (const auto& item : items) {
    std::cout << '{';
    print(item);
    std::cout << "},\n";
  }
  std::cout << "};\n";
}

struct Concept {
  std::string id;
  std::size_t first, count;
};

// The concepts, with the places of their terms among the facts.
std::vector<Concept> concepts_of(const std::vector<GlossaryFact>& facts) {
  std::vector<Concept> concepts;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (concepts.empty() || concepts.back().id != facts[i].id)
      concepts.push_back({facts[i].id, i, 0});
    ++concepts.back().count;
  }
  return concepts;
}

void print_concepts(const std::vector<Concept>& concepts, const std::vector<GlossaryFact>& facts) {
  print_table("GlossaryConcept", "kConcepts", concepts, [](const Concept& c) {
    std::cout << quoted(c.id) << ',' << c.first << ',' << c.count;
  });
  std::cout << "constinit const std::size_t kConceptCount = " << concepts.size() << ";\n";
  print_table("ConceptTerm", "kConceptTerms", facts, [](const GlossaryFact& fact) {
    const std::string_view code = code_of(fact.lang);
    std::cout << quoted(fact.text) << ",{'" << code[0] << "','" << code[1] << "'}," << fact.acronym;
  });
}

std::map<std::string, Senses> senses_by_key(const std::vector<Concept>& concepts,
                                            const std::vector<GlossaryFact>& facts) {
  std::map<std::string, Senses> keys;
  for (unsigned number = 0; number < concepts.size(); ++number) {
    for (std::size_t i = 0; i < concepts[number].count; ++i) {
      const GlossaryFact& fact = facts[concepts[number].first + i];
      for (const std::string& spelling : spellings(fact)) {
        Sense& sense = keys[key_of(spelling)][number];
        sense.langs |= 1u << static_cast<unsigned>(fact.lang);
        sense.exact_case = sense.exact_case && fact.acronym;
      }
    }
  }
  return keys;
}

void print_bytes(const char* name, const icu::StringPiece& bytes) {
  std::cout << "constinit const unsigned char " << name << "[] = {";
  for (std::int32_t i = 0; i < bytes.size(); ++i) {
    std::cout << (i % kBytesALine == 0 ? "\n" : "") << +static_cast<unsigned char>(bytes.data()[i])
              << ',';
  }
  std::cout << "};\n";
}

bool print_keys(const std::map<std::string, Senses>& keys) {
  UErrorCode status = U_ZERO_ERROR;
  icu::BytesTrieBuilder builder(status);
  std::vector<std::pair<unsigned, Sense>> senses;
  std::vector<std::pair<std::size_t, std::size_t>> groups;
  for (const auto& [key, meant] : keys) {
    builder.add(key, static_cast<std::int32_t>(groups.size()), status);
    groups.emplace_back(senses.size(), meant.size());
    senses.insert(senses.end(), meant.begin(), meant.end());
  }
  print_table("ConceptSense", "kConceptSenses", senses, [](const auto& sense) {
    std::cout << sense.first << ',' << sense.second.langs << ',' << sense.second.exact_case;
  });
  print_table("ConceptSenseGroup", "kConceptSenseGroups", groups,
              [](const auto& group) { std::cout << group.first << ',' << group.second; });
  print_bytes("kConceptTrie", builder.buildStringPiece(USTRINGTRIE_BUILD_SMALL, status));
  if (U_FAILURE(status)) std::cerr << "compile_glossary: " << u_errorName(status) << '\n';
  return U_SUCCESS(status);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto facts = read_glossary(argv[1], std::cerr);
  if (!facts) return 1;
  std::cout << "#include \"glossary_data.h\"\n\nnamespace dragoman {\n\n";
  const std::vector<Concept> concepts = concepts_of(*facts);
  print_concepts(concepts, *facts);
  const bool done = print_keys(senses_by_key(concepts, *facts));
  std::cout << "\n}  // namespace dragoman\n";
  return done ? 0 : 1;
}
