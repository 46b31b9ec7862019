#include "dragoman/stored_sentences.h"

#include <algorithm>
#include <utility>

#include "varint.h"

namespace dragoman {
namespace {

// Layout, all numbers as varints: how many sentences; then of each block its bytes, and the position and end of its last
// sentence as differences to those of the block before; then the blocks. A sentence: position as difference to the one
// before, bytes << 2 | is apart << 1 | in_title, and of one that is apart the bytes between it and the one before, which
// are else none.
constexpr std::size_t kBlock = 256;

std::size_t blocks_of(std::size_t sentences) { return (sentences + kBlock - 1) / kBlock; }

// Differences wrap, and wrap back when they are added.
void put_difference(std::string& out, std::uint32_t to, std::uint32_t from) {
  put_varint(out, static_cast<std::uint32_t>(to - from));
}

bool take_difference(std::string_view& rest, std::uint32_t& value) {
  std::uint64_t difference = 0;
  if (!take_varint(rest, difference) || difference > UINT32_MAX) return false;
  value += static_cast<std::uint32_t>(difference);
  return true;
}

void put_sentence(std::string& out, const StoredSentence& sentence, const StoredSentence& before) {
  const bool is_apart = sentence.begin != before.end;
  put_difference(out, sentence.position, before.position);
  put_varint(out, std::uint64_t{sentence.end - sentence.begin} << 2u | (is_apart ? 2u : 0u) |
                      (sentence.in_title ? 1u : 0u));
  if (is_apart) put_difference(out, sentence.begin, before.end);
}

bool take_sentence(std::string_view& rest, const StoredSentence& before, StoredSentence& sentence) {
  std::uint64_t bytes = 0;
  sentence = {before.position, before.end, before.end, false};
  if (!take_difference(rest, sentence.position) || !take_varint(rest, bytes)) return false;
  sentence.in_title = (bytes & 1u) != 0;
  if ((bytes & 2u) != 0 && !take_difference(rest, sentence.begin)) return false;
  if (bytes >> 2u > UINT32_MAX - sentence.begin) return false;
  sentence.end = sentence.begin + static_cast<std::uint32_t>(bytes >> 2u);
  return true;
}

}  // namespace

std::string encode_sentences(const std::vector<StoredSentence>& sentences) {
  std::string directory, blocks;
  put_varint(directory, sentences.size());
  StoredSentence before;
  for (std::size_t begin = 0; begin < sentences.size(); begin += kBlock) {
    const StoredSentence first_before = before;
    const std::size_t bytes_before = blocks.size();
    for (std::size_t i = begin; i < std::min(begin + kBlock, sentences.size()); ++i) {
      put_sentence(blocks, sentences[i], before);
      before = sentences[i];
    }
    put_varint(directory, blocks.size() - bytes_before);
    put_difference(directory, before.position, first_before.position);
    put_difference(directory, before.end, first_before.end);
  }
  return directory + blocks;
}

StoredSentences::StoredSentences(std::string data) : data_(std::move(data)) {
  std::string_view rest = data_;
  std::uint64_t size = 0;
  if (!take_varint(rest, size) || size > data_.size()) return;  // a sentence has bytes
  whole_ = find_blocks(rest, static_cast<std::size_t>(size));
  if (whole_) {
    size_ = static_cast<std::size_t>(size);
  } else {
    blocks_.clear();
  }
}

// Reads the directory; false when it is not one of the blocks behind it.
bool StoredSentences::find_blocks(std::string_view rest, std::size_t sentences) {
  StoredSentence before;
  std::size_t begin = 0;
  for (std::size_t left = blocks_of(sentences); left > 0; --left) {
    std::uint64_t bytes = 0;
    Block block{before, begin, 0, true, {}};
    if (!take_varint(rest, bytes) || bytes > data_.size()) return false;
    if (!take_difference(rest, before.position) || !take_difference(rest, before.end)) return false;
    begin += static_cast<std::size_t>(bytes);
    block.end = begin;
    blocks_.push_back(std::move(block));
  }
  for (Block& block : blocks_) {
    block.begin += data_.size() - rest.size();
    block.end += data_.size() - rest.size();
  }
  return begin == rest.size();
}

const StoredSentences::Block& StoredSentences::read(std::size_t number) const {
  Block& block = blocks_[number];
  if (!block.sentences.empty()) return block;
  std::string_view rest = std::string_view(data_).substr(block.begin, block.end - block.begin);
  StoredSentence sentence = block.before;
  block.sentences.resize(std::min(kBlock, size_ - number * kBlock));
  for (StoredSentence& next : block.sentences) {
    block.sound = take_sentence(rest, sentence, next) && block.sound;
    sentence = next;
  }
  block.sound = block.sound && rest.empty();
  return block;
}

StoredSentence StoredSentences::operator[](std::size_t number) const {
  return read(number / kBlock).sentences[number % kBlock];
}

std::size_t StoredSentences::at(std::uint32_t position) const {
  // The block before the first one whose sentences all begin behind the position: what is before a block tells only
  // where it may begin, so the last sentence may be one of the next block.
  const auto behind = std::partition_point(
      blocks_.begin(), blocks_.end(),
      [position](const Block& block) { return block.before.position <= position; });
  for (auto block = static_cast<std::size_t>(behind - blocks_.begin()); block > 0; --block) {
    const std::vector<StoredSentence>& sentences = read(block - 1).sentences;
    const auto after =
        std::upper_bound(sentences.begin(), sentences.end(), position,
                         [](std::uint32_t at, const StoredSentence& s) { return at < s.position; });
    if (after != sentences.begin())
      return (block - 1) * kBlock + static_cast<std::size_t>(after - sentences.begin()) - 1;
  }
  return 0;
}

bool StoredSentences::is_sound() const {
  if (!whole_) return false;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    if (!read(i).sound) return false;
  }
  return true;
}

}  // namespace dragoman
