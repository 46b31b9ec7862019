// The words of meaning in an organization's name, each as a number that forgets endings, so that
// names can be compared whatever the order of their words.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dragoman {

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): only the first `size` keys are read
struct NameKeys {
  static constexpr std::size_t kMost = 24;
  std::array<std::uint64_t, kMost> keys;  // in rising order
  std::size_t size = 0;
};

// The first six letters of every word but articles and prepositions, without case and accents.
NameKeys name_keys(std::string_view name);

// One number for all of them.
std::uint64_t hash_of(const NameKeys& keys);

}  // namespace dragoman
