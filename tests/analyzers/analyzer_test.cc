#include "dragoman/analyzers/analyzer.h"

#include <gmock/gmock.h>

#include <string>

#include "dragoman/analyzers/gazetteer.h"

namespace dragoman {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Each mention as "id=surface".
std::vector<std::string> organizations_in(std::string_view text, std::string_view lang = "en") {
  Analyzer analyzer;
  std::vector<std::string> found;
  for (const OrganizationMention& m : analyzer.analyze(text, lang).organizations) {
    found.push_back(std::string(organization(m.organization).id) + "=" +
                    std::string(text.substr(m.span.begin, m.span.end - m.span.begin)));
  }
  return found;
}

TEST(AnalyzerTest, KnowsOneOrganizationInEveryLanguage) {
  EXPECT_THAT(organizations_in("В Ереване прошёл саммит ОДКБ.", "ru"), ElementsAre("csto=ОДКБ"));
  EXPECT_THAT(organizations_in("в Организации Договора о коллективной безопасности", "ru"),
              ElementsAre("csto=Организации Договора о коллективной безопасности"));
  EXPECT_THAT(organizations_in("集体安全条约组织峰会", "zh"), ElementsAre("csto=集体安全条约组织"));
  EXPECT_THAT(organizations_in("上海合作組織峰會", "zh"), ElementsAre("sco=上海合作組織"));
  EXPECT_THAT(organizations_in("L'OTSC s'est réunie", "fr"), ElementsAre("csto=OTSC"));
  EXPECT_THAT(organizations_in("ومنظمة معاهدة الأمن الجماعي ترحب", "ar"),
              Contains("csto=ومنظمة معاهدة الأمن الجماعي"));
  EXPECT_THAT(organizations_in("The Collective Security Treaty\nOrganization met."),
              ElementsAre("csto=Collective Security Treaty\nOrganization"));
}

TEST(AnalyzerTest, LeavesPossessivesOutOfAMention) {
  EXPECT_THAT(organizations_in("the UN’s role and the U.N.'s"), ElementsAre("un=UN", "un=U.N."));
}

TEST(AnalyzerTest, ReadsLatinLettersAmongCyrillicOnesAsCyrillic) {
  EXPECT_THAT(organizations_in("Представитель OOH и СHГ.", "ru"),  // three Latin letters, one
              ElementsAre("un=OOH", "cis=СHГ"));
  EXPECT_THAT(organizations_in("Доклад APEC и НАТО.", "ru"), ElementsAre("apec=APEC", "nato=НАТО"));
  EXPECT_THAT(organizations_in("an OOH campaign"), IsEmpty());
}

TEST(AnalyzerTest, FindsAnOrganizationInTheNameOfWhatItMade) {
  Analyzer analyzer;
  const Analysis& analysis =
      analyzer.analyze("the WHO Framework Convention on Tobacco Control", "en");
  ASSERT_EQ(analysis.wholes.size(), 1u);
  EXPECT_EQ(organization(analysis.wholes[0].organization).id, "who");
}

TEST(AnalyzerTest, TellsAcronymsFromWords) {
  EXPECT_THAT(organizations_in("Who said that? An eco-friendly text."), IsEmpty());
  EXPECT_THAT(organizations_in("Who leads the WHO?"), ElementsAre("who=WHO"));
  EXPECT_THAT(organizations_in("un accord avec un pays, au siège", "fr"), IsEmpty());
  EXPECT_THAT(organizations_in("WHO WILL LEAD THE TALKS?"), IsEmpty());
}

TEST(AnalyzerTest, BelievesTheDefinitionInTheText) {
  EXPECT_THAT(organizations_in("The World Tourism Organization (WTO) met; the WTO adopted a code."),
              ElementsAre("unwto=World Tourism Organization", "unwto=WTO", "unwto=WTO"));
}

TEST(AnalyzerTest, KnowsWhatWasNotYetFounded) {
  const std::string text = "Accession to the WTO is a goal of our trade policy.";
  Analyzer analyzer;
  const auto meant = [&](std::string_view date) {
    const auto& found = analyzer.analyze(text, "en", date).organizations;
    return found.empty() ? std::string_view("undecided") : organization(found[0].organization).id;
  };
  EXPECT_EQ(meant("2019-05-01"), "wto");
  EXPECT_EQ(meant("1980-05-01"), "undecided");
}

TEST(AnalyzerTest, StemsEachParagraphInItsOwnLanguage) {
  const std::string english =
      "The delegations of the member states welcomed the resolutions that the Assembly adopted "
      "on securities, banks and the financing of development in the poorest countries.";
  const std::string french =
      "Les délégations des pays membres ont salué les résolutions que l'Assemblée a adoptées sur "
      "les sécurités, les banques et le financement du développement dans les pays les plus pauvres.";
  const auto term_of = [](const Analysis& analysis, std::string_view folded) {
    for (const Token& token : analysis.tokens) {
      if (token.folded == folded) return std::string(token.term);
    }
    return std::string();
  };
  Analyzer alone, together;
  const std::string in_english = term_of(alone.analyze(english, "en"), "securities");
  const Analysis& both = together.analyze(english + "\n\n" + french);
  EXPECT_EQ(term_of(both, "securities"), in_english);
  EXPECT_EQ(term_of(both, "adoptees"), term_of(alone.analyze(french, "fr"), "adoptees"));
  EXPECT_NE(term_of(both, "adoptees"), term_of(alone.analyze(french, "en"), "adoptees"));
}

TEST(AnalyzerTest, GivesATermToWhatFoldsToNothing) {
  Analyzer analyzer;
  for (const char* letter : {"ʼ", "ـ", "ــ"}) {
    const Analysis& analysis = analyzer.analyze(letter);
    ASSERT_EQ(analysis.tokens.size(), 1u) << letter;
    EXPECT_EQ(analysis.tokens[0].folded, letter);
    EXPECT_EQ(analysis.tokens[0].term, letter);
  }
}

// CLD2 reads outside its tables where a byte begins no character; whether that crashes is chance.
TEST(AnalyzerTest, FindsTheLanguageOfIllFormedText) {
  Analyzer analyzer;
  for (int lead = 0x80; lead < 0x100; ++lead) {
    analyzer.analyze(std::string{static_cast<char>(lead), 'h', 'e'});
    analyzer.analyze("Лидеры" + std::string{static_cast<char>(lead)});
  }
  std::string text = "Лидеры государств встретились в Ереване и обсудили \xF5 сотрудничество. ";
  EXPECT_EQ(analyzer.analyze(text + text).lang, "ru");
  while (text.size() < 4000) text += text;
  EXPECT_EQ(analyzer.analyze("и" + text).lang, "ru");
  EXPECT_EQ(analyzer.analyze("." + text).lang, "ru");
}

TEST(AnalyzerTest, CountsPositionsWithAGapBetweenParagraphs) {
  Analyzer analyzer;
  const Analysis& analysis = analyzer.analyze("саммит ОДКБ\n\nЕреван", "ru");
  ASSERT_EQ(analysis.tokens.size(), 3u);
  EXPECT_EQ(analysis.tokens[1].position, 2u);
  EXPECT_GT(analysis.tokens[2].position, 3u);
}

}  // namespace
}  // namespace dragoman
