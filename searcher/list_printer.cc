// Lists of ids, and the run format of TREC (trec_eval): QID Q0 DOCID RANK SCORE TAG.
#include <cstdio>

#include "printer.h"
#include "terminal_text.h"

namespace dragoman {
namespace {

class IdsPrinter : public Printer {
 public:
  IdsPrinter(bool batch, bool to_terminal) : batch_(batch), to_terminal_(to_terminal) {}

  // One id a line; in a batch one answer a line, its ids with tabs between, the query's id first.
  std::string print(const Answer& answer, const std::optional<std::string>& id) override {
    std::string out = id ? *id : "";
    for (const Hit& hit : answer.hits) {
      if (batch_ && !out.empty()) out += '\t';
      out += to_terminal_ ? without_commands(hit.id) : hit.id;
      if (!batch_) out += '\n';
    }
    return batch_ ? out + '\n' : out;
  }

 private:
  bool batch_;
  bool to_terminal_;
};

class TrecPrinter : public Printer {
 public:
  explicit TrecPrinter(bool to_terminal) : to_terminal_(to_terminal) {}

  std::string print(const Answer& answer, const std::optional<std::string>& id) override {
    ++number_;
    const std::string query = id ? *id : std::to_string(number_);
    std::string out;
    for (const Hit& hit : answer.hits) {
      char rest[64];
      std::snprintf(rest, sizeof rest, " %u %.6f dragoman\n", hit.rank, hit.score);
      out +=
          query + " Q0 " + without_blanks(to_terminal_ ? without_commands(hit.id) : hit.id) + rest;
    }
    return out;
  }

 private:
  static std::string without_blanks(std::string id) {
    for (char& c : id) {
      if (c == ' ' || c == '\t' || c == '\n') c = '_';
    }
    return id;
  }

  bool to_terminal_;
  std::size_t number_ = 0;
};

}  // namespace

std::unique_ptr<Printer> make_list_printer(const SearchOptions& options, bool to_terminal) {
  if (options.format == OutputFormat::kTrec) return std::make_unique<TrecPrinter>(to_terminal);
  return std::make_unique<IdsPrinter>(!options.batch.empty(), to_terminal);
}

}  // namespace dragoman
