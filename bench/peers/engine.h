// An engine of the comparison: a program that opens its index once, and answers lines of standard input. It takes the
// time itself, so that pipes and the other side do not count.
//
//   in:   shown <tab> years <tab> limit <tab> offset <tab> query     shown and years are 0 or 1
//   out:  microseconds <tab> of them on a processor <tab> matches <tab> hits <tab> marks
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace dragoman::bench {

struct Question {
  bool shown = false;  // with marked passages
  bool years = false;  // count the matches by year
  unsigned limit = 10;
  unsigned offset = 0;
  std::string query;  // in the engine's own language
};

struct Reply {
  std::uint64_t matches = 0;  // may be an estimate; 0 where the engine does not tell
  std::size_t hits = 0;
  std::size_t marks = 0;  // in all passages
};

// Until the end of input. What `answer` throws goes through.
void answer_questions(const std::function<Reply(const Question&)>& answer);

// How often `mark` stands in a text.
std::size_t count_marks(std::string_view text, std::string_view mark);

}  // namespace dragoman::bench
