// The text of the XML that office programs write.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <vector>

namespace dragoman {

struct OfficeText {
  std::string title;  // a paragraph in the style "Title"; else empty
  std::string body;
};

// Of a document or a slide (WordprocessingML, DrawingML, OpenDocument). What was deleted, and
// what stands in place of pictures, is left out.
OfficeText office_text(const xmlNode* root);

// The strings that the cells of an XLSX file share. `root` may be null.
std::vector<std::string> shared_strings(const xmlNode* root);

// The rows of a sheet as lines, their cells parted by tabs. `root` may be null.
std::string sheet_text(const xmlNode* root, const std::vector<std::string>& shared);

}  // namespace dragoman
