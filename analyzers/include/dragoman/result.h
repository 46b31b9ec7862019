// Result<T> is a value or an Error in words:
//
//   Result<Searcher> searcher = Searcher::open({"news.db"});
//   if (!searcher) return complain(searcher.error());
//
// Only members that std::expected has too, so that C++23 replaces it by an alias.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace dragoman {

// Kinds of errors, for programs; the words are for people.
enum class Errc {
  kUsage,           // the caller asked for something that makes no sense
  kNotFound,        // a file, an index or a document is not there
  kUnreadable,      // it is there and cannot be read or written
  kMalformed,       // it can be read and is not what it should be
  kNotAnIndex,      // a directory that Dragoman did not make
  kSchemaMismatch,  // an index of another version of Dragoman
  kLocked,          // another process is writing to the index
  kCorrupt,         // the index is damaged
  kIndexIo,         // Xapian or the disk failed in another way
};

// What went wrong (`message`, naming the file, field or query) and what the user
// can do about it (`hint`, may be empty). Both are plain sentences without a newline.
struct Error {
  Errc code = Errc::kUsage;
  std::string message;
  std::string hint;
};

// Either; which one, its operator bool tells. Requires of * and ->: there is a value; of error(): there is none.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& operator*() { return std::get<0>(state_); }
  const T& operator*() const { return std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  Error& error() { return std::get<1>(state_); }
  const Error& error() const { return std::get<1>(state_); }
  T value_or(T other) const { return has_value() ? **this : std::move(other); }

 private:
  std::variant<T, Error> state_;
};

// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool has_value() const { return !error_.has_value(); }
  explicit operator bool() const { return has_value(); }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace dragoman
