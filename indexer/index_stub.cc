#include "dragoman/index_stub.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dragoman {

namespace fs = std::filesystem;

bool is_segment_name(std::string_view name) {
  return name.size() > kSegment.size() && name.substr(0, kSegment.size()) == kSegment &&
         name.find_first_not_of("0123456789", kSegment.size()) == std::string_view::npos;
}

// Opened, and not only asked for by name, so that a file system elsewhere is asked anew.
std::optional<StubFile> stub_file(const std::string& directory) {
  const int file = ::open((directory + "/" + kStub).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  struct stat about = {};
  const bool good = ::fstat(file, &about) == 0;
  ::close(file);
  if (!good) return std::nullopt;
  constexpr std::int64_t kSecond = 1'000'000'000;
  return StubFile{about.st_dev, about.st_ino, static_cast<std::uint64_t>(about.st_size),
                  about.st_ctim.tv_sec * kSecond + about.st_ctim.tv_nsec};
}

Error not_an_index(const std::string& path, const char* why) {
  return {Errc::kNotAnIndex, path + " is not an index of Dragoman: " + why,
          "give --db a new directory, or an empty one"};
}

Result<Published> read_stub(const std::string& directory) {
  const std::string path = directory + "/" + kStub;
  std::error_code error;
  if (!fs::exists(directory, error)) {
    return Error{Errc::kNotFound, directory + " does not exist", ""};
  }
  if (!fs::is_directory(directory, error)) return not_an_index(directory, "it is a file");
  if (!fs::exists(path, error)) return not_an_index(directory, "it has no file XAPIANDB");
  std::ifstream stub(path);
  if (!stub)
    return Error{Errc::kUnreadable, "cannot read " + path + ": " + std::strerror(errno), ""};
  Published published;
  for (std::string line; std::getline(stub, line);) {
    if (line.starts_with(kGenerationLine)) {
      published.generation = std::strtoull(line.c_str() + kGenerationLine.size(), nullptr, 10);
      continue;
    }
    if (!line.starts_with(kStubLine) || !is_segment_name(line.substr(kStubLine.size()))) {
      return not_an_index(directory, "its file XAPIANDB was made by another program");
    }
    published.segments.push_back(line.substr(kStubLine.size()));
  }
  if (published.segments.empty()) return not_an_index(directory, "its file XAPIANDB is empty");
  return published;
}

}  // namespace dragoman
