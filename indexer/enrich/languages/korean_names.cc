#include "indexer/enrich/languages/korean_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/country.h"
#include "common/utf8.h"
#include "indexer/enrich/languages/name_bearers.h"
#include "indexer/enrich/languages/name_table.h"
#include "indexer/enrich/languages/name_words.h"

namespace pressmark::embedded {
std::string_view names_korean();
}

namespace pressmark::indexer {
namespace {

constexpr std::size_t kSyllable = 3;  // bytes
constexpr std::size_t kMostBetweenNames = 3;

/// Which final the particle wants the syllable in front of it to have.
enum class Final { Any, Consonant, Vowel };

struct Particle {
  std::string_view text;
  Final wants = Final::Any;
  bool sure = true;  // hardly the end of a name
};

/// Long ones first.
constexpr auto kKoreanParticles = std::to_array<Particle>({
    {"이라고", Final::Consonant},
    {"이라는", Final::Consonant},
    {"으로부터", Final::Consonant},
    {"에게서"},
    {"으로서", Final::Consonant},
    {"으로는", Final::Consonant},
    {"에서는"},
    {"에게는"},
    {"께서는"},
    {"이지만", Final::Consonant},
    {"이었다", Final::Consonant},
    {"까지"},
    {"부터"},
    {"에게"},
    {"에서"},
    {"에는"},
    {"에도"},
    {"께서"},
    {"라고", Final::Vowel},
    {"라는", Final::Vowel},
    {"로서", Final::Vowel},
    {"으로", Final::Consonant},
    {"이나", Final::Consonant},
    {"이며", Final::Consonant},
    {"이고", Final::Consonant},
    {"이다", Final::Consonant},
    {"인데"},
    {"처럼"},
    {"보다"},
    {"이란", Final::Consonant},
    {"과의", Final::Consonant},
    {"와의", Final::Vowel},
    {"과는", Final::Consonant},
    {"와는", Final::Vowel},
    {"은", Final::Consonant},
    {"는", Final::Vowel},
    {"을", Final::Consonant},
    {"를", Final::Vowel},
    {"과", Final::Consonant},
    {"와", Final::Vowel},
    {"의"},
    {"에"},
    {"께"},
    {"이", Final::Consonant},
    {"가", Final::Vowel},
    {"로", Final::Any, false},
    {"도", Final::Any, false},
    {"만", Final::Any, false},
    {"나", Final::Vowel, false},
    {"측"},
});

/// Syllables that given names are made of.
constexpr std::string_view kGivenSyllables =
    "가강건겸결경곤관광교구국권규균근금기길나남노다달담대덕도동두라란래련령례로록룡리린림만명무문미"
    "민배"
    "백범별병보복봉빈빛삼상새샘서석선설섭성세소솔송수숙순슬승시식신아안애양언여연열영예오옥온완용우"
    "욱"
    "운웅원유윤율은을의이익인일임자장재전정제조종주준중지진찬창채천철초춘충치태택필하학해향혁현협형"
    "혜"
    "호홍화환효후훈휘희흠흥낙갑극락류률묵봄술엽척총탁평표풍함헌황단돈";

/// Ends of one word that names a court or an office.
constexpr auto kOffices =
    std::to_array<std::string_view>({"지방법원", "고등법원", "지법", "고법", "지검", "고검",
                                     "경찰청", "경찰서", "교육청", "대학교"});

/// In front of a title, a word that ends so is where the person serves: "제주대 교수", "은평구
/// 의원".
constexpr auto kHouses = std::to_array<std::string_view>(
    {"대", "소", "국", "단", "시", "구", "군", "도", "당", "청", "처", "부", "계", "팀"});

/// Whether the last syllable ends in a consonant.
bool ends_in_consonant(std::string_view word) {
  if (word.size() < kSyllable) return false;
  std::size_t at = word.size() - kSyllable;
  const char32_t c = next_code_point(word, at);
  return c >= 0xAC00 && c <= 0xD7A3 && (c - 0xAC00) % 28 != 0;
}

bool agrees(const Particle& particle, std::string_view base) {
  return particle.wants == Final::Any ||
         (particle.wants == Final::Consonant) == ends_in_consonant(base);
}

bool is_hangul(std::string_view word) {
  if (word.empty() || word.size() % kSyllable != 0) return false;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (c < 0xAC00 || c > 0xD7A3) return false;
  }
  return true;
}

bool is_given_syllable(std::string_view syllable) {
  return kGivenSyllables.find(syllable) != kGivenSyllables.npos;
}

const NameTable& table() {
  static const NameTable kTable(embedded::names_korean());
  return kTable;
}

class KoreanReader {
 public:
  explicit KoreanReader(std::string_view text) : words_(text) {
    for (std::size_t i = 0; i < words_.size(); ++i) seen_.insert(words_.bytes(i));
  }

  std::vector<Mention> read() {
    for (std::size_t i = 0; i < words_.size();) {
      std::size_t length = listed(i);
      if (length == 0) length = foreigner(i);
      if (length == 0) length = korean(i);
      i += std::max<std::size_t>(length, 1);
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!words_.taken(i) && !named_elsewhere(i)) office(i);
    }
    return std::move(words_).mentions();
  }

 private:
  /// What may be a word without its particle: the whole, and each that is left.
  template <typename Accept>
  std::optional<std::size_t> base_of(std::string_view word, const Accept& accept) const {
    if (accept(word)) return word.size();
    for (const Particle& particle : kKoreanParticles) {
      if (word.size() <= particle.text.size() || !word.ends_with(particle.text)) continue;
      const std::string_view base = word.substr(0, word.size() - particle.text.size());
      if (agrees(particle, base) && accept(base)) return base.size();
    }
    return std::nullopt;
  }

  bool is_listed(std::string_view word, char letter) const {
    return base_of(word, [&](std::string_view base) { return table().has(base, letter); })
        .has_value();
  }

  /// The longest body or foreigner of the list that begins here.
  std::size_t listed(std::size_t first) {
    std::size_t length = 0, bytes = 0;
    const NameTable::Entry* found = nullptr;
    for (std::size_t count = 1;
         count <= table().most_blanks() + 1 && first + count <= words_.size(); ++count) {
      if (count > 1 && !words_.follows(first + count - 1)) break;
      const std::string_view all = words_.bytes(first, first + count - 1);
      const auto base = base_of(all, [&](std::string_view form) {
        return table().has(form, 'b') || table().has(form, 'l');
      });
      if (!base) continue;
      length = count, bytes = *base;
      found = table().find(all.substr(0, bytes));
    }
    if (found == nullptr) return 0;
    const std::size_t suffix = words_.bytes(first, first + length - 1).size() - bytes;
    if (found->is('b')) {
      words_.add(first, first + length - 1, EntityType::Organization, std::string(found->full), 0,
                 suffix);
    } else {
      const std::string* known = bearers_.of(found->name, first);
      words_.add(first, first + length - 1, EntityType::Person,
                 known == nullptr ? std::string(found->full) : *known, 0, suffix);
    }
    return length;
  }

  /// "블라디미르 푸틴"
  std::size_t foreigner(std::size_t first) {
    if (!table().has(words_.bytes(first), 'g') || !words_.follows(first + 1)) return 0;
    const std::string_view word = words_.bytes(first + 1);
    if (!is_hangul(word) || word.size() < 2 * kSyllable || is_listed(word, 't') ||
        is_listed(word, 'm') || is_listed(word, 'b') || table().has(word, 'x'))
      return 0;
    std::size_t bytes = word.size();
    if (!title_behind(first + 2)) bytes = without_particle(word);
    if (bytes < 2 * kSyllable) return 0;
    std::string name(words_.bytes(first));
    name.append(" ").append(word.substr(0, bytes));
    const std::string_view surname = word.substr(0, bytes);
    bearers_.add(surname, first, name);
    words_.add(first, first + 1, EntityType::Person, std::move(name), 0, word.size() - bytes);
    return 2;
  }

  /// Bytes of a foreign surname: a particle that may be its end is one where the article has the
  /// rest elsewhere.
  std::size_t without_particle(std::string_view word) const {
    for (const Particle& particle : kKoreanParticles) {
      if (word.size() <= particle.text.size() || !word.ends_with(particle.text)) continue;
      const std::string_view base = word.substr(0, word.size() - particle.text.size());
      if (!agrees(particle, base)) continue;
      if (particle.sure || seen_.contains(base)) return base.size();
    }
    return word.size();
  }

  /// Whether a title stands at the word, or behind what a person is the head of.
  bool title_behind(std::size_t word) const {
    for (std::size_t between = 0; between <= kMostBetweenNames; ++between, ++word) {
      if (!words_.follows(word)) return false;
      const std::string_view bytes = words_.bytes(word);
      if (is_listed(bytes, 't')) return true;
      if (!table().has(bytes, 'm') && !table().has(bytes, 'b') && !heads(bytes) &&
          !find_country(bytes))
        return false;
    }
    return false;
  }

  /// A ministry, a party, a town, a firm: what may stand between a person and the title.
  static bool heads(std::string_view word) {
    constexpr auto kEnds = std::to_array<std::string_view>(
        {"부",     "청",   "당",     "처",     "시",     "도",   "군",   "구",
         "원",     "대",   "은행",   "그룹",   "위원회", "협회", "연맹", "병원",
         "대학교", "법원", "검찰청", "경찰서", "공사",   "재단"});
    return word.size() >= 3 * kSyllable &&
           std::ranges::any_of(kEnds, [&](auto end) { return word.ends_with(end); });
  }

  /// A family name and two syllables that given names are made of.
  static bool is_name(std::string_view word) {
    if (!is_hangul(word) || table().has(word, 'x') || table().has(word, 't')) return false;
    if (word.size() < 3 * kSyllable || word.size() > 4 * kSyllable || find_country(word))
      return false;
    const std::size_t family = family_of(word);
    if (!table().has(word.substr(0, family), 's')) return false;
    for (std::size_t at = family; at < word.size(); at += kSyllable) {
      if (!is_given_syllable(word.substr(at, kSyllable))) return false;
    }
    // "한강의" is "한강" and a particle.
    constexpr auto kNoEnd = std::to_array<std::string_view>({"의", "는", "를", "을", "와", "과"});
    return std::ranges::none_of(kNoEnd, [&](auto end) { return word.ends_with(end); });
  }

  /// Bytes of the family name that a name may begin with: two syllables where there is one.
  static std::size_t family_of(std::string_view name) {
    const bool two =
        name.size() == 4 * kSyllable || table().has(name.substr(0, 2 * kSyllable), 's');
    return two ? 2 * kSyllable : kSyllable;
  }

  /// "씨" stands behind shorter names as well.
  static bool is_short_name(std::string_view word) {
    return is_hangul(word) && word.size() == 2 * kSyllable && !table().has(word, 'x') &&
           table().has(word.substr(0, kSyllable), 's') &&
           is_given_syllable(word.substr(kSyllable)) && !find_country(word);
  }

  bool age_behind(std::size_t word) const {
    const std::string_view rest = words_.text().substr(words_[word].end, 4);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return rest.size() == 4 && rest[0] == '(' && digit(rest[1]) && digit(rest[2]) &&
           (rest[3] == ')' || rest[3] == '\xC2' || rest[3] == ',');
  }

  /// "제주대 교수", "진흥원 원장": a house and who is its head. Many are called "지원", so "원" is
  /// a house's in front of its own head alone.
  bool is_house(std::size_t word) const {
    const std::string_view bytes = words_.bytes(word);
    if (std::ranges::any_of(kHouses, [&](auto end) { return bytes.ends_with(end); })) return true;
    return bytes.ends_with("원") && words_.follows(word + 1) &&
           words_.bytes(word + 1).find("원장") != std::string_view::npos;
  }

  /// "김훈은" is "김훈" and a particle, or somebody else's name; "경제가" is a noun and one.
  static bool may_end_in_particle(std::string_view name) {
    constexpr auto kEnds = std::to_array<Particle>({{"은", Final::Consonant},
                                                    {"이", Final::Consonant},
                                                    {"가", Final::Vowel},
                                                    {"로"},
                                                    {"도"},
                                                    {"만"}});
    return std::ranges::any_of(kEnds, [&](const Particle& particle) {
      return name.size() > particle.text.size() && name.ends_with(particle.text) &&
             agrees(particle, name.substr(0, name.size() - particle.text.size()));
    });
  }

  std::size_t korean(std::size_t first) {
    const std::string_view word = words_.bytes(first);
    std::optional<std::size_t> bytes;
    if (is_name(word) && (age_behind(first) || (title_behind(first + 1) && !is_house(first)))) {
      bytes = word.size();
    } else if (words_.follows(first + 1) && is_short_name(word) &&
               base_of(words_.bytes(first + 1), [](auto base) { return base == "씨"; })) {
      bytes = word.size();
    } else if (first > 0 && words_.follows(first) && table().has(words_.bytes(first - 1), 'T')) {
      bytes = base_of(word, is_name);
      if (bytes == word.size() && may_end_in_particle(word)) bytes = std::nullopt;
    }
    if (!bytes) return 0;
    const std::string_view name = word.substr(0, *bytes);
    names_.emplace(name, std::string(name));
    note_family(name);
    words_.add(first, first, EntityType::Person, std::string(name), 0, word.size() - *bytes);
    return 1;
  }

  void note_family(std::string_view name) {
    const auto [at, added] = by_family_.emplace(name.substr(0, family_of(name)), name);
    if (!added && at->second != name) at->second = {};
  }

  /// Who is called so in full or, of foreigners, by the surname.
  const std::string* known(std::string_view form, std::size_t word) const {
    const auto name = names_.find(form);
    return name == names_.end() ? bearers_.of(form, word) : &name->second;
  }

  /// The same name elsewhere in the article, and "윤 대통령" of the only Yun.
  bool named_elsewhere(std::size_t word) {
    const std::string_view bytes = words_.bytes(word);
    const auto base =
        base_of(bytes, [&](std::string_view form) { return known(form, word) != nullptr; });
    if (base) {
      words_.add(word, word, EntityType::Person, *known(bytes.substr(0, *base), word), 0,
                 bytes.size() - *base);
      return true;
    }
    const auto family = by_family_.find(bytes);
    if (family == by_family_.end() || family->second.empty()) return false;
    if (!words_.follows(word + 1) || !is_listed(words_.bytes(word + 1), 't')) return false;
    words_.add(word, word, EntityType::Person, std::string(family->second));
    return true;
  }

  void office(std::size_t word) {
    const std::string_view bytes = words_.bytes(word);
    const auto base = base_of(bytes, [](std::string_view form) {
      return is_hangul(form) && std::ranges::any_of(kOffices, [&](auto end) {
               return form.ends_with(end) && form.size() >= end.size() + 2 * kSyllable &&
                      form.size() <= end.size() + 6 * kSyllable;
             });
    });
    if (!base) return;
    constexpr auto kWhich =
        std::to_array<std::string_view>({"관할", "해당", "지방", "일선", "사립", "국립", "시도"});
    if (std::ranges::any_of(kWhich, [&](auto which) { return bytes.starts_with(which); })) return;
    words_.add(word, word, EntityType::Organization, std::string(bytes.substr(0, *base)), 0,
               bytes.size() - *base);
  }

  NameWords words_;
  std::unordered_set<std::string_view> seen_;
  std::unordered_map<std::string_view, std::string> names_;           // by what stands in the text
  NameBearers bearers_;                                               // of foreign surnames
  std::unordered_map<std::string_view, std::string_view> by_family_;  // empty: of several
};

}  // namespace

std::vector<Mention> korean_names(std::string_view text) { return KoreanReader(text).read(); }

}  // namespace pressmark::indexer
