#include "symbol_finder.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Each mention as "symbol=surface", or the symbol alone where it is printed so.
std::vector<std::string> symbols_in(std::string_view text) {
  std::vector<std::string> found;
  for (const SymbolMention& m : find_symbols(text)) {
    const std::string surface(text.substr(m.span.begin, m.span.end - m.span.begin));
    found.push_back(surface == m.symbol ? surface : m.symbol + "=" + surface);
  }
  return found;
}

TEST(SymbolFinderTest, ReadsCitationsInSixLanguages) {
  EXPECT_THAT(symbols_in("в резолюции Совета Безопасности ООН № 2334 (2016)"),
              ElementsAre("S/RES/2334(2016)=резолюции Совета Безопасности ООН № 2334 (2016)"));
  EXPECT_THAT(symbols_in("резолюция 71/12 Генеральной Ассамблеи"),
              ElementsAre("A/RES/71/12=резолюция 71/12"));
  EXPECT_THAT(symbols_in("résolution 1325 du Conseil de sécurité"),
              ElementsAre("S/RES/1325=résolution 1325"));
  EXPECT_THAT(symbols_in("la resolución 2202 (2015)"),
              ElementsAre("S/RES/2202(2015)=resolución 2202 (2015)"));
  EXPECT_THAT(symbols_in("وقرار مجلس الأمن ٢٣٣٤ (٢٠١٦)"),
              ElementsAre("S/RES/2334(2016)=قرار مجلس الأمن ٢٣٣٤ (٢٠١٦)"));
  EXPECT_THAT(
      symbols_in("安理会第2334（2016）号决议和大会第71/12号决议"),
      ElementsAre("S/RES/2334(2016)=安理会第2334（2016）号决议", "A/RES/71/12=大会第71/12号决议"));
  EXPECT_THAT(symbols_in("in General Assembly resolution 71/12 of 21 November 2016"),
              ElementsAre("A/RES/71/12=General Assembly resolution 71/12"));
}

TEST(SymbolFinderTest, ReadsWhatScansMailAndAddressesMakeOfASymbol) {
  EXPECT_THAT(symbols_in("А/RES/71/12"), ElementsAre("A/RES/71/12=А/RES/71/12"));  // a Cyrillic А
  EXPECT_THAT(symbols_in("see A/RES/\n71/12"), ElementsAre("A/RES/71/12=A/RES/\n71/12"));
  EXPECT_THAT(symbols_in("A / RES / 71 / 12"), ElementsAre("A/RES/71/12=A / RES / 71 / 12"));
  EXPECT_THAT(symbols_in("a/res/71/12"), ElementsAre("A/RES/71/12=a/res/71/12"));
  EXPECT_THAT(symbols_in("A/65/496/Add.l"), ElementsAre("A/65/496/Add.1=A/65/496/Add.l"));
  EXPECT_THAT(symbols_in("https://undocs.org/en/S/RES/2334(2016)"),
              ElementsAre("S/RES/2334(2016)"));
  EXPECT_THAT(symbols_in("?FinalSymbol=A%2FRES%2F71%2F12"),
              ElementsAre("A/RES/71/12=A%2FRES%2F71%2F12"));
  EXPECT_THAT(symbols_in("S-RES-2202 and A_RES_71_19.pdf"),
              ElementsAre("S/RES/2202=S-RES-2202", "A/RES/71/19=A_RES_71_19"));
}

TEST(SymbolFinderTest, GivesEveryMemberOfAListARangeAndAFamily) {
  EXPECT_THAT(symbols_in("resolutions 1267 (1999), 1989 (2011) and 2253 (2015)"),
              ElementsAre("S/RES/1267(1999)=resolutions 1267 (1999)",
                          "S/RES/1989(2011)=1989 (2011)", "S/RES/2253(2015)=2253 (2015)"));
  EXPECT_THAT(symbols_in("resolution 46/182 of 19 December 1991, 48/57 of 1993"),
              ElementsAre("A/RES/46/182=resolution 46/182", "A/RES/48/57=48/57"));
  EXPECT_THAT(symbols_in("القرارات 1696 و1737 و1929 مجلس الأمن"),
              ElementsAre("S/RES/1696=القرارات 1696", "S/RES/1737=1737", "S/RES/1929=1929"));
  EXPECT_THAT(symbols_in("resolutions 71/9–71/11"),
              ElementsAre("A/RES/71/9=resolutions 71/9–71/11", "A/RES/71/10=resolutions 71/9–71/11",
                          "A/RES/71/11=resolutions 71/9–71/11"));
  EXPECT_THAT(symbols_in("A/71/251–S/2016/661"), ElementsAre("A/71/251", "S/2016/661"));
  EXPECT_THAT(symbols_in("A/71/254 and Add.1 and 2 and Corr.1"),
              ElementsAre("A/71/254", "A/71/254/Add.1=Add.1", "A/71/254/Add.2=2",
                          "A/71/254/Corr.1=Corr.1"));
}

TEST(SymbolFinderTest, TellsWhoseResolutionItIs) {
  EXPECT_THAT(symbols_in("Human Rights Council resolution 17/4 and resolutions 16/21 and 5/1 of "
                         "the Human Rights Council"),
              ElementsAre("A/HRC/RES/17/4=Human Rights Council resolution 17/4",
                          "A/HRC/RES/16/21=resolutions 16/21", "A/HRC/RES/5/1=5/1"));
  EXPECT_THAT(
      symbols_in("ECOSOC resolution 1996/31; resolution 1503 (XLVIII); resolution 1514 (XV)"),
      ElementsAre("E/RES/1996/31=ECOSOC resolution 1996/31",
                  "E/RES/1503(XLVIII)=resolution 1503 (XLVIII)",
                  "A/RES/1514(XV)=resolution 1514 (XV)"));
  EXPECT_THAT(symbols_in("the General Assembly adopted resolution 2758"),
              ElementsAre("A/RES/2758(XXVI)=resolution 2758"));
  EXPECT_THAT(symbols_in("UN resolution 2758 of 1971"),
              ElementsAre("A/RES/2758(XXVI)=UN resolution 2758"));
  EXPECT_THAT(symbols_in("PACE Resolution 2132 (2016)"),
              ElementsAre("PACE/RES/2132(2016)=PACE Resolution 2132 (2016)"));
  EXPECT_THAT(symbols_in("resolution ES-10/19, Human Rights Council resolution S-17/1"),
              ElementsAre("A/RES/ES-10/19=resolution ES-10/19",
                          "A/HRC/RES/S-17/1=Human Rights Council resolution S-17/1"));
  EXPECT_THAT(symbols_in("the 1540 (2004) Committee"), ElementsAre("S/RES/1540(2004)=1540 (2004)"));
  EXPECT_THAT(symbols_in("Regulation (EU) No 269/2014 and Decision 2014/145/PESC"),
              ElementsAre("(EU)No269/2014=(EU) No 269/2014", "2014/145/CFSP=2014/145/PESC"));
  EXPECT_THAT(symbols_in("UNCTAD resolution 98 (IV), House Resolution 1701, resolution 1/45"),
              IsEmpty());
}

TEST(SymbolFinderTest, KnowsTheSymbolsOfOtherOrganizations) {
  EXPECT_THAT(symbols_in("PC.DEC/1117, MC.DEC/4/16, CM/Rec(2016)1, WHA69.1, GC(60)/RES/10, "
                         "Assembly/AU/Dec.605(XXVII)"),
              ElementsAre("PC.DEC/1117", "MC.DEC/4/16", "CM/Rec(2016)1", "WHA69.1", "GC(60)/RES/10",
                          "Assembly/AU/Dec.605(XXVII)"));
  EXPECT_THAT(symbols_in("AG/RES. 2887 (XLVI-O/16); PSC/PR/COMM.(DCLV); COM(2020) 66 final; 1155 "
                         "UNTS 331; EC-M-33/DEC.1"),
              ElementsAre("AG/RES.2887(XLVI-O/16)=AG/RES. 2887 (XLVI-O/16)", "PSC/PR/COMM.(DCLV)",
                          "COM(2020)66final=COM(2020) 66 final", "1155UNTS331=1155 UNTS 331",
                          "EC-M-33/DEC.1"));
  EXPECT_THAT(symbols_in("IT-95-5/18-T, ICC-01/04-01/06-2842, Case C-72/15, decision 1/CP.21"),
              ElementsAre("IT-95-5/18-T", "ICC-01/04-01/06-2842", "C-72/15", "1/CP.21"));
}

TEST(SymbolFinderTest, LeavesEverythingElseAlone) {
  for (const char* text :
       {"It is open 24/7, and/or at 90 km/h; A/C, I/O and S/he.",
        "in 2016/17, on 11/24/2016 or 9/11, version 1.4.22", "1/2 to 2/3 of 71/12",
        "H1N1 strain A/California/7/2009", "a C-130/17 plane", "at a resolution of 1080 pixels",
        "Курс 71/12 и 24/7", "2016/17年度", "the index fell 1234 (1999: 1200)",
        "Law No. 1267 (1999)", "AC/DC 2016, TCP/IP 4, S/N 1234", "paper A4/5"}) {
    EXPECT_THAT(symbols_in(text), IsEmpty()) << text;
  }
}

TEST(SymbolFinderTest, SurvivesBrokenAndEndlessInput) {
  EXPECT_THAT(symbols_in("\xD9\xFF A/RES/71/12 \xC3"), ElementsAre("A/RES/71/12"));
  for (const char* piece :
       {"1/", "A/", "(1", "/ /1", "resolution 1 ", "A/RES/1(", "71/12–", "А", "1 (", "A/1/A/"}) {
    std::string text;
    while (text.size() < 30000) text += piece;
    find_symbols(text);
  }
}

TEST(CanonicalSymbolTest, ReadsWhatAUserTypes) {
  const std::pair<const char*, const char*> kQueries[] = {
      {"a / res / 71 / 12", "A/RES/71/12"},
      {"UNSCR 2334", "S/RES/2334"},
      {"СБ 2334", "S/RES/2334"},
      {"рез. ГА ООН 60/1", "A/RES/60/1"},
      {"résolution 2334 (2016) du Conseil de sécurité", "S/RES/2334(2016)"},
      {"第2334(2016)号决议", "S/RES/2334(2016)"},
      {"القرار ٢٢٠٢ (٢٠١٥)", "S/RES/2202(2015)"},
      {"s/res/2202 (2015)", "S/RES/2202(2015)"},
      {"rés. 377 A (V)", "A/RES/377(V)A"},
      {"a/71/pv.50 (resumption 1)", "A/71/PV.50(Resumption1)"},
      {"cm/rec(2016)1", "CM/Rec(2016)1"},
      {"A77/4", "A77/4"},
      {"2334 (2016)", "S/RES/2334(2016)"},
      {"71/12", ""},
      {"24/7", ""},
      {"SCO summit 2016", ""},
      {"A/RES/71/12 and more", ""},
      {"A/RES/71/12*", ""},
      {"", ""},
  };
  for (const auto& [query, symbol] : kQueries) EXPECT_EQ(canonical_symbol(query), symbol) << query;
}

TEST(SymbolFinder, AWholeCitationIsBareWhenNobodyIsNamedWhoseItIs) {
  for (const std::string_view bare :
       {"резолюция 1325 (2000)", "resolution 2334 (2016)", "Resolution 1514 (XV)", "1325 (2000)",
        "  resolution 1612 (2005) "}) {
    EXPECT_TRUE(is_bare_citation(bare)) << bare;
  }
  for (const std::string_view named :
       {"резолюция 1325 (2000) Совета Безопасности", "S/RES/2334", "S/RES/2334(2016)",
        "A/RES/71/12", "UNSCR 2334", "resolution 2334", "Security Council resolution 2334 (2016)",
        "General Assembly resolution 1514 (XV)", "resolution 2334 (2016) and others", "",
        "resolution"}) {
    EXPECT_FALSE(is_bare_citation(named)) << named;
  }
}

TEST(BaseSymbolTest, LeavesOutWhatMakesNoOtherDocument) {
  EXPECT_EQ(base_symbol("A/C.3/71/L.9/Rev.1/Add.2"), "A/C.3/71/L.9");
  EXPECT_EQ(base_symbol("S/RES/2334(2016)"), "S/RES/2334");
  EXPECT_EQ(base_symbol("A/71/PV.50(Resumption1)"), "A/71/PV.50");
  EXPECT_EQ(base_symbol("A/RES/1514(XV)"), "A/RES/1514(XV)");
  EXPECT_EQ(base_symbol("A/RES/49/75K"), "A/RES/49/75");
  EXPECT_EQ(base_symbol("A/RES/1514(XV)A"), "A/RES/1514(XV)");
  EXPECT_EQ(base_symbol("A/C.3/71/L.9A"), "A/C.3/71/L.9A");
}

}  // namespace
}  // namespace dragoman
