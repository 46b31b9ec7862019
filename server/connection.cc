#include "connection.h"

#include <algorithm>
#include <cerrno>

#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace dragoman {
namespace {

constexpr std::size_t kReadBytes = 16'384;
constexpr std::size_t kSentAtOnce = 1u << 18u;

int left_until(std::chrono::steady_clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
      deadline - std::chrono::steady_clock::now());
  return static_cast<int>(std::max<std::chrono::milliseconds::rep>(0, left.count()));
}

// Whether something can be read, or written, before the deadline.
bool is_ready(int socket, short what, std::chrono::steady_clock::time_point deadline) {
  while (true) {
    pollfd one{socket, what, 0};
    const int ready = ::poll(&one, 1, left_until(deadline));
    if (ready >= 0 || errno != EINTR) return ready > 0;
  }
}

}  // namespace

Connection::Connection(int socket, int stop, const ConnectionLimits& limits)
    : socket_(socket), stop_(stop), limits_(limits) {
  const int yes = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

Connection::~Connection() {
  ::shutdown(socket_, SHUT_RDWR);
  ::close(socket_);
}

bool Connection::await_request() {
  in_address_ = in_head_ = true;
  head_bytes_ = line_bytes_ = body_bytes_ = 0;
  const auto begin = Clock::now();
  while (in_at_ == in_.size()) {
    pollfd two[] = {{socket_, POLLIN, 0}, {stop_, POLLIN, 0}};
    const int ready = ::poll(two, 2, left_until(begin + limits_.idle));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0 || two[0].revents == 0) return false;
    if (!fill(begin + limits_.idle)) return false;
  }
  deadline_ = Clock::now() + limits_.request;
  return true;
}

bool Connection::fill(Clock::time_point deadline) {
  if (!is_ready(socket_, POLLIN, deadline)) return false;
  in_.resize(kReadBytes);
  in_at_ = 0;
  ssize_t got = -1;
  do {
    got = ::recv(socket_, in_.data(), in_.size(), 0);
  } while (got < 0 && errno == EINTR);
  in_.resize(static_cast<std::size_t>(std::max<ssize_t>(0, got)));
  return got > 0;
}

// Takes a byte into account. False when it goes over a limit.
bool Connection::counts(char byte) {
  if (!in_head_) return ++body_bytes_ <= limits_.body_bytes;
  if (byte == '\n') {
    in_head_ = line_bytes_ > 0;
    in_address_ = false;
    line_bytes_ = 0;
  } else if (byte != '\r') {
    ++line_bytes_;
  }
  if (++head_bytes_ > limits_.head_bytes || line_bytes_ > limits_.line_bytes)
    too_long_ = in_address_ ? TooLong::kAddress : TooLong::kHead;
  return too_long_ == TooLong::kNothing;
}

ssize_t Connection::read(char* out, std::size_t size) {
  if (size == 0) return 0;
  if (too_long_ != TooLong::kNothing || (in_at_ == in_.size() && !fill(deadline_))) return -1;
  size = std::min(size, in_.size() - in_at_);
  for (std::size_t i = 0; i < size; ++i) {
    if (!counts(in_[in_at_])) return -1;
    out[i] = in_[in_at_++];
  }
  return static_cast<ssize_t>(size);
}

ssize_t Connection::write(const char* bytes, std::size_t size) {
  out_.append(bytes, size);
  if (out_.size() > kSentAtOnce && !flush()) return -1;
  return static_cast<ssize_t>(size);
}

bool Connection::flush() {
  const auto deadline = Clock::now() + limits_.answer;
  std::size_t at = 0;
  while (at < out_.size()) {
    const ssize_t sent =
        ::send(socket_, out_.data() + at, out_.size() - at, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) {
      at += static_cast<std::size_t>(sent);
    } else if ((errno != EINTR && errno != EAGAIN) || !is_ready(socket_, POLLOUT, deadline)) {
      return false;
    }
  }
  out_.clear();
  return true;
}

// Nobody asks: who it is makes no difference.
void Connection::get_remote_ip_and_port(std::string&, int&) const {}
void Connection::get_local_ip_and_port(std::string&, int&) const {}

}  // namespace dragoman
