#include <gmock/gmock.h>

#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::IsEmpty;

class SgmlReaderTest : public ReadingTest {};

TEST_F(SgmlReaderTest, ReadsTheItemsOfReuters) {
  const Collected got =
      read("r.sgm",
           "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\" NEWID=\"17\">\n"
           "<DATE>26-FEB-1987 "
           "15:01:01.79</DATE>\n<TOPICS><D>grain</D><D>wheat</D></TOPICS>\n<PLACES></PLACES>\n"
           "<UNKNOWN>&#5;&#5;C T</UNKNOWN>\n<TEXT>&#2;\n<TITLE>P&lt;O>  \n QUAI "
           "D'ORS\xC3\x89Y</TITLE>\n<DATELINE>    PARIS, Feb 26 -"
           " </DATELINE><BODY>Wheat 1 < 2 &amp; more.\n    Second.\n "
           "Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
           "<REUTERS NEWID=\"18\"><DATE>bad</DATE><TEXT TYPE=\"UNPROC\">&#2;\n******БЕЗ "
           "ТЕЛА\n&#3;</TEXT></REUTERS>\n");
  ASSERT_EQ(got.documents.size(), 2u);
  const Document& d = got.documents[0];
  EXPECT_THAT(d.id, EndsWith("r.sgm#17"));
  EXPECT_EQ(d.title, "P<O> QUAI D'ORSÉY");
  EXPECT_EQ(d.date, "1987-02-26T15:01:01");
  EXPECT_EQ(d.body, "PARIS, Feb 26 - Wheat 1 < 2 & more.\n    Second.\n Reuter");
  EXPECT_THAT(d.extra, ElementsAre(ExtraField{"topics", "grain"}, ExtraField{"topics", "wheat"}));
  EXPECT_EQ(got.documents[1].body, "******БЕЗ ТЕЛА");
  EXPECT_EQ(got.documents[1].date, "");
  EXPECT_THAT(got.skips, IsEmpty());
}

TEST_F(SgmlReaderTest, ReadsTheDocumentsOfTrec) {
  const Document d =
      read("t",
           "<DOC>\n<DOCNO> LA010189-0001 "
           "</DOCNO>\n<HEADLINE><P>Саммит</P></HEADLINE>\n<DATE1>1989-01-01</DATE1>\n"
           "<TEXT>\n<P>\nПервый "
           "абзац.\n</P>\n<P>Второй.</P>\n</TEXT>\n<BYLINE>Иванов</BYLINE></DOC>\n")
          .only();
  EXPECT_EQ(d.id, "LA010189-0001");
  EXPECT_EQ(d.title, "Саммит");
  EXPECT_EQ(d.date, "1989-01-01");
  EXPECT_EQ(d.body, "Первый абзац.\n\nВторой.");
  EXPECT_THAT(d.extra, ElementsAre(ExtraField{"byline", "Иванов"}));
}

TEST_F(SgmlReaderTest, TellsOfAnItemThatIsCutOff) {
  const Collected got = read("r.sgm", "<REUTERS NEWID=\"1\"><TEXT><BODY>Саммит");
  EXPECT_EQ(got.documents.size(), 1u);
  EXPECT_EQ(got.warnings.size(), 1u);
}

TEST_F(SgmlReaderTest, MendsTheNumberOfAnItem) {
  const Collected got = read("р.sgm",
                             "<REUTERS NEWID=\"@\xAC\"><TEXT><BODY>Саммит</BODY></TEXT></REUTERS>"
                             "<REUTERS NEWID=\"\xD0\"></REUTERS>");
  EXPECT_TRUE(got.only().id.ends_with("р.sgm#@\uFFFD"));
  EXPECT_EQ(got.reason(), "item \uFFFD has neither title nor text");
}

TEST_F(SgmlReaderTest, SurvivesHostileText) {
  std::string tags = "<REUTERS NEWID=\"1\">";
  for (int i = 0; i < 20000; ++i) tags += "<A><B ";
  read("r.sgm", tags);
  read("r.sgm", "<REUTERS NEWID=\"1\">" + std::string(300000, '<'));
}

}  // namespace
}  // namespace dragoman
