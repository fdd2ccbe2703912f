#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "common/handle.h"

namespace pressmark {

enum class Verbosity { Quiet, Normal, Verbose };

/// Lines for people on standard error, each "PROGRAM: what is wrong", sanitised, and one progress
/// line that is overwritten in place where standard error is a terminal; and the same lines, each
/// with its time, at the end of a file. One thread at a time.
class Log {
 public:
  /// `file`: takes what is shown, notes also when quiet; empty: no file. Throws Error
  /// (ExitCode::Output) when it cannot be opened. When it can no longer be written that is shown
  /// once, and all else goes on.
  Log(std::string program, Verbosity verbosity, const std::string& file = {});
  /// Takes the progress line away.
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  /// Always shown.
  void error(std::string_view message);
  /// Not shown when quiet: what a run has to say at its end, without the program's name.
  void note(std::string_view message);
  /// Shown only when verbose.
  void detail(std::string_view message);
  /// The line shows what is going on, the name shortened so that it fits the terminal; only on a
  /// terminal, not when quiet.
  void progress(std::string_view name, std::string_view figures);

  bool shows_progress() const { return shows_progress_; }
  bool verbose() const { return verbosity_ == Verbosity::Verbose; }

 private:
  void clear_progress();
  void record(std::string_view line);

  std::string program_;
  Verbosity verbosity_;
  std::string path_;                                           // of the file
  std::unique_ptr<std::FILE, ReleaseWith<std::fclose>> file_;  // none once it cannot be written
  bool shows_progress_;
  bool progress_on_screen_ = false;
};

/// From here on what ends the program is added to this file too: it is said when no Log is left.
void keep_fatal_messages(const std::string& file);

/// Adds a line to that file, if one was named and it can be written. Takes no memory and no lock: a
/// signal's handler may call it.
void keep_fatal_message(std::string_view line);

}  // namespace pressmark
