#include "indexer/enrich/languages/latin_forms.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLeastStem = 3;      // bytes that a word and its name share
constexpr std::size_t kLongestEnding = 8;  // bytes
constexpr std::size_t kSureEnding = 3;     // bytes of a surname's ending that is nothing else

struct Endings {
  std::string_view languages;
  std::string_view of_words;  // parted by blanks; "-" is none
  std::string_view of_names;  // of the nominative, that they take the place of
};

constexpr auto kEndings = std::to_array<Endings>({
    {"pl",
     "- a u owi em iem m im ym ą ę y i ie e o ego emu iego iemu ej iej ka ki kę ką kiem kowi ce ów "
     "ami om ach iu ia",
     "- a i y o e ek ka ko ia"},
    {"cs sk",
     "- a u ovi em om m ým im ou y ě e o ého ému ej ú ové ovou ka ku kem kovi ky ce ce ův ův i í "
     "ím "
     "ího ich iho",
     "- a ý í o e ek á ec ová y"},
    {"hr bs sr sl",
     "- a u em om m im og oga e i o ju ka ku kom ca cu cem ega emu em im ev ov eva ova in ina",
     "- a i o e ak ac"},
    {"fi et",
     "- n a ä ta tä lla llä lle lta ltä ssa ssä sta stä en in ina ia iä iin iin an än on ön un yn "
     "lle lla sen sta seen sena seksi ksi na nä ille illa ilta issa ista ssa nsa t it iden ista "
     "tta ttä hin han hän hon hun sella selle selta sessa sestä sesta stä sella selle",
     "- i nen s"},
    {"hu",
     "- t t ot et öt at nak nek val vel ra re ba be ban ben ból ből ról ről tól től hoz hez höz ig "
     "ért ék éké é i en on ön án én át ét ának ének ával éval kal kel tal tel gal gel ral rel sal "
     "sel lal lel nal nel mal mel bal dal del",
     "- a e"},
    {"lt", "- o ui ą u e ei ę a os ai iui iaus į ės ie iu iaus", "- as is us a ė ys"},
    {"lv", "- a am u e es ei i ī im os as ā ē iem", "- s is a e š us"},
});

/// The table, taken apart once.
struct EndingSets {
  std::vector<std::string_view> languages, of_words, of_names;
};

const EndingSets* endings_of(std::string_view language) {
  static const auto kSets = [] {
    std::vector<EndingSets> sets;
    for (const Endings& each : kEndings) {
      sets.push_back(
          {split(each.languages, ' '), split(each.of_words, ' '), split(each.of_names, ' ')});
    }
    return sets;
  }();
  const auto found = std::ranges::find_if(kSets, [language](const EndingSets& each) {
    return std::ranges::count(each.languages, language) > 0;
  });
  return found == kSets.end() ? nullptr : &*found;
}

bool lists(const std::vector<std::string_view>& endings, std::string_view ending) {
  if (ending.empty()) ending = "-";
  return std::ranges::find(endings, ending) != endings.end();
}

/// "Vučka" of Vučak: only the vowel goes, so that "Nova" is not of Novak.
bool keeps_consonant(std::string_view of_word, std::string_view of_name) {
  const bool fleeting = of_name == "ak" || of_name == "ek" || of_name == "ac" || of_name == "ec";
  return !fleeting || of_word.starts_with(of_name.substr(1));
}

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  while (at > 0 && at < a.size() && (static_cast<unsigned char>(a[at]) & 0xC0U) == 0x80U) --at;
  while (at > 0 && at < b.size() && (static_cast<unsigned char>(b[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

/// One way in which a given name and a surname show a case.
struct Case {
  std::string_view languages;
  std::string_view given, given_in_nominative;
  std::string_view surname, surname_in_nominative;
};

/// The first that fits counts.
constexpr auto kCases = std::to_array<Case>({
    // Polish: genitive, dative, instrumental; men, then women
    {"pl", "a", "", "skiego", "ski"},
    {"pl", "a", "", "ckiego", "cki"},
    {"pl", "a", "", "dzkiego", "dzki"},
    {"pl", "owi", "", "skiemu", "ski"},
    {"pl", "owi", "", "ckiemu", "cki"},
    {"pl", "em", "", "skim", "ski"},
    {"pl", "em", "", "ckim", "cki"},
    {"pl", "iem", "", "skim", "ski"},
    {"pl", "a", "", "ego", "y"},
    {"pl", "em", "", "ym", "y"},
    {"pl", "a", "", "y", "a"},
    {"pl", "a", "", "ki", "ka"},
    {"pl", "a", "", "i", "a"},
    {"pl", "owi", "", "owi", ""},
    {"pl", "em", "", "iem", ""},
    {"pl", "em", "", "em", ""},
    {"pl", "a", "", "a", ""},
    {"pl", "y", "a", "skiej", "ska"},
    {"pl", "y", "a", "ckiej", "cka"},
    {"pl", "i", "a", "skiej", "ska"},
    {"pl", "i", "a", "ckiej", "cka"},
    {"pl", "ą", "a", "ską", "ska"},
    {"pl", "ą", "a", "cką", "cka"},
    {"pl", "ę", "a", "ską", "ska"},
    {"pl", "ę", "a", "cką", "cka"},
    {"pl", "y", "a", "", ""},
    {"pl", "ą", "a", "", ""},
    {"pl", "ę", "a", "", ""},
    // Czech and Slovak
    {"cs sk", "a", "", "ého", "ý"},
    {"cs sk", "a", "", "ího", "í"},
    {"cs sk", "ovi", "", "ému", "ý"},
    {"cs sk", "em", "", "ým", "ý"},
    {"cs sk", "om", "", "ým", "ý"},
    {"cs sk", "a", "", "y", "a"},
    {"cs sk", "em", "", "ou", "a"},
    {"cs sk", "om", "", "om", ""},
    {"cs sk", "ovi", "", "ovi", ""},
    {"cs sk", "em", "", "em", ""},
    {"cs sk", "a", "", "a", ""},
    {"cs sk", "y", "a", "ové", "ová"},
    {"cs sk", "ou", "a", "ovou", "ová"},
    {"cs sk", "u", "a", "ovou", "ová"},
    {"cs sk", "u", "a", "ovú", "ová"},
    {"cs sk", "ě", "a", "ové", "ová"},
    // Croatian, Serbian, Bosnian, Slovenian
    {"hr bs sr sl", "a", "", "ića", "ić"},
    {"hr bs sr sl", "u", "", "iću", "ić"},
    {"hr bs sr sl", "om", "", "ićem", "ić"},
    {"hr bs sr sl", "em", "", "ićem", "ić"},
    {"hr bs sr sl", "om", "", "om", ""},
    {"hr bs sr sl", "a", "", "og", "i"},
    {"hr bs sr sl", "u", "", "u", ""},
    {"hr bs sr sl", "a", "", "a", ""},
    {"hr bs sr sl", "e", "a", "", ""},
    {"hr bs sr sl", "om", "a", "", ""},
    {"hr bs sr sl", "i", "a", "", ""},
    // Hungarian: the family name stands in front and has no ending
    {"hu", "t", "", "", ""},
    {"hu", "ot", "", "", ""},
    {"hu", "et", "", "", ""},
    {"hu", "at", "", "", ""},
    {"hu", "öt", "", "", ""},
    {"hu", "nak", "", "", ""},
    {"hu", "nek", "", "", ""},
    {"hu", "hoz", "", "", ""},
    {"hu", "hez", "", "", ""},
    {"hu", "höz", "", "", ""},
    {"hu", "tól", "", "", ""},
    {"hu", "től", "", "", ""},
    {"hu", "ról", "", "", ""},
    {"hu", "ről", "", "", ""},
    {"hu", "ra", "", "", ""},
    {"hu", "re", "", "", ""},
    {"hu", "ért", "", "", ""},
    {"hu", "val", "", "", ""},
    {"hu", "vel", "", "", ""},
    {"hu", "át", "a", "", ""},
    {"hu", "ának", "a", "", ""},
    {"hu", "ával", "a", "", ""},
    {"hu", "ét", "e", "", ""},
});

/// Finnish names take their ending at the last word only.
constexpr auto kFinnish = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"sen", "nen"},
    {"sta", "nen"},
    {"selle", "nen"},
    {"sella", "nen"},
    {"selta", "nen"},
    {"kosken", "koski"},
    {"lahden", "lahti"},
    {"mäen", "mäki"},
    {"niemen", "niemi"},
    {"rannan", "ranta"},
    {"saaren", "saari"},
    {"järven", "järvi"},
    {"ön", "ö"},
    {"än", "ä"},
});

std::optional<FullForm> finnish(std::string_view given, std::string_view surname) {
  for (const auto& [ending, nominative] : kFinnish) {
    const bool long_enough = surname.size() > ending.size() + kLeastStem;
    if (!long_enough || !surname.ends_with(ending)) continue;
    if (ending == "sta" && !surname.ends_with("ista")) continue;
    return FullForm{
        std::string(given),
        std::string(surname.substr(0, surname.size() - ending.size())).append(nominative)};
  }
  // A foreign surname has an "i" before its ending, behind two consonants or none of Finnish's own:
  // "Stubbin".
  constexpr std::string_view kForeign = "bcdfghjkpqvwxzmt";
  if (surname.size() > 5 && surname.ends_with("in")) {
    const char before = surname[surname.size() - 3];
    const char second = surname[surname.size() - 4];
    const bool doubled = before == second && before != 'a';
    if (kForeign.find(before) != kForeign.npos && (doubled || before != 'm') && before != 't' &&
        before != 'h' && before != 'j')
      return FullForm{std::string(given), std::string(surname.substr(0, surname.size() - 2))};
  }
  return std::nullopt;
}

}  // namespace

bool inflects_names(std::string_view language) { return endings_of(language) != nullptr; }

bool is_form_of(std::string_view word, std::string_view name, std::string_view language) {
  if (word == name) return true;
  if (word.substr(0, kLeastStem) != name.substr(0, kLeastStem)) return false;
  const EndingSets* endings = endings_of(language);
  if (endings == nullptr) return false;
  // "Turusen" of Turunen; "Turun" is of Turku.
  if (language == "fi" && name.ends_with("nen")) {
    const std::string_view stem = name.substr(0, name.size() - 3);
    return word.starts_with(stem) && word.substr(stem.size()).starts_with("se") &&
           lists(endings->of_words, word.substr(stem.size()));
  }
  const std::size_t most = shared_prefix(word, name);
  for (std::size_t stem = most; stem >= kLeastStem && stem + kLongestEnding >= most; --stem) {
    if (name.size() - stem > kLeastStem + 1) break;
    if (lists(endings->of_words, word.substr(stem)) &&
        lists(endings->of_names, name.substr(stem)) &&
        keeps_consonant(word.substr(stem), name.substr(stem)))
      return true;
  }
  return false;
}

std::optional<FullForm> nominative_of(std::string_view given, std::string_view surname,
                                      std::string_view language, const IsGivenName& is_given) {
  if (language == "fi") {
    if (!is_given(given)) return std::nullopt;
    return finnish(given, surname);
  }
  for (const Case& each : kCases) {
    const auto languages = split(each.languages, ' ');
    if (std::ranges::count(languages, language) == 0) continue;
    if (!given.ends_with(each.given) || !surname.ends_with(each.surname)) continue;
    if (given.size() < each.given.size() + 2 || surname.size() < each.surname.size() + 2) continue;
    FullForm form{std::string(given.substr(0, given.size() - each.given.size())),
                  std::string(surname.substr(0, surname.size() - each.surname.size()))};
    form.given.append(each.given_in_nominative);
    form.surname.append(each.surname_in_nominative);
    // "Jana Nowakowska" is a woman, "Jana Kowalskiego" Jan.
    const bool weak = each.surname.size() < kSureEnding;
    if (is_given(form.given) && !(weak && is_given(given))) return form;
  }
  return std::nullopt;
}

}  // namespace pressmark::indexer
