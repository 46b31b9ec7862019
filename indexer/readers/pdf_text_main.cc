// dragoman-pdf-text: a PDF file on standard input, its text on standard output. A program of its
// own, since PDF files come from strangers: what goes wrong here ends this process alone, and
// it limits its own time and memory before it reads a byte. Not for users.
//
// Output: "title: …" if the file tells it, "pages: N", an empty line, then the text in reading
// order, pages parted by form feeds. Exit 0 done, 2 no PDF that can be read, 3 needs a password.
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "readers/pdf_rtl_text.h"

namespace {

constexpr int kNoPdf = 2;
constexpr int kLocked = 3;

void limit(int resource, rlim_t most) {
  const rlimit limits{most, most};
  setrlimit(static_cast<__rlimit_resource_t>(resource), &limits);
}

void limit_everything() {
  constexpr rlim_t kSeconds = 30;
  [[maybe_unused]] constexpr rlim_t kMemory = 2ull << 30u;
  limit(RLIMIT_CPU, kSeconds);
#ifndef DRAGOMAN_SANITIZED  // a sanitizer takes room for terabytes
  limit(RLIMIT_AS, kMemory);
#endif
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NPROC, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0);
}

bool read_all(std::vector<char>& bytes) {
  std::vector<char> block(1u << 20u);
  for (;;) {
    const ssize_t got = read(STDIN_FILENO, block.data(), block.size());
    if (got < 0) return false;
    if (got == 0) return true;
    bytes.insert(bytes.end(), block.begin(), block.begin() + got);
  }
}

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

std::string on_one_line(std::string text) {
  for (char& c : text) c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return text;
}

void put(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) std::exit(kNoPdf);
}

// Whether the document is in Arabic or Hebrew, as its first pages show; then its letters are
// measured.
bool measure_letters(poppler::document& document, LetterWidths& widths) {
  constexpr int kPages = 40;
  int right_to_left = 0;
  const int pages = std::min(document.pages(), kPages);
  for (int i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    if (!page) continue;
    const std::vector<poppler::text_box> boxes = page->text_list();
    right_to_left += is_right_to_left(boxes) ? 1 : 0;
    if (i == 2 && right_to_left == 0) return false;
    if (right_to_left > 0) widths.add(boxes);
  }
  widths.sort();
  return right_to_left * 2 > pages;
}

int write_text(poppler::document& document) {
  const std::string title = on_one_line(utf8(document.get_title()));
  if (!title.empty()) put("title: " + title + "\n");
  const int pages = document.pages();
  put("pages: " + std::to_string(pages) + "\n\n");
  LetterWidths widths;
  const bool right_to_left = measure_letters(document, widths);
  for (int i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    if (i > 0) put("\f");
    if (!page) continue;
    put(right_to_left
            ? right_to_left_text(page->text_list(), widths)
            : utf8(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout)));
    if (std::fflush(stdout) != 0) return kNoPdf;
  }
  return 0;
}

}  // namespace

int main() {
  limit_everything();
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  std::vector<char> bytes;
  if (!read_all(bytes)) return kNoPdf;
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return kNoPdf;
  if (document->is_locked()) return kLocked;
  return write_text(*document);
}
