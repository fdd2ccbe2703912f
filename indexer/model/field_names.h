#pragma once

#include <array>
#include <string_view>

namespace pressmark::indexer {

// The names that crawlers, other programs' exports and shared tables give the fields of an article,
// the most telling first: members of JSON objects, columns of tables.
inline constexpr std::array<std::string_view, 18> kTextNames = {
    "text",      "maintext", "raw_text",  "articleBody",  "article_text", "articleText",
    "full_text", "fulltext", "main_text", "plain_text",   "text_content", "content",
    "body",      "article",  "story",     "cleaned_text", "paragraphs",   "bodyText"};
inline constexpr std::array<std::string_view, 9> kTitleNames = {
    "title",         "headline", "title_page", "title_rss", "meta_title",
    "article_title", "name",     "webTitle",   "heading"};
inline constexpr std::array<std::string_view, 20> kDateNames = {
    "date",          "date_publish",          "publish_date",    "published_date",
    "datePublished", "date_published",        "published",       "published_at",
    "publishedAt",   "publication_date",      "pub_date",        "pubDate",
    "pubdate",       "date_published_parsed", "dateline_date",   "created_at",
    "timestamp",     "webPublicationDate",    "publishing_date", "article_date"};
inline constexpr std::array<std::string_view, 6> kModifiedNames = {
    "date_modify", "dateModified", "date_modified", "modified", "updated", "updated_at"};
inline constexpr std::array<std::string_view, 10> kUrlNames = {
    "url", "link", "canonical_link", "canonical_url", "source_page_url", "permalink",
    "uri", "loc",  "webUrl",         "article_url"};
inline constexpr std::array<std::string_view, 6> kIdNames = {"id",     "_id",   "external_id",
                                                             "doc_id", "docid", "uuid"};
/// What a table has in a column of kIdNames, where that is no number: unique within its outlet.
inline constexpr std::string_view kRowId = "row_id";
inline constexpr std::array<std::string_view, 6> kAuthorNames = {"authors", "author", "byline",
                                                                 "creator", "writer", "by"};
inline constexpr std::array<std::string_view, 15> kOutletNames = {
    "source_name", "sitename",    "site_name",      "source-hostname", "publisher",
    "outlet",      "publication", "meta_site_name", "source",          "site",
    "newspaper",   "feed_title",  "media",          "website",         "media_name"};
inline constexpr std::array<std::string_view, 7> kOutletDomainNames = {
    "source_domain", "domain", "hostname", "source_url", "host", "source", "media_url"};
inline constexpr std::array<std::string_view, 5> kLanguageNames = {"language", "lang", "meta_lang",
                                                                   "inLanguage", "language_code"};
inline constexpr std::array<std::string_view, 6> kDescriptionNames = {
    "description", "excerpt", "summary", "meta_description", "abstract", "highlights"};
inline constexpr std::array<std::string_view, 5> kSectionNames = {
    "section", "articleSection", "sectionName", "category", "categories"};
inline constexpr std::array<std::string_view, 2> kTagNames = {"tags", "keywords"};
inline constexpr std::array<std::string_view, 3> kPersonNames = {"persons", "people", "person"};
inline constexpr std::array<std::string_view, 4> kOrgNames = {"orgs", "organizations",
                                                              "organisations", "org"};
inline constexpr std::array<std::string_view, 3> kPlaceNames = {"places", "locations", "place"};
inline constexpr std::array<std::string_view, 2> kCountryNames = {"countries", "country"};

}  // namespace pressmark::indexer
