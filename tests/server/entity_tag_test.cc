#include "entity_tag.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(EntityTag, IsFoundInAListHoweverWeak) {
  for (const char* header :
       {"\"a\"", "W/\"a\"", "\"b\", \"a\"", "\"b\",W/\"a\"", "*", " \t\"a\" ", "\"b,\"  ,\"a\""})
    EXPECT_TRUE(has_entity_tag(header, "W/\"a\"")) << header;
}

TEST(EntityTag, IsNotFoundInWhatIsNoListOfIt) {
  for (const char* header : {"", "\"b\"", "a", "\"a", "\"ф\", \"ab\"", ",,,", "W/", "\"b\" a \"a"})
    EXPECT_FALSE(has_entity_tag(header, "\"a\"")) << header;
}

}  // namespace
}  // namespace dragoman
