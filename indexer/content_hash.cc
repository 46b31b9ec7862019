#include "content_hash.h"

#include <bit>
#include <cstring>

namespace dragoman {

std::uint64_t mix64(std::uint64_t x) {
  x = (x ^ (x >> 30u)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27u)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31u);
}

void Hasher::add(std::string_view field) {
  mix(field.size());
  std::uint64_t word = 0;
  for (; field.size() >= sizeof word; field.remove_prefix(sizeof word)) {
    std::memcpy(&word, field.data(), sizeof word);
    mix(word);
  }
  word = 0;
  std::memcpy(&word, field.data(), field.size());
  mix(word);
}

std::string Hasher::bytes() const {
  const std::uint64_t lanes[2] = {mix64(a_ ^ std::rotl(b_, 17)), mix64(b_ + a_)};
  std::string out(sizeof lanes, '\0');
  std::memcpy(out.data(), lanes, sizeof lanes);
  return out;
}

void Hasher::mix(std::uint64_t word) {
  a_ = std::rotl((a_ ^ word) * 0x9E3779B185EBCA87u, 31);
  b_ = (std::rotl(b_, 27) + word) * 0xC2B2AE3D27D4EB4Fu;
  b_ ^= b_ >> 29u;
}

std::uint64_t hash64(std::string_view text) {
  Hasher hasher;
  hasher.add(text);
  std::uint64_t number = 0;
  std::memcpy(&number, hasher.bytes().data(), sizeof number);
  return number;
}

std::string content_hash(const Document& document) {
  Hasher hasher;
  for (const std::string* field :
       {&document.id, &document.title, &document.body, &document.date, &document.lang,
        &document.url, &document.source, &document.symbol, &document.type}) {
    hasher.add(*field);
  }
  for (const ExtraField& field : document.extra) {
    hasher.add(field.key);
    hasher.add(field.value);
  }
  return hasher.bytes();
}

}  // namespace dragoman
