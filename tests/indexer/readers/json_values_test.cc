#include "readers/json_values.h"

#include <memory>
#include <utility>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

class TextStream : public ByteStream {
 public:
  explicit TextStream(std::string text) : text_(std::move(text)) {}
  Result<bool> read(std::string& buffer) override {
    buffer += text_;
    return !std::exchange(text_, {}).empty();
  }

 private:
  std::string text_;
};

// simdjson reads past the end of what it parses; that of a short value once ended where its memory did.
TEST(JsonValuesTest, GiveValuesBehindWhichMayBeRead) {
  Input input({}, std::make_unique<TextStream>("[{\"а\":1}, {\"тело\":\"Саммит ОДКБ\"}]"));
  JsonValues values(input, 1000);
  std::size_t count = 0;
  for (std::string value; values.next(value); value = std::string(), ++count)
    EXPECT_GE(value.capacity(), value.size() + Input::kPadding);
  EXPECT_EQ(count, 2u);
}

}  // namespace
}  // namespace dragoman
