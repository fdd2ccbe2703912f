#include "tests/support/served_archive.h"

#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <filesystem>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;

/// A socket bound to a free port of the loopback device.
int bound_socket(int& port) {
  const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const raw = reinterpret_cast<sockaddr*>(&address);
  if (made < 0 || bind(made, raw, size) != 0 || getsockname(made, raw, &size) != 0)
    throw std::runtime_error("no free port");
  port = ntohs(address.sin_port);
  return made;
}

int free_port() {
  int port = 0;
  close(bound_socket(port));
  return port;
}

std::string name_of(int port) { return "tcp://127.0.0.1:" + std::to_string(port); }

std::vector<std::string> segments_of(const std::string& archive) {
  std::vector<std::string> segments;
  for (const auto& entry : fs::directory_iterator(archive)) {
    if (fs::exists(entry.path() / "iamglass")) segments.push_back(entry.path().string());
  }
  std::ranges::sort(segments);
  return segments;
}

[[noreturn]] void become_server(int port, const std::string& archive, int out) {
  setsid();  // when it is told to end, it ends its whole process group
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(out, STDOUT_FILENO);
  std::vector<std::string> command = {"xapian-tcpsrv", "--interface", "127.0.0.1", "--port",
                                      std::to_string(port)};
  for (std::string& segment : segments_of(archive)) command.push_back(std::move(segment));
  std::vector<char*> pointers;
  for (std::string& argument : command) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  execvp(pointers[0], pointers.data());
  _exit(127);
}

}  // namespace

ServedArchive::ServedArchive(const std::string& archive) {
  const int port = free_port();
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  server_ = fork();
  if (server_ == 0) become_server(port, archive, ends[1]);
  close(ends[1]);
  std::string said;
  char c = 0;
  while (said.find("Listening") == std::string::npos && read(ends[0], &c, 1) == 1) said += c;
  close(ends[0]);
  if (said.find("Listening") == std::string::npos)
    throw std::runtime_error("xapian-tcpsrv (package xapian-tools) does not start: " + said);
  name_ = name_of(port);
}

ServedArchive::~ServedArchive() {
  if (server_ <= 0) return;
  kill(server_, SIGTERM);
  waitpid(server_, nullptr, 0);
}

SilentServer::SilentServer() {
  int port = 0;
  socket_ = bound_socket(port);
  listen(socket_, 8);
  name_ = name_of(port);
}

SilentServer::~SilentServer() { close(socket_); }

std::string nobody() { return name_of(free_port()); }

}  // namespace pressmark::test
