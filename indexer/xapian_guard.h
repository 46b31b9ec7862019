// Xapian throws; Dragoman returns. This is where the one becomes the other.
#pragma once

#include <cerrno>
#include <cstring>
#include <exception>
#include <string>
#include <type_traits>
#include <utility>

#include <xapian.h>

#include "dragoman/result.h"

namespace dragoman {

template <typename T>
inline constexpr bool kIsResult = false;
template <typename T>
inline constexpr bool kIsResult<Result<T>> = true;

// Whether the words of the system for an error, if any, say that there is no room to write.
inline bool is_for_want_of_space(const char* words) {
  if (words == nullptr) return false;
  for (const int number : {ENOSPC, EFBIG, EDQUOT}) {
    if (std::strcmp(words, std::strerror(number)) == 0) return true;
  }
  return false;
}

// Calls `work` and turns what it throws into an Error whose message begins with `doing`:
// "cannot read news.db". The value of `work` is wrapped in a Result unless it is one.
template <typename Work>
auto guard_xapian(const std::string& doing, Work&& work) {
  using Value = std::invoke_result_t<Work>;
  using Outcome = std::conditional_t<kIsResult<Value>, Value, Result<Value>>;
  const auto told = [&doing](Errc code, const std::string& why, const char* hint) {
    std::string message = doing + ": " + why;
    for (char& c : message) {
      if (c == '\n') c = ' ';
    }
    return Outcome(Error{code, std::move(message), hint});
  };
  try {
    if constexpr (std::is_void_v<Value>) {
      std::forward<Work>(work)();
      return Outcome();
    } else {
      return Outcome(std::forward<Work>(work)());
    }
  } catch (const Xapian::DatabaseCorruptError& error) {
    return told(Errc::kCorrupt, error.get_msg(), "index the files again into a new directory");
  } catch (const Xapian::DatabaseVersionError& error) {
    return told(Errc::kSchemaMismatch, error.get_msg(),
                "index the files again into a new directory");
  } catch (const Xapian::DatabaseLockError& error) {
    return told(Errc::kLocked, error.get_msg(), "");
  } catch (const Xapian::Error& error) {
    std::string why = error.get_msg();
    const char* system = error.get_error_string();
    if (system != nullptr) why += std::string(" (") + system + ")";
    return told(Errc::kIndexIo, why,
                is_for_want_of_space(system)
                    ? "free some space; what was committed before is still there"
                    : "");
  } catch (const std::exception& error) {
    return told(Errc::kIndexIo, error.what(), "");
  }
}

}  // namespace dragoman
