#include "dragoman/analyzers/analysis_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "dragoman/analyzers/analyzer.h"

namespace dragoman {
namespace {

struct Case {
  const char* name;
  const char* id;
  const char* written;  // in the line
};

class AnalysisJsonTest : public testing::TestWithParam<Case> {};

TEST_P(AnalysisJsonTest, CallsTheTextAsItIsTold) {
  constexpr std::string_view kText = "Саммит ОДКБ";
  Analyzer analyzer;
  const std::string line =
      analysis_json(kText, analyzer.analyze(kText), {.id = GetParam().id, .tokens = false});
  const auto parsed = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
  ASSERT_FALSE(parsed.is_discarded()) << line;
  EXPECT_EQ(parsed["id"].dump(), GetParam().written);
  EXPECT_EQ(parsed["organizations"].at(0)["id"], "csto");
}

INSTANTIATE_TEST_SUITE_P(Ids, AnalysisJsonTest,
                         testing::Values(Case{"Text", R"("речь 1")", R"("речь 1")"},
                                         Case{"Number", "17", "17"}, Case{"Null", "null", "null"},
                                         Case{"NoJson", "речь-1", R"("речь-1")"},
                                         Case{"Half", R"({"a":)", R"("{\"a\":")"}),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace dragoman
