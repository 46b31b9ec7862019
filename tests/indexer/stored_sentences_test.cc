#include "dragoman/stored_sentences.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

// Of a title of two sentences and a body, some of whose sentences stand apart.
std::vector<StoredSentence> make_sentences(std::size_t count) {
  std::vector<StoredSentence> sentences = {{3, 0, 12, true}, {5, 13, 40, true}};
  std::uint32_t position = 9, end = 0;
  while (sentences.size() < count) {
    const std::uint32_t begin = end + (sentences.size() % 5 == 0 ? 2 : 0);
    end = begin + 17 + static_cast<std::uint32_t>(sentences.size() % 90);
    sentences.push_back({position, begin, end, false});
    position += 1 + static_cast<std::uint32_t>(sentences.size() % 30);
  }
  sentences.resize(count);
  return sentences;
}

bool equal(const StoredSentence& a, const StoredSentence& b) {
  return a.position == b.position && a.begin == b.begin && a.end == b.end &&
         a.in_title == b.in_title;
}

class StoredSentencesTest : public testing::TestWithParam<std::size_t> {};

TEST_P(StoredSentencesTest, GivesBackEachInAnyOrder) {
  const std::vector<StoredSentence> sentences = make_sentences(GetParam());
  const StoredSentences stored(encode_sentences(sentences));
  ASSERT_EQ(stored.size(), sentences.size());
  EXPECT_EQ(stored.empty(), sentences.empty());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::size_t at = (i * 389 + 7) % sentences.size();
    EXPECT_TRUE(equal(stored[at], sentences[at])) << at;
  }
  EXPECT_TRUE(stored.is_sound());
}

TEST_P(StoredSentencesTest, FindsTheSentenceOfEachPosition) {
  const std::vector<StoredSentence> sentences = make_sentences(GetParam());
  const std::uint32_t behind = sentences.empty() ? 10 : sentences.back().position + 10;
  for (std::uint32_t position = 0; position < behind; position += 1 + position / 99) {
    std::size_t expected = 0;
    for (std::size_t i = 0; i < sentences.size() && sentences[i].position <= position; ++i)
      expected = i;
    // Each time anew, so that no block was read before.
    EXPECT_EQ(StoredSentences(encode_sentences(sentences)).at(position), expected) << position;
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, StoredSentencesTest,
                         testing::Values(0, 1, 2, 100, 255, 256, 257, 512, 1000));

TEST(StoredSentencesTest, SurvivesDamageAndTellsOfIt) {
  const std::string good = encode_sentences(make_sentences(300));
  EXPECT_FALSE(StoredSentences("").is_sound());
  for (std::size_t bytes = 0; bytes < good.size(); ++bytes)
    EXPECT_FALSE(StoredSentences(good.substr(0, bytes)).is_sound()) << bytes;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const int bit : {1, 0x80, 0xFF}) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ bit);
      const StoredSentences stored(bad);
      for (const std::uint32_t position : {0u, 77u, UINT32_MAX}) {
        const std::size_t sentence = stored.at(position);
        if (sentence < stored.size()) (void)stored[sentence];
      }
      (void)stored.is_sound();
    }
  }
}

}  // namespace
}  // namespace dragoman
