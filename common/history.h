#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/manifest.h"
#include "common/stored_article.h"

namespace pressmark {

/// What an article was before it became what the archive shows, and when it was seen again as it
/// is. Kept beside the segments in glass databases of its own (Manifest::versions), which are read
/// for one article at a time and never searched.
struct History {
  // Older texts, oldest first, in whatever order they came; the one in the archive is none.
  std::vector<StoredArticle> versions;
  std::vector<Instant> captures;  // beside the one that each text carries; ascending
};

/// Throws Xapian::Error, or Error (ExitCode::Database) when a record is damaged.
History history_of(const std::filesystem::path& archive, const Manifest& manifest,
                   std::uint64_t article_key);

/// What makes a version: a page whose menus alone changed is the same one.
std::uint64_t text_number(std::string_view title, std::string_view text);

/// The term that an article's documents in these databases share. A document holds a stored record
/// or, without data, a capture in kCaptureSlot.
std::string history_term(std::uint64_t article_key);

inline constexpr unsigned kCaptureSlot = 0;

std::string encode_capture(Instant when);

}  // namespace pressmark
