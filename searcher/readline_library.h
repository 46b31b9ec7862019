// What the LineEditor uses of readline, found when a talk begins: a query on the command line should not wait for a
// library that it does not need to be loaded.
//
//   const ReadlineLibrary* library = ReadlineLibrary::open();
//   if (library != nullptr) char* line = library->read_line("> ");
#pragma once

#include <cstdio>

#include <readline/history.h>
#include <readline/readline.h>

namespace dragoman {

struct ReadlineLibrary {
  // Null where there is none. Stays open; one thread.
  static const ReadlineLibrary* open();

  decltype(&readline) read_line;
  decltype(&using_history) use_history;
  decltype(&stifle_history) stifle;
  decltype(&read_history) load_history;
  decltype(&write_history) save_history;
  decltype(&add_history) remember;
  decltype(&rl_crlf) new_line;
  decltype(&rl_on_new_line) on_new_line;
  decltype(&rl_replace_line) replace_line;
  decltype(&rl_redisplay) redisplay;

  decltype(&rl_readline_name) name;
  decltype(&rl_attempted_completion_function) completion;
  decltype(&rl_attempted_completion_over) completion_over;
  decltype(&rl_completion_append_character) append_character;
  decltype(&rl_completer_word_break_characters) word_breaks;
  decltype(&rl_completer_quote_characters) quotes;
  decltype(&rl_sort_completion_matches) sorts_matches;
  decltype(&rl_ignore_completion_duplicates) ignores_duplicates;
  decltype(&rl_catch_signals) catches_signals;
  decltype(&rl_signal_event_hook) signal_hook;
  decltype(&rl_event_hook) event_hook;
  decltype(&rl_line_buffer) line;
  decltype(&rl_point) cursor;
};

}  // namespace dragoman
