#include "indexer/report.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <numeric>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "common/error.h"
#include "common/json_writer.h"

namespace pressmark::indexer {
namespace {

constexpr std::array<std::string_view, 8> kNames = {"added",   "updated", "unchanged", "duplicate",
                                                    "skipped", "failed",  "deleted",   "undeleted"};
constexpr std::size_t kOfDocuments = 6;  // the others are of articles

constexpr std::string_view kStandardOutput = "-";

[[noreturn]] void fail(const std::string& path) {
  throw Error(ExitCode::Output,
              fmt::format("cannot write the report {}: {}", path, std::strerror(errno)));
}

std::string report_line(const ReportRow& row) {
  JsonWriter json;
  json.begin_object();
  json.member("v", 1);
  json.member("input", row.input);
  json.member("status", name(row.status));
  json.member_if("reason", row.reason);
  json.member_if("detail", row.detail);
  json.member_if("id", row.id);
  json.member_if("url", row.url);
  json.end_object();
  return json.take() + "\n";
}

/// "listing 2, no-text 1", the most frequent first.
std::string list_of(const std::map<std::string, std::uint64_t>& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> rows(counts.begin(), counts.end());
  std::ranges::stable_sort(rows, std::greater<>(), [](const auto& row) { return row.second; });
  std::string text;
  for (const auto& [reason, count] : rows) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", reason, grouped(count));
  }
  return text;
}

}  // namespace

std::string_view name(Status status) { return kNames[static_cast<std::size_t>(status)]; }

ReportRow skipped_row(std::string origin, const Skip& skip) {
  ReportRow row;
  row.input = std::move(origin);
  row.status = skip_class(skip.reason) == SkipClass::Failed ? Status::Failed : Status::Skipped;
  row.reason = name(skip.reason);
  row.detail = skip.detail;
  return row;
}

std::string line_of(const ReportRow& row) {
  const std::string why = row.detail.empty() ? "" : fmt::format(" ({})", row.detail);
  return fmt::format("{}: {}{}", row.input, row.reason, why);
}

bool passes_over_folder(const ReportRow& row) {
  return row.reason == name(SkipReason::OtherDevice) || row.reason == name(SkipReason::Archive);
}

RunReport::RunReport(const std::string& file) : path_(file) {
  if (file.empty()) return;
  if (file == kStandardOutput) begun_ = true;  // what stands there already is not ours
  const int descriptor = file == kStandardOutput
                             ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)
                             : open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor >= 0) file_.reset(fdopen(descriptor, "w"));
  if (!file_) fail(path_);
}

/// Empties the file: from here on it is this run's.
void RunReport::begin() {
  if (std::exchange(begun_, true)) return;
  struct stat status {};
  const bool regular = fstat(fileno(file_.get()), &status) == 0 && S_ISREG(status.st_mode);
  if (regular && ftruncate(fileno(file_.get()), 0) != 0) fail(path_);
}

void RunReport::add(ReportRow row, std::uint64_t publication) {
  ++read_;
  ++counts_[static_cast<std::size_t>(row.status)];
  if (row.status == Status::Skipped) ++skipped_[row.reason];
  if (row.status == Status::Failed) ++failed_[row.reason];
  if (!file_) return;
  const bool waits = row.status == Status::Added || row.status == Status::Updated;
  rows_.push_back({report_line(row), publication, waits});
  write_rows();
}

void RunReport::durable(std::uint64_t publication) {
  durable_ = publication + 1;
  write_rows();
}

void RunReport::write_rows() {
  if (!rows_.empty()) begin();
  while (!rows_.empty() && (!rows_.front().waits || rows_.front().publication < durable_)) {
    const std::string& line = rows_.front().line;
    if (std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size()) fail(path_);
    rows_.pop_front();
  }
}

void RunReport::close() {
  if (!file_) return;
  assert(rows_.empty());
  begin();
  if (std::fflush(file_.get()) != 0) fail(path_);
  file_.reset();
}

std::string RunReport::summary() const {
  assert(read_ == std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0}));
  std::string text = fmt::format("read {}:", grouped(read_));
  for (std::size_t i = 0; i < kOfDocuments; ++i) {
    text += fmt::format("{} {} {}", i == 0 ? "" : ",", kNames[i], grouped(counts_[i]));
    if (i == 4 && !skipped_.empty()) text += fmt::format(" ({})", list_of(skipped_));
    if (i == 5 && !failed_.empty()) text += fmt::format(" ({})", list_of(failed_));
  }
  return text;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ' ');
  return digits;
}

}  // namespace pressmark::indexer
