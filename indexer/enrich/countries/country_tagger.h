#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

/// Finds the countries an article is about.
///
/// Built once, at the cost of a few milliseconds, and const after that; thread-safe.
class CountryTagger {
 public:
  CountryTagger();
  ~CountryTagger();
  CountryTagger(CountryTagger&&) noexcept;
  CountryTagger& operator=(CountryTagger&&) noexcept;

  /// @param language        ISO 639-1 of the article; decides which names are looked for
  /// @param mentions        names found in Article::text; a country inside a person's name is none.
  /// May be empty
  /// @param source_country  where the outlet sits: settles a city that exists twice, and is no
  /// evidence by itself
  /// @return                ISO 3166-1 alpha-2, most important first
  std::vector<std::string> tag(const Article& article, std::string_view language,
                               std::span<const Mention> mentions,
                               std::string_view source_country) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace pressmark::indexer
