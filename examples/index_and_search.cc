// Indexes two documents, searches them, adds a third and finds it too:  index_and_search new.db
#include <cstdio>
#include <utility>

#include <dragoman/indexer/index_writer.h>
#include <dragoman/searcher/searcher.h>

using dragoman::Document;
using dragoman::Result;

static Document document(std::string id, std::string title, std::string body) {
  Document made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.body = std::move(body);
  return made;
}

static Result<void> run(const std::string& path) {
  Result<dragoman::IndexWriter> writer = dragoman::IndexWriter::open(path, {});
  if (!writer) return writer.error();
  for (const Document& one :
       {document("ru-1", "Саммит в Ереване", "Лидеры стран ОДКБ встретились в Ереване."),
        document("en-1", "Harvest", "The harvest was good; no organization met.")}) {
    if (const Result<void> added = writer->add(one); !added) return added;
  }
  if (const auto committed = writer->commit(); !committed) return committed.error();

  Result<dragoman::Searcher> searcher = dragoman::Searcher::open({path});
  if (!searcher) return searcher.error();
  const auto show = [&searcher](const char* query) -> Result<void> {
    dragoman::SearchRequest request;
    request.query = query;
    const Result<dragoman::Answer> answer = searcher->search(request);
    if (!answer) return answer.error();
    std::printf("%s:", query);
    for (const dragoman::Hit& hit : answer->hits) std::printf(" %s", hit.id.c_str());
    std::printf("\n");
    return {};
  };
  if (const Result<void> shown = show("CSTO"); !shown) return shown;

  // The searcher sees what is committed later, without being opened again.
  if (const Result<void> added =
          writer->add(document("zh-1", "", "集体安全条约组织成员国领导人在埃里温会晤。"));
      !added)
    return added;
  if (const auto committed = writer->commit(); !committed) return committed.error();
  return show("CSTO");
}

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: index_and_search NEW_INDEX\n", stderr), 2;
  const Result<void> done = run(argv[1]);
  if (!done) std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return done ? 0 : 2;
}
