// The files of server/page and the description of the interface, compiled into the program.
#pragma once

#include <span>
#include <string_view>

namespace dragoman {

struct PageFile {
  std::string_view path;  // "/style.css"; the page itself is "/"
  std::string_view content_type;
  std::string_view bytes;
};

std::span<const PageFile> page_files();

}  // namespace dragoman
