// How canonical symbols belong together.
//
//   A/71/254 "and Add.1 and 2"    ->  A/71/254/Add.1, A/71/254/Add.2
//   A/RES/71/9 "to" A/RES/71/11   ->  A/RES/71/9, A/RES/71/10, A/RES/71/11
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// Gives symbols read in other spellings their canonical one: .../PESC -> .../CFSP.
void settle_spelling(std::string& symbol);

// The symbols from `first` to `last`, both included, when they differ in their running number alone
// and are at most a few hundred; else nothing.
std::vector<std::string> symbols_between(std::string_view first, std::string_view last);

// What is said behind a symbol, "and Add.1", "-3": more symbols of its family, and where they end.
struct FamilyMember {
  std::string symbol;
  std::size_t begin, end;  // in the chars that were given
};
std::vector<FamilyMember> family_behind(std::string_view symbol, std::string_view chars);

}  // namespace dragoman
