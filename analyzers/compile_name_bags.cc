// Build tool: compile_name_bags organizations.tsv > name_bags.cc
// Names of three words of meaning and more, whole and without the last word.
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "name_keys.h"

namespace {

using namespace dragoman;

constexpr std::size_t kFewestWords = 3;

struct Bag {
  std::uint64_t hash;
  bool whole;
  std::string id;
  friend bool operator<(const Bag& a, const Bag& b) {
    return std::tie(a.hash, b.whole, a.id) < std::tie(b.hash, a.whole, b.id);
  }
};

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> columns;
  std::stringstream stream(line);
  for (std::string column; std::getline(stream, column, '\t');) columns.push_back(column);
  columns.resize(8);
  return columns;
}

void add(std::set<Bag>& bags, const std::string& name, const std::string& id, bool whole) {
  const NameKeys keys = name_keys(name);
  if (keys.size >= kFewestWords) bags.insert({hash_of(keys), whole, id});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1]);
  std::set<Bag> bags;
  std::string line;
  std::getline(file, line);  // names of the columns
  while (std::getline(file, line)) {
    const std::vector<std::string> row = split(line);  // id kind lang form text …
    if (row[2] != "en" || row[3] == "acronym" || row[3] == "adjective") continue;
    add(bags, row[4], row[0], true);
    const std::size_t last = row[4].rfind(' ');
    if (last != std::string::npos && row[3] == "name")
      add(bags, row[4].substr(0, last), row[0], false);
  }
  std::cout
      << "#include \"name_bags.h\"\n\nnamespace dragoman {\n\nconst NameBag kNameBags[] = {\n";
  for (const Bag& bag : bags)
    std::cout << "{" << bag.hash << "u,\"" << bag.id << "\"," << bag.whole << "},\n";
  std::cout << "};\nconst std::size_t kNameBagCount = " << bags.size()
            << ";\n\n}  // namespace dragoman\n";
  return 0;
}
