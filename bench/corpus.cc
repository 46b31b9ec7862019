#include "corpus.h"

#include <cstdlib>
#include <filesystem>
#include <map>

#include <unistd.h>

#include "dragoman/indexer/index_writer.h"
#include "dragoman/indexer/reader.h"

namespace dragoman::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostDocuments = 1000;

class Collector : public DocumentSink {
 public:
  bool document(Document document) override {
    documents.push_back(std::move(document));
    return documents.size() < kMostDocuments;
  }
  void skipped(Skipped) override {}
  void advanced(std::uint64_t) override {}

  std::vector<Document> documents;
};

// Removes the indexes when the program ends.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("dragoman-bench-" + std::to_string(getpid()));
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

std::string build_index(const fs::path& path, const std::vector<Document>& documents) {
  if (documents.empty()) return {};
  Result<IndexWriter> writer = IndexWriter::open(path.string(), {});
  if (!writer) return {};
  for (const Document& document : documents) {
    if (!writer->add(document)) return {};
  }
  return writer->commit() ? path.string() : std::string();
}

// Of the collections that lie beside the project there is one file each.
std::string path_of(const std::string& name) {
  if (name == "sample") return DRAGOMAN_SAMPLE;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(fs::path(DRAGOMAN_DATA) / name, ignored)) {
    if (entry.path().filename().string().ends_with(".jsonl.xz")) return entry.path().string();
  }
  return {};
}

}  // namespace

const std::vector<Document>& corpus(const std::string& name) {
  static std::map<std::string, std::vector<Document>> read;
  const auto [at, is_new] = read.try_emplace(name);
  if (!is_new) return at->second;
  Collector collector;
  const std::string path = path_of(name);
  if (fs::exists(path)) read_inputs({path}, {}, collector);
  return at->second = std::move(collector.documents);
}

const std::string& index_of(const std::string& name) {
  static const Folder folder;
  static std::map<std::string, std::string> built;
  const auto [at, is_new] = built.try_emplace(name);
  if (is_new) {
    fs::create_directories(folder.path);
    at->second = build_index(folder.path / name, corpus(name));
  }
  return at->second;
}

}  // namespace dragoman::bench
