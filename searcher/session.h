// A Session is a talk with one Searcher, line by line: a line is a query, or a command that begins with a colon and
// may speak of the last answer.
//
//   session.run("SCO summit", 80).text    the answer, as on the command line
//   session.run(":show 2", 80).text       its second document, marked
//
// It reads and prints nothing itself. Not thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/searcher/searcher.h"
#include "options.h"

namespace dragoman {

struct SessionReply {
  std::string text;
  bool paged = false;  // a whole document, for a pager
  bool quit = false;
};

class Session {
 public:
  // `searcher` must outlive the session. Queries are asked as `options` say.
  Session(Searcher& searcher, SearchOptions options, bool color)
      : searcher_(searcher), options_(std::move(options)), color_(color) {}

  SessionReply run(const std::string& typed, unsigned width);

 private:
  friend struct SessionCommands;

  SessionReply ask(unsigned width);

  Searcher& searcher_;
  SearchOptions options_;
  bool color_;
  std::vector<std::string> ids_;  // of the hits last shown
};

// What the user may go on with behind `line`.
struct LineCompletion {
  std::size_t begin = 0;             // byte of the line from which on it is replaced
  std::string replacement;           // of all of it behind `begin`; as it was where nothing is sure
  std::vector<std::string> choices;  // to be shown, when there are several
  bool finished = false;             // the word is complete: a blank may follow
};

// Commands, fields, orders of :sort, and organizations after org: by their names in any language.
LineCompletion completed(std::string_view line);

}  // namespace dragoman
