#pragma once

#include <string>
#include <sys/types.h>

namespace pressmark::test {

/// The segments of an archive behind xapian-tcpsrv on the loopback device, until the end of this
/// object.
class ServedArchive {
 public:
  /// Returns when the server listens. Throws std::runtime_error when it does not start.
  explicit ServedArchive(const std::string& archive);
  ~ServedArchive();
  ServedArchive(const ServedArchive&) = delete;
  ServedArchive& operator=(const ServedArchive&) = delete;

  /// "tcp://127.0.0.1:PORT".
  const std::string& name() const { return name_; }

 private:
  pid_t server_ = -1;
  std::string name_;
};

/// A socket that takes connections and never answers: a server that hangs.
class SilentServer {
 public:
  SilentServer();
  ~SilentServer();
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;

  const std::string& name() const { return name_; }

 private:
  int socket_ = -1;
  std::string name_;
};

/// "tcp://127.0.0.1:PORT" where nobody listens.
std::string nobody();

}  // namespace pressmark::test
