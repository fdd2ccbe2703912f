#include "searcher/hit_giver.h"

#include <cstdint>
#include <unordered_map>

#include "common/identity.h"

namespace pressmark::searcher {

std::size_t HitGiver::give(const std::vector<FoundArticle>& articles, const HitMaker& maker,
                           bool by_story) {
  const bool again = !done_.empty();
  std::unordered_map<std::uint64_t, std::size_t> met;  // in this list, of what was taken before
  const auto had = [&](const FoundArticle& article) {
    if (!again) return false;
    if (by_story && done_.contains(article.story)) return true;
    const auto taken = done_.find(article.key);
    return taken != done_.end() && (by_story || ++met[article.key] <= taken->second);
  };
  for (const FoundArticle& article : articles) {
    if (had(article)) continue;
    const auto wish = taker_.wish ? taker_.wish(article_id(article.key)) : HitTaker::Wish::Take;
    if (wish == HitTaker::Wish::Stop) break;
    if (wish == HitTaker::Wish::PassOver) continue;
    taker_.take(maker.make(article, rank_ + 1));
    ++rank_;
    ++done_[article.key];
    if (by_story && article.story != article.key) ++done_[article.story];
  }
  return rank_;
}

}  // namespace pressmark::searcher
