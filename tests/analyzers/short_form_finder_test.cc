#include "short_form_finder.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "definition_finder.h"
#include "dragoman/analyzers/analyzer.h"
#include "short_form_shape.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> short_forms(std::string_view text, std::string_view lang = "en") {
  std::vector<std::string> found;
  for (const Span span : find_short_forms(text, lang)) {
    found.emplace_back(text.substr(span.begin, span.end - span.begin));
  }
  return found;
}

TEST(ShortFormFinderTest, KnowsCapitalsOfEveryAlphabet) {
  EXPECT_THAT(short_forms("Саммит ОДКБ и ЕврАзЭС", "ru"), ElementsAre("ОДКБ", "ЕврАзЭС"));
  EXPECT_THAT(short_forms("η συνάντηση του ΟΗΕ"), ElementsAre("ΟΗΕ"));
  EXPECT_THAT(short_forms("The CSTO met."), ElementsAre("CSTO"));
}

TEST(ShortFormFinderTest, KnowsDotsHyphensDigitsAndMixedCase) {
  EXPECT_THAT(short_forms("the U.N. and C.F.R in the EE.UU."),
              ElementsAre("U.N.", "C.F.R", "EE.UU."));
  EXPECT_THAT(short_forms("UN-Women, UN-Habitat, HCFC-22 and AWG-KP"),
              ElementsAre("UN-Women", "UN-Habitat", "HCFC-22", "AWG-KP"));
  EXPECT_THAT(short_forms("EurAsEC, EurasEC, AfDB and MoF"),
              ElementsAre("EurAsEC", "EurasEC", "AfDB", "MoF"));
  EXPECT_THAT(short_forms("CO2 and R&D by 5 p.m."), ElementsAre("CO2", "R&D", "p.m."));
}

TEST(ShortFormFinderTest, KeepsThePluralAndThePossessive) {
  EXPECT_THAT(short_forms("NGOs, UNCTAD's and SAT’s; not AIDSx"),
              ElementsAre("NGOs", "UNCTAD's", "SAT’s"));
}

TEST(ShortFormFinderTest, LeavesElidedArticlesOut) {
  EXPECT_THAT(short_forms("l'ONU, d’OTSC, L'ONU et qu'ONU", "fr"),
              ElementsAre("ONU", "OTSC", "ONU", "ONU"));
}

TEST(ShortFormFinderTest, TakesCompoundsApartWhereTheLanguageDoes) {
  EXPECT_THAT(short_forms("VIH/SIDA", "es"), ElementsAre("VIH", "SIDA"));
  EXPECT_THAT(short_forms("HIV/AIDS", "en"), ElementsAre("HIV/AIDS"));
  EXPECT_THAT(short_forms("anti-CSTO, a UN-led mission"), ElementsAre("CSTO", "UN"));
}

TEST(ShortFormFinderTest, LeavesWordsNumbersSymbolsAndNamesAlone) {
  for (const char* text :
       {"Secretary-General of Timor-Leste", "part II, chapter XVIII", "A/RES/71/12 and S/PV.7760",
        "E/CN.4/1998/4, 9/CP.7", "WaterAid and McDonald", "km/h, S/he, I/O", "2016, 24/7",
        "someone@UN.org", "Mr. HASMY and Г-н ЛАВРОВ", "INTRODUCTION", "Who said it?"}) {
    EXPECT_THAT(short_forms(text), IsEmpty()) << text;
  }
}

TEST(ShortFormFinderTest, DoesNotReadHeadlinesInCapitals) {
  EXPECT_THAT(short_forms("WHO WILL LEAD THE UN?\nThe UN waits."), ElementsAre("UN"));
  EXPECT_THAT(short_forms("КТО ВОЗГЛАВИТ ООН СЕГОДНЯ", "ru"), IsEmpty());
  EXPECT_THAT(short_forms("ADOPTION OF THE AGENDA of the UNDP"), ElementsAre("UNDP"));
}

TEST(ShortFormFinderTest, TakesMixedCaseInBracketsOrWhereDefined) {
  EXPECT_THAT(short_forms("in the field (ExCom) and ExCom"), ElementsAre("ExCom"));
  EXPECT_THAT(short_forms("the Executive Committee (ExCom); ExCom met"),
              ElementsAre("ExCom", "ExCom"));
  EXPECT_THAT(short_forms("(JS 6) and (START I)"), ElementsAre("JS 6", "START I"));
}

TEST(ShortFormFinderTest, SurvivesIllFormedText) {
  EXPECT_THAT(short_forms("\xff"
                          "CSTO\xc3"),
              ElementsAre("CSTO"));
  EXPECT_THAT(short_forms(""), IsEmpty());
  EXPECT_THAT(short_forms("(((("), IsEmpty());
}

TEST(ShortFormFinderTest, HasLettersWithoutDotsPluralAndPossessive) {
  EXPECT_EQ(acronym_letters("МПА СНГ"), "МПАСНГ");
  EXPECT_EQ(acronym_letters("U.N.’s"), "UN");
  EXPECT_EQ(acronym_letters("NGOs"), "NGO");
  EXPECT_EQ(acronym_letters("UN-Women"), "UNWomen");
}

TEST(ShortFormShapeTest, TellsNumeralsFromAcronyms) {
  for (const char* numeral : {"I", "IV", "XVIII", "XXXIX", "LV"}) {
    EXPECT_TRUE(is_roman_numeral(numeral)) << numeral;
  }
  for (const char* acronym : {"CD", "MM", "CLI", "IIII", "VX", "", "ОДКБ"}) {
    EXPECT_FALSE(is_roman_numeral(acronym)) << acronym;
  }
}

}  // namespace
}  // namespace dragoman
