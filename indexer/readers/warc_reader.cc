// Archives of the web: each page that was found, and each text made of one, is read by the reader
// of its format. What else there is (requests, images, pages not found) is counted.
#include <map>
#include <memory>

#include "readers/format.h"
#include "readers/input_name.h"
#include "readers/readers.h"
#include "readers/web_records.h"
#include "readers/whole_text.h"

namespace dragoman {
namespace {

// Media types that hold text or documents; others are not looked into.
constexpr std::string_view kTextTypes[] = {
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/json",
    "application/ld+json",
    "application/pdf",
    "text/csv",
    "text/markdown",
    "message/rfc822",
    "application/x-ndjson",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text"};

bool is_text_type(std::string_view type) {
  for (const std::string_view text : kTextTypes) {
    if (type == text) return true;
  }
  return false;
}

class WarcReader {
 public:
  WarcReader(Input& input, Delivery& out) : input_(input), out_(out) {}

  void read() {
    WebRecords records(input_, out_.options.max_bytes);
    WebRecord record;
    while (!out_.stopped() && records.next(record)) {
      ++count_;
      if (record.cut) {
        out_.skip(input_, "the record at byte " + std::to_string(record.offset) +
                              " is cut off; what there is of it is read");
      }
      take(record);
    }
    if (!records.problem().empty()) {
      out_.skip(input_, records.problem() + ", at byte " + std::to_string(input_.offset()));
    }
    tell_counts();
  }

 private:
  void take(WebRecord& record) {
    if (record.too_long) return count("larger than --max-size");
    // What programs note about their own work.
    if (record.url.starts_with("metadata:")) return count("notes of the crawler");
    if (record.type == "conversion" || record.type == "resource") return take_block(record);
    if (record.type != "response") return count(record.type + " records");
    HttpMessage message = read_http(record.block, out_.options.max_bytes);
    // ARC files and old WARC files have other protocols, too.
    if (message.status == 0) return take_block(record);
    if (message.status != 200 && message.status != 203 && message.status != 206) {
      return count("with status " + std::to_string(message.status));
    }
    if (!message.problem.empty()) return count("with " + message.problem);
    const std::string_view type = message.headers.value("content-type");
    give(record, media_type_of(type), charset_of(type), std::move(message.body));
  }

  void take_block(WebRecord& record) {
    if (record.media_type == "application/http") return count("without an HTTP status");
    std::string type = record.media_type;
    give(record, std::move(type), "", std::move(record.block));
  }

  void give(const WebRecord& record, std::string type, std::string charset, std::string body) {
    if (!type.empty() && !is_text_type(type)) return count("of type " + type);
    if (body.empty()) return count("empty");
    InputFacts facts;
    facts.name = input_.facts.name + "#" + std::to_string(record.offset);
    const std::string_view path =
        std::string_view(record.url).substr(0, record.url.find_first_of("?#"));
    facts.file_name = file_name_of(path);
    facts.charset = std::move(charset);
    facts.media_type = std::move(type);
    facts.depth = input_.facts.depth;
    facts.defaults.url = record.url;
    if (!record.date.empty()) facts.defaults.extra.push_back({"captured", record.date});
    Input inner(std::move(facts), std::make_unique<MemoryStream>(std::move(body)));
    read_input(inner, out_);
  }

  void count(const std::string& kind) { ++counts_[kind]; }

  // "12 of 20 records hold no text to index: 8 request records, 4 of type image/png".
  void tell_counts() {
    if (count_ == 0) return out_.skip(input_, "no records in it");
    std::uint64_t sum = 0;
    std::string words;
    for (const auto& [kind, number] : counts_) {
      sum += number;
      words += (words.empty() ? "" : ", ") + std::to_string(number) + " " + kind;
    }
    if (sum == 0) return;
    out_.warn(input_, std::to_string(sum) + " of " + std::to_string(count_) +
                          " records hold no text to index: " + displayed_name(words));
  }

  Input& input_;
  Delivery& out_;
  std::uint64_t count_ = 0;
  std::map<std::string, std::uint64_t> counts_;  // of records that are not read, by why
};

}  // namespace

void read_warc(Input& input, Delivery& out) { WarcReader(input, out).read(); }

}  // namespace dragoman
