// Stock Xapian as an engine of the comparison: QueryParser, BM25 as it comes, MSet::snippet of its usual length over
// the text that stock_index stored; years by ValueCountMatchSpy.
//
//   xapian_engine stock.db
#include <cstdio>
#include <exception>
#include <stdexcept>

#include <xapian.h>

#include "engine.h"

namespace {

using dragoman::bench::count_marks;
using dragoman::bench::Question;
using dragoman::bench::Reply;

constexpr Xapian::valueno kYearSlot = 1;
constexpr const char* kMark = "<b>";

class Engine {
 public:
  explicit Engine(const std::string& path) : database_(path) {
    parser_.set_database(database_);
    parser_.set_stemmer(stemmer_);
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_default_op(Xapian::Query::OP_OR);
  }

  Reply answer(const Question& question) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(parsed(question.query));
    Xapian::ValueCountMatchSpy years(kYearSlot);
    if (question.years) enquire.add_matchspy(&years);
    const Xapian::doccount counted = question.years ? database_.get_doccount() : 0;
    const Xapian::MSet found = enquire.get_mset(question.offset, question.limit, counted);
    Reply reply{found.get_matches_estimated(), found.size(), 0};
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      const Xapian::Document document = hit.get_document();
      if (document.get_value(0).empty()) throw std::runtime_error("a hit without an id");
      if (question.shown) reply.marks += count_marks(snippet(found, document.get_data()), kMark);
    }
    for (auto year = years.values_begin(); year != years.values_end(); ++year)
      if (year.get_termfreq() == 0) throw std::runtime_error("a year without documents");
    return reply;
  }

 private:
  Xapian::Query parsed(const std::string& text) {
    try {
      return parser_.parse_query(text);
    } catch (const Xapian::QueryParserError&) {
      return parser_.parse_query(text, 0);
    }
  }

  std::string snippet(const Xapian::MSet& found, const std::string& title_and_body) const {
    constexpr std::size_t kUsualLength = 500;
    constexpr unsigned kUsualFlags =
        Xapian::MSet::SNIPPET_BACKGROUND_MODEL | Xapian::MSet::SNIPPET_EXHAUSTIVE;
    return found.snippet(title_and_body.substr(title_and_body.find('\n') + 1), kUsualLength,
                         stemmer_, kUsualFlags, kMark, "</b>", "...");
  }

  Xapian::Stem stemmer_{"en"};
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw std::runtime_error("usage: xapian_engine INDEX");
    Engine engine(argv[1]);
    dragoman::bench::answer_questions(
        [&engine](const Question& question) { return engine.answer(question); });
    return 0;
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "xapian_engine: %s\n", error.get_description().c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "xapian_engine: %s\n", error.what());
  }
  return 2;
}
