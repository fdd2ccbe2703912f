#include "indexer/enrich/languages/latin_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <utility>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/enrich/languages/latin_forms.h"

namespace pressmark::embedded {
std::string_view given_names_latin();
std::string_view name_cues_latin();
std::string_view bodies_latin();
}  // namespace pressmark::embedded

namespace pressmark::indexer {
namespace {

constexpr std::size_t kKeyLetters = 4;
constexpr std::size_t kLeastPrefix = 3;  // bytes in front of a suffix
constexpr std::size_t kLeastTitle = 5;   // bytes of a title that compounds end in

struct Kind {
  std::string_view name;
  std::uint32_t bit;
};
constexpr auto kKinds = std::to_array<Kind>({
    {"title", kLatinTitle},   {"speech", kLatinSpeech},     {"not", kLatinNot},
    {"mark", kLatinMark},     {"inner", kLatinInner},       {"head", kLatinHead},
    {"low", kLatinLow},       {"tail", kLatinTail},         {"small", kLatinSmall},
    {"link", kLatinLink},     {"adj", kLatinAdjective},     {"firm", kLatinFirm},
    {"club", kLatinClub},     {"clubhead", kLatinClubHead}, {"nobody", kLatinNoBody},
    {"family", kLatinFamily}, {"after", kLatinBearer},      {"office", kLatinOffice},
    {"thing", kLatinThing},   {"saint", kLatinSaint},
});

bool is_among(std::string_view languages, std::string_view language) {
  return languages == "*" || std::ranges::count(split(languages, ','), language) > 0;
}

/// A name of several words, folded, with blanks between them.
LatinWords::Phrase phrase_of(std::string_view name) {
  LatinWords::Phrase words;
  for (const std::string_view word : split(name, ' ')) words.emplace_back(word);
  return words;
}

/// The beginning of a word by which phrases are looked up.
std::string latin_key(std::string_view folded) {
  folded = folded.substr(0, folded.find(' '));
  std::size_t at = 0;
  for (std::size_t letters = 0; letters < kKeyLetters && at < folded.size(); ++letters)
    next_code_point(folded, at);
  return fold_accents(folded.substr(0, at));
}

}  // namespace

const LatinWords* LatinWords::of(std::string_view language) {
  static const auto kAll = [] {
    std::map<std::string, std::unique_ptr<const LatinWords>, std::less<>> all;
    for (const std::string_view line : split(embedded::name_cues_latin(), '\n')) {
      if (line.empty() || line.front() == '#' || line.front() == '*') continue;
      for (const std::string_view each : split(line.substr(0, line.find('\t')), ',')) {
        if (!all.contains(each))
          all.emplace(each, std::unique_ptr<const LatinWords>(new LatinWords(each)));
      }
    }
    return all;
  }();
  const auto known = kAll.find(language);
  return known == kAll.end() ? nullptr : known->second.get();
}

/// Given names of all languages, folded, and without accents as foreign papers print them.
const LatinWords::GivenNames& LatinWords::given_names() {
  static const auto kNames = [] {
    GivenNames names;
    for (const std::string_view line : split(embedded::given_names_latin(), '\n')) {
      const auto cells = split(line, '\t');
      if (line.starts_with('#') || cells.size() != 2) continue;
      for (const std::string_view name : split(cells[1], ' ')) {
        names.insert(fold_case(name));
        names.insert(fold_accents(name));
      }
    }
    return names;
  }();
  return kNames;
}

LatinWords::LatinWords(std::string_view language) : given_(given_names()) {
  read(embedded::name_cues_latin(), language);
  read(embedded::bodies_latin(), language);
}

void LatinWords::read(std::string_view tsv, std::string_view language) {
  const bool inflected = inflects_names(language);
  for (const std::string_view line : split(tsv, '\n')) {
    const auto cells = split(line, '\t');
    if (line.starts_with('#') || cells.size() != 3 || !is_among(cells[0], language)) continue;
    if (cells[1] == "body" || cells[1] == "person") {
      for (const std::string_view name : split(cells[2], '|')) {
        (cells[1] == "body" ? bodies_ : persons_)[latin_key(fold_case(name))].push_back(
            phrase_of(name));
      }
      continue;
    }
    if (cells[1] == "none") {
      for (const std::string_view name : split(cells[2], '|')) nobody_.insert(fold_case(name));
      continue;
    }
    const auto* kind = std::ranges::find(kKinds, cells[1], &Kind::name);
    for (const std::string_view word : split(cells[2], ' ')) {
      if (cells[1] == "suffix") {
        suffixes_.push_back(fold_case(word));
      } else if (cells[1] == "base") {
        bases_.push_back(fold_case(word));
      } else if (kind != kKinds.end() && word.find('_') != word.npos) {
        std::string parted(word);
        std::ranges::replace(parted, '_', ' ');
        if (kind->bit == kLatinHead)
          heads_[latin_key(fold_case(parted))].push_back(phrase_of(parted));
      } else if (kind != kKinds.end()) {
        kinds_[fold_case(word)] |= kind->bit;
        if (kind->bit == kLatinHead && inflected)
          heads_[latin_key(fold_case(word))].push_back(phrase_of(word));
        if (kind->bit == kLatinTitle && word.size() >= kLeastTitle)
          add_title_ending(word, language);
      }
    }
  }
}

/// "Bundesgesundheitsminister"; but "terbesar" is no office in Indonesian, and "primaire" none in
/// French, which joins with a hyphen.
void LatinWords::add_title_ending(std::string_view title, std::string_view language) {
  if (language == "id" || language == "ms") return;
  std::string ending = fold_case(title);
  if (language == "fr") ending.insert(0, 1, '-');
  titles_.push_back(std::move(ending));
}

std::uint32_t LatinWords::kinds(std::string_view folded) const {
  const auto known = kinds_.find(folded);
  const std::uint32_t given = given_.contains(folded) ? kLatinGiven : 0U;
  return given | (known == kinds_.end() ? 0U : known->second);
}

bool LatinWords::ends_as_body(std::string_view folded) const {
  return std::ranges::any_of(suffixes_, [folded](const std::string& suffix) {
    return folded.size() >= suffix.size() + kLeastPrefix && folded.ends_with(suffix);
  });
}

bool LatinWords::ends_on_base(std::string_view folded) const {
  return std::ranges::any_of(bases_,
                             [folded](const std::string& base) { return folded.ends_with(base); });
}

bool LatinWords::ends_as_title(std::string_view folded) const {
  return std::ranges::any_of(titles_, [folded](const std::string& title) {
    return folded.size() + (title.front() == '-' ? 1 : 0) >= title.size() + kLeastPrefix &&
           folded.ends_with(title);
  });
}

const std::vector<LatinWords::Phrase>* LatinWords::find(const Phrases& phrases,
                                                        std::string_view folded) {
  const auto known = phrases.find(latin_key(folded));
  return known == phrases.end() ? nullptr : &known->second;
}

}  // namespace pressmark::indexer
