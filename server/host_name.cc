#include "host_name.h"

#include <algorithm>

namespace dragoman {
namespace {

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) {
    const std::size_t close = host.find(']');
    return close == std::string_view::npos ? host : host.substr(1, close - 1);
  }
  return host.substr(0, host.rfind(':'));
}

bool same(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [lower](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

bool is_loopback(std::string_view address) {
  const bool digits = address.find_first_not_of("0123456789.") == std::string_view::npos;
  return same(address, "localhost") || (digits && address.starts_with("127.")) || address == "::1";
}

bool may_be_host(std::string_view host, bool on_loopback, const std::vector<std::string>& names) {
  if (!on_loopback && names.empty()) return true;
  const std::string_view name = without_port(host);
  return is_loopback(name) || std::any_of(names.begin(), names.end(),
                                          [name](const auto& one) { return same(one, name); });
}

}  // namespace dragoman
