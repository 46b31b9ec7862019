#include <gmock/gmock.h>

#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;

class CsvReaderTest : public ReadingTest {};

TEST_F(CsvReaderTest, GivesADocumentForEachRecord) {
  const Collected got = read("д.csv",
                             "id,title,body,date,страна\r\n1,\"Саммит, \"\"ОДКБ\"\"\",\"Первая "
                             "строка\nвторая\",24.11.2016,РФ\r\n"
                             "\r\n,Встреча ШОС,Текст,,\r\n");
  ASSERT_EQ(got.documents.size(), 2u);
  const Document& d = got.documents[0];
  EXPECT_EQ(d.id, "1");
  EXPECT_EQ(d.title, "Саммит, \"ОДКБ\"");
  EXPECT_EQ(d.body, "Первая строка\nвторая");
  EXPECT_EQ(d.date, "2016-11-24");
  EXPECT_THAT(d.extra, ElementsAre(ExtraField{"страна", "РФ"}));
  EXPECT_THAT(got.documents[1].id, EndsWith("д.csv#5"));
}

TEST_F(CsvReaderTest, KnowsTheSeparatorsOfSpreadsheets) {
  EXPECT_EQ(read("а.tsv", "title\tbody\nСаммит\tОДКБ, ШОС\n").only().body, "ОДКБ, ШОС");
  EXPECT_EQ(read("б.csv", "title;body\nСаммит;ОДКБ, ШОС\n").only().body, "ОДКБ, ШОС");
}

TEST_F(CsvReaderTest, KnowsATableByItsFirstLineAlone) {
  EXPECT_EQ(read("dump", "id,title,text\n7,Саммит,ОДКБ\n").only().id, "7");
}

TEST_F(CsvReaderTest, ReadsColumnsByTheirMapping) {
  const Document d =
      read("д.csv", "kop,stat\nСаммит,ОДКБ\n", {.map = {{"title", "kop"}, {"body", "stat"}}})
          .only();
  EXPECT_EQ(d.title, "Саммит");
  EXPECT_EQ(d.body, "ОДКБ");
}

TEST_F(CsvReaderTest, ReadsWindows1251AsSpreadsheetsWriteIt) {
  EXPECT_EQ(read("д.csv",
                 "title;body\n\xD1\xE0\xEC\xEC\xE8\xF2;"
                 "\xCE\xF0\xE3\xE0\xED\xE8\xE7\xE0\xF6\xE8\xFF \xE4\xEE\xE3\xEE\xE2\xEE\xF0\xE0\n")
                .only()
                .body,
            "Организация договора");
}

TEST_F(CsvReaderTest, ReadsATableWithoutTextAsOneDocument) {
  const Collected got = read("д.csv", "год,страна\n1992,Армения\n1992,Россия\n");
  EXPECT_EQ(got.only().body, "год\tстрана\n1992\tАрмения\n1992\tРоссия\n");
  EXPECT_THAT(got.warnings.at(0).words, HasSubstr("--map"));
}

TEST_F(CsvReaderTest, IsNotLedOnByAQuoteWithoutEnd) {
  const Collected got = read("д.csv", "title,body\nа,\"ОДКБ\nб,ШОС\nв,СНГ\n");
  ASSERT_EQ(got.documents.size(), 3u);
  EXPECT_EQ(got.documents[0].body, "\"ОДКБ");
  EXPECT_EQ(got.documents[2].body, "СНГ");
  EXPECT_EQ(got.warnings.size(), 1u);
  EXPECT_EQ(got.warnings[0].line, 2u);
}

TEST_F(CsvReaderTest, TakesAQuoteWithinAFieldAsItIs) {
  EXPECT_EQ(read("д.csv", "title,body\nа,5\" экран\n").only().body, "5\" экран");
}

}  // namespace
}  // namespace dragoman
