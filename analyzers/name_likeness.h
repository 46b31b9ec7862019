// How alike two names of organizations are, word by word, whatever their order and endings.
//
//   "Convention on the International Trade in Endangered Species" ~
//   "Convention on International Trade in Endangered Species of Wild Fauna and Flora"   -> 0.8
#pragma once

#include <string_view>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// The share of words of meaning that both have (Dice's coefficient), words being alike when their
// first six letters are. 0 when either has none.
double name_likeness(std::string_view a, std::string_view b);

// The best likeness of `name` to any name of the organization in any language.
double likeness_to_organization(std::string_view name, OrganizationNumber organization);

}  // namespace dragoman
