#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <xapian.h>

#include "common/story_table.h"

namespace pressmark::searcher {

/// Articles by how many near-copies the story table knows of each: is:copy, similar:>3. Local
/// databases only.
class StorySource : public Xapian::ValuePostingSource {
 public:
  /// Articles with `least` to `most` copies beside themselves. Without a table no article has any.
  static Xapian::Query query(const StoryTable* stories, std::uint64_t least,
                             std::optional<std::uint64_t> most);

  StorySource(StoryTable stories, std::uint64_t least, std::optional<std::uint64_t> most);
  StorySource* clone() const override;
  void init(const Xapian::Database& database) override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool check(Xapian::docid id, double min_weight) override;
  std::string get_description() const override;

 private:
  void settle();

  StoryTable stories_;
  std::uint64_t least_;
  std::optional<std::uint64_t> most_;
};

}  // namespace pressmark::searcher
