#include "searcher/search/shard_set.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "common/error.h"
#include "common/last_words.h"
#include "common/manifest.h"
#include "common/schema.h"
#include "common/segment_stamp.h"
#include "common/text.h"

namespace pressmark::searcher {
namespace {

constexpr std::string_view kScheme = "tcp://";
constexpr double kMostToConnect = 5;  // seconds; a host that is there answers in milliseconds

std::string no_answer(const std::string& name, const Xapian::Error& error) {
  const char* reason = error.get_error_string();
  const bool late = std::string_view(error.get_type()) == "NetworkTimeoutError";
  return fmt::format("the archive {} does not answer ({})", name,
                     late                ? "no answer in time"
                     : reason != nullptr ? reason
                                         : error.get_msg());
}

unsigned milliseconds(double seconds) { return static_cast<unsigned>(seconds * 1000); }

/// Throws Error when the database behind a name is none of ours, or one that this program does not
/// read.
void check_is_archive(const std::string& name, const Xapian::Database& database) {
  const SegmentStamp stamp = read_stamp(database);
  if (stamp.schema > 0) {
    check_schema(stamp.schema, name, "DIR");
    check_xapian(stamp.xapian_version, name, "DIR");
  }
  const Xapian::doccount articles = database.get_doccount();
  if (articles == 0 || database.get_value_freq(slot::kArticleKey) == articles) return;
  throw Error(ExitCode::Database, fmt::format("{} serves no archive of pressmark-index", name));
}

/// Whether a remote database does not answer.
bool is_silent(std::optional<Xapian::Database>& remote) {
  if (!remote) return false;
  try {
    remote->keep_alive();
    return false;
  } catch (const Xapian::NetworkError&) {
    return true;
  }
}

/// What tells the segments of an archive from all others.
std::set<std::string> segment_ids(const SegmentSet* here,
                                  const std::optional<Xapian::Database>& remote) {
  std::set<std::string> ids;
  // Of several databases behind one server or together the ids stand beside each other.
  const std::string all = remote ? remote->get_uuid() : here->database().get_uuid();
  for (const std::string_view id : split(all, ':')) {
    if (!id.empty()) ids.emplace(id);
  }
  return ids;
}

}  // namespace

std::optional<RemoteName> remote_name(const std::string& name) {
  if (!name.starts_with(kScheme)) return std::nullopt;
  const std::string_view rest = std::string_view(name).substr(kScheme.size());
  const std::size_t colon = rest.rfind(':');
  RemoteName remote;
  bool good = colon != std::string_view::npos && colon > 0;
  if (good) {
    remote.host = rest.substr(0, colon);
    if (remote.host.starts_with('[') && remote.host.ends_with(']'))
      remote.host = remote.host.substr(1, remote.host.size() - 2);
    const std::string_view port = rest.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), remote.port);
    good = error == std::errc() && end == port.data() + port.size() && remote.port >= 1 &&
           remote.port <= 65535;
  }
  if (!good) {
    throw Error(ExitCode::Usage,
                fmt::format("\"{}\" is no archive; a remote one is tcp://HOST:PORT", name));
  }
  return remote;
}

ShardSet::ShardSet(std::vector<std::string> names, const ShardOptions& options)
    : options_(options) {
  for (std::string& name : names) {
    Member member{std::move(name), nullptr, std::nullopt};
    if (open(member) && !is_there(member)) members_.push_back(std::move(member));
  }
  assemble();
}

bool ShardSet::open(Member& member) {
  try {
    if (const auto remote = remote_name(member.name)) {
      const double connect = std::min(options_.timeout_seconds, kMostToConnect);
      member.remote =
          Xapian::Remote::open(remote->host, remote->port, milliseconds(options_.timeout_seconds),
                               milliseconds(connect));
      check_is_archive(member.name, *member.remote);
    } else {
      member.here = std::make_unique<SegmentSet>(member.name);
    }
    return true;
  } catch (const Xapian::NetworkError& error) {
    leave_out(no_answer(member.name, error));
  } catch (const Xapian::DatabaseError& error) {  // a table is missing or cut
    if (options_.missing == Missing::Fails) throw;
    leave_out(fmt::format("the archive {} is damaged ({})", member.name, plain_message(error)));
  } catch (const Error& error) {
    if (error.code() != ExitCode::Database || options_.missing == Missing::Fails) throw;
    leave_out(error.what());
  }
  return false;
}

/// An archive that is given twice, under whatever name, would be counted twice.
bool ShardSet::is_there(const Member& member) {
  const std::set<std::string> own = segment_ids(member.here.get(), member.remote);
  for (const Member& other : members_) {
    const std::set<std::string> theirs = segment_ids(other.here.get(), other.remote);
    std::vector<std::string> shared;
    std::ranges::set_intersection(own, theirs, std::back_inserter(shared));
    if (shared.empty()) continue;
    if (own == theirs) {
      left_out_.push_back(fmt::format("{} is the same archive as {}", member.name, other.name));
      return true;
    }
    throw Error(ExitCode::Usage,
                fmt::format("{} and {} are one archive at two times: they share articles; give one "
                            "of them",
                            other.name, member.name));
  }
  return false;
}

void ShardSet::leave_out(std::string why) {
  if (options_.missing == Missing::Fails) {
    throw Error(ExitCode::Database, why + "; --partial searches without it");
  }
  left_out_.push_back(std::move(why));
}

void ShardSet::assemble() {
  if (members_.empty()) throw Error(ExitCode::Database, left_out_.back());
  ++openings_;
  shards_.clear();
  database_ = {};
  has_remote_ = false;
  std::vector<StoryTable> tables;
  for (const Member& member : members_) {
    if (member.remote) {
      shards_.push_back({*member.remote, {}});
      has_remote_ = true;
      continue;
    }
    for (std::size_t i = 0; i < member.here->segments().size(); ++i) {
      shards_.push_back({member.here->segments()[i], member.here->directory(i)});
    }
    tables.push_back(member.here->stories());
  }
  for (const Shard& shard : shards_) database_.add_database(shard.database);
  stories_ = StoryTable::merged(std::move(tables));
}

std::vector<const SegmentSet*> ShardSet::here() const {
  std::vector<const SegmentSet*> archives;
  for (const Member& member : members_) {
    if (member.here != nullptr) archives.push_back(member.here.get());
  }
  return archives;
}

std::uint64_t ShardSet::revision() const {
  std::uint64_t sum = 0;
  for (const Member& member : members_) {
    if (member.here != nullptr) sum += member.here->manifest().generation;
  }
  return sum;
}

History ShardSet::history(Xapian::docid article) const {
  std::size_t shard = (article - 1) % shards_.size();
  for (const Member& member : members_) {
    const std::size_t shards = member.remote ? 1 : member.here->segments().size();
    if (shard >= shards) {
      shard -= shards;
      continue;
    }
    if (member.remote) return {};
    const std::string key = database_.get_document(article).get_value(slot::kArticleKey);
    return history_of(member.name, member.here->manifest(), decode_key(key));
  }
  return {};
}

void ShardSet::reopen() {
  for (Member& member : members_) {
    if (member.here != nullptr) member.here->reopen();
    try {
      if (member.remote) member.remote->reopen();
    } catch (const Xapian::NetworkError& error) {
      leave_out(no_answer(member.name, error));
      member.remote.reset();
    }
  }
  std::erase_if(members_, [](const Member& member) { return !member.here && !member.remote; });
  assemble();
}

void ShardSet::give_up(const Xapian::NetworkError& error) {
  // Xapian names the place in the error's context: "remote:tcp(HOST:PORT)". The parentheses keep
  // port 80 from being that of 8080, and a host from being the end of another's name.
  auto failed = std::ranges::find_if(members_, [&](const Member& member) {
    const auto remote = remote_name(member.name);
    return remote && error.get_context().find(fmt::format("({}:{})", remote->host, remote->port)) !=
                         std::string::npos;
  });
  // Of some errors it does not: then the one that is silent now.
  if (failed == members_.end())
    failed =
        std::ranges::find_if(members_, [](Member& member) { return is_silent(member.remote); });
  if (failed == members_.end()) {
    throw Error(ExitCode::Database, no_answer("behind tcp://", error));
  }
  leave_out(no_answer(failed->name, error));
  members_.erase(failed);
  assemble();
}

}  // namespace pressmark::searcher
