#include "line_editor.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <utility>

#include "readline_library.h"
#include "session.h"

namespace dragoman {
namespace {

constexpr int kMostHistory = 1000;

volatile std::sig_atomic_t interrupted = 0;

void note_interrupt(int) { interrupted = 1; }

// Ctrl-C gives up the line, not the program.
int drop_interrupted_line() {
  if (interrupted == 0) return 0;
  interrupted = 0;
  const ReadlineLibrary& library = *ReadlineLibrary::open();
  library.new_line();
  library.on_new_line();
  library.replace_line("", 1);
  library.redisplay();
  return 0;
}

// Readline wants: first what replaces the word, then the choices, then null; all to be freed by it.
char** complete_line(const char*, int, int) {
  const ReadlineLibrary& library = *ReadlineLibrary::open();
  *library.completion_over = 1;  // no names of files
  const std::string line(*library.line, static_cast<std::size_t>(*library.cursor));
  const LineCompletion found = completed(line);
  if (found.choices.empty()) return nullptr;
  *library.append_character = found.finished ? ' ' : 0;
  const bool sure = found.choices.size() == 1;
  auto** matches = static_cast<char**>(
      std::calloc(found.choices.size() + 2, sizeof(char*)));  // NOLINT: readline frees it
  if (matches == nullptr) return nullptr;
  matches[0] = strdup((line.substr(0, found.begin) + found.replacement).c_str());
  for (std::size_t i = 0; !sure && i < found.choices.size(); ++i)
    matches[i + 1] = strdup(found.choices[i].c_str());
  return matches;
}

std::optional<std::string> read_plain_line(const char* prompt) {
  std::ostream(std::cin.tie() != nullptr ? std::cin.tie()->rdbuf() : nullptr)
      << prompt << std::flush;
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return line;
}

void set_up(const ReadlineLibrary& library) {
  *library.name = "dragoman";
  *library.completion = complete_line;
  *library.word_breaks = "";  // the whole line is the word
  *library.quotes = "";
  *library.sorts_matches = 0;
  *library.ignores_duplicates = 0;
  *library.catches_signals = 0;
  *library.signal_hook = drop_interrupted_line;
  // Ten times a second: a signal may come just before the wait.
  *library.event_hook = drop_interrupted_line;
  struct sigaction action = {};
  action.sa_handler = note_interrupt;
  sigaction(SIGINT, &action, nullptr);
  library.use_history();
  library.stifle(kMostHistory);
}

}  // namespace

LineEditor::LineEditor(std::string history_file)
    : history_file_(std::move(history_file)), library_(ReadlineLibrary::open()) {
  if (library_ == nullptr) return;
  set_up(*library_);
  if (!history_file_.empty()) library_->load_history(history_file_.c_str());
}

LineEditor::~LineEditor() {
  if (library_ != nullptr && !history_file_.empty()) library_->save_history(history_file_.c_str());
}

std::optional<std::string> LineEditor::read(const char* prompt) {
  if (library_ == nullptr) return read_plain_line(prompt);
  char* typed = library_->read_line(prompt);
  if (typed == nullptr) return std::nullopt;
  std::string line = typed;
  std::free(typed);  // NOLINT: readline has allocated it
  if (!line.empty() && line != last_) library_->remember(line.c_str());
  last_ = line;
  return line;
}

}  // namespace dragoman
