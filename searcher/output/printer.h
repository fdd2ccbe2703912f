#pragma once

#include <functional>
#include <string_view>

#include "searcher/model/difference.h"
#include "searcher/model/search_result.h"

namespace pressmark::searcher {

/// Takes what a printer prints; throws when it cannot be written.
using Write = std::function<void(std::string_view)>;

/// An article in full, its text marked.
struct ArticleView {
  StoredArticle article;
  std::string story;
  std::size_t similar = 0;
  Snippet text;                        // all of it
  std::size_t version = 1;             // of the text shown; 1: the oldest
  std::size_t versions = 1;            // that the archive has
  std::vector<Instant> captures = {};  // when it was seen again as it is
};

/// One form of output. Calls come in this order: hits, facets, timeline, crossings, related,
/// summary; hits are written as they come. Nothing that an article carries reaches a terminal
/// unescaped.
class Printer {
 public:
  virtual ~Printer() = default;
  virtual void hit(const Hit&) {}
  /// Whether hit() would write anything of it.
  virtual bool shows(const Hit&) const { return true; }
  virtual void facet(const Facet&) {}
  virtual void timeline(const Timeline&) {}
  virtual void crossing(const CrossTable&) {}
  virtual void related(const Related&) {}
  virtual void comparison(const Comparison&) {}
  virtual void summary(const Summary&) {}
  virtual void article(const ArticleView&) {}
  virtual void difference(const VersionDifference&) {}
  /// The answer to --count; `query_id` names the query in a batch and is empty otherwise.
  virtual void count(std::string_view query_id, const Count& count) = 0;
  /// The last call: what a format must say at its end.
  virtual void finish() {}
};

}  // namespace pressmark::searcher
