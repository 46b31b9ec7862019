// What is measured: indexing by stock Xapian, the baseline that dragoman-index is compared with.
// Corpus: the inputs on the command line, read by Dragoman's readers, so that reading costs the same.
// Notes: one thread; TermGenerator with a stemmer, positions, title as text and with its prefix, the text as
// document data, the year as a value; Xapian's defaults otherwise. Prints MB of title and body a second; compare
// in one run.
//
//   stock_index --db stock.db --lang en docs.jsonl.xz
//   dragoman-index --db dragoman.db --jobs 1 docs.jsonl.xz
#include <chrono>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <xapian.h>
#include <boost/program_options.hpp>

#include "dragoman/indexer/reader.h"

namespace {

namespace po = boost::program_options;
using dragoman::Document;

class StockWriter : public dragoman::DocumentSink {
 public:
  StockWriter(const std::string& db, const std::string& lang)
      : database_(db, Xapian::DB_CREATE_OR_OVERWRITE) {
    generator_.set_stemmer(Xapian::Stem(lang));
  }

  bool document(Document document) override {
    Xapian::Document out;
    generator_.set_document(out);
    generator_.set_termpos(0);
    generator_.index_text(document.title, 1, "S");
    generator_.index_text(document.title);
    generator_.increase_termpos();
    generator_.index_text(document.body);
    out = generator_.get_document();
    out.set_data(document.title + "\n" + document.body);
    out.add_value(0, document.id);
    out.add_value(1, document.date.substr(0, 4));
    out.add_boolean_term(("Q" + document.id).substr(0, 240));
    database_.add_document(out);
    bytes_ += document.title.size() + document.body.size();
    ++documents_;
    return true;
  }

  void skipped(dragoman::Skipped) override {}
  void advanced(std::uint64_t) override {}
  void commit() { database_.commit(); }

  std::uint64_t documents() const { return documents_; }
  double megabytes() const { return static_cast<double>(bytes_) / 1e6; }

 private:
  Xapian::WritableDatabase database_;
  Xapian::TermGenerator generator_;
  std::uint64_t documents_ = 0;
  std::uint64_t bytes_ = 0;
};

int run(int argc, char** argv) {
  std::string db, lang;
  bool quiet = false;
  std::vector<std::string> inputs;
  po::options_description all;
  all.add_options()("db", po::value(&db)->required())(
      "lang", po::value(&lang)->default_value("en"))("quiet", po::bool_switch(&quiet))(
      "input", po::value(&inputs)->required());
  po::positional_options_description positional;
  positional.add("input", -1);
  po::variables_map values;
  po::store(po::command_line_parser(argc, argv).options(all).positional(positional).run(), values);
  po::notify(values);

  const auto start = std::chrono::steady_clock::now();
  StockWriter writer(db, lang);
  dragoman::read_inputs(inputs, {}, writer);
  writer.commit();
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (!quiet) {
    std::printf("stock: %llu documents, %.1f MB, %.2f s, %.2f MB/s\n",
                static_cast<unsigned long long>(writer.documents()), writer.megabytes(), seconds,
                writer.megabytes() / seconds);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "stock_index: %s\n", error.get_description().c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "stock_index: %s\n", error.what());
  }
  return 2;
}
