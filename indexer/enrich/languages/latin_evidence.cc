#include "indexer/enrich/languages/latin_evidence.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/analysis.h"
#include "common/country.h"
#include "common/text.h"
#include "indexer/enrich/languages/latin_forms.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMostNames = 5;
constexpr std::size_t kMostParticles = 3;
constexpr std::size_t kLongestArticle = 6;  // bytes: "dell'"
constexpr std::size_t kReach = 8;           // words from an office to a name behind a comma
constexpr std::size_t kMostBorne = 4;       // words from what is called after a person to the name
constexpr std::size_t kMostBetween = 2;     // words between an office and a name

constexpr ClassBits kGivenClass = class_bit('F');
constexpr ClassBits kFamilyClasses = class_bit('S') | class_bit('N') | class_bit('F');
constexpr ClassBits kWordClass = class_bit('W');

/// Endings of surnames that hardly anything else with a capital has.
constexpr auto kFamilyEndings = std::to_array<std::string_view>(
    {"ski",  "cki",  "wicz", "czyk",   "czak",  "ová",    "ský",    "ić",      "enko",
     "chuk", "czuk", "escu", "eanu",   "oğlu",  "shvili", "sson",   "stra",    "nen",
     "ález", "ínez", "énez", "érez",   "íguez", "ández",  "ópez",   "opoulos", "idis",
     "akis", "ević", "ović", "dóttir", "yan",   "ckis",   "auskas", "iņš"});

bool ends_as_family(std::string_view folded) {
  return std::ranges::any_of(kFamilyEndings, [folded](std::string_view ending) {
    return folded.size() >= ending.size() + 3 && folded.ends_with(ending);
  });
}

/// Codes of two letters are no countries here: "Sá".
bool is_country(std::string_view word) { return word.size() > 3 && find_country(word).has_value(); }

bool is_generation(std::string_view word) {
  constexpr auto kGenerations =
      std::to_array<std::string_view>({"Jr", "Jr.", "Sr", "Sr.", "Júnior", "Filho", "Neto"});
  return std::ranges::count(kGenerations, word) > 0;
}

}  // namespace

bool LatinEvidence::name_word(std::size_t at) const {
  return at < text_.size() && text_.name_like(at) && !text_.taken(at) &&
         !text_.is(at, kLatinNot | kLatinOffice | kLatinThing) &&
         !(titles_have_capitals() && is_title(at) && !text_.is(at, kLatinGiven)) &&
         !(text_.language() == "fi" && is_finnish_place(at));
}

/// "Bise Presidente Sara Duterte", "Direktur Muhammad Hanugroho", "Sağlık Bakanı Kemal Memişoğlu"
bool LatinEvidence::titles_have_capitals() const {
  const std::string_view language = text_.language();
  return language == "tl" || language == "id" || language == "ms" || language == "tr";
}

/// "Pekingissä", "Turusta": what happens inside or comes out of somewhere.
bool LatinEvidence::is_finnish_place(std::size_t at) const {
  const std::string& word = text_.folded(at);
  return word.size() > 5 && (word.ends_with("ssa") || word.ends_with("ssä") ||
                             word.ends_with("sta") || word.ends_with("stä"));
}

/// One of the table, in any case, or two joined: "Carl-Gustaf".
bool LatinEvidence::listed_given(std::size_t at) const {
  if (text_.is(at, kLatinGiven)) return true;
  const std::string_view whole = text_.folded(at);
  if (is_given_in_case(whole)) return true;
  const std::size_t hyphen = whole.find('-');
  return hyphen != whole.npos && hyphen > 1 &&
         text_.words().is(whole.substr(0, hyphen), kLatinGiven);
}

/// "Peđu", "Bogdana": of the languages that decline given names, and only what has a stem of three
/// letters.
bool LatinEvidence::is_given_in_case(std::string_view folded) const {
  constexpr auto kDeclining =
      std::to_array<std::string_view>({"bs", "cs", "hr", "pl", "sk", "sl", "sr"});
  if (!std::ranges::binary_search(kDeclining, text_.language())) return false;
  for (const std::string_view ending :
       {"a", "u", "em", "om", "owi", "ovi", "iem", "ą", "ę", "y", "i", "e", "ou", "ě"}) {
    if (folded.size() < ending.size() + 3 || !folded.ends_with(ending)) continue;
    const std::string stem(folded.substr(0, folded.size() - ending.size()));
    for (const std::string_view own : {"", "a", "o"}) {
      if (text_.words().is(stem + std::string(own), kLatinGiven)) return true;
    }
  }
  return false;
}

bool LatinEvidence::given(std::size_t at) const {
  if (listed_given(at)) return true;
  // The lists of the model hold names of all languages, some of which are words.
  return (text_.classes(at) & kGivenClass) != 0 && (text_.classes(at) & kWordClass) == 0;
}

bool LatinEvidence::known_family(std::size_t at) const {
  return (text_.classes(at) & kFamilyClasses) != 0 || ends_as_family(text_.folded(at));
}

/// The name behind particles that begin at a token; the token itself where it is none.
std::size_t LatinEvidence::behind_particles(std::size_t at) const {
  std::size_t behind = at;
  while (behind - at < kMostParticles && behind < text_.size() && !text_.capital(behind) &&
         text_.is(behind, kLatinInner) && text_.follows(behind + 1))
    ++behind;
  if (text_.language() != "nl" || behind == at) return behind;
  // "Jan in 't Veld", but "Hamilton in Monza"; "Peter te Riele", but "Justin te Utrecht"
  const std::string& word = text_.folded(at);
  const std::string& next = text_.folded(at + 1);
  if (word == "in" && next != "'t" && next != "het") return at;
  return word == "te" && (text_.classes(behind) & kPlaceClasses) != 0 ? at : behind;
}

/// A particle follows given names alone, as a word for "of" ends a name: "Marion Koopmans van het
/// Erasmus MC". In Spanish and Portuguese it may follow a surname, "Inácio Lula da Silva", but
/// only in front of another one: "Ada Colau de Barcelona".
bool LatinEvidence::particles_fit(std::size_t first, std::size_t last, std::size_t behind) const {
  constexpr auto kIberian = std::to_array<std::string_view>({"ca", "es", "gl", "pt"});
  const bool iberian = std::ranges::binary_search(kIberian, text_.language());
  if (iberian && is_surname_of_particles(behind)) return true;
  for (std::size_t i = first; i <= last; ++i) {
    const bool is_given = iberian ? listed_given(i) : given(i);
    if (!is_given && !(i == first && last == first)) return false;
  }
  return !iberian || (text_.classes(behind) & kPlaceClasses) == 0 || known_family(behind);
}

/// Surnames that stand behind particles: some are words and towns as well, "Santos".
bool LatinEvidence::is_surname_of_particles(std::size_t at) const {
  constexpr auto kSurnames = std::to_array<std::string_view>(
      {"abreu",   "almeida", "andrade",     "araújo",   "assis",   "azevedo", "barros",
       "borbón",  "brito",   "campos",      "carvalho", "castro",  "costa",   "cruz",
       "cunha",   "faria",   "figueiredo",  "fonseca",  "freitas", "fuente",  "hoz",
       "lacerda", "lima",    "magalhães",   "mata",     "matos",   "mello",   "melo",
       "menezes", "miranda", "moraes",      "oliveira", "paiva",   "paz",     "pinho",
       "queiroz", "reis",    "rocha",       "rosa",     "santos",  "silva",   "sousa",
       "souza",   "torre",   "vasconcelos", "vega"});
  if (std::ranges::binary_search(kSurnames, text_.folded(at))) return true;
  constexpr ClassBits kFamily = class_bit('S') | class_bit('N');
  constexpr ClassBits kOther = kPlaceClasses | class_bit('O') | class_bit('K');
  return (text_.classes(at) & kFamily) != 0 && (text_.classes(at) & kOther) == 0;
}

LatinEvidence::Run LatinEvidence::run_from(std::size_t first) const {
  Run run{first, 1, false};
  while (run.names < kMostNames && text_.follows(run.last + 1)) {
    const std::size_t next = run.last + 1;
    if (text_.taken(next)) break;
    if (name_word(next) || surname_in_capitals(next)) {
      run.last = next;
      ++run.names;
    } else if (text_.initial(next) && text_.follows(next + 1)) {
      std::size_t behind = next + 1;
      if (text_.bytes(behind) == "." && text_.follows(behind + 1)) ++behind;
      if (!name_word(behind)) break;
      run.last = behind;
      ++run.names;
    } else {
      const std::size_t behind = behind_particles(next);
      if (run.particle || behind == next || !name_word(behind)) break;
      if (!particles_fit(first, run.last, behind) || is_country(text_.bytes(behind))) break;
      run.particle = true;
      run.last = behind;
      ++run.names;
    }
  }
  if (text_.follows(run.last + 1) && is_generation(text_.bytes(run.last + 1))) ++run.last;
  return run;
}

/// "Max-Planck-Straße", "Jan van Galenstraat"
bool LatinEvidence::is_thing_compound(std::size_t at) const {
  const std::string& word = text_.folded(at);
  for (const std::string_view ending :
       {"straße", "strasse", "platz", "allee", "straat", "plein", "gatan", "gade", "gata", "brücke",
        "schule", "stadion", "preis", "weg", "utca", "tie", "katu"}) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return true;
  }
  return false;
}

bool LatinEvidence::is_title(std::size_t at) const {
  std::string_view word = text_.folded(at);
  if (text_.is(at, kLatinTitle) || text_.words().ends_as_title(word)) return true;
  if (word.ends_with('.')) word.remove_suffix(1);  // "Dr."
  if (text_.words().is(word, kLatinTitle)) return true;
  const std::size_t article = word.find_first_of("'");  // "l'imprenditore"
  return article < kLongestArticle && text_.words().is(word.substr(article + 1), kLatinTitle);
}

/// "ministra Begoña ...", "presidente cinese Xi ...", "dijo Juan ..."
bool LatinEvidence::title_before(std::size_t first) const {
  if (!text_.follows(first) || text_.starts_sentence(first)) return false;
  if (text_.is(first - 1, kLatinSpeech | kLatinMark)) return true;
  for (std::size_t back = 1; back <= kMostBetween + 1 && back <= first; ++back) {
    const std::size_t at = first - back;
    if (is_title(at)) return true;
    // "Menteri Luar Negeri Sugiono", "Kepala BNPB Suharyanto"
    if (text_.follows(at) &&
        (text_.is(at, kLatinOffice) || (text_.taken(at) && text_.capitals(at))))
      continue;
    if (text_.capital(at) || !text_.follows(at) || text_.bytes(at) == ",") return false;
    if (Analyzer::is_function_word(text_.folded(at), text_.language())) return false;
  }
  return false;
}

/// "La ministra de Transportes, Begoña ..."
bool LatinEvidence::apposition_before(std::size_t first) const {
  if (first < 2 || text_.bytes(first - 1) != "," || text_.token(first).starts_line) return false;
  for (std::size_t back = 2; back <= kReach && back <= first; ++back) {
    const std::size_t at = first - back;
    if (is_title(at)) return true;
    if (text_.bytes(at) == "," || text_.bytes(at) == "." || text_.token(at).starts_line)
      return false;
  }
  return false;
}

/// "calle Juan Bravo", "Jalan Tunku Abdul Rahman", "San Pedro de Macorís"; but "Chủ tịch tỉnh Trần
/// Huy Tuấn" chairs a province.
bool LatinEvidence::bearer_before(std::size_t first) const {
  std::size_t at = first;
  for (std::size_t back = 0; back < kMostBorne && at > 0 && text_.follows(at); ++back) {
    --at;
    if (text_.is(at, kLatinSaint)) return true;
    if (text_.is(at, kLatinBearer)) return at == 0 || !text_.follows(at) || !is_title(at - 1);
    const bool link = !text_.capital(at) && text_.is(at, kLatinLink | kLatinInner);
    if (!link && !(text_.capital(at) && !text_.taken(at))) return false;
  }
  return false;
}

/// Whether a word behind the run says that it is no person's: "Karl Johans gate".
bool LatinEvidence::thing_behind(std::size_t last) const {
  return text_.follows(last + 1) && text_.is(last + 1, kLatinThing);
}

/// Whether the last word of a run stands alone elsewhere, as surnames do.
bool LatinEvidence::stands_alone(std::size_t last) const {
  const std::string& surname = text_.folded(last);
  const auto capital = [this](std::size_t at) {
    return at < text_.size() && text_.capital(at) && !text_.taken(at);
  };
  for (const std::size_t at : text_.begin_alike(last)) {
    if (at < last + 2 || text_.taken(at)) continue;
    if (!is_form_of(text_.folded(at), surname, text_.language())) continue;
    const bool before = text_.follows(at) && capital(at - 1);
    if (!before && !(text_.follows(at + 1) && capital(at + 1))) return true;
  }
  return false;
}

/// Whether the words are a place or a body as a whole.
bool LatinEvidence::no_person(std::size_t first, std::size_t last) const {
  if (find_country(text_.bytes(first, last))) return true;
  if (text_.words().is_nobody(fold_case(text_.bytes(first, last)))) return true;
  for (const char letter : {'C', 'R', 'B', 'O', 'K'}) {
    if (text_.phrase_part(first, letter) == 1 && text_.phrase_part(last, letter) == 3) return true;
  }
  return false;
}

bool LatinEvidence::family_stands_in_front() const {
  const std::string_view language = text_.language();
  return language == "ms" || language == "id" || language == "jv" || language == "sw";
}

/// "Ketua Polis Johor, M. Kumar": behind an office an initial will do for a given name.
std::optional<NameRun> LatinEvidence::behind_initial(std::size_t first) const {
  if (!title_before(first) && !apposition_before(first)) return std::nullopt;
  if (is_title(first)) return std::nullopt;  // "le maire, M. Jean Dupont"
  std::size_t behind = first + 1;
  if (text_.follows(behind) && text_.bytes(behind) == ".") ++behind;
  if (behind == first + 1 && !text_.bytes(first).ends_with('.')) return std::nullopt;
  if (!text_.follows(behind) || !name_word(behind)) return std::nullopt;
  return NameRun{first, run_from(behind).last};
}

/// "si EJ Obiena", "le vice-président JD Vance"
std::optional<NameRun> LatinEvidence::behind_two_initials(std::size_t first) const {
  if (text_.taken(first) || !text_.follows(first + 1) || !name_word(first + 1)) return std::nullopt;
  // In Indonesian and Malay these are a body's: "Ketua MK Suhartoyo".
  const bool marked = text_.follows(first) && text_.is(first - 1, kLatinMark);
  const bool body = text_.language() == "id" || text_.language() == "ms" || given(first + 1);
  if (!marked && (body || !title_before(first))) return std::nullopt;
  return NameRun{first, run_from(first + 1).last};
}

std::optional<NameRun> LatinEvidence::person_at(std::size_t first) const {
  const std::string_view language = text_.language();
  if (text_.initial(first)) return behind_initial(first);
  if (text_.capitals(first) && text_.bytes(first).size() == 2) return behind_two_initials(first);
  if (!name_word(first) || bearer_before(first)) return std::nullopt;
  if (language == "vi") {
    if (auto found = vietnamese(first)) return found;
  }
  if (language == "hu") {
    if (auto found = hungarian(first)) return found;
  }
  if (auto found = language == "vi" ? std::nullopt : eastern(first)) return found;
  if (auto found = monarch(first)) return found;
  if (text_.nouns_have_capitals()) return german(first);

  const bool opens = text_.starts_sentence(first);
  // "Les Chinois", "De Arbeiderspers"; but "Hans Petter", who is "his" in Norwegian
  constexpr auto kNordic = std::to_array<std::string_view>({"da", "nb", "nn", "no", "sv"});
  if (Analyzer::is_function_word(text_.folded(first), language) &&
      !(std::ranges::binary_search(kNordic, language) && given(first) && text_.follows(first + 1) &&
        listed_given(first + 1)))
    return std::nullopt;
  if (is_title(first) && !text_.is(first, kLatinGiven)) return std::nullopt;
  Run run = run_from(first);
  // "Vladimir Zelenskiy Ankara'ya geldi": the ending is the town's.
  if (language == "tr" && run.names > 2 && text_.follows(run.last + 1) &&
      !text_.capital(run.last + 1) &&
      text_.bytes(run.last + 1).find('\'') != std::string_view::npos &&
      (text_.classes(run.last) & kPlaceClasses) != 0)
    --run.last, --run.names;
  if (run.names < 2) {
    if (opens || !text_.follows(first) || text_.seen_small(first)) return std::nullopt;
    const bool marked = text_.is(first - 1, kLatinMark) && language != "vi";
    // Many Indonesians have one name.
    const bool single =
        language == "id" && title_before(first) && office_touches(first) && !is_title(first);
    if (!marked && !single) return std::nullopt;
    // "Raja Ampat", "Pelatih Persija"
    if (no_person(first - 1, first) || text_.is(first, kLatinHead)) return std::nullopt;
    if (no_person(first, first) || (text_.classes(first) & kPlaceClasses) != 0) return std::nullopt;
    return NameRun{first, first};
  }
  // "Sultan Brunei"
  if (run.names == 2 && is_title(first) && is_country(text_.bytes(run.last))) return std::nullopt;
  if (no_person(first, run.last) || thing_behind(run.last) || is_thing_compound(run.last) ||
      text_.is(first, kLatinSaint))
    return std::nullopt;
  const bool named = listed_given(first);
  const bool by_given = given(first) && !(opens && text_.seen_small(first)) &&
                        (named || !opens || known_family(run.last));
  const bool by_family = ends_as_family(text_.folded(run.last)) && !text_.seen_small(first);
  if (by_given) return NameRun{first, run.last};
  if (title_before(first) || apposition_before(first))
    return NameRun{behind_office(first, run.last), run.last};
  if (text_.seen_small(run.last) || (!by_family && !repeats(first, run.last))) return std::nullopt;
  // "Pszczelarz Gerwazy Kłosowicz": what opens a sentence in front of two names is a calling.
  if (opens && run.names > 2) return NameRun{first + 1, run.last};
  return NameRun{first, run.last};
}

/// Where the name begins in "ministro dell'Interno Matteo Piantedosi", "Ministrul Culturii Demeter
/// András": behind what the office is of.
std::size_t LatinEvidence::behind_office(std::size_t first, std::size_t last) const {
  if (last < first + 2) return first;
  const std::string& word = text_.folded(first);
  const bool genitive =
      text_.language() == "ro" && (word.ends_with("ii") || word.ends_with("ei") ||
                                   word.ends_with("lor") || word.ends_with("lui"));
  const bool of = first > 0 && (text_.bytes(first - 1).ends_with("'") ||
                                text_.bytes(first - 1).ends_with("\u2019"));
  // "Juru bicara Kremlin Dmitry Peskov"
  constexpr ClassBits kSeat = kPlaceClasses | class_bit('O') | class_bit('K');
  if (!given(first) && (text_.classes(first) & kSeat) != 0 && listed_given(first + 1))
    return first + 1;
  return genitive || (of && listed_given(first + 1)) ? first + 1 : first;
}

/// "Emäntä Aliisa Kortelahti ... Kortelahden": nothing is known of the words, and the last stands
/// alone elsewhere.
bool LatinEvidence::repeats(std::size_t first, std::size_t last) const {
  constexpr ClassBits kKnown = kPlaceClasses | class_bit('O') | class_bit('K') | kWordClass;
  for (std::size_t i = first; i <= last; ++i) {
    if ((text_.classes(i) & kKnown) != 0 || text_.seen_small(i) || is_title(i)) return false;
    if (text_.is(i, kLatinHead | kLatinTail | kLatinSmall)) return false;
  }
  return stands_alone(last) || (family_stands_in_front() && stands_alone(first));
}

}  // namespace pressmark::indexer
