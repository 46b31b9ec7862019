#include "readers/html_boilerplate.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "readers/markup_tree.h"
#include "readers/word_list.h"

namespace dragoman {
namespace {

// Not to be judged by class or id.
constexpr std::string_view kAlwaysMatter[] = {"html",  "body",  "article", "main", "a",
                                              "table", "tbody", "tr",      "td"};
constexpr std::string_view kElements[] = {"nav", "aside", "footer", "menu"};
constexpr std::string_view kRoles[] = {"navigation",  "banner",  "contentinfo", "complementary",
                                       "search",      "menu",    "menubar",     "dialog",
                                       "alertdialog", "toolbar", "tablist"};

// Words of which class and id are made up, in small letters: "c-related-links" has "related".
constexpr std::string_view kBesideWords[] = {
    "ad",         "ads",           "advert",     "advertisement", "advertising",     "banner",
    "breadcrumb", "breadcrumbs",   "byline",     "comment",       "comments",        "commenting",
    "cookie",     "cookies",       "consent",    "disqus",        "donate",          "footer",
    "gdpr",       "login",         "masthead",   "menu",          "modal",           "nav",
    "navbar",     "navigation",    "newsletter", "outbrain",      "overlay",         "pager",
    "pagination", "paywall",       "popup",      "print",         "promo",           "promoted",
    "recirc",     "recirculation", "recommend",  "recommended",   "recommendations", "related",
    "sharing",    "share",         "sharedaddy", "shoutbox",      "sidebar",         "signup",
    "skip",       "skiplink",      "skyscraper", "social",        "sponsor",         "sponsored",
    "subscribe",  "subscription",  "taboola",    "tags",          "taglist",         "teaser",
    "teasers",    "toolbar",       "tools",      "topics",        "trending",        "tooltip",
    "widget",     "readmore",      "morefrom",   "mostread",      "popular",         "latest",
    "carousel",   "jplayer",       "player",     "caption",       "credit",          "hidden",
    "invisible",  "noprint"};
constexpr std::string_view kCommentWords[] = {"comment", "comments", "commenting", "disqus"};
// Of these the element may hold the text all the same.
constexpr std::string_view kMainWords[] = {"article", "body",  "content", "entry", "main",
                                           "post",    "story", "text",    "page"};
// What speaks for an element.
constexpr std::string_view kGoodWords[] = {"article",     "articlebody",  "body",       "content",
                                           "entry",       "main",         "post",       "story",
                                           "text",        "blog",         "news",       "storybody",
                                           "postcontent", "entrycontent", "maincontent"};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Calls `take` with the words of "storyBody share-tools": story, body, share, tools.
template <typename Take>
void for_words(std::string_view names, const Take& take) {
  std::string word;
  const auto end = [&] {
    if (!word.empty()) take(std::string_view(word));
    word.clear();
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    if (!is_lower(c) && !is_upper(c)) {
      end();
      continue;
    }
    if (is_upper(c) && i > 0 && is_lower(names[i - 1])) end();
    word += is_upper(c) ? static_cast<char>(c + 32) : c;
  }
  end();
}

struct Spoken {
  int beside = 0;
  int main = 0;
  int good = 0;
  int comments = 0;
};

Spoken spoken_by(const xmlNode* element) {
  Spoken spoken;
  for (const char* key : {"class", "id"}) {
    constexpr std::size_t kLongest = 500;
    for_words(attribute(element, key).substr(0, kLongest), [&spoken](std::string_view word) {
      spoken.beside += is_in(kBesideWords, word) ? 1 : 0;
      spoken.comments += is_in(kCommentWords, word) ? 1 : 0;
      spoken.main += is_in(kMainWords, word) ? 1 : 0;
      spoken.good += is_in(kGoodWords, word) ? 1 : 0;
    });
  }
  return spoken;
}

bool is_hidden(const xmlNode* element) {
  if (has_attribute(element, "hidden")) return true;
  if (attribute(element, "aria-hidden") == "true") return true;
  std::string style(attribute(element, "style").substr(0, 200));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

}  // namespace

Beside beside_by_name(const xmlNode* element) {
  const std::string_view name = name_of(element);
  if (is_in(kAlwaysMatter, name)) return Beside::kNo;
  if (is_in(kElements, name) || is_in(kRoles, attribute(element, "role")))
    return Beside::kVeryLikely;
  if (name == "form" || is_hidden(element)) return Beside::kLikely;
  const Spoken spoken = spoken_by(element);
  if (spoken.beside == 0 || spoken.main > 0) return Beside::kNo;
  return spoken.comments > 0 ? Beside::kSurely : Beside::kLikely;
}

double class_weight(const xmlNode* element) {
  if (name_of(element) == "article" || attribute(element, "itemprop") == "articleBody") return 25;
  const Spoken spoken = spoken_by(element);
  return (spoken.good > 0 ? 15 : 0) - (spoken.beside > 0 ? 25 : 0);
}

}  // namespace dragoman
