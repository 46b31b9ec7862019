// Build tool: compile_gazetteer organizations.tsv ambiguous.tsv relations.tsv lifetimes.tsv > gazetteer_data.cc
// Names are cut and folded by the code that will read the texts. Exit 1 and a line number when a
// table is broken.
#include <unicode/bytestriebuilder.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "gazetteer_completion.h"
#include "gazetteer_facts.h"
#include "gazetteer_variants.h"
#include "language.h"
#include "tokenizer.h"
#include "word.h"

namespace {

using namespace dragoman;

constexpr std::size_t kShortestCue = 3;
constexpr int kBytesALine = 24;

const std::map<std::string, const char*> kForms = {{"name", "kName"},
                                                   {"acronym", "kAcronym"},
                                                   {"alias", "kAlias"},
                                                   {"former", "kFormer"},
                                                   {"adjective", "kAdjective"}};

Keys keys_of(const std::string& text) {
  std::vector<RawToken> tokens;
  tokenize_text(text, tokens);
  Keys keys;
  for (const RawToken& token : tokens) {
    keys.push_back(
        make_word(text.substr(token.span.begin, token.span.end - token.span.begin), token.kind)
            .key);
  }
  return keys;
}

std::string joined(const Keys& keys, const char* separator) {
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

unsigned language_bit(const std::string& code) {
  return 1u << static_cast<unsigned>(language_from_code(code));
}

template <typename Items, typename Print>
void print_table(const char* type, const char* name, const Items& items, Print print) {
  std::cout << "constinit const " << type << ' ' << name << "[] = {\n";
  for (const auto& item : items) {
    std::cout << '{';
    print(item);
    std::cout << "},\n";
  }
  if (items.empty()) std::cout << "{}";
  std::cout << "};\n";
}

void print_count(const char* name, std::size_t count) {
  std::cout << "constinit const std::size_t " << name << " = " << count << ";\n";
}

void print_organizations(const Facts& facts) {
  print_table("Organization", "kOrganizations", facts.organizations,
              [](const Facts::Organization& o) {
                std::cout << quoted(o.id) << ',' << quoted(o.kind) << ',' << quoted(o.label);
              });
  print_count("kOrganizationCount", facts.organizations.size());
  std::vector<Facts::Lifetime> lifetimes(facts.organizations.size());
  for (const auto& [organization, lifetime] : facts.lifetimes) lifetimes[organization] = lifetime;
  print_table("Lifetime", "kLifetimes", lifetimes,
              [](const Facts::Lifetime& l) { std::cout << l.from << ',' << l.to; });
  std::map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < facts.organizations.size(); ++i)
    by_id.emplace(facts.organizations[i].id, i);
  print_table("OrganizationNumber", "kById", by_id,
              [](const auto& entry) { std::cout << entry.second; });
}

// Names

struct Meaning {
  unsigned organization;
  std::string form, surface;
  bool exact_case, contextual;
  unsigned langs;
};

using Groups = std::map<std::string, std::vector<Meaning>>;

void add_meaning(Groups& groups, const std::string& key, const Meaning& meaning) {
  if (key.empty()) return;
  for (Meaning& known : groups[key]) {
    if (known.organization == meaning.organization && known.surface == meaning.surface &&
        known.form == meaning.form) {
      known.langs |= meaning.langs;
      return;
    }
  }
  groups[key].push_back(meaning);
}

// "G-77" may be written "G77", but "5+2" is not 52.
bool may_be_joined(const Keys& keys) {
  return keys.size() > 1 && joined(keys, "").find_first_not_of("0123456789") != std::string::npos;
}

NameShortener learn_short_forms(const Facts& facts) {
  std::map<std::pair<unsigned, std::string>, Keys> acronyms;
  for (const Facts::Name& name : facts.names) {
    const Keys keys = keys_of(name.text);
    if (name.form != "acronym" || name.contextual || keys.size() != 1) continue;
    acronyms.emplace(std::pair(name.organization, name.lang), keys);
  }
  NameShortener shortener;
  for (const Facts::Name& name : facts.names) {
    const auto acronym = acronyms.find({name.organization, name.lang});
    if (name.form == "name" && acronym != acronyms.end())
      shortener.learn(name.lang, keys_of(name.text), acronym->second);
  }
  return shortener;
}

// In Chinese "United Nations" may stand before the short name of whatever has it in its full name:
// 联合国安理会.
void add_prefixed(const Facts& facts, Groups& groups) {
  const Keys prefix = keys_of("联合国");
  std::set<unsigned> named_so;
  for (const Facts::Name& name : facts.names) {
    if (name.lang == "zh" && name.form == "name" && name.text.starts_with("联合国"))
      named_so.insert(name.organization);
  }
  for (const Facts::Name& name : facts.names) {
    if (name.lang != "zh" || name.text.starts_with("联合国") ||
        !named_so.contains(name.organization))
      continue;
    const std::string key = joined(prefix, " ") + ' ' + joined(keys_of(name.text), " ");
    if (!groups.contains(key))
      add_meaning(groups, key,
                  {name.organization, "alias", name.text, false, false, language_bit("zh")});
  }
}

void add_variants(const Facts& facts, Groups& groups) {
  const NameShortener shortener = learn_short_forms(facts);
  for (const Facts::Name& name : facts.names) {
    if (name.form == "acronym" || name.exact_case) continue;
    const Meaning meaning{name.organization,      "alias", name.text, false, name.contextual,
                          language_bit(name.lang)};
    for (const Keys& variant : shortener.variants(name.lang, keys_of(name.text))) {
      const std::string key = joined(variant, " ");
      if (!groups.contains(key)) add_meaning(groups, key, meaning);
    }
  }
}

Groups group_names(const Facts& facts) {
  Groups groups;
  for (const Facts::Name& name : facts.names) {
    const Meaning meaning{name.organization, name.form,       name.text,
                          name.exact_case,   name.contextual, language_bit(name.lang)};
    const Keys keys = keys_of(name.text);
    add_meaning(groups, joined(keys, " "), meaning);
    if (name.form == "acronym" && may_be_joined(keys))
      add_meaning(groups, joined(keys, ""), meaning);
  }
  add_variants(facts, groups);
  add_prefixed(facts, groups);
  return groups;
}

void print_trie(icu::BytesTrieBuilder& builder, UErrorCode& status) {
  const icu::StringPiece trie = builder.buildStringPiece(USTRINGTRIE_BUILD_SMALL, status);
  std::cout << "constinit const unsigned char kNameTrie[] = {";
  for (int32_t i = 0; i < trie.size(); ++i) {
    std::cout << (i % kBytesALine == 0 ? "\n" : "") << +static_cast<unsigned char>(trie.data()[i])
              << ',';
  }
  std::cout << "};\n";
}

bool print_names(const Facts& facts) {
  UErrorCode status = U_ZERO_ERROR;
  icu::BytesTrieBuilder builder(status);
  std::vector<Meaning> senses;
  std::vector<std::pair<std::size_t, std::size_t>> places;
  for (const auto& [key, meanings] : group_names(facts)) {
    builder.add(key, static_cast<int32_t>(places.size()), status);
    places.emplace_back(senses.size(), meanings.size());
    senses.insert(senses.end(), meanings.begin(), meanings.end());
  }
  print_table("Sense", "kSenses", senses, [](const Meaning& m) {
    std::cout << m.organization << ",NameForm::" << kForms.at(m.form) << ',' << m.exact_case << ','
              << m.contextual << ',' << m.langs << ',' << quoted(m.surface);
  });
  print_count("kSenseCount", senses.size());
  print_table("SenseGroup", "kSenseGroups", places,
              [](const auto& p) { std::cout << p.first << ',' << p.second; });
  print_trie(builder, status);
  if (U_FAILURE(status)) std::cerr << "compile_gazetteer: " << u_errorName(status) << '\n';
  return U_SUCCESS(status);
}

// Rivals

// External senses that are a word or a code do not compete with an organization in capitals.
bool is_rival(const std::string& id) {
  for (const char* word : {"-code", "-prefix", "-number", "-unit"}) {
    if (id.ends_with(word)) return false;
  }
  for (const char* word :
       {"x:fr-", "x:verb-", "x:noun-", "x:pronoun-", "x:the-", "x:adjective-", "x:name-"}) {
    if (id.starts_with(word)) return false;
  }
  return id.starts_with("x:");
}

std::string cue_keys(const std::vector<std::string>& cues) {
  std::set<std::string> keys;
  for (const std::string& cue : cues) {
    for (const std::string& key : keys_of(cue)) {
      if (key.size() >= kShortestCue) keys.insert(key);
    }
  }
  std::string all = "|";
  for (const std::string& key : keys) all += key + "|";
  return all;
}

void print_rivals(const Facts& facts) {
  print_table("Candidate", "kCandidates", facts.rivals, [](const Facts::Rival& r) {
    unsigned langs = 0;
    for (const std::string& code : r.langs) langs |= language_bit(code);
    std::cout << quoted(r.acronym) << ',' << r.organization << ',' << is_rival(r.candidate) << ','
              << langs << ',' << quoted(cue_keys(r.cues));
  });
  print_count("kCandidateCount", facts.rivals.size());
}

// Labels and completions

void print_labels(const Facts& facts) {
  std::map<std::pair<unsigned, int>, std::string> labels;
  for (const Facts::Name& name : facts.names) {
    const Language lang = language_from_code(name.lang);
    if (name.form == "name" && lang != Language::kUnknown) {
      labels.emplace(std::pair(name.organization, static_cast<int>(lang)), name.text);
    }
  }
  print_table("GazetteerLabel", "kLabels", labels, [](const auto& entry) {
    std::cout << entry.first.first << ',' << entry.first.second << ',' << quoted(entry.second);
  });
  print_count("kLabelCount", labels.size());
}

void print_completions(const Facts& facts) {
  std::map<std::tuple<std::string, std::string, unsigned>, bool> entries;
  for (const Facts::Name& name : facts.names) {
    const bool acronym = name.form == "acronym";
    if (!acronym && (name.lang != "en" || name.form == "adjective")) continue;
    entries[{completion_key(name.text), name.text, name.organization}] |= acronym;
  }
  print_table("GazetteerEntry", "kEntries", entries, [](const auto& entry) {
    const auto& [key, text, organization] = entry.first;
    std::cout << quoted(key) << ',' << quoted(text) << ',' << organization << ',' << entry.second;
  });
  print_count("kEntryCount", entries.size());
}

// Relations

using Neighbours = std::vector<std::set<unsigned>>;

void include_parts(const Neighbours& parts, unsigned whole, std::set<unsigned>& all) {
  for (const unsigned part : parts[whole]) {
    if (all.insert(part).second) include_parts(parts, part, all);
  }
}

// One table of numbers, and where in it each organization's begin.
struct Flat {
  std::vector<unsigned> numbers;
  std::vector<std::size_t> starts;

  explicit Flat(const Neighbours& lists) {
    for (const auto& list : lists) {
      starts.push_back(numbers.size());
      numbers.insert(numbers.end(), list.begin(), list.end());
    }
    starts.push_back(numbers.size());
  }

  void print_place(std::size_t organization) const {
    std::cout << starts[organization] << ',' << starts[organization + 1] - starts[organization]
              << ',';
  }

  void print(const char* name) const {
    print_table("OrganizationNumber", name, numbers, [](unsigned number) { std::cout << number; });
  }
};

struct Relations {
  Neighbours parts, included, wholes, related;
  std::vector<int> nearest_whole;

  explicit Relations(const Facts& facts)
      : parts(facts.organizations.size()),
        included(parts),
        wholes(parts),
        related(parts),
        nearest_whole(parts.size(), -1) {
    for (const Facts::Relation& r : facts.relations) add(r);
    for (unsigned whole = 0; whole < parts.size(); ++whole) {
      include_parts(parts, whole, included[whole]);
      for (const unsigned part : included[whole]) wholes[part].insert(whole);
    }
  }

  void add(const Facts::Relation& r) {
    int& whole = nearest_whole[r.organization];
    if (r.relation == "part_of" && whole < 0) whole = static_cast<int>(r.other);
    if (r.relation == "part_of" || r.relation == "predecessor_of") {
      parts[r.other].insert(r.organization);
    } else {
      related[r.other].insert(r.organization);
      related[r.organization].insert(r.other);
    }
  }
};

bool print_relations(const Facts& facts) {
  const Relations relations(facts);
  std::vector<std::size_t> numbers;
  for (unsigned i = 0; i < facts.organizations.size(); ++i) {
    numbers.push_back(i);
    if (!relations.included[i].contains(i)) continue;
    std::cerr << "compile_gazetteer: " << facts.organizations[i].id << " includes itself\n";
    return false;
  }
  const Flat included(relations.included), wholes(relations.wholes), related(relations.related);
  print_table("GazetteerTies", "kTies", numbers, [&](std::size_t i) {
    included.print_place(i);
    wholes.print_place(i);
    related.print_place(i);
    std::cout << relations.nearest_whole[i];
  });
  included.print("kIncluded");
  wholes.print("kWholes");
  related.print("kRelated");
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  const std::optional<Facts> facts = read_facts(argv[1], argv[2], argv[3], argv[4], std::cerr);
  if (!facts) return 1;
  std::cout << "#include \"gazetteer_data.h\"\n\nnamespace dragoman {\n\n";
  print_organizations(*facts);
  const bool names_done = print_names(*facts);
  print_rivals(*facts);
  print_labels(*facts);
  print_completions(*facts);
  const bool relations_done = print_relations(*facts);
  std::cout << "\n}  // namespace dragoman\n";
  return names_done && relations_done ? 0 : 1;
}
