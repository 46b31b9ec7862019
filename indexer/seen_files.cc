#include "seen_files.h"

#include <filesystem>
#include <utility>

#include "content_hash.h"
#include "file_record.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGenerationKey = "dragoman.generation";
constexpr const char* kSharedTerm = "S";
constexpr std::size_t kMostPathBytes = 200;

// A long path is cut and told from others by its hash.
std::string path_term(const std::string& path) {
  if (path.size() <= kMostPathBytes) return "P" + path;
  Hasher hasher;
  hasher.add(path);
  return "P" + path.substr(0, kMostPathBytes) + hasher.bytes();
}

std::string hash_term(const std::string& hash) { return "H" + hash; }

bool is_under(const std::string& path, const std::string& directory) {
  if (!path.starts_with(directory)) return false;
  return path.size() == directory.size() || directory == "/" || path[directory.size()] == '/';
}

FileRecord record_of(const Xapian::Database& database, Xapian::docid number) {
  std::optional<FileRecord> record = decode_record(database.get_document(number).get_data());
  if (!record) throw Xapian::DatabaseCorruptError("a record of a file is damaged");
  record->number = number;
  return std::move(*record);
}

}  // namespace

SeenFiles::SeenFiles(std::string path, std::uint64_t generation,
                     std::function<FileNumber()> highest)
    : path_(std::move(path)), generation_(generation), highest_(std::move(highest)) {
  if (!fs::exists(path_)) return;
  try {
    open(Xapian::DB_OPEN);
    if (database_.get_metadata(kGenerationKey) != std::to_string(generation)) mark_all_stale();
  } catch (const Xapian::Error&) {
    // Nothing is lost but time: all files are read again, and their documents are unchanged.
    open_ = false;
    database_ = Xapian::WritableDatabase();
    fs::remove_all(path_);
  }
}

void SeenFiles::open(int flags) {
  database_ = Xapian::WritableDatabase(path_, flags | Xapian::DB_BACKEND_GLASS);
  database_.begin_transaction();
  open_ = true;
}

void SeenFiles::mark_all_stale() {
  std::vector<Xapian::docid> numbers;
  for (auto at = database_.postlist_begin(""); at != database_.postlist_end(""); ++at) {
    numbers.push_back(*at);
  }
  for (const Xapian::docid number : numbers) {
    FileRecord record = record_of(database_, number);
    record.stale = true;
    keep(record);
  }
}

std::optional<FileRecord> SeenFiles::at_path(const std::string& path) const {
  std::optional<FileRecord> found;
  each(path_term(path), [&](const FileRecord& record) {
    if (record.path == path) found = record;
  });
  return found;
}

std::optional<FileRecord> SeenFiles::numbered(FileNumber number) const {
  if (!open_) return std::nullopt;
  try {
    return record_of(database_, number);
  } catch (const Xapian::DocNotFoundError&) {
    return std::nullopt;
  }
}

std::vector<FileRecord> SeenFiles::with_hash(const std::string& hash) const {
  std::vector<FileRecord> found;
  each(hash_term(hash), [&](const FileRecord& record) { found.push_back(record); });
  return found;
}

void SeenFiles::each_under(const std::string& path,
                           const std::function<void(const FileRecord&)>& use) const {
  if (!open_) return;
  const std::string prefix = "P" + path.substr(0, kMostPathBytes);
  for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix);
       ++term) {
    each(*term, [&](const FileRecord& record) {
      if (is_under(record.path, path)) use(record);
    });
  }
}

void SeenFiles::each_shared(const std::function<void(const FileRecord&)>& use) const {
  each(kSharedTerm, use);
}

void SeenFiles::each(const std::string& term,
                     const std::function<void(const FileRecord&)>& use) const {
  if (!open_) return;
  // Collected first: `use` may change the database.
  std::vector<Xapian::docid> numbers;
  for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
    numbers.push_back(*at);
  }
  for (const Xapian::docid number : numbers) use(record_of(database_, number));
}

void SeenFiles::keep(FileRecord& record) {
  if (!open_) open(Xapian::DB_CREATE_OR_OPEN);
  Xapian::Document document;
  document.set_data(encode_record(record));
  document.add_boolean_term(path_term(record.path));
  if (!record.hash.empty()) document.add_boolean_term(hash_term(record.hash));
  if (record.shared) document.add_boolean_term(kSharedTerm);
  if (record.number == 0) {
    const FileNumber last = database_.get_lastdocid();
    record.number = (last > 0 ? last : highest_()) + 1;
  }
  database_.replace_document(record.number, document);
  changed_ = true;
}

void SeenFiles::forget(FileNumber number) {
  if (!open_) return;
  database_.delete_document(number);
  changed_ = true;
}

void SeenFiles::commit(std::uint64_t generation) {
  if (!open_ || (!changed_ && generation == generation_)) return;
  database_.set_metadata(kGenerationKey, std::to_string(generation));
  database_.commit_transaction();
  database_.begin_transaction();
  generation_ = generation;
  changed_ = false;
}

}  // namespace dragoman
