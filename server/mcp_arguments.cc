#include "mcp_arguments.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/hash.h"
#include "hex.h"

namespace dragoman {
namespace {

using nlohmann::json;

constexpr std::size_t kMostValueBytes = 1000;
constexpr std::size_t kMostListed = 32;

}  // namespace

McpArguments::McpArguments(const json& given, std::string tool)
    : given_(given), tool_(std::move(tool)) {}

const json* McpArguments::find(const char* name) {
  known_.emplace_back(name);
  const auto found = given_.find(name);
  return found == given_.end() || found->is_null() ? nullptr : &*found;
}

void McpArguments::complain(const std::string& message) {
  if (wrong_.empty()) wrong_ = message;
}

std::string McpArguments::text(const char* name, std::size_t most_bytes, bool demanded) {
  const json* value = find(name);
  if (value == nullptr) {
    if (demanded) complain(std::string(name) + " is missing");
    return {};
  }
  if (!value->is_string()) {
    complain(std::string(name) + " is no string");
    return {};
  }
  std::string text = value->get<std::string>();
  if (text.size() > most_bytes)
    complain(std::string(name) + " is longer than " + std::to_string(most_bytes) + " bytes");
  return text;
}

std::vector<std::string> McpArguments::texts(const char* name) {
  const json* value = find(name);
  if (value == nullptr) return {};
  std::vector<std::string> all;
  for (const json& one : value->is_array() ? *value : json::array({*value})) {
    if (!one.is_string() || one.get_ref<const std::string&>().size() > kMostValueBytes ||
        all.size() == kMostListed) {
      complain(std::string(name) + " is a string, or a list of at most " +
               std::to_string(kMostListed));
      return {};
    }
    all.push_back(one.get<std::string>());
  }
  return all;
}

unsigned McpArguments::number(const char* name, unsigned preset, unsigned least, unsigned most) {
  const json* value = find(name);
  if (value == nullptr) return preset;
  if (value->is_number_integer() && *value >= least && *value <= most)
    return value->get<unsigned>();
  complain(std::string(name) + " is a number from " + std::to_string(least) + " to " +
           std::to_string(most));
  return preset;
}

std::vector<Filter> McpArguments::filters() {
  std::vector<Filter> all;
  for (const char* field : {"lang", "org", "source", "type", "date"}) {
    for (std::string& value : texts(field)) {
      if (std::string_view(field) == "org" && !find_organization(value))
        complain("there is no organization '" + value + "'; resolve_organization finds ids");
      all.push_back({field, std::move(value)});
    }
  }
  return all;
}

std::string McpArguments::digest() const {
  json rest = given_;
  rest.erase("cursor");
  rest.erase("max_bytes");
  return hex(hash_bytes(tool_ + rest.dump(-1, ' ', false, json::error_handler_t::replace)));
}

std::string McpArguments::next_cursor(unsigned place) const {
  return std::to_string(place) + "-" + digest();
}

unsigned McpArguments::cursor() {
  const std::string cursor = text("cursor", 100);
  if (cursor.empty()) return 0;
  unsigned place = 0;
  const auto [end, wrong] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), place);
  if (wrong != std::errc() || std::string_view(end) != "-" + digest())
    complain("the cursor is not of these arguments");
  return place;
}

Result<void> McpArguments::check() const {
  if (!wrong_.empty()) return Error{Errc::kUsage, wrong_, ""};
  for (const auto& one : given_.items()) {
    if (std::find(known_.begin(), known_.end(), one.key()) == known_.end())
      return Error{Errc::kUsage, tool_ + " takes no argument '" + one.key() + "'", ""};
  }
  return {};
}

}  // namespace dragoman
