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
  // What stands before the first answer and after the last.
  virtual std::string begin() { return {}; }
  virtual std::string end() { return {}; }
  // The text for one answer. `id` is the query's in a batch that has ids.
  virtual std::string print(const Answer& answer, const std::optional<std::string>& id) = 0;
};

// `width` is in columns; `color` decided by the caller.
std::unique_ptr<Printer> make_text_printer(const SearchOptions& options, bool color,
                                           unsigned width);
std::unique_ptr<Printer> make_json_printer(const SearchOptions& options);
std::unique_ptr<Printer> make_html_printer();
std::unique_ptr<Printer> make_csv_printer(const SearchOptions& options);
// Requires: options.line.
std::unique_ptr<Printer> make_template_printer(const SearchOptions& options);
// Ids and trec. For other programs ids stay as they are; a terminal must not obey them.
std::unique_ptr<Printer> make_list_printer(const SearchOptions& options, bool to_terminal);

// A document with its marks; filled to `width` columns, or with the lines it has when `width` is 0.
std::string document_text(const MarkedDocument& shown, bool color, unsigned width);

}  // namespace dragoman
