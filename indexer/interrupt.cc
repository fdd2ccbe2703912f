#include "indexer/interrupt.h"

#include <atomic>
#include <csignal>

namespace pressmark::indexer {
namespace {

// A signal handler can reach nothing but a global.
std::atomic<int> signal_seen = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void remember(int number) { signal_seen = number; }

}  // namespace

void watch_for_interrupts() {
  struct sigaction action = {};
  action.sa_handler = remember;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one does what it always does
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

std::optional<ExitCode> interrupted() {
  switch (signal_seen.load()) {
    case SIGINT:
      return ExitCode::Interrupted;
    case SIGTERM:
      return ExitCode::Terminated;
    default:
      return std::nullopt;
  }
}

}  // namespace pressmark::indexer
