#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "searcher/model/search_result.h"

namespace pressmark::searcher {

/// What is made of each hit.
struct HitOptions {
  std::size_t snippet_columns = 0;  // 0: no snippet
  bool short_ids = false;
  bool stories = false;             // its story and the number of its copies
  std::size_t similar_sources = 0;  // near-copies whose outlets are named
  std::size_t mention_columns = 0;  // on each side of every mention; 0: no mentions
};

/// Takes the hits of an unlimited search one by one.
struct HitTaker {
  enum class Wish { Take, PassOver, Stop };
  std::function<void(const Hit&)> take;
  /// Asked with the id of an article before it is read; where there is none, all are taken.
  std::function<Wish(const std::string& id)> wish = {};
};

/// Everything a search gives but the hits that a HitTaker takes.
struct Answer {
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::optional<Timeline> timeline;
  std::vector<CrossTable> crossings;
  std::vector<Related> related;
  Summary summary;
  std::vector<std::string> notes;
  /// The archive changed while the hits were given: the later ones, and all else, are of its state
  /// since then.
  bool of_several_states = false;
};

}  // namespace pressmark::searcher
