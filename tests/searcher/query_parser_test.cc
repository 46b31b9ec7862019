#include "dragoman/searcher/query_parser.h"

#include <gmock/gmock.h>

namespace dragoman {
namespace {

struct ParserCase {
  const char* query;
  const char* tree;
};

void expect_trees(const std::vector<ParserCase>& cases) {
  for (const ParserCase& c : cases)
    EXPECT_EQ(to_string(parse_query(c.query).root), c.tree) << c.query;
}

TEST(QueryParserTest, TakesARunOfWordsForOneText) {
  expect_trees({
      {"", "(nothing)"},
      {"саммит ОДКБ", R"q((text "саммит ОДКБ"))q"},
      {"集体安全条约组织", R"q((text "集体安全条约组织"))q"},
      {"Asia-Pacific l’ONU 24/7", R"q((text "Asia-Pacific l’ONU 24/7"))q"},
      {"resolution 2334 (2016)", R"q((text "resolution 2334 (2016)"))q"},
      {"A/RES/1514(XV) today", R"q((text "A/RES/1514(XV) today"))q"},
      {"http://undocs.org/A/RES/71/12", R"q((text "http://undocs.org/A/RES/71/12"))q"},
  });
}

TEST(QueryParserTest, KnowsPhrasesAndExactWords) {
  expect_trees({
      {R"q("совместное коммюнике")q", R"q((phrase "совместное коммюнике"))q"},
      {"«совместное коммюнике»", R"q((phrase "совместное коммюнике"))q"},
      {R"q(="Exact Words")q", R"q((exact "Exact Words"))q"},
      {R"q("open)q", R"q((phrase "open"))q"},
      {R"q("")q", R"q((text "\"\""))q"},
      {"cooperat*", R"q((prefix "cooperat"))q"},
  });
}

TEST(QueryParserTest, KnowsBooleansByTheirCapitals) {
  expect_trees({
      {"SCO AND CSTO", R"q((and (text "SCO") (text "CSTO")))q"},
      {"a OR b AND c", R"q((or (text "a") (and (text "b") (text "c"))))q"},
      {"(a OR b) AND c", R"q((and (or (text "a") (text "b")) (text "c")))q"},
      {"a NOT b", R"q((and (text "a") (not (text "b"))))q"},
      {"a AND NOT b", R"q((and (text "a") (not (text "b"))))q"},
      {"NOT b", R"q((query -(text "b")))q"},
      {"a and b", R"q((text "a and b"))q"},
      {"+a -b c d", R"q((query +(text "a") -(text "b") (text "c d")))q"},
      {"a NEAR/5 b NEAR/5 c", R"q((near/5 (text "a") (text "b") (text "c")))q"},
      {"a NEAR/5 b NEAR/2 c", R"q((near/2 (near/5 (text "a") (text "b")) (text "c")))q"},
      {"UN NEAR/5 SCO", R"q((near/5 (text "UN") (text "SCO")))q"},
      {"talks of UN NEAR SCO", R"q((query (text "talks of") (near/10 (text "UN") (text "SCO"))))q"},
  });
}

TEST(QueryParserTest, TakesOperatorsForWordsInASentenceAllInCapitals) {
  expect_trees({
      {"ПЕРЕГОВОРЫ ПРЕЗИДЕНТА AND ПРЕМЬЕР-МИНИСТРА СИРИИ",
       R"q((text "ПЕРЕГОВОРЫ ПРЕЗИДЕНТА AND ПРЕМЬЕР-МИНИСТРА СИРИИ"))q"},
      {"BORDER DISPUTE BETWEEN ISRAEL AND SYRIA .",
       R"q((text "BORDER DISPUTE BETWEEN ISRAEL AND SYRIA ."))q"},
      {"THE BAATH (RENAISSANCE) PARTY OF SYRIA AND IRAQ",
       R"q((text "THE BAATH (RENAISSANCE) PARTY OF SYRIA AND IRAQ"))q"},
      {"NATO AND RUSSIA", R"q((and (text "NATO") (text "RUSSIA")))q"},
      {"SANCTIONS AND RUSSIA AND UKRAINE AND EU",
       R"q((and (text "SANCTIONS") (text "RUSSIA") (text "UKRAINE") (text "EU")))q"},
      {"BORDER DISPUTE (ISRAEL OR SYRIA) NOT JORDAN",
       R"q((and (query (text "BORDER DISPUTE") (or (text "ISRAEL") (text "SYRIA"))) (not (text "JORDAN"))))q"},
  });
}

TEST(QueryParserTest, KnowsFieldsAndRanges) {
  expect_trees({
      {"org:sco", R"q((field org "sco"))q"},
      {"org:=sco", R"q((field =org "sco"))q"},
      {R"q(title:"годовой доклад")q", R"q((field title "годовой доклад"))q"},
      {"sym:S/RES/2334(2016)", R"q((field sym "S/RES/2334(2016)"))q"},
      {"a:b:c", R"q((field a "b:c"))q"},
      {"date:2016-11", "(range date 2016-11)"},
      {"date:2016-11-20..2016-11-30", "(range date 2016-11-20..2016-11-30)"},
      {"date:2016-Q4", "(range date 2016-10..2016-12)"},
      {"date:>2016", "(range date >2016)"},
      {"date:<=2016-11", "(range date <=2016-11)"},
      {"date:2016..", "(range date >=2016)"},
      {"date:2018..2016-11", "(range date 2016-11..2018)"},
      {"date:2016-11..2016", "(range date 2016-11..2016)"},
      {"date:9999-99..", R"q((range date >=9999-99))q"},
      {"date:soon", R"q((text "soon"))q"},
  });
}

TEST(QueryParserTest, PutsEachPartOfABracketIntoItsField) {
  expect_trees({
      {"title:(саммит ШОС)", R"q((query (field title "саммит") (field title "ШОС")))q"},
      {R"q(-title:(summit OR "joint communiqué"))q",
       R"q((query -(or (field title "summit") (field title "joint communiqué"))))q"},
      {"lang:(ru OR fr) мир", R"q((query (or (field lang "ru") (field lang "fr")) (text "мир")))q"},
      {"org:(European Union)", R"q((field org "European Union"))q"},
      {"title:(a AND NOT b*)", R"q((and (field title "a") (not (field title "b*"))))q"},
      {"title:(a org:sco)", R"q((query (field title "a") (field org "sco")))q"},
      {"date:(2016 OR 2018..2017)", R"q((or (range date 2016) (range date 2017..2018)))q"},
      {"date:(2016)", "(range date 2016)"},
      {"Title:(a", R"q((field title "a"))q"},
      {"title:()", R"q((text "title:()"))q"},
  });
}

TEST(QueryParserTest, ReadsWhatItCannotParseAsWordsAndSaysSo) {
  for (const char* query :
       {"NOT", "AND OR", "-", "()", "((((", "* ?", "\\", "'", "NEAR/", "SCO) OR (", "SCO AND",
        "org:", "\"unbalanced", ")(", "+", "NOT NOT NOT", "AND", "NEAR NEAR"}) {
    const ParsedQuery parsed = parse_query(query);
    EXPECT_NE(to_string(parsed.root), "(nothing)") << query;
  }
  EXPECT_FALSE(parse_query("SCO) OR (").notes.empty());
  EXPECT_FALSE(parse_query("date:soon").notes.empty());
  EXPECT_THAT(parse_query("mention:2018..2016").notes,
              testing::ElementsAre("'2018..2016' was read as 2016..2018"));
}

TEST(QueryParserTest, BoundsWhatIsPathological) {
  EXPECT_FALSE(parse_query(std::string(10000, '(') + "СНГ").notes.empty());
  EXPECT_FALSE(parse_query(std::string(1 << 20, 'x')).notes.empty());
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "+a ";
  EXPECT_FALSE(parse_query(many).notes.empty());
  std::string cut = std::string(kMaxQueryBytes - 1, ' ') + "я";  // the limit is within the letter
  EXPECT_EQ(to_string(parse_query(cut).root), "(nothing)");
}

}  // namespace
}  // namespace dragoman
