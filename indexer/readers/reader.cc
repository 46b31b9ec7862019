#include "dragoman/indexer/reader.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <filesystem>

#include "readers/byte_source.h"
#include "readers/jsonl_reader.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostLineBytes = 64u << 20u;

// Ill-formed UTF-8 and NULs become U+FFFD.
void mend(std::string& text) {
  const auto size = static_cast<std::int64_t>(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::string mended;
  std::int64_t copied = 0;
  for (std::int64_t i = 0; i < size;) {
    const std::int64_t start = i;
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    if (c > 0) continue;
    mended.append(text, static_cast<std::size_t>(copied), static_cast<std::size_t>(start - copied));
    mended += "\xEF\xBF\xBD";
    copied = i;
  }
  if (copied == 0) return;
  mended.append(text, static_cast<std::size_t>(copied));
  text = std::move(mended);
}

class Walk {
 public:
  Walk(const ReadOptions& options, DocumentSink& sink) : options_(options), sink_(sink) {}

  // False when the sink wants no more.
  bool input(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (path != "-" && fs::is_directory(status)) return directory(path);
    if (path != "-" && fs::exists(status) && !fs::is_regular_file(status)) return skip(path, 0, "not a regular file");
    if (path != "-" && !sink_.wants(path, path)) return true;
    if (!file(path)) return false;
    if (path != "-") sink_.finished();
    return true;
  }

 private:
  bool skip(const std::string& path, std::uint64_t line, const std::string& reason) {
    sink_.skipped({path, line, reason});
    return true;
  }

  bool directory(const std::string& path) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
      const bool followed = !(entry->is_symlink() && entry->is_directory());
      if (followed && entry->path().filename().string().front() != '.') names.push_back(entry->path().string());
    }
    if (error) skip(path, 0, error.message());
    std::sort(names.begin(), names.end());
    return std::all_of(names.begin(), names.end(), [this](const std::string& name) { return input(name); });
  }

  bool file(const std::string& path) {
    Result<ByteSource> source = ByteSource::open(path);
    if (!source) return skip(path, 0, source.error().message);
    std::string buffer;
    Result<bool> more = source->read(buffer);
    if (more && buffer.empty()) return skip(path, 0, "empty");
    const std::size_t start = buffer.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool json = options_.format == "jsonl" ||
                      (options_.format == "auto" && start != std::string::npos && buffer[start] == '{');
    if (buffer.starts_with("\xEF\xBB\xBF")) buffer.erase(0, 3);
    return json ? lines(path, *source, std::move(buffer), more) : whole(path, *source, std::move(buffer), more);
  }

  void advance(const ByteSource& source, std::uint64_t& told) {
    const std::uint64_t now = source.consumed();
    if (now > told) sink_.advanced(now - told);
    told = now;
  }

  bool lines(const std::string& path, ByteSource& source, std::string buffer, Result<bool> more) {
    std::uint64_t number = 0;
    std::uint64_t told = 0;
    while (true) {
      std::size_t begin = 0;
      for (std::size_t end; (end = buffer.find('\n', begin)) != std::string::npos; begin = end + 1) {
        if (!line(path, ++number, buffer.substr(begin, end - begin))) return false;
      }
      buffer.erase(0, begin);
      advance(source, told);
      if (!more) skip(path, 0, more.error().message);
      if (!more || !*more) break;
      if (buffer.size() > kMostLineBytes) return skip(path, number + 1, "line longer than 64 MB; the rest was not read");
      more = source.read(buffer);
    }
    return buffer.empty() || line(path, number + 1, std::move(buffer));
  }

  bool line(const std::string& path, std::uint64_t number, std::string text) {
    if (text.find_first_not_of(" \t\r") == std::string::npos) return true;
    mend(text);
    Result<Document> document = read_json_line(text, options_);
    if (!document) return skip(path, number, document.error().message);
    if (document->id.empty()) document->id = (path == "-" ? "stdin" : path) + "#" + std::to_string(number);
    return give(std::move(*document));
  }

  bool give(Document document) {
    if (document.lang.empty() && options_.lang != "auto") document.lang = options_.lang;
    return sink_.document(std::move(document));
  }

  // A plain text: the first line is its title when it is short.
  bool whole(const std::string& path, ByteSource& source, std::string text, Result<bool> more) {
    std::uint64_t told = 0;
    while (more && *more && text.size() <= options_.max_bytes) more = source.read(text);
    advance(source, told);
    if (!more) skip(path, 0, more.error().message);
    if (text.size() > options_.max_bytes) return skip(path, 0, "larger than --max-size");
    if (text.find('\0') != std::string::npos) return skip(path, 0, "not a text or JSON Lines file");
    mend(text);
    constexpr std::size_t kLongestTitle = 300;
    Document document;
    document.id = path == "-" ? "stdin" : path;
    const std::size_t end = text.find('\n');
    if (end != std::string::npos && end > 0 && end <= kLongestTitle) {
      document.title = text.substr(0, end);
      document.body = text.substr(std::min(text.size(), text.find_first_not_of("\r\n", end)));
    } else {
      document.body = std::move(text);
    }
    return give(std::move(document));
  }

  const ReadOptions& options_;
  DocumentSink& sink_;
};

std::uint64_t bytes_under(const fs::path& path) {
  std::error_code error;
  if (fs::is_regular_file(path, error)) return fs::file_size(path, error);
  std::uint64_t bytes = 0;
  for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_regular_file(ignored)) bytes += entry->file_size(ignored);
  }
  return bytes;
}

}  // namespace

void read_inputs(const std::vector<std::string>& inputs, const ReadOptions& options, DocumentSink& sink) {
  Walk walk(options, sink);
  for (const std::string& input : inputs) {
    if (!walk.input(input)) return;
  }
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
