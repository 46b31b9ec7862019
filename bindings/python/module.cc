// The module dragoman._core: the C++ API for Python. Work is done without the GIL; an object used by several threads
// serves them one after the other.
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include "dragoman/analyzers/analyzer.h"
#include "records.h"

namespace dragoman::python {
namespace {

namespace py = pybind11;
using Path = std::filesystem::path;

// In the order of Errc.
constexpr const char* kCodes[] = {"usage",     "not_found",    "unreadable",
                                  "malformed", "not_an_index", "schema_mismatch",
                                  "locked",    "corrupt",      "index_io"};

[[noreturn]] void raise(const Error& error) {
  const py::object kind = py::module_::import("dragoman.errors").attr("Error");
  const py::object made = kind(kCodes[static_cast<int>(error.code)], error.message, error.hint);
  PyErr_SetObject(kind.ptr(), made.ptr());
  throw py::error_already_set();
}

template <typename T>
T value_of(Result<T>&& result) {
  if (!result) raise(result.error());
  return std::move(*result);
}

// Runs `work` without the GIL, one caller after the other.
template <typename Work>
auto alone(std::mutex& mutex, Work&& work) {
  const py::gil_scoped_release released;
  const std::lock_guard lock(mutex);
  return std::forward<Work>(work)();
}

constexpr double kSeconds = std::chrono::duration<double>(kTimeLimit).count();
constexpr double kMostSeconds = 86'400;

class PySearcher {
 public:
  // `seconds` a search at most; 0: no limit.
  PySearcher(const std::vector<std::string>& paths, double seconds)
      : searcher_(value_of(opened(paths))) {
    if (!(seconds >= 0 && seconds <= kMostSeconds))
      raise({Errc::kUsage, "time_limit wants seconds, from 0 to 86400", "0 is no limit"});
    searcher_.set_time_limit(
        std::chrono::ceil<std::chrono::milliseconds>(std::chrono::duration<double>(seconds)));
  }

  py::object search(const SearchRequest& request) {
    return record_of(value_of(alone(mutex_, [&] { return searcher_.search(request); })));
  }
  py::object document(const std::string& id, const std::string& query) {
    SearchRequest request;
    request.query = query;
    return record_of(value_of(alone(mutex_, [&] { return searcher_.show(id, request); })));
  }

 private:
  static Result<Searcher> opened(const std::vector<std::string>& paths) {
    const py::gil_scoped_release released;
    return Searcher::open(paths);
  }

  std::mutex mutex_;
  Searcher searcher_;
};

class PyAnalyzer {
 public:
  py::object annotate(const std::string& text, const std::string& lang, const std::string& date) {
    // The analysis lives until the next call: it is made a record before another thread may have its turn.
    py::gil_scoped_release released;
    const std::lock_guard lock(mutex_);
    const Analysis& analysis = analyzer_.analyze(text, lang, date);
    const py::gil_scoped_acquire acquired;
    return record_of(text, analysis);
  }

 private:
  std::mutex mutex_;
  Analyzer analyzer_;
};

// Documents to the writer, what could not be read to a list.
class Intake : public DocumentSink {
 public:
  explicit Intake(IndexWriter& writer) : writer_(writer) {}

  bool document(Document document) override {
    done = writer_.add(std::move(document));
    return done.has_value();
  }
  void skipped(Skipped one) override { left_out.push_back(std::move(one)); }
  void advanced(std::uint64_t) override {}

  Result<void> done;
  std::vector<Skipped> left_out;

 private:
  IndexWriter& writer_;
};

class PyWriter {
 public:
  PyWriter(const Path& path, unsigned jobs) : writer_(value_of(opened(path, jobs))) {}
  ~PyWriter() {
    const py::gil_scoped_release released;
    writer_.reset();
  }

  void add(Document document) {
    const Result<void> done = alone(mutex_, [&]() -> Result<void> {
      if (!writer_) return closed();
      return writer_->add(std::move(document));
    });
    if (!done) raise(done.error());
  }

  py::list add_files(const std::vector<std::string>& paths, const std::string& format) {
    ReadOptions options;
    options.format = format;
    const auto skipped = value_of(alone(mutex_, [&]() -> Result<std::vector<Skipped>> {
      if (!writer_) return closed();
      Intake intake(*writer_);
      read_inputs(paths, options, intake);
      if (!intake.done) return intake.done.error();
      return std::move(intake.left_out);
    }));
    py::list out;
    for (const Skipped& one : skipped) out.append(record_of(one));
    return out;
  }

  py::object commit() {
    return record_of(value_of(alone(mutex_, [&]() -> Result<WriteSummary> {
      if (!writer_) return closed();
      return writer_->commit();
    })));
  }

  void close() {
    alone(mutex_, [&] { writer_.reset(); });
  }

 private:
  static Result<IndexWriter> opened(const Path& path, unsigned jobs) {
    const py::gil_scoped_release released;
    WriteOptions options;
    options.jobs = jobs;
    return IndexWriter::open(path.string(), options);
  }
  static Error closed() { return {Errc::kUsage, "the writer is closed", ""}; }

  std::mutex mutex_;
  std::optional<IndexWriter> writer_;
};

std::vector<std::string> strings_of(const py::args& paths) {
  std::vector<std::string> out;
  for (const py::handle path : paths) out.push_back(path.cast<Path>().string());
  return out;
}

std::vector<ExtraField> extra_of(const std::map<std::string, std::string>& fields) {
  std::vector<ExtraField> out;
  for (const auto& [key, value] : fields) out.push_back({key, value});
  return out;
}

void check_format(const std::string& format) {
  for (const std::string_view known : format_names()) {
    if (format == known) return;
  }
  raise({Errc::kUsage, "unknown format " + format, "dragoman-index --help names them"});
}

void define_searcher(py::module_& m) {
  py::class_<PySearcher>(
      m, "Searcher", "Answers queries; made by open(). It sees what is committed later by itself.")
      .def(
          "search",
          [](PySearcher& self, const std::string& query, unsigned limit, unsigned offset,
             unsigned passages, const std::string& sort, const py::iterable& facets,
             bool all_copies, bool translate, bool maybe, bool related, bool suggest) {
            SearchRequest request;
            request.query = query;
            request.limit = limit;
            request.offset = offset;
            request.passages = passages;
            request.sort = sort;
            for (const py::handle facet : facets)
              request.facets.push_back(facet.cast<std::string>());
            request.all_copies = all_copies;
            request.reach = {.translate = translate, .maybe = maybe, .related = related};
            request.suggest = suggest;
            return self.search(request);
          },
          py::arg("query"), py::kw_only(), py::arg("limit") = 10, py::arg("offset") = 0,
          py::arg("passages") = 2, py::arg("sort") = "relevance", py::arg("facets") = py::tuple(),
          py::arg("all_copies") = false, py::arg("translate") = false, py::arg("maybe") = false,
          py::arg("related") = false, py::arg("suggest") = true,
          "An Answer: at most `limit` hits after the first `offset`, each with at most `passages` passages.\n\n"
          "Any query is legal. `sort` is relevance, date (oldest first), date- or symbol; `facets` are counted over\n"
          "all matches: org, year, lang, source, type. Of near copies only the first is a hit, unless `all_copies`.\n"
          "`translate` searches phrases of the glossary in all languages, `maybe` undecided acronyms, `related`\n"
          "organizations with those they have to do with; `suggest` says what else to search.\n\n"
          "Raises Error: usage (unknown sort or facet), corrupt, index_io.")
      .def("document", &PySearcher::document, py::arg("id"), py::arg("query") = "",
           "The Document of this id as it was indexed; what `query` finds in it is marked.\n\n"
           "Raises Error: not_found, corrupt, index_io.");
  m.def(
      "open",
      // An object: behind *paths pybind11 takes no int for a double.
      [](const py::args& paths, const py::object& time_limit) {
        return std::make_unique<PySearcher>(strings_of(paths), py::float_(time_limit));
      },
      py::arg("time_limit") = kSeconds,
      "Opens one or more indexes, searched as one: directories, or tcp://host:port of xapian-tcpsrv.\n"
      "A search that takes longer than `time_limit` seconds ends with what it has found, and its answer is partial;\n"
      "0: none does.\n\n"
      "Raises Error: usage, not_found, not_an_index, schema_mismatch, corrupt, index_io.");
}

void define_analyzer(py::module_& m) {
  py::class_<PyAnalyzer>(m, "Analyzer", "Sees organizations, symbols, dates and people in texts.")
      .def(py::init<>())
      .def(
          "annotate", &PyAnalyzer::annotate, py::arg("text"), py::arg("lang") = "",
          py::arg("date") = "",
          "Annotations of a text. `lang` (ISO 639-1) and `date` (ISO 8601) are those of the text, if known: from the\n"
          "date \"on Monday\" is reckoned, and which acronyms were in use. Linear in the length of the text.");
}

void define_writer(py::module_& m) {
  py::class_<PyWriter>(
      m, "IndexWriter",
      "Adds documents to an index, which is made when there is none.\n\n"
      "As a context manager it commits at the end, or drops what was added when an exception passes.\n"
      "Raises Error: locked, not_an_index, schema_mismatch, unreadable, index_io.")
      .def(py::init<const Path&, unsigned>(), py::arg("path"), py::kw_only(), py::arg("jobs") = 0,
           "`jobs` threads work for it; 0: one for each core.")
      .def(
          "add",
          [](PyWriter& self, std::string body, std::string id, std::string title, std::string date,
             std::string lang, std::string source, std::string url, std::string symbol,
             std::string type, const std::map<std::string, std::string>& fields) {
            self.add({.id = std::move(id),
                      .title = std::move(title),
                      .body = std::move(body),
                      .date = std::move(date),
                      .lang = std::move(lang),
                      .url = std::move(url),
                      .source = std::move(source),
                      .symbol = std::move(symbol),
                      .type = std::move(type),
                      .extra = extra_of(fields)});
          },
          py::arg("body"), py::kw_only(), py::arg("id") = "", py::arg("title") = "",
          py::arg("date") = "", py::arg("lang") = "", py::arg("source") = "", py::arg("url") = "",
          py::arg("symbol") = "", py::arg("type") = "", py::arg("fields") = py::dict(),
          "Queues a document. One of the same `id` is replaced; without an id its content is its name. `date` is ISO\n"
          "8601, as precise as known, `lang` ISO 639-1; `fields` are kept and searchable as key:value.\n\n"
          "Raises Error: usage (closed), index_io.")
      .def(
          "add_files",
          [](PyWriter& self, const py::args& paths, const std::string& format) {
            check_format(format);
            return self.add_files(strings_of(paths), format);
          },
          py::arg("format") = "auto",
          "Adds the documents of files and directories, in all formats of dragoman-index; returns what was Skipped.\n\n"
          "Raises Error: usage (unknown format, closed), index_io.")
      .def(
          "commit", &PyWriter::commit,
          "Makes what was added visible and durable; a WriteSummary of it. Raises Error: usage (closed), index_io.")
      .def("close", &PyWriter::close, "Drops what was not committed, and lets others write.")
      .def("__enter__", [](py::object self) { return self; })
      .def("__exit__",
           [](PyWriter& self, const py::object& kind, const py::object&, const py::object&) {
             if (kind.is_none()) self.commit();
             self.close();
           });
}

}  // namespace
}  // namespace dragoman::python

PYBIND11_MODULE(_core, m) {
  m.doc() = "The part of dragoman that is made in C++.";
  m.attr("__version__") = DRAGOMAN_VERSION;
  dragoman::python::define_searcher(m);
  dragoman::python::define_analyzer(m);
  dragoman::python::define_writer(m);
}
