#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/model/raw_document.h"
#include "indexer/model/skip.h"

namespace pressmark::indexer {

/// A file as the file system sees it: what tells an unchanged file from a changed one without
/// reading it.
struct FileStamp {
  std::string path;           // as found: the path given, with what lies below it; any bytes
  std::uint64_t size = 0;     // bytes
  std::int64_t mtime_ns = 0;  // since 1970-01-01 UTC
  // How many of the path's first bytes are the folder that was given, 0: the working directory;
  // nothing: the file was given itself.
  std::optional<std::size_t> folder_bytes = {};
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// An input, or a part of one (a WARC record, an archive member), that gives no document.
struct SkippedInput {
  std::string origin;  // as in RawDocument
  Skip skip;
  friend bool operator==(const SkippedInput&, const SkippedInput&) = default;
};

/// A crawler fetched a page again and found it unchanged: the page itself is in an earlier record
/// (WARC "revisit"), perhaps under another address.
struct Revisit {
  std::string origin;  // as in RawDocument
  std::string url;
  Instant crawled;
  // Of the earlier record; each may be empty.
  std::string record_id;
  std::string payload_digest;
  std::string earlier_url;
};

/// All documents of this file have been given, also when the file was damaged on the way. Sent for
/// standard input too, whose stamp has only its path, "-".
struct FileDone {
  FileStamp stamp;
  bool whole = true;  // false: the system refused to give all of it
};

/// The file is known to be unchanged: it was not opened.
struct FileUnchanged {
  FileStamp stamp;
};

using SourceItem = std::variant<RawDocument, SkippedInput, Revisit, FileDone, FileUnchanged>;

/// Documents one after another, always in the same order for the same input. One thread at a time.
class Source {
 public:
  virtual ~Source() = default;
  /// The next item; nothing at the end. Throws Error only when the environment fails, never on
  /// content.
  virtual std::optional<SourceItem> next() = 0;
};

/// What ends a path in a list of paths.
enum class ListSeparator { Newline, Nul };

/// The path that stands for standard input.
inline constexpr std::string_view kStandardInput = "-";

struct SourceOptions {
  std::vector<std::string> paths;  // files, directories, "-" for standard input
  std::string files_from;          // a file that lists paths, or "-"; empty: none
  ListSeparator separator = ListSeparator::Newline;
  std::vector<std::string>
      include;  // globs on the path or the URL of a WARC record; none: everything
  std::vector<std::string> exclude;  // stronger than include
  std::size_t max_document_bytes = std::size_t{8}
                                   << 20;  // of one document, after its container is decoded
  std::string skip_directory;  // never walked into: the archive, which need not be there yet
  /// Asked before a file is opened; true: it is unchanged and stays unread. Empty: every file is
  /// read.
  std::function<bool(const FileStamp&)> known;
  /// Asked while standard input or a list of paths is silent; true: nothing more of it is waited
  /// for. Empty: never.
  std::function<bool()> stop_requested;
  /// Told how many more bytes of files were read or passed over: in the end the size of all files.
  /// Empty: nobody wants to know.
  std::function<void(std::uint64_t)> passed;
};

/// Documents of files and directories, told apart by content and never by name: HTML and text
/// files, gzip, zstd, xz and bzip2 around any of these, WARC 1.0 and 1.1, ARC, MHTML, JSON Lines,
/// tables (CSV), news feeds, zip and tar.
///
/// Directories are walked in the order of their names. Symbolic links below a path are not followed
/// (one that is itself named in `paths` is), other file systems not entered, pipes and devices not
/// opened. Memory stays within a few times max_document_bytes whatever the input. Throws
/// Error(ExitCode::Usage) when a path of `paths` or the list does not exist.
std::unique_ptr<Source> open_sources(SourceOptions options);

}  // namespace pressmark::indexer
