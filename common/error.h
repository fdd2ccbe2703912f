#pragma once

#include <stdexcept>
#include <string>

namespace pressmark {

/// Exit codes of both programs. Scripts rely on them: never renumbered.
enum class ExitCode : int {
  Ok = 0,             // hits found; every input handled
  Partial = 1,        // no hit; some input could not be read
  Usage = 2,          // wrong option, query or path
  Database = 3,       // database missing, damaged, of another version, not readable
  Locked = 4,         // another process is writing
  Output = 5,         // output or disk could not be written
  Interrupted = 130,  // SIGINT
  Terminated = 143,   // SIGTERM
};

/// What went wrong with the environment or the command line, as one plain line for the user, and
/// the exit code that goes with it. Says what was being done and what to do: "there is no database
/// in X; run: ...". Documents never raise it: they travel as Outcome.
class Error : public std::runtime_error {
 public:
  Error(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  ExitCode code() const noexcept { return code_; }

 private:
  ExitCode code_;
};

/// A part of the archive that is not as it was written: ExitCode::Database. The message names the
/// file; the way back is the same for all and is added when it is told.
class Damage : public Error {
 public:
  explicit Damage(const std::string& message) : Error(ExitCode::Database, message) {}
};

}  // namespace pressmark
