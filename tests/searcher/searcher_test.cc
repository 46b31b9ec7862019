#include "dragoman/searcher/searcher.h"

#include <filesystem>

#include <gmock/gmock.h>

#include "dragoman/indexer/index_writer.h"
#include "support/temporary_folder.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class SearcherTest : public testing::Test {
 protected:
  static Document text(const std::string& id, const std::string& body,
                       const std::string& lang = "en") {
    Document document;
    document.id = id;
    document.body = body;
    document.lang = lang;
    return document;
  }

  void write(const std::vector<Document>& documents) {
    Result<IndexWriter> writer = IndexWriter::open(folder_.path().string(), {.jobs = 1});
    ASSERT_TRUE(writer) << writer.error().message;
    for (const Document& document : documents) ASSERT_TRUE(writer->add(document));
    ASSERT_TRUE(writer->commit());
  }

  Answer search(SearchRequest request) {
    if (!searcher_) {
      Result<Searcher> opened = Searcher::open({folder_.path().string()});
      EXPECT_TRUE(opened) << opened.error().message;
      searcher_ = std::make_unique<Searcher>(std::move(*opened));
    }
    Result<Answer> answer = searcher_->search(request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : Answer{};
  }

  std::vector<std::string> ids(const std::string& query, const QueryReach& reach = {}) {
    std::vector<std::string> found;
    for (const Hit& hit : search({.query = query, .reach = reach}).hits) found.push_back(hit.id);
    return found;
  }

  // The marked texts of the first hit's passages.
  std::vector<std::string> marks(const std::string& query) {
    std::vector<std::string> found;
    const Answer answer = search({.query = query});
    if (answer.hits.empty()) return found;
    for (const Passage& passage : answer.hits[0].passages) {
      for (const Mark& mark : passage.marks)
        found.push_back(passage.text.substr(mark.begin, mark.end - mark.begin));
    }
    return found;
  }

  TemporaryFolder folder_;
  std::unique_ptr<Searcher> searcher_;
};

// Documents of many words, no two alike, and a query that asks for the places of all of them in each.
std::vector<Document> long_documents() {
  std::vector<Document> documents(300);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].id = std::to_string(i);
    for (std::size_t j = 0; j < 500; ++j)
      documents[i].body += "слово" + std::to_string((j * (i + 7) + i) % 53) + " ";
  }
  return documents;
}

std::string long_query() {
  std::string query;
  for (int i = 0; i < 52; ++i)
    query += (i > 0 ? " OR слово" : "слово") + std::to_string(i) + " NEAR/3 слово" +
             std::to_string(i + 1);
  return query;
}

TEST_F(SearcherTest, EndsInTimeWithWhatItHasFound) {
  write(long_documents());
  const Answer whole = search({.query = long_query()});
  EXPECT_FALSE(whole.partial);
  searcher_->set_time_limit(std::chrono::milliseconds(1));
  const Answer part = search({.query = long_query(), .facets = {"lang"}});
  EXPECT_TRUE(part.partial);
  EXPECT_FALSE(part.total_exact);
  EXPECT_THAT(part.notes, Contains(HasSubstr("ended after 0.001 seconds")));
  searcher_->set_time_limit(std::chrono::milliseconds(0));
  EXPECT_FALSE(search({.query = long_query()}).partial);
}

TEST_F(SearcherTest, FindsNothingWhereAPartThatIsDemandedIsInNoDocument) {
  write({text("ru", "Саммит ОДКБ прошёл 14 октября 2016 года.", "ru"),
         text("en", "The summit of the CSTO.")});
  for (const char* query :
       {"саммит mention:1750", "саммит mention:1750..1760", "саммит AND щщ*", "+саммит +щщ*",
        "саммит lang:xx", "саммит date:1750", "саммит source:нет", "саммит id:нет",
        "саммит org:нет", "саммит sym:Q/77*", "саммит title:щщщ", "саммит AND \"щщ щщ\"",
        "саммит AND ОДКБ AND щщщ"}) {
    EXPECT_THAT(ids(query), IsEmpty()) << query;
  }
  EXPECT_THAT(ids("саммит mention:2017..2016"), ElementsAre("ru"));
  EXPECT_THAT(ids("саммит NOT mention:1750"), ElementsAre("ru"));
  EXPECT_THAT(ids("саммит OR щщ*"), ElementsAre("ru"));
}

TEST_F(SearcherTest, TakesNearOfOtherThanWordsForAndAndSaysSo) {
  write({text("near", "саммит глав государств в Ереване", "ru"),
         text("far",
              "саммит " + std::string(200, 'x') + " был не в Ереване, а в Минске; прибыли главы",
              "ru"),
         text("one", "саммит в Бишкеке", "ru")});
  EXPECT_THAT(ids("саммит NEAR/5 глав NEAR/5 Ереване"), ElementsAre("near"));
  EXPECT_THAT(ids("саммит NEAR/5 (Ереване OR Минске)"), UnorderedElementsAre("near", "far"));
  EXPECT_THAT(search({.query = "саммит NEAR/5 (Ереване OR Минске)"}).notes,
              Contains(HasSubstr("searched as AND")));
  EXPECT_THAT(ids("саммит NEAR/5 \"глав государств\""), ElementsAre("near"));
}

TEST_F(SearcherTest, TakesTheMostFrequentOfTooManyEndings) {
  std::vector<Document> documents;
  std::string rare;
  for (int i = 0; i < 600; ++i) rare += "словоа" + std::to_string(i) + " ";
  documents.push_back(text("all", rare, "ru"));
  for (int i = 0; i < 3; ++i)
    documents.push_back(text(std::to_string(i), "словояя номер " + std::to_string(i), "ru"));
  write(documents);
  const Answer answer = search({.query = "слово*"});
  EXPECT_EQ(answer.hits.size(), 4u);
  EXPECT_THAT(answer.notes, Contains(HasSubstr("the most frequent ones were")));
}

TEST_F(SearcherTest, FindsAnOrganizationUnderAllItsNames) {
  write({text("ru", "В Ереване прошёл саммит ОДКБ.", "ru"),
         text("en", "The Collective Security Treaty Organization met."),
         text("fr", "L'OTSC s'est réunie à Erevan.", "fr"),
         text("zh", "集体安全条约组织峰会", "zh"), text("no", "Nothing of it.")});
  for (const char* query :
       {"ОДКБ", "CSTO", "csto", "OTSC", "\"Collective Security Treaty Organization\"",
        "集体安全条约组织", "org:csto"}) {
    EXPECT_THAT(ids(query), UnorderedElementsAre("ru", "en", "fr", "zh")) << query;
  }
  EXPECT_THAT(ids("=\"Collective Security Treaty Organization\""), ElementsAre("en"));
}

TEST_F(SearcherTest, FindsAnOrganizationInTheNameOfWhatItMade) {
  write({text("табак", "Рамочная конвенция ВОЗ по борьбе против табака", "ru"),
         text("169", "ILO Convention 169")});
  EXPECT_THAT(ids("OMS"), ElementsAre("табак"));
  EXPECT_THAT(ids("OIT"), ElementsAre("169"));
  EXPECT_THAT(ids("org:=ilo"), IsEmpty());
}

TEST_F(SearcherTest, MarksACitationUpToItsBracket) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Совет сослался на резолюцию 1540 (2004) и на доклад (1540).", "резолюцию 1540 (2004)"},
      {"安全理事会第1540（2004）号决议。", "安全理事会第1540（2004）号决议"},
      {"The Council (see S/RES/1540 (2004)) met.", "S/RES/1540 (2004)"}};
  for (const auto& [body, marked] : cases) {
    write({text("d", body)});
    EXPECT_THAT(marks("S/RES/1540(2004)"), ElementsAre(marked));
  }
}

TEST_F(SearcherTest, CountsAllMatchesWithTheirFacets) {
  std::vector<Document> documents;
  for (int i = 0; i < 3000; ++i) {
    documents.push_back(text("d" + std::to_string(i), i % 3 == 0   ? "саммит ОДКБ"
                                                      : i % 3 == 1 ? "summit"
                                                                   : "sommet"));
  }
  write(documents);
  const Answer answer =
      search({.query = "саммит OR sommet", .all_copies = true, .facets = {"lang"}});
  EXPECT_TRUE(answer.total_exact);
  EXPECT_EQ(answer.total, 2000u);
  EXPECT_EQ(answer.facets[0].values[0].count, 2000u);
}

TEST_F(SearcherTest, FiltersWhateverTheQueryIs) {
  Document quoted = text("ru", "Саммит ОДКБ и ШОС в Ереване", "ru");
  quoted.source = "ТАСС \"24\" lang:fr";
  quoted.date = "2016-11-24";
  write({quoted, text("en", "The CSTO summit"), text("fr", "Sommet de l'OTSC", "fr")});
  const auto found = [this](const std::string& query, std::vector<Filter> filters) {
    std::vector<std::string> all;
    for (const Hit& hit : search({.query = query, .filters = std::move(filters)}).hits)
      all.push_back(hit.id);
    return all;
  };
  EXPECT_THAT(found("CSTO", {{"lang", "ru"}}), ElementsAre("ru"));
  EXPECT_THAT(found("CSTO", {{"lang", "ru"}, {"lang", "fr"}}), UnorderedElementsAre("ru", "fr"));
  EXPECT_THAT(found("", {{"org", "csto"}, {"org", "sco"}}), ElementsAre("ru"));
  EXPECT_THAT(found("summit OR sommet OR саммит", {{"lang", "fr"}}), ElementsAre("fr"));
  EXPECT_THAT(found("lang:ru", {{"lang", "fr"}}), IsEmpty());
  EXPECT_THAT(found("\"ОДКБ", {{"source", quoted.source}}), ElementsAre("ru"));
  EXPECT_THAT(found("CSTO", {{"date", "2016-11..2016-12"}}), ElementsAre("ru"));
  EXPECT_THAT(found("CSTO -саммит", {{"date", "2016"}}), IsEmpty());
}

TEST_F(SearcherTest, SaysWhichFilterIsNoDate) {
  write({text("ru", "ОДКБ", "ru")});
  Result<Searcher> opened = Searcher::open({folder_.path().string()});
  const Result<Answer> answer = opened->search({.query = "ОДКБ", .filters = {{"date", "завтра"}}});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Errc::kUsage);
  EXPECT_EQ(answer.error().message, "'завтра' is no date");
}

TEST_F(SearcherTest, ReachesAsFarAsItIsAsked) {
  write({text("неясно", "CIS report"), text("ясно", "саммит СНГ", "ru"),
         text("ЕврАзЭС", "ЕврАзЭС упразднено", "ru")});
  EXPECT_THAT(ids("org:cis"), ElementsAre("ясно"));
  EXPECT_THAT(ids("org:cis", {.maybe = true}), ElementsAre("ясно", "неясно"));
  EXPECT_THAT(ids("EAEU"), IsEmpty());
  EXPECT_THAT(ids("EAEU", {.related = true}), ElementsAre("ЕврАзЭС"));
}

TEST_F(SearcherTest, FindsANameAsItIsSpelledElsewhere) {
  write({text("генсек", "Приехал Бордюжа", "ru"), text("fr", "M. Bordiouja est venu", "fr"),
         text("секретарь", "Приехал Неизвестных", "ru"), text("en", "no ban on tests")});
  EXPECT_THAT(ids("Бордюжа"), ElementsAre("генсек", "fr"));
  EXPECT_THAT(ids("Bordyuzha"), UnorderedElementsAre("генсек", "fr"));
  EXPECT_THAT(ids("Neizvestnykh"),
              ElementsAre("секретарь"));  // nobody knows him: only when missing
  EXPECT_THAT(ids("Ban Ki-moon"), IsEmpty());
}

TEST_F(SearcherTest, PutsDocumentsWithAllWordsFirst) {
  write({text("one", "договор договор договор договор", "ru"),
         text("both", "длинный текст, в котором есть договор и один мир", "ru"),
         text("none", "нет", "ru")});
  EXPECT_THAT(ids("договор мир"), ElementsAre("both", "one"));
  EXPECT_THAT(ids("+мир договор"), ElementsAre("both"));
  EXPECT_THAT(ids("договор -мир"), ElementsAre("one"));
  EXPECT_THAT(ids("договор AND мир"), ElementsAre("both"));
}

TEST_F(SearcherTest, PagesWithoutRepeatingOrLosing) {
  std::vector<Document> documents;
  for (int i = 0; i < 30; ++i)
    documents.push_back(
        text("d" + std::to_string(i), i % 3 == 0 ? "мир и договор" : "только мир", "ru"));
  write(documents);
  std::vector<std::string> all;
  for (unsigned offset = 0; offset < 30; offset += 7) {
    for (const Hit& hit : search({.query = "мир договор", .limit = 7, .offset = offset}).hits)
      all.push_back(hit.id);
  }
  EXPECT_EQ(all.size(), 30u);
  std::sort(all.begin(), all.end());
  EXPECT_EQ(std::unique(all.begin(), all.end()), all.end());
}

TEST_F(SearcherTest, MarksWhatWasFoundAndNothingElse) {
  write({text("d", "😀 é\r\n Вступление. Саммит ШОС (Шанхайская организация сотрудничества) открыт.",
              "ru")});
  EXPECT_THAT(marks("SCO"), ElementsAre("ШОС", "Шанхайская организация сотрудничества"));
  EXPECT_THAT(marks("саммиты"), ElementsAre("Саммит"));
}

TEST_F(SearcherTest, TellsWhyADocumentIsAHit) {
  Document document = text("а", "ОДКБ решила. Договор ОДКБ и договор СНГ.", "ru");
  document.title = "Саммит ОДКБ";
  write({document});
  const Answer answer = search({.query = "договор CSTO"});
  ASSERT_EQ(answer.hits.size(), 1u);
  std::vector<std::string> told;
  for (const MatchedPart& part : answer.hits[0].matched)
    told.push_back(part.what + " " + std::to_string(part.count) + (part.in_title ? " title" : ""));
  EXPECT_THAT(told, ElementsAre("договор 2", "csto 3 title"));
}

TEST_F(SearcherTest, MarksAPhraseOnlyAsAPhrase) {
  write({text("d", "Collective security matters; security is collective.")});
  EXPECT_THAT(marks("\"collective security\""), ElementsAre("Collective security"));
}

TEST_F(SearcherTest, ShowsTheSentenceWithTheMatchOfALongText) {
  std::string body;
  for (int i = 0; i < 20000; ++i) body += "Слова без значения. ";
  write({text("d", body + "Здесь выступил представитель ОДКБ. Конец.", "ru")});
  const Answer answer = search({.query = "CSTO", .passages = 1});
  ASSERT_EQ(answer.hits.size(), 1u);
  ASSERT_EQ(answer.hits[0].passages.size(), 1u);
  const Passage& passage = answer.hits[0].passages[0];
  EXPECT_TRUE(passage.text.starts_with("Здесь выступил")) << passage.text;
  EXPECT_EQ(passage.start, 20000u * 20u);
  EXPECT_THAT(marks("CSTO"), ElementsAre("ОДКБ"));
}

TEST_F(SearcherTest, ShowsTheHeadWhenOnlyTheTitleMatches) {
  Document document = text("d", "Первое предложение. Второе.", "ru");
  document.title = "Саммит ОДКБ";
  write({document});
  const Answer answer = search({.query = "CSTO"});
  ASSERT_EQ(answer.hits.size(), 1u);
  ASSERT_EQ(answer.hits[0].title_marks.size(), 1u);
  EXPECT_EQ(answer.hits[0].title.substr(answer.hits[0].title_marks[0].begin), "ОДКБ");
  ASSERT_EQ(answer.hits[0].passages.size(), 1u);
  EXPECT_TRUE(answer.hits[0].passages[0].text.starts_with("Первое"));
}

TEST_F(SearcherTest, FiltersByFields) {
  Document a = text("a", "саммит", "ru");
  a.date = "2016-11-24";
  a.source = "ТАСС";
  a.type = "news";
  a.extra = {{"страна", "Армения"}};
  Document b = text("b", "саммит", "ru");
  b.date = "2015-06";
  write({a, b});
  EXPECT_THAT(ids("саммит date:2016-11-20..2016-11-30"), ElementsAre("a"));
  EXPECT_THAT(ids("саммит date:2015"), ElementsAre("b"));
  EXPECT_THAT(ids("date:<2016"), ElementsAre("b"));
  EXPECT_THAT(ids("саммит source:тасс"), ElementsAre("a"));
  EXPECT_THAT(ids("type:news"), ElementsAre("a"));
  EXPECT_THAT(ids("страна:Армения"), ElementsAre("a"));
  EXPECT_THAT(ids("id:b"), ElementsAre("b"));
  EXPECT_THAT(ids("саммит lang:en"), IsEmpty());
}

TEST_F(SearcherTest, CountsFacetsExactly) {
  Document a = text("a", "ООН и ШОС", "ru");
  a.date = "2016-11-24";
  Document b = text("b", "The UN met.");
  b.date = "2016";
  write({a, b, text("c", "ООН", "ru")});
  const Answer answer = search({.query = "UN", .limit = 1, .facets = {"org", "year", "lang"}});
  ASSERT_EQ(answer.facets.size(), 3u);
  EXPECT_EQ(answer.facets[0].values[0].value, "un");
  EXPECT_EQ(answer.facets[0].values[0].count, 3u);
  EXPECT_EQ(answer.facets[0].values[0].label, "United Nations");
  EXPECT_EQ(answer.facets[1].values[0].value, "2016");
  EXPECT_EQ(answer.facets[1].values[0].count, 2u);
  EXPECT_EQ(answer.facets[2].values[0].value, "ru");
  EXPECT_EQ(answer.total, 3u);
}

TEST_F(SearcherTest, SeesWhatAWriterPublishes) {
  write({text("a", "мир", "ru")});
  EXPECT_THAT(ids("мир"), ElementsAre("a"));
  write({text("b", "мир и мир", "ru")});
  EXPECT_THAT(ids("мир"), UnorderedElementsAre("a", "b"));
}

TEST_F(SearcherTest, TellsWhatIsNoIndex) {
  const Result<Searcher> missing = Searcher::open({folder_.path("нет")});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Errc::kNotFound);
  EXPECT_EQ(Searcher::open({}).error().code, Errc::kUsage);
  fs::create_directories(folder_.path());
  const Result<Searcher> foreign = Searcher::open({folder_.path().string()});
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.error().code, Errc::kNotAnIndex);
}

TEST_F(SearcherTest, AnswersAnyBytes) {
  write({text("a", "The SCO met.")});
  std::string bytes;
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(i * 131 + i / 7);
  (void)search({.query = bytes});
  for (const char* query :
       {"\xff\xfe", "SCO\xc3\x28", "org:\xff", "\"\xe9\x9b\"", "title:\xf0\x9f"})
    (void)search({.query = query});
}

}  // namespace
}  // namespace dragoman
