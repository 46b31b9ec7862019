#include <gmock/gmock.h>

#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class JsonReaderTest : public ReadingTest {};

TEST_F(JsonReaderTest, ReadsAllKeysOfADocument) {
  const Document d =
      read("д.jsonl",
           R"({"id":"д1","title":"Саммит","body":"ОДКБ","date":"2016-11-24","lang":"ru-RU",)"
           R"("url":"http://пример.рф","source":"ТАСС","symbol":"A/RES/71/14","type":"news",)"
           R"("страна":"РФ","сессия":71,"важно":true,"пусто":null})")
          .only();
  EXPECT_EQ(d.id, "д1");
  EXPECT_EQ(d.title, "Саммит");
  EXPECT_EQ(d.body, "ОДКБ");
  EXPECT_EQ(d.date, "2016-11-24");
  EXPECT_EQ(d.lang, "ru");
  EXPECT_EQ(d.url, "http://пример.рф");
  EXPECT_EQ(d.source, "ТАСС");
  EXPECT_EQ(d.symbol, "A/RES/71/14");
  EXPECT_EQ(d.type, "news");
  EXPECT_THAT(d.extra, ElementsAre(ExtraField{"страна", "РФ"}, ExtraField{"сессия", "71"},
                                   ExtraField{"важно", "true"}));
}

TEST_F(JsonReaderTest, TellsTheNumberOfAMalformedLineAndReadsTheOthers) {
  const Collected got =
      read("д.jsonl", "{\"body\":\"один\"}\n\nбеда\n{\"body\":\"два\"\n{\"body\":\"три\"}");
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_THAT(got.documents[0].id, EndsWith("д.jsonl#1"));
  EXPECT_THAT(got.documents[1].id, EndsWith("д.jsonl#5"));
  ASSERT_EQ(got.skips.size(), 2u);
  EXPECT_EQ(got.skips[0].line, 3u);
  EXPECT_EQ(got.skips[1].line, 4u);
  EXPECT_THAT(got.skips[0].reason, HasSubstr("malformed JSON"));
}

TEST_F(JsonReaderTest, ReadsFieldsFromOtherKeys) {
  const ReadOptions options{.map = {{"title", "заголовок"}, {"date", "pubDate"}, {"body", "a.b"}}};
  const Document d = read("д.jsonl",
                          R"({"заголовок":"Саммит","title":"other","pubDate":"Thu, 24 Nov 2016 )"
                          R"(13:44:00 +0300","a":{"b":"ШОС","c":"x"}})",
                          options)
                         .only();
  EXPECT_EQ(d.title, "Саммит");
  EXPECT_EQ(d.date, "2016-11-24T13:44:00+03:00");
  EXPECT_EQ(d.body, "ШОС");
  EXPECT_THAT(d.extra, ElementsAre(ExtraField{"title", "other"}));
}

TEST_F(JsonReaderTest, KnowsUsualNamesOfTheTextWhenThereIsNoBody) {
  const Document d =
      read("д.jsonl", R"({"headline":"Саммит","Text":"ОДКБ","link":"http://x"})").only();
  EXPECT_EQ(d.title, "Саммит");
  EXPECT_EQ(d.body, "ОДКБ");
  EXPECT_EQ(d.url, "http://x");
}

TEST_F(JsonReaderTest, KeepsADateThatItDoesNotUnderstandAsAnExtra) {
  const Document d = read("д.jsonl", R"({"body":"ШОС","date":"позавчера"})").only();
  EXPECT_EQ(d.date, "");
  EXPECT_THAT(d.extra, ElementsAre(ExtraField{"date", "позавчера"}));
}

TEST_F(JsonReaderTest, ReadsListsOfScalarsAsRepeatedFields) {
  const Document d = read("д.jsonl", R"({"body":["Абзац.","Другой."],"тема":["мир",1]})").only();
  EXPECT_EQ(d.body, "Абзац.\n\nДругой.");
  EXPECT_THAT(d.extra, ElementsAre(ExtraField{"тема", "мир"}, ExtraField{"тема", "1"}));
}

TEST_F(JsonReaderTest, MendsIllFormedUtf8AndWarnsOnce) {
  const Collected got = read(
      "д.jsonl", "{\"body\":\"CSTO \xC3\x28 end\"}\n{\"body\":\"\xFF\"}\n{\"body\":\"ШОС\"}\n");
  ASSERT_EQ(got.documents.size(), 3u);
  EXPECT_EQ(got.documents[0].body, "CSTO \xEF\xBF\xBD( end");
  EXPECT_EQ(got.documents[1].body, "\xEF\xBF\xBD");
  ASSERT_EQ(got.warnings.size(), 1u);
  EXPECT_EQ(got.warnings[0].line, 1u);
  EXPECT_EQ(got.warnings[0].offset, 14u);
}

struct Mend {
  const char* json;
  const char* body;
};
class JsonMendTest : public ReadingTest, public ::testing::WithParamInterface<Mend> {};

TEST_P(JsonMendTest, UnderstandsWhatProgramsWriteForJson) {
  EXPECT_EQ(read("д.jsonl", GetParam().json).only().body, GetParam().body);
}

INSTANTIATE_TEST_SUITE_P(
    All, JsonMendTest,
    ::testing::Values(Mend{R"({"body":"ШОС","x":NaN,"y":-Infinity})", "ШОС"},
                      Mend{R"({"body":"ШОС \ud83d конец"})", "ШОС \xEF\xBF\xBD конец"},
                      Mend{R"({"body":"ШОС \ud83d\ude00 \udc00"})", "ШОС 😀 \xEF\xBF\xBD"},
                      Mend{R"({"body":"ШОС","n":123456789012345678901234567890})", "ШОС"},
                      Mend{R"({"body":"ШОС","n":0.123456789012345678901234567890e1,"m":NaN})",
                           "ШОС"},
                      Mend{"{\"body\":\"ШОС\tи ОДКБ\"}", "ШОС\tи ОДКБ"},
                      Mend{R"({"body":"a\u0000б"})",
                           "a\xEF\xBF\xBD"
                           "б"}));

TEST_F(JsonReaderTest, ReadsTheObjectsOfAnArrayOverSeveralLines) {
  const Collected got = read("д.json",
                             "[\n {\"title\": \"[Саммит}\",\n  \"body\": \"О\\\"ДКБ\"},\n "
                             "{\"body\": 7 8},\n {\"body\": \"ШОС\"}\n]\n");
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_EQ(got.documents[0].body, "О\"ДКБ");
  EXPECT_THAT(got.documents[1].id, EndsWith("д.json#3"));
  ASSERT_EQ(got.skips.size(), 1u);
  EXPECT_EQ(got.skips[0].line, 4u);
}

TEST_F(JsonReaderTest, ReadsAListWithinAnObject) {
  const Collected got =
      read("д.json", R"({"count":2,"articles":[{"body":"ОДКБ"},{"body":"ШОС"}]})");
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_EQ(got.documents[1].body, "ШОС");
}

TEST_F(JsonReaderTest, TellsOfAnObjectWithoutText) {
  EXPECT_EQ(read("д.json", R"({"a":{"b":1}})").reason(), "no title, body or id");
}

TEST_F(JsonReaderTest, SkipsALineLargerThanTheLimitAndReadsTheNext) {
  const std::string big = "{\"body\":\"" + std::string(700000, 'x') + "\"}\n";
  const Collected got =
      read("д.jsonl", "{\"body\":\"а\"}\n" + big + "{\"body\":\"б\"}\n", {.max_bytes = 65536});
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_EQ(got.documents[1].body, "б");
  EXPECT_THAT(got.documents[1].id, EndsWith("#3"));
  ASSERT_EQ(got.skips.size(), 1u);
  EXPECT_EQ(got.skips[0].line, 2u);
}

TEST_F(JsonReaderTest, SurvivesDeepNesting) {
  const std::string deep = "{\"a\":" + std::string(100000, '[') + "\n{\"body\":\"ШОС\"}\n";
  const Collected got = read("д.jsonl", deep);
  EXPECT_EQ(got.documents.size(), 1u);
  EXPECT_EQ(got.skips.size(), 1u);
}

TEST_F(JsonReaderTest, ReadsUtf16WithAndWithoutMark) {
  std::string plain;
  for (const char c : std::string_view("{\"body\":\"SCO and CSTO\"}\n"))
    plain.append(1, c).append(1, '\0');
  EXPECT_EQ(read("а.jsonl", "\xFF\xFE" + plain).only().body, "SCO and CSTO");
  EXPECT_EQ(read("б.jsonl", plain).only().body, "SCO and CSTO");
}

TEST_F(JsonReaderTest, RepairsTextEncodedTwiceAndSaysSo) {
  const Collected got = read("д.jsonl", "{\"body\":\"РћР”РљР‘ Рё РЁРћРЎ\"}\n{\"body\":\"ШОС\"}\n");
  EXPECT_EQ(got.documents.at(0).body, "ОДКБ и ШОС");
  EXPECT_EQ(got.warnings.size(), 1u);
}

}  // namespace
}  // namespace dragoman
