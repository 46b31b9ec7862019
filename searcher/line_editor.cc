#include "line_editor.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <readline/history.h>
#include <readline/readline.h>

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
  rl_crlf();
  rl_on_new_line();
  rl_replace_line("", 1);
  rl_redisplay();
  return 0;
}

// Readline wants: first what replaces the word, then the choices, then null; all to be freed by it.
char** complete_line(const char*, int, int) {
  rl_attempted_completion_over = 1;  // no names of files
  const std::string line(rl_line_buffer, static_cast<std::size_t>(rl_point));
  const LineCompletion found = completed(line);
  if (found.choices.empty()) return nullptr;
  rl_completion_append_character = found.finished ? ' ' : '\0';
  const bool sure = found.choices.size() == 1;
  auto** matches = static_cast<char**>(std::calloc(found.choices.size() + 2, sizeof(char*)));
  if (matches == nullptr) return nullptr;
  matches[0] = strdup((line.substr(0, found.begin) + found.replacement).c_str());
  for (std::size_t i = 0; !sure && i < found.choices.size(); ++i)
    matches[i + 1] = strdup(found.choices[i].c_str());
  return matches;
}

}  // namespace

LineEditor::LineEditor(std::string history_file) : history_file_(std::move(history_file)) {
  rl_readline_name = "dragoman";
  rl_attempted_completion_function = complete_line;
  rl_completer_word_break_characters = "";  // the whole line is the word
  rl_completer_quote_characters = "";
  rl_sort_completion_matches = 0;
  rl_ignore_completion_duplicates = 0;
  rl_catch_signals = 0;
  rl_signal_event_hook = drop_interrupted_line;
  rl_event_hook =
      drop_interrupted_line;  // ten times a second: a signal may come just before the wait
  struct sigaction action = {};
  action.sa_handler = note_interrupt;
  sigaction(SIGINT, &action, nullptr);
  using_history();
  stifle_history(kMostHistory);
  if (!history_file_.empty()) read_history(history_file_.c_str());
}

LineEditor::~LineEditor() {
  if (!history_file_.empty()) write_history(history_file_.c_str());
}

std::optional<std::string> LineEditor::read(const char* prompt) {
  char* typed = readline(prompt);
  if (typed == nullptr) return std::nullopt;
  std::string line = typed;
  std::free(typed);
  if (!line.empty() && line != last_) add_history(line.c_str());
  last_ = line;
  return line;
}

}  // namespace dragoman
