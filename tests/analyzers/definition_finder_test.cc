#include "definition_finder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "function_words.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Each definition as "short=long".
std::vector<std::string> definitions(std::string_view text, std::string_view lang = "en") {
  std::vector<std::string> found;
  for (const Definition& d : find_definitions(text, lang)) {
    const auto cut = [text](Span span) {
      return std::string(text.substr(span.begin, span.end - span.begin));
    };
    found.push_back(cut(d.short_form) + "=" + cut(d.long_form));
  }
  return found;
}

struct DefinitionCase {
  const char* lang;
  const char* text;
  const char* definition;
};

// What should be found, all of it, and nothing else.
void expect_all(std::initializer_list<DefinitionCase> cases) {
  for (const DefinitionCase& c : cases) {
    EXPECT_THAT(definitions(c.text, c.lang), ElementsAre(c.definition)) << c.text;
  }
}

TEST(DefinitionFinderTest, ReadsBracketsInEveryLanguage) {
  expect_all({
      {"ru", "саммит Организации Договора о коллективной безопасности (ОДКБ)",
       "ОДКБ=Организации Договора о коллективной безопасности"},
      {"fr", "l'Organisation du Traité de sécurité collective (OTSC) a adopté",
       "OTSC=Organisation du Traité de sécurité collective"},
      {"es", "La Organización para la Cooperación y el Desarrollo Económicos (OCDE) publicó",
       "OCDE=Organización para la Cooperación y el Desarrollo Económicos"},
      {"en", "the Conference on Interaction and Confidence-Building Measures in Asia (CICA)",
       "CICA=Conference on Interaction and Confidence-Building Measures in Asia"},
      {"en", "United Nations Human Settlements Programme (UN-Habitat)",
       "UN-Habitat=United Nations Human Settlements Programme"},
      {"en", "intermediate bulk containers (IBCs)", "IBCs=intermediate bulk containers"},
      {"en", "Shanghai Cooperation Organization（SCO）", "SCO=Shanghai Cooperation Organization"},
  });
}

TEST(DefinitionFinderTest, ReadsTheInvertedOrder) {
  expect_all({
      {"ru", "ШОС (Шанхайская организация сотрудничества)",
       "ШОС=Шанхайская организация сотрудничества"},
      {"en", "The SCO (Shanghai Cooperation Organization) attaches",
       "SCO=Shanghai Cooperation Organization"},
      {"en", "SCO (\"the Shanghai Cooperation Organization\")",
       "SCO=Shanghai Cooperation Organization"},
  });
}

TEST(DefinitionFinderTest, ReadsTheFormulasOfLawyers) {
  expect_all({
      {"ru", "Евразийский экономический союз (далее — ЕАЭС)",
       "ЕАЭС=Евразийский экономический союз"},
      {"fr", "l'Union économique eurasiatique (ci-après « l'UEEA »)",
       "UEEA=Union économique eurasiatique"},
      {"es", "la Unión Económica Euroasiática (en adelante, la UEEA)",
       "UEEA=Unión Económica Euroasiática"},
      {"en", "the Eurasian Economic Union (hereinafter – the EAEU)",
       "EAEU=Eurasian Economic Union"},
      {"en", "the Shanghai Cooperation Organization, hereinafter SCO, met",
       "SCO=Shanghai Cooperation Organization"},
      {"zh", "成立了上海合作组织（简称“上合组织”）", "上合组织=上海合作组织"},
      {"zh", "上海合作组织（以下简称上合组织）", "上合组织=上海合作组织"},
  });
}

TEST(DefinitionFinderTest, ReadsAppositions) {
  expect_all({
      {"fr", "l'Organisation mondiale de la santé, ou OMS, a dit",
       "OMS=Organisation mondiale de la santé"},
      {"en", "the World Health Organization, or WHO, said", "WHO=World Health Organization"},
      {"en", "WHO, the World Health Organization, said", "WHO=World Health Organization"},
      {"en", "WHO – World Health Organization", "WHO=World Health Organization"},
  });
  EXPECT_THAT(definitions("the US, the United Kingdom and EU, European states"), IsEmpty());
}

TEST(DefinitionFinderTest, ReadsLegends) {
  EXPECT_THAT(
      definitions("GEF = Global Environment Facility; STS = support for technical services"),
      ElementsAre("GEF=Global Environment Facility", "STS=support for technical services"));
  EXPECT_THAT(definitions("EE = Eastern European group LAC = Latin American and Caribbean group"),
              ElementsAre("EE=Eastern European group", "LAC=Latin American and Caribbean group"));
  EXPECT_THAT(definitions("GS = General Service 37."), ElementsAre("GS=General Service"));
  EXPECT_THAT(definitions("R = 8.31451 x 10-2 and x = 5"), IsEmpty());
}

TEST(DefinitionFinderTest, TakesTheProperNameOutOfAGarbledPhrase) {
  EXPECT_THAT(definitions("the Organization of the Collective Security Treaty Organization (CSTO)"),
              ElementsAre("CSTO=Collective Security Treaty Organization"));
  EXPECT_THAT(definitions("the New Agenda for the Development of Africa in the 1990s (NADAF)"),
              ElementsAre("NADAF=New Agenda for the Development of Africa"));
}

TEST(DefinitionFinderTest, FindsNamesWhoseLettersAreThoseOfAnotherLanguage) {
  EXPECT_THAT(
      definitions("de la Organización de las Naciones Unidas para la Educación, la Ciencia "
                  "y la Cultura (UNESCO)",
                  "es"),
      ElementsAre("UNESCO=Organización de las Naciones Unidas para la Educación, la Ciencia "
                  "y la Cultura"));
}

TEST(DefinitionFinderTest, BelievesKnownNamesWhereLettersTellLittle) {
  const std::string text = "el Organismo Alemán de Cooperación Técnica (GTZ)";
  const Span name{3, static_cast<std::uint32_t>(text.find(" ("))};
  EXPECT_THAT(definitions(text, "es"), IsEmpty());
  const std::vector<Definition> found = find_abbreviations(text, "es", {&name, 1}).definitions;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].long_form, name);
}

TEST(DefinitionFinderTest, PassesOverWhatIsNoDefinition) {
  for (const char* text :
       {"its resolution (2016) and another (see below)", "item (XV), part (a)", "Moscow (Russia)",
        "the Office (OHCHR)", "(CSTO)", "document (Rev.1)", "in Conference Room 3 (CB)"}) {
    EXPECT_THAT(definitions(text), IsEmpty()) << text;
  }
}

TEST(DefinitionFinderTest, GivesByteRangesOfTheText) {
  const std::string text = "«Шанхайская организация сотрудничества» (ШОС)";
  const std::vector<Definition> found = find_definitions(text, "ru");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].short_form, (Span{static_cast<std::uint32_t>(text.size() - 7),
                                       static_cast<std::uint32_t>(text.size() - 1)}));
  EXPECT_EQ(found[0].long_form.begin, 2u);
}

TEST(DefinitionFinderTest, SurvivesHostileText) {
  std::string brackets;
  for (int i = 0; i < 10000; ++i) brackets += "(AB)";
  EXPECT_THAT(find_definitions(brackets, "en"), IsEmpty());
  EXPECT_EQ(find_short_forms(brackets).size(), 10000u);
  EXPECT_THAT(find_definitions(std::string(100000, '('), "en"), IsEmpty());
  EXPECT_THAT(find_definitions("(\xff\xfe) \xd0(CSTO\xd0", "en"), IsEmpty());
}

TEST(FunctionWordsTest, KnowsThemInAnyCaseAndWithAccents) {
  for (const char* word : {"of", "THE", "Für", "о", "И", "à", "y"}) {
    EXPECT_TRUE(is_function_word(word)) << word;
  }
  for (const char* word : {"office", "", "Совет", "organisation"}) {
    EXPECT_FALSE(is_function_word(word)) << word;
  }
}

}  // namespace
}  // namespace dragoman
