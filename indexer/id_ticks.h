// The ids that a file had when it was last indexed, each ticked when it is met again.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace dragoman {

// Ids are given as 64-bit hashes; nine bytes each.
class IdTicks {
 public:
  IdTicks() = default;
  explicit IdTicks(std::vector<std::uint64_t> ids) : ids_(std::move(ids)) {
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    ticked_.assign(ids_.size(), false);
  }

  // Ticks an id; false when it is not among them.
  bool tick(std::uint64_t id) {
    const std::size_t at = place_of(id);
    if (at == ids_.size()) return false;
    ticked_[at] = true;
    return true;
  }

  bool left_unticked(std::uint64_t id) const {
    const std::size_t at = place_of(id);
    return at != ids_.size() && !ticked_[at];
  }

  bool all_ticked() const {
    return std::find(ticked_.begin(), ticked_.end(), false) == ticked_.end();
  }

 private:
  std::size_t place_of(std::uint64_t id) const {
    const auto at = std::lower_bound(ids_.begin(), ids_.end(), id);
    if (at == ids_.end() || *at != id) return ids_.size();
    return static_cast<std::size_t>(at - ids_.begin());
  }

  std::vector<std::uint64_t> ids_;  // sorted
  std::vector<bool> ticked_;
};

}  // namespace dragoman
