// Hits as a table of comma-separated values (RFC 4180), and as lines of the user's own template.
#include <utility>

#include "hit_fields.h"
#include "hit_template.h"
#include "printer.h"
#include "terminal_text.h"

namespace dragoman {
namespace {

constexpr const char* kRowEnd = "\r\n";

std::string cell(const std::string& value) {
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string out = "\"";
  for (const char c : value) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

class CsvPrinter : public Printer {
 public:
  explicit CsvPrinter(bool batch) : batch_(batch) {}

  std::string begin() override {
    std::string out = batch_ ? "query" : "";
    for (const std::string_view name : hit_field_names())
      out += (out.empty() ? "" : ",") + std::string(name);
    return out + kRowEnd;
  }

  std::string print(const Answer& answer, const std::optional<std::string>& id) override {
    const std::string query = cell(without_commands(id ? *id : answer.query));
    std::string out;
    for (const Hit& hit : answer.hits) {
      bool first = !batch_;
      if (batch_) out += query;
      for (const std::string_view name : hit_field_names()) {
        if (!std::exchange(first, false)) out += ',';
        out += cell(*hit_field(hit, name));
      }
      out += kRowEnd;
    }
    return out;
  }

 private:
  bool batch_;
};

class TemplatePrinter : public Printer {
 public:
  explicit TemplatePrinter(HitTemplate line) : line_(std::move(line)) {}

  std::string print(const Answer& answer, const std::optional<std::string>&) override {
    std::string out;
    for (const Hit& hit : answer.hits) out += line_.filled(hit);
    return out;
  }

 private:
  HitTemplate line_;
};

}  // namespace

std::unique_ptr<Printer> make_csv_printer(const SearchOptions& options) {
  return std::make_unique<CsvPrinter>(!options.batch.empty());
}

std::unique_ptr<Printer> make_template_printer(const SearchOptions& options) {
  return std::make_unique<TemplatePrinter>(*options.line);
}

}  // namespace dragoman
