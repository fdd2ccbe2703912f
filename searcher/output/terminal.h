#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/date.h"
#include "searcher/output/printer.h"
#include "searcher/output/style.h"

namespace pressmark::searcher {

/// What the program runs in.
struct Surroundings {
  bool output_is_terminal = false;
  std::size_t columns = 80;  // of the terminal; 80 where there is none
  std::size_t rows = 24;
  std::string locale = "en";  // language of names, as ICU reads it
  std::string pager;          // command; empty: none
  Instant now = {};
  bool no_colour = false;     // NO_COLOR, TERM=dumb
  bool force_colour = false;  // CLICOLOR_FORCE, FORCE_COLOR
};

/// Looks at standard output and the environment.
Surroundings look_around();

enum class Pager { WhenLong, Never };

/// Standard output for people: what is longer than the screen goes through the pager; a pager that
/// does not start is done without. While it runs, an interrupt is the pager's. Call finish() at the
/// end.
class Screen {
 public:
  Screen(const Surroundings& surroundings, Pager pager);
  /// Waits for a pager that still runs, so that it and a shell never read one terminal.
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  /// Throws Error (ExitCode::Output) when it cannot be written. What comes after the pager was left
  /// goes nowhere.
  void write(std::string_view text);
  /// Whether the pager was left before it had all.
  bool left() const { return left_; }
  /// Writes what is held back and waits for the pager.
  void finish();

 private:
  enum class End { Left, NeverRan };

  void start_pager();
  /// Closes its input and waits for its end.
  End end_pager() noexcept;
  void write_through(std::string_view text);

  const Surroundings& surroundings_;
  bool paging_;       // a pager may still be wanted
  std::string held_;  // until it is clear whether it fits the screen
  std::string sent_;  // to the pager, as long as it may turn out not to exist
  std::size_t lines_ = 0;
  bool left_ = false;
  int pipe_ = -1;
  int child_ = -1;
  void (*interrupt_)(int) = nullptr;  // what an interrupt did before the pager
};

}  // namespace pressmark::searcher
