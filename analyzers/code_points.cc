#include "dragoman/code_points.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr std::size_t kBlock = 64;  // bytes that are counted anew for each question

std::size_t count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  before_block_.reserve(text.size() / kBlock + 1);
  std::size_t before = 0;
  for (std::size_t at = 0; at <= text.size(); at += kBlock) {
    before_block_.push_back(static_cast<std::uint32_t>(before));
    before += count(text.substr(at, kBlock));
  }
}

std::size_t CodePoints::before(std::size_t byte) const {
  const std::size_t end = std::min(byte, text_.size());
  const std::size_t block = end / kBlock;
  return before_block_[block] + count(text_.substr(block * kBlock, end - block * kBlock));
}

}  // namespace dragoman
