// --translate: phrases of the glossary in all languages of the index, and the note that offers it.
#include <filesystem>

#include <gmock/gmock.h>

#include "dragoman/indexer/index_writer.h"
#include "dragoman/searcher/searcher.h"
#include "support/temporary_folder.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class TranslateTest : public testing::Test {
 protected:
  // One document a language, named after it.
  void write(const std::vector<std::pair<std::string, std::string>>& bodies) {
    Result<IndexWriter> writer = IndexWriter::open(folder_.path().string(), {.jobs = 1});
    ASSERT_TRUE(writer) << writer.error().message;
    for (const auto& [id, body] : bodies) {
      Document document;
      document.id = id;
      document.lang = id.substr(0, 2);
      document.body = body;
      ASSERT_TRUE(writer->add(document));
    }
    ASSERT_TRUE(writer->commit());
  }

  Answer search(const std::string& query, bool translate) {
    Result<Searcher> searcher = Searcher::open({folder_.path().string()});
    EXPECT_TRUE(searcher) << searcher.error().message;
    Result<Answer> answer =
        searcher->search({.query = query, .facets = {}, .reach = {.translate = translate}});
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : Answer{};
  }

  std::vector<std::string> ids(const std::string& query, bool translate = true) {
    std::vector<std::string> found;
    for (const Hit& hit : search(query, translate).hits) found.push_back(hit.id);
    return found;
  }

  // The marked texts of a document's passages.
  std::vector<std::string> marks(const std::string& query, const std::string& id) {
    std::vector<std::string> found;
    for (const Hit& hit : search(query, true).hits) {
      if (hit.id != id) continue;
      for (const Passage& passage : hit.passages) {
        for (const Mark& mark : passage.marks) {
          found.push_back(passage.text.substr(mark.begin, mark.end - mark.begin));
        }
      }
    }
    return found;
  }

  void write_counter_terrorism() {
    write({{"ru", "Стороны договорились о борьбе с терроризмом и о торговле."},
           {"en", "Counter-terrorism was on the agenda."},
           {"fr", "La lutte contre le terrorisme fut à l'ordre du jour."},
           {"es", "Se habló de la lucha contra el terrorismo."},
           {"ar", "ناقش الطرفان التعاون لمكافحة الإرهاب في المنطقة."},
           {"zh", "双方讨论了打击恐怖主义的合作。"},
           {"ru-other", "Борьба за первое место; терроризма нет."},
           {"en-other", "Nothing of it."}});
  }

  TemporaryFolder folder_;
};

TEST_F(TranslateTest, FindsAPhraseInEveryLanguageOfTheIndex) {
  write_counter_terrorism();
  const std::vector<std::string> all = {"ru", "en", "fr", "es", "ar", "zh"};
  for (const char* query :
       {"counter-terrorism", "counterterrorism", "\"counter-terrorism\"", "борьбе с терроризмом",
        "\"борьба с терроризмом\"", "lutte antiterroriste", "مكافحة الإرهاب", "反恐"}) {
    std::vector<std::string> found = ids(query);
    std::erase(found, "ru-other");  // has both words, apart
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(all)) << query;
  }
}

TEST_F(TranslateTest, MarksThePhraseInEachLanguage) {
  write_counter_terrorism();
  EXPECT_THAT(marks("counter-terrorism", "ru"), ElementsAre("борьбе с терроризмом"));
  EXPECT_THAT(marks("counter-terrorism", "fr"), ElementsAre("lutte contre le terrorisme"));
  EXPECT_THAT(marks("counter-terrorism", "ar"), ElementsAre("لمكافحة الإرهاب"));
  EXPECT_THAT(marks("counter-terrorism", "zh"), ElementsAre("打击恐怖主义"));
  EXPECT_THAT(marks("борьба с терроризмом", "en"), ElementsAre("Counter-terrorism"));
}

TEST_F(TranslateTest, FindsArabicWithWhateverIsWrittenOnTheFirstWord) {
  write({{"ar-1", "لمكافحة الإرهاب"},
         {"ar-2", "ومكافحة الإرهاب"},
         {"ar-3", "كمكافحة الإرهاب"},
         {"ar-4", "بالأمن الغذائي"},
         {"ar-5", "والأمن الغذائي"},
         {"ar-6", "للأمن الغذائي"},
         {"ar-7", "أمن غذائي"}});
  EXPECT_THAT(ids("counter-terrorism"), UnorderedElementsAre("ar-1", "ar-2", "ar-3"));
  EXPECT_THAT(ids("food security"), UnorderedElementsAre("ar-4", "ar-5", "ar-6", "ar-7"));
}

TEST_F(TranslateTest, PutsTheWordsApartBehindThePhrases) {
  write_counter_terrorism();
  const std::vector<std::string> found = ids("борьба с терроризмом");
  ASSERT_EQ(found.size(), 7u);
  EXPECT_EQ(found.back(), "ru-other");
  EXPECT_THAT(ids("\"борьба с терроризмом\""), Not(Contains("ru-other")));
}

TEST_F(TranslateTest, SearchesOtherWordsAsTheyAre) {
  write({{"ru", "Борьба с терроризмом. Саммит ШОС."},
         {"ru-2", "Борьба с терроризмом и наркотиками."},
         {"fr", "Le sommet."}});
  EXPECT_EQ(ids("counter-terrorism SCO").at(0), "ru");
  EXPECT_THAT(ids("+\"counter-terrorism\" +ШОС"), ElementsAre("ru"));
}

TEST_F(TranslateTest, StaysLiteralWhereTheQueryIs) {
  write_counter_terrorism();
  EXPECT_THAT(ids("=\"Counter-terrorism\""), ElementsAre("en"));
  EXPECT_THAT(ids("title:\"counter-terrorism\""), IsEmpty());
  EXPECT_THAT(ids("торговле -\"counter-terrorism\""), ElementsAre("ru"));
}

TEST_F(TranslateTest, TakesAShortFormOnlyInCapitals) {
  write({{"es", "La sala de conferencias."},
         {"es-2", "Los SALA preocupan."},
         {"fr", "Les SALA inquiètent."},
         {"en", "Killer robots."}});
  EXPECT_THAT(ids("\"killer robots\""), UnorderedElementsAre("en", "fr", "es-2"));
}

TEST_F(TranslateTest, OffersWhatOccursInOtherLanguages) {
  write_counter_terrorism();
  const Answer answer = search("counter-terrorism", false);
  ASSERT_EQ(answer.notes.size(), 1u);
  EXPECT_THAT(answer.notes[0], HasSubstr("--translate would search"));
  EXPECT_THAT(answer.notes[0], HasSubstr("\"борьба с терроризмом\""));
  EXPECT_THAT(search("counter-terrorism", true).notes, IsEmpty());
}

TEST_F(TranslateTest, OffersNothingThatDoesNotOccur) {
  write(
      {{"en", "Drought and counter-terrorism."}, {"ru", "Борьба за мир; о терроризме ни слова."}});
  EXPECT_THAT(search("counter-terrorism", false).notes, IsEmpty());
  EXPECT_THAT(search("drought", false).notes, IsEmpty());
  EXPECT_THAT(search("NEAR nothing", false).notes, IsEmpty());
}

TEST_F(TranslateTest, SaysWhenTheGlossaryCannotHelp) {
  write_counter_terrorism();
  EXPECT_THAT(search("volcanology", true).notes, ElementsAre(HasSubstr("glossary")));
}

TEST_F(TranslateTest, AnswersAnyBytes) {
  write_counter_terrorism();
  for (const char* query :
       {"", "\xFF\xFE", "\"\"", "терроризмом\xD0", "\"反恐", "counter-", "NEAR/3", "(борьба с)"}) {
    (void)search(query, true);
    (void)search(query, false);
  }
}

}  // namespace
}  // namespace dragoman
