#include "dragoman/analyzers/gazetteer.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

#include "dragoman/analyzers/analyzer.h"

namespace dragoman {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

OrganizationNumber number_of(std::string_view id) {
  const auto found = find_organization(id);
  EXPECT_TRUE(found.has_value()) << id;
  return found.value_or(0);
}

std::vector<std::string> ids_of(std::span<const OrganizationNumber> numbers) {
  std::vector<std::string> ids;
  for (const OrganizationNumber number : numbers) ids.emplace_back(organization(number).id);
  return ids;
}

std::vector<std::string> included(std::string_view id) {
  return ids_of(included_in(number_of(id)));
}
std::vector<std::string> related(std::string_view id) { return ids_of(related_to(number_of(id))); }

std::vector<std::string> wholes(std::string_view id) { return ids_of(wholes_of(number_of(id))); }

std::string whole(std::string_view id) {
  const auto found = whole_of(number_of(id));
  return found ? std::string(organization(*found).id) : "";
}

std::vector<std::string> completions(std::string_view prefix, std::size_t limit = 1000) {
  std::vector<std::string> names;
  for (const Completion& completion : complete(prefix, limit)) names.emplace_back(completion.name);
  return names;
}

// Each mention as "id=surface".
std::vector<std::string> named_in(std::string_view text, std::string_view lang) {
  Analyzer analyzer;
  std::vector<std::string> found;
  for (const OrganizationMention& m : analyzer.analyze(text, lang).organizations) {
    found.push_back(std::string(organization(m.organization).id) + "=" +
                    std::string(text.substr(m.span.begin, m.span.end - m.span.begin)));
  }
  return found;
}

TEST(GazetteerTest, FindsAnOrganizationByItsId) {
  EXPECT_EQ(organization(number_of("csto")).label, "Collective Security Treaty Organization");
  for (const char* unknown : {"одкб", "", "CSTO", "csto ", "cst\xFF", "~~~~"}) {
    EXPECT_FALSE(find_organization(unknown).has_value()) << unknown;
  }
}

TEST(GazetteerTest, GivesEveryOrganizationAnIdThatFindsItAndALabel) {
  for (std::size_t i = 0; i < organization_count(); ++i) {
    const Organization& known = organization(static_cast<OrganizationNumber>(i));
    EXPECT_EQ(find_organization(known.id), i) << known.id;
    EXPECT_FALSE(known.label.empty()) << known.id;
  }
}

TEST(GazetteerTest, LabelsInTheLanguageAskedForOrInEnglish) {
  const OrganizationNumber sco = number_of("sco");
  EXPECT_EQ(label(sco, "ru"), "Шанхайская организация сотрудничества");
  EXPECT_EQ(label(sco, "zh"), "上海合作组织");
  EXPECT_EQ(label(sco, "fr-CA"), "Organisation de coopération de Shanghai");
  EXPECT_EQ(label(sco, "en"), "Shanghai Cooperation Organization");
  for (const char* lang : {"", "xx", "sw", "русский"})
    EXPECT_EQ(label(sco, lang), organization(sco).label) << lang;
}

TEST(GazetteerTest, LabelsEveryOrganizationInTheLanguagesOfTheUnitedNations) {
  int english_instead = 0;
  for (std::size_t i = 0; i < organization_count(); ++i) {
    for (const char* lang : {"fr", "es", "ru", "ar", "zh"}) {
      const auto number = static_cast<OrganizationNumber>(i);
      EXPECT_FALSE(label(number, lang).empty());
      if (label(number, lang) == organization(number).label) ++english_instead;
    }
  }
  EXPECT_LT(english_instead, static_cast<int>(organization_count()) / 20);
}

TEST(GazetteerTest, IncludesPartsOfParts) {
  EXPECT_THAT(included("un"), Contains("ga"));
  EXPECT_THAT(included("un"), Contains("first-committee"));
  EXPECT_THAT(included("un"), Contains("icty"));
  EXPECT_THAT(included("sco"), Contains("sco-rats"));
  EXPECT_EQ(whole("first-committee"), "ga");
  EXPECT_EQ(whole("ga"), "un");
  EXPECT_EQ(whole("un"), "");
  EXPECT_THAT(wholes("first-committee"), ElementsAre("un", "ga"));
  EXPECT_THAT(wholes("oau"), ElementsAre("au"));
  EXPECT_THAT(wholes("unesco"), IsEmpty());
}

TEST(GazetteerTest, IncludesWhatAnOrganizationWasBeforeButNotWhatItReplaced) {
  EXPECT_THAT(included("au"), Contains("oau"));
  EXPECT_THAT(included("oau"), Not(Contains("au")));
  EXPECT_THAT(included("un"), Not(Contains("league-of-nations")));
  EXPECT_THAT(included("eaeu"), Not(Contains("eurasec")));
  EXPECT_EQ(whole("oau"), "");
}

TEST(GazetteerTest, KeepsSpecializedAgenciesApart) {
  for (const char* agency : {"unesco", "who", "imf", "iaea", "opcw"}) {
    EXPECT_THAT(included("un"), Not(Contains(agency)));
    EXPECT_THAT(related("un"), Contains(agency));
    EXPECT_THAT(related(agency), Contains("un"));
  }
}

TEST(GazetteerTest, RelatesWithoutIncluding) {
  EXPECT_THAT(related("eaeu"), Contains("eurasec"));
  EXPECT_THAT(related("un"), Contains("league-of-nations"));
  EXPECT_THAT(included("cplp"), IsEmpty());
}

TEST(GazetteerTest, IncludesNothingTwiceAndNothingInItself) {
  for (std::size_t i = 0; i < organization_count(); ++i) {
    const auto parts = included_in(static_cast<OrganizationNumber>(i));
    EXPECT_TRUE(std::is_sorted(parts.begin(), parts.end()));
    EXPECT_EQ(std::adjacent_find(parts.begin(), parts.end()), parts.end());
    EXPECT_EQ(std::find(parts.begin(), parts.end(), i), parts.end());
  }
}

TEST(GazetteerTest, CompletesWhatIsTyped) {
  EXPECT_THAT(completions("шо"), Contains("ШОС"));
  EXPECT_THAT(completions("shanghai coop"), Contains("Shanghai Cooperation Organization"));
  EXPECT_THAT(completions("U.N. Sec"), Contains("UN Security Council"));
  EXPECT_THAT(completions("medecins"), Contains("Médecins Sans Frontières"));
  EXPECT_THAT(completions("odk", 1), ElementsAre("ODKB"));
  EXPECT_THAT(completions("上海"), IsEmpty());
}

TEST(GazetteerTest, CompletesWithAcronymsAndShortNamesFirst) {
  EXPECT_THAT(completions("un", 1), ElementsAre("UN"));
  EXPECT_THAT(completions("un", 7), SizeIs(7));
  EXPECT_THAT(completions("un", 0), IsEmpty());
}

TEST(GazetteerTest, CompletesNothingFromNothing) {
  for (const char* prefix : {"", " ", ".", "-", "qqqq", "\xFF\xFE"})
    EXPECT_THAT(completions(prefix), IsEmpty()) << prefix;
}

TEST(GazetteerNamesTest, ShortensTheNameInsideAName) {
  EXPECT_THAT(named_in("Миссия ООН в Южном Судане", "ru"),
              ElementsAre("unmiss=Миссия ООН в Южном Судане"));
  EXPECT_THAT(named_in("la Mission de l'ONU au Soudan du Sud", "fr"),
              ElementsAre("unmiss=Mission de l'ONU au Soudan du Sud"));
  EXPECT_THAT(named_in("la Carta de la ONU", "es"), ElementsAre("un-charter=Carta de la ONU"));
  EXPECT_THAT(named_in("联合国安理会", "zh"), ElementsAre("sc=联合国安理会"));
  EXPECT_THAT(named_in("the EU Monitoring Mission in Georgia", "en"),
              ElementsAre("eumm-georgia=EU Monitoring Mission in Georgia"));
}

TEST(GazetteerNamesTest, TellsOrgansOfOneNameApart) {
  EXPECT_THAT(named_in("the CSTO Permanent Council and the Permanent Council of the OSCE", "en"),
              ElementsAre("csto-permanent-council=CSTO Permanent Council",
                          "osce-pc=Permanent Council of the OSCE"));
  EXPECT_THAT(named_in("заседание РАТС ШОС", "ru"), ElementsAre("sco-rats=РАТС ШОС"));
  EXPECT_THAT(named_in("le Conseil de sécurité nationale", "fr"),
              ElementsAre("national-security-council=Conseil de sécurité nationale"));
}

TEST(GazetteerNamesTest, TakesNoWordForAnAcronym) {
  EXPECT_THAT(
      named_in("Дом Павлова, Мария Захарова, Касым-Жомарт Токаев, Муса Джалиль, Сбер", "ru"),
      IsEmpty());
  EXPECT_THAT(named_in("Mind the Gap. Face à la réalité, 52 pays; el Reino Unido", "fr"),
              IsEmpty());
  EXPECT_THAT(
      named_in("the salt I bought; a group of ten; the island of Guam; a new start; the rats",
               "en"),
      IsEmpty());
  EXPECT_THAT(named_in("فؤاد في باكو يتكلم لغات ثاني أكسيد الكربون", "ar"), IsEmpty());
  EXPECT_THAT(named_in("在北京人民大会堂", "zh"), IsEmpty());
}

}  // namespace
}  // namespace dragoman
