#include "indexer/extract/dates/date_keys.h"

#include <algorithm>
#include <span>

namespace pressmark::indexer {
namespace {

constexpr std::string_view kModified[] = {"modif", "updated", "lastmod", "revis"};

constexpr std::string_view kPublished[] = {
    "publishedtime", "publishdate", "publisheddate",       "datepublish",  "pubdate",
    "issued",        "publishtime", "publicationtime",     "firstpublish", "publicationdate",
    "publishedat",   "onlinedate",  "publicationdatetime",
};

/// Whole keys.
constexpr std::string_view kDates[] = {
    "date",         "dcdate",    "dctermsdate",         "articledate",      "citationdate",
    "datecreated",  "dccreated", "dctermscreated",      "articlecreated",   "timestamp",
    "displaydate",  "pubtime",   "published",           "articlepublished", "ogarticlepublished",
    "dateposted",   "postdate",  "articledateoriginal", "articlepostdate",  "regdate",
    "sailthrudate", "ogregdate"};

bool holds_any(std::string_view key, std::span<const std::string_view> parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return key.find(part) != std::string_view::npos; });
}

}  // namespace

DateKey date_key(std::string_view key) {
  if (holds_any(key, kModified)) return DateKey::Modified;
  if (holds_any(key, kPublished)) return DateKey::Published;
  return std::ranges::count(kDates, key) > 0 ? DateKey::Date : DateKey::None;
}

}  // namespace pressmark::indexer
