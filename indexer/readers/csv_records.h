// The records of a CSV or TSV file (RFC 4180, and what spreadsheets make of it): quoted fields may
// hold separators, quotes and line ends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/input.h"

namespace dragoman {

class CsvRecords {
 public:
  // `input` must outlive it and be in UTF-8. The separator is the one that occurs most in the
  // first line. Records longer than `max_bytes` are cut at their first line.
  CsvRecords(Input& input, std::uint64_t max_bytes);

  // Gives the next record that has any field; false at the end.
  bool next(std::vector<std::string>& fields);
  std::uint64_t line() const { return line_of_record_; }  // where the record begins, from 1
  // A quote of the record has no end: only its first line was taken, quotes as they are.
  bool unclosed() const { return unclosed_; }

 private:
  std::size_t record_bytes();
  void split(std::string_view record, std::vector<std::string>& fields) const;

  Input& input_;
  std::uint64_t max_bytes_;
  char separator_ = ',';
  std::uint64_t line_ = 1;
  std::uint64_t line_of_record_ = 0;
  bool unclosed_ = false;
};

}  // namespace dragoman
