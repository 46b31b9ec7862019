// What is measured: searching by stock Xapian, the baseline that dragoman-search is compared with.
// Corpus: an index of stock_index; queries of a file, one a line, or id<TAB>query.
// Notes: QueryParser with a stemmer, OR, all of its default syntax, BM25 as it comes. A query that the parser
// refuses is searched as plain words. Takes the options of dragoman-search that a run over judged queries
// needs, and writes TREC's run format, so that one script measures both.
//
//   stock_search --db stock.db --batch queries.tsv --format trec -n 100
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>

#include <xapian.h>
#include <boost/program_options.hpp>

namespace {

namespace po = boost::program_options;

struct Options {
  std::string db, lang, batch, format;
  unsigned limit = 0;
};

class StockSearcher {
 public:
  explicit StockSearcher(const Options& options) : options_(options), database_(options.db) {
    parser_.set_database(database_);
    parser_.set_stemmer(Xapian::Stem(options.lang));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_default_op(Xapian::Query::OP_OR);
    parser_.add_prefix("title", "S");
  }

  void search(const std::string& id, const std::string& text) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(parsed(text));
    const Xapian::MSet found = enquire.get_mset(0, options_.limit);
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      const std::string document = hit.get_document().get_value(0);
      std::printf("%s Q0 %s %u %.6f stock\n", id.c_str(), document.c_str(), hit.get_rank() + 1,
                  hit.get_weight());
    }
  }

 private:
  Xapian::Query parsed(const std::string& text) {
    try {
      return parser_.parse_query(text);
    } catch (const Xapian::QueryParserError&) {
      return parser_.parse_query(text, 0);
    }
  }

  const Options& options_;
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

int run(int argc, char** argv) {
  Options options;
  po::options_description all;
  all.add_options()("db", po::value(&options.db)->required())(
      "lang", po::value(&options.lang)->default_value("en"))(
      "batch", po::value(&options.batch)->default_value("-"))(
      "format", po::value(&options.format)->default_value("trec"))(
      "limit,n", po::value(&options.limit)->default_value(10));
  po::variables_map values;
  po::store(po::parse_command_line(argc, argv, all), values);
  po::notify(values);
  if (options.format != "trec") throw po::error("--format knows trec only");

  std::ifstream file;
  if (options.batch != "-") file.open(options.batch);
  std::istream& queries = options.batch == "-" ? std::cin : file;
  if (!queries) throw po::error("cannot read " + options.batch);
  StockSearcher searcher(options);
  std::size_t number = 0;
  for (std::string line; std::getline(queries, line);) {
    ++number;
    const std::size_t tab = line.find('\t');
    const std::string id = tab == std::string::npos ? std::to_string(number) : line.substr(0, tab);
    searcher.search(id, tab == std::string::npos ? line : line.substr(tab + 1));
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "stock_search: %s\n", error.get_description().c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "stock_search: %s\n", error.what());
  }
  return 2;
}
