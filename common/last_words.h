#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <xapian.h>

namespace pressmark {

/// When memory ends, the program ends at once with "NAME: out of memory" and ExitCode::Output: what
/// would be done about it needs memory too. For the archive it is as a kill: what was published
/// stays.
void end_when_memory_ends(std::string_view program);

/// From here on the program uses this archive. A crash ends it with one line that names the archive
/// and says how to check it, and ExitCode::Database: Xapian trusts what its tables hold and can
/// crash where they are damaged. Call it once, before threads are started. A signal that somebody
/// else handles, as a sanitizer does, stays theirs.
void use_archive(std::string_view program, const std::filesystem::path& archive);

/// What a Xapian error says, for people: without names of classes and functions.
std::string plain_message(const Xapian::Error& error);

/// The directory that was named to use_archive; empty: none.
const std::string& archive_in_use();

}  // namespace pressmark
