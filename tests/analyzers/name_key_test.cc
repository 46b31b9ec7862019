#include "dragoman/analyzers/name_key.h"

#include <gmock/gmock.h>

#include "russian_cases.h"

namespace dragoman {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

TEST(NameKeyTest, BringsTheSpellingsOfANameTogether) {
  for (const char* name : {"Алимов", "Alimov", "Alymov", "ALIMOV"})
    EXPECT_EQ(name_key(name), "lmf") << name;
  for (const char* name : {"Бордюжа", "Bordyuzha", "Bordyuja", "Bordiouja"}) {
    EXPECT_EQ(name_key(name), "prtj") << name;
    EXPECT_EQ(romanized_name(name), "bordiuja") << name;
  }
  EXPECT_EQ(name_key("Rachid"), name_key("Рашид"));
  EXPECT_EQ(name_key("Пан"), name_key("Ban"));
  EXPECT_EQ(name_key("Ги"), name_key("Ki"));
  EXPECT_EQ(name_key("Мун"), name_key("moon"));
  EXPECT_EQ(name_key("潘"), "");
  EXPECT_EQ(name_key(""), "");
}

TEST(NameKeyTest, TellsNearNamesFromOthersWithOneKey) {
  EXPECT_TRUE(near_names(romanized_name("Alimov"), romanized_name("Alymov")));
  EXPECT_FALSE(near_names(romanized_name("Lebedev"), romanized_name("Lipadov")));
}

TEST(RussianCasesTest, DeclinesNamesOfMenAndWomen) {
  EXPECT_THAT(russian_forms({"рашид", "алимов"}), Contains(ElementsAre("рашидом", "алимовым")));
  EXPECT_THAT(russian_forms({"дмитрий", "мезенцев"}),
              Contains(ElementsAre("дмитрия", "мезенцева")));
  EXPECT_THAT(russian_forms({"ирина", "бокова"}), Contains(ElementsAre("ирину", "бокову")));
  EXPECT_THAT(russian_forms({"кристин", "лагард"}), Contains(ElementsAre("кристин", "лагард")));
  EXPECT_THAT(russian_forms({"пан", "ги", "мун"}), Contains(ElementsAre("пан", "ги", "муном")));
  EXPECT_THAT(russian_forms({"ли"}), ElementsAre(ElementsAre("ли")));
}

}  // namespace
}  // namespace dragoman
