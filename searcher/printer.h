// A Printer writes answers to standard output in one of the formats.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "dragoman/searcher/searcher.h"
#include "options.h"

namespace dragoman {

class Printer {
 public:
  virtual ~Printer() = default;
  // The text for one answer. `id` is the query's in a batch that has ids.
  virtual std::string print(const Answer& answer, const std::optional<std::string>& id) = 0;
};

// `width` is in columns; `color` decided by the caller.
std::unique_ptr<Printer> make_text_printer(const SearchOptions& options, bool color,
                                           unsigned width);
std::unique_ptr<Printer> make_json_printer(const SearchOptions& options);
std::unique_ptr<Printer> make_list_printer(const SearchOptions& options);  // ids and trec

}  // namespace dragoman
