// A folder for files that a test writes, and what the readers make of them.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/indexer/reader.h"
#include "support/temporary_folder.h"

namespace dragoman {

struct Collected : DocumentSink {
  bool document(Document d) override {
    documents.push_back(std::move(d));
    return documents.size() < stop_after;
  }
  void skipped(Skipped s) override { skips.push_back(std::move(s)); }
  void warning(Warning w) override { warnings.push_back(std::move(w)); }
  void advanced(std::uint64_t more) override { bytes += more; }

  // The only document; an empty one, and a failed test, when there is another number of them.
  Document only() const {
    EXPECT_EQ(documents.size(), 1u) << (skips.empty() ? "" : skips.front().reason);
    return documents.size() == 1 ? documents.front() : Document();
  }
  // Why the only input was skipped.
  std::string reason() const {
    EXPECT_EQ(skips.size(), 1u);
    return skips.empty() ? "" : skips.front().reason;
  }

  std::vector<Document> documents;
  std::vector<Skipped> skips;
  std::vector<Warning> warnings;
  std::uint64_t bytes = 0;
  std::size_t stop_after = SIZE_MAX;
};

class ReadingTest : public ::testing::Test {
 protected:
  // Writes a file and gives its path.
  std::string write(const std::string& name, std::string_view content) {
    const std::filesystem::path path = folder_.path(name);
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary)
        .write(content.data(), static_cast<std::streamsize>(content.size()));
    return path.string();
  }

  // Writes a file and reads it.
  Collected read(const std::string& name, std::string_view content,
                 const ReadOptions& options = {}) {
    return read_paths({write(name, content)}, options);
  }

  Collected read_paths(const std::vector<std::string>& paths, const ReadOptions& options = {}) {
    Collected collected;
    read_inputs(paths, options, collected);
    return collected;
  }

  TemporaryFolder folder_;
};

}  // namespace dragoman
