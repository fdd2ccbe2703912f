#include "indexer/enrich/tagger/name_agreement.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "indexer/enrich/tagger/name_bounds.h"
#include "indexer/enrich/tagger/name_surroundings.h"
#include "indexer/enrich/words/body_kinds.h"

namespace pressmark::indexer {
namespace {

using TypeCounts = std::array<std::uint32_t, kNameTypes>;

// Measured on newswire, encyclopedic and mixed text: at a factor of 2 more names become right than
// wrong in each.
constexpr std::uint32_t kMajority = 2;
constexpr std::uint32_t kLeastSeen = 2;
constexpr std::size_t kLeastInitials = 3, kMostInitials = 6;

class Agreement {
 public:
  Agreement(const ArticleFeatures& article, std::string_view text, std::span<const Token> tokens,
            std::vector<NameSpan>& names)
      : article_(article), text_(text), tokens_(tokens), names_(names) {}

  void settle() {
    heed_lexicon();
    name_firms();
    settle_bounds(NameReader(article_, text_, tokens_, names_), names_);
    heed_surroundings(article_, text_, tokens_, names_);
    name_persons();
    follow_organizations();
    follow_majority();
    follow_initials();
    add_overlooked();
  }

 private:
  std::uint32_t folded(std::size_t token) const {
    return article_.folded(article_.word_at(token, 0));
  }
  std::string_view bytes(std::size_t token) const {
    return text_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
  }

  /// A word that is known for organisations and for no person or place is one: "Kremlin".
  void heed_lexicon() {
    constexpr ClassBits kBody = class_bit('O') | class_bit('K');
    constexpr ClassBits kOther = kPlaceClasses | class_bit('F') | class_bit('S') | class_bit('N') |
                                 class_bit('P') | class_bit('D');
    for (NameSpan& name : names_) {
      if (name.first != name.last || name.type == NameType::Organization) continue;
      const ClassBits classes = article_.classes(article_.word_at(name.first, 0));
      if ((classes & kBody) != 0 && (classes & kOther) == 0 &&
          !article_.seen_lower(article_.word_at(name.first, 0)))
        name.type = NameType::Organization;
    }
  }

  /// "Aalto" is Ines Aalto, and "De Villiers" Ines de Villiers; not Ines Villiers.
  void name_persons() {
    const auto particle = [&](std::size_t token) {
      return is_particle(article_.lower_hash(article_.word_at(token, 0)));
    };
    std::unordered_set<std::uint64_t> surnames;
    for (const NameSpan& name : names_) {
      if (name.type != NameType::Person || name.last == name.first) continue;
      surnames.insert(name_key(article_, name.last, name.last));
      for (std::size_t i = name.last; i > name.first + 1 && particle(i - 1); --i)
        surnames.insert(name_key(article_, i - 1, name.last));
    }
    for (NameSpan& name : names_) {
      if (name.type == NameType::Person) continue;
      std::size_t first = name.first;
      while (first < name.last && particle(first)) ++first;
      if (first == name.last && surnames.contains(name_key(article_, name.first, name.last)))
        name.type = NameType::Person;
    }
  }

  /// What ends as firms do is one: "Ines Aalto Inc.", "Oslo Ltd". Who is called so without the
  /// ending stays what it is: founders have the names of their firms.
  void name_firms() {
    static const WordSet kSure("corp corp. gmbh inc inc. llc ltd ltd. plc");
    const NameReader reader(article_, text_, tokens_, names_);
    for (NameSpan& name : names_) {
      const bool other = name.type == NameType::Person || name.type == NameType::Place;
      if (other && !NameReader::alone(name) && kSure.contains(reader.lower(name.last, 0)))
        name.type = NameType::Organization;
    }
  }

  /// "Alpin" is the "Alpin Bank" named elsewhere, unless it is known for something else or stands
  /// as a place does. Foundations have the names of persons.
  void follow_organizations() {
    static const WordSet kKinds(kBodyKinds);
    static const std::uint64_t kFoundation = hash_word("foundation");
    constexpr ClassBits kOther = kPlaceClasses | class_bit('D') | class_bit('F') | class_bit('W');
    const NameReader reader(article_, text_, tokens_, names_);
    std::unordered_set<std::uint32_t> first_words, founders;
    for (const NameSpan& name : names_) {
      if (name.type == NameType::Organization && kKinds.contains(reader.lower(name.first, 1)) &&
          name.last > name.first && (reader.classes(name.first) & kOther) == 0 &&
          bytes(name.first).find('.') == std::string_view::npos)  // "U.S."
        (reader.lower(name.first, 1) == kFoundation ? founders : first_words)
            .insert(folded(name.first));
    }
    for (NameSpan& name : names_) {
      const bool named = first_words.contains(folded(name.first)) ||
                         (name.type != NameType::Person && founders.contains(folded(name.first)));
      if (NameReader::alone(name) && named && !reader.names_person(name.first) &&
          (reader.contexts(name.first) & kAfterWhere) == 0)
        name.type = NameType::Organization;
    }
  }

  void follow_majority() {
    std::unordered_map<std::uint64_t, TypeCounts> counts;
    for (const NameSpan& name : names_)
      ++counts[name_key(article_, name.first, name.last)][static_cast<std::size_t>(name.type)];
    for (NameSpan& name : names_) {
      const TypeCounts& count = counts[name_key(article_, name.first, name.last)];
      const auto best = static_cast<std::size_t>(std::ranges::max_element(count) - count.begin());
      if (count[best] >= kMajority * count[static_cast<std::size_t>(name.type)])
        name.type = static_cast<NameType>(best);
    }
  }

  /// "NCT" of "National Council of Trade"; empty when the name has too few capitals or too many.
  std::string initials_of(const NameSpan& name) const {
    std::string initials;
    for (std::size_t i = name.first; i <= name.last; ++i) {
      const char first = bytes(i).front();
      if (first >= 'A' && first <= 'Z') initials += first;
    }
    const bool fits = initials.size() >= kLeastInitials && initials.size() <= kMostInitials;
    return fits ? initials : std::string();
  }

  void follow_initials() {
    for (const NameSpan& name : names_) {
      if (name.type != NameType::Organization || name.last == name.first) continue;
      if (std::string initials = initials_of(name); !initials.empty())
        initials_.insert(std::move(initials));
    }
    if (initials_.empty()) return;
    for (NameSpan& name : names_) {
      if (name.first == name.last && shortens(name.first)) name.type = NameType::Organization;
    }
  }
  bool shortens(std::size_t token) const {
    return article_.shape(article_.word_at(token, 0)) == Shape::Upper &&
           initials_.contains(std::string(bytes(token)));
  }

  void add_overlooked() {
    std::unordered_map<std::uint32_t, TypeCounts> counts;
    for (const NameSpan& name : names_) {
      if (name.first == name.last)
        ++counts[folded(name.first)][static_cast<std::size_t>(name.type)];
    }
    std::vector<NameSpan> all;
    auto next = names_.begin();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (next != names_.end() && next->first == i) {
        all.push_back(*next);
        i = next->last;
        ++next;
        continue;
      }
      if (!article_.capital(i)) continue;
      if (shortens(i)) {
        all.push_back({i, i, NameType::Organization});
        continue;
      }
      const auto count = counts.find(folded(i));
      if (count == counts.end() || article_.seen_lower(article_.word_at(i, 0))) continue;
      const auto best = std::ranges::max_element(count->second);
      if (*best < kLeastSeen) continue;
      all.push_back({i, i, static_cast<NameType>(best - count->second.begin())});
    }
    names_ = std::move(all);
  }

  const ArticleFeatures& article_;
  std::string_view text_;
  std::span<const Token> tokens_;
  std::vector<NameSpan>& names_;
  std::unordered_set<std::string> initials_;
};

}  // namespace

void agree_on_names(const ArticleFeatures& article, std::string_view text,
                    std::span<const Token> tokens, std::vector<NameSpan>& names) {
  Agreement(article, text, tokens, names).settle();
}

}  // namespace pressmark::indexer
