#include "guard.h"

#include <array>
#include <cstring>
#include <memory>

namespace dragoman::c {
namespace {

// In the order of Errc.
constexpr std::array kStatus = {
    DRAGOMAN_USAGE,     DRAGOMAN_NOT_FOUND,    DRAGOMAN_UNREADABLE,
    DRAGOMAN_MALFORMED, DRAGOMAN_NOT_AN_INDEX, DRAGOMAN_SCHEMA_MISMATCH,
    DRAGOMAN_LOCKED,    DRAGOMAN_CORRUPT,      DRAGOMAN_INDEX_IO,
};
static_assert(kStatus.size() == static_cast<std::size_t>(Errc::kIndexIo) + 1);

thread_local std::string last_message;
thread_local std::string last_hint;

}  // namespace

dragoman_status fail(const Error& error) noexcept {
  try {
    last_message = error.message;
    last_hint = error.hint;
  } catch (...) {
    last_message.clear();
    last_hint.clear();
  }
  return kStatus[static_cast<std::size_t>(error.code)];
}

dragoman_status fail(dragoman_status status, const char* words) noexcept {
  try {
    last_message = words;
  } catch (...) {
    last_message.clear();
  }
  last_hint.clear();
  return status;
}

char* copy(const std::string& text) {
  auto out = std::make_unique<char[]>(text.size() + 1);
  std::memcpy(out.get(), text.c_str(), text.size() + 1);
  return out.release();
}

}  // namespace dragoman::c

const char* dragoman_error_message(void) { return dragoman::c::last_message.c_str(); }
const char* dragoman_error_hint(void) { return dragoman::c::last_hint.c_str(); }
const char* dragoman_version(void) { return DRAGOMAN_VERSION; }
void dragoman_free(char* text) { const std::unique_ptr<char[]> freed(text); }
