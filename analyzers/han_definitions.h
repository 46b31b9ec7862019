// Definitions in Chinese, where a short form is made of characters of the long form:
//
//   上海合作组织（简称“上合组织”）   ->   上合组织: 上海合作组织
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// Appends the definitions that "简称" announces. Linear: one search for that word.
void find_han_definitions(std::string_view text, std::vector<Definition>& definitions);

}  // namespace dragoman
