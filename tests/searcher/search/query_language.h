#pragma once

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/parser.h"
#include "searcher/query/query_builder.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_archive.h"

namespace pressmark::searcher {

/// Six articles, and what is found in them.
class QueryLanguage : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    archive_ = std::make_unique<test::SmallArchive>();
    archive_->add({"leak",
                   "Gas leak shuts harbour",
                   "Engineers found a gas leak near the pier.\n\nCrews closed three streams of "
                   "traffic.\n\nElections follow in May.",
                   "en",
                   "2022-08-14",
                   {"UA", "RU"},
                   {"Olena Marchuk"},
                   "https://www.harbour.example.co.uk/leak",
                   "The Harbour Times"});
    archive_->add({"oil",
                   "Oil price climbs",
                   "The price of oil rose. A pipeline stood idle; gas was cheap.\n\nThe leak of "
                   "documents embarrassed ministers.",
                   "en",
                   "2022-09-01",
                   {"RU"},
                   {"Viktor Marchuk", "Ana Lima", "The Rock"},
                   "https://www.nytimes.com/oil"});
    archive_->add({"wahl",
                   "Wahlen am Sonntag",
                   "Die WAHLEN beginnen. Der Hafen in Köln bleibt geschlossen.",
                   "de",
                   "2021-01-05",
                   {"DE"}});
    archive_->add({"vote",
                   "L'élection approche",
                   "L’avion du ministre est parti. Les élections auront lieu en été.",
                   "fr",
                   "2022-08-31",
                   {"FR"}});
    archive_->add({"tokyo", "東京都の漁業", "昨日、東京の漁師が港に集まった。", "ja", "", {"JP"}});
    archive_->add({"kyiv",
                   "Trams return",
                   "The Kyïv tram line reopened; the U.S. envoy rode the first tram. Tram fans "
                   "cheered 1,000 times.",
                   "en",
                   "1955-06-01",
                   {"UA"}});
  }
  static void TearDownTestSuite() { archive_.reset(); }

  enum class Place { Here, Elsewhere };
  static std::string find_names(std::string_view text, Match match = Match::All,
                                Place place = Place::Here) {
    ParseContext context;
    context.today = std::chrono::year(2022) / 9 / 15;
    context.match = match;
    const auto query = parse_query(text, context);
    if (!query) return "error: " + query.error().message;
    const auto& database = archive_->database();
    Analyzer analyzer;
    BuildOptions options;
    options.match = match;
    options.remote = place == Place::Elsewhere;
    options.languages = archive_languages(database);
    const BuiltQuery built = build_query(*query, database, options, analyzer);
    SearchOptions search;
    search.limit = 0;
    const Found found = find(database, built, search);
    EXPECT_TRUE(found.total_exact);
    EXPECT_EQ(found.total, found.articles.size());
    EXPECT_EQ(count(database, built.whole()), found.total) << text;
    std::vector<std::string> names;
    for (const auto& article : found.articles) names.push_back(archive_->name(article.id));
    std::ranges::sort(names);
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : " ") + name;
    return out;
  }

  inline static std::unique_ptr<test::SmallArchive> archive_;
};

}  // namespace pressmark::searcher
