#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace pressmark::searcher {

/// The ids of the list that was printed last, so that "--show 3" means its third hit. Kept in
/// $XDG_STATE_HOME/pressmark/last-list, else ~/.local/state/pressmark/last-list.

/// Digits that a number has at most: whatever is longer is an id.
inline constexpr std::size_t kMostRankDigits = 4;
/// Hits that a list is remembered with: those whose numbers can be typed.
inline constexpr std::size_t kMostRemembered = 9999;

struct LastList {
  std::string query;  // as printed; its words are marked in the article
  std::size_t first_rank = 1;
  std::vector<std::string> ids;
};

/// Says nothing when it cannot be written: the list itself has been shown.
void remember_list(const std::vector<std::string>& archives, const LastList& list);

/// The last list from these archives; nothing when the last one was from others or there is none.
std::optional<LastList> recall_list(const std::vector<std::string>& archives);

}  // namespace pressmark::searcher
