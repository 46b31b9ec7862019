#include "printable.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(Printable, LeavesOutWhatActsOrCannotBeSeen) {
  struct {
    const char* text;
    const char* shown;
  } table[] = {{"Саммит ОДКБ", "Саммит ОДКБ"},
               {"\x1b[2Jсаммит\x07", "[2Jсаммит"},
               {"\u202eтимас\u2066", "тимас"},
               {"a\U000E0041\U000E007Fb", "ab"},    // tags
               {"a\u200bb\ufeffc", "abc"},          // spaces of no width
               {"می\u200cخواهم", "می\u200cخواهم"},  // Persian needs its joiners
               {"один\nдва\tтри\r\n", "один два три "},
               {"\xff\xd0", "\ufffd\ufffd"},
               {"集体安全\u2028条约", "集体安全条约"}};
  for (const auto& [text, shown] : table) EXPECT_EQ(printable(text), shown);
}

TEST(Printable, KeepsLinesWhereTheyAreWanted) {
  EXPECT_EQ(printable_lines("один\r\n\nдва\tтри\x00"), "один\n\nдва три");
}

}  // namespace
}  // namespace dragoman
