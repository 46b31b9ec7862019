#include <gmock/gmock.h>

#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// Long enough to be taken for an article.
const std::string kParagraph =
    "<p>Главы государств — членов организации обсудили в четверг положение в регионе, приняли "
    "декларацию, "
    "утвердили бюджет на следующий год и договорились о следующей встрече.</p>";

class HtmlReaderTest : public ReadingTest {
 protected:
  Document page(const std::string& html) { return read("стр.html", html).only(); }
};

TEST_F(HtmlReaderTest, FindsTheMainTextAndLeavesNavigationOut) {
  const Document d = page(
      "<html lang='ru'><head><title>Саммит ОДКБ | Новости</title><style>p{}</style></head><body>"
      "<nav><a href='/'>Главная</a> <a href='/n'>Новости</a></nav><div class='sidebar'><ul><li><a "
      "href='/1'>Другая новость дня</a></ul></div><div id='content'><h1>Саммит ОДКБ</h1>" +
      kParagraph + kParagraph + kParagraph +
      "<script>var x = 'мусор';</script></div><footer>© Агентство</footer></body></html>");
  EXPECT_EQ(d.title, "Саммит ОДКБ");
  EXPECT_EQ(d.lang, "ru");
  EXPECT_THAT(d.body, StartsWith("Главы государств"));
  EXPECT_THAT(d.body, HasSubstr("встрече.\n\nГлавы"));
  for (const char* beside : {"Главная", "Другая новость", "мусор", "Агентство", "Новости"}) {
    EXPECT_THAT(d.body, Not(HasSubstr(beside)));
  }
}

TEST_F(HtmlReaderTest, KeepsWordsWholeThatMarkupRunsThrough) {
  const Document d = page(
      "<body><p>The <b>S</b>CO and Shanghai <i>Cooperation</i>\n Organization &amp; "
      "the&nbsp;CS&shy;TO</p>");
  EXPECT_EQ(d.body, "The SCO and Shanghai Cooperation Organization & the CSTO");
}

TEST_F(HtmlReaderTest, WritesTablesRowByRow) {
  const Document d = page(
      "<table><tr><th colspan=2>Заседания Совета<br>в 1946 году</th></tr><tr><td><a "
      "href='x'>S/PV.88</a></td><td> 31 "
      "декабря </td></tr><tr><td>S/PV.87</td><td>19 декабря</br></br>Греция</td></tr></table>");
  EXPECT_EQ(d.title, "Заседания Совета в 1946 году");
  EXPECT_EQ(d.body, "S/PV.88\t31 декабря\nS/PV.87\t19 декабря Греция");
  EXPECT_EQ(d.date, "");
}

TEST_F(HtmlReaderTest, KeepsThePageWhenAFormIsAroundAllOfIt) {
  const Document d = page("<body><form id='aspnetForm'><div class='widget'>" + kParagraph +
                          kParagraph + kParagraph + "</div></form>");
  EXPECT_THAT(d.body, StartsWith("Главы государств"));
}

TEST_F(HtmlReaderTest, LeavesOutTeasersOfOtherArticles) {
  std::string teasers;
  for (int i = 0; i < 5; ++i) {
    teasers +=
        "<div><h3><a href='/n'>Другая статья о другом</a></h3><p>Здесь коротко сказано, о чём в "
        "ней идёт речь, чтобы её прочли, и больше ничего не сказано.</p></div>";
  }
  const Document d = page("<body><div><div>" + kParagraph + kParagraph + kParagraph + kParagraph +
                          "</div><div>" + teasers + "</div></div>");
  EXPECT_THAT(d.body, Not(HasSubstr("Другая статья")));
  // A page of nothing else keeps them.
  EXPECT_THAT(page("<body><div>" + teasers + "</div>").body, HasSubstr("Другая статья"));
}

TEST_F(HtmlReaderTest, GivesAllTextOfAPageThatIsNoArticle) {
  const Document d =
      page("<body><ul><li><a href='1'>Резолюция 1</a><li><a href='2'>Резолюция 2</a></ul>");
  EXPECT_THAT(d.title + "\n" + d.body, HasSubstr("Резолюция 1\nРезолюция 2"));
}

struct Meta {
  const char* head;
  const char* title;
  const char* date;
};
class HtmlMetadataTest : public ReadingTest, public ::testing::WithParamInterface<Meta> {};

TEST_P(HtmlMetadataTest, FindsTitleAndDate) {
  const Document d = read("a.html", std::string("<html><head>") + GetParam().head +
                                        "</head><body>" + kParagraph + "</body></html>")
                         .only();
  EXPECT_EQ(d.title, GetParam().title);
  EXPECT_EQ(d.date, GetParam().date);
}

INSTANTIATE_TEST_SUITE_P(
    All, HtmlMetadataTest,
    ::testing::Values(
        Meta{"<meta property='og:title' content='Саммит &quot;ШОС&quot;'><title>x</title><meta "
             "property='article:published_time' content='2016-11-24T13:44:00+03:00'>",
             "Саммит \"ШОС\"", "2016-11-24T13:44:00+03:00"},
        Meta{"<meta property=og:site_name content='ТАСС'><meta property=og:title content='Саммит "
             "ШОС — ТАСС'>",
             "Саммит ШОС", ""},
        Meta{"<title>Саммит ШОС</title><script "
             "type='application/ld+json'>{\"@graph\":[{\"@type\":[\"NewsArticle\"],"
             "\"headline\":\"Саммит глав\",\"datePublished\":\"2016-11-24\"}]}</script>",
             "Саммит глав", "2016-11-24"},
        Meta{"<title>Саммит</title><meta name=DC.date.issued content=2016-11>", "Саммит",
             "2016-11"},
        Meta{"<title>Саммит</title></head><body><time datetime='2016-11-24'>вчера</time>", "Саммит",
             "2016-11-24"},
        Meta{"<title>Саммит</title></head><body><p>24.11.2016 13:44</p>", "Саммит",
             "2016-11-24T13:44"},
        Meta{"<title>Саммит</title><meta name=date content='31.02.2016'>", "Саммит", ""},
        Meta{"<title>Саммит</title><script type='application/ld+json'>{broken</script>", "Саммит",
             ""}));

TEST_F(HtmlReaderTest, TakesAddressAndPublisherFromTheHead) {
  const Document d = page(
      "<link rel=canonical href='http://пример.рф/1'><meta property=og:site_name content=ТАСС>" +
      kParagraph);
  EXPECT_EQ(d.url, "http://пример.рф/1");
  EXPECT_EQ(d.source, "ТАСС");
}

// "Саммит" in windows-1251.
const std::string kCyrillic =
    "\xD1\xE0\xEC\xEC\xE8\xF2 \xE3\xEB\xE0\xE2 \xE3\xEE\xF1\xF3\xE4\xE0\xF0\xF1\xF2\xE2";

TEST_F(HtmlReaderTest, ObeysTheDeclaredEncoding) {
  const Document d = page(
      "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>" + kCyrillic);
  EXPECT_EQ(d.body, "Саммит глав государств");
}

TEST_F(HtmlReaderTest, LetsTheBytesOverruleAWrongDeclarationAndSaysSo) {
  const Collected got = read("a.html", "<meta charset=iso-8859-1><p>" + kCyrillic);
  EXPECT_EQ(got.only().body, "Саммит глав государств");
  ASSERT_EQ(got.warnings.size(), 1u);
  EXPECT_THAT(got.warnings[0].words, HasSubstr("windows-1252, and is read as windows-1251"));
}

TEST_F(HtmlReaderTest, SurvivesHostilePages) {
  std::string deep = "<body>";
  for (int i = 0; i < 50000; ++i) deep += "<div>";
  EXPECT_EQ(page(deep + "ШОС").body, "ШОС");
  std::string inline_deep = "<body>";
  for (int i = 0; i < 20000; ++i) inline_deep += "<b>б";
  EXPECT_EQ(page(inline_deep).body.size(), 40000u);
  EXPECT_EQ(page("<p>ШОС<" + std::string(100000, 'x')).body, "ШОС");
  EXPECT_EQ(read("п.html", "<html><head></head><body><img src=x></body></html>").reason(),
            "no text in it");
}

}  // namespace
}  // namespace dragoman
