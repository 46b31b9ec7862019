// Searches an index:  search news.db 'SCO cooperation'
#include <cstdio>

#include <dragoman/searcher/searcher.h>

// The text with [what is marked] in brackets.
static std::string marked(const dragoman::Passage& passage) {
  std::string out;
  std::size_t at = 0;
  for (const dragoman::Mark& mark : passage.marks) {
    out += passage.text.substr(at, mark.begin - at);
    out += "[" + passage.text.substr(mark.begin, mark.end - mark.begin) + "]";
    at = mark.end;
  }
  return out + passage.text.substr(at);
}

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: search INDEX QUERY\n", stderr), 2;

  dragoman::Result<dragoman::Searcher> searcher = dragoman::Searcher::open({argv[1]});
  if (!searcher) return std::fprintf(stderr, "%s\n", searcher.error().message.c_str()), 2;

  dragoman::SearchRequest request;
  request.query = argv[2];
  request.limit = 3;
  const dragoman::Result<dragoman::Answer> answer = searcher->search(request);
  if (!answer) return std::fprintf(stderr, "%s\n", answer.error().message.c_str()), 2;

  std::printf("%llu documents\n", static_cast<unsigned long long>(answer->total));
  for (const dragoman::Hit& hit : answer->hits) {
    std::printf("%u. %s\n", hit.rank, hit.title.c_str());
    for (const dragoman::Passage& passage : hit.passages)
      std::printf("   %s\n", marked(passage).c_str());
  }
  return answer->hits.empty() ? 1 : 0;
}
