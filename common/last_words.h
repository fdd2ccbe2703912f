#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <xapian.h>

#include "common/error.h"

namespace pressmark {

/// When memory ends, the program ends at once with "NAME: out of memory" and ExitCode::Output: what
/// would be done about it needs memory too. For the archive it is as a kill: what was published
/// stays.
void end_when_memory_ends(std::string_view program);

/// From here on the program uses this archive, beside those that were named before. A crash ends it
/// with one line that names the archive and says how to check it (of several the first), and
/// ExitCode::Database: Xapian trusts what its tables hold and can crash where they are damaged.
/// Call it before threads are started. A signal that somebody else handles, as a sanitizer does,
/// stays theirs. An error of Xapian's that nobody can catch, as it leaves a destructor, ends the
/// program with the line and the code of any other; `tidy` removes first what the end leaves in the
/// archive, while other threads may still be at work.
using Tidy = void (*)(const std::filesystem::path& archive);
void use_archive(std::string_view program, const std::filesystem::path& archive,
                 Tidy tidy = nullptr);

/// Waits for the end where another thread is about to speak for all.
void leave_the_last_words();

/// What a Xapian error says, for people: without names of classes and functions.
std::string plain_message(const Xapian::Error& error);

/// Where the damage is, if the message does not say so, and the way back.
std::string with_way_back(std::string message);

/// The line where the system does not let us at an archive that may be sound: no permission, too
/// many open files. Nothing for other errors.
std::optional<Error> refusal(const Xapian::Error& error);

/// The line and the exit code that go with it. A full or failing disk is told from a damaged
/// archive by the words of strerror, which Xapian puts into its error string, or into the message
/// where it wraps one error in another.
Error as_error(const Xapian::Error& error);

/// The directory that was named to use_archive; empty: none.
const std::string& archive_in_use();

}  // namespace pressmark
