#include "indexer/extract/json/json_ld.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "common/text.h"
#include "common/url.h"
#include "indexer/extract/json/json_document.h"
#include "indexer/extract/text/html_text.h"
#include "indexer/extract/text/keyword_list.h"
#include "indexer/extract/text/text_overlap.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxObjects = 20000;
constexpr std::size_t kMaxField = 2000;  // bytes of every field but the body
constexpr std::size_t kMaxAuthors = 20;
constexpr std::size_t kMaxListed = 1000;  // items of a list that are looked at
constexpr std::size_t kMaxTags = 60;
constexpr std::size_t kLeastTitle = 12;  // letters: a shorter headline stands in many titles
// Of an object that is looked at: each field of it is looked for among all.
constexpr rapidjson::SizeType kMaxMembers = 500;

/// Members under which an object holds things that are not the page's own article.
constexpr std::string_view kForeign[] = {
    "itemListElement", "isPartOf", "hasPart",       "citation", "mentions",
    "relatedLink",     "comment",  "review",        "about",    "isRelatedTo",
    "suggestedAnswer", "video",    "liveBlogUpdate"};

/// The types of schema.org that are articles; a type may also come as an address.
bool is_article_type(std::string_view type) {
  if (const std::size_t slash = type.rfind('/'); slash != std::string_view::npos)
    type.remove_prefix(slash + 1);
  if (const std::size_t colon = type.rfind(':'); colon != std::string_view::npos)
    type.remove_prefix(colon + 1);
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" ||
         type == "Review" || type.ends_with("Report") || type == "CriticReview" || type == "Recipe";
}

std::string type_of(const JsonValue& object) {
  const JsonValue* type = member(object, "@type");
  if (type == nullptr) type = member(object, "type");
  if (type == nullptr) return {};
  if (!type->IsArray()) return string_of(type, kMaxField);
  constexpr rapidjson::SizeType kMaxTypes = 20;
  std::string first;
  for (rapidjson::SizeType i = 0; i < std::min(type->Size(), kMaxTypes); ++i) {
    std::string name = string_of(&(*type)[i]);
    if (is_article_type(name)) return name;
    if (first.empty()) first = std::move(name);
  }
  return first;
}

/// What a field says: its text, or the value or name of the first object in it.
std::string field(const JsonValue* value) {
  if (value != nullptr && value->IsArray() && !value->Empty()) value = &(*value)[0];
  if (value != nullptr && value->IsObject()) {
    for (const std::string_view name : {"@value", "name"}) {
      if (const JsonValue* inner = member(*value, name); inner != nullptr)
        return field(inner->IsString() ? inner : nullptr);
    }
    return {};
  }
  std::string text = scalar_of(value, 2 * kMaxField);
  if (text.size() > kMaxField) text.resize(utf8_length(text, kMaxField));
  return plain_line(text);
}

/// A field that holds an address: what `field` says, else the "@id" of the object, which names
/// nothing to readers and is only good as an address.
std::string address_field(const JsonValue* value) {
  std::string text = field(value);
  if (!text.empty()) return text;
  if (value != nullptr && value->IsArray() && !value->Empty()) value = &(*value)[0];
  return value != nullptr && value->IsObject() ? field(member(*value, "@id")) : text;
}

class LinkedDataReader {
 public:
  LinkedDataReader(const std::vector<std::string>& scripts, const PageIdentity& page)
      : page_key_(url_key(page.url)) {
    for (const std::string& title : page.titles) titles_.push_back(letters_of(title));
    for (const std::string& script : scripts) {
      texts_.push_back(JsonText::parse(script, JsonTolerance::Page));
      if (!texts_.back().sound()) broken_.emplace_back(script);
    }
  }

  LinkedArticle read() {
    for (const JsonText& text : texts_) {
      for (const rapidjson::Document& value : text.values()) walk(value);
    }
    LinkedArticle article;
    if (best_ != nullptr) {
      fill(article, *best_);
      const std::string headline = field(member(*best_, "headline"));
      for (const JsonValue* other : articles_) {
        // "WebPage" plugins write several objects of one article
        if (other != best_ && !headline.empty() && field(member(*other, "headline")) == headline)
          fill(article, *other);
      }
    }
    for (const std::string_view script : broken_) salvage(article, script);
    if (article.publisher.empty()) article.publisher = organization_;
    if (article.publisher_url.empty()) article.publisher_url = organization_url_;
    if (article.site.empty()) article.site = site_;
    article.other_names.insert(article.other_names.end(), other_names_.begin(), other_names_.end());
    if (article.published.empty() && best_ == nullptr) article.published = page_published_;
    if (article.modified.empty() && best_ == nullptr) article.modified = page_modified_;
    return article;
  }

 private:
  struct Pending {
    const JsonValue* value;
    bool foreign;
  };

  /// Every object once, outer ones first, in the order of the text.
  void walk(const JsonValue& root) {
    std::vector<Pending> pending{{&root, false}};
    while (!pending.empty() && objects_ < kMaxObjects) {
      const Pending next = pending.back();
      pending.pop_back();
      if (next.value->IsArray()) {
        for (rapidjson::SizeType i = next.value->Size(); i-- > 0;)
          pending.push_back({&(*next.value)[i], next.foreign});
        continue;
      }
      if (!next.value->IsObject()) continue;
      ++objects_;
      visit(*next.value, next.foreign);
      for (auto it = next.value->MemberEnd(); it != next.value->MemberBegin();) {
        --it;
        if (!it->value.IsObject() && !it->value.IsArray()) continue;
        const std::string_view name(it->name.GetString(), it->name.GetStringLength());
        pending.push_back({&it->value, next.foreign || std::ranges::count(kForeign, name) > 0});
      }
    }
  }

  void visit(const JsonValue& object, bool foreign) {
    if (object.MemberCount() > kMaxMembers) return;
    const std::string type = type_of(object);
    if (const std::string id = string_of(member(object, "@id"));
        !id.empty() && member(object, "name") != nullptr)
      by_id_.emplace(id, &object);
    if (type.empty() || foreign) return;
    if (is_article_type(type)) {
      articles_.push_back(&object);
      const bool page = !page_key_.empty() && url_key(url_of(object)) == page_key_;
      const bool headed =
          member(object, "headline") != nullptr || member(object, "datePublished") != nullptr;
      const int score = (page ? 4 : 0) + (has_title(object) ? 3 : 0) + (headed ? 2 : 0) +
                        (type.ends_with("Posting") || type.ends_with("Article") ? 1 : 0);
      if (best_ == nullptr || score > best_score_) {
        best_ = &object;
        best_score_ = score;
      }
    } else if (type == "WebSite" && site_.empty()) {
      site_ = field(member(object, "name"));
      add_other_names(other_names_, object);
    } else if (type == "WebPage") {
      if (page_published_.empty()) page_published_ = field(member(object, "datePublished"));
      if (page_modified_.empty()) page_modified_ = field(member(object, "dateModified"));
    } else if ((type.ends_with("Organization") || type == "NewspaperPublisher") &&
               organization_.empty()) {
      organization_ = field(member(object, "name"));
      organization_url_ = field(member(object, "url"));
      add_other_names(other_names_, object);
    }
  }

  static std::string url_of(const JsonValue& object) {
    for (const std::string_view name : {"url", "mainEntityOfPage", "@id"}) {
      std::string url = canonical_url(address_field(member(object, name)));
      if (!url.empty()) return url;
    }
    return {};
  }

  /// Whether an object with a day has the headline with which a title of the page begins or ends:
  /// of several articles the others are stories beside it.
  bool has_title(const JsonValue& object) const {
    if (titles_.empty() || member(object, "datePublished") == nullptr) return false;
    if (best_ != nullptr && field(member(*best_, "datePublished")).substr(0, 10) ==
                                field(member(object, "datePublished")).substr(0, 10))
      return false;
    const std::u32string headline = letters_of(field(member(object, "headline")));
    return headline.size() >= kLeastTitle &&
           std::ranges::any_of(
               titles_, [&](const std::u32string& title) { return title.starts_with(headline); });
  }

  void fill(LinkedArticle& article, const JsonValue& object) const {
    article.found = true;
    const auto take = [&](std::string& into, std::string_view name) {
      if (into.empty()) into = field(member(object, name));
    };
    if (article.type.empty()) article.type = type_of(object);
    take(article.headline, "headline");
    take(article.headline, "name");
    take(article.description, "description");
    take(article.published, "datePublished");
    take(article.created, "dateCreated");
    take(article.modified, "dateModified");
    take(article.section, "articleSection");
    take(article.language, "inLanguage");
    if (article.url.empty()) article.url = url_of(object);
    if (article.article_body.empty())
      article.article_body = plain_paragraphs(string_of(member(object, "articleBody")));
    if (article.publisher.empty()) add_publisher(article, resolved(member(object, "publisher")));
    if (article.site.empty()) article.site = paper_of(resolved(member(object, "isPartOf")));
    for (const std::string_view name : {"author", "creator"}) {
      if (article.authors.empty()) add_authors(article, member(object, name));
    }
    if (article.tags.empty()) add_tags(article, member(object, "keywords"));
  }

  static void add_other_names(std::vector<std::string>& names, const JsonValue& object) {
    constexpr std::size_t kMaxNames = 4;
    if (std::string name = field(member(object, "alternateName"));
        !name.empty() && names.size() < kMaxNames)
      names.push_back(std::move(name));
  }

  static void add_publisher(LinkedArticle& article, const JsonValue* publisher) {
    article.publisher = field(publisher);
    if (publisher != nullptr && publisher->IsArray() && !publisher->Empty())
      publisher = &(*publisher)[0];
    if (publisher == nullptr || !publisher->IsObject()) return;
    article.publisher_url = field(member(*publisher, "url"));
    add_other_names(article.other_names, *publisher);
  }

  /// Name of what an article is part of, unless that is only its own page.
  static std::string paper_of(const JsonValue* whole) {
    if (whole != nullptr && whole->IsArray() && !whole->Empty()) whole = &(*whole)[0];
    if (whole == nullptr || !whole->IsObject() || type_of(*whole).ends_with("Page")) return {};
    return field(member(*whole, "name"));
  }

  const JsonValue* resolved(const JsonValue* value) const {
    if (value == nullptr || !value->IsObject() || member(*value, "name") != nullptr) return value;
    const auto found = by_id_.find(string_of(member(*value, "@id")));
    return found == by_id_.end() ? value : found->second;
  }

  void add_authors(LinkedArticle& article, const JsonValue* value) const {
    if (value == nullptr) return;
    std::vector<const JsonValue*> people;
    if (value->IsArray()) {
      for (const JsonValue& item : value->GetArray()) {
        if (people.size() < kMaxListed) people.push_back(&item);
      }
    } else {
      people.push_back(value);
    }
    for (const JsonValue* person : people) {
      if (article.authors.size() >= kMaxAuthors) return;
      if (person->IsArray() && !person->Empty()) person = &(*person)[0];
      person = resolved(person);
      LinkedAuthor author;
      if (person->IsObject()) {
        const JsonValue* name = member(*person, "name");
        author.organization = type_of(*person).ends_with("Organization");
        if (name != nullptr && name->IsArray()) {
          for (const JsonValue& one : name->GetArray()) {
            if (article.authors.size() >= kMaxAuthors) break;
            article.authors.push_back({field(&one), author.organization});
          }
          continue;
        }
        author.name = field(name);
        if (author.name.empty()) author.name = trimmed_pair(*person);
      } else {
        author.name = field(person);
      }
      if (!author.name.empty()) article.authors.push_back(std::move(author));
    }
  }

  static std::string trimmed_pair(const JsonValue& person) {
    return collapse_space(field(member(person, "givenName")) + " " +
                          field(member(person, "familyName")));
  }

  static void add_tags(LinkedArticle& article, const JsonValue* value) {
    if (value == nullptr) return;
    if (value->IsArray()) {
      for (const JsonValue& item : value->GetArray()) {
        if (std::string tag = field(&item); !tag.empty() && article.tags.size() < kMaxTags)
          article.tags.push_back(std::move(tag));
      }
      return;
    }
    const std::string list = field(value);
    for (const std::string_view tag : keywords_in(list)) {
      if (!trim(tag).empty() && article.tags.size() < kMaxTags)
        article.tags.emplace_back(trim(tag));
    }
  }

  /// Strings behind `"name":` in text that is no JSON any more.
  static void salvage(LinkedArticle& article, std::string_view script) {
    const auto take = [&](std::string& into, std::string_view name) {
      if (!into.empty()) return;
      const std::string quoted = std::string("\"").append(name).append("\"");
      std::size_t at = script.find(quoted);
      if (at == std::string_view::npos) return;
      at = script.find_first_not_of(" \t\r\n", at + quoted.size());
      if (at == std::string_view::npos || script[at] != ':') return;
      at = script.find_first_not_of(" \t\r\n", at + 1);
      if (at == std::string_view::npos || script[at] != '"') return;
      std::size_t end = at + 1;
      while (end < script.size() && end - at < kMaxField && script[end] != '"')
        end += script[end] == '\\' ? 2 : 1;
      if (end >= script.size() || script[end] != '"') return;
      const JsonText value = JsonText::parse(script.substr(at, end + 1 - at), JsonTolerance::Page);
      if (value.sound() && !value.values().empty()) into = field(&value.values().front());
    };
    take(article.headline, "headline");
    take(article.published, "datePublished");
    take(article.modified, "dateModified");
    article.found = article.found || !article.headline.empty();
  }

  std::string page_key_;
  std::vector<std::u32string> titles_;
  std::vector<JsonText> texts_;
  std::vector<std::string_view> broken_;
  std::vector<const JsonValue*> articles_;
  std::unordered_map<std::string, const JsonValue*> by_id_;
  const JsonValue* best_ = nullptr;
  int best_score_ = 0;
  std::size_t objects_ = 0;
  std::string site_;
  std::string organization_;
  std::string organization_url_;
  std::vector<std::string> other_names_;
  std::string page_published_;
  std::string page_modified_;
};

}  // namespace

LinkedArticle read_json_ld(const std::vector<std::string>& scripts, const PageIdentity& page) {
  return LinkedDataReader(scripts, page).read();
}

}  // namespace pressmark::indexer
