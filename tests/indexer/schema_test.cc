#include "dragoman/schema.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(MakeTerm, JoinsPrefixAndValue) { EXPECT_EQ(make_term("XO", "csto"), "XO:csto"); }

TEST(MakeTerm, CutsAtACharactersStart) {
  std::string value;
  for (int i = 0; i < 300; ++i) value += "я";
  const std::string term = make_term("XSRC", value);
  EXPECT_LE(term.size(), kMaxTermBytes);
  EXPECT_GE(term.size(), kMaxTermBytes - 1);
  EXPECT_EQ((term.size() - 5) % 2, 0u);
}

TEST(DateValue, KeepsThePrecisionGiven) {
  const struct {
    const char* iso;
    const char* value;
  } cases[] = {
      {"2016", "2016"},
      {"2016-11", "201611"},
      {"2016-11-24", "20161124"},
      {"2016-11-24T13:44", "20161124"},
      {"2016-11-24 13:44:01Z", "20161124"},
      {"2016-02-29", "20160229"},
      {"2015-02-29", ""},
      {"2016-13", ""},
      {"2016-1-2", ""},
      {"2016-11-24x", ""},
      {"24.11.2016", ""},
      {"", ""},
      {"0000", ""},
      {"2016-", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(date_value(c.iso), c.value) << c.iso;
}

}  // namespace
}  // namespace dragoman
