// What keeps an index in order: what is in it, whether it is sound, one segment instead of many, and
// its documents back out.
//
//   Result<IndexReport> report = describe_index("news.db");
//   Result<CheckReport> sound = check_index("news.db");   // sound->problems.empty()
//
// Reading functions do not wait for a writer and are not disturbed by one. All are linear in the
// index; memory is that of one document. Thread rule: calls do not share state.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dragoman/export.h"
#include "dragoman/result.h"

namespace dragoman {

// What is in an index.
struct IndexReport {
  std::uint64_t documents = 0;
  std::uint64_t copies = 0;  // documents that are near copies of earlier ones
  std::uint64_t terms = 0;   // different ones
  std::uint64_t files = 0;   // that documents came from, as far as remembered
  std::vector<std::pair<std::string, std::uint64_t>> langs;  // documents, the most frequent first
  std::string first_date, last_date;  // as precise as known: 20161124; empty: no document has one
  std::uint64_t bytes = 0;            // on disk
  std::uint64_t segments = 0;
  std::uint64_t commits = 0;
  std::int64_t last_commit = 0;  // seconds since 1970, UTC
  std::string schema, analyzer;
};

// Errors: kNotFound, kNotAnIndex, kSchemaMismatch, kUnreadable, kCorrupt, kIndexIo.
DRAGOMAN_API Result<IndexReport> describe_index(const std::string& directory);

// What a check has found.
struct CheckReport {
  std::uint64_t documents = 0;
  std::uint64_t segments = 0;
  std::vector<std::string> problems;  // sentences; at most kMostProblems
};
inline constexpr std::size_t kMostProblems = 100;

// Opens every segment, verifies its structure and unpacks every document. What is wrong with an index
// that can be opened is no error but a problem. Errors: kNotFound, kNotAnIndex, kUnreadable.
DRAGOMAN_API Result<CheckReport> check_index(const std::string& directory);

// Gives each document as one line of JSON, in the order of the index, to `write`, which returns false to
// stop; the documents written. Indexing the lines gives the same index. Errors: as describe_index().
DRAGOMAN_API Result<std::uint64_t> export_index(
    const std::string& directory, const std::function<bool(std::string_view line)>& write);

}  // namespace dragoman
