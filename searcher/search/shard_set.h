#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/history.h"
#include "common/segment_set.h"
#include "common/story_table.h"

namespace pressmark::searcher {

/// What is done about an archive that cannot be opened or does not answer.
enum class Missing { Fails, LeftOut };

struct ShardOptions {
  Missing missing = Missing::Fails;
  double timeout_seconds = 10;  // for an answer of a remote archive
};

/// Archives in directories here and databases that xapian-tcpsrv serves elsewhere, searched as one.
/// One thread at a time.
class ShardSet {
 public:
  /// @param names  directories, or "tcp://HOST:PORT"; at least one
  /// Throws Error (ExitCode::Usage) for a name that is none, (ExitCode::Database) for an archive
  /// that cannot be read; with Missing::LeftOut only when none is left.
  ShardSet(std::vector<std::string> names, const ShardOptions& options);

  /// A segment of an archive here, or all of a remote one.
  struct Shard {
    Xapian::Database database;
    std::filesystem::path directory;  // empty: remote
    bool remote() const { return directory.empty(); }
  };

  /// All shards as one database.
  const Xapian::Database& database() const { return database_; }
  const std::vector<Shard>& shards() const { return shards_; }
  /// The archives in directories here.
  std::vector<const SegmentSet*> here() const;
  /// Which articles are near-copies of which, as far as the archives here know.
  const StoryTable& stories() const { return stories_; }
  /// Whether near-copies may lie in different archives, of which no table knows.
  bool parted() const { return members_.size() > 1 || has_remote(); }
  bool has_remote() const { return has_remote_; }
  /// State of the archives here: the sum of their generations.
  std::uint64_t revision() const;
  /// Counts how often the shards were opened anew.
  std::uint64_t openings() const { return openings_; }
  /// What an article was before; empty for one of a remote archive, which serves no histories.
  History history(Xapian::docid article) const;
  /// Archives that are left out and why, a sentence each.
  const std::vector<std::string>& left_out() const { return left_out_; }

  /// Opens again what the archives are now, after DatabaseModifiedError or a vanished segment.
  void reopen();
  /// A remote archive failed while it was asked: leaves it out if that is wanted, and throws Error
  /// (ExitCode::Database) in one line otherwise.
  void give_up(const Xapian::NetworkError& error);

 private:
  struct Member {
    std::string name;
    std::unique_ptr<SegmentSet> here;
    std::optional<Xapian::Database> remote;
  };

  bool open(Member& member);
  bool is_there(const Member& member);
  void assemble();
  void leave_out(std::string why);

  ShardOptions options_;
  std::vector<Member> members_;
  std::vector<Shard> shards_;
  Xapian::Database database_;
  StoryTable stories_;
  bool has_remote_ = false;
  std::uint64_t openings_ = 0;
  std::vector<std::string> left_out_;
};

/// HOST and PORT of "tcp://HOST:PORT"; nothing when the name is a directory. Throws Error
/// (ExitCode::Usage) when the port is missing or wrong.
struct RemoteName {
  std::string host;
  unsigned port = 0;
};
std::optional<RemoteName> remote_name(const std::string& name);

}  // namespace pressmark::searcher
