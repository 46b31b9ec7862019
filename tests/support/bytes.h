// Bytes that tests write down.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

namespace dragoman {

// from_hex("d09e") == "О".
inline std::string from_hex(std::string_view hex) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
  }
  return bytes;
}

// `window_bits`: 16 + 15 for gzip, 15 for zlib, -15 for neither.
inline std::string deflated(std::string_view text, int window_bits = 16 + MAX_WBITS) {
  z_stream state = {};
  deflateInit2(&state, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&state, text.size()) + 100, '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  state.avail_in = static_cast<uInt>(text.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  deflate(&state, Z_FINISH);
  out.resize(state.total_out);
  deflateEnd(&state);
  return out;
}

inline std::string gzip(std::string_view text) { return deflated(text); }

}  // namespace dragoman
