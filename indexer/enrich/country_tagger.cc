#include "indexer/enrich/country_tagger.h"

#include <algorithm>
#include <utility>

#include "common/utf8.h"
#include "indexer/enrich/country_ranking.h"
#include "indexer/enrich/gazetteer.h"
#include "indexer/enrich/place_finder.h"

namespace pressmark::indexer {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kLeadBytes = 400;  // the first sentences, where the text has no paragraphs
constexpr std::size_t kMaxTextBytes =
    1 << 20;  // beyond, an article says nothing new of where it plays

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

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
  const std::string_view text = std::string_view(article.text).substr(0, kMaxTextBytes);
  const std::size_t lead = lead_end(text);
  Ranges lead_persons;
  Ranges body_persons;
  for (const Mention& mention : mentions) {
    if (mention.type != EntityType::Person) continue;
    if (mention.end <= lead) lead_persons.emplace_back(mention.begin, mention.end);
    if (mention.begin >= lead) body_persons.emplace_back(mention.begin - lead, mention.end - lead);
  }
  PlaceFinder finder(tables_->gazetteer, language.empty() ? likely_language(text) : language);
  finder.read(article.title, Section::Title, {});
  finder.read(article.dateline, Section::Dateline, {});
  const std::size_t before = finder.words();
  finder.read(text.substr(0, lead), Section::Lead, lead_persons);
  finder.read(text.substr(lead), Section::Body, body_persons);
  const std::size_t words = finder.words() - before;
  const std::vector<FoundPlace> places = finder.take();
  return rank_countries(weigh_countries(tables_->gazetteer, places, source_country), words);
}

}  // namespace pressmark::indexer
