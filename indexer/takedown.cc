#include "indexer/takedown.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "common/bounded_input.h"
#include "common/error.h"
#include "common/identity.h"
#include "common/stored_article.h"
#include "common/text.h"
#include "indexer/report.h"
#include "indexer/store/archive_summary.h"
#include "indexer/store/publisher.h"

namespace pressmark::indexer {
namespace {

/// A line of the list; without a key it is no id.
struct Listed {
  std::string id;
  std::optional<std::uint64_t> key;
};

std::vector<Listed> read_ids(std::istream& in, const std::string& name) {
  std::vector<Listed> ids;
  std::set<std::string> seen;
  for (std::string line; next_line(in, line, name);) {
    const std::string id(trim(line));
    if (!id.empty() && seen.insert(id).second) ids.push_back({id, key_of_id(id)});
  }
  if (in.bad())
    throw Error(ExitCode::Usage, fmt::format("cannot read {}: {}", name, std::strerror(errno)));
  return ids;
}

/// Read to its end before the archive is locked: it may be what a search of that archive finds.
std::vector<Listed> read_ids(const std::string& file) {
  if (file == "-") return read_ids(std::cin, "standard input");
  std::ifstream in(file);
  if (!in)
    throw Error(ExitCode::Usage, fmt::format("cannot read {}: {}", file, std::strerror(errno)));
  return read_ids(in, file);
}

/// What became of the ids of a list, told when all of it is done.
class Account {
 public:
  Account(const Options& options, Log& log)
      : log_(log), input_(options.id_file), report_(options.report_file) {}

  void add(const std::string& id, Status status) { add({.status = status, .id = id}); }
  void add_deleted(const std::string& id, const StoredArticle& article) {
    add({.status = Status::Deleted, .detail = article.origin, .id = id, .url = article.url});
  }
  void add_not_deleted(const std::string& id) {
    ++not_deleted_;
    add({.status = Status::Failed, .reason = "not-deleted", .id = id});
  }
  void add_unknown(const std::string& id) {
    add({.status = Status::Failed, .reason = "unknown-id", .id = id});
  }

  ExitCode close() {
    for (ReportRow& row : rows_) {
      if (row.status == Status::Failed) {
        log_.error(row.reason == "not-deleted" ? "the article is not deleted: " + row.id
                                               : "no such article: " + row.id);
      } else if (row.status == Status::Deleted) {
        log_.note(fmt::format("deleted {}  {}", row.id, row.url.empty() ? row.detail : row.url));
      } else if (row.status == Status::Undeleted) {
        log_.note("undeleted " + row.id);
      }
      report_.add(std::move(row), 0);
    }
    report_.close();
    return count(Status::Failed) > 0 ? ExitCode::Partial : ExitCode::Ok;
  }
  std::uint64_t count(Status status) const { return report_.count(status); }
  std::uint64_t not_deleted() const { return not_deleted_; }

 private:
  void add(ReportRow row) {
    row.input = input_;
    rows_.push_back(std::move(row));
  }

  Log& log_;
  std::string input_;
  RunReport report_;
  std::vector<ReportRow> rows_;
  std::uint64_t not_deleted_ = 0;
};

}  // namespace

ExitCode run_delete(const Options& options, Log& log) {
  (void)read_manifest(options.archive);  // never makes an archive
  const std::vector<Listed> ids = read_ids(options.id_file);
  Account account(options, log);
  Publisher publisher(options.archive, options.lock_timeout, OpenMode::Continue);
  std::set<std::uint64_t> keys;
  for (const Listed& listed : ids) {
    if (!listed.key) {
      account.add_unknown(listed.id);
    } else if (const auto article = publisher.article(*listed.key)) {
      keys.insert(*listed.key);
      account.add_deleted(listed.id, *article);
    } else if (publisher.deletions().contains(*listed.key)) {
      account.add(listed.id, Status::Unchanged);
    } else {
      account.add_unknown(listed.id);
    }
  }
  const std::optional<Damage> damage = publisher.remove(keys);
  const ExitCode code = account.close();
  log.note(fmt::format(
      "deleted {}; {} deleted before; {} unknown", grouped(account.count(Status::Deleted)),
      grouped(account.count(Status::Unchanged)), grouped(account.count(Status::Failed))));
  log.note("archive: " + summary_of(options.archive));
  if (damage) throw *damage;
  return code;
}

ExitCode run_undelete(const Options& options, Log& log) {
  (void)read_manifest(options.archive);  // never makes an archive
  const std::vector<Listed> ids = read_ids(options.id_file);
  Account account(options, log);
  Publisher publisher(options.archive, options.lock_timeout, OpenMode::Continue);
  std::set<std::uint64_t> keys;
  for (const Listed& listed : ids) {
    if (listed.key && publisher.deletions().contains(*listed.key)) {
      keys.insert(*listed.key);
      account.add(listed.id, Status::Undeleted);
    } else if (listed.key && publisher.article(*listed.key)) {
      account.add_not_deleted(listed.id);
    } else {
      account.add_unknown(listed.id);
    }
  }
  const std::size_t files = publisher.allow(keys);
  const ExitCode code = account.close();
  log.note(
      fmt::format("undeleted {}; {} not deleted; {} unknown; the next run reads {} file{} again",
                  grouped(account.count(Status::Undeleted)), grouped(account.not_deleted()),
                  grouped(account.count(Status::Failed) - account.not_deleted()), files,
                  files == 1 ? "" : "s"));
  return code;
}

}  // namespace pressmark::indexer
