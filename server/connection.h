// A Connection is one client's socket, as a stream for httplib: reads are buffered and limited in bytes and in time, the
// whole answer is sent at once, and a server that stops wakes who waits for the next request.
//
//   Connection connection(socket, stop);
//   while (connection.await_request()) { …read, write…; if (!connection.flush()) break; }
//
// Owns the socket. Not thread-safe.
#pragma once

#include <chrono>
#include <string>

#include <httplib.h>

namespace dragoman {

// What of a request went over a limit.
enum class TooLong { kNothing, kAddress, kHead };

struct ConnectionLimits {
  std::size_t head_bytes = 16'384;                // request line and headers
  std::size_t line_bytes = 8'000;                 // one of them
  std::size_t body_bytes = (1u << 20u) + 65'536;  // of a request, with what chunks add
  std::chrono::milliseconds idle{5'000};          // until the next request begins
  std::chrono::milliseconds request{10'000};      // until it is all there
  std::chrono::milliseconds answer{30'000};       // until the client has taken the answer
};

class Connection : public httplib::Stream {
 public:
  // `stop` is a descriptor that becomes readable when the server stops; it must outlive the object.
  Connection(int socket, int stop, const ConnectionLimits& limits);
  ~Connection() override;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Waits for a request. False when the client has gone or is silent, or the server stops.
  bool await_request();
  // Of the head of the last request. Nothing more is read then.
  TooLong too_long() const { return too_long_; }
  // Sends what was written. False when the client takes it not.
  bool flush();
  // Forgets what was written.
  void discard() { out_.clear(); }

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  ssize_t read(char* out, std::size_t size) override;
  ssize_t write(const char* bytes, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;

  bool fill(Clock::time_point deadline);
  bool counts(char byte);

  int socket_, stop_;
  ConnectionLimits limits_;
  std::string in_, out_;
  std::size_t in_at_ = 0;
  Clock::time_point deadline_;
  TooLong too_long_ = TooLong::kNothing;
  bool in_address_ = true, in_head_ = true;
  std::size_t head_bytes_ = 0, line_bytes_ = 0, body_bytes_ = 0;
};

}  // namespace dragoman
