// One line of JSON a query (answer_json.h).
#include "dragoman/searcher/answer_json.h"
#include "printer.h"

namespace dragoman {
namespace {

class JsonPrinter : public Printer {
 public:
  explicit JsonPrinter(bool explain) : explain_(explain) {}

  std::string print(const Answer& answer, const std::optional<std::string>& id) override {
    return answer_json(answer, {.id = id, .compiled = explain_}) + "\n";
  }

 private:
  bool explain_;
};

}  // namespace

std::unique_ptr<Printer> make_json_printer(const SearchOptions& options) {
  return std::make_unique<JsonPrinter>(options.request.compiled);
}

}  // namespace dragoman
