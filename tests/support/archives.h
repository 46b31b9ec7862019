// Archives that tests write.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <utility>
#include <vector>

namespace dragoman {

using Members = std::vector<std::pair<std::string, std::string>>;  // path, content

inline std::string make_archive(const char* format, const Members& members) {
  archive* writer = archive_write_new();
  archive_write_set_format_by_name(writer, format);
  // Names as bytes, whatever the locale.
  archive_write_set_options(writer, "hdrcharset=BINARY");
  std::string out(1u << 22u, '\0');
  std::size_t used = 0;
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [path, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, path.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

}  // namespace dragoman
