#include "stem.h"
#include "fold.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(StemTest, JoinsFormsOfAWord) {
  Stemmer stemmer;
  EXPECT_EQ(stemmer.term("алимовым", Language::kRussian),
            stemmer.term("алимов", Language::kRussian));
  EXPECT_EQ(stemmer.term("coopération", Language::kFrench),
            stemmer.term("cooperation", Language::kFrench));
  EXPECT_EQ(stemmer.term("cooperacion", Language::kSpanish),
            stemmer.term("cooperación", Language::kSpanish));
  EXPECT_EQ(stemmer.term("organisations", Language::kEnglish), "organization");
  EXPECT_EQ(stemmer.term("utilise", Language::kEnglish),
            stemmer.term("utilizing", Language::kEnglish));
}

TEST(StemTest, BringsTheCasesOfARussianNounTogether) {
  Stemmer stemmer;
  for (const auto& [nominative, other] : {std::pair("визит", "визита"),
                                          {"саммит", "саммитом"},
                                          {"режим", "режиме"},
                                          {"Пакистан", "Пакистане"},
                                          {"алимов", "алимовым"},
                                          {"совет", "советам"}}) {
    EXPECT_EQ(stemmer.term(fold_case(nominative), Language::kRussian),
              stemmer.term(fold_case(other), Language::kRussian))
        << nominative;
  }
}

TEST(StemTest, KeepsWordsOfOtherMeaningApart) {
  Stemmer stemmer;
  EXPECT_NE(stemmer.term("organization", Language::kEnglish),
            stemmer.term("organs", Language::kEnglish));
  EXPECT_NE(stemmer.term("united", Language::kEnglish), stemmer.term("units", Language::kEnglish));
  EXPECT_NE(stemmer.term("universal", Language::kEnglish),
            stemmer.term("university", Language::kEnglish));
}

}  // namespace
}  // namespace dragoman
