#include "dragoman/indexer/index_writer.h"

#include <filesystem>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>
#include <unistd.h>
#include <xapian.h>

#include "document_records.h"
#include "dragoman/analyzers/analyzer.h"
#include "dragoman/indexer/housekeeping.h"
#include "dragoman/schema.h"
#include "index_snapshot.h"
#include "live_documents.h"
#include "support/temporary_folder.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

class IndexWriterTest : public testing::Test {
 protected:
  std::string db(const std::string& name = "db") const { return folder_.path(name); }

  static Document doc(const std::string& id, const std::string& body) {
    Document document;
    document.id = id;
    document.body = body;
    document.lang = "en";
    return document;
  }

  // Writes `documents` in one run.
  static WriteSummary write(const std::string& path, const std::vector<Document>& documents,
                            const WriteOptions& options = {.jobs = 2}) {
    Result<IndexWriter> writer = IndexWriter::open(path, options);
    EXPECT_TRUE(writer) << writer.error().message;
    if (!writer) return {};
    for (const Document& document : documents) {
      const Result<void> added = writer->add(document);
      EXPECT_TRUE(added) << added.error().message;
    }
    const Result<WriteSummary> done = writer->commit();
    EXPECT_TRUE(done) << done.error().message;
    return done.value_or(WriteSummary{});
  }

  static std::string body_of(const std::string& path, const std::string& id) {
    const Xapian::Database index(path);
    const auto posting = index.postlist_begin("Q" + id);
    if (posting == index.postlist_end("Q" + id)) return "(none)";
    return *DocumentRecords(index.get_document(*posting)).stored()->body(0, UINT32_MAX);
  }

  static Xapian::doccount count(const std::string& path) {
    return count_documents(Xapian::Database(path));
  }

  // All terms and docids, for comparing indexes.
  static std::string dump(const std::string& path) {
    const Xapian::Database index(path);
    std::string all;
    for (auto term = index.allterms_begin(); term != index.allterms_end(); ++term) {
      all += *term;
      for (auto p = index.postlist_begin(*term); p != index.postlist_end(*term); ++p) {
        all += " " + std::to_string(*p) + "/" + std::to_string(p.get_wdf());
      }
      all += "\n";
    }
    return all;
  }

  TemporaryFolder folder_;
};

TEST_F(IndexWriterTest, AddsAndStockXapianReads) {
  const WriteSummary done = write(db(), {doc("a", "A summit in Yerevan."), doc("b", "Another.")});
  EXPECT_EQ(done.added, 2u);
  EXPECT_EQ(count(db()), 2u);
  EXPECT_EQ(body_of(db(), "a"), "A summit in Yerevan.");
  EXPECT_TRUE(Xapian::Database(db()).term_exists("summit"));
  EXPECT_TRUE(Xapian::Database(db()).term_exists("Len"));
  EXPECT_EQ(Xapian::Database(db()).get_metadata(kSchemaKey), kSchemaVersion);
}

TEST_F(IndexWriterTest, EmptyIndexOpens) {
  EXPECT_EQ(write(db(), {}).added, 0u);
  EXPECT_EQ(count(db()), 0u);
  EXPECT_EQ(write(db(), {doc("a", "one")}).added, 1u);
  EXPECT_EQ(count(db()), 1u);
}

TEST_F(IndexWriterTest, UnchangedIsSkippedAndChangedReplaced) {
  write(db(), {doc("a", "first"), doc("b", "same")});
  const WriteSummary done = write(db(), {doc("a", "second"), doc("b", "same"), doc("c", "new")});
  EXPECT_EQ(done.added, 1u);
  EXPECT_EQ(done.changed, 1u);
  EXPECT_EQ(done.unchanged, 1u);
  EXPECT_EQ(count(db()), 3u);
  EXPECT_EQ(body_of(db(), "a"), "second");
}

TEST_F(IndexWriterTest, LastOfOneRunWins) {
  const WriteSummary done =
      write(db(), {doc("a", "1"), doc("b", "x"), doc("a", "2"), doc("a", "2")},
            {.jobs = 2, .segment_documents = 1});
  EXPECT_EQ(done.added, 2u);
  EXPECT_EQ(done.unchanged, 1u);
  EXPECT_EQ(done.text_bytes, 2u);
  EXPECT_EQ(count(db()), 2u);
  EXPECT_EQ(body_of(db(), "a"), "2");
  // There and back again within a run: the published one stays.
  const WriteSummary back = write(db(), {doc("a", "3"), doc("a", "2")});
  EXPECT_EQ(back.changed, 0u);
  EXPECT_EQ(count(db()), 2u);
  EXPECT_EQ(body_of(db(), "a"), "2");
}

TEST_F(IndexWriterTest, SameIndexWhateverTheJobs) {
  std::vector<Document> documents;
  for (int i = 0; i < 300; ++i) {
    documents.push_back(doc("d" + std::to_string(i), "text number " + std::to_string(i)));
  }
  write(db("one"), documents, {.jobs = 1, .segment_documents = 2});
  write(db("four"), documents, {.jobs = 4, .segment_documents = 2});
  EXPECT_EQ(count(db("one")), 300u);
  EXPECT_EQ(dump(db("one")), dump(db("four")));
}

TEST_F(IndexWriterTest, ManyRunsKeepFewSegments) {
  for (int i = 0; i < 20; ++i) write(db(), {doc("d" + std::to_string(i), "text")});
  EXPECT_EQ(count(db()), 20u);
  int entries = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(db())) ++entries;
  EXPECT_LE(entries, 10);
}

TEST_F(IndexWriterTest, NotCommittedIsDropped) {
  write(db(), {doc("a", "one")});
  {
    Result<IndexWriter> writer = IndexWriter::open(db(), {.jobs = 1, .segment_documents = 1});
    ASSERT_TRUE(writer);
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(writer->add(doc("n" + std::to_string(i), "new")));
  }
  EXPECT_EQ(count(db()), 1u);
  for (const auto& entry : fs::directory_iterator(db())) {
    EXPECT_NE(entry.path().filename().string().substr(0, 5), "build");
  }
}

TEST_F(IndexWriterTest, SecondWriterIsRefused) {
  const Result<IndexWriter> first = IndexWriter::open(db(), {.jobs = 1});
  ASSERT_TRUE(first);
  const Result<IndexWriter> second = IndexWriter::open(db(), {.jobs = 1});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Errc::kLocked);
  EXPECT_NE(second.error().message.find(std::to_string(getpid())), std::string::npos);
}

TEST_F(IndexWriterTest, ForeignDirectoryIsLeftAlone) {
  std::ofstream(folder_.path("letter.txt")) << "dear";
  const Result<IndexWriter> writer = IndexWriter::open(folder_.path().string(), {.jobs = 1});
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, Errc::kNotAnIndex);
  EXPECT_FALSE(fs::exists(folder_.path("dragoman.lock")));
}

TEST_F(IndexWriterTest, OtherSchemaIsRefused) {
  write(db(), {doc("a", "one")});
  {
    Xapian::WritableDatabase segment(db() + "/seg-000001", Xapian::DB_OPEN);
    segment.set_metadata(kSchemaKey, "0");
    segment.commit();
  }
  const Result<IndexWriter> writer = IndexWriter::open(db(), {.jobs = 1});
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, Errc::kSchemaMismatch);
  EXPECT_EQ(writer.error().hint, "index the files again into a new directory");
}

TEST_F(IndexWriterTest, LeftoversOfACrashAreRemoved) {
  write(db(), {doc("a", "one")});
  fs::create_directories(db() + "/seg-000099");
  fs::create_directories(db() + "/build-000001");
  ASSERT_TRUE(IndexWriter::open(db(), {.jobs = 1}));
  EXPECT_FALSE(fs::exists(db() + "/seg-000099"));
  EXPECT_FALSE(fs::exists(db() + "/build-000001"));
  EXPECT_EQ(count(db()), 1u);
}

TEST_F(IndexWriterTest, ACheckpointIsPublishedAndTheRestIsNot) {
  {
    Result<IndexWriter> writer = IndexWriter::open(db(), {.jobs = 2, .checkpoint_documents = 10});
    ASSERT_TRUE(writer);
    for (int i = 0; i < 25; ++i) ASSERT_TRUE(writer->add(doc("д" + std::to_string(i), "текст")));
  }
  EXPECT_EQ(count(db()), 20u);
  EXPECT_EQ(read_stub(db())->generation, 2u);
}

TEST_F(IndexWriterTest, CheckpointsCountAndKeepWhatOneCommitDoes) {
  std::vector<Document> documents;
  for (int i = 0; i < 60; ++i) {
    documents.push_back(doc("д" + std::to_string(i % 40), "текст " + std::to_string(i)));
  }
  write(db("whole"), documents);
  const WriteSummary done = write(db("parts"), documents, {.jobs = 2, .checkpoint_bytes = 100});
  EXPECT_EQ(count(db("parts")), 40u);
  EXPECT_EQ(done.added, 40u);
  EXPECT_EQ(done.changed, 20u);
  for (int i = 0; i < 40; ++i) {
    const std::string id = "д" + std::to_string(i);
    EXPECT_EQ(body_of(db("parts"), id), body_of(db("whole"), id));
  }
  EXPECT_TRUE(check_index(db("parts"))->problems.empty());
}

TEST_F(IndexWriterTest, WaitsForAnotherWriter) {
  Result<IndexWriter> first = IndexWriter::open(db(), {.jobs = 1});
  ASSERT_TRUE(first);
  std::thread holder([writer = std::move(*first)]() mutable {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    const IndexWriter ended = std::move(writer);
  });
  EXPECT_TRUE(IndexWriter::open(db(), {.jobs = 1, .lock_timeout = std::chrono::minutes(1)}));
  holder.join();
}

TEST_F(IndexWriterTest, TellsHowLongItWaited) {
  const Result<IndexWriter> first = IndexWriter::open(db(), {.jobs = 1});
  const Result<IndexWriter> second =
      IndexWriter::open(db(), {.jobs = 1, .lock_timeout = std::chrono::milliseconds(50)});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Errc::kLocked);
  EXPECT_NE(second.error().message.find("after 0.05 seconds still"), std::string::npos);
}

TEST_F(IndexWriterTest, WhatIsOpenStaysReadableWhenItIsReplaced) {
  write(db(), {doc("а", "первый"), doc("б", "второй")});
  Result<IndexSnapshot> old = open_snapshot(db());
  ASSERT_TRUE(old);
  for (int i = 0; i < 20; ++i)
    write(db(), {doc("а", std::to_string(i)), doc("б", std::to_string(i))});
  const Xapian::Database database = old->database();
  EXPECT_EQ(database.get_doccount(), 2u);
  EXPECT_TRUE(database.term_exists("Qа"));
  EXPECT_EQ(*DocumentRecords(database.get_document(1)).stored()->body(0, 100), "первый");
  EXPECT_FALSE(*read_stub(db()) == old->published);
}

TEST_F(IndexWriterTest, ANameThatIsUsedAgainIsAnotherGeneration) {
  write(db(), {doc("а", "первый")});
  const Published before = *read_stub(db());
  {
    Result<IndexWriter> writer = IndexWriter::open(db(), {.jobs = 1});
    ASSERT_TRUE(writer->compact());
  }
  EXPECT_GT(read_stub(db())->generation, before.generation);
  EXPECT_EQ(count(db()), 1u);
}

TEST_F(IndexWriterTest, AFileThatDoesNotChangeIsNotWanted) {
  const std::string path = folder_.path("файл.txt");
  std::ofstream(path) << "текст";
  const InputFile file{path, "файл.txt", "auto"};
  const auto run = [&](const WriteOptions& options, const InputFile& input) {
    Result<IndexWriter> writer = IndexWriter::open(db(), options);
    const Result<FileState> state = writer->begin_file(input);
    EXPECT_TRUE(state);
    if (!state->unchanged) {
      EXPECT_TRUE(writer->add(doc("файл.txt#1", "текст")));
      EXPECT_TRUE(writer->end_file({{"skipped файл.txt:2", true}}));
    } else {
      EXPECT_EQ(state->notes.size(), 1u);
    }
    return std::pair(state->unchanged, *writer->commit());
  };
  EXPECT_FALSE(run({.jobs = 1}, file).first);
  const auto [unchanged, summary] = run({.jobs = 1}, file);
  EXPECT_TRUE(unchanged);
  EXPECT_EQ(summary.unchanged, 1u);
  EXPECT_TRUE(run({.jobs = 1, .trust = FileTrust::kBytes}, file).first);
  EXPECT_FALSE(run({.jobs = 1, .trust = FileTrust::kNothing}, file).first);
  EXPECT_FALSE(run({.jobs = 1}, {path, "файл.txt", "jsonl"}).first);
  EXPECT_EQ(count(db()), 1u);
}

TEST_F(IndexWriterTest, AFileThatWasNotReadToItsEndIsWantedAgain) {
  const std::string path = folder_.path("файл.txt");
  std::ofstream(path) << "текст";
  for (int i = 0; i < 2; ++i) {
    Result<IndexWriter> writer = IndexWriter::open(db(), {.jobs = 1});
    EXPECT_FALSE(writer->begin_file({path, "файл.txt", ""})->unchanged);
    ASSERT_TRUE(writer->add(doc("а", "текст")));
    ASSERT_TRUE(writer->commit());
  }
}

TEST_F(IndexWriterTest, FilesThatMayHaveChangedAfterAnUntimelyDeathAreReadAgain) {
  const std::string path = folder_.path("файл.txt");
  std::ofstream(path) << "текст";
  const InputFile file{path, "файл.txt", ""};
  {
    Result<IndexWriter> writer = IndexWriter::open(db(), {.jobs = 1});
    EXPECT_FALSE(writer->begin_file(file)->unchanged);
    ASSERT_TRUE(writer->add(doc("а", "текст")));
    ASSERT_TRUE(writer->end_file({}));
    ASSERT_TRUE(writer->commit());
  }
  // As if it had died after publishing and before the memory of files was written.
  std::ifstream in(db() + "/XAPIANDB");
  std::string stub((std::istreambuf_iterator<char>(in)), {});
  std::ofstream(db() + "/XAPIANDB") << stub.replace(stub.find(" 1\n"), 3, " 2\n");
  Result<IndexWriter> writer = IndexWriter::open(db(), {.jobs = 1});
  EXPECT_FALSE(writer->begin_file(file)->unchanged);
}

}  // namespace
}  // namespace dragoman
