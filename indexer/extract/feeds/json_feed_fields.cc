#include "indexer/extract/feeds/json_feed_fields.h"

#include <string>
#include <utility>
#include <vector>

#include "common/text.h"
#include "common/url.h"
#include "common/xml_tags.h"
#include "indexer/extract/feeds/own_identity.h"
#include "indexer/extract/json/json_document.h"
#include "indexer/extract/text/html_text.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxJsonList = 100;

std::vector<std::string> names_in(const JsonValue* people) {
  std::vector<std::string> names;
  const auto add = [&](const JsonValue& person) {
    std::string name =
        plain_line(person.IsString() ? string_of(&person) : string_of(member(person, "name")));
    if (!name.empty() && names.size() < kMaxJsonList) names.push_back(std::move(name));
  };
  if (people != nullptr && people->IsArray()) {
    for (const JsonValue& person : people->GetArray()) add(person);
  } else if (people != nullptr) {
    add(*people);
  }
  return names;
}

/// "authors", or "author" of version 1.
std::vector<std::string> json_authors(const JsonValue& object) {
  std::vector<std::string> names = names_in(member(object, "authors"));
  return names.empty() ? names_in(member(object, "author")) : names;
}

}  // namespace

std::optional<FeedFields> json_feed_fields(std::string_view feed) {
  const JsonText json = JsonText::parse(feed, JsonTolerance::Strict);
  if (!json.sound() || json.values().empty()) return std::nullopt;
  const JsonValue& about = json.values().front();
  const JsonValue* items = member(about, "items");
  if (items == nullptr || !items->IsArray() || items->Empty()) return std::nullopt;
  const JsonValue& item = (*items)[0];
  const auto text = [](const JsonValue& object, const char* name) {
    return string_of(member(object, name));
  };
  FeedFields fields;
  fields.title = plain_line(text(item, "title"));
  fields.id = collapse_space(scalar_of(member(item, "id")));
  fields.published = text(item, "date_published");
  fields.modified = text(item, "date_modified");
  fields.language = first_stated({text(item, "language"), text(about, "language")});
  fields.summary = xml_escaped(text(item, "summary"));
  fields.content = text(item, "content_html");
  if (trim(fields.content).empty()) fields.content = xml_escaped(text(item, "content_text"));
  fields.authors = json_authors(item);
  if (fields.authors.empty()) fields.authors = json_authors(about);
  if (const JsonValue* tags = member(item, "tags"); tags != nullptr && tags->IsArray()) {
    for (const JsonValue& tag : tags->GetArray()) {
      if (std::string name = plain_line(string_of(&tag));
          !name.empty() && fields.tags.size() < kMaxJsonList)
        fields.tags.push_back(std::move(name));
    }
  }
  const std::string site = canonical_url(text(about, "home_page_url"));
  const std::string base = first_stated({canonical_url(text(about, "feed_url")), site});
  std::string address = text(item, "url");
  if (fields.id.starts_with("http") && !is_own_address(resolve_url(base, address)))
    address = fields.id;
  fields.link = resolve_url(base, address);
  fields.feed = first_stated({base, text(about, "title")});
  fields.comment = is_comment_link(address) || is_comment_link(fields.id);
  if (std::string title = plain_line(text(about, "title")); !title.empty())
    fields.outlets.push_back(outlet_of_feed(std::move(title)));
  return fields;
}

}  // namespace pressmark::indexer
