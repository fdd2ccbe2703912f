#include "indexer/enrich/languages/latin_bodies.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/analysis.h"
#include "common/country.h"
#include "common/text.h"
#include "indexer/enrich/languages/latin_forms.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMostWords = 12;
constexpr std::size_t kMostBefore = 5;     // words in front of a tail
constexpr std::size_t kMostInitials = 7;   // letters
constexpr std::size_t kLeastInitials = 3;  // letters that nothing beside them explains
constexpr std::size_t kMostClubWords = 2;

class BodyReader {
 public:
  explicit BodyReader(LatinText& text) : text_(text) {}

  std::vector<Mention> read() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_.taken(i)) continue;
      if (!known(i) && !begun(i) && !club(i)) one_word(i);
    }
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!text_.taken(i)) ended(i);
    }
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!text_.taken(i)) initials(i);
    }
    return std::move(found_);
  }

 private:
  void add(std::size_t first, std::size_t last, std::string name = {}) {
    found_.push_back({text_.token(first).begin, text_.token(last).end, EntityType::Organization});
    found_.back().name = std::move(name);
    text_.take(first, last);
  }

  bool free_capital(std::size_t at) const {
    return at < text_.size() && text_.capital(at) && !text_.taken(at) && !text_.is(at, kLatinNot);
  }

  /// A name of the list, in one of its cases.
  bool known(std::size_t first) {
    if (!text_.capital(first)) return false;
    const auto* names = text_.words().bodies(text_.folded(first));
    if (names == nullptr) return false;
    const LatinWords::Phrase* best = nullptr;
    for (const LatinWords::Phrase& name : *names) {
      if ((best == nullptr || name.size() > best->size()) && stands(name, first)) best = &name;
    }
    if (best == nullptr) return false;
    std::string nominative;
    for (const std::string& word : *best) nominative.append(nominative.empty() ? "" : " ") += word;
    add(first, first + best->size() - 1, std::move(nominative));
    return true;
  }

  bool stands(const LatinWords::Phrase& name, std::size_t first) const {
    if (first + name.size() > text_.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (i > 0 && !text_.follows(first + i)) return false;
      if (!is_form_of(text_.folded(first + i), fold_case(name[i]), text_.language())) return false;
    }
    if (name.size() > 1) return true;
    // A word that the text has in small letters as well is no name.
    return !text_.seen_small(first) && (name[0].size() > 3 || text_.bytes(first) == name[0]);
  }

  /// How many words of a head stand here; 0 for none.
  std::size_t head(std::size_t at) const {
    if (text_.is(at, kLatinLow)) return 1;
    if (!text_.capital(at)) return 0;
    if (text_.is(at, kLatinHead)) return 1;
    if (const auto* heads = text_.words().heads(text_.folded(at)); heads != nullptr) {
      for (const LatinWords::Phrase& words : *heads) {
        if (stands(words, at)) return words.size();
      }
    }
    return 0;
  }

  /// Whether words of a name that begins with an adjective say that it is a body.
  bool says_body(std::size_t at) const {
    return text_.is(at, kLatinHead | kLatinSmall | kLatinTail) ||
           text_.words().ends_as_body(text_.folded(at)) ||
           text_.words().ends_on_base(text_.folded(at));
  }

  /// "Ministerio de Relaciones Exteriores", "Polska Grupa Górnicza": a head and what follows it.
  bool begun(std::size_t first) {
    std::size_t length = head(first);
    const bool adjective = length == 0 && text_.is(first, kLatinAdjective) && text_.capital(first);
    if (length == 0 && !adjective) return false;
    if (length == 0) length = 1;
    bool body = !adjective, small_only = true;
    std::size_t last = first + length - 1;
    while (last + 1 < text_.size() && last - first < kMostWords && text_.follows(last + 1)) {
      const std::size_t next = last + 1;
      if (text_.taken(next)) break;
      if (free_capital(next) && !text_.is(next, kLatinSmall)) {
        if (!may_follow(first, last, next, adjective)) break;
        body = body || says_body(next);
        small_only = false;
        last = next;
      } else if (text_.is(next, kLatinSmall)) {
        body = true;
        last = next;
      } else {
        const std::size_t behind = behind_link(next);
        if (behind == 0 || !may_link(next, behind)) break;
        // "O Congresso e Lula": nothing says yet what the head is of.
        if (last - first + 1 == length && is_and(next) && text_.bytes(next) != "&") break;
        if (!text_.is(behind, kLatinSmall)) small_only = false;
        last = behind;
      }
    }
    const std::size_t words = last - first + 1;
    if (!body || words <= length) return false;
    // "Sociedad civil", "conseil municipal": common words at a sentence's beginning, unless the
    // head is that of bodies only.
    if (small_only && text_.starts_sentence(first) && words < length + 2 && !adjective &&
        !text_.is(first, kLatinLow) && !text_.folded(first).starts_with("minist"))
      return false;
    add(first, last, ministry_name(first, last));
    return true;
  }

  /// "Ministerstwo Zdrowia" of "Ministerstwa Zdrowia": what follows stands in the genitive anyway.
  std::string ministry_name(std::size_t first, std::size_t last) const {
    const auto* heads = text_.words().heads(text_.folded(first));
    if (heads == nullptr || text_.is(first, kLatinHead)) return {};
    for (const LatinWords::Phrase& words : *heads) {
      if (words.size() == 1 && words[0].starts_with("Minist") && stands(words, first))
        return words[0] + std::string(text_.bytes(first, last).substr(text_.bytes(first).size()));
    }
    return {};
  }

  /// Whether a word with a capital goes on with a body's name.
  bool may_follow(std::size_t first, std::size_t last, std::size_t next, bool adjective) const {
    if (text_.nouns_have_capitals() && last == first) {
      if (adjective) return says_body(next);
      return !text_.seen_small(next) && text_.bytes(next).size() > 3;
    }
    if (text_.nouns_have_capitals())
      return text_.capitals(next) || text_.is(last, kLatinHead) || text_.is(last, kLatinLink);
    if (adjective && last == first && small_bodies()) return says_body(next);
    return true;
  }
  /// Languages that have all words of a body's name but the first in small letters.
  bool small_bodies() const {
    constexpr auto kSmall = std::to_array<std::string_view>(
        {"bs", "cs", "da", "fi", "hr", "nb", "nn", "no", "sk", "sl", "sr", "sv"});
    return std::ranges::binary_search(kSmall, text_.language());
  }

  /// The word behind a link of one or two words, "de la"; 0 if there is none.
  std::size_t behind_link(std::size_t at) const {
    if (text_.bytes(at) == "," && text_.language() == "id") {  // "Meteorologi, Klimatologi, dan"
      const bool more = text_.follows(at + 1) && free_capital(at + 1) && at + 2 < text_.size() &&
                        text_.bytes(at + 2) == ",";
      const bool end = text_.follows(at + 1) && text_.folded(at + 1) == "dan" &&
                       text_.follows(at + 2) && free_capital(at + 2);
      return more ? at + 1 : end ? at + 2 : 0;
    }
    if (!text_.is(at, kLatinLink) && !joined_link(at)) return 0;
    std::size_t behind = at + 1;
    if (text_.follows(behind) && !text_.capital(behind) && !text_.is(behind, kLatinSmall) &&
        (text_.is(behind, kLatinLink) || is_article(behind)))
      ++behind;
    if (!text_.follows(behind) || text_.taken(behind)) return 0;
    if (is_where_or_whom(at) && !text_.is(behind, kLatinSmall)) return 0;
    return free_capital(behind) || text_.is(behind, kLatinSmall) ? behind : 0;
  }
  /// "Ministerio de Salud en Madrid", "Fiscalía contra Uribe": not of the name.
  bool is_where_or_whom(std::size_t at) const {
    constexpr auto kRomance = std::to_array<std::string_view>({"ca", "es", "fr", "gl", "it", "pt"});
    constexpr auto kWords =
        std::to_array<std::string_view>({"al", "ao", "contra", "contre", "em", "en", "in", "para",
                                         "per", "por", "sobre", "sulla", "sur", "à"});
    return std::ranges::binary_search(kRomance, text_.language()) &&
           std::ranges::binary_search(kWords, text_.folded(at));
  }
  bool joined_link(std::size_t at) const {
    return text_.folded(at) == "d'" || text_.folded(at) == "l'" || text_.folded(at) == "dell'";
  }
  bool is_article(std::size_t at) const {
    constexpr auto kArticles =
        std::to_array<std::string_view>({"la", "las", "los", "les", "l'", "le", "het", "die"});
    return std::ranges::count(kArticles, text_.folded(at)) > 0;
  }
  /// "Ministerio de Salud y Ana Pérez": behind a link neither a person nor another body.
  bool may_link(std::size_t link, std::size_t behind) const {
    const bool person = text_.is(behind, kLatinGiven) && text_.follows(behind + 1) &&
                        behind + 1 < text_.size() && text_.name_like(behind + 1);
    if (person) return false;
    constexpr auto kAnd =
        std::to_array<std::string_view>({"a", "och", "og", "dan", "e", "en", "et", "i", "ja", "na",
                                         "ng", "und", "w", "y", "za", "și", "i", "on", "&"});
    const bool joins = std::ranges::count(kAnd, text_.folded(link)) > 0;
    if (!joins) return true;
    if (is_and(link) &&
        ((text_.classes(behind) & kPlaceClasses) != 0 || find_country(text_.bytes(behind))))
      return false;
    // "Ministério da Saúde e Anvisa"
    const auto* names = text_.words().bodies(text_.folded(behind));
    const bool listed = names != nullptr && std::ranges::any_of(*names, [&](const auto& name) {
                          return stands(name, behind);
                        });
    return !listed && !text_.is(behind, kLatinHead) && !text_.capitals(behind);
  }

  /// "Comune di Roma e Milano": "i" is "in" in the North.
  bool is_and(std::size_t at) const {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"&", "dan", "e", "en", "et", "i", "ja", "och", "og", "und", "y", "și"});
    return std::ranges::binary_search(kWords, text_.folded(at)) &&
           !(small_bodies() && text_.folded(at) == "i" && text_.language() != "hr" &&
             text_.language() != "bs" && text_.language() != "sr");
  }

  /// "Riksbanken", "Bundesgesundheitsministerium"
  bool one_word(std::size_t at) {
    if (!text_.name_like(at) && !(text_.language() == "fi" && small_ministry(at))) return false;
    std::string_view folded = text_.folded(at);
    std::string name;
    if (text_.language() == "de" && folded.ends_with("ums")) {
      folded.remove_suffix(1);
      name = text_.bytes(at).substr(0, folded.size());
    }
    if (!text_.words().ends_as_body(folded)) return false;
    if (text_.name_like(at) && text_.seen_small(at)) return false;
    if (!text_.name_like(at)) {
      name = std::string(1, static_cast<char>(text_.bytes(at)[0] - 'a' + 'A'));
      name += text_.bytes(at).substr(1);
    }
    // "Külgazdasági és Külügyminisztérium"
    const bool joined = text_.language() == "hu" && at > 1 && text_.follows(at) &&
                        text_.folded(at - 1) == "és" && text_.follows(at - 1) &&
                        free_capital(at - 2);
    add(joined ? at - 2 : at, at, std::move(name));
    return true;
  }
  bool small_ministry(std::size_t at) const {
    const std::string_view word = text_.bytes(at);
    return word.ends_with("ministeriö") && word[0] >= 'a' && word[0] <= 'z';
  }

  /// "Dışişleri Bakanlığı", "Nordfinans AB": what stands in front of a word that ends names.
  bool ended(std::size_t at) {
    if (!is_firm(at) && !tail(at)) return false;
    std::size_t first = at;
    while (first > 0 && at - first < kMostBefore && text_.follows(first) && before(first - 1))
      --first;
    while (first < at && (!text_.capital(first) ||
                          (text_.starts_sentence(first) &&
                           (text_.is(first, kLatinTitle) ||
                            Analyzer::is_function_word(text_.folded(first), text_.language())))))
      ++first;
    if (first == at) return false;
    add(first, at, tail_name(first, at));
    return true;
  }
  bool before(std::size_t at) const {
    if (free_capital(at)) return true;
    if (text_.taken(at)) return false;
    const bool of = text_.is(at, kLatinLink) && !text_.capital(at) && text_.bytes(at) != ",";
    const bool link = of || text_.folded(at) == "ve" || text_.folded(at) == "és" ||
                      text_.folded(at) == "&" || text_.folded(at) == "of" ||
                      text_.folded(at) == "and";
    return link && at > 0 && text_.follows(at) && free_capital(at - 1);
  }
  /// "AB", "Oy", "GmbH", but "As" and "sa" are words.
  bool is_firm(std::size_t at) const {
    if (!text_.is(at, kLatinFirm) || text_.starts_sentence(at)) return false;
    const std::string_view word = text_.bytes(at);
    return text_.capitals(at) || word.size() > 2 || word == "Oy";
  }
  bool tail(std::size_t at) const {
    if (!text_.capital(at)) return false;
    if (text_.is(at, kLatinTail)) return true;
    return text_.language() == "hu" && !hungarian_tail(at).empty();
  }
  std::string hungarian_tail(std::size_t at) const {
    for (const std::string_view each :
         {"egyetem", "bank", "hivatal", "bíróság", "törvényszék", "párt", "bizottság", "szövetség",
          "színház", "akadémia", "intézet", "ügyészség", "tanács", "kamara", "unió", "kúria"}) {
      if (text_.folded(at) != each && is_form_of(text_.folded(at), each, "hu"))
        return std::string(each);
    }
    return {};
  }
  std::string tail_name(std::size_t first, std::size_t last) const {
    if (text_.language() != "hu" || text_.is(last, kLatinTail)) return {};
    const std::string nominative = hungarian_tail(last);
    if (nominative.empty()) return {};
    std::string name(text_.bytes(first, last - 1));
    name += ' ';
    name += text_.bytes(last).substr(0, nominative.size());
    return name.ends_with(nominative.substr(1)) ? name : std::string();
  }

  /// "FC Nordsjælland", "Hà Nội FC", "Atlético de Leiria"
  bool club(std::size_t at) {
    const bool sign = text_.is(at, kLatinClub) && !text_.bytes(at).empty() && text_.capital(at) &&
                      (text_.capitals(at) || text_.folded(at).starts_with("vf"));
    const bool head = text_.is(at, kLatinClubHead) && text_.name_like(at) &&
                      !text_.starts_sentence(at) && !text_.nouns_have_capitals();
    if (!sign && !head) return false;
    std::size_t last = at;
    while (last < at + kMostClubWords && text_.follows(last + 1) && free_capital(last + 1) &&
           (text_.name_like(last + 1) || text_.capitals(last + 1)))
      ++last;
    if (last == at && head && text_.follows(at + 1) && text_.is(at + 1, kLatinLink) &&
        text_.follows(at + 2) && free_capital(at + 2))
      last = at + 2;
    std::size_t first = at;
    if (last == at && sign) {
      while (first > 0 && at - first < kMostClubWords && text_.follows(first) &&
             free_capital(first - 1) && text_.name_like(first - 1) &&
             !text_.is(first - 1, kLatinTitle))
        --first;
    }
    if (last == first) return false;
    add(first, last);
    return true;
  }

  /// "(BNPB)", "la DEA": capitals that name a body, once something says so.
  void initials(std::size_t at) {
    if (!text_.capitals(at) || text_.is(at, kLatinNoBody | kLatinFirm | kLatinClub)) return;
    const std::string_view word = text_.bytes(at);
    const bool letters = std::ranges::all_of(
        word, [](char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 127; });
    // "Emmanuel MACRON", but "An UNICEF"
    if (text_.follows(at) && text_.name_like(at - 1) && text_.is(at - 1, kLatinGiven) &&
        !Analyzer::is_function_word(text_.folded(at - 1), text_.language()))
      return;
    if (!letters || word.size() < 2 || word.size() > kMostInitials + 2) return;
    if (find_country(word)) return;
    // A line in capitals, a dateline.
    const bool alone = !(text_.follows(at) && text_.capitals(at - 1)) &&
                       !(text_.follows(at + 1) && text_.capitals(at + 1));
    if (!alone) return;
    const bool shortens = at > 0 && text_.bytes(at - 1) == "(" && at > 1 && text_.taken(at - 2);
    const bool listed = (text_.classes(at) & (class_bit('O') | class_bit('K'))) != 0;
    if (shortens || listed || (word.size() >= kLeastInitials && !names_no_body(at))) add(at, at);
  }
  /// A dateline, "THUN, 26. November", "ÚLTIMA HORA:", or a word that is only shouted.
  bool names_no_body(std::size_t at) const {
    if (text_.seen_small(at) || is_name_elsewhere(at)) return true;
    if (Analyzer::is_function_word(text_.folded(at), text_.language())) return true;
    if (!text_.starts_sentence(at) || at + 1 >= text_.size()) return false;
    const std::string_view next = text_.bytes(at + 1);
    return next == ":" ||
           (text_.token(at).starts_line &&
            (next == "," || next == "(" || next == "-" || next == "\u2013" || next == "\u2014"));
  }
  bool is_name_elsewhere(std::size_t at) const { return !text_.alike(at).empty(); }

  LatinText& text_;
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> latin_bodies(LatinText& text) { return BodyReader(text).read(); }

}  // namespace pressmark::indexer
