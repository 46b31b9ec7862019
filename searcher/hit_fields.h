// The fields of a hit by name, as --template and --format csv print them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/searcher/searcher.h"

namespace dragoman {

// "rank", "id", "score", "title" …, in the order of the columns.
const std::vector<std::string_view>& hit_field_names();

// The value in one line that no terminal obeys; of "key.country" the document's key. Nothing for an
// unknown name.
std::optional<std::string> hit_field(const Hit& hit, std::string_view name);

}  // namespace dragoman
