// Where C++ ends: errors become a status and words, exceptions too, and strings become the caller's.
#pragma once

#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "dragoman.h"
#include "dragoman/result.h"

namespace dragoman::c {

// Keeps the words for this thread. Never throws.
dragoman_status fail(const Error& error) noexcept;
dragoman_status fail(dragoman_status status, const char* words) noexcept;

// A copy for dragoman_free(). Throws std::bad_alloc.
char* copy(const std::string& text);

// Null is the empty text.
inline std::string text_of(const char* text) { return text == nullptr ? "" : text; }

// Runs `work`, which returns a Result<void> and sets `*out`; `*out` is null on failure.
template <typename Out, typename Work>
dragoman_status guarded(Out** out, Work&& work) noexcept {
  if (out != nullptr) *out = nullptr;
  try {
    const Result<void> done = std::forward<Work>(work)();
    return done ? DRAGOMAN_OK : fail(done.error());
  } catch (const std::bad_alloc&) {
    return fail(DRAGOMAN_NO_MEMORY, "out of memory");
  } catch (const std::exception& error) {
    return fail(DRAGOMAN_INTERNAL, error.what());
  } catch (...) {
    return fail(DRAGOMAN_INTERNAL, "an unknown exception");
  }
}

// A caller's mistake that can be seen: a null pointer where there must be one.
inline Error missing(const char* what) {
  return {Errc::kUsage, std::string(what) + " is NULL", ""};
}

}  // namespace dragoman::c
