#include <gmock/gmock.h>

#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class XmlReaderTest : public ReadingTest {};

TEST_F(XmlReaderTest, ReadsAVocabularyNobodyToldIt) {
  const Document d =
      read("д.xml",
           R"(<?xml version="1.0"?><декларация xml:lang="ru"><title>Всеобщая декларация</title>
<преамбула><para>Принимая во <b>внимание</b>, что…</para><para>принимая &lt;также&gt;</para></преамбула>
<date value="1948-12-10"/></декларация>)")
          .only();
  EXPECT_EQ(d.title, "Всеобщая декларация");
  EXPECT_EQ(d.lang, "ru");
  EXPECT_EQ(d.date, "1948-12-10");
  EXPECT_EQ(d.body, "Принимая во внимание, что…\n\nпринимая <также>");
}

TEST_F(XmlReaderTest, ReadsWindows1251) {
  EXPECT_EQ(read("д.xml",
                 "<?xml version='1.0' encoding='windows-1251'?><d><p>\xD8\xCE\xD1 \xE8 "
                 "\xCE\xC4\xCA\xC1</p></d>")
                .only()
                .body,
            "ШОС и ОДКБ");
}

TEST_F(XmlReaderTest, ReadsNoOtherFiles) {
  const std::string secret = write("secret.xml", "<t>тайна</t>");
  const std::string dtd = write("secret.dtd", "<!ENTITY w 'тайна'>");
  ::testing::internal::CaptureStderr();
  const Document d =
      read("д.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM '" + secret + "'><!ENTITY % p SYSTEM '" + dtd +
                        "'>%p;<!ENTITY z 'ШОС'>]><d><p>а &x; &w; &z; б</p></d>")
          .only();
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
  EXPECT_THAT(d.body, Not(HasSubstr("тайна")));
  EXPECT_THAT(d.body, HasSubstr("б"));
}

TEST_F(XmlReaderTest, KnowsDeclaredEntitiesAndThoseOfHtml) {
  EXPECT_EQ(
      read("д.xml", "<!DOCTYPE d [<!ENTITY z 'ШОС'>]><d><p>&z; &mdash; &amp;&nbsp;ОДКБ</p></d>")
          .only()
          .body,
      "ШОС — & ОДКБ");
}

TEST_F(XmlReaderTest, IsNotLedOnByEntitiesThatMultiply) {
  std::string bomb = "<!DOCTYPE d [<!ENTITY a0 'ШОС ШОС ШОС ШОС ШОС'>";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " '";
    for (int k = 0; k < 10; ++k) bomb += before;
    bomb += "'>";
  }
  const Collected got = read("б.xml", bomb + "]><d><p>начало</p><p>&a11;</p></d>");
  for (const Document& d : got.documents) EXPECT_LT(d.body.size(), 20u << 20u);
}

TEST_F(XmlReaderTest, TellsOfWhatIsNotWellFormedAndKeepsTheText) {
  const Collected got = read("д.xml", "<?xml version='1.0'?><d><p>Саммит<p>ОДКБ & ШОС</d>");
  EXPECT_THAT(got.only().body, HasSubstr("ШОС"));
  EXPECT_EQ(got.warnings.size(), 1u);
}

TEST_F(XmlReaderTest, SurvivesDeepNesting) {
  std::string deep = "<?xml version='1.0'?>";
  for (int i = 0; i < 5000; ++i) deep += "<a>";
  const Collected got = read("д.xml", deep + "ШОС");
  EXPECT_EQ(got.documents.size() + got.skips.size(), 1u);
}

}  // namespace
}  // namespace dragoman
