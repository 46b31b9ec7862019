// CSV and TSV with a line of column names: a document a record. A table in which no column is
// a title or a text is one document.
#include <algorithm>

#include "ascii.h"
#include "readers/csv_records.h"
#include "readers/fields.h"
#include "readers/mojibake.h"
#include "readers/readers.h"
#include "readers/utf8_stream.h"
#include "readers/whole_text.h"

namespace dragoman {
namespace {

class CsvReader {
 public:
  CsvReader(Input& input, Delivery& out)
      : input_(input), out_(out), fields_(out.options), records_(input, out.options.max_bytes) {}

  void read() {
    if (!next()) return out_.skip(input_, "no text in it");
    names_ = record_;
    const bool has_text =
        std::any_of(names_.begin(), names_.end(),
                    [this](const std::string& name) { return fields_.is_text(name); });
    has_text ? read_records() : read_table();
  }

 private:
  bool next() {
    if (!records_.next(record_)) return false;
    if (records_.unclosed()) {
      out_.warn_once(input_, "quote", "a quote without end; read as a part of its line",
                     records_.line());
    }
    for (std::string& field : record_) {
      mend_piece(field, input_, out_, records_.line());
      while (!field.empty() && is_ascii_space(field.back())) field.pop_back();
    }
    return true;
  }

  void read_records() {
    while (!out_.stopped() && next()) {
      Document document;
      const std::size_t count = std::min(names_.size(), record_.size());
      for (std::size_t i = 0; i < count; ++i) {
        if (!record_[i].empty()) fields_.take(document, names_[i], std::move(record_[i]));
      }
      if (record_.size() > names_.size()) {
        out_.warn_once(input_, "fields", "more fields than the first line has names",
                       records_.line());
      }
      fields_.complete(document);
      repair_mojibake(document.title);
      repair_mojibake(document.body);
      if (document.title.empty() && document.body.empty()) {
        out_.skip(input_, "neither title nor body", records_.line());
        continue;
      }
      out_.give(input_, std::move(document), std::to_string(records_.line()));
    }
  }

  void read_table() {
    out_.warn(input_, "no column is called title, body or text (see --map); read as one document");
    Document document;
    do {
      for (std::size_t i = 0; i < record_.size(); ++i) {
        if (i > 0) document.body += '\t';
        document.body += record_[i];
      }
      document.body += '\n';
      if (document.body.size() > out_.options.max_bytes) {
        return out_.skip(input_,
                         "larger than --max-size (" + size_in_words(out_.options.max_bytes) + ")");
      }
    } while (next());
    out_.give(input_, std::move(document));
  }

  Input& input_;
  Delivery& out_;
  FieldTaker fields_;
  CsvRecords records_;
  std::vector<std::string> names_;
  std::vector<std::string> record_;
};

}  // namespace

void read_csv(Input& raw, Delivery& out) {
  Utf8Input utf8(raw, out);
  CsvReader(utf8.input(), out).read();
}

}  // namespace dragoman
