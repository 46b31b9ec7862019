#include "readers/html_metadata.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "ascii.h"
#include "readers/date_text.h"
#include "readers/fields.h"
#include "readers/json_ld.h"
#include "readers/markup_tree.h"

namespace dragoman {
namespace {

// Names of <meta>, in small letters, the most reliable first.
constexpr std::string_view kTitleNames[] = {"og:title",      "twitter:title",  "dc.title",
                                            "dcterms.title", "citation_title", "headline"};
constexpr std::string_view kDateNames[] = {"article:published_time",
                                           "og:published_time",
                                           "article:published",
                                           "datepublished",
                                           "parsely-pub-date",
                                           "sailthru.date",
                                           "dc.date.issued",
                                           "dcterms.issued",
                                           "dcterms.date",
                                           "dcterms.created",
                                           "dc.date",
                                           "dc.date.created",
                                           "citation_publication_date",
                                           "citation_date",
                                           "publishdate",
                                           "publish-date",
                                           "publish_date",
                                           "pubdate",
                                           "publication_date",
                                           "publicationdate",
                                           "article.published",
                                           "cxenseparse:recs:publishtime",
                                           "bt:pubdate",
                                           "date",
                                           "originalpublicationdate"};
constexpr std::string_view kSourceNames[] = {"og:site_name", "application-name", "dc.publisher",
                                             "dcterms.publisher", "citation_journal_title"};
constexpr std::string_view kLangNames[] = {"content-language", "language", "dc.language",
                                           "dcterms.language", "og:locale"};
constexpr std::string_view kUrlNames[] = {"og:url", "twitter:url"};

struct Meta {
  std::string name;
  std::string_view content;
};

// What one walk over the page collects.
struct Page {
  std::vector<Meta> metas;
  std::vector<std::string_view> times;  // of elements that say when it was published
  std::vector<std::string> json_ld;
  std::string title;
  std::string h1;
  std::string_view canonical;
  std::string_view lang;
  int h1_count = 0;
};

void collect_meta(const xmlNode* n, Page& page) {
  for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
    if (has_attribute(n, key))
      page.metas.push_back({ascii_lower(attribute(n, key)), attribute(n, "content")});
  }
}

void collect_time(const xmlNode* n, std::string_view name, Page& page) {
  const std::string property = ascii_lower(attribute(n, "itemprop"));
  const bool published = property.find("datepublished") != std::string::npos ||
                         has_attribute(n, "pubdate") ||
                         ascii_lower(attribute(n, "property")) == "datepublished";
  const bool modified = property.find("modified") != std::string::npos;
  if (modified || (name != "time" && !published)) return;
  for (const char* key : {"datetime", "content"}) {
    const std::string_view value = attribute(n, key);
    if (value.empty()) continue;
    page.times.insert(published ? page.times.begin() : page.times.end(), value);
    return;
  }
}

Page collect(const xmlNode* root) {
  Page page;
  for (const char* key : {"lang", "xml:lang"}) {
    if (page.lang.empty()) page.lang = attribute(root, key);
  }
  for (const xmlNode* n = root; n != nullptr; n = next_node(n, root)) {
    const std::string_view name = name_of(n);
    if (name.empty()) continue;
    if (name == "meta") {
      collect_meta(n, page);
    } else if (name == "title" && page.title.empty()) {
      page.title = squeezed(all_text(n));
    } else if (name == "h1") {
      if (page.h1_count++ == 0) page.h1 = squeezed(all_text(n));
    } else if (name == "link" && ascii_lower(attribute(n, "rel")) == "canonical") {
      page.canonical = attribute(n, "href");
    } else if (name == "script" &&
               ascii_lower(attribute(n, "type")).starts_with("application/ld+json")) {
      page.json_ld.push_back(all_text(n));
    }
    collect_time(n, name, page);
  }
  return page;
}

template <typename Names>
std::string_view meta_of(const Page& page, const Names& names) {
  for (const std::string_view name : names) {
    for (const Meta& meta : page.metas) {
      if (meta.name == name && !meta.content.empty()) return meta.content;
    }
  }
  return {};
}

// Cuts the site's name off the end of a title; false when it does not stand there.
bool cut_site(std::string& title, const std::string& site, std::string_view h1) {
  for (const std::string_view separator :
       {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / "}) {
    const std::size_t last = title.rfind(separator);
    if (last == std::string::npos) continue;
    const std::string after = ascii_lower(std::string_view(title).substr(last + separator.size()));
    const bool is_site = !after.empty() && site.starts_with(after);
    const bool before_is_h1 = !h1.empty() && std::string_view(title).substr(0, last) == h1;
    if (!is_site && !before_is_h1) continue;
    title.resize(last);
    return true;
  }
  return false;
}

// "The Impeachment Clock | National Review" without the site's name.
std::string without_site(std::string title, std::string_view site, std::string_view h1) {
  constexpr std::size_t kLongest = 2000;
  constexpr int kMostTimes = 3;
  if (title.size() > kLongest) return title;
  const std::string small = ascii_lower(site);
  for (int time = 0; time < kMostTimes && cut_site(title, small, h1); ++time) {
  }
  return title;
}

std::string title_of(const Page& page, const LinkedData& data, const std::string& site) {
  std::string title = squeezed(meta_of(page, kTitleNames));
  if (title.empty()) title = squeezed(data.headline);
  if (title.empty()) {
    title = page.title;
    // A heading that the title repeats is the headline alone.
    const bool repeated = page.h1.size() >= 15 && title.find(page.h1) != std::string::npos;
    if (repeated || title.empty()) title = page.h1;
  }
  return without_site(std::move(title), site, page.h1);
}

std::string date_of(const Page& page, const LinkedData& data) {
  for (const std::string_view name : kDateNames) {
    std::string date = parse_date(meta_of(page, std::array{name}));
    if (!date.empty()) return date;
  }
  if (std::string date = parse_date(data.date_published); !date.empty()) return date;
  for (const std::string_view time : page.times) {
    if (std::string date = parse_date(time); !date.empty()) return date;
  }
  return {};
}

std::string lang_of(const Page& page, const LinkedData& data) {
  for (const std::string_view tag : {page.lang, std::string_view(data.language)}) {
    if (std::string lang = language_code(tag); !lang.empty()) return lang;
  }
  return language_code(meta_of(page, kLangNames));
}

}  // namespace

void read_html_metadata(const xmlNode* root, Document& document) {
  const Page page = collect(root);
  LinkedData data;
  for (const std::string& text : page.json_ld) read_json_ld(text, data);
  document.source = squeezed(meta_of(page, kSourceNames));
  if (document.source.empty()) document.source = squeezed(data.publisher);
  document.body = std::move(data.article_body);
  document.title = title_of(page, data, document.source);
  document.date = date_of(page, data);
  document.lang = lang_of(page, data);
  document.url = page.canonical.starts_with("http") ? page.canonical : meta_of(page, kUrlNames);
}

std::string_view declared_html_charset(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;
  const std::string head = ascii_lower(bytes.substr(0, kHead));
  for (std::size_t at = 0; (at = head.find("charset", at)) != std::string::npos; ++at) {
    // Of a <meta>, not of a script's address or a style sheet.
    const std::size_t tag = head.rfind('<', at);
    if (tag == std::string::npos || head.compare(tag, 5, "<meta") != 0) continue;
    const std::size_t equals = head.find_first_not_of(" \t\r\n", at + 7);
    if (equals == std::string::npos || head[equals] != '=') continue;
    const std::size_t begin = head.find_first_not_of(" \t\r\n\"'", equals + 1);
    if (begin == std::string::npos) break;
    const std::size_t end = head.find_first_of(" \t\r\n\"';/>", begin);
    return bytes.substr(begin, end == std::string::npos ? 0 : end - begin);
  }
  const std::size_t xml = head.find("encoding=");
  if (head.starts_with("<?xml") && xml != std::string::npos && xml < head.find("?>")) {
    const std::size_t begin = xml + 10;
    const std::size_t end = head.find_first_of("\"'", begin);
    if (end != std::string::npos) return bytes.substr(begin, end - begin);
  }
  return {};
}

}  // namespace dragoman
