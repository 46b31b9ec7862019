// From bytes in any encoding to UTF-8.
#include "readers/charset.h"

#include <gmock/gmock.h>

#include "readers/charset_convert.h"
#include "readers/mojibake.h"

namespace dragoman {
namespace {

constexpr const char* kRussian =
    "Организация Договора о коллективной безопасности провела саммит в Ереване. Главы государств "
    "обсудили "
    "сотрудничество с Организацией Объединённых Наций.";
constexpr const char* kFrench =
    "L’Organisation du Traité de sécurité collective s’est réunie à Erevan. Les chefs d’État ont "
    "évoqué la "
    "coopération régionale.";
constexpr const char* kChinese =
    "集体安全条约组织峰会在埃里温举行。各国元首讨论了与联合国的合作，并通过了关于加强地区安全的宣言"
    "。";
constexpr const char* kTraditional =
    "集體安全條約組織峰會在埃里溫舉行。各國元首討論了與聯合國的合作，並通過了關於加強地區安全的宣言"
    "。";
constexpr const char* kArabic =
    "عقدت منظمة معاهدة الأمن الجماعي قمتها في يريفان وناقش رؤساء الدول التعاون مع الأمم المتحدة في "
    "المنطقة";

std::string encoded(const char* text, const char* charset) {
  std::string bytes;
  EXPECT_TRUE(convert_from_utf8(text, charset, bytes)) << charset;
  return bytes;
}

struct CharsetCase {
  const char* text;
  const char* charset;
  const char* found;  // what it is called when found
};
class CharsetTest : public ::testing::TestWithParam<CharsetCase> {};

TEST_P(CharsetTest, ReadsTheSameTextUndeclared) {
  const Decoded got = decode_text(encoded(GetParam().text, GetParam().charset), {});
  EXPECT_EQ(got.text, GetParam().text);
  EXPECT_EQ(got.charset, GetParam().found);
  EXPECT_FALSE(got.mojibake);
  EXPECT_EQ(got.mended.count, 0u);
}

TEST_P(CharsetTest, ReadsTheSameTextDeclared) {
  const Decoded got =
      decode_text(encoded(GetParam().text, GetParam().charset), {.declared = GetParam().charset});
  EXPECT_EQ(got.text, GetParam().text);
  EXPECT_EQ(got.overruled, "");
}

INSTANTIATE_TEST_SUITE_P(All, CharsetTest,
                         ::testing::Values(CharsetCase{kRussian, "UTF-8", "UTF-8"},
                                           CharsetCase{kRussian, "windows-1251", "windows-1251"},
                                           CharsetCase{kRussian, "KOI8-R", "KOI8-R"},
                                           CharsetCase{kRussian, "ISO-8859-5", "ISO-8859-5"},
                                           CharsetCase{kRussian, "IBM866", "IBM866"},
                                           CharsetCase{kRussian, "UTF-16LE", "UTF-16LE"},
                                           CharsetCase{kRussian, "UTF-16BE", "UTF-16BE"},
                                           CharsetCase{kFrench, "windows-1252", "windows-1252"},
                                           CharsetCase{kFrench, "UTF-16LE", "UTF-16LE"},
                                           CharsetCase{kChinese, "GB18030", "GB18030"},
                                           CharsetCase{kTraditional, "Big5", "Big5-HKSCS"},
                                           CharsetCase{kArabic, "windows-1256", "windows-1256"},
                                           CharsetCase{kArabic, "ISO-8859-6", "ISO-8859-6"},
                                           CharsetCase{kArabic, "UTF-16BE", "UTF-16BE"}));

TEST(CharsetTest, TakesOffByteOrderMarks) {
  EXPECT_EQ(decode_text("\xEF\xBB\xBFШОС", {}).text, "ШОС");
  EXPECT_EQ(decode_text("\xFF\xFE" + encoded("ШОС", "UTF-16LE"), {}).text, "ШОС");
  EXPECT_EQ(decode_text("\xFE\xFF" + encoded("ШОС", "UTF-16BE"), {}).text, "ШОС");
}

TEST(CharsetTest, LetsTheBytesOverruleTheDeclaration) {
  const Decoded cyrillic =
      decode_text(encoded(kRussian, "windows-1251"), {.declared = "iso-8859-1"});
  EXPECT_EQ(cyrillic.text, kRussian);
  EXPECT_EQ(cyrillic.overruled, "windows-1252");
  EXPECT_EQ(decode_text(encoded(kRussian, "KOI8-R"), {.declared = "windows-1251"}).text, kRussian);
  const Decoded utf8 = decode_text(kRussian, {.declared = "windows-1251"});
  EXPECT_EQ(utf8.text, kRussian);
  EXPECT_EQ(utf8.overruled, "windows-1251");
  EXPECT_EQ(decode_text(encoded(kChinese, "GB18030"), {.declared = "utf-8"}).text, kChinese);
}

TEST(CharsetTest, SaysNothingOfADeclarationThatIsRight) {
  EXPECT_EQ(decode_text(encoded(kRussian, "windows-1251"), {.declared = "cp1251"}).overruled, "");
  EXPECT_EQ(decode_text("plain", {.declared = "windows-1251"}).overruled, "");
  EXPECT_EQ(decode_text("plain", {.declared = "nonsense"}).text, "plain");
}

TEST(CharsetTest, MendsUtf8ThatIsBrokenHereAndThere) {
  const Decoded got = decode_text(std::string(kRussian) + " \xD0", {});
  EXPECT_EQ(got.text, std::string(kRussian) + " \xEF\xBF\xBD");
  EXPECT_EQ(got.mended.count, 1u);
  EXPECT_EQ(got.mended.first, std::string(kRussian).size() + 1);
}

TEST(CharsetTest, SurvivesBytesOfNoEncoding) {
  std::string bytes;
  for (int i = 0; i < 20000; ++i) bytes += static_cast<char>(i * 7919 >> 3);
  EXPECT_FALSE(find_ill_formed(decode_text(bytes, {}).text).has_value());
  EXPECT_FALSE(find_ill_formed(decode_text(bytes, {.declared = "Shift_JIS"}).text).has_value());
  EXPECT_EQ(decode_text("", {}).text, "");
}

struct Twice {
  const char* garbled;
  const char* repaired;
};
class MojibakeTest : public ::testing::TestWithParam<Twice> {};

TEST_P(MojibakeTest, RepairsTextThatWasEncodedTwice) {
  std::string text = GetParam().garbled;
  EXPECT_TRUE(repair_mojibake(text));
  EXPECT_EQ(text, GetParam().repaired);
}

INSTANTIATE_TEST_SUITE_P(
    All, MojibakeTest,
    ::testing::Values(Twice{"РћР”РљР‘", "ОДКБ"},
                      Twice{"саммит\nРћР”РљР‘\nШОС", "саммит\nОДКБ\nШОС"},
                      Twice{"la rÃ©solution gÃ©nÃ©rale", "la résolution générale"},
                      Twice{"╨Ю╨Ф╨Ъ╨С", "ОДКБ"}, Twice{"п·п■п п▒", "ОДКБ"},
                      Twice{"Ã\xC2\x90ÂžÃ\xC2\x90Â”Ã\xC2\x90ÂšÃ\xC2\x90Â‘", "ОДКБ"},
                      Twice{"the â€œfirst stepâ€\xC2\x9D â€” taken", "the “first step” — taken"}));

TEST(MojibakeTest, LeavesTextAloneThatIsRight) {
  for (const char* right :
       {kRussian, kFrench, kChinese, kTraditional, kArabic, "«ОДКБ» и „ШОС“ – №\u00A01…",
        "Ângela, São Tomé", "Ā ž Ÿ", "РСФСР", "ЁЖ", "a\u00A0b\u00A0c", "Їжак і ґанок"}) {
    std::string text = right;
    EXPECT_FALSE(repair_mojibake(text)) << right << " -> " << text;
  }
}

TEST(MojibakeTest, IsLinearOnHostileText) {
  std::string text;
  for (int i = 0; i < 300000; ++i) text += "Рќ»";
  repair_mojibake(text);
  EXPECT_FALSE(find_ill_formed(text).has_value());
}

}  // namespace
}  // namespace dragoman
