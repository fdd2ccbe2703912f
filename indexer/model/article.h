#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"

namespace pressmark::indexer {

/// What a page is. Only Article and LiveBlog are indexed by default.
enum class PageKind { Article, LiveBlog, Listing, ConsentPage, ErrorPage, Stub };

/// The value of the field `kind`: "article", "live", ...
std::string_view name(PageKind kind);

/// Where a publication date was read; the names are part of the JSON format.
enum class DateOrigin { JsonLd, Microdata, Meta, Time, Url, Text, Given, FileTime };

std::string_view name(DateOrigin origin);

struct PublishedDate {
  Date day;  // the calendar day the publisher printed, in its own zone
  DateOrigin origin = DateOrigin::Text;
  bool sure = false;  // two origins agree, or the origin is a publication date by its format
  /// The day if the month stands first, where nothing but the text's language can tell the order
  std::optional<Date> month_first = {};
  friend bool operator==(const PublishedDate&, const PublishedDate&) = default;
};

/// The outlet. `domain` is registrable ("bbc.co.uk"); either may be empty.
struct Outlet {
  std::string domain;
  std::string name;  // "The Guardian"
  friend bool operator==(const Outlet&, const Outlet&) = default;
};

/// Why a field has its value, for --explain: field name, rule, value or evidence.
struct FieldNote {
  std::string field;
  std::string rule;
  std::string value;
};

/// Names that came with an already extracted article and are taken as they are.
struct GivenNames {
  std::vector<std::string> persons, orgs, places;
  std::vector<std::string> countries;  // ISO 3166-1 alpha-2
};

/// One news article as extracted: clean text and what the page says of itself. All text is valid
/// UTF-8.
struct Article {
  std::string origin;       // as in RawDocument
  std::string url;          // canonical form (common/url.h); empty when unknown
  std::string external_id;  // `id` of an already extracted article; empty otherwise
  PageKind kind = PageKind::Article;
  std::string title;  // headline without the site's suffix; may be empty
  std::string text;   // paragraphs separated by a blank line; an extracted article's text unchanged
  std::string
      dateline;  // "BEIJING, Sept 1 (Reuters)" where it stood apart from the text; else empty
  std::string description;  // the page's own summary; never part of the text
  std::optional<PublishedDate> published;
  std::optional<Date> modified;
  std::vector<std::string> authors;
  Outlet outlet;
  std::string declared_language;  // as the page declares it ("de-AT"); a hint only
  std::string section;
  std::vector<std::string> tags;
  GivenNames given;
  std::optional<Instant> crawled;
  bool truncated = false;        // the bytes or the page were cut
  std::vector<FieldNote> notes;  // filled only when explaining
};

}  // namespace pressmark::indexer
