#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "common/text.h"
#include "indexer/enrich/gazetteer/context_words_table.h"
#include "indexer/enrich/words/word_scanner.h"

namespace pressmark::indexer {

/// Words as scan_words() hashes them, for which word_set.h has another hash.
class ScannedWords {
 public:
  explicit ScannedWords(std::string_view list) {
    for (const std::string_view word : split(list, ' ')) {
      for (const Word& scanned : scan_words(word)) hashes_.insert(scanned.hash);
    }
  }
  bool contains(const Word& word) const { return hashes_.contains(word.hash); }
  bool contains(const Word* word) const { return word != nullptr && contains(*word); }

 private:
  std::unordered_set<std::uint64_t> hashes_;
};

/// The lists of context_words_table.h and some short ones.
struct ContextWords {
  ScannedWords titles{context::kTitles};
  ScannedWords brief_titles{context::kBriefTitles};
  ScannedWords locatives{context::kLocatives};
  ScannedWords strict_locatives{context::kStrictLocatives};
  ScannedWords state_words{context::kStateWords};
  ScannedWords houses{context::kHouses};
  ScannedWords peers{context::kPeers};
  ScannedWords papers{context::kPapers};
  ScannedWords streets{context::kStreets};
  ScannedWords teams{context::kTeams};
  ScannedWords no_state{context::kNoState};
  ScannedWords of_trade{context::kOfTrade};
  ScannedWords moves_of_money{context::kMovesOfMoney};
  ScannedWords moves_of_money_alone{context::kMovesOfMoneyAlone};
  ScannedWords crown{"crown"};
  ScannedWords currencies{context::kCurrencies};
  ScannedWords country_currencies{context::kCountryCurrencies};
  ScannedWords before_us{context::kBeforeUs};
  ScannedWords words_in_capitals{context::kWordsInCapitals};
  ScannedWords of_states{context::kOfStates};
  ScannedWords of_nations{context::kOfNations};
  ScannedWords speaks{context::kSpeaks};
  ScannedWords word_names{context::kWordNames};
  ScannedWords states{context::kStates};
  ScannedWords provinces{context::kProvinces};
  ScannedWords landforms{context::kLandforms};
  ScannedWords treaties{context::kTreaties};
  ScannedWords treaties_of{context::kTreatiesOf};
  ScannedWords ship_prefixes{context::kShipPrefixes};
  ScannedWords ships{context::kShips};
  ScannedWords opponents{context::kOpponents};
  ScannedWords defeats{context::kDefeats};
  ScannedWords settlements{context::kSettlements};
  ScannedWords parts{context::kParts};
  ScannedWords towns{context::kTowns};
  ScannedWords articles{context::kArticles};
  ScannedWords behind_town{context::kBehindTown};
  ScannedWords no_adjectives{context::kNoAdjectives};
  ScannedWords of_languages{context::kOfLanguages};
  ScannedWords being{context::kBeing};
  ScannedWords behind_landmark{context::kBehindLandmark};
  ScannedWords copies{context::kCopies};
  ScannedWords trades{context::kTrades};
  ScannedWords hamlets{context::kHamlets};
  ScannedWords besides{context::kBesides};
  ScannedWords inhabitants{context::kInhabitants};
  ScannedWords distances{context::kDistances};
  ScannedWords many_do{context::kManyDo};
  ScannedWords manners{context::kManners};
  ScannedWords storms{context::kStorms};
  ScannedWords navies{context::kNavies};
  ScannedWords translations{context::kTranslations};
  ScannedWords conjunctions{context::kAnd};
  ScannedWords shires_overseas{context::kShiresOverseas};
  ScannedWords of_american_counties{context::kOfAmericanCounties};
  ScannedWords wins{context::kWins};
  ScannedWords houses_before{context::kHousesBefore};
  ScannedWords months{context::kMonths};
  ScannedWords polish{"polish"};
  ScannedWords objects{"the your a an it up with off them until my his her their"};
  ScannedWords in{"in"};
  ScannedWords of{"of"};
  ScannedWords the{"the"};
  ScannedWords to{"to"};
  ScannedWords from{"from"};
  ScannedWords at{"at"};
  ScannedWords us{"us"};
  ScannedWords style{"style"};
  ScannedWords turkey{"turkey"};
  ScannedWords of_turkeys{context::kOfTurkeys};
  ScannedWords languages{"language languages"};
  ScannedWords little{"little"};
  ScannedWords miss{"miss"};
  ScannedWords with{"with"};
  ScannedWords draws{"draw drawn drew"};
  ScannedWords capital{"capital"};
  ScannedWords comma_article{"a an"};
  ScannedWords county{"county"};
  ScannedWords county_mark{"co county"};
  ScannedWords quarters{context::kQuarters};
  ScannedWords behind_language{context::kBehindLanguage};
  ScannedWords based{"based born bound"};
};

/// Made at the first call; thread-safe.
inline const ContextWords& context_words() {
  static const ContextWords words;
  return words;
}

}  // namespace pressmark::indexer
