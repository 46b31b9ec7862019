#include "engine.h"

#include <chrono>
#include <ctime>
#include <iostream>
#include <sstream>

namespace dragoman::bench {
namespace {

Question parse_question(const std::string& line) {
  Question question;
  std::istringstream in(line);
  in >> question.shown >> question.years >> question.limit >> question.offset;
  in.ignore(1);  // the tab
  std::getline(in, question.query);
  return question;
}

// Of the whole process, all threads.
std::clock_t processor_microseconds() {
  static_assert(CLOCKS_PER_SEC == 1'000'000);
  return std::clock();
}

}  // namespace

void answer_questions(const std::function<Reply(const Question&)>& answer) {
  for (std::string line; std::getline(std::cin, line);) {
    const Question question = parse_question(line);
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t start_on_processor = processor_microseconds();
    const Reply reply = answer(question);
    const std::clock_t on_processor = processor_microseconds() - start_on_processor;
    const auto took = std::chrono::steady_clock::now() - start;
    std::cout << std::chrono::duration_cast<std::chrono::microseconds>(took).count() << '\t'
              << on_processor << '\t' << reply.matches << '\t' << reply.hits << '\t' << reply.marks
              << std::endl;
  }
}

std::size_t count_marks(std::string_view text, std::string_view mark) {
  std::size_t count = 0;
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size()))
    ++count;
  return count;
}

}  // namespace dragoman::bench
