// The arguments of a tool, checked; and cursors.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "dragoman/result.h"
#include "dragoman/searcher/searcher.h"

namespace dragoman {

inline constexpr unsigned kBudget =
    12'000;  // bytes of an answer, unless max_bytes says another number
inline constexpr unsigned kLeastBudget = 2'000;
inline constexpr unsigned kMostBudget = 100'000;

// Reads arguments one after another; the first that is wrong is told at the end.
class McpArguments {
 public:
  // `given` is an object, and must outlive this.
  McpArguments(const nlohmann::json& given, std::string tool);

  std::string text(const char* name, std::size_t most_bytes, bool demanded = false);
  std::vector<std::string> texts(const char* name);  // a string, or an array of them
  unsigned number(const char* name, unsigned preset, unsigned least, unsigned most);
  std::vector<Filter> filters();  // lang, org, source, type, date
  unsigned budget() { return number("max_bytes", kBudget, kLeastBudget, kMostBudget); }
  // Where to go on: what next_cursor() was given; 0 without a cursor.
  unsigned cursor();

  // What goes on at `place`, for the same arguments.
  std::string next_cursor(unsigned place) const;
  // Errors: kUsage, for the first wrong argument, or one that nobody has asked for.
  Result<void> check() const;

 private:
  const nlohmann::json* find(const char* name);
  void complain(const std::string& message);
  std::string digest() const;

  const nlohmann::json& given_;
  std::string tool_;
  std::vector<std::string> known_;
  std::string wrong_;
};

}  // namespace dragoman
