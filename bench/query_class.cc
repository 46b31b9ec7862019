#include "query_class.h"

#include <fstream>
#include <sstream>
#include <string_view>

namespace dragoman::bench {
namespace {

constexpr struct {
  const char* name;
  const char* query;
} kSampleQueries[] = {
    {"common", "security"},
    {"rare", "Yerevan"},
    {"and", "common AND list AND groups"},
    {"or", "leaders OR summit OR Ташкент"},
    {"name", "\"Organización de Cooperación de Shanghái\""},
    {"acronym", "ОДКБ"},
    {"names", "CSTO"},
    {"symbol", "resolution 1540 (2004)"},
    {"question", "what did the leaders of the six members agree on when they met in the capital"},
    {"facets", "meeting"},
};

SearchRequest request_of(std::string_view name, std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  if (name == "facets") request.facets = {"year", "org"};
  if (name == "page10") request.offset = 90;
  return request;
}

void append(std::vector<QueryClass>& classes, const std::string& name, std::string query) {
  if (classes.empty() || classes.back().name != name) classes.push_back({name, {}});
  classes.back().requests.push_back(request_of(name, std::move(query)));
}

}  // namespace

std::vector<QueryClass> read_queries(const std::string& path) {
  std::vector<QueryClass> classes;
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);  // the header
  while (std::getline(in, line)) {
    const std::vector<std::string> columns = split(line, '\t');
    if (columns.size() > 2) append(classes, columns[0], columns[2]);
  }
  return classes;
}

std::vector<QueryClass> sample_queries() {
  std::vector<QueryClass> classes;
  for (const auto& [name, query] : kSampleQueries) append(classes, name, query);
  return classes;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

}  // namespace dragoman::bench
