// What the JSON-LD of a page (schema.org) says of the article on it.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

struct LinkedData {
  std::string headline;
  std::string date_published;
  std::string language;
  std::string publisher;
  std::string article_body;
};

// Fills what is still empty in `data` from one <script type="application/ld+json">.
void read_json_ld(std::string_view text, LinkedData& data);

}  // namespace dragoman
