#include "term_table.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "dragoman/hash.h"

namespace dragoman {
namespace {

constexpr std::size_t kFirstSlots = 4096;

}  // namespace

TermTable::TermTable() : slots_(kFirstSlots) {}

void TermTable::clear() {
  if (slots_.size() > kFirstSlots)
    slots_.resize(kFirstSlots);  // a large document must not slow the small ones
  std::fill(slots_.begin(), slots_.end(), Slot{});
  entries_.clear();
  places_.clear();
  kept_.clear();
}

TermTable::Entry& TermTable::entry_of(std::string_view term) {
  const auto hash = static_cast<std::uint32_t>(hash_bytes(term));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].entry != kNone; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && entries_[slots_[at].entry].term == term)
      return entries_[slots_[at].entry];
  }
  slots_[at] = {hash, static_cast<std::uint32_t>(entries_.size())};
  entries_.push_back({term, 0, kNone, kNone});
  if (2 * entries_.size() > slots_.size()) grow();
  return entries_.back();
}

void TermTable::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.entry == kNone) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].entry != kNone) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

void TermTable::add(std::string_view term, std::uint32_t position, std::uint32_t count) {
  Entry& entry = entry_of(term);
  entry.count += count;
  if (entry.last_place != kNone && places_[entry.last_place].position == position) return;
  const auto place = static_cast<std::uint32_t>(places_.size());
  places_.push_back({position, kNone});
  (entry.last_place == kNone ? entry.first_place : places_[entry.last_place].next) = place;
  entry.last_place = place;
}

std::string_view TermTable::keep(std::string term) { return kept_.emplace_back(std::move(term)); }

std::vector<TermPositions> TermTable::positions() {
  positions_.clear();
  positions_.reserve(places_.size());  // so that the spans stay valid
  std::vector<TermPositions> all;
  all.reserve(entries_.size());
  for (const Entry& entry : entries_) all.push_back({entry.term, positions_of(entry)});
  return all;
}

std::span<const std::uint32_t> TermTable::positions_of(const Entry& entry) {
  const auto size = static_cast<std::ptrdiff_t>(positions_.size());
  for (std::uint32_t at = entry.first_place; at != kNone; at = places_[at].next)
    positions_.push_back(places_[at].position);
  const auto first = positions_.begin() + size;
  // Entities are written after one another, and two of them may begin at one word.
  if (std::adjacent_find(first, positions_.end(), std::greater_equal<>()) != positions_.end()) {
    std::sort(first, positions_.end());
    positions_.erase(std::unique(first, positions_.end()), positions_.end());
  }
  return {first, positions_.end()};
}

}  // namespace dragoman
