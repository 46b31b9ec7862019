#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "document_records.h"
#include "dragoman/indexer/housekeeping.h"
#include "dragoman/schema.h"
#include "in_child.h"
#include "index_snapshot.h"
#include "live_documents.h"
#include "xapian_guard.h"

namespace dragoman {
namespace {

constexpr int kMostTries = 20;

// Many times what a sound segment takes; damage can send Xapian round in circles.
constexpr unsigned kLeastSeconds = 60;
constexpr std::uint64_t kBytesASecond = 1u << 18u;

unsigned seconds_for(const std::string& directory) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(directory, error)) {
    const std::uintmax_t size = file.file_size(error);
    if (!error) bytes += size;
  }
  return kLeastSeconds + static_cast<unsigned>(bytes / kBytesASecond);
}

// A report as text: the documents, then the problems, each behind a NUL.
std::string packed(const CheckReport& report) {
  std::string text = std::to_string(report.documents);
  for (const std::string& problem : report.problems) (text += '\0') += problem;
  return text;
}

void add_packed(const std::string& text, CheckReport& report) {
  report.documents += std::strtoull(text.c_str(), nullptr, 10);
  for (std::size_t at = text.find('\0'); at != std::string::npos;) {
    const std::size_t next = text.find('\0', at + 1);
    if (report.problems.size() < kMostProblems)
      report.problems.push_back(text.substr(at + 1, next - at - 1));
    at = next;
  }
}

class Check {
 public:
  explicit Check(std::string directory) : directory_(std::move(directory)) {}

  CheckReport segment(const std::string& path) {
    if (structure(path)) documents(path);
    return std::move(report_);
  }

  // No two documents have one id.
  CheckReport ids(const Published& published) {
    attempt("cannot read the ids of " + directory_, [&] {
      Xapian::Database all;
      for (const std::string& name : published.segments) {
        all.add_database(Xapian::Database(directory_ + "/" + name));
      }
      const std::string prefix(kIdPrefix);
      for (auto term = all.allterms_begin(prefix); term != all.allterms_end(prefix); ++term) {
        if (term.get_termfreq() > 1) {
          problem(std::to_string(term.get_termfreq()) + " documents have the id '" +
                  (*term).substr(prefix.size()) + "'");
        }
      }
    });
    return std::move(report_);
  }

 private:
  void problem(const std::string& words) {
    if (report_.problems.size() < kMostProblems) report_.problems.push_back(words);
  }

  template <typename Work>
  bool attempt(const std::string& doing, Work&& work) {
    const Result<void> done = guard_xapian(doing, std::forward<Work>(work));
    if (!done) problem(done.error().message);
    return done.has_value();
  }

  // Xapian's own check of the B-trees.
  bool structure(const std::string& path) {
    if (const Result<Xapian::Database> good = open_segment(path); !good) {
      problem(good.error().message);
      return false;
    }
    std::size_t errors = 0;
    std::ostringstream words;
    const bool done =
        attempt("cannot check " + path, [&] { errors = Xapian::Database::check(path, 0, &words); });
    if (errors > 0) {
      problem(path + " has " + std::to_string(errors) +
              " errors of structure; xapian-check lists them");
    }
    return done;
  }

  void documents(const std::string& path) {
    attempt("cannot read " + path, [&] {
      const Xapian::Database segment(path);
      for (const Xapian::docid number : live_documents(segment)) {
        const std::string where = "document " + std::to_string(number) + " of " + path;
        attempt("cannot read " + where, [&] { document(segment, number, where); });
        ++report_.documents;
      }
    });
  }

  void document(const Xapian::Database& segment, Xapian::docid number, const std::string& where) {
    const Xapian::Document found = segment.get_document(number);
    const Result<StoredDocument> stored = DocumentRecords(found).stored();
    if (!stored) return problem(where + ": " + stored.error().message);
    const Result<std::string> body = stored->body(0, stored->body_bytes);
    if (!body) return problem(where + ": " + body.error().message);
    if (body->size() != stored->body_bytes) problem(where + ": a part of the text is missing");
    if (!stored->is_sound()) problem(where + ": its sentences or names are damaged");
    const std::string& id = stored->metadata.id;
    const std::string term = id_term(id);
    Xapian::TermIterator at = found.termlist_begin();
    at.skip_to(term);
    if (at == found.termlist_end() || *at != term || found.get_value(kIdSlot) != id) {
      problem(where + ": is not indexed under its id '" + id + "'");
    }
  }

  std::string directory_;
  CheckReport report_;
};

CheckReport check_published(const std::string& directory, const Published& published) {
  CheckReport report;
  report.segments = published.segments.size();
  unsigned seconds = kLeastSeconds;
  const auto add = [&report](const std::optional<std::string>& text, const std::string& path) {
    if (text) return add_packed(*text, report);
    report.problems.push_back(path + " is damaged so badly that checking it failed");
  };
  const std::string folder = directory + "/";
  for (const std::string& name : published.segments) {
    const std::string path = folder + name;
    seconds += seconds_for(path);
    add(in_child([&] { return packed(Check(directory).segment(path)); }, seconds_for(path)), path);
  }
  add(in_child([&] { return packed(Check(directory).ids(published)); }, seconds), directory);
  return report;
}

}  // namespace

Result<CheckReport> check_index(const std::string& directory) {
  for (int tries = 1;; ++tries) {
    const Result<Published> before = read_stub(directory);
    if (!before) return before.error();
    CheckReport report = check_published(directory, *before);
    const Result<Published> after = read_stub(directory);
    if (!after) return after.error();
    // What a writer removes meanwhile is no damage.
    if (report.problems.empty() || *after == *before) return report;
    if (tries == kMostTries) {
      return Error{Errc::kIndexIo, directory + " is changing too fast to be checked",
                   "wait until the writer has ended"};
    }
  }
}

}  // namespace dragoman
