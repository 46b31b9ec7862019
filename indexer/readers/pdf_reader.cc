// PDF files, by poppler in a process of its own.
#include <csignal>

#include "readers/child_process.h"
#include "readers/headline.h"
#include "readers/pdf_pages.h"
#include "readers/readers.h"
#include "readers/utf8_mend.h"
#include "readers/whole_text.h"

namespace dragoman {
namespace {

constexpr const char* kProgram = "dragoman-pdf-text";
constexpr std::chrono::seconds kTimeout{60};
constexpr int kLocked = 3;

// What the program wrote (see pdf_text_main.cc).
struct PdfText {
  std::string title;
  std::size_t pages = 0;
  std::string text;
};

PdfText parse_output(std::string_view output) {
  PdfText pdf;
  for (;;) {
    const std::size_t end = output.find('\n');
    if (end == std::string_view::npos) return pdf;
    const std::string_view line = output.substr(0, end);
    output.remove_prefix(end + 1);
    if (line.empty()) break;
    if (line.starts_with("title: ")) pdf.title = line.substr(7);
    if (line.starts_with("pages: "))
      pdf.pages = std::strtoul(std::string(line.substr(7)).c_str(), nullptr, 10);
  }
  pdf.text = join_pages(output);
  mend_utf8(pdf.text);
  mend_utf8(pdf.title);
  return pdf;
}

// Titles that programs made up: "Microsoft Word - N1829.doc", "untitled", "????".
bool is_usable_title(std::string_view title) {
  constexpr std::size_t kLongest = 300;
  if (title.size() > kLongest || count_letters(title) * 2 < title.size() / 2) return false;
  if (title.find("????") != std::string_view::npos || title.find(' ') == std::string_view::npos)
    return false;
  for (const std::string_view junk :
       {"Microsoft Word", "PowerPoint", "Untitled", "untitled", ".doc", ".indd", ".qxd", ".pdf"}) {
    if (title.find(junk) != std::string_view::npos) return false;
  }
  return true;
}

std::string why_stopped(const ChildOutput& child) {
  if (child.timed_out || child.signal == SIGXCPU || child.signal == SIGKILL)
    return "reading it takes too long";
  if (child.too_much) return "its text is larger than --max-size";
  return "reading it takes too much memory, or it is damaged";
}

}  // namespace

void read_pdf(Input& input, Delivery& out) {
  const std::optional<std::string> bytes = read_whole(input, out);
  if (!bytes) return;
  const std::string program = find_program(out.options.program_directory, kProgram);
  if (program.empty())
    return out.skip(input, std::string("the program ") + kProgram + " is not installed");
  const Result<ChildOutput> child = run_child(program, *bytes, kTimeout, out.options.max_bytes);
  if (!child) return out.skip(input, child.error().message);
  if (child->exit_code == kLocked) return out.skip(input, "a PDF file that needs a password");
  PdfText pdf = parse_output(child->text);
  const bool stopped = child->signal != 0 || child->timed_out || child->too_much;
  if (!stopped && child->exit_code != 0) return out.skip(input, "a damaged PDF file");

  const std::size_t letters = count_letters(pdf.text);
  if (stopped && letters == 0) return out.skip(input, why_stopped(*child));
  const std::string pages = std::to_string(pdf.pages) + (pdf.pages == 1 ? " page)" : " pages)");
  if (letters < 10) return out.skip(input, "a scan without text (" + pages);
  if (is_gibberish(pdf.text)) {
    return out.skip(input, "its fonts do not say which letters they show (" + pages);
  }
  if (stopped) out.warn(input, why_stopped(*child) + "; what came before is indexed");
  constexpr std::size_t kFewLetters = 100;
  if (letters < kFewLetters * pdf.pages / 2)
    out.warn(input, "has hardly any text; perhaps a scan (" + pages);

  Document document;
  const bool titled = is_usable_title(pdf.title);
  Headed headed = split_headline(titled ? std::string(pdf.text) : std::move(pdf.text));
  document.title = titled ? std::move(pdf.title) : std::move(headed.title);
  document.body = titled ? std::move(pdf.text) : std::move(headed.body);
  document.symbol = std::move(headed.symbol);
  document.date = std::move(headed.date);
  out.give(input, std::move(document));
}

}  // namespace dragoman
