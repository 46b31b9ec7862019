#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/analyzers/people.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Each mention as "id=surface", with "?" when it is only probable.
std::vector<std::string> people_in(std::string_view text, std::string_view lang = {}) {
  Analyzer analyzer;
  std::vector<std::string> found;
  for (const PersonMention& m : analyzer.analyze(text, lang).people) {
    found.push_back(std::string(person(m.person).id) + "=" +
                    std::string(text.substr(m.span.begin, m.span.end - m.span.begin)) +
                    (m.certainty == Certainty::kCertain ? "" : "?"));
  }
  return found;
}

TEST(PersonFinderTest, KnowsOnePersonInEveryLanguageAndCase) {
  EXPECT_THAT(people_in("с генсеком ШОС Рашидом Алимовым", "ru"),
              ElementsAre("rashid-alimov=Рашидом Алимовым"));
  EXPECT_THAT(people_in("上合组织秘书长拉希德·阿利莫夫", "zh"),
              ElementsAre("rashid-alimov=拉希德·阿利莫夫"));
  EXPECT_THAT(people_in("ورشيد عليموف", "ar"), ElementsAre("rashid-alimov=ورشيد عليموف?"));
  EXPECT_THAT(people_in("M. Rachid Alimov, de l’Organisation de coopération de Shanghai", "fr"),
              ElementsAre("rashid-alimov=Rachid Alimov"));
  EXPECT_THAT(
      people_in("Пан Ги Муном, 潘基文, BAN Ki-moon"),
      ElementsAre("ban-ki-moon=Пан Ги Муном", "ban-ki-moon=潘基文", "ban-ki-moon=BAN Ki-moon"));
  EXPECT_THAT(
      people_in("Урсулы фон дер Ляйен и Ириной Боковой", "ru"),
      ElementsAre("ursula-von-der-leyen=Урсулы фон дер Ляйен", "irina-bokova=Ириной Боковой?"));
}

TEST(PersonFinderTest, ReadsInitialsPatronymicsAndOtherSpellings) {
  EXPECT_THAT(people_in("Р. К. Алимов, Р.К. Алимов и R. Alimov"),
              ElementsAre("rashid-alimov=Р. К. Алимов?", "rashid-alimov=Р.К. Алимов?",
                          "rashid-alimov=R. Alimov?"));
  EXPECT_THAT(people_in("Nikolay Nikolaevich Bordyuzha"),
              ElementsAre("nikolai-bordyuzha=Nikolay Nikolaevich Bordyuzha"));
  EXPECT_THAT(people_in("Rashid Alymov; Nikolai Bordyuja; Nikolaï Bordiouja"),
              ElementsAre("rashid-alimov=Rashid Alymov?", "nikolai-bordyuzha=Nikolai Bordyuja?",
                          "nikolai-bordyuzha=Nikolaï Bordiouja?"));
}

TEST(PersonFinderTest, TakesAFamilyNameBesideTheFullOneOrATitle) {
  EXPECT_THAT(people_in("Рашид Алимов прибыл. Алимов сказал.", "ru"),
              ElementsAre("rashid-alimov=Рашид Алимов?", "rashid-alimov=Алимов?"));
  EXPECT_THAT(people_in("генсек ООН Гутерриш", "ru"), ElementsAre("antonio-guterres=Гутерриш?"));
  EXPECT_THAT(people_in("联合国秘书长古特雷斯表示", "zh"),
              ElementsAre("antonio-guterres=古特雷斯?"));
  EXPECT_THAT(people_in("Ban Ki-moon spoke. Ban on tests! Mr. Ban left.", "en"),
              ElementsAre("ban-ki-moon=Ban Ki-moon", "ban-ki-moon=Ban?"));
}

TEST(PersonFinderTest, LeavesOthersAlone) {
  for (const char* text :
       {"a ban on nuclear tests", "Ban on nuclear tests", "President Arias of Costa Rica",
        "Рашид Нургалиев", "Alimov", "主张明确", "General Kim", "EU Costa", "Lie detector"}) {
    EXPECT_THAT(people_in(text), IsEmpty()) << text;
  }
  EXPECT_THAT(people_in("António Costa visited Costa Rica"),
              ElementsAre("antonio-costa=António Costa?"));
}

TEST(PeopleTest, FindsAPersonByItsId) {
  ASSERT_TRUE(find_person("rashid-alimov").has_value());
  EXPECT_EQ(person(*find_person("rashid-alimov")).organization, "sco");
  EXPECT_FALSE(find_person("nobody").has_value());
}

}  // namespace
}  // namespace dragoman
