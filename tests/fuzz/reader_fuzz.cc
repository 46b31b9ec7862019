// Feeds bytes to one reader, DRAGOMAN_FUZZ_FORMAT, and checks what every reader promises: it ends,
// all text is valid UTF-8 without NULs, every input that gives no document is told.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "readers/delivery.h"
#include "readers/format.h"
#include "readers/input.h"
#include "readers/utf8_mend.h"

namespace {

using namespace dragoman;

void check_text(const std::string& text) {
  if (find_ill_formed(text)) std::abort();
}

struct Check : DocumentSink {
  bool document(Document d) override {
    for (const std::string* text :
         {&d.id, &d.title, &d.body, &d.date, &d.lang, &d.url, &d.source, &d.symbol, &d.type}) {
      check_text(*text);
    }
    for (const ExtraField& field : d.extra) {
      check_text(field.key);
      check_text(field.value);
    }
    ++told;
    return true;
  }
  void skipped(Skipped s) override {
    check_text(s.reason);
    ++told;
  }
  void warning(Warning w) override {
    check_text(w.words);
    ++told;
  }
  void advanced(std::uint64_t) override {}
  std::size_t told = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  ReadOptions options;
  options.format = DRAGOMAN_FUZZ_FORMAT;
  options.max_bytes = 1u << 20u;
  Check sink;
  Delivery out(options, sink);
  out.begin_input();
  InputFacts facts;
  facts.name = facts.file_name = "fuzz";
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  Input input(std::move(facts), std::make_unique<MemoryStream>(bytes));
  read_input(input, out);
  if (sink.told == 0) std::abort();
  return 0;
}
