#include "terminal_text.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(TerminalTextTest, LetsNoCommandThrough) {
  EXPECT_EQ(plain_line("ШОС \x1b[31mred\x1b]0;pwn\x07 \xc2\x9b\x33\x31m\rover\nwritten"),
            "ШОС [31mred]0;pwn 31m over written");
  EXPECT_EQ(plain_line("a\u202Eb\u2066c\u200Fd"), "abcd");
  EXPECT_EQ(plain_line("bad \xff end"), "bad \uFFFD end");
}

TEST(TerminalTextTest, CountsWideCharactersAsTwoColumns) {
  EXPECT_EQ(columns_of("集体a"), 5u);
  EXPECT_EQ(columns_of("е\u0301"), 1u);
  EXPECT_EQ(cut_to("集体安全条约", 7), "集体安…");
  EXPECT_EQ(cut_to("short", 10), "short");
}

TEST(TerminalTextTest, FillsLinesAndKeepsMarksOverTheirBreak) {
  const TextStyle style{"[", "]"};
  EXPECT_EQ(filled("один два три", {{0, 8, ""}}, 40, 2, style), "  [один] два три\n");
  EXPECT_EQ(filled("abcdefghij klmnopqrst uvw", {{6, 15, ""}}, 20, 0, style),
            "abcdef[ghij]\n[klmn]opqrst uvw\n");
  EXPECT_EQ(filled("集体安全条约组织峰会在埃里温", {}, 20, 0, {}),
            "集体安全条约组织峰会\n在埃里温\n");
}

TEST(TerminalTextTest, BreaksNoLineBeforeClosingMarksNorInsideLetters) {
  EXPECT_EQ(filled("集体安全条约组织峰会，在（埃里温）举行", {}, 20, 0, {}),
            "集体安全条约组织峰\n会，在（埃里温）举行\n");
  EXPECT_EQ(filled("集体安全条约组织峰「会」", {}, 20, 0, {}), "集体安全条约组织峰\n「会」\n");
  EXPECT_EQ(
      filled(
          "が\u3099が\u3099が\u3099が\u3099が\u3099が\u3099が\u3099が\u3099が\u3099が\u3099が\u3099",
          {}, 20, 0, {}),
      "が\u3099が\u3099が\u3099が\u3099が\u3099が\u3099が\u3099が\u3099が\u3099が\u3099\nが\u3099\n");
}

TEST(TerminalTextTest, BoundsTheAccentsOfALetter) {
  std::string text = "е";
  for (int i = 0; i < 100000; ++i) text += "\u0301";
  EXPECT_EQ(plain_line(text + "х").size(), 2u + 8 * 2 + 2);
}

}  // namespace
}  // namespace dragoman
