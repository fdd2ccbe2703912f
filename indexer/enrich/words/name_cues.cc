#include "indexer/enrich/words/name_cues.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pressmark::indexer {
namespace {

struct CueList {
  std::uint16_t cue;
  std::string_view words;  // parted by single blanks
};

constexpr CueList kLists[] = {
    {kCueTitle,
     "mr mrs ms miss dr prof professor sir dame lord lady president vice-president premier "
     "minister secretary "
     "senator sen gov governor congressman congresswoman rep representative judge justice king "
     "queen prince "
     "princess sultan emir sheikh sheik shaikh pope cardinal archbishop bishop father rev reverend "
     "imam ayatollah "
     "rabbi general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm "
     "brigadier "
     "marshal commander chairman chairwoman chancellor mayor ambassador attorney deputy mp sheriff "
     "inspector "
     "constable detective superintendent chief coach manager striker midfielder defender "
     "goalkeeper hajj haji "
     "hajia alhaji mullah chief-of-staff mme monsieur herr frau señor saint comrade emperor duke "
     "duchess baron "
     "count countess headteacher actor actress singer author ex-president ex-minister"},
    {kCueOrgEnding,
     "inc corp co ltd llc plc gmbh ag sa nv bv spa pty group holdings holding company corporation "
     "bank university "
     "college institute school academy ministry department agency authority commission committee "
     "council court "
     "party union association federation confederation league club united fc cf sc city rovers "
     "athletic football "
     "foundation trust fund office bureau board parliament senate congress assembly army navy "
     "police force forces "
     "airlines airways air motors energy oil gas petroleum steel electric electronics technologies "
     "systems "
     "pharmaceuticals insurance capital partners securities media news press agency times post "
     "journal herald "
     "tribune gazette television tv radio broadcasting network networks organization organisation "
     "society service "
     "services command brigade brigades front movement alliance coalition cabinet center centre "
     "laboratory "
     "laboratories hospital museum orchestra studios records entertainment pictures industries "
     "international "
     "exchange"},
    {kCueSpeech,
     "said says told added tweeted wrote announced warned noted explained stated argued claimed "
     "insisted asked "
     "replied recalled admitted declared urged called believes thinks acknowledged confirmed "
     "denied reported"},
    {kCueWhere,
     "in at near from outside inside across around toward towards throughout into to between over "
     "above "
     "beyond off via"},
    {kCueCalendar,
     "monday tuesday wednesday thursday friday saturday sunday january february march april may "
     "june july august "
     "september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue "
     "wed thu fri sat "
     "sun"},
    {kCueLink,
     "of and & for de la le du des da do dos del della di van von der den bin bint ibn al el y e - "
     "the on in "
     "at"},
    {kCueArticle, "the a an this that these those its their his her our my your"},
    {kCuePronoun, "he she who whom his her him i we they you me us"},
    {kCuePlaceWord,
     "province state county district region city town village river lake mountain mountains island "
     "islands bay "
     "sea ocean gulf strait valley desert peninsula street road avenue square bridge airport port "
     "harbour harbor "
     "border coast capital suburb municipality prefecture governorate oblast republic kingdom "
     "north south east "
     "west northern southern eastern western central lake mount mt cape fort park stadium beach "
     "forest canal "
     "highway station palace"},
    {kCueRole,
     "spokesman spokeswoman spokesperson analyst economist lawyer teacher farmer activist "
     "journalist reporter "
     "researcher scientist director founder executive officer leader official officials adviser "
     "advisor aide "
     "candidate member head owner player driver victim suspect husband wife son daughter brother "
     "sister mother "
     "resident residents director-general ceo cfo professor lecturer"},
    {kCueTeamWord,
     "win wins won beat beats defeat defeated loss draw drew match game goal goals score scored "
     "season league cup "
     "championship tournament final semifinal quarterfinal team squad side played play against vs "
     "versus lead "
     "visitors hosts innings wickets fixture transfer"},
    {kCueMoney,
     "shares share stock stocks profit profits revenue quarterly billion million percent "
     "acquisition merger deal "
     "subsidiary shareholders investors bid customers unit maker giant firm owned-by lender "
     "carrier retailer "
     "airline manufacturer operator employees workers"},
};

// Words that are given names as well (king, prince, duke, lord, saint) are left with the name.
constexpr auto kHonorifics = std::to_array<std::string_view>({"adm",
                                                              "admiral",
                                                              "alhaji",
                                                              "ambassador",
                                                              "archbishop",
                                                              "ayatollah",
                                                              "bishop",
                                                              "brig",
                                                              "brigadier",
                                                              "capt",
                                                              "captain",
                                                              "cardinal",
                                                              "chairman",
                                                              "chairwoman",
                                                              "chancellor",
                                                              "coach",
                                                              "col",
                                                              "colonel",
                                                              "commander",
                                                              "congressman",
                                                              "congresswoman",
                                                              "councillor",
                                                              "dame",
                                                              "dr",
                                                              "emir",
                                                              "ex-president",
                                                              "gen",
                                                              "general",
                                                              "gov",
                                                              "governor",
                                                              "hajj",
                                                              "hajji",
                                                              "hon",
                                                              "honourable",
                                                              "imam",
                                                              "inspector",
                                                              "judge",
                                                              "justice",
                                                              "lieut",
                                                              "lieutenant",
                                                              "lt",
                                                              "maj",
                                                              "mayor",
                                                              "minister",
                                                              "mme",
                                                              "mr",
                                                              "mrs",
                                                              "ms",
                                                              "mullah",
                                                              "pastor",
                                                              "premier",
                                                              "president",
                                                              "prof",
                                                              "professor",
                                                              "rep",
                                                              "representative",
                                                              "rev",
                                                              "reverend",
                                                              "sen",
                                                              "senator",
                                                              "sergeant",
                                                              "sgt",
                                                              "sheik",
                                                              "sheikh",
                                                              "sir",
                                                              "speaker",
                                                              "sultan",
                                                              "supt",
                                                              "vice-president"});

std::unordered_map<std::string_view, std::uint16_t> build() {
  std::unordered_map<std::string_view, std::uint16_t> cues;
  for (const CueList& list : kLists) {
    std::size_t at = 0;
    while (at < list.words.size()) {
      const std::size_t end = std::min(list.words.find(' ', at), list.words.size());
      cues[list.words.substr(at, end - at)] |= list.cue;
      at = end + 1;
    }
  }
  return cues;
}

}  // namespace

std::uint16_t name_cues(std::string_view lower) {
  static const auto kCues = build();
  if (lower.size() > 1 && lower.ends_with('.')) lower.remove_suffix(1);
  const auto found = kCues.find(lower);
  return found == kCues.end() ? 0 : found->second;
}

bool is_honorific(std::string_view lower) {
  if (lower.size() > 1 && lower.ends_with('.')) lower.remove_suffix(1);
  return std::ranges::binary_search(kHonorifics, lower);
}

}  // namespace pressmark::indexer
