#include "indexer/enrich/countries/country_tagger.h"

#include <algorithm>
#include <utility>

#include "common/utf8.h"
#include "indexer/enrich/countries/country_ranking.h"
#include "indexer/enrich/countries/place_finder.h"
#include "indexer/enrich/gazetteer/context_words.h"
#include "indexer/enrich/gazetteer/gazetteer.h"

namespace pressmark::indexer {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kDatelineBytes = 100;
constexpr std::size_t kLeadBytes = 400;  // the first sentences, where the text has no paragraphs
constexpr std::size_t kMaxTextBytes =
    1 << 20;  // beyond, an article says nothing new of where it plays

/// The language to look names up in where nobody could tell it: by letters that only some use.
std::string_view likely_language(std::string_view text) {
  const std::string_view sample = utf8_prefix(text, kLeadBytes);
  std::size_t cyrillic = 0;
  std::size_t arabic = 0;
  bool ukrainian = false;
  bool persian = false;
  for (std::size_t at = 0; at < sample.size();) {
    const char32_t c = next_code_point(sample, at);
    cyrillic += c >= 0x400 && c < 0x530 ? 1U : 0U;
    arabic += c >= 0x620 && c < 0x700 ? 1U : 0U;
    ukrainian |= U"іїєґІЇЄҐ"sv.find(c) != std::u32string_view::npos;
    persian |= U"پچژگ"sv.find(c) != std::u32string_view::npos;
  }
  if (cyrillic * 4 > sample.size()) return ukrainian ? "uk" : "ru";  // two bytes a letter
  if (arabic * 4 > sample.size()) return persian ? "fa" : "ar";
  return {};
}

/// The bytes of the dateline that an agency's text opens with, "LAGOS, June 14 (Agency) - ": names
/// in capitals, a month, a dash. 0 when there is none.
std::size_t agency_dateline(std::string_view text) {
  const std::string_view head = utf8_prefix(text, kDatelineBytes);
  std::size_t end = head.size();
  for (const std::string_view dash : {" - "sv, " -- "sv, " – "sv, " — "sv}) {
    if (const std::size_t at = head.find(dash); at < end) end = at + dash.size();
  }
  const std::string_view line = head.substr(0, end);
  if (end == head.size() || line.find('\n') != std::string_view::npos) return 0;
  const std::vector<Word> words = scan_words(line);
  const auto named = [](const Word& word) { return word.upper || word.number; };
  const auto dates = [](const Word& word) { return context_words().months.contains(word); };
  const bool dateline = !words.empty() && words.front().caps && std::ranges::all_of(words, named) &&
                        std::ranges::any_of(words, dates);
  return dateline ? end : 0;
}

/// The end of the lead: the first paragraph, or the first sentences of a long one.
std::size_t lead_end(std::string_view text) {
  if (text.size() <= kLeadBytes) return text.size();
  const std::size_t line = std::min(text.find('\n'), text.size());
  if (line >= 60 && line <= kLeadBytes) return line;
  const std::size_t from = line < 60 ? line : 200;
  const std::size_t sentence = text.find(". ", std::min(from, text.size()));
  if (sentence < 600) return sentence + 1;
  return utf8_prefix(text, kLeadBytes).size();
}

/// The mentions from one byte of the text to another, counted from the first.
NameRanges names_between(std::span<const Mention> mentions, std::size_t from, std::size_t to) {
  NameRanges names;
  for (const Mention& mention : mentions) {
    if (mention.begin < from || mention.end > to) continue;
    Ranges& ranges = mention.type == EntityType::Person         ? names.persons
                     : mention.type == EntityType::Organization ? names.bodies
                                                                : names.places;
    ranges.emplace_back(mention.begin - from, mention.end - from);
  }
  return names;
}

}  // namespace

struct CountryTagger::Tables {
  Gazetteer gazetteer;
};

CountryTagger::CountryTagger() : tables_(std::make_unique<Tables>()) {}
CountryTagger::~CountryTagger() = default;
CountryTagger::CountryTagger(CountryTagger&&) noexcept = default;
CountryTagger& CountryTagger::operator=(CountryTagger&&) noexcept = default;

std::vector<std::string> CountryTagger::tag(const Article& article, std::string_view language,
                                            std::span<const Mention> mentions,
                                            std::string_view source_country) const {
  const std::string_view whole = std::string_view(article.text).substr(0, kMaxTextBytes);
  const std::size_t skip = article.dateline.empty() ? agency_dateline(whole) : 0;
  const std::string_view text = whole.substr(skip);
  const std::size_t lead = lead_end(text);
  const NameRanges lead_names = names_between(mentions, skip, skip + lead);
  const NameRanges body_names = names_between(mentions, skip + lead, whole.size());
  PlaceFinder finder(tables_->gazetteer, language.empty() ? likely_language(text) : language);
  finder.read(article.title, Section::Title, {});
  finder.read(skip > 0 ? whole.substr(0, skip) : std::string_view(article.dateline),
              Section::Dateline, {});
  const std::size_t before = finder.words();
  finder.read(text.substr(0, lead), Section::Lead, lead_names);
  finder.read(text.substr(lead), Section::Body, body_names);
  const std::size_t words = finder.words() - before;
  const std::vector<FoundPlace> places = finder.take();
  return rank_countries(weigh_countries(tables_->gazetteer, places, source_country), words,
                        skip > 0 ? DatelineIn::Text : DatelineIn::Field);
}

}  // namespace pressmark::indexer
