#include "dragoman/analyzers/glossary.h"

#include <gmock/gmock.h>

#include <map>
#include <set>
#include <string>

#include "glossary_key.h"
#include "language.h"
#include "tokenizer.h"

namespace dragoman {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

const std::vector<std::string> kLangs = {"en", "fr", "es", "ru", "ar", "zh"};

// "text=concept" of every mention, in order.
std::vector<std::string> found(const std::string& text) {
  std::vector<std::string> all;
  for (const ConceptMention& mention : find_concepts(text)) {
    all.push_back(text.substr(mention.span.begin, mention.span.end - mention.span.begin) + "=" +
                  std::string(concept_id(mention.number)));
  }
  return all;
}

std::vector<std::string> terms(std::string_view id, std::string_view lang) {
  std::vector<std::string> all;
  const auto number = find_concept(id);
  EXPECT_TRUE(number.has_value()) << id;
  for (const ConceptTerm& term : terms_of(number.value_or(0))) {
    if (term.lang() == lang) all.emplace_back(term.text);
  }
  return all;
}

// What is indexed for a term in its language, and what it is looked up by.
std::string keys_of(const ConceptTerm& term) {
  std::vector<RawToken> tokens;
  tokenize_text(term.text, tokens);
  WordCache words;
  std::string keys;
  for (const RawToken& token : tokens) {
    Word& word = words.find(term.text.substr(token.span.begin, token.span.end - token.span.begin),
                            token.kind);
    keys += glossary_key(word) + "/" +
            std::string(words.term(word, language_from_code(term.lang()), false)) + " ";
  }
  return keys;
}

TEST(GlossaryTest, FindsAConceptByItsId) {
  EXPECT_EQ(concept_id(find_concept("counter-terrorism").value_or(0)), "counter-terrorism");
  for (const char* unknown :
       {"", "терроризм", "Counter-terrorism", "counter-terrorism ", "~~~", "\xFF"}) {
    EXPECT_FALSE(find_concept(unknown).has_value()) << unknown;
  }
}

TEST(GlossaryTest, HoldsThreeHundredConceptsAndMoreInSixLanguages) {
  EXPECT_GE(concept_count(), 320u);
  for (std::size_t i = 0; i < concept_count(); ++i) {
    const auto number = static_cast<ConceptNumber>(i);
    EXPECT_EQ(find_concept(concept_id(number)), number);
    std::set<std::string> langs;
    for (const ConceptTerm& term : terms_of(number)) langs.emplace(term.lang());
    EXPECT_EQ(langs, std::set<std::string>(kLangs.begin(), kLangs.end())) << concept_id(number);
  }
}

TEST(GlossaryTest, GivesTheUsualTermOfALanguageFirst) {
  EXPECT_THAT(terms("counter-terrorism", "ru"),
              AllOf(Contains("противодействие терроризму"), Contains("антитеррор")));
  EXPECT_EQ(terms("counter-terrorism", "ru")[0], "борьба с терроризмом");
  EXPECT_EQ(terms("counter-terrorism", "en")[0], "counter-terrorism");
  EXPECT_EQ(terms("food-security", "ar")[0], "الأمن الغذائي");
  EXPECT_EQ(terms("nuclear-weapon-free-zone", "zh")[0], "无核武器区");
}

TEST(GlossaryTest, FindsEveryTermAsAWholeAndInItsLanguage) {
  for (std::size_t i = 0; i < concept_count(); ++i) {
    for (const ConceptTerm& term : terms_of(static_cast<ConceptNumber>(i))) {
      const std::vector<ConceptMention> mentions = find_concepts(term.text);
      const auto mention = std::find_if(mentions.begin(), mentions.end(),
                                        [i](const auto& m) { return m.number == i; });
      ASSERT_NE(mention, mentions.end()) << term.text;
      EXPECT_EQ(mention->span, (Span{0, static_cast<std::uint32_t>(term.text.size())}))
          << term.text;
      EXPECT_THAT(mention->langs, Contains(term.lang())) << term.text;
    }
  }
}

TEST(GlossaryTest, ListsNoTermThatAnotherCovers) {
  for (std::size_t i = 0; i < concept_count(); ++i) {
    std::map<std::string, std::string_view> seen;
    for (const ConceptTerm& term : terms_of(static_cast<ConceptNumber>(i))) {
      const auto [known, is_new] =
          seen.emplace(std::string(term.lang()) + keys_of(term), term.text);
      EXPECT_TRUE(is_new) << term.text << " is " << known->second;
    }
  }
}

TEST(GlossaryTest, GivesTheBytesOfTheLongestPhrase) {
  const std::string text = "О борьбе с терроризмом и об эмбарго на поставки оружия";
  const std::vector<ConceptMention> mentions = find_concepts(text);
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[0].span, (Span{3, 41}));
  EXPECT_THAT(mentions[0].langs, ElementsAre("ru"));
  EXPECT_THAT(found(text), ElementsAre("борьбе с терроризмом=counter-terrorism",
                                       "эмбарго на поставки оружия=arms-embargo"));
}

struct ConceptCase {
  const char* text;
  const char* concept_id;
};

TEST(GlossaryTest, MatchesWhateverTheEndingOrTheSpelling) {
  const ConceptCase cases[] = {
      {"борьбу с терроризмом", "counter-terrorism"},
      {"антитеррористической деятельности", "counter-terrorism"},
      {"мирных соглашений", "peace-agreement"},
      {"правам человека", "human-rights"},
      {"ПРАВА ЧЕЛОВЕКА", "human-rights"},
      {"وبمكافحة الإرهاب", "counter-terrorism"},
      {"مكافحة الارهاب", "counter-terrorism"},
      {"للأمن الغذائي", "food-security"},
      {"人權", "human-rights"},
      {"可持續發展", "sustainable-development"},
      {"traités de paix", "peace-treaty"},
      {"sécurité alimentaire", "food-security"},
      {"securite alimentaire", "food-security"},
      {"l'Accord de paix", "peace-agreement"},
      {"sanción", "sanctions"},
      {"acuerdos de paz", "peace-agreement"},
      {"Counterterrorism", "counter-terrorism"},
      {"counter terrorism", "counter-terrorism"},
      {"nuclear weapon free zones", "nuclear-weapon-free-zone"},
      {"non proliferation", "non-proliferation"},
      {"cease-fires", "ceasefire"},
      {"selfdetermination", "self-determination"},
      {"organised crime", "organized-crime"},
      {"Defense Cooperation", "military-cooperation"},
      {"program of work", "programme-of-work"},
      {"humanitarian crises", "humanitarian-crisis"},
      {"IDPs", "internally-displaced-persons"},
      {"HUMAN RIGHTS", "human-rights"},
  };
  for (const ConceptCase& c : cases) {
    const std::vector<ConceptMention> mentions = find_concepts(c.text);
    ASSERT_EQ(mentions.size(), 1u) << c.text;
    EXPECT_EQ(concept_id(mentions[0].number), c.concept_id) << c.text;
  }
}

TEST(GlossaryTest, FindsAConceptInEachOfTheSixLanguages) {
  EXPECT_THAT(found("the role of women in peacebuilding"),
              ElementsAre("peacebuilding=peacebuilding"));
  EXPECT_THAT(found("le rôle de l'ONU dans la lutte contre l'impunité"),
              ElementsAre("impunité=impunity"));
  EXPECT_THAT(found("la lucha contra el terrorismo en el Sahel"),
              ElementsAre("lucha contra el terrorismo=counter-terrorism"));
  EXPECT_THAT(found("саммит глав государств"),
              ElementsAre("саммит=summit", "глав государств=head-of-state"));
  EXPECT_THAT(found("تقديم المساعدات الإنسانية للاجئين"),
              ElementsAre("المساعدات الإنسانية=humanitarian-assistance", "للاجئين=refugees"));
  EXPECT_THAT(
      found("打击恐怖主义、分裂主义和极端主义"),
      ElementsAre("打击恐怖主义=counter-terrorism", "分裂主义=separatism", "极端主义=extremism"));
}

TEST(GlossaryTest, GivesBothMeaningsOfAnAmbiguousPhrase) {
  EXPECT_THAT(found("перемирия"), ElementsAre("перемирия=armistice", "перемирия=ceasefire"));
}

TEST(GlossaryTest, TakesAnAcronymOnlyInCapitals) {
  EXPECT_THAT(found("ВВП стран"), ElementsAre("ВВП=gross-domestic-product"));
  EXPECT_THAT(found("ddr"), IsEmpty());
  EXPECT_THAT(found("DDR"), ElementsAre("DDR=ddr"));
}

TEST(GlossaryTest, DoesNotCutChineseWords) {
  EXPECT_THAT(found("代表大会议程"), ElementsAre("议程=agenda"));
  EXPECT_THAT(found("反恐合作"), ElementsAre("反恐=counter-terrorism"));
}

TEST(GlossaryTest, EndsAPhraseWithTheSentence) {
  EXPECT_THAT(found("Human. Rights"), IsEmpty());
  EXPECT_THAT(found("мирное (соглашение)"), Not(Contains("мирное (соглашение)=peace-agreement")));
  EXPECT_THAT(found("women, peace and security"),
              ElementsAre("women, peace and security=women-peace-and-security"));
}

TEST(GlossaryTest, SurvivesAnyBytesAndStaysLinear) {
  for (const char* text : {"", "\xFF\xFE", "мир\xD0", "反\xE6\x81", "\xE2\x80", "a\0b"})
    (void)find_concepts(text);
  std::string bytes;
  for (int i = 0; i < 20000; ++i) bytes += static_cast<char>(i * 131 + i / 7);
  for (const ConceptMention& mention : find_concepts(bytes))
    EXPECT_LT(mention.span.begin, mention.span.end);
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "нарушения прав ";
  EXPECT_THAT(find_concepts(text), IsEmpty());
}

}  // namespace
}  // namespace dragoman
