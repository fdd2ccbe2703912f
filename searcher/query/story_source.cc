#include "searcher/query/story_source.h"

#include <utility>

#include "common/schema.h"

namespace pressmark::searcher {

StorySource::StorySource(StoryTable stories, std::uint64_t least, std::optional<std::uint64_t> most)
    : Xapian::ValuePostingSource(slot::kArticleKey),
      stories_(std::move(stories)),
      least_(least),
      most_(most) {}

Xapian::Query StorySource::query(const StoryTable* stories, std::uint64_t least,
                                 std::optional<std::uint64_t> most) {
  auto* source = new StorySource(stories == nullptr ? StoryTable() : *stories, least,
                                 most);  // NOLINT: owned by the query
  return Xapian::Query(source->release());
}

StorySource* StorySource::clone() const {
  return new StorySource(stories_, least_, most_);
}  // NOLINT: owned by Xapian

void StorySource::init(const Xapian::Database& database) {
  Xapian::ValuePostingSource::init(database);
  set_maxweight(0);
}

/// Moves on to the first article from here on that has as many copies as asked for.
void StorySource::settle() {
  while (!at_end()) {
    const std::uint64_t key = decode_key(get_value());
    const std::size_t story = stories_.articles_in(stories_.story_of(key));
    const std::uint64_t copies = story == 0 ? 0 : story - 1;
    if (copies >= least_ && (!most_ || copies <= *most_)) return;
    Xapian::ValuePostingSource::next(0);
  }
}

void StorySource::next(double min_weight) {
  Xapian::ValuePostingSource::next(min_weight);
  settle();
}

void StorySource::skip_to(Xapian::docid id, double min_weight) {
  Xapian::ValuePostingSource::skip_to(id, min_weight);
  settle();
}

bool StorySource::check(Xapian::docid id, double min_weight) {
  skip_to(id, min_weight);
  return true;
}

std::string StorySource::get_description() const { return "StorySource"; }

}  // namespace pressmark::searcher
