#include "indexer/enrich/entities/person_forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text.h"
#include "indexer/enrich/entities/name_form.h"
#include "indexer/enrich/gazetteer/gazetteer.h"
#include "indexer/enrich/words/word_scanner.h"

namespace pressmark::indexer {
namespace {

constexpr auto kCrowns = std::to_array<std::string_view>(
    {"Emperor", "Empress", "King", "Pope", "Prince", "Princess", "Queen", "Tsar"});

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("ivx") == std::string_view::npos;
}

bool is_crown(std::string_view word) {
  return std::ranges::any_of(kCrowns, [&](std::string_view crown) {
    return word.size() == crown.size() && word.substr(1) == crown.substr(1) &&
           word[0] == (crown[0] | 0x20);
  });
}

std::string_view word_at_end(std::string_view text) {
  const std::size_t blank = text.find_last_of(" \n");
  return text.substr(blank == std::string_view::npos ? 0 : blank + 1);
}

/// A word with a capital and no mark behind: "Don" of "Don King".
bool is_name_part(std::string_view word) {
  constexpr std::string_view kMarks = ".,;:!?)\"'";
  return !word.empty() && kMarks.find(word.back()) == std::string_view::npos &&
         fold_case(word) != word;
}

}  // namespace

std::span<const std::string> without_suffix(std::span<const std::string> words) {
  constexpr auto kSuffixes =
      std::to_array<std::string_view>({"filho", "iii", "iv", "jnr", "jr", "neto", "snr", "sr"});
  static_assert(std::ranges::is_sorted(kSuffixes));
  const bool suffix = words.size() > 2 && !is_crown(words.front()) &&
                      std::ranges::binary_search(kSuffixes, words.back());
  return suffix ? words.first(words.size() - 1) : words;
}

bool may_mean(const std::vector<std::string>& shorter, const std::vector<std::string>& full) {
  if (shorter.size() > full.size()) return false;
  if (std::equal(shorter.rbegin(), shorter.rend(), full.rbegin())) return true;
  const std::span<const std::string> surname = without_suffix(full);
  if (shorter.size() <= surname.size() &&
      std::equal(shorter.rbegin(), shorter.rend(), surname.rbegin()))
    return true;
  if (std::equal(shorter.begin(), shorter.end(), full.begin())) return true;
  if (shorter.size() == 1 && full.size() == 3 && is_crown(full[0]) && is_number(full[2]))
    return shorter[0] == full[1];
  if (shorter.size() < 2 || (shorter.back() != full.back() && shorter.back() != surname.back()))
    return false;
  const std::string& first = shorter.front();
  return first == full.front() || (first.size() == 1 && full.front().starts_with(first));
}

std::set<std::string> surnames_of(std::span<const std::string> names, std::string_view text,
                                  std::span<const Mention> mentions) {
  std::set<std::string> found;
  const auto add = [&](std::string_view name) {
    const std::vector<std::string> words = key_words(name);
    if (words.size() > 1) found.insert(without_suffix(words).back());
  };
  for (const std::string& name : names) add(name);
  for (const Mention& mention : mentions) {
    if (mention.type == EntityType::Person && mention.begin < mention.end &&
        mention.end <= text.size())
      add(text.substr(mention.begin, mention.end - mention.begin));
  }
  return found;
}

std::string_view crown_before(std::string_view before) {
  if (!before.ends_with(' ')) return {};
  before.remove_suffix(1);
  const std::string_view word = word_at_end(before);
  before.remove_suffix(word.size());
  if (!std::ranges::binary_search(kCrowns, word)) return {};
  return before.ends_with(' ') && is_name_part(word_at_end(before.substr(0, before.size() - 1)))
             ? std::string_view()
             : word;
}

bool is_crown_without_number(std::string_view name) {
  return std::ranges::binary_search(kCrowns, name.substr(0, name.find(' '))) &&
         !ends_in_number(name);
}

bool ends_in_number(std::string_view name) { return is_number(to_lower_ascii(word_at_end(name))); }

bool is_given_name(std::string_view name) {
  static const Gazetteer kGazetteer;
  const std::vector<Word> words = scan_words(name);
  return words.size() == 1 && kGazetteer.is_given_name(words.front().hash);
}

bool is_one_name(const std::vector<std::string>& words) {
  return words.size() == 1 || (words.size() == 2 && is_number(words[1]));
}

}  // namespace pressmark::indexer
