#include <gmock/gmock.h>
#include <sys/stat.h>

#include "readers/child_process.h"
#include "readers/masthead.h"
#include "readers/pdf_pages.h"
#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

// A PDF file of one page a content stream.
std::string pdf(const std::vector<std::string>& pages, const std::string& title = "") {
  std::string out = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  const auto object = [&](const std::string& text) {
    places.push_back(out.size());
    out += std::to_string(places.size()) + " 0 obj\n" + text + "\nendobj\n";
  };
  const std::size_t count = pages.size();
  std::string kids;
  for (std::size_t i = 0; i < count; ++i) kids += std::to_string(4 + 2 * i) + " 0 R ";
  object("<</Type/Catalog/Pages 2 0 R>>");
  object("<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(count) + ">>");
  object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  for (std::size_t i = 0; i < count; ++i) {
    object(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents " +
        std::to_string(5 + 2 * i) + " 0 R>>");
    object("<</Length " + std::to_string(pages[i].size()) + ">>\nstream\n" + pages[i] +
           "\nendstream");
  }
  object("<</Title(" + title + ")>>");
  const std::size_t table = out.size();
  out += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    std::string number = std::to_string(place);
    out += std::string(10 - number.size(), '0') + number + " 00000 n \n";
  }
  return out + "trailer<</Size " + std::to_string(places.size() + 1) + "/Root 1 0 R/Info " +
         std::to_string(places.size()) + " 0 R>>\nstartxref\n" + std::to_string(table) +
         "\n%%EOF\n";
}

std::string line(int x, int y, const std::string& latin1) {
  return "BT /F 12 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + latin1 +
         ") Tj ET\n";
}

class PdfReaderTest : public ReadingTest {};

TEST_F(PdfReaderTest, ReadsTheTextInReadingOrder) {
  // The lines are written out of order, and in two columns.
  const char* left[] = {"La r\\351union \\340 Erevan of the heads",
                        "of state has agreed on the use of", "all means of cooperation in the",
                        "region and beyond it."};
  const char* right[] = {"Second column begins here with its", "own words that belong together and",
                         "that nobody should mix with those", "of the first one."};
  std::string page = line(50, 740, "The CSTO summit");
  for (int i = 3; i >= 0; --i)
    page += line(50, 700 - 14 * i, left[i]) + line(320, 700 - 14 * i, right[i]);
  const Document d = read("a.pdf", pdf({page})).only();
  const std::string all = d.title + "\n" + d.body;
  EXPECT_THAT(all, HasSubstr("The CSTO summit"));
  EXPECT_THAT(all, HasSubstr("La réunion à Erevan of the heads\nof state has agreed"));
  EXPECT_THAT(all, HasSubstr("with its\nown words that belong together"));
}

TEST_F(PdfReaderTest, TellsOfAScan) {
  EXPECT_EQ(read("a.pdf", pdf({"0 0 10 10 re f", ""})).reason(), "a scan without text (2 pages)");
}

TEST_F(PdfReaderTest, TellsOfADamagedFile) {
  EXPECT_EQ(read("a.pdf", "%PDF-1.4\nмусор").reason(), "a damaged PDF file");
}

TEST_F(PdfReaderTest, TakesATitleThatIsOne) {
  EXPECT_EQ(
      read("a.pdf", pdf({line(50, 700, "Some longer words of text")}, "Resolution on the CSTO"))
          .only()
          .title,
      "Resolution on the CSTO");
  EXPECT_EQ(
      read("a.pdf", pdf({line(50, 700, "Some longer words of text")}, "Microsoft Word - N1829.doc"))
          .only()
          .title,
      "");
}

TEST_F(PdfReaderTest, SaysWhenTheProgramIsNotThere) {
  EXPECT_THAT(read("a.pdf", pdf({""}), {.program_directory = folder_.path().string()}).reason(),
              HasSubstr("is not there"));
}

class ChildProcessTest : public ReadingTest {
 protected:
  std::string script(const std::string& text) {
    const std::string path = write("script", "#!/bin/sh\n" + text + "\n");
    chmod(path.c_str(), 0755);
    return path;
  }
  Result<ChildOutput> run(const std::string& text, int milliseconds = 20000,
                          std::size_t most = 1000000) {
    return run_child(script(text), "вход", std::chrono::milliseconds(milliseconds), most);
  }
};

TEST_F(ChildProcessTest, GivesInputAndTakesOutput) {
  const Result<ChildOutput> got = run("cat; echo ' и выход'; exit 3");
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->text, "вход и выход\n");
  EXPECT_EQ(got->exit_code, 3);
}

TEST_F(ChildProcessTest, StopsWhatTakesTooLong) {
  const Result<ChildOutput> got = run("echo начало; while :; do :; done", 300);
  EXPECT_TRUE(got->timed_out);
  EXPECT_EQ(got->text, "начало\n");
}

TEST_F(ChildProcessTest, StopsWhatWritesTooMuch) {
  const Result<ChildOutput> got = run("while :; do echo ШОС; done", 20000, 10000);
  EXPECT_TRUE(got->too_much);
  EXPECT_LT(got->text.size(), 200000u);
}

TEST_F(ChildProcessTest, TellsOfACrash) {
  const Result<ChildOutput> got = run("kill -SEGV $$");
  EXPECT_EQ(got->signal, SIGSEGV);
}

TEST(PdfPagesTest, KeepsRunningLinesOnceAndSentencesWhole) {
  std::string text;
  for (int i = 1; i <= 4; ++i) {
    if (i > 1) text += "\f";
    text += "A/RES/73/3\nДекларация о мире\n\nАбзац " + std::to_string(i * 17) +
            " начинается и\n\n18-16895 " + std::to_string(i) + "/4\n\n" + std::to_string(i) + "\n";
  }
  const std::string got = join_pages(text);
  EXPECT_EQ(got.find("A/RES/73/3"), got.rfind("A/RES/73/3"));
  EXPECT_EQ(got.find("Декларация"), got.rfind("Декларация"));
  EXPECT_THAT(got, HasSubstr("Абзац 68"));
  EXPECT_THAT(got, Not(EndsWith("\n4\n")));
  EXPECT_EQ(join_pages("The summit of the\n\fcollective treaty.\n\fNext."),
            "The summit of the\ncollective treaty.\n\nNext.\n");
}

TEST(PdfPagesTest, KnowsGibberish) {
  std::string text;
  std::string garbage;
  for (int i = 0; i < 60; ++i) {
    text += "Главы государств обсудили 24.11.2016 положение. ";
    garbage += "W\xC3\xBFmZ[aj^o\xC3\xBF_\\X kj%b8a ";
  }
  EXPECT_FALSE(is_gibberish(text));
  EXPECT_TRUE(is_gibberish(garbage));
}

TEST(MastheadTest, FindsSymbolAndTitleOfAResolution) {
  const auto got = find_masthead(
      "A/RES/73/8\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: General\n5 November "
      "2018\n\nResolution adopted by the General "
      "Assembly\non 1 November 2018\n\n73/8.\n\nNecessity of ending the embargo\nagainst Cuba\nThe "
      "General Assembly,\nDetermined…\n");
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->symbol, "A/RES/73/8");
  EXPECT_EQ(got->title, "Necessity of ending the embargo against Cuba");
}

TEST(MastheadTest, KnowsOtherLanguagesAndKinds) {
  const auto got = find_masthead("Организация Объединенных Наций\nS/PV.7853\nСовет Безопасности\n");
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->symbol, "S/PV.7853");
  EXPECT_EQ(got->title, "");
  EXPECT_FALSE(find_masthead("A/RES/73/8 is cited here\nby a newspaper.\n").has_value());
  EXPECT_FALSE(find_masthead("United Nations\nAND/OR\n").has_value());
}

}  // namespace
}  // namespace dragoman
