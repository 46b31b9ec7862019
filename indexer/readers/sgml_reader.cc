// Collections of news in SGML: Reuters-21578 (<REUTERS>) and those of TREC (<DOC>), many items
// a file. No parser of XML can read them: tags are not all closed, and nothing declares
// the entities.
#include <algorithm>
#include <optional>
#include <set>

#include "ascii.h"
#include "readers/date_text.h"
#include "readers/headline.h"
#include "readers/html_entities.h"
#include "readers/readers.h"
#include "readers/utf8_mend.h"
#include "readers/utf8_stream.h"
#include "readers/whole_text.h"
#include "readers/word_list.h"

namespace dragoman {
namespace {

// Elements by what they mean; those of no meaning here are extras when they are short.
constexpr std::string_view kTitleTags[] = {"TITLE", "HEADLINE", "HEAD", "HL", "TI", "TTL", "H3"};
constexpr std::string_view kBodyTags[] = {"BODY", "TEXT", "LP", "LEADPARA", "GRAPHIC", "SUMMARY"};
constexpr std::string_view kDateTags[] = {"DATE", "DATE1", "DATE_TIME", "DD", "PUBDATE"};
constexpr std::string_view kIdTags[] = {"DOCNO", "DOCID"};
constexpr std::string_view kDroppedTags[] = {"UNKNOWN", "MKNOTE"};  // codes of the wire

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

struct Tag {
  std::string name;             // in capitals
  std::string_view attributes;  // all after the name
  bool closes = false;
  std::size_t end = 0;  // behind ">"
};

// The tag at `at`, where a "<" stands; nothing when it is one of a text.
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 2000;
  const std::size_t close = text.substr(at, kLongest).find('>');
  if (close == std::string_view::npos) return std::nullopt;
  std::string_view inside = text.substr(at + 1, close - 1);
  Tag tag;
  tag.end = at + close + 1;
  if (inside.starts_with('/')) {
    tag.closes = true;
    inside.remove_prefix(1);
  }
  if (inside.empty() || !is_letter(inside.front())) return std::nullopt;
  std::size_t end = 0;
  while (end < inside.size() &&
         (is_letter(inside[end]) || inside[end] == '_' || inside[end] == '-' ||
          (inside[end] >= '0' && inside[end] <= '9'))) {
    ++end;
  }
  tag.name = upper(inside.substr(0, end));
  tag.attributes = inside.substr(end);
  return tag;
}

// Whether "</" at byte `at` closes the element `name`.
bool closes_at(std::string_view text, std::size_t at, std::string_view name) {
  const std::string_view tag = text.substr(at + 2, name.size() + 1);
  if (tag.size() <= name.size() || upper(tag.substr(0, name.size())) != name) return false;
  return tag.back() == '>' || tag.back() == ' ' || tag.back() == '\n' || tag.back() == '\r';
}

// NEWID="7" -> 7.
std::string attribute_of(std::string_view attributes, std::string_view name) {
  const std::size_t at = attributes.find(std::string(name) + "=\"");
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + name.size() + 2;
  const std::size_t end = attributes.find('"', begin);
  return end == std::string_view::npos ? std::string()
                                       : std::string(attributes.substr(begin, end - begin));
}

// One item, from behind its opening tag to before its closing one.
class Item {
 public:
  explicit Item(std::string_view text) : text_(text) {}

  Document read() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t next = std::min(text_.find('<', at), text_.size());
      loose_ += text_.substr(at, next - at);
      if (next == text_.size()) break;
      const std::optional<Tag> tag = tag_at(text_, next);
      if (!tag) loose_ += '<';
      at = !tag ? next + 1 : (tag->closes ? tag->end : take_element(*tag));
    }
    finish();
    return std::move(document_);
  }

 private:
  // Takes the element that `tag` opens; gives where to go on.
  std::size_t take_element(const Tag& tag) {
    // Reuters puts title, date line and body within TEXT; without a BODY the text stands
    // loose in it.
    const std::size_t close = find_close(tag);
    const std::string_view inside = text_.substr(tag.end, close - tag.end);
    if (tag.name == "TEXT" && (inside.find("<BODY>") != std::string_view::npos ||
                               inside.find("<TITLE>") != std::string_view::npos ||
                               tag.attributes.find("TYPE") != std::string_view::npos)) {
      return tag.end;
    }
    take(tag.name, inside);
    return close;
  }

  std::size_t find_close(const Tag& tag) {
    // What is not closed from here on is not closed further on either.
    constexpr std::size_t kMostUnclosed = 100;
    const bool search = unclosed_.size() < kMostUnclosed && unclosed_.count(tag.name) == 0;
    for (std::size_t at = tag.end; search && (at = text_.find("</", at)) != std::string_view::npos;
         at += 2) {
      if (closes_at(text_, at, tag.name)) return at;
    }
    unclosed_.insert(tag.name);
    return std::min(text_.find('\n', tag.end), text_.size());  // it is as long as its line
  }

  void take(const std::string& name, std::string_view inside) {
    if (is_in(kTitleTags, name)) {
      if (document_.title.empty()) document_.title = on_one_line(plain(inside));
    } else if (is_in(kBodyTags, name)) {
      append_paragraphs(plain(inside));
    } else if (is_in(kDateTags, name)) {
      if (document_.date.empty()) document_.date = parse_date(on_one_line(plain(inside)));
    } else if (is_in(kIdTags, name)) {
      if (document_.id.empty()) document_.id = on_one_line(plain(inside));
    } else if (name == "DATELINE") {
      dateline_ = on_one_line(plain(inside));
    } else if (!is_in(kDroppedTags, name)) {
      take_extra(name, inside);
    }
  }

  void append_paragraphs(std::string_view text) {
    std::string paragraph;
    for (const char c : trim(text)) {
      if (c != '\n' || !paragraph.ends_with("\n\n")) paragraph += c;
    }
    if (paragraph.empty()) return;
    if (!document_.body.empty()) document_.body += "\n\n";
    document_.body += paragraph;
  }

  // <TOPICS><D>grain</D><D>wheat</D></TOPICS> are two values.
  void take_extra(const std::string& name, std::string_view inside) {
    constexpr std::size_t kLongest = 500;
    const std::string key = ascii_lower(name);
    std::size_t from = 0;
    bool list = false;
    for (std::size_t at; (at = inside.find("<D>", from)) != std::string_view::npos;) {
      const std::size_t end = std::min(inside.find("</D>", at), inside.size());
      add_extra(key, on_one_line(plain(inside.substr(at + 3, end - at - 3))));
      from = end;
      list = true;
    }
    if (list) return;
    const std::string value = on_one_line(plain(inside));
    if (value.size() <= kLongest) return add_extra(key, value);
    append_paragraphs(value);
  }

  void add_extra(const std::string& key, std::string value) {
    if (!value.empty()) document_.extra.push_back({key, std::move(value)});
  }

  // Text without tags, entities as the characters they stand for.
  static std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      if (text[i] == '<') {
        if (const std::optional<Tag> tag = tag_at(text, i)) {
          if (tag->name == "P") out += "\n\n";
          i = tag->end;
          continue;
        }
      }
      if (text[i] == '&' && take_entity(text, i, out)) continue;
      out += text[i++];
    }
    return out;
  }

  void finish() {
    if (document_.body.empty()) append_paragraphs(plain(loose_));
    if (!dateline_.empty()) {
      const bool dashed = dateline_.ends_with('-');
      document_.body = dateline_ + (dashed ? " " : "\n\n") + document_.body;
    }
  }

  std::string_view text_;
  Document document_;
  std::string dateline_;
  std::string loose_;  // text outside of elements
  std::set<std::string> unclosed_;
};

// Finds the items of a file, one after another.
class SgmlReader {
 public:
  SgmlReader(Input& input, Delivery& out) : input_(input), out_(out) {}

  void read() {
    while (!out_.stopped() && next_item()) {
    }
    if (number_ == 0) out_.skip(input_, "SGML without items (<REUTERS> or <DOC>)");
  }

 private:
  static constexpr std::string_view kItems[] = {"REUTERS", "DOC"};

  // Reads one item; false at the end.
  bool next_item() {
    std::string_view bytes = input_.ahead(kTagBytes);
    if (bytes.empty()) return false;
    const std::size_t at = bytes.find('<');
    if (at != 0) {
      input_.skip(std::min(at, bytes.size()));
      return true;
    }
    const std::optional<Tag> tag = tag_at(bytes, 0);
    if (!tag || tag->closes || !is_in(kItems, tag->name)) {
      input_.skip(1);
      return true;
    }
    ++number_;
    std::string place = attribute_of(tag->attributes, "NEWID");
    mend_utf8(place);
    if (place.empty()) place = std::to_string(number_);
    const std::size_t begin = tag->end;
    const std::size_t end = find_end(tag->name, begin);
    bytes = input_.ahead(end);
    std::string item(bytes.substr(begin, end - begin));
    input_.skip(end);
    give(std::move(item), place);
    return true;
  }

  // Where the item's closing tag begins; the end of what there is when it has none.
  std::size_t find_end(const std::string& name, std::size_t from) {
    const std::size_t tag_bytes = name.size() + 3;
    for (;;) {
      std::string_view bytes = input_.ahead(from + tag_bytes);
      for (std::size_t at; (at = bytes.find("</", from)) != std::string_view::npos; from = at + 2) {
        if (at + tag_bytes > bytes.size()) break;
        if (closes_at(bytes, at, name)) return at;
      }
      from = std::max(from, bytes.size() - std::min(bytes.size(), tag_bytes));
      const std::size_t before = bytes.size();
      if (before > out_.options.max_bytes) return before;
      bytes = input_.ahead(before + 1);
      if (bytes.size() == before) {
        out_.warn(input_, "item " + std::to_string(number_) + " does not end");
        return before;
      }
    }
  }

  void give(std::string item, const std::string& place) {
    if (item.size() > out_.options.max_bytes) {
      return out_.skip(input_, "item " + place + " is larger than --max-size");
    }
    mend_piece(item, input_, out_, 0);
    normalize_line_ends(item);
    Document document = Item(item).read();
    if (document.title.empty() && document.body.empty()) {
      return out_.skip(input_, "item " + place + " has neither title nor text");
    }
    if (document.title.empty()) {
      Headed headed = split_headline(std::move(document.body));
      document.title = std::move(headed.title);
      document.body = std::move(headed.body);
    }
    out_.give(input_, std::move(document), place);
  }

  static constexpr std::size_t kTagBytes = 4096;
  Input& input_;
  Delivery& out_;
  std::uint64_t number_ = 0;
};

}  // namespace

void read_sgml(Input& raw, Delivery& out) {
  Utf8Input utf8(raw, out);
  SgmlReader(utf8.input(), out).read();
}

}  // namespace dragoman
