#include "common/history.h"

#include <algorithm>

#include <fmt/core.h>
#include <xapian.h>

#include "common/error.h"
#include "common/field_terms.h"
#include "common/hash.h"
#include "common/identity.h"
#include "common/schema.h"

namespace pressmark {
namespace {

Instant decode_capture(std::string_view value) {
  const double seconds = Xapian::sortable_unserialise(std::string(value));
  return Instant(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
}

/// By the time of their capture; where that is unknown a version keeps its place.
void sort_by_capture(std::vector<StoredArticle>& versions) {
  std::vector<std::size_t> places;
  std::vector<StoredArticle> dated;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    if (!versions[i].crawled) continue;
    places.push_back(i);
    dated.push_back(std::move(versions[i]));
  }
  std::ranges::stable_sort(dated, {}, &StoredArticle::crawled);
  for (std::size_t i = 0; i < places.size(); ++i) versions[places[i]] = std::move(dated[i]);
}

}  // namespace

std::uint64_t text_number(std::string_view title, std::string_view text) {
  return hash64(std::to_string(title.size()).append(title).append(text));
}

std::string encode_capture(Instant when) {
  return Xapian::sortable_serialise(static_cast<double>(when.time_since_epoch().count()));
}

std::string history_term(std::uint64_t article_key) {
  return value_term(FieldId::Id, article_id(article_key));
}

History history_of(const std::filesystem::path& archive, const Manifest& manifest,
                   std::uint64_t article_key) {
  const std::string term = history_term(article_key);
  History history;
  for (const Segment& part : manifest.versions) {
    const std::filesystem::path directory = archive / part.directory;
    const Xapian::Database database(directory.string(), Xapian::DB_BACKEND_GLASS);
    // Xapian takes a missing table for an empty one, and a merge may just have taken all away.
    if (!std::filesystem::exists(directory))
      throw Xapian::DatabaseOpeningError(directory.string() + " is gone");
    for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id) {
      const Xapian::Document document = database.get_document(*id);
      const std::string data = document.get_data();
      if (data.empty()) {
        history.captures.push_back(decode_capture(document.get_value(kCaptureSlot)));
        continue;
      }
      auto record = decode_stored_article(data);
      if (!record) {
        throw Error(ExitCode::Database, fmt::format("{} is damaged: version {}: {}",
                                                    directory.string(), *id, record.error().what));
      }
      history.versions.push_back(std::move(*record));
    }
  }
  sort_by_capture(history.versions);
  std::ranges::sort(history.captures);
  history.captures.erase(std::unique(history.captures.begin(), history.captures.end()),
                         history.captures.end());
  return history;
}

}  // namespace pressmark
