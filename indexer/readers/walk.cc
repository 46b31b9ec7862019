#include "readers/walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "readers/file_stream.h"
#include "readers/format.h"
#include "readers/input_name.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

}  // namespace

void Walk::skip(const std::string& path, std::string reason) {
  sink_.skipped({displayed_name(path), 0, std::move(reason)});
}

// Whether what `path` leads to has not been read yet.
bool Walk::is_new(const std::string& path) {
  struct stat facts = {};
  if (::stat(path.c_str(), &facts) != 0) return true;  // opening it will say why
  return seen_.emplace(facts.st_dev, facts.st_ino).second;
}

void Walk::input(const std::string& path) {
  enter(path);
  // Links may lead to directories that have links.
  for (std::size_t i = 0; i < links_.size() && !stopped(); ++i) {
    const std::string link = links_[i];
    if (is_new(link)) {
      std::error_code ignored;
      fs::is_directory(link, ignored) ? directory(link) : file(link);
    }
  }
  links_.clear();
}

void Walk::enter(const std::string& path) {
  std::error_code error;
  if (path == "-") return file(path);
  if (!fs::is_directory(path, error)) {
    is_new(path);
    return file(path);
  }
  if (is_new(path)) directory(path);
}

void Walk::directory(const std::string& path) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with('.')) names.push_back(name);
  }
  if (error) {
    skip(path, error == std::errc::permission_denied
                   ? "permission denied"
                   : std::generic_category().message(error.value()));
  }
  std::sort(names.begin(), names.end());
  const std::string start = path.ends_with('/') ? path : path + "/";
  for (const std::string& name : names) {
    if (stopped()) return;
    const std::string inner = start + name;
    std::error_code ignored;
    if (fs::is_symlink(fs::symlink_status(inner, ignored))) {
      links_.push_back(inner);
    } else {
      enter(inner);
    }
  }
}

void Walk::file(const std::string& path) {
  if (path != "-" && !sink_.wants(path, displayed_name(path))) return;
  read(path);
  if (path != "-" && !stopped()) sink_.finished();
}

void Walk::read(const std::string& path) {
  Result<std::unique_ptr<FileStream>> stream = FileStream::open(path, sink_);
  if (!stream) return skip(path, stream.error().message);
  InputFacts facts;
  facts.name = path == "-" ? "stdin" : displayed_name(path);
  facts.file_name = file_name_of(path);
  facts.size = (*stream)->size();
  if (facts.size > 0) facts.path = path;
  Input input(std::move(facts), std::move(*stream));
  out_.begin_input();
  read_input(input, out_);
}

}  // namespace dragoman
