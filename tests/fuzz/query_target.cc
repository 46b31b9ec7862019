// Any bytes are a query: it is parsed, compiled and searched on a small index, and the
// answer keeps what searcher.h promises, down to the line on a terminal. The first byte of the input chooses how
// it is asked.
#include "dragoman/searcher/query_parser.h"
#include "dragoman/searcher/searcher.h"
#include "small_index.h"
#include "target.h"
#include "terminal_text.h"

namespace dragoman::fuzz {
namespace {

std::size_t leaves_of(const Clause& clause) {
  if (clause.children.empty()) return 1;
  std::size_t leaves = 0;
  for (const Clause& child : clause.children) leaves += leaves_of(child);
  return leaves;
}

void check_marks(const std::string& text, const std::vector<Mark>& marks) {
  std::uint32_t end = 0;
  for (const Mark& mark : marks) {
    promise_range(mark.begin, mark.end, text, true, "a mark lies in its text");
    promise(mark.begin >= end && mark.begin < mark.end, "marks are in order");
    end = mark.end;
  }
}

// A line for the terminal holds nothing that a terminal obeys.
void check_shown(const std::string& text, const std::vector<Mark>& marks, unsigned width) {
  const std::string lines = filled(text, marks, width, 4, {"", ""});
  promise_utf8(lines, "what is shown is valid UTF-8");
  for (const char c : lines)
    promise(static_cast<unsigned char>(c) >= 0x20 || c == '\n', "no control character is shown");
}

void check_hit(const Hit& hit, unsigned width) {
  promise_utf8(hit.title, "a title is valid UTF-8");
  check_marks(hit.title, hit.title_marks);
  check_shown(hit.title, hit.title_marks, width);
  for (const Passage& passage : hit.passages) {
    promise_utf8(passage.text, "a passage is valid UTF-8");
    promise(!passage.text.empty(), "a passage has text");
    check_marks(passage.text, passage.marks);
    check_shown(passage.text, passage.marks, width);
  }
}

SearchRequest request_for(std::uint8_t choice, std::string_view query) {
  constexpr const char* kSorts[] = {"relevance", "date", "date-", "symbol"};
  SearchRequest request;
  request.query = query;
  request.sort = kSorts[choice % std::size(kSorts)];
  request.limit = (choice & 4u) != 0 ? 3 : 10;
  request.offset = (choice & 8u) != 0 ? 2 : 0;
  request.all_copies = (choice & 16u) != 0;
  request.reach.translate = (choice & 32u) != 0;
  request.reach.maybe = request.reach.related = (choice & 64u) != 0;
  request.passages = (choice & 64u) != 0 ? 1 : 3;
  if ((choice & 128u) != 0) request.facets = {"org", "year", "lang", "source", "type"};
  return request;
}

}  // namespace

void search_bytes(std::string_view input) {
  static Searcher searcher = open_small_index();
  const std::uint8_t choice = take_choice(input);
  const ParsedQuery parsed = parse_query(input);
  promise(leaves_of(parsed.root) <= kMaxQueryClauses, "a query has so many clauses at most");
  const SearchRequest request = request_for(choice, input);
  const Result<Answer> answer = searcher.search(request);
  promise(bool(answer), "a query is never an error");
  promise(answer->parsed == to_string(parsed.root), "a query is parsed one way");
  promise(answer->hits.size() <= request.limit, "no more hits than asked for");
  promise(answer->hits.empty() || answer->total >= answer->hits.back().rank,
          "hits are among the matches");
  unsigned rank = request.offset;
  for (const Hit& hit : answer->hits) {
    promise(hit.rank == ++rank, "ranks count on");
    promise(hit.passages.size() <= request.passages, "no more passages than asked for");
    check_hit(hit, 20 + choice % 100u);
  }
}

}  // namespace dragoman::fuzz
