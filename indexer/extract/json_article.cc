#include "indexer/extract/json_article.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include <fmt/core.h>

#include "common/country.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/dates/date_language.h"
#include "indexer/extract/dates/published_date.h"
#include "indexer/extract/dates/written_date.h"
#include "indexer/extract/feed_text.h"
#include "indexer/extract/feeds/own_identity.h"
#include "indexer/extract/html.h"
#include "indexer/extract/json/json_document.h"
#include "indexer/extract/metadata/outlet.h"
#include "indexer/extract/text/html_text.h"
#include "indexer/extract/text/keyword_list.h"
#include "indexer/model/field_names.h"

namespace pressmark::indexer {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view kPageNames[] = {
    "html", "raw_html", "rawHtml", "page_html", "html_content", "page_source", "content_html"};

constexpr std::size_t kPageBegin = 16;  // bytes that tell a page in markup
constexpr std::size_t kMaxList = 1000;
constexpr std::size_t kMaxNoteBytes = 80;

/// What MongoDB's exports wrap a value in: {"$oid": "…"}, {"$date": {"$numberLong": "…"}}.
const JsonValue& unwrapped(const JsonValue& value) {
  constexpr int kMaxDepth = 2;
  const JsonValue* inner = &value;
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    for (const std::string_view name : {"$oid", "$date", "$numberLong"}) {
      if (const JsonValue* found = member(*inner, name)) inner = found;
    }
  }
  return *inner;
}

/// A string or number itself; of an object its name.
std::string text_of_value(const JsonValue& wrapped) {
  const JsonValue& value = unwrapped(wrapped);
  if (!value.IsObject()) return scalar_of(&value);
  for (const std::string_view name : {"name", "title", "value", "label", "domain"}) {
    if (std::string text = string_of(member(value, name)); !text.empty()) return text;
  }
  return plain_line(string_of(member(value, "rendered")));  // WordPress' own service
}

/// [2024, 5, 3, 10, 0, 0] as feedparser gives a time; empty for other lists.
std::string day_of_list(const JsonValue& value) {
  if (!value.IsArray() || value.Size() < 3) return {};
  const auto numbers = value.GetArray();
  for (rapidjson::SizeType i = 0; i < 3; ++i) {
    if (!numbers[i].IsUint()) return {};
  }
  return fmt::format("{}-{}-{}", numbers[0].GetUint(), numbers[1].GetUint(), numbers[2].GetUint());
}

/// The first field of these names that holds something to read.
std::string first_text(const JsonValue& object, Names names) {
  for (const std::string_view name : names) {
    const JsonValue* value = member(object, name);
    if (value == nullptr) continue;
    if (std::string day = day_of_list(*value); !day.empty()) return day;
    if (value->IsArray() && !value->Empty()) value = &(*value)[0];
    std::string text = text_of_value(*value);
    if (!trim(text).empty()) return text;
  }
  return {};
}

/// As it went in; paragraphs given as a list are parted by blank lines.
std::string article_text(const JsonValue& object) {
  for (const std::string_view name : kTextNames) {
    const JsonValue* value = member(object, name);
    if (value == nullptr) continue;
    std::string text = string_of(value->IsObject() ? member(*value, "rendered") : value);
    if (value->IsArray()) {
      for (const JsonValue& paragraph : value->GetArray()) {
        const std::string piece = string_of(&paragraph);
        if (trim(piece).empty()) continue;
        if (!text.empty()) text += "\n\n";
        text += piece;
      }
    }
    if (!trim(text).empty()) return text;
  }
  return {};
}

/// The items of a list that Python or JSON wrote into one string, as tables have it in a cell:
/// "['Ann Lee', \"Bo O'Hara\"]". Nothing when it is no list of strings.
std::optional<std::vector<std::string>> written_list(std::string_view text) {
  text = trim(text);
  if (text.size() < 2 || text.front() != '[' || text.back() != ']') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::vector<std::string> items;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(" ,", at)) != std::string_view::npos) {
    const char quote = text[at++];
    if (quote != '\'' && quote != '"') return std::nullopt;
    std::string item;
    for (; at < text.size() && text[at] != quote; ++at) {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      item += text[at];
    }
    if (at == text.size()) return std::nullopt;
    ++at;
    if (items.size() < kMaxList) items.push_back(std::move(item));
  }
  return items;
}

/// Whether a text is HTML: it begins with a tag and parts its paragraphs by them.
bool is_html(std::string_view text) {
  text = trim(text);
  const std::string begin = to_lower_ascii(text.substr(0, 5));
  if (begin.size() < 2 || begin[0] != '<' || begin[1] < 'a' || begin[1] > 'z') return false;
  if (begin == "<html") return false;  // a whole page
  return text.find("</p>") != std::string_view::npos || text.find("<br") != std::string_view::npos;
}

/// Whether the text goes on elsewhere: "… [+1834 chars]", as news services cut it.
bool is_cut(std::string_view text) {
  text = trim(text);
  if (text.ends_with("…") || text.ends_with("...")) return true;
  if (!text.ends_with(" chars]")) return false;
  text.remove_suffix(std::string_view(" chars]").size());
  const auto digits = text.find_last_not_of("0123456789");
  return digits != std::string_view::npos && digits + 1 < text.size() &&
         text.substr(0, digits + 1).ends_with("[+");
}

/// A list, or one string with its items parted by ";" or commas of any script.
std::vector<std::string> list_of(const JsonValue& object, Names names) {
  std::vector<std::string> items;
  for (const std::string_view name : names) {
    const JsonValue* value = member(object, name);
    if (value == nullptr) continue;
    if (value->IsArray()) {
      for (const JsonValue& item : value->GetArray()) {
        if (items.size() >= kMaxList) break;
        const std::string text = collapse_space(text_of_value(item));
        if (!text.empty()) items.push_back(text);
      }
    } else {
      const std::string text = text_of_value(*value);
      const auto written = written_list(text);
      const std::vector<std::string_view> pieces =
          written ? std::vector<std::string_view>(written->begin(), written->end())
          : text.find(';') != std::string::npos ? split(text, ';')
                                                : keywords_in(text);
      for (const std::string_view item : pieces) {
        if (items.size() >= kMaxList) break;
        if (!trim(item).empty()) items.push_back(collapse_space(item));
      }
    }
    if (!items.empty()) return items;
  }
  return items;
}

std::vector<std::string> countries_of(const JsonValue& object) {
  std::vector<std::string> codes;
  for (const std::string& name : list_of(object, kCountryNames)) {
    const auto code = find_country(name);
    if (code && std::ranges::count(codes, *code) == 0) codes.emplace_back(*code);
  }
  return codes;
}

std::vector<std::string> authors_of(const JsonValue& object, const Outlet& outlet,
                                    std::string_view language) {
  std::vector<std::string> names;
  for (const std::string_view field : kAuthorNames) {
    const JsonValue* value = member(object, field);
    if (value == nullptr) continue;
    const auto add = [&](std::string_view item) {
      names = joined_names(std::move(names),
                           author_names(item, BylineOrigin::Structured, outlet, language));
    };
    if (value->IsArray()) {
      std::size_t read = 0;
      for (const JsonValue& item : value->GetArray()) {
        if (++read > kMaxList) break;
        add(text_of_value(item));
      }
    } else {
      const std::string text = text_of_value(*value);
      std::ranges::for_each(written_list(text).value_or(std::vector{text}), add);
    }
    if (!names.empty()) return names;
  }
  return names;
}

/// Of a list, as Scrapy's selectors give one, the first.
std::string address_in(const JsonValue* value) {
  if (value != nullptr && value->IsArray()) value = value->Empty() ? nullptr : &(*value)[0];
  return canonical_url(string_of(value));
}

/// The address of the article, else one of its outlet.
std::string address_of(const JsonValue& object, const DecodedDocument& document) {
  std::string other;
  const auto take = [&other](std::string url) {
    const bool own = is_own_address(url);
    if (own || other.empty()) other = std::move(url);
    return own;
  };
  for (const std::string_view name : kUrlNames) {
    if (take(address_in(member(object, name)))) return other;
  }
  // trafilatura writes the page's address as its source; tables have the outlet's home page there
  if (take(address_in(member(object, "source")))) return other;
  take(canonical_url(document.url));
  return other;
}

/// The fields one after another, until one holds a date: "N/A" hides none.
void add_date(DateCandidates& dates, const JsonValue& object, Names names, DateRole role) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (dates.add(first_text(object, names.subspan(i, 1)), DateOrigin::Given, role)) return;
  }
}

Outlet outlet_of(const JsonValue& object, std::string_view url) {
  std::vector<std::string> names;
  for (const std::string_view field : kOutletNames) {
    const JsonValue* value = member(object, field);
    std::string name = value == nullptr ? std::string() : text_of_value(*value);
    if (canonical_url(name).empty() && !trim(name).empty()) names.push_back(std::move(name));
  }
  OutletEvidence evidence{url, {names.begin(), names.end()}};
  Outlet outlet = choose_outlet(evidence).outlet;
  if (!outlet.domain.empty()) return outlet;
  for (const std::string_view field : kOutletDomainNames) {
    const std::string value(trim(string_of(member(object, field))));
    if (value.find('.') == std::string::npos || value.find(' ') != std::string::npos) continue;
    const std::string domain = registrable_domain(value);
    if (domain.empty()) continue;
    const std::string address = std::string("https://").append(domain);
    std::erase_if(evidence.names, [&](std::string_view name) { return trim(name) == value; });
    evidence.url = address;
    return choose_outlet(evidence).outlet;
  }
  return outlet;
}

/// For --explain: under which name each field was given.
std::vector<FieldNote> notes_of(const JsonValue& object) {
  constexpr std::pair<std::string_view, Names> kFields[] = {{"title", kTitleNames},
                                                            {"text", kTextNames},
                                                            {"date", kDateNames},
                                                            {"modified", kModifiedNames},
                                                            {"url", kUrlNames},
                                                            {"id", kIdNames},
                                                            {"authors", kAuthorNames},
                                                            {"source_name", kOutletNames},
                                                            {"source", kOutletDomainNames},
                                                            {"declared_language", kLanguageNames},
                                                            {"description", kDescriptionNames},
                                                            {"section", kSectionNames},
                                                            {"tags", kTagNames}};
  std::vector<FieldNote> notes;
  for (const auto& [field, names] : kFields) {
    for (const std::string_view name : names) {
      const std::string text = first_text(object, std::span(&name, 1));
      const bool date = field == "date" || field == "modified";
      if (text.empty() || (date && !read_date_value(text, {}))) continue;
      notes.push_back({std::string(field), std::string("given as \"").append(name).append("\""),
                       std::string(utf8_prefix(collapse_space(text), kMaxNoteBytes))});
      break;
    }
  }
  return notes;
}

Article read_article(const JsonValue& object, const DecodedDocument& document,
                     const ExtractOptions& options) {
  Article article;
  article.origin = document.origin;
  article.crawled = document.crawled;
  article.truncated = document.truncated;
  const std::string address = address_of(object, document);
  if (is_own_address(address)) article.url = address;
  article.text = article_text(object);
  article.truncated = article.truncated || is_cut(article.text);
  article.title = collapse_space(first_text(object, kTitleNames));
  if (is_html(article.text)) {
    FeedText text = feed_text(article.text, article.title, {});
    article.truncated = article.truncated || text.cut;
    article.text = std::move(text.text);
  }
  article.external_id = first_text(object, kIdNames);
  article.dateline = collapse_space(string_of(member(object, "dateline")));
  article.description = collapse_space(first_text(object, kDescriptionNames));
  article.declared_language = first_text(object, kLanguageNames);
  article.section = collapse_space(first_text(object, kSectionNames));
  article.tags = list_of(object, kTagNames);
  article.outlet = outlet_of(object, address);
  if (article.external_id.empty()) {
    const Outlet& outlet = article.outlet;
    article.external_id = scoped_id(outlet.domain.empty() ? outlet.name : outlet.domain,
                                    string_of(member(object, kRowId)));
  }
  article.authors = authors_of(object, article.outlet, article.declared_language);
  DateCandidates dates(date_language(article.declared_language, article.outlet),
                       latest_day(document.crawled, options.today));
  add_date(dates, object, kDateNames, DateRole::Published);
  add_date(dates, object, kModifiedNames, DateRole::Modified);
  dates.add(article.dateline, DateOrigin::Text, DateRole::Unclear);
  dates.add_url(article.url);
  article.published = dates.published();
  article.modified = dates.modified();
  article.given = {list_of(object, kPersonNames), list_of(object, kOrgNames),
                   list_of(object, kPlaceNames), countries_of(object)};
  if (options.explain) article.notes = notes_of(object);
  return article;
}

void take_where_missing(std::string& field, std::string&& given) {
  if (field.empty()) field = std::move(given);
}

/// The article of a page as it was fetched, which the record holds instead of a text. What the page
/// does not say the record may.
Outcome<Article> read_page(std::string html, Article&& record, const DecodedDocument& document,
                           const ExtractOptions& options) {
  DecodedDocument page;
  page.origin = document.origin;
  page.url = record.url;
  page.robots = document.robots;
  page.crawled = document.crawled;
  page.file_time = document.file_time;
  page.text = std::move(html);
  page.truncated = document.truncated;
  Outcome<Article> article = extract_html(page, options);
  if (!article) return article;
  article->external_id = std::move(record.external_id);
  article->given = std::move(record.given);
  take_where_missing(article->title, std::move(record.title));
  take_where_missing(article->description, std::move(record.description));
  take_where_missing(article->section, std::move(record.section));
  take_where_missing(article->declared_language, std::move(record.declared_language));
  take_where_missing(article->outlet.name, std::move(record.outlet.name));
  if (article->authors.empty()) article->authors = std::move(record.authors);
  if (article->tags.empty()) article->tags = std::move(record.tags);
  if (!article->published) article->published = record.published;
  return article;
}

bool is_page(std::string_view text) {
  text = trim(text.substr(0, text.find_first_not_of(" \t\r\n\f") + kPageBegin));
  return starts_with_ascii_nocase(text, "<!doctype html") ||
         starts_with_ascii_nocase(text, "<html");
}

/// A page in markup: in a field of its own, or where the text should be.
std::string page_in(const JsonValue& object, const std::string& text) {
  if (is_page(text)) return text;
  if (!trim(text).empty()) return {};
  for (const std::string_view name : kPageNames) {
    std::string html = string_of(member(object, name));
    if (html.find('<') != std::string::npos) return html;
  }
  return {};
}

}  // namespace

Outcome<Article> extract_json_article(const DecodedDocument& document,
                                      const ExtractOptions& options) {
  const JsonText json = JsonText::parse(document.text, JsonTolerance::Strict);
  if (!json.sound() || json.values().empty()) return skip(SkipReason::Damaged, "not JSON");
  const JsonValue* object = &json.values().front();
  // A line of an Elasticsearch dump holds the article one level deeper.
  if (const JsonValue* source = member(*object, "_source"); source != nullptr && source->IsObject())
    object = source;
  if (!object->IsObject()) return skip(SkipReason::Damaged, "not a JSON object");
  Article article = read_article(*object, document, options);
  if (std::string html = page_in(*object, article.text); !html.empty())
    return read_page(std::move(html), std::move(article), document, options);
  if (trim(article.text).empty() && !options.keep_all) return skip(SkipReason::NoText);
  return article;
}

}  // namespace pressmark::indexer
