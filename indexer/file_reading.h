#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/options.h"
#include "indexer/source/source.h"
#include "indexer/store/known_files.h"

namespace pressmark::indexer {

/// What a run has seen of the file that it reads now, and what it remembers of the file then.
class FileReading {
 public:
  explicit FileReading(const Options& options);

  /// Of what the file holds: an article, also one that was first read elsewhere; something that the
  /// selection left out; a document that could not be read (the origins may be of another file).
  void holds(std::uint64_t key) { held_.push_back(key); }
  void left_out(std::string_view origin) { left_out_ = origin; }
  void failed(std::string_view origin) { failed_ = origin; }

  /// All of the file was read: what to remember of it. The next file begins.
  KnownFile done(const FileDone& file);

  /// A file as the table of known files names it; without articles and selection.
  KnownFile known(const FileStamp& stamp) const;

  /// The same, as it must be known for this run to pass over it.
  KnownFile wanted(const FileStamp& stamp) const;

 private:
  const std::filesystem::path working_directory_ = std::filesystem::current_path();
  const std::uint64_t selection_;
  const bool file_dates_;  // --date-from-mtime
  std::vector<std::uint64_t> held_;
  std::string left_out_;  // the last origin that was left out
  std::string failed_;    // the last that could not be read
};

}  // namespace pressmark::indexer
