// Any bytes are a query: it is parsed, compiled and searched on a small index made at the start, and the
// answer keeps what searcher.h promises, down to the line on a terminal. The first byte of the input chooses how
// it is asked.
#include <cstdlib>
#include <filesystem>

#include <unistd.h>

#include "dragoman/indexer/index_writer.h"
#include "dragoman/searcher/query_parser.h"
#include "dragoman/searcher/searcher.h"
#include "target.h"
#include "terminal_text.h"

namespace dragoman::fuzz {
namespace {

namespace fs = std::filesystem;

struct Made {
  const char* lang;
  const char* date;
  const char* symbol;
  const char* title;
  const char* body;
};
constexpr Made kDocuments[] = {
    {"ru", "2016-11-24", "", "Саммит ОДКБ в Ереване",
     "Лидеры стран ОДКБ обсудили борьбу с терроризмом. Резолюция 1540 (2004) Совета Безопасности "
     "остаётся в силе.\n\nШОС и СНГ (Содружество Независимых Государств) направили наблюдателей. "
     "Ещё один саммит пройдёт 14 октября 2017 года."},
    {"en", "2016-11", "S/RES/2334(2016)", "The Security Council met",
     "The CSTO and the SCO agreed on cooperation. WHO was there, who was not?\r\n\r\nSee "
     "S/RES/1540 (2004), A/RES/71/14 and the annual report. The International Red Cross met on "
     "Monday. Counter-terrorism, peacekeeping and sustainable development."},
    {"fr", "2016-06-15", "", "Sommet de l'OTSC à Erevan",
     "L'Organisation du Traité de sécurité collective (OTSC) s'est réunie. L'ONU, l'OMS et l'OCS y "
     "étaient ; la lutte contre le terrorisme aussi."},
    {"es", "2015", "", "La OTSC y la ONU",
     "La Organización de Cooperación de Shanghái se reunió el 24 de noviembre de 2016. ¿Qué dijo "
     "la OMS? El niño habló."},
    {"zh", "2016-11-24", "", "集体安全条约组织峰会",
     "上海合作组织成员国元首理事会会议在塔什干举行。安理会第1540（2004）号决议。联合国秘书长古特雷斯发言。"},
    {"ar", "2016-11-24T13:44", "", "قمة منظمة معاهدة الأمن الجماعي",
     "اجتمع مجلس الأمن التابع للأمم المتحدة في ٢٤ نوفمبر ٢٠١٦. قال الأمين العام إن مكافحة الإرهاب أولوية."},
    {"", "", "", "",
     "\x1B[31m👩‍👩‍👧‍👦 e\xCC\x81\xCC\x81 \xE2\x80\xAE"
     "abc SCO \xEF\xBF\xBD 한국어 日本語"},
    {"ru", "2016-11-24", "", "Саммит ОДКБ в Ереване",
     "(ТАСС) Лидеры стран ОДКБ обсудили борьбу с терроризмом. Резолюция 1540 (2004) Совета "
     "Безопасности остаётся в силе.\n\nШОС и СНГ (Содружество Независимых Государств) направили "
     "наблюдателей. Ещё один саммит пройдёт 14 октября 2017 года."},
};

class Index {
 public:
  Index() : path_(fs::temp_directory_path() / ("dragoman-fuzz-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    Result<IndexWriter> writer = IndexWriter::open(path_.string(), {.jobs = 1});
    promise(bool(writer), "an index is made");
    int number = 0;
    for (const Made& made : kDocuments) {
      Document document;
      document.id = "документ-" + std::to_string(++number);
      document.lang = made.lang;
      document.date = made.date;
      document.symbol = made.symbol;
      document.title = made.title;
      document.body = made.body;
      document.extra = {{"ключ", "значение"}};
      promise(bool(writer->add(std::move(document))), "a document is added");
    }
    promise(bool(writer->commit()), "an index is committed");
    Result<Searcher> opened = Searcher::open({path_.string()});
    promise(bool(opened), "an index is opened");
    searcher_ = std::make_unique<Searcher>(std::move(*opened));
  }
  ~Index() {
    searcher_.reset();
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  Searcher& searcher() { return *searcher_; }

 private:
  fs::path path_;
  std::unique_ptr<Searcher> searcher_;
};

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
  static Index index;
  const std::uint8_t choice = take_choice(input);
  const ParsedQuery parsed = parse_query(input);
  promise(leaves_of(parsed.root) <= kMaxQueryClauses, "a query has so many clauses at most");
  const SearchRequest request = request_for(choice, input);
  const Result<Answer> answer = index.searcher().search(request);
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
