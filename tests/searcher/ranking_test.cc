#include <filesystem>
#include <set>

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

TEST_F(RankingTest, ATitleThatIsTheQueryComesBeforeOneThatHasMore) {
  write({{"больше", "Доклад о положении на Ближнем Востоке и мире на Ближнем Востоке",
          "Ближний Восток, Ближний Восток, положение", "", "ru"},
         {"тот", "Положение на Ближнем Востоке", "Документ был принят после долгих споров.", "",
          "ru"},
         {"none", "Budget", "Nothing of it."}});
  EXPECT_THAT(ids("положение на Ближнем Востоке"), ElementsAre("тот", "больше"));
}

TEST_F(RankingTest, TitlesInIdeographsAreComparedAsTheyStand) {
  write({{"longer", "关于联合国维持和平行动改革的报告", "维持和平行动，维持和平行动。", "", "zh"},
         {"same", "维持和平行动", "文件。", "", "zh"},
         {"none", "预算", "别的。", "", "zh"}});
  EXPECT_THAT(ids("维持和平行动"), ElementsAre("same", "longer"));
}

TEST_F(RankingTest, TheOrderOfATitlesWordsCounts) {
  write({{"turned", "Indian Ocean, zone of peace", "The text."},
         {"same", "Zone of peace, Indian Ocean", "The text."},
         {"none", "Budget", "Nothing of it."}});
  EXPECT_THAT(ids("zone of peace, Indian Ocean"), ElementsAre("same", "turned"));
  EXPECT_THAT(ids("Indian Ocean, zone of peace"), ElementsAre("turned", "same"));
}

TEST_F(RankingTest, WordsNearEachOtherComeBeforeWordsApart) {
  const std::string filler = " and then the ministers spoke of other things for a very long time";
  write(
      {{"apart", "", "Of trade spoke the first" + filler + filler + " and of sanctions the last."},
       {"near", "", "Of cheese spoke the first" + filler + filler + " and of trade sanctions all."},
       {"none", "", "Nothing of it."}});
  EXPECT_THAT(ids("trade sanctions"), ElementsAre("near", "apart"));
}

TEST_F(RankingTest, WhatATextBeginsWithItIsAbout) {
  std::string talk, work;
  for (int i = 0; i < 60; ++i) {
    talk += " the delegation then spoke again";
    work += " a committee worked on every draft";
  }
  write({{"late", "",
          "A meeting was held." + talk + " So did the Shanghai Cooperation Organization."},
         {"soon", "", "The Shanghai Cooperation Organization met." + work + " So did all."},
         {"none", "", "Nothing of it."}});
  EXPECT_THAT(ids("ШОС"), ElementsAre("soon", "late"));
  EXPECT_THAT(ids("org:sco"), ElementsAre("soon", "late"));
}

TEST_F(RankingTest, AWordThatTheQueryRepeatsWeighsMore) {
  write({{"library", "", "A library was built."},
         {"network", "", "A network was built."},
         {"none", "", "Nothing of it."}});
  EXPECT_THAT(ids("network library network"), ElementsAre("network", "library"));
  EXPECT_THAT(ids("library network library"), ElementsAre("library", "network"));
}

TEST_F(RankingTest, AFewWordsOfANameDoNotCountAsTheName) {
  write(
      {{"words", "", "Organization of drought: an organization against drought. Drought, drought."},
       {"name", "", "На саммите ОДКБ говорили о многом, а под конец ещё и о drought.", "", "ru"},
       {"none", "", "Nothing of it."}});
  EXPECT_THAT(ids("Collective Security Treaty Organization drought"), ElementsAre("name", "words"));
}

TEST_F(RankingTest, PagesShareNoHits) {
  std::vector<Text> texts;
  for (int i = 0; i < 150; ++i) {
    const std::string many(static_cast<std::size_t>(i % 7), 'x');
    texts.push_back(
        {"d" + std::to_string(i), i % 3 == 0 ? "Peace" : "", "peace " + many + " talks"});
  }
  write(texts);
  std::vector<std::string> paged;
  for (unsigned offset = 0; offset < 150; offset += 40) {
    for (const Hit& hit : search({.query = "peace talks", .limit = 40, .offset = offset}).hits)
      paged.push_back(hit.id);
  }
  EXPECT_EQ(std::set<std::string>(paged.begin(), paged.end()).size(), paged.size());
  EXPECT_EQ(paged.size(), 150u);
}

}  // namespace
}  // namespace dragoman
