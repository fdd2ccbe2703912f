#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "common/handle.h"
#include "indexer/model/skip.h"

namespace pressmark::indexer {

/// What became of one input; the names are part of the report format.
enum class Status {
  Added,
  Updated,
  Unchanged,
  Duplicate,
  Skipped,
  Failed,
  Deleted,   // by --delete, which reads no documents
  Undeleted  // by --undelete
};

std::string_view name(Status status);

/// One input: a page, a record of a WARC file, or a file that was not read again.
struct ReportRow {
  std::string input = {};  // origin
  Status status = Status::Skipped;
  std::string reason = {};  // name of the SkipReason; empty for articles
  std::string detail = {};
  std::string id = {};
  std::string url = {};
};

/// The row of an input that gave no article.
ReportRow skipped_row(std::string origin, const Skip& skip);

/// "crawl/a.html: no-text (why)": what people are told of an input that gave no article.
std::string line_of(const ReportRow& row);

/// Whether it is a folder that was not entered, which is said also where it is no failure: a whole
/// year may be missing.
bool passes_over_folder(const ReportRow& row);

/// Counts what a run did, and writes the report: a line of JSON for each input, in the order of the
/// input, and not before what it says is durable.
class RunReport {
 public:
  /// Empty: counts only. An older report stays until the first row, or close(): it may be that of
  /// another run, which is waited for. Throws Error (ExitCode::Output) when the file cannot be
  /// made.
  explicit RunReport(const std::string& file);

  /// `publication`: the one that the row's article is part of.
  void add(ReportRow row, std::uint64_t publication);
  /// Publications up to this one are on the disk.
  void durable(std::uint64_t publication);
  /// Throws Error (ExitCode::Output).
  void close();

  std::uint64_t read() const { return read_; }
  std::uint64_t count(Status status) const { return counts_[static_cast<std::size_t>(status)]; }
  /// "read 14: added 9, updated 1, ... skipped 3 (listing 2, no-text 1), failed 0": every input in
  /// exactly one count.
  std::string summary() const;

 private:
  void write_rows();
  void begin();

  struct Row {
    std::string line;
    std::uint64_t publication = 0;
    bool waits = false;  // for its publication
  };

  std::string path_;
  std::unique_ptr<std::FILE, ReleaseWith<std::fclose>> file_;
  bool begun_ = false;
  std::deque<Row> rows_;
  std::uint64_t durable_ = 0;  // publications below this number are on the disk
  std::uint64_t read_ = 0;
  std::array<std::uint64_t, 8> counts_ = {};
  std::map<std::string, std::uint64_t> skipped_, failed_;  // by reason
};

/// "12 840": digits in groups of three.
std::string grouped(std::uint64_t number);

}  // namespace pressmark::indexer
