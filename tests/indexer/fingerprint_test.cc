#include "fingerprint.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

// Words that no other story has.
std::string story(unsigned seed, int words, const char* ending = "") {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < words; ++i)
    text += "слово" + std::to_string(random() % 100000) + ending + " ";
  return text;
}

Document text(const std::string& body, const std::string& title = "") {
  Document document;
  document.body = body;
  document.title = title;
  return document;
}

double alike(const std::string& a, const std::string& b) {
  return similarity(fingerprint(text(a)).sketch, fingerprint(text(b)).sketch);
}

TEST(FingerprintTest, CaseAndPunctuationDoNotCount) {
  EXPECT_EQ(fingerprint(text(story(1, 80))).sketch,
            fingerprint(text("«" + story(1, 80, ",") + "»")).sketch);
  const std::string upper = "САММИТ ОДКБ The SUMMIT ÉLYSÉE ";
  const std::string lower = "саммит одкб the summit élysée ";
  EXPECT_EQ(fingerprint(text(upper + story(1, 80))).sketch,
            fingerprint(text(lower + story(1, 80))).sketch);
}

TEST(FingerprintTest, EstimatesTheShareOfCommonPairs) {
  const std::string both = story(1, 200);
  EXPECT_EQ(alike(both, both), 1);
  EXPECT_NEAR(alike(both, story(2, 200)), 0, 0.15);
  // 200 of 400 words.
  EXPECT_NEAR(alike(both + story(2, 100), both + story(3, 100)), 0.5, 0.15);
  EXPECT_NEAR(alike(both, both + story(3, 200)), 0.5, 0.15);
}

TEST(FingerprintTest, IdeographsNeedNoBlanks) {
  std::string chinese, other;
  for (int i = 0; i < 120; ++i) {
    chinese += std::string("国会议员和平安全合作组织经济")
                   .substr(3 * static_cast<std::size_t>(i * 7 % 14), 3);
    other += std::string("发展世界人民大使代表谈判协定")
                 .substr(3 * static_cast<std::size_t>(i * 5 % 14), 3);
  }
  EXPECT_EQ(fingerprint(text(chinese)).sketch.size(), kSketchBytes);
  EXPECT_EQ(alike(chinese, chinese), 1);
  EXPECT_LT(alike(chinese, other), 0.2);
}

TEST(FingerprintTest, AllWordsOfAShortTextCount) {
  const Fingerprint one = fingerprint(text("Восемь слов в этой новости и не больше.", "Заголовок"));
  EXPECT_EQ(one.sketch.size(), 8u);
  EXPECT_EQ(one.sketch,
            fingerprint(text("восемь слов в этой новости и не больше", "ЗАГОЛОВОК")).sketch);
  EXPECT_NE(one.sketch,
            fingerprint(text("Восемь слов в этой новости и не меньше.", "Заголовок")).sketch);
  EXPECT_NE(one.sketch,
            fingerprint(text("Восемь слов в этой новости и не больше.", "Другой")).sketch);
}

TEST(FingerprintTest, TextsWithoutWordsHaveNone) {
  for (const char* body : {"", "…", "Семь слов здесь нет", "\xFF\xC3\x28", "😀 😀 😀"}) {
    EXPECT_TRUE(fingerprint(text(body)).empty()) << body;
  }
}

TEST(FingerprintTest, SurvivesIllFormedText) {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += static_cast<char>(i * 31 % 256);
  EXPECT_EQ(alike(bytes, bytes), 1);
}

TEST(FingerprintTest, IsReadBackAsWritten) {
  for (const int words : {10, 60, 3000}) {
    const Fingerprint made = fingerprint(text(story(5, words)));
    const Fingerprint read = decode_fingerprint(encode_fingerprint(made));
    EXPECT_EQ(read.features, made.features);
    EXPECT_EQ(read.sketch, made.sketch);
    EXPECT_EQ(read.words, made.words);
  }
  for (const std::string& damaged :
       {std::string(), std::string("\x08"), std::string("\x08\x08zzz"), std::string("\xFF\xFF")}) {
    EXPECT_TRUE(decode_fingerprint(damaged).empty());
  }
}

}  // namespace
}  // namespace dragoman
