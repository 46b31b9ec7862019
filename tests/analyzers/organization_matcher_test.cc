#include "organization_matcher.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/analyzers/gazetteer.h"
#include "name_likeness.h"
#include "sense_scorer.h"

namespace dragoman {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

// Each mention as "id=surface", with "?" behind a probable one and "??" behind a possible one.
std::vector<std::string> mentions(std::string_view text, std::string_view lang = "en") {
  Analyzer analyzer;
  std::vector<std::string> found;
  for (const OrganizationMention& m : analyzer.analyze(text, lang).organizations) {
    found.push_back(std::string(organization(m.organization).id) + "=" +
                    std::string(text.substr(m.span.begin, m.span.end - m.span.begin)));
    if (m.certainty == Certainty::kProbable) found.back() += "?";
    if (m.certainty == Certainty::kPossible) found.back() += "??";
  }
  return found;
}

TEST(OrganizationMatcherTest, BelievesADefinitionInAnyLanguage) {
  EXPECT_THAT(mentions("Евразийский экономический союз (ЕАЭС); ЕАЭС растёт", "ru"),
              ElementsAre("eaeu=Евразийский экономический союз", "eaeu=ЕАЭС", "eaeu=ЕАЭС"));
  EXPECT_THAT(mentions("In 1999 the World Tourism Organization (WTO) met; the WTO agreed."),
              ElementsAre("unwto=World Tourism Organization", "unwto=WTO", "unwto=WTO"));
  EXPECT_THAT(mentions("The Central European Initiative (CEI) met in Trieste."),
              ElementsAre("cei=Central European Initiative", "cei=CEI"));
}

TEST(OrganizationMatcherTest, GivesNoSenseToAnAcronymDefinedAsSomethingUnknown) {
  EXPECT_THAT(mentions("CIS Controls, by the Center for Internet Security (CIS); CIS in Minsk"),
              IsEmpty());
  EXPECT_THAT(mentions("Indraprastha University (IPU) opened; IPU students"), IsEmpty());
}

TEST(OrganizationMatcherTest, LetsALaterDefinitionReplaceAnEarlierOne) {
  EXPECT_THAT(mentions("The Commonwealth of Independent States (CIS) met. The CIS agreed. "
                       "The Community Innovation Survey (CIS 2014) says so. CIS data."),
              ElementsAre("cis=Commonwealth of Independent States", "cis=CIS", "cis=CIS"));
}

TEST(OrganizationMatcherTest, KnowsAnAcronymThatOnlyTheTextDefines) {
  EXPECT_THAT(mentions("The Shanghai Cooperation Organization (ShCO) met; ShCO members agreed."),
              ElementsAre("sco=Shanghai Cooperation Organization", "sco=ShCO", "sco=ShCO"));
}

TEST(OrganizationMatcherTest, DecidesByCuesNearby) {
  EXPECT_THAT(mentions("The CIS Executive Secretary spoke in Minsk."), ElementsAre("cis=CIS?"));
  EXPECT_THAT(mentions("SCO v. IBM: the SCO Group and its Unix licences"), IsEmpty());
  EXPECT_THAT(mentions("The SCO summit in Astana"), ElementsAre("sco=SCO?"));
  EXPECT_THAT(mentions("ADB Manila"), ElementsAre("adb=ADB?"));
}

TEST(OrganizationMatcherTest, DecidesByOtherNamesOfTheOrganization) {
  EXPECT_THAT(mentions("ADB approved loans for Kenya; AfDB agreed."),
              AllOf(Contains("afdb=ADB"), Not(Contains(StartsWith("adb=")))));
}

TEST(OrganizationMatcherTest, DecidesByLanguage) {
  EXPECT_THAT(mentions("La CEI et l'ONU coopèrent dans l'espace post-soviétique.", "fr"),
              Contains(StartsWith("cis=CEI")));
  EXPECT_THAT(mentions("un accord avec un pays, UN ACCORD", "fr"), IsEmpty());
}

TEST(OrganizationMatcherTest, LeavesTheUndecidedAlone) {
  EXPECT_THAT(mentions("CIS report"), IsEmpty());
}

TEST(OrganizationMatcherTest, ReadsAHeadlineByTheTextBelow) {
  EXPECT_THAT(mentions("WHO WILL LEAD THE TALKS?"), IsEmpty());
  EXPECT_THAT(mentions("WHO CHIEF VISITS CSTO\n\nThe World Health Organization is glad."),
              ElementsAre("who=WHO", "csto=CSTO", "who=World Health Organization"));
}

TEST(OrganizationMatcherTest, RecognizesANameWithItsWordsInAnotherOrder) {
  EXPECT_THAT(mentions("with the Organization for Economic Cooperation, the Council of Europe"),
              ElementsAre("eco=Organization for Economic Cooperation?",
                          "oecd=Organization for Economic Cooperation??", "coe=Council of Europe"));
  EXPECT_THAT(mentions("Cooperation in Shanghai: an organization of traders."), IsEmpty());
}

TEST(OrganizationMatcherTest, JoinsTheTwoPartsOfAnAcronym) {
  Analyzer analyzer;
  const std::string text = "МПА СНГ";
  const Analysis& analysis = analyzer.analyze(text, "ru");
  EXPECT_THAT(analysis.acronyms, ElementsAre(Span{0, static_cast<std::uint32_t>(text.size())}));
}

TEST(OrganizationMatcherTest, TellsTheOrganizationOfADefinition) {
  Analyzer analyzer;
  const Analysis& analysis = analyzer.analyze("the Collective Security Treaty Organization (CSTO)");
  ASSERT_EQ(analysis.definitions.size(), 1u);
  EXPECT_EQ(analysis.definitions[0].organization, find_organization("csto"));
}

TEST(NameLikenessTest, ForgetsOrderEndingsAndArticles) {
  EXPECT_DOUBLE_EQ(
      name_likeness("Organization for Economic Co-operation", "Economic Cooperation Organisation"),
      1);
  EXPECT_GT(name_likeness("Комиссии по правам человека", "Комиссия по правам человека"), 0.99);
  EXPECT_LT(name_likeness("Center for Internet Security", "Commonwealth of Independent States"),
            0.1);
  EXPECT_EQ(name_likeness("", "of the"), 0);
}

TEST(SenseScorerTest, CountsWordsOfTheProfileOnceAndNearOnesMore) {
  const SenseProfile profile{.prior = 1, .words = {{2, 4}, {5, 2}}};
  std::vector<ContextWord> context = {{5, kNear + 1}, {2, 3}, {2, 1}, {9, 1}};
  sort_context(context);
  EXPECT_FLOAT_EQ(sense_score(profile, context), 1 + 4 + 1);
  EXPECT_FLOAT_EQ(sense_score(profile, {}), 1);
}

TEST(SenseScorerTest, LearnsWhichWordsTellSensesApart) {
  SenseLearner learner(2);
  const std::vector<ContextWord> summit = {{1, 2}, {7, 3}};
  const std::vector<ContextWord> server = {{2, 2}, {7, 3}};
  for (int i = 0; i < 3; ++i) {
    learner.add_example(0, summit);
    learner.add_example(1, server);
  }
  EXPECT_GT(sense_score(learner.profile(0), summit), sense_score(learner.profile(1), summit));
  EXPECT_LT(sense_score(learner.profile(0), server), sense_score(learner.profile(1), server));
}

}  // namespace
}  // namespace dragoman
