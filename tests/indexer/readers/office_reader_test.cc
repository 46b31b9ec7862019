#include <gmock/gmock.h>

#include "support/archives.h"
#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class OfficeReaderTest : public ReadingTest {};

constexpr const char* kWord = R"(<w:document xmlns:w="w"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Саммит ОДКБ</w:t></w:r></w:p>
<w:p><w:r><w:t>Главы госу</w:t></w:r><w:r><w:t xml:space="preserve">дарств </w:t></w:r><w:r><w:t>встретились.</w:t></w:r>
<w:del><w:r><w:delText>УДАЛЕНО</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>S/PV.88</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>31 декабря</w:t></w:r></w:p><w:p><w:r><w:t>1946</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>S/PV.87</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>)";

TEST_F(OfficeReaderTest, ReadsWordsDocuments) {
  const Document d =
      read("a.docx", make_archive("zip", {{"[Content_Types].xml", "<x/>"},
                                          {"word/document.xml", kWord},
                                          {"word/footnotes.xml", "<f><p>Сноска</p></f>"},
                                          {"word/media/a.png", "\x89PNG"}}))
          .only();
  EXPECT_EQ(d.title, "Саммит ОДКБ");
  EXPECT_EQ(d.body, "Главы государств встретились.\n\nS/PV.88\t31 декабря 1946\nS/PV.87\n\nСноска");
}

TEST_F(OfficeReaderTest, KnowsADocumentWithoutItsNameAndReadsItsProperties) {
  const std::string core =
      R"(<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Доклад</dc:title><dc:language>ru-RU</dc:language></cp:coreProperties>)";
  const Document d = read("файл", make_archive("zip", {{"[Content_Types].xml", "<x/>"},
                                                       {"docProps/core.xml", core},
                                                       {"word/document.xml", "<d><p>ШОС</p></d>"}}))
                         .only();
  EXPECT_EQ(d.title, "Доклад");
  EXPECT_EQ(d.lang, "ru");
  EXPECT_EQ(d.body, "ШОС");
}

TEST_F(OfficeReaderTest, ReadsOpenDocument) {
  const std::string content =
      R"(<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb"><office:body><office:text>
<text:tracked-changes><text:p>УДАЛЕНО</text:p></text:tracked-changes><text:h>Глава</text:h><text:p>Совет<text:s/>Безопас<text:span>ности</text:span></text:p>
</office:text></office:body></office:document-content>)";
  const Document d =
      read("a.odt", make_archive("zip", {{"mimetype", "application/vnd.oasis.opendocument.text"},
                                         {"content.xml", content}}))
          .only();
  EXPECT_EQ(d.title + "|" + d.body, "Глава|Совет Безопасности");
}

TEST_F(OfficeReaderTest, ReadsSheetsRowByRow) {
  const Document d =
      read("a.xlsx",
           make_archive(
               "zip",
               {{"xl/workbook.xml", "<w/>"},
                {"xl/sharedStrings.xml",
                 "<sst><si><t>Страна</t></si><si><r><t>Рос</t></r><r><t>сия</t></r></si></sst>"},
                {"xl/worksheets/sheet1.xml",
                 "<s><sheetData><row><c r='A1' t='s'><v>0</v></c><c "
                 "r='C1'><v>1992</v></c></row><row><c r='A2' "
                 "t='s'><v>1</v></c><c r='B2' t='s'><v>99</v></c></row></sheetData></s>"}}))
          .only();
  EXPECT_EQ(d.body, "Страна\t\t1992\nРоссия\n");
}

TEST_F(OfficeReaderTest, ReadsTheChaptersOfABookInTheirOrder) {
  const Document d =
      read("a.epub",
           make_archive("zip", {{"mimetype", "application/epub+zip"},
                                {"O/b.xhtml", "<html><body><p>Вторая.</p></body></html>"},
                                {"O/a.xhtml", "<html><body><p>Первая.</p></body></html>"},
                                {"O/x.opf",
                                 "<package><metadata><title>Книга</title><language>ru</language></"
                                 "metadata><manifest><item id='1' "
                                 "href='a.xhtml'/><item id='2' "
                                 "href='b.xhtml'/></manifest><spine><itemref idref='1'/><itemref "
                                 "idref='2'/></spine></package>"}}))
          .only();
  EXPECT_EQ(d.title, "Книга");
  EXPECT_EQ(d.body, "Первая.\n\nВторая.");
}

TEST_F(OfficeReaderTest, TellsOfADamagedDocument) {
  std::string docx = make_archive(
      "zip", {{"[Content_Types].xml", std::string(3000, 'x')}, {"word/document.xml", kWord}});
  docx.resize(200);
  EXPECT_FALSE(read("a.docx", docx).skips.empty());
}

}  // namespace
}  // namespace dragoman
