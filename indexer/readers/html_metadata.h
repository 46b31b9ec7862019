// What the head of an HTML page, its JSON-LD and its elements say of it: title, publication date,
// language, address, publisher.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>

#include "dragoman/document.h"

namespace dragoman {

// Fills title, date, lang, url and source of `document` as far as the page tells them, and the
// body with the text that JSON-LD has of the article. Requires: `root` is not null.
void read_html_metadata(const xmlNode* root, Document& document);

// The encoding that the first bytes of a page declare; empty when they do not.
std::string_view declared_html_charset(std::string_view bytes);

}  // namespace dragoman
