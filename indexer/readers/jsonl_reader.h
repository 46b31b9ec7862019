// One line of JSON Lines as a Document.
#pragma once

#include <string>

#include "dragoman/document.h"
#include "dragoman/indexer/reader.h"
#include "dragoman/result.h"

namespace dragoman {

// Keys as in the header document.h, or renamed by options.map. Errors: kMalformed, in words.
Result<Document> read_json_line(const std::string& line, const ReadOptions& options);

}  // namespace dragoman
