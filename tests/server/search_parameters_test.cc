#include "search_parameters.h"

#include <gmock/gmock.h>

namespace dragoman {
namespace {

using ::testing::ElementsAre;

TEST(SearchParameters, AreTheOptionsOfASearch) {
  const WebParameters given = {{"q", "саммит ОДКБ"}, {"n", "5"},     {"offset", "20"},
                               {"sort", "date-"},    {"lang", "ru"}, {"lang", "fr"},
                               {"org", "csto"},      {"type", ""},   {"facet", "org,year"},
                               {"facet", "lang"},    {"maybe", "1"}, {"translate", "false"}};
  const Result<SearchRequest> request = read_search(Parameters(given));
  ASSERT_TRUE(request);
  EXPECT_EQ(request->query, "саммит ОДКБ");
  EXPECT_EQ(request->limit, 5u);
  EXPECT_EQ(request->offset, 20u);
  EXPECT_EQ(request->sort, "date-");
  EXPECT_THAT(request->facets, ElementsAre("org", "year", "lang"));
  ASSERT_EQ(request->filters.size(), 3u);
  EXPECT_EQ(request->filters[1].value, "fr");
  EXPECT_EQ(request->filters[2].field, "org");
  EXPECT_TRUE(request->reach.maybe);
  EXPECT_FALSE(request->reach.translate);
}

TEST(SearchParameters, AreRefusedInWords) {
  const std::pair<WebParameters, const char*> table[] = {
      {{{"n", "пять"}}, "'n' wants a number from 0 to 100"},
      {{{"n", "5x"}}, "'n' wants a number from 0 to 100"},
      {{{"offset", "99999999999999999999"}}, "'offset' wants a number from 0 to 10000"},
      {{{"maybe", "да"}}, "'maybe' is 0 or 1"},
      {{{"org", "одкб"}}, "there is no organization 'одкб'"},
      {{{"q", std::string(kMostQueryBytes + 1, 'x')}}, "the query is longer than 4096 bytes"}};
  for (const auto& [given, message] : table) {
    const Result<SearchRequest> request = read_search(Parameters(given));
    ASSERT_FALSE(request) << message;
    EXPECT_EQ(request.error().message, message);
  }
}

}  // namespace
}  // namespace dragoman
