#include <algorithm>
#include <filesystem>
#include <optional>

#include <sys/stat.h>

#include "dragoman/indexer/housekeeping.h"
#include "dragoman/schema.h"
#include "index_directory.h"
#include "index_snapshot.h"
#include "live_documents.h"
#include "segment_builder.h"
#include "xapian_guard.h"

namespace dragoman {
namespace {

using Langs = std::vector<std::pair<std::string, std::uint64_t>>;

Langs count_langs(const Xapian::Database& database) {
  const std::string prefix(kLangPrefix);
  Langs langs;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    langs.emplace_back((*term).substr(prefix.size()), term.get_termfreq());
  }
  std::stable_sort(langs.begin(), langs.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return langs;
}

std::uint64_t count_terms(const Xapian::Database& database) {
  std::uint64_t count = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) ++count;
  return count;
}

std::uint64_t count_copies(const Xapian::Database& database) {
  const std::string prefix = make_term(kGroupPrefix, "");
  std::uint64_t count = 0;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    count += term.get_termfreq();
  }
  return count;
}

// What writers remember is theirs, and may be changing: without it there is only one number less.
std::uint64_t count_files(const std::string& directory) {
  const Result<std::uint64_t> count = guard_xapian(
      "", [&] { return std::uint64_t{Xapian::Database(directory + "/" + kFiles).get_doccount()}; });
  return count.value_or(0);
}

// Damage may make anything of a date, and what is reported is printed.
bool is_date(const std::string& value) {
  return !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
}

// The first and last date. Bounds kept by segments may be wider after documents went.
void find_dates(const Xapian::Database& database, IndexReport& report) {
  const auto end = database.valuestream_end(kDateSlot);
  for (auto at = database.valuestream_begin(kDateSlot); at != end; ++at) {
    const std::string date = *at;
    if (!is_date(date)) continue;
    if (report.first_date.empty() || date < report.first_date) report.first_date = date;
    report.last_date = std::max(report.last_date, date);
  }
}

std::int64_t time_of(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mtim.tv_sec : 0;
}

}  // namespace

Result<IndexReport> describe_index(const std::string& directory) {
  Result<IndexSnapshot> index = open_snapshot(directory);
  if (!index) return index.error();
  return guard_xapian("cannot read " + directory, [&] {
    const Xapian::Database database = index->database();
    IndexReport report;
    report.documents = count_documents(database);
    report.copies = count_copies(database);
    report.terms = count_terms(database);
    report.files = count_files(directory);
    report.langs = count_langs(database);
    find_dates(database, report);
    const std::string folder = directory + "/";
    for (const std::string& name : index->published.segments) {
      report.bytes += segment_bytes(folder + name);
    }
    report.segments = index->segments.size();
    report.commits = index->published.generation;
    report.last_commit = time_of(folder + kStub);
    report.schema = index->segments.front().get_metadata(kSchemaKey);
    report.analyzer = index->segments.front().get_metadata(kAnalyzerKey);
    return report;
  });
}

}  // namespace dragoman
