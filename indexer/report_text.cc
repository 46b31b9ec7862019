#include "report_text.h"

#include <algorithm>
#include <ctime>

#include <nlohmann/json.hpp>

namespace dragoman {
namespace {

using nlohmann::ordered_json;

// "12.3".
std::string with_tenths(double number) {
  char text[40];
  std::snprintf(text, sizeof text, "%.1f", number);
  return text;
}

std::string megabytes(std::uint64_t bytes) {
  return with_tenths(static_cast<double>(bytes) / 1e6) + " MB";
}

std::string rate(const RunReport& report) {
  const double bytes = static_cast<double>(report.summary.text_bytes);
  return with_tenths(report.seconds > 0 ? bytes / 1e6 / report.seconds : 0) + " MB/s";
}

std::string count(std::uint64_t number, const char* what) {
  return std::to_string(number) + " " + what;
}

// "20161124" -> "2016-11-24".
std::string dashed(std::string date) {
  if (date.size() == 8) date.insert(6, "-");
  if (date.size() > 4) date.insert(4, "-");
  return date;
}

std::string utc(std::int64_t seconds) {
  const std::time_t time = seconds;
  std::tm parts = {};
  char text[32];
  gmtime_r(&time, &parts);
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

std::string langs_of(const IndexReport& report) {
  std::string text;
  for (const auto& [lang, documents] : report.langs) {
    text += (text.empty() ? "" : ", ") + lang + " " + std::to_string(documents);
  }
  return text;
}

}  // namespace

std::string run_text(const RunReport& report) {
  const WriteSummary& summary = report.summary;
  const std::string text = "; " + megabytes(summary.text_bytes) + ", " + rate(report) + "\n";
  if (report.dry_run) {
    return "dry run: " + count(summary.added, "documents read") + ", " +
           count(report.skipped, "skipped") + text;
  }
  return count(summary.added, "added") + ", " + count(summary.changed, "changed") + ", " +
         (summary.moved > 0 ? count(summary.moved, "moved") + ", " : "") +
         count(summary.unchanged, "unchanged") + ", " + count(summary.removed, "removed") + ", " +
         count(report.skipped, "skipped") + text;
}

std::string run_json(const RunReport& report) {
  const WriteSummary& summary = report.summary;
  ordered_json out;
  out["added"] = summary.added;
  out["changed"] = summary.changed;
  out["moved"] = summary.moved;
  out["unchanged"] = summary.unchanged;
  out["removed"] = summary.removed;
  out["skipped"] = report.skipped;
  out["text_bytes"] = summary.text_bytes;
  out["seconds"] = report.seconds;
  out["dry_run"] = report.dry_run;
  out["interrupted"] = report.interrupted;
  return out.dump() + "\n";
}

std::string report_text(const IndexReport& report) {
  std::string text;
  const auto line = [&text](std::string name, const std::string& value) {
    name += ':';
    name.resize(13, ' ');
    text += name + value + "\n";
  };
  line("documents", std::to_string(report.documents));
  line("copies", std::to_string(report.copies));
  line("terms", std::to_string(report.terms));
  line("files", std::to_string(report.files));
  line("languages", langs_of(report));
  if (!report.first_date.empty()) {
    line("dates", dashed(report.first_date) + " to " + dashed(report.last_date));
  }
  line("size", megabytes(report.bytes));
  line("segments", std::to_string(report.segments));
  line("commits", std::to_string(report.commits));
  line("last commit", utc(report.last_commit));
  line("schema", report.schema);
  line("analyzer", report.analyzer);
  return text;
}

std::string report_json(const IndexReport& report) {
  ordered_json out;
  out["documents"] = report.documents;
  out["copies"] = report.copies;
  out["terms"] = report.terms;
  out["files"] = report.files;
  out["languages"] = ordered_json::object();
  for (const auto& [lang, documents] : report.langs) out["languages"][lang] = documents;
  if (!report.first_date.empty()) {
    out["first_date"] = dashed(report.first_date);
    out["last_date"] = dashed(report.last_date);
  }
  out["bytes"] = report.bytes;
  out["segments"] = report.segments;
  out["commits"] = report.commits;
  out["last_commit"] = utc(report.last_commit);
  out["schema"] = report.schema;
  out["analyzer"] = report.analyzer;
  return out.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string check_text(const CheckReport& report) {
  return "sound: " + count(report.documents, "documents in ") +
         count(report.segments, report.segments == 1 ? "segment" : "segments") + "\n";
}

std::string compact_text(const IndexReport& before, const IndexReport& after) {
  return count(before.segments, before.segments == 1 ? "segment" : "segments") + ", " +
         megabytes(before.bytes) + " -> " +
         count(after.segments, after.segments == 1 ? "segment" : "segments") + ", " +
         megabytes(after.bytes) + "\n";
}

std::string reading_key(const ReadOptions& options) {
  std::string key = options.format + "\n" + options.lang + "\n" + std::to_string(options.max_bytes);
  for (const FieldMapping& mapping : options.map) key += "\n" + mapping.field + "=" + mapping.key;
  return key;
}

}  // namespace dragoman
