#include "readline_library.h"

#include <dlfcn.h>

namespace dragoman {
namespace {

template <typename Symbol>
bool find(void* file, const char* name, Symbol*& out) {
  out = reinterpret_cast<Symbol*>(dlsym(file, name));
  return out != nullptr;
}

bool load(ReadlineLibrary& all) {
  void* file = dlopen(DRAGOMAN_READLINE, RTLD_NOW | RTLD_LOCAL);
  return file != nullptr && find(file, "readline", all.read_line) &&
         find(file, "using_history", all.use_history) && find(file, "stifle_history", all.stifle) &&
         find(file, "read_history", all.load_history) &&
         find(file, "write_history", all.save_history) && find(file, "add_history", all.remember) &&
         find(file, "rl_crlf", all.new_line) && find(file, "rl_on_new_line", all.on_new_line) &&
         find(file, "rl_replace_line", all.replace_line) &&
         find(file, "rl_redisplay", all.redisplay) && find(file, "rl_readline_name", all.name) &&
         find(file, "rl_attempted_completion_function", all.completion) &&
         find(file, "rl_attempted_completion_over", all.completion_over) &&
         find(file, "rl_completion_append_character", all.append_character) &&
         find(file, "rl_completer_word_break_characters", all.word_breaks) &&
         find(file, "rl_completer_quote_characters", all.quotes) &&
         find(file, "rl_sort_completion_matches", all.sorts_matches) &&
         find(file, "rl_ignore_completion_duplicates", all.ignores_duplicates) &&
         find(file, "rl_catch_signals", all.catches_signals) &&
         find(file, "rl_signal_event_hook", all.signal_hook) &&
         find(file, "rl_event_hook", all.event_hook) && find(file, "rl_line_buffer", all.line) &&
         find(file, "rl_point", all.cursor);
}

}  // namespace

const ReadlineLibrary* ReadlineLibrary::open() {
  static ReadlineLibrary all = {};
  static const bool loaded = load(all);
  return loaded ? &all : nullptr;
}

}  // namespace dragoman
