#include "indexer/enrich/annotator.h"

#include <algorithm>
#include <utility>

#include "common/country.h"
#include "indexer/enrich/country_tagger.h"
#include "indexer/enrich/fingerprint.h"
#include "indexer/enrich/language_identifier.h"
#include "indexer/enrich/source_country.h"

namespace pressmark::indexer {
namespace {

/// Names that came with the article, once each.
void add_given(std::vector<Entity>& entities, EntityType type,
               const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const bool known = std::ranges::any_of(
        entities, [&](const Entity& entity) { return entity.type == type && entity.name == name; });
    if (!name.empty() && !known)
      entities.push_back({.type = type, .name = name, .count = 1, .variants = {}});
  }
}

/// Countries that came with the article, as codes; what is no country is left out.
std::vector<std::string> given_countries(const std::vector<std::string>& names) {
  std::vector<std::string> codes;
  for (const std::string& name : names) {
    const auto code = find_country(name);
    if (code && std::ranges::count(codes, *code) == 0) codes.emplace_back(*code);
  }
  return codes;
}

}  // namespace

struct Annotator::Tables {
  SourceCountries sources;
  CountryTagger countries;
};

Annotator::Annotator(const AnnotatorOptions& options)
    : tables_(std::make_unique<Tables>(
          Tables{SourceCountries(options.sources_file), CountryTagger()})) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;

Annotations Annotator::annotate(const Article& article) const {
  Annotations found;
  found.language = identify_language(article.title, article.text, article.declared_language);
  found.source_country = tables_->sources.country_of(article.outlet);
  found.fingerprint = fingerprint(article.text);

  const GivenNames& given = article.given;
  if (!given.persons.empty() || !given.orgs.empty() || !given.places.empty()) {
    add_given(found.entities, EntityType::Person, given.persons);
    add_given(found.entities, EntityType::Organization, given.orgs);
    add_given(found.entities, EntityType::Place, given.places);
  }
  found.countries = given_countries(given.countries);
  if (found.countries.empty()) {
    found.countries =
        tables_->countries.tag(article, found.language, found.mentions, found.source_country);
  }
  return found;
}

}  // namespace pressmark::indexer
