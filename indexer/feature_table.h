// Which texts have a feature: an open-addressing table of 32-bit features and text numbers.
//
//   FeatureTable table;
//   table.add(feature, 17);
//   table.each(feature, [](std::uint32_t text) { … });   // 17
//
// Keeps the first kMostTexts texts of a feature: what more texts share is a formula of the trade.
// Eight bytes an entry, at most 60 % full.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dragoman {

class FeatureTable {
 public:
  static constexpr std::size_t kMostTexts = 4;

  void add(std::uint32_t feature, std::uint32_t text) {
    if ((used_ + 1) * 5 > entries_.size() * 3) grow();
    std::size_t same = 0;
    std::size_t at = place_of(feature);
    for (; entries_[at].text != kNone; at = next(at)) {
      if (entries_[at].feature == feature && ++same == kMostTexts) return;
    }
    entries_[at] = {feature, text};
    ++used_;
  }

  template <typename Use>
  void each(std::uint32_t feature, Use&& use) const {
    if (entries_.empty()) return;
    for (std::size_t at = place_of(feature); entries_[at].text != kNone; at = next(at)) {
      if (entries_[at].feature == feature) use(entries_[at].text);
    }
  }

  // Forgets the texts below `first` and counts the others from 0.
  void forget_before(std::uint32_t first) {
    FeatureTable left;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const Entry& entry = entries_[i];
      if (entry.text != kNone && entry.text >= first) left.add(entry.feature, entry.text - first);
    }
    *this = std::move(left);
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Entry {
    std::uint32_t feature = 0;
    std::uint32_t text = kNone;
  };

  // Features are the lowest of hashes, so their high bits are alike: spread them.
  std::size_t place_of(std::uint32_t feature) const {
    const std::uint64_t spread = feature * 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(spread >> 20u) & (entries_.size() - 1);
  }
  std::size_t next(std::size_t at) const { return (at + 1) & (entries_.size() - 1); }

  void grow() {
    std::vector<Entry> old = std::exchange(entries_, {});
    entries_.resize(old.empty() ? 1024 : old.size() * 2);
    for (const Entry& entry : old) {
      if (entry.text == kNone) continue;
      std::size_t at = place_of(entry.feature);
      while (entries_[at].text != kNone) at = next(at);
      entries_[at] = entry;
    }
  }

  std::vector<Entry> entries_;  // a power of two of them
  std::size_t used_ = 0;
};

}  // namespace dragoman
