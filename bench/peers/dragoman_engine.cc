// Dragoman as an engine of the comparison: a Searcher as a program that embeds it would use it.
//
//   dragoman_engine dragoman.db
#include <cstdio>
#include <exception>
#include <stdexcept>

#include "dragoman/searcher/searcher.h"
#include "engine.h"

namespace {

using namespace dragoman;

bench::Reply answer(Searcher& searcher, const bench::Question& question) {
  SearchRequest request;
  request.query = question.query;
  request.limit = question.limit;
  request.offset = question.offset;
  if (!question.shown) request.passages = 0;
  if (question.years) request.facets = {"year"};
  const Result<Answer> found = searcher.search(request);
  if (!found) throw std::runtime_error(found.error().message);
  bench::Reply reply{found->total, found->hits.size(), 0};
  for (const Hit& hit : found->hits) {
    for (const Passage& passage : hit.passages) reply.marks += passage.marks.size();
  }
  return reply;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw std::runtime_error("usage: dragoman_engine INDEX");
    Result<Searcher> searcher = Searcher::open({argv[1]});
    if (!searcher) throw std::runtime_error(searcher.error().message);
    bench::answer_questions(
        [&searcher](const bench::Question& question) { return answer(*searcher, question); });
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dragoman_engine: %s\n", error.what());
    return 2;
  }
}
