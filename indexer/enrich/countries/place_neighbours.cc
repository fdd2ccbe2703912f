#include "indexer/enrich/countries/place_neighbours.h"

#include "indexer/enrich/gazetteer/context_words.h"

namespace pressmark::indexer {

bool is_of_traded_goods(const PlaceReading& reading, const FoundPlace& found) {
  const std::size_t behind = found.match.first + found.match.words + 1;
  return behind < reading.words.size() && reading.words[behind].before == Gap::Space &&
         context_words().of_trade.contains(reading.words[behind]);
}

bool is_traded_money(const PlaceReading& reading) {
  const ContextWords& lists = context_words();
  if (reading.joined == nullptr) return lists.moves_of_money_alone.contains(reading.next);
  return lists.the.contains(reading.joined) && lists.moves_of_money.contains(reading.next);
}

const Place* court_behind(const Gazetteer& gazetteer, const PlaceReading& reading,
                          const FoundPlace& found) {
  if (found.match.place->kind != PlaceKind::City || reading.next == nullptr ||
      !reading.next->upper || !context_words().crown.contains(reading.next))
    return nullptr;
  const auto court =
      gazetteer.find(reading.text, reading.words, found.match.first + found.match.words, {});
  return court && court->words > 1 && court->place->kind == PlaceKind::Trace ? court->place
                                                                             : nullptr;
}

}  // namespace pressmark::indexer
