#include "indexer/enrich/country_tagger.h"

namespace pressmark::indexer {

struct CountryTagger::Tables {};

CountryTagger::CountryTagger() : tables_(std::make_unique<Tables>()) {}
CountryTagger::~CountryTagger() = default;
CountryTagger::CountryTagger(CountryTagger&&) noexcept = default;
CountryTagger& CountryTagger::operator=(CountryTagger&&) noexcept = default;

std::vector<std::string> CountryTagger::tag(const Article&, std::string_view,
                                            std::span<const Mention>, std::string_view) const {
  return {};
}

}  // namespace pressmark::indexer
