#pragma once

#include "searcher/model/search_result.h"
#include "searcher/output/printer.h"

namespace pressmark::searcher::test {

inline Hit sample_hit() {
  using namespace std::chrono_literals;
  Hit hit;
  hit.rank = 1;
  hit.score = 12.41;
  hit.article.id = "k3f9qaaaaaaaa";
  hit.article.title = "Harbour ferries collide in fog";
  hit.article.date = 2022y / 9 / 27;
  hit.article.date_sure = true;
  hit.article.date_origin = "json-ld";
  hit.article.source = "wash-advertiser.example";
  hit.article.source_name = "Wash Advertiser";
  hit.article.source_country = "GB";
  hit.article.language = "en";
  hit.article.countries = {"GB", "NO"};
  hit.article.persons = {"Elspeth Rooke"};
  hit.article.url = "https://wash-advertiser.example/ferries";
  hit.article.origin = "news/ferries.html";
  hit.article.words = 212;
  hit.short_id = "k3f9q";
  hit.story = "k3f9qaaaaaaaa";
  hit.similar = 7;
  hit.similar_sources = {"Tide Wire", "Fen Echo", "Coast Post", "Dyke News"};
  hit.snippet = {"… two ferries had collided off the pier …", {{6, 13}, {18, 26}}};
  return hit;
}

/// Keeps in `out` what a printer writes.
inline Write into(std::string& out) {
  return [&out](std::string_view text) { out += text; };
}

/// Every kind of control that a hostile article may carry.
inline std::string hostile_text() {
  return "a\x1B[31mred\x1B]0;t\x07 \x9B"
         "31m\x7F \xC2\x9B \xE2\x80\xAE\xE2\x80\x8F\r\n\tb";
}

}  // namespace pressmark::searcher::test
