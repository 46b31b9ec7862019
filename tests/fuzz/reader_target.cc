// What every reader promises: it ends, all text is valid UTF-8 without NULs, an input that gives no
// document is told.
#include <memory>

#include "readers/delivery.h"
#include "readers/format.h"
#include "readers/input.h"
#include "target.h"

namespace dragoman::fuzz {
namespace {

constexpr std::uint64_t kMostBytes = 1u << 20u;

class Check : public DocumentSink {
 public:
  bool document(Document d) override {
    for (const std::string* text :
         {&d.id, &d.title, &d.body, &d.date, &d.lang, &d.url, &d.source, &d.symbol, &d.type}) {
      promise_utf8(*text, "a document's text is valid UTF-8");
    }
    for (const ExtraField& field : d.extra) {
      promise_utf8(field.key, "a field's name is valid UTF-8");
      promise_utf8(field.value, "a field's text is valid UTF-8");
    }
    promise(!d.id.empty(), "a document has an id");
    ++told_;
    return true;
  }
  void skipped(Skipped s) override {
    promise_utf8(s.reason, "a reason is valid UTF-8");
    promise(!s.reason.empty(), "a reason is told");
    ++told_;
  }
  void warning(Warning w) override {
    promise_utf8(w.words, "a warning is valid UTF-8");
    ++told_;
  }
  void advanced(std::uint64_t) override {}

  std::size_t told() const { return told_; }

 private:
  std::size_t told_ = 0;
};

}  // namespace

void read_bytes(const std::string& format, std::string_view input) {
  ReadOptions options;
  options.format = format;
  options.max_bytes = kMostBytes;
  Check sink;
  Delivery out(options, sink);
  out.begin_input();
  InputFacts facts;
  facts.name = facts.file_name = "дамп";
  Input bytes(std::move(facts), std::make_unique<MemoryStream>(std::string(input)));
  read_input(bytes, out);
  promise(sink.told() > 0, "an input without documents is told");
}

}  // namespace dragoman::fuzz
