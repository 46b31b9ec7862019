// Documents of offices that are zip files of XML: DOCX, PPTX, XLSX, ODT, ODP, ODS, EPUB.
#include <algorithm>
#include <map>

#include "readers/archive_reader.h"
#include "readers/fields.h"
#include "readers/format.h"
#include "readers/headline.h"
#include "readers/html_text.h"
#include "readers/input_name.h"
#include "readers/markup_tree.h"
#include "readers/office_text.h"
#include "readers/readers.h"
#include "readers/whole_text.h"

namespace dragoman {
namespace {

using Parts = std::map<std::string, std::string>;  // by their path in the zip file

// Parts that hold text or say something of the document.
bool is_wanted(std::string_view path) {
  if (path == "docProps/core.xml" || path == "meta.xml" || path == "content.xml" ||
      path == "xl/sharedStrings.xml" || path == "xl/workbook.xml" ||
      path == "META-INF/container.xml") {
    return true;
  }
  for (const std::string_view prefix :
       {"word/document", "word/footnotes", "word/endnotes", "xl/worksheets/sheet",
        "ppt/slides/slide", "ppt/notesSlides/notesSlide"}) {
    if (path.starts_with(prefix) && path.ends_with(".xml")) return true;
  }
  const std::string ending = ending_of(file_name_of(path));
  return ending == "opf" || ending == "xhtml" || ending == "html" || ending == "htm";
}

// "ppt/slides/slide10.xml" comes behind "slide9.xml".
bool comes_before(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

class OfficeReader {
 public:
  OfficeReader(Input& input, Delivery& out) : input_(input), out_(out) {}

  void read() {
    const std::string problem =
        for_each_member(input_, out_.options.max_bytes, out_.budget,
                        [this](ArchiveMember& member) { return take(member); });
    if (!problem.empty()) return out_.skip(input_, "a damaged file: " + problem);
    if (too_large_)
      return out_.skip(input_, "unpacked larger than the limit (" + size_in_words(most()) + ")");
    if (encrypted_) return out_.skip(input_, "needs a password");
    read_properties();
    if (parts_.count("word/document.xml") > 0) {
      read_word();
    } else if (parts_.count("content.xml") > 0) {
      append(part_text("content.xml"));
    } else if (parts_.count("xl/workbook.xml") > 0) {
      read_sheets();
    } else {
      read_numbered("ppt/slides/");
      read_numbered("ppt/notesSlides/");
      if (document_.body.empty()) read_book();
    }
    give();
  }

 private:
  bool take(ArchiveMember& member) {
    if (!is_wanted(member.path)) return true;
    encrypted_ = encrypted_ || member.needs_password;
    std::string& bytes = parts_[member.path];
    for (;;) {
      const Result<bool> more = member.content->read(bytes);
      if (!more || !*more) break;
      if (total_ + bytes.size() > most()) break;
    }
    total_ += bytes.size();
    too_large_ = total_ > most();
    return !too_large_;
  }

  Tree tree_of(const std::string& path) {
    const auto found = parts_.find(path);
    if (found == parts_.end()) return nullptr;
    bool complete = false;
    mend_utf8(found->second);
    return parse_xml(found->second, complete);
  }

  std::string part_text(const std::string& path) {
    const Tree tree = tree_of(path);
    const xmlNode* root = root_of(tree);
    if (root == nullptr) return {};
    OfficeText text = office_text(root);
    if (document_.title.empty()) document_.title = std::move(text.title);
    return std::move(text.body);
  }

  void append(const std::string& text) {
    if (text.empty()) return;
    if (!document_.body.empty()) document_.body += "\n\n";
    document_.body += text;
  }

  // Title and language; when the file was made is not when it was published.
  void read_properties() {
    for (const char* path : {"docProps/core.xml", "meta.xml"}) {
      const Tree tree = tree_of(path);
      const xmlNode* root = root_of(tree);
      if (root == nullptr) continue;
      const xmlNode* title = find_element(root, "title");
      const xmlNode* language = find_element(root, "language");
      if (title != nullptr) document_.title = squeezed(all_text(title));
      if (language != nullptr) document_.lang = language_code(squeezed(all_text(language)));
    }
  }

  void read_word() {
    for (const char* path : {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"})
      append(part_text(path));
  }

  void read_numbered(const std::string& prefix) {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : parts_) {
      if (path.starts_with(prefix)) paths.push_back(path);
    }
    std::sort(paths.begin(), paths.end(), comes_before);
    for (const std::string& path : paths) append(part_text(path));
  }

  void read_sheets() {
    const Tree strings = tree_of("xl/sharedStrings.xml");
    const std::vector<std::string> shared = shared_strings(root_of(strings));
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : parts_) {
      if (path.starts_with("xl/worksheets/")) paths.push_back(path);
    }
    std::sort(paths.begin(), paths.end(), comes_before);
    for (const std::string& path : paths) {
      const Tree tree = tree_of(path);
      append(sheet_text(root_of(tree), shared));
    }
  }

  // An EPUB: the chapters in the order of its spine.
  void read_book() {
    const auto package = std::find_if(parts_.begin(), parts_.end(), [](const auto& part) {
      return part.first.ends_with(".opf");
    });
    if (package == parts_.end()) return;
    const std::string path = package->first;
    const std::string folder = path.substr(
        0, path.find_last_of('/') == std::string::npos ? 0 : path.find_last_of('/') + 1);
    const Tree tree = tree_of(path);
    const xmlNode* root = root_of(tree);
    if (root == nullptr) return;
    if (const xmlNode* title = find_element(root, "title"))
      document_.title = squeezed(all_text(title));
    if (const xmlNode* lang = find_element(root, "language"))
      document_.lang = language_code(squeezed(all_text(lang)));
    std::map<std::string, std::string> files;  // by their id in the manifest
    for (const xmlNode* n = root; n != nullptr; n = next_node(n, root)) {
      if (name_of(n) == "item") files[std::string(attribute(n, "id"))] = attribute(n, "href");
    }
    for (const xmlNode* n = root; n != nullptr; n = next_node(n, root)) {
      if (name_of(n) != "itemref") continue;
      const auto chapter = parts_.find(folder + files[std::string(attribute(n, "idref"))]);
      if (chapter == parts_.end()) continue;
      mend_utf8(chapter->second);
      const Tree page = parse_html(chapter->second);
      if (const xmlNode* body = root_of(page))
        append(html_text(body, [](const xmlNode*) { return false; }));
    }
  }

  void give() {
    if (document_.title.empty()) {
      Headed headed = split_headline(std::move(document_.body));
      document_.title = std::move(headed.title);
      document_.date = std::move(headed.date);
      document_.symbol = std::move(headed.symbol);
      document_.body = std::move(headed.body);
    } else {
      document_.date = find_dateline(document_.body, document_.title);
    }
    out_.give(input_, std::move(document_));
  }

  std::uint64_t most() const { return std::min(out_.options.max_bytes, kMostMarkup); }

  Input& input_;
  Delivery& out_;
  Parts parts_;
  std::uint64_t total_ = 0;
  bool too_large_ = false;
  bool encrypted_ = false;
  Document document_;
};

}  // namespace

void read_office(Input& input, Delivery& out) {
  if (input.facts.depth >= Budget::kMostNested)
    return out.skip(input, "packed too many times over");
  OfficeReader(input, out).read();
}

}  // namespace dragoman
