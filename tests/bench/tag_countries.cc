// Tags JSON Lines (title, dateline, text) from standard input and prints the speed and the cost of
// loading. For trials.
#include <cstdio>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include <rapidjson/document.h>

#include "indexer/enrich/country_tagger.h"

namespace {

std::string member(const rapidjson::Document& line, const char* name) {
  if (!line.IsObject() || !line.HasMember(name) || !line[name].IsString()) return {};
  return {line[name].GetString(), line[name].GetStringLength()};
}

double seconds(std::clock_t ticks) { return static_cast<double>(ticks) / CLOCKS_PER_SEC; }

}  // namespace

int main() {
  using namespace pressmark::indexer;
  std::vector<Article> articles;
  double megabytes = 0;
  for (std::string line; std::getline(std::cin, line);) {
    rapidjson::Document record;
    record.Parse(line.data(), line.size());
    Article& article = articles.emplace_back();
    article.title = member(record, "title");
    article.dateline = member(record, "dateline");
    article.text = member(record, "text");
    megabytes += static_cast<double>(article.title.size() + article.text.size()) / 1e6;
  }
  const std::clock_t start = std::clock();
  const CountryTagger tagger;
  const std::clock_t loaded = std::clock();
  std::size_t found = 0;
  for (const Article& article : articles) found += tagger.tag(article, "en", {}, "").size();
  const double spent = seconds(std::clock() - loaded);
  std::printf("load %.1f ms; %zu articles, %.1f MB, %zu countries, %.1f MB/s of CPU time\n",
              seconds(loaded - start) * 1e3, articles.size(), megabytes, found, megabytes / spent);
}
