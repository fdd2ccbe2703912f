#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/store/key_table.h"

namespace pressmark::indexer {

/// Not synced: a fresh segment that a kill leaves half done is named by nobody. Not DB_DANGEROUS:
/// it saves nothing in a database with one commit, and hides what went wrong behind "cancel() not
/// supported".
inline constexpr int kFreshFlags =
    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;

/// A built article on its way into the archive. The document has no other handle: Xapian's
/// reference counts are not atomic.
struct NewArticle {
  ArticleEntry entry;  // docid is given when its segment is cut
  Xapian::Document document;
  std::size_t bytes = 0;  // of its text: what it weighs in memory, roughly
};

/// Says in the document how many versions of the article there are.
void mark_versions(NewArticle& article);

/// The document takes no memory any more.
void release(NewArticle& article);

/// Writes a small database of these articles, with docids 1, 2, 3 ... in their order, and looks
/// into it again. Nothing is durable: the files are compacted into a segment later and removed. The
/// documents are released. Throws Xapian::Error, or Error (ExitCode::Database) when what was
/// written does not come back.
void write_fresh_segment(const std::filesystem::path& directory, std::vector<NewArticle>& articles);

/// An article that stands in a database as it is and gets another number of versions.
struct Recount {
  std::filesystem::path database;
  std::uint32_t docid = 0;  // there
  ArticleEntry entry;       // with the new number
};

/// As write_fresh_segment, of articles that are written already.
void write_recounted(const std::filesystem::path& directory, std::span<const Recount> recounts);

/// Looks whether a database holds this many articles and a sample of them can be read.
/// Throws Error (ExitCode::Database).
void check_segment(const Xapian::Database& database, std::uint64_t articles,
                   const std::filesystem::path& directory);

}  // namespace pressmark::indexer
