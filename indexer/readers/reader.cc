#include "dragoman/indexer/reader.h"

#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "readers/byte_stream.h"
#include "readers/delivery.h"
#include "readers/format.h"
#include "readers/input.h"
#include "readers/input_name.h"
#include "readers/walk.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

std::uint64_t bytes_under(const fs::path& path) {
  std::error_code error;
  if (fs::is_regular_file(path, error)) return fs::file_size(path, error);
  std::uint64_t bytes = 0;
  for (fs::recursive_directory_iterator
           entry(path, fs::directory_options::skip_permission_denied, error),
       end;
       !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_regular_file(ignored)) bytes += entry->file_size(ignored);
  }
  return bytes;
}

}  // namespace

void read_inputs(const std::vector<std::string>& inputs, const ReadOptions& options,
                 DocumentSink& sink) {
  Walk walk(options, sink);
  for (const std::string& input : inputs) {
    if (walk.stopped()) return;
    walk.input(input);
  }
}

void read_bytes(std::string bytes, const std::string& name, const ReadOptions& options,
                DocumentSink& sink) {
  InputFacts facts;
  facts.name = displayed_name(name);
  facts.file_name = file_name_of(name);
  facts.size = bytes.size();
  Input input(std::move(facts), std::make_unique<MemoryStream>(std::move(bytes)));
  Delivery out(options, sink);
  out.begin_input();
  read_input(input, out);
}

std::uint64_t input_bytes(const std::vector<std::string>& inputs) {
  std::uint64_t bytes = 0;
  for (const std::string& input : inputs) {
    if (input == "-") return 0;
    bytes += bytes_under(input);
  }
  return bytes;
}

}  // namespace dragoman
