#include "host_name.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(HostName, KnowsTheAddressesOfThisMachine) {
  for (const char* own : {"127.0.0.1", "127.1.2.3", "::1", "localhost", "LocalHost"})
    EXPECT_TRUE(is_loopback(own)) << own;
  for (const char* other :
       {"0.0.0.0", "127.evil.example", "localhost.example", "::", "", "послы.рф"})
    EXPECT_FALSE(is_loopback(other)) << other;
}

TEST(HostName, AnswersOnLoopbackToLoopbackAndToNamesGiven) {
  struct {
    const char* host;
    bool by_default, with_name;
  } table[] = {{"127.0.0.1:8080", true, true},
               {"[::1]:8080", true, true},
               {"[::1]", true, true},
               {"search.example", false, true},
               {"SEARCH.example:80", false, true},
               {"evil.example", false, false},
               {"search.example.evil", false, false},
               {"", false, false},
               {"[::1", false, false}};
  for (const auto& [host, by_default, with_name] : table) {
    EXPECT_EQ(may_be_host(host, true, {}), by_default) << host;
    EXPECT_EQ(may_be_host(host, true, {"search.example"}), with_name) << host;
    EXPECT_EQ(may_be_host(host, false, {"search.example"}), with_name) << host;
    EXPECT_TRUE(may_be_host(host, false, {})) << host;
  }
}

}  // namespace
}  // namespace dragoman
