#include "indexer/enrich/country_tagger.h"

#include <algorithm>
#include <utility>

#include "common/utf8.h"
#include "indexer/enrich/country_ranking.h"
#include "indexer/enrich/gazetteer.h"
#include "indexer/enrich/place_finder.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLeadBytes = 400;  // the first sentences, where the text has no paragraphs
constexpr std::size_t kMaxTextBytes =
    1 << 20;  // beyond, an article says nothing new of where it plays

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

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
  PlaceFinder finder(tables_->gazetteer, language);
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
