#include "searcher/hit_giver.h"

#include "common/identity.h"

namespace pressmark::searcher {

std::size_t HitGiver::give(const std::vector<FoundArticle>& articles, const HitMaker& maker,
                           bool by_story) {
  for (const FoundArticle& article : articles) {
    if (done_.contains(article.key) || (by_story && done_.contains(article.story))) continue;
    const auto wish = taker_.wish ? taker_.wish(article_id(article.key)) : HitTaker::Wish::Take;
    if (wish == HitTaker::Wish::Stop) break;
    if (wish == HitTaker::Wish::PassOver) continue;
    taker_.take(maker.make(article, rank_ + 1));
    ++rank_;
    done_.insert(article.key);
    if (by_story) done_.insert(article.story);
  }
  return rank_;
}

}  // namespace pressmark::searcher
