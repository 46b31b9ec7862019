#include "dragoman/searcher/query_completion.h"

#include <gmock/gmock.h>

namespace dragoman {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> texts(const QueryCompletion& completion) {
  std::vector<std::string> all;
  for (const QueryChoice& choice : completion.choices) all.push_back(choice.text);
  return all;
}

TEST(QueryCompletion, CompletesFields) {
  const QueryCompletion found = complete_query("саммит or", 5);
  EXPECT_EQ(found.begin, 13u);
  EXPECT_THAT(texts(found), ElementsAre("org:", "org:="));
  EXPECT_THAT(texts(complete_query("саммит ", 5)), IsEmpty());
}

TEST(QueryCompletion, CompletesOrganizationsInAnyLanguage) {
  const QueryCompletion found = complete_query("(org:шос", 5);
  EXPECT_EQ(found.begin, 5u);
  EXPECT_THAT(texts(found), Contains("sco"));
  EXPECT_EQ(found.choices[0].name, "ШОС");
  EXPECT_EQ(complete_query("org:\"Shanghai Coop", 50).begin, 4u);
}

TEST(QueryCompletion, CompletesTheLongestRunOfWordsThatBeginsAName) {
  const QueryCompletion found = complete_names("встреча shanghai cooperation org", 5);
  EXPECT_EQ(found.begin, 15u);
  EXPECT_THAT(texts(found), Contains("sco"));
  EXPECT_EQ(complete_names("集体安全 и ШО", 5).begin, 16u);
  EXPECT_THAT(texts(complete_names("x", 5)), IsEmpty());
  EXPECT_THAT(texts(complete_names("", 5)), IsEmpty());
  EXPECT_THAT(texts(complete_names("a  ", 5)), IsEmpty());
}

}  // namespace
}  // namespace dragoman
