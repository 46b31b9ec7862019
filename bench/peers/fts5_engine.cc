// SQLite FTS5 as an engine of the comparison: Porter's stemmer, bm25, snippet; years by GROUP BY.
//
//   fts5_engine --index fts5.db docs.jsonl    # makes the index; the documents are read by Dragoman's readers
//   fts5_engine fts5.db                       # answers
#include <cstdio>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>

#include <sqlite3.h>

#include "dragoman/indexer/reader.h"
#include "engine.h"

namespace {

using dragoman::bench::Question;
using dragoman::bench::Reply;

constexpr const char* kTable =
    "CREATE VIRTUAL TABLE documents USING "
    "fts5(id UNINDEXED, year UNINDEXED, title, body, tokenize = 'porter unicode61')";
constexpr const char* kInsert = "INSERT INTO documents VALUES (?, ?, ?, ?)";
constexpr const char* kFind =
    "SELECT id, '' FROM documents WHERE documents MATCH ? ORDER BY rank LIMIT ? OFFSET ?";
constexpr const char* kShow =  // 64 tokens are the most
    "SELECT id, snippet(documents, 3, '<b>', '</b>', '...', 64) FROM documents "
    "WHERE documents MATCH ? ORDER BY rank LIMIT ? OFFSET ?";
constexpr const char* kYears =
    "SELECT year, count(*) FROM documents WHERE documents MATCH ? GROUP BY year";

class Database {
 public:
  explicit Database(const std::string& path) {
    if (sqlite3_open(path.c_str(), &handle_) != SQLITE_OK) fail();
  }
  ~Database() { sqlite3_close(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  [[noreturn]] void fail() const { throw std::runtime_error(sqlite3_errmsg(handle_)); }
  sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

// Texts that are bound must live until the next reset.
class Statement {
 public:
  Statement(Database& database, const char* sql) : database_(database) {
    if (sqlite3_prepare_v2(database.handle(), sql, -1, &handle_, nullptr) != SQLITE_OK)
      database.fail();
  }
  ~Statement() { sqlite3_finalize(handle_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int at, const std::string& text) {
    sqlite3_bind_text(handle_, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  }
  void bind(int at, unsigned number) { sqlite3_bind_int64(handle_, at, number); }
  // False at the end.
  bool step() {
    const int status = sqlite3_step(handle_);
    if (status != SQLITE_ROW && status != SQLITE_DONE) database_.fail();
    return status == SQLITE_ROW;
  }
  std::string text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    return {bytes == nullptr ? "" : bytes,
            static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
  }
  std::uint64_t number(int column) const {
    return static_cast<std::uint64_t>(sqlite3_column_int64(handle_, column));
  }
  void reset() { sqlite3_reset(handle_); }

 private:
  Database& database_;
  sqlite3_stmt* handle_ = nullptr;
};

class Writer : public dragoman::DocumentSink {
 public:
  explicit Writer(Database& database) : insert_(database, kInsert) {}

  bool document(dragoman::Document document) override {
    const std::string year = document.date.substr(0, 4);
    insert_.bind(1, document.id);
    insert_.bind(2, year);
    insert_.bind(3, document.title);
    insert_.bind(4, document.body);
    insert_.step();
    insert_.reset();
    return true;
  }
  void skipped(dragoman::Skipped) override {}
  void advanced(std::uint64_t) override {}

 private:
  Statement insert_;
};

void index(const std::string& path, const std::string& input) {
  Database database(path);
  database.run(kTable);
  database.run("BEGIN");
  Writer writer(database);
  dragoman::read_inputs({input}, {}, writer);
  database.run("COMMIT");
}

class Engine {
 public:
  explicit Engine(const std::string& path)
      : database_(path),
        find_(database_, kFind),
        show_(database_, kShow),
        years_(database_, kYears) {}

  Reply answer(const Question& question) {
    Reply reply;
    Statement& statement = question.shown ? show_ : find_;
    statement.bind(1, question.query);
    statement.bind(2, question.limit);
    statement.bind(3, question.offset);
    for (; statement.step(); ++reply.hits) {
      if (statement.text(0).empty()) throw std::runtime_error("a hit without an id");
      reply.marks += dragoman::bench::count_marks(statement.text(1), "<b>");
    }
    statement.reset();
    if (question.years) reply.matches = count_years(question.query);
    return reply;
  }

 private:
  std::uint64_t count_years(const std::string& query) {
    std::uint64_t matches = 0;
    years_.bind(1, query);
    while (years_.step()) matches += years_.number(1);
    years_.reset();
    return matches;
  }

  Database database_;
  Statement find_, show_, years_;
};

int run(int argc, char** argv) {
  if (argc == 4 && std::string(argv[1]) == "--index") {
    index(argv[2], argv[3]);
  } else if (argc == 2) {
    Engine engine(argv[1]);
    dragoman::bench::answer_questions(
        [&engine](const Question& question) { return engine.answer(question); });
  } else {
    throw std::runtime_error("usage: fts5_engine [--index] INDEX [DOCUMENTS]");
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "fts5_engine: %s\n", error.what());
    return 2;
  }
}
