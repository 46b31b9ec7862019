#include "hit_template.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

std::string line_of(std::string_view text) {
  Hit hit;
  hit.rank = 3;
  hit.id = "ru-1";
  hit.title = "Саммит \x1b[31mОДКБ\n\u202Eв Ереване";
  hit.date = "2016-11-24";
  hit.organizations = {"csto", "un"};
  hit.extra = {{"country", "Армения"}};
  hit.passages = {{"Начало.", 0, {}}, {"Конец.", 40, {}}};
  const Result<HitTemplate> line = HitTemplate::parse(text);
  return line ? line->filled(hit) : "error: " + line.error().message;
}

TEST(HitTemplateTest, FillsInFieldsAndLetsNoCommandThrough) {
  EXPECT_EQ(line_of(R"({rank}\t{date} {title}\n)"), "3\t2016-11-24 Саммит [31mОДКБ в Ереване\n");
  EXPECT_EQ(line_of("{organizations}; {passages}"), "csto un; Начало. … Конец.");
  EXPECT_EQ(line_of("{symbol}|{key.country}|{key.город}"), "|Армения|");
}

TEST(HitTemplateTest, KnowsDoubledBracesAndEscapes) {
  EXPECT_EQ(line_of(R"({{{id}}} \\ \q)"), R"({ru-1} \ \q)");
  EXPECT_EQ(line_of(R"({id}\0)"), std::string("ru-1\0", 5));
  EXPECT_EQ(line_of("\\"), "\\");
}

TEST(HitTemplateTest, TellsWhatIsWrong) {
  EXPECT_EQ(line_of("{заглавие}"), "error: hits have no field {заглавие}");
  EXPECT_EQ(line_of("{id"), "error: the template has a { without its }; {{ stands for one");
  EXPECT_EQ(line_of("id}"), "error: the template has a } without its {; }} stands for one");
}

}  // namespace
}  // namespace dragoman
