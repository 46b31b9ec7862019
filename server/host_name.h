// Which names a server answers to. A page elsewhere may let its name point to 127.0.0.1 and then ask as if it were ours
// (DNS rebinding); the header Host tells it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// Whether only this machine reaches an address: localhost, 127.…, ::1.
bool is_loopback(std::string_view address);

// Whether a request with this Host ("localhost:8080"; empty: none) may be answered: the host is one of `names`, or a
// loopback address, or the server is not on loopback and no names are given.
bool may_be_host(std::string_view host, bool on_loopback, const std::vector<std::string>& names);

}  // namespace dragoman
