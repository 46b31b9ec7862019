// The records of archives of the web: WARC 0.17 to 1.1 and ARC 1 and 2, unpacked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "readers/http_message.h"
#include "readers/input.h"

namespace dragoman {

struct WebRecord {
  std::string type;  // response, resource, conversion, request …; of ARC always "response"
  std::string id;    // of a WARC record, unique everywhere; empty for ARC
  std::string url;
  std::string date;        // when it was fetched
  std::string media_type;  // of the block: "application/http" for a response
  std::uint64_t offset = 0;
  std::string block;
  bool cut = false;       // the input ended within it
  bool too_long = false;  // than the limit; the block is empty then
};

class WebRecords {
 public:
  // `input` must outlive it.
  WebRecords(Input& input, std::uint64_t max_bytes) : input_(input), max_bytes_(max_bytes) {}

  // Gives the next record; false at the end, and at bytes that are no record.
  bool next(WebRecord& record);
  // Why next() gave up before the end; empty when it did not.
  const std::string& problem() const { return problem_; }

 private:
  void skip_line_ends();
  std::string_view header_bytes();
  bool read_warc(WebRecord& record);
  bool read_arc(WebRecord& record);
  void read_block(std::uint64_t size, WebRecord& record);

  Input& input_;
  std::uint64_t max_bytes_;
  std::string problem_;
};

}  // namespace dragoman
