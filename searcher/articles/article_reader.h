#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/analysis.h"
#include "common/stored_article.h"

namespace pressmark::searcher {

/// The stored record of an article. Throws Error (ExitCode::Database) when it is damaged: its CRC
/// does not agree, or it is no record.
StoredArticle read_article(const Xapian::Database& database, Xapian::docid article);

/// The number behind an article's id.
std::uint64_t article_key_of(const Xapian::Database& database, Xapian::docid article);

/// Which articles have ids that begin so; at most `limit`.
std::vector<Xapian::docid> find_by_id(const Xapian::Database& database, std::string_view beginning,
                                      std::size_t limit = 2);

/// The article from a web address, in any of its spellings; none or one.
std::vector<Xapian::docid> find_by_url(const Xapian::Database& database, std::string_view url);

/// The article with this key, if it is in the archive.
std::optional<Xapian::docid> find_by_key(const Xapian::Database& database, std::uint64_t key);

/// Shortest beginning of an id that no other article has; at least five letters.
std::string shortest_id(const Xapian::Database& database, std::string_view id);

/// The same of many articles, in one walk over the terms. By the articles' keys.
using ShortIds = std::map<std::uint64_t, std::string>;
ShortIds shortest_ids(const Xapian::Database& database, std::vector<std::uint64_t> keys);

/// Names of the articles' outlets for people, in the order of the articles; the domain of one that
/// has no name; empty when unknown. Reads values only, not the records.
std::vector<std::string> outlet_names(const Xapian::Database& database,
                                      std::span<const Xapian::docid> articles);

/// How many versions of an article the archive keeps.
std::size_t version_count(const Xapian::Database& database, Xapian::docid article);

/// What an article's fingerprint shares with another's: 0 nothing to 1 all that the shorter has.
double shared_text(const Xapian::Database& database, Xapian::docid a, Xapian::docid b);

/// Near-copies of an article that its fingerprint shows, wherever they lie: for archives of which
/// no one story table knows. Looks among the articles that have most of its rarest words.
std::vector<Xapian::docid> near_copies(const Xapian::Database& database, Xapian::docid article);

/// The words that mark an article out: those that it has often and the archive seldom, as any of
/// them would find it; without the article itself. `terms` are its words for marking.
struct LikeThis {
  Xapian::Query query;
  std::vector<std::string> terms;
};
LikeThis like_this(const Xapian::Database& database, Xapian::docid article);

/// The same for a text that is in no archive: its words in the languages of the archive, but for
/// function words.
LikeThis like_text(const Xapian::Database& database, std::string_view text,
                   std::span<const std::string> languages, Analyzer& analyzer);

/// Exactly these articles.
Xapian::Query these_articles(const std::vector<std::uint64_t>& keys);

}  // namespace pressmark::searcher
