#include "readers/sniff.h"

#include <algorithm>
#include <array>
#include <string>

#include "ascii.h"
#include "readers/charset_convert.h"
#include "readers/charset_detect.h"
#include "readers/input_name.h"
#include "readers/word_list.h"

namespace dragoman {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kZip = "zip";

// Files that begin with known bytes: a format, or words for what is no text.
struct Signature {
  std::size_t at;
  std::string_view bytes;
  std::string_view format;
  std::string_view words;
};
constexpr Signature kSignatures[] = {
    {0, "%PDF-"sv, "pdf", ""},
    {0, "PK\x03\x04"sv, kZip, ""},
    {0, "PK\x05\x06"sv, "archive", ""},
    {0, "7z\xBC\xAF\x27\x1C"sv, "archive", ""},
    {0, "Rar!\x1A\x07"sv, "archive", ""},
    {257, "ustar"sv, "archive", ""},
    {0, "070701"sv, "archive", ""},
    {0, "070707"sv, "archive", ""},
    {0, "!<arch>\n"sv, "archive", ""},
    {0, "WARC/"sv, "warc", ""},
    {0, "filedesc:"sv, "warc", ""},
    {0, "\x89PNG"sv, "", "an image (PNG)"},
    {0, "\xFF\xD8\xFF"sv, "", "an image (JPEG)"},
    {0, "GIF8"sv, "", "an image (GIF)"},
    {0, "II*\0"sv, "", "an image (TIFF)"},
    {0, "MM\0*"sv, "", "an image (TIFF)"},
    {8, "WEBP"sv, "", "an image (WebP)"},
    {0, "\0\0\x01\0"sv, "", "an icon"},
    {0, "AT&TFORM"sv, "", "a scan (DjVu)"},
    {4, "ftyp"sv, "", "a video or sound"},
    {0, "RIFF"sv, "", "a video or sound"},
    {0, "ID3"sv, "", "a sound (MP3)"},
    {0, "OggS"sv, "", "a sound or video (Ogg)"},
    {0, "fLaC"sv, "", "a sound (FLAC)"},
    {0, "\x1A\x45\xDF\xA3"sv, "", "a video (Matroska)"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "",
     "an old Office file (.doc, .xls, .ppt), which is not read"},
    {0, "{\\rtf"sv, "", "a rich text file (RTF), which is not read"},
    {0, "%!PS"sv, "", "PostScript, which is not read"},
    {0,
     "\x7F"
     "ELF"sv,
     "", "a program"},
    {0, "MZ\x90\0"sv, "", "a program"},
    {0, "SQLite format 3"sv, "", "an SQLite database"},
    {0, "wOFF"sv, "", "a font"},
    {0, "wOF2"sv, "", "a font"},
    {0, "\0\x01\0\0\0"sv, "", "a font"},
    {0, "OTTO"sv, "", "a font"},
};

// Root elements of feeds, in small letters.
constexpr std::string_view kFeedRoots[] = {"rss", "feed", "rdf:rdf"};
// Items of news wires and of test collections.
constexpr std::string_view kSgmlRoots[] = {"reuters", "doc"};
// What a page may begin with when it has no <html>.
constexpr std::string_view kHtmlTags[] = {
    "html", "head", "body", "meta",   "title",   "script",   "style",   "link",   "base",
    "div",  "p",    "span", "table",  "h1",      "h2",       "h3",      "a",      "ul",
    "ol",   "br",   "font", "center", "article", "main",     "section", "header", "img",
    "b",    "i",    "pre",  "iframe", "form",    "noscript", "nav"};
// What a mail's header has.
constexpr std::string_view kMailFields[] = {"received",      "return-path",
                                            "delivered-to",  "message-id",
                                            "mime-version",  "content-type",
                                            "from",          "to",
                                            "date",          "subject",
                                            "reply-to",      "cc",
                                            "x-mailer",      "content-transfer-encoding",
                                            "list-id",       "in-reply-to",
                                            "references",    "sender",
                                            "x-original-to", "dkim-signature",
                                            "arc-seal",      "authentication-results",
                                            "envelope-to"};

// `head` as text that ASCII can be looked for in.
std::string readable(std::string_view head) {
  std::string_view charset = charset_of_mark(head);
  const std::size_t mark = mark_bytes(charset);
  if (charset.empty()) charset = detect_utf16(head);
  if (charset.empty() || charset == "UTF-8") return std::string(head.substr(mark));
  Mended mended;
  return convert_to_utf8(head.substr(mark), std::string(charset), mended);
}

bool is_binary(std::string_view text) {
  const auto odd = std::count_if(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !is_ascii_space(c) && c != '\x1B' && c != '\b';
  });
  return text.find('\0') != std::string_view::npos ||
         static_cast<std::size_t>(odd) * 20 > text.size();
}

// The name of the element at `i`, in small letters: "rdf:rdf".
std::string element_at(std::string_view text, std::size_t i) {
  std::size_t end = i + 1;
  const auto is_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' ||
           c == '-' || c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
  };
  while (end < text.size() && is_name(text[end])) ++end;
  return ascii_lower(text.substr(i + 1, end - i - 1));
}

// The format of what begins with "<"; empty when it is no markup.
std::string_view markup_format(std::string_view text, std::string_view named) {
  const bool xml = text.starts_with("<?xml");
  std::size_t i = 0;
  while (i < text.size()) {
    const std::string_view rest = text.substr(i);
    if (is_ascii_space(rest.front())) {
      ++i;
      continue;
    }
    if (rest.front() != '<') break;
    std::size_t end = std::string_view::npos;
    if (rest.starts_with("<?")) {
      end = rest.find("?>");
    } else if (rest.starts_with("<!--")) {
      end = rest.find("-->");
    } else if (rest.starts_with("<!")) {
      const std::string type = ascii_lower(rest.substr(0, 200));
      if (type.starts_with("<!doctype html")) return "html";
      if (type.starts_with("<!doctype lewis")) return "sgml";
      end = rest.find('>');
      const std::size_t subset = rest.find('[');
      if (subset < end) end = rest.find("]>");
    } else {
      const std::string root = element_at(rest, 0);
      if (root.empty()) break;
      if (is_in(kFeedRoots, root)) return "feed";
      if (is_in(kSgmlRoots, root) && !xml) return "sgml";
      if (is_in(kHtmlTags, root) && (!xml || root == "html")) return "html";
      return xml || named != "text" ? "xml" : "";
    }
    if (end == std::string_view::npos) break;
    i += end + 1;
    if (i < text.size() && text[i] == '>') ++i;
  }
  return xml ? "xml" : "";
}

bool looks_like_mail(std::string_view text) {
  std::size_t known = 0;
  bool from = false;
  bool dated = false;
  while (!text.empty()) {
    std::size_t end = text.find('\n');
    const bool whole = end != std::string_view::npos;
    if (!whole) end = text.size();
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(whole ? end + 1 : end);
    if (line.empty() || line == "\r" || !whole) break;  // the header ends, or what we see of it
    if (line.front() == ' ' || line.front() == '\t') continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos ||
        line.substr(0, colon).find(' ') != std::string_view::npos) {
      return false;
    }
    const std::string field = ascii_lower(line.substr(0, colon));
    known += is_in(kMailFields, field) ? 1 : 0;
    from = from || field == "from";
    dated = dated || field == "date" || field == "message-id" || field == "received";
  }
  return known >= 3 && from && dated;
}

bool looks_like_mbox(std::string_view text) {
  const std::size_t end = text.find('\n');
  return text.starts_with("From ") && end != std::string_view::npos &&
         looks_like_mail(text.substr(end + 1));
}

// "id,title,body": names of columns, a text's or title's among them.
bool looks_like_table(std::string_view text) {
  const std::string line = ascii_lower(text.substr(0, text.find_first_of("\r\n")));
  const auto has = [&line](std::string_view name) {
    const std::size_t at = line.find(name);
    if (at == std::string::npos) return false;
    const auto is_edge = [](char c) { return c == ',' || c == ';' || c == '\t' || c == '"'; };
    const std::size_t end = at + name.size();
    return (at == 0 || is_edge(line[at - 1])) && (end == line.size() || is_edge(line[end]));
  };
  return line.find_first_of(",;\t") != std::string::npos && has("title") &&
         (has("body") || has("text") || has("content"));
}

bool looks_like_json(std::string_view text, std::string_view named) {
  if (text.front() != '{' && text.front() != '[') return false;
  if (named == "jsonl") return true;
  const std::size_t next = text.find_first_not_of(" \t\r\n", 1);
  if (next == std::string_view::npos) return false;
  return text.front() == '{' ? text[next] == '"' || text[next] == '}' : text[next] == '{';
}

// An office's document is a zip file whose first member has one of a few names.
std::string_view zip_format(std::string_view head, std::string_view named) {
  if (named == "office") return named;
  constexpr std::size_t kNameLength = 26;
  constexpr std::size_t kName = 30;
  if (head.size() < kName) return "archive";
  const auto length = static_cast<std::size_t>(static_cast<unsigned char>(head[kNameLength]));
  const std::string_view first = head.substr(kName, length);
  for (const std::string_view start :
       {"[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/", "mimetype"}) {
    if (first.starts_with(start)) return "office";
  }
  return "archive";
}

}  // namespace

Sniffed sniff(std::string_view head, std::string_view named) {
  for (const Signature& magic : kSignatures) {
    if (head.size() > magic.at && head.substr(magic.at).starts_with(magic.bytes)) {
      return {magic.format == kZip ? zip_format(head, named) : magic.format, magic.words};
    }
  }
  // Some PDF files have a few bytes before their beginning.
  if (named == "pdf" && head.substr(0, 1024).find("%PDF-") != std::string_view::npos)
    return {"pdf", ""};

  const std::string text = readable(head);
  if (is_binary(text)) return {"", "not a text"};
  const std::size_t start = text.find_first_not_of(" \t\r\n\f");
  if (start == std::string::npos) return {"text", ""};
  const std::string_view rest = std::string_view(text).substr(start);
  if (looks_like_json(rest, named)) return {"jsonl", ""};
  if (rest.front() == '<') {
    if (const std::string_view format = markup_format(rest, named); !format.empty())
      return {format, ""};
  }
  if (looks_like_mbox(rest)) return {"mbox", ""};
  if (looks_like_mail(rest)) return {"mail", ""};
  for (const std::string_view by_name : {"html", "markdown", "csv", "sgml", "mail"}) {
    if (named == by_name) return {by_name, ""};
  }
  if (named.empty() && looks_like_table(rest)) return {"csv", ""};
  return {"text", ""};
}

}  // namespace dragoman
