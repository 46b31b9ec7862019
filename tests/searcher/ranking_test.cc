#include <filesystem>

#include <gmock/gmock.h>
#include <unistd.h>

#include "dragoman/indexer/index_writer.h"
#include "dragoman/searcher/searcher.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class RankingTest : public testing::Test {
 protected:
  RankingTest()
      : root_(fs::temp_directory_path() /
              ("dragoman-ranking-" + std::to_string(getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(root_);
  }
  ~RankingTest() override { fs::remove_all(root_); }

  struct Text {
    std::string id, title, body, symbol = {}, lang = "en";
  };

  void write(const std::vector<Text>& texts) {
    Result<IndexWriter> writer = IndexWriter::open(root_.string(), {.jobs = 1});
    ASSERT_TRUE(writer) << writer.error().message;
    for (const Text& text : texts) {
      Document document;
      document.id = text.id;
      document.title = text.title;
      document.body = text.body;
      document.symbol = text.symbol;
      document.lang = text.lang;
      ASSERT_TRUE(writer->add(document));
    }
    ASSERT_TRUE(writer->commit());
  }

  Answer search(const SearchRequest& request) {
    Result<Searcher> searcher = Searcher::open({root_.string()});
    EXPECT_TRUE(searcher) << searcher.error().message;
    Result<Answer> answer = searcher->search(request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : Answer{};
  }

  std::vector<std::string> ids(const std::string& query) {
    std::vector<std::string> found;
    for (const Hit& hit : search({.query = query}).hits) found.push_back(hit.id);
    return found;
  }

  fs::path root_;
};

TEST_F(RankingTest, ASymbolFindsItsDocumentFirstABareCitationThoseThatCiteIt) {
  write({{"citing", "", "Recalling resolution 1325 (2000), 1325 (2000) and again 1325 (2000)."},
         {"own", "Women and peace", "Resolution 1325 (2000). The Council", "S/RES/1325 (2000)"}});
  for (const char* lookup :
       {"S/RES/1325(2000)", "UNSCR 1325", "sym:S/RES/1325",
        "Security Council resolution 1325 (2000)", "резолюция 1325 (2000) Совета Безопасности"}) {
    EXPECT_THAT(ids(lookup), ElementsAre("own", "citing")) << lookup;
  }
  for (const char* citation : {"resolution 1325 (2000)", "«резолюция 1325 (2000)»"}) {
    EXPECT_THAT(ids(citation), ElementsAre("citing", "own")) << citation;
    EXPECT_THAT(search({.query = citation}).notes,
                ElementsAre(HasSubstr("search S/RES/1325(2000)")));
  }
}

}  // namespace
}  // namespace dragoman
