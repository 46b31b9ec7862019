// A whole document for people: what is known of it, then its text with the query's marks.
#include <algorithm>
#include <string_view>

#include "palette.h"
#include "printer.h"
#include "terminal_text.h"

namespace dragoman {
namespace {

constexpr unsigned kAnyWidth = 1u << 30u;  // lines stay as long as they are

// The marks of bytes [begin, end), counted from `begin`. `next` is the first mark that may be in there.
std::vector<Mark> marks_between(const std::vector<Mark>& marks, std::size_t& next,
                                std::size_t begin, std::size_t end) {
  while (next < marks.size() && marks[next].end <= begin) ++next;
  std::vector<Mark> out;
  for (std::size_t i = next; i < marks.size() && marks[i].begin < end; ++i) {
    Mark mark = marks[i];
    mark.begin = static_cast<std::uint32_t>(std::max<std::size_t>(mark.begin, begin) - begin);
    mark.end = static_cast<std::uint32_t>(std::min<std::size_t>(mark.end, end) - begin);
    out.push_back(std::move(mark));
  }
  return out;
}

// Line by line, so that paragraphs stay; of several empty lines one, where lines are filled anyway.
std::string body_text(const MarkedDocument& shown, unsigned width, const TextStyle& style) {
  const std::string_view body = shown.document.body;
  std::string out;
  std::size_t next = 0;
  bool empty = false;
  for (std::size_t begin = 0; begin <= body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const std::vector<Mark> marks = marks_between(shown.body_marks, next, begin, end);
    const std::string line = filled(body.substr(begin, end - begin), marks, width, 0, style);
    const bool repeated = line.empty() && empty && width != kAnyWidth;
    if (!repeated) out += line.empty() ? "\n" : line;
    empty = line.empty();
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::string document_text(const MarkedDocument& shown, bool color, unsigned width) {
  const Palette palette = color ? kColored : kPlain;
  const TextStyle style{palette.mark, palette.off};
  if (width == 0) width = kAnyWidth;
  const Document& document = shown.document;
  std::string out;
  const auto add = [&](const std::string& name, const std::string& value,
                       const std::vector<Mark>& marks) {
    if (value.empty()) return;
    const std::string label = plain_line(name) + ": ";
    const std::string text = filled(label + value, moved(marks, label.size()), width, 0, style);
    const std::size_t end = std::min(label.size(), text.size());
    out += palette.dim + text.substr(0, end) + palette.off + text.substr(end);
  };
  add("title", document.title, shown.title_marks);
  const struct {
    const char* name;
    const std::string& value;
  } fields[] = {{"date", document.date}, {"source", document.source}, {"symbol", document.symbol},
                {"type", document.type}, {"lang", document.lang},     {"url", document.url},
                {"id", document.id}};
  for (const auto& [name, value] : fields) add(name, value, {});
  for (const ExtraField& field : document.extra) add(field.key, field.value, {});
  return out + "\n" + body_text(shown, width, style);
}

}  // namespace dragoman
