#include "readers/office_text.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "readers/markup_tree.h"
#include "readers/text_writer.h"
#include "readers/word_list.h"

namespace dragoman {
namespace {

using Gap = TextWriter::Gap;

// Local names, of WordprocessingML (p, tc, tr), DrawingML (p, tc, tr) and OpenDocument (p, h,
// table-cell, table-row).
constexpr std::string_view kLeftOut[] = {"del",
                                         "delText",
                                         "instrText",
                                         "Fallback",
                                         "tracked-changes",
                                         "annotation",
                                         "moveFrom",
                                         "pPr",
                                         "rPr",
                                         "sectPr",
                                         "settings",
                                         "automatic-styles",
                                         "forms",
                                         "sequence-decls",
                                         "table-of-content-source"};
constexpr std::string_view kParagraphs[] = {"p", "h"};
constexpr std::string_view kRows[] = {"tr", "table-row"};
constexpr std::string_view kCells[] = {"tc", "table-cell", "covered-table-cell"};
constexpr std::string_view kTables[] = {"tbl", "table"};
constexpr std::string_view kSpaces[] = {"tab", "s", "ptab", "noBreakHyphen"};
constexpr std::string_view kBreaks[] = {"br", "cr", "line-break"};

bool is_title(const xmlNode* paragraph) {
  for (const xmlNode* n = paragraph->children; n != nullptr; n = n->next) {
    if (name_of(n) != "pPr") continue;
    const xmlNode* style = find_element(n, "pStyle");
    return style != nullptr && attribute(style, "val") == "Title";
  }
  return attribute(paragraph, "style-name") == "Title";
}

class Writer {
 public:
  explicit Writer(const xmlNode* root) : root_(root) {}

  OfficeText write() {
    const xmlNode* n = root_;
    while (n != nullptr) {
      const std::string_view name = name_of(n);
      const bool enters = !is_in(kLeftOut, name) && n != title_;
      if (enters) enter(n, name);
      if (enters && is_element(n) && n->children != nullptr && n != title_) {
        n = n->children;
        continue;
      }
      if (enters) leave(name);
      while (n != root_ && n->next == nullptr) {
        n = n->parent;
        leave(name_of(n));
      }
      n = n == root_ ? nullptr : n->next;
    }
    return {std::move(title_text_), writer_.take()};
  }

 private:
  void enter(const xmlNode* n, std::string_view name) {
    if (is_text(n)) return writer_.words(text_of(n));
    if (is_in(kSpaces, name)) return writer_.gap(Gap::kSpace);
    if (is_in(kBreaks, name)) return writer_.gap(cells_ > 0 ? Gap::kSpace : Gap::kLine);
    if (is_in(kCells, name)) {
      writer_.gap(Gap::kTab);
      ++cells_;
    } else if (is_in(kParagraphs, name)) {
      paragraph(n);
    } else if (is_in(kRows, name)) {
      writer_.gap(Gap::kLine);
    } else if (is_in(kTables, name) && cells_ == 0) {
      writer_.gap(Gap::kParagraph);
    }
  }

  void paragraph(const xmlNode* n) {
    writer_.gap(cells_ > 0 ? Gap::kSpace : Gap::kParagraph);
    if (!title_text_.empty() || !is_title(n)) return;
    title_text_ = squeezed(all_text(n));
    title_ = n;
  }

  void leave(std::string_view name) {
    if (is_in(kCells, name)) {
      --cells_;
      writer_.gap(Gap::kTab);
    } else if (is_in(kParagraphs, name)) {
      writer_.gap(cells_ > 0 ? Gap::kSpace : Gap::kParagraph);
    } else if (is_in(kRows, name)) {
      writer_.gap(Gap::kLine);
    } else if (is_in(kTables, name) && cells_ == 0) {
      writer_.gap(Gap::kParagraph);
    }
  }

  const xmlNode* root_;
  const xmlNode* title_ = nullptr;
  std::string title_text_;
  TextWriter writer_;
  int cells_ = 0;  // how deep in cells
};

// The column of a cell's reference "AB12", from 0.
std::size_t column_of(std::string_view reference) {
  constexpr std::size_t kMostColumns = 16384;
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = std::min(kMostColumns, column * 26 + static_cast<std::size_t>(c - 'A' + 1));
  }
  return column == 0 ? 0 : column - 1;
}

std::string cell_text(const xmlNode* cell, const std::vector<std::string>& shared) {
  const std::string_view type = attribute(cell, "t");
  const xmlNode* value = find_element(cell, type == "inlineStr" ? "is" : "v");
  if (value == nullptr) return {};
  const std::string text = all_text(value);
  if (type != "s") return squeezed(text);
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number < shared.size() ? shared[number] : std::string();
}

}  // namespace

OfficeText office_text(const xmlNode* root) { return Writer(root).write(); }

std::vector<std::string> shared_strings(const xmlNode* root) {
  std::vector<std::string> strings;
  if (root == nullptr) return strings;
  for (const xmlNode* n = root->children; n != nullptr; n = n->next) {
    if (name_of(n) == "si") strings.push_back(squeezed(all_text(n)));
  }
  return strings;
}

std::string sheet_text(const xmlNode* root, const std::vector<std::string>& shared) {
  std::string out;
  if (root == nullptr) return out;
  for (const xmlNode* row = find_element(root, "row"); row != nullptr; row = row->next) {
    if (name_of(row) != "row") continue;
    std::size_t at = 0;
    std::string line;
    for (const xmlNode* cell = row->children; cell != nullptr; cell = cell->next) {
      if (name_of(cell) != "c") continue;
      const std::size_t column = column_of(attribute(cell, "r"));
      // Far to the right of an empty row it is not worth a thousand tabs.
      constexpr std::size_t kMostEmpty = 50;
      for (std::size_t gap = 0; at < column && gap < kMostEmpty; ++at, ++gap) line += '\t';
      at = std::max(at, column);
      line += cell_text(cell, shared);
    }
    while (line.ends_with('\t')) line.pop_back();
    if (!line.empty()) out.append(line).append("\n");
  }
  return out;
}

}  // namespace dragoman
