#include "indexer/enrich/annotator.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/country.h"
#include "indexer/enrich/countries/country_tagger.h"
#include "indexer/enrich/entities/entity_desk.h"
#include "indexer/enrich/entities/entity_resolver.h"
#include "indexer/enrich/entities/house_names.h"
#include "indexer/enrich/entities/known_places.h"
#include "indexer/enrich/entities/located_places.h"
#include "indexer/enrich/entities/whole_places.h"
#include "indexer/enrich/fingerprint.h"
#include "indexer/enrich/gazetteer/gazetteer.h"
#include "indexer/enrich/language_identifier.h"
#include "indexer/enrich/recognizer.h"
#include "indexer/enrich/source_country.h"
#include "indexer/enrich/tagger/word_memory.h"

namespace pressmark::indexer {
namespace {

/// Names of one type: those that came with the article as they are, else those found in its text.
void add_entities(std::vector<Entity>& entities, EntityType type,
                  const std::vector<std::string>& given, const std::vector<Entity>& resolved) {
  const auto known = [&](const std::string& name) {
    return std::ranges::any_of(
        entities, [&](const Entity& entity) { return entity.type == type && entity.name == name; });
  };
  for (const std::string& name : given) {
    if (!name.empty() && !known(name)) {
      entities.push_back({.type = type, .name = name, .count = 1, .variants = {}});
    }
  }
  if (!given.empty()) return;
  std::ranges::copy_if(resolved, std::back_inserter(entities),
                       [type](const Entity& entity) { return entity.type == type; });
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
  Recognizer recognizer;
  Gazetteer gazetteer;
  CountryTagger countries;
  EntityDesk desk;
};

Annotator::Annotator(const AnnotatorOptions& options)
    : tables_(std::make_unique<Tables>(
          Tables{SourceCountries(options.sources_file), Recognizer(), Gazetteer(), CountryTagger(),
                 options.entities_file.empty() ? EntityDesk()
                                               : EntityDesk::from_file(options.entities_file)})) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;

void Annotator::name_outlet(Article& article) const {
  const auto name = tables_->sources.name_of(article.outlet);
  if (!name || *name == article.outlet.name) return;
  article.outlet.name = *name;
  article.notes.push_back({"source_name", "table of outlets", *name});
}

Annotator::Memory::Memory() : words_(std::make_unique<WordMemory>()) {}
Annotator::Memory::~Memory() = default;

Annotations Annotator::annotate(const Article& article, Memory* memory) const {
  Annotations found;
  found.language = identify_language(article.title, article.text, article.declared_language);
  found.source_country = tables_->sources.country_of(article.outlet);
  found.fingerprint = fingerprint(article.text);

  Recognized names = tables_->recognizer.read(article.title, article.text, found.language,
                                              memory == nullptr ? nullptr : memory->words_.get());
  found.mentions = std::move(names.mentions);
  name_known_places(article.text, found.language, tables_->gazetteer, found.mentions);
  complete_places(article.text, found.language, tables_->gazetteer, found.mentions);
  names.title_persons = whole_persons(article.title, found.language, tables_->gazetteer,
                                      std::move(names.title_persons));
  add_located_places(article.text, found.language, tables_->gazetteer, found.mentions);
  const std::vector<Entity> resolved =
      with_house_names(resolve_entities(names.title_persons, article.text, found.mentions),
                       tables_->desk, found.language);
  const GivenNames& given = article.given;
  add_entities(found.entities, EntityType::Person, given.persons, resolved);
  add_entities(found.entities, EntityType::Organization, given.orgs, resolved);
  add_entities(found.entities, EntityType::Place, given.places, resolved);
  found.countries = given_countries(given.countries);
  if (found.countries.empty()) {
    found.countries =
        tables_->countries.tag(article, found.language, found.mentions, found.source_country);
  }
  for (std::string& code : tables_->desk.countries_of(found.entities)) {
    if (std::ranges::count(found.countries, code) == 0) found.countries.push_back(std::move(code));
  }
  found.entities = tables_->desk.apply(std::move(found.entities));
  return found;
}

}  // namespace pressmark::indexer
