#include "indexer/document/document_builder.h"

#include <algorithm>
#include <span>
#include <vector>

#include "common/analysis.h"
#include "common/field_terms.h"
#include "common/identity.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/document/text_postings.h"

namespace pressmark::indexer {
namespace {

/// The first kMaxNames values that are not empty, each once.
std::vector<std::string> distinct(std::span<const std::string> values) {
  std::vector<std::string> out;
  for (const std::string& value : values) {
    if (out.size() >= kMaxNames) break;
    if (!value.empty() && std::ranges::find(out, value) == out.end()) out.push_back(value);
  }
  return out;
}

std::vector<std::string> names_of(const IndexedArticle& article, EntityType type) {
  std::vector<std::string> names;
  for (const Entity& entity : article.annotations.entities) {
    if (entity.type == type) names.push_back(entity.name);
  }
  return distinct(names);
}

StoredArticle stored(const IndexedArticle& indexed, const DocumentContext& context) {
  const Article& article = indexed.article;
  StoredArticle out;
  out.id = article_id(context.identity);
  out.external_id = article.external_id;
  out.url = article.url;
  out.title = utf8_prefix(article.title, kMaxTextBytes);
  out.text = utf8_prefix(article.text, kMaxTextBytes);
  if (article.published) {
    out.date = article.published->day;
    out.date_origin = name(article.published->origin);
    out.date_sure = article.published->sure;
  }
  out.modified = article.modified;
  out.crawled = article.crawled;
  out.added = context.added;
  out.indexed = context.indexed;
  out.authors = distinct(article.authors);
  out.source = article.outlet.domain;
  out.source_name = article.outlet.name;
  out.source_country = indexed.annotations.source_country;
  out.language = indexed.annotations.language;
  out.kind = name(article.kind);
  out.section = article.section;
  out.tags = distinct(article.tags);
  out.countries = distinct(indexed.annotations.countries);
  out.persons = names_of(indexed, EntityType::Person);
  out.orgs = names_of(indexed, EntityType::Organization);
  out.places = names_of(indexed, EntityType::Place);
  const GivenNames& given = article.given;
  out.given = {!given.countries.empty(), !given.persons.empty(), !given.orgs.empty(),
               !given.places.empty()};
  out.dateline = article.dateline;
  out.description = article.description;
  out.origin = article.origin;
  out.sha256 = context.sha256;
  out.truncated = article.truncated || out.text.size() < article.text.size();
  return out;
}

/// Adds the filters, values and flags of one article to its document.
class Facts {
 public:
  Facts(const StoredArticle& article, Folder& folder, Xapian::Document& document)
      : article_(article), folder_(folder), document_(document) {}

  void add(const IndexedArticle& indexed, const DocumentContext& context) {
    names(FieldId::Author, article_.authors);
    names(FieldId::Person, article_.persons);
    names(FieldId::Org, article_.orgs);
    names(FieldId::Place, article_.places);
    other_names(indexed.annotations.entities);
    exact(FieldId::Country, article_.countries);
    exact(FieldId::From, one(article_.source_country));
    exact(FieldId::Lang, one(article_.language));
    exact(FieldId::Section, one(article_.section));
    exact(FieldId::Tag, article_.tags);
    exact(FieldId::Kind, one(article_.kind));
    source();
    days();
    flags();
    place(context);
    document_.add_value(slot::kFingerprint, encode_fingerprint(indexed.annotations.fingerprint));
    document_.add_value(*field(FieldId::Words).slot, Xapian::sortable_serialise(article_.words));
  }

 private:
  static std::vector<std::string> one(const std::string& value) {
    return value.empty() ? std::vector<std::string>() : std::vector<std::string>{value};
  }

  void term(const std::string& name) { document_.add_boolean_term(name); }

  void values(FieldId id, std::span<const std::string> list) {
    if (list.empty()) return;
    if (const auto slot = field(id).slot) document_.add_value(*slot, encode_values(list));
    if (id != FieldId::Kind) term(value_term(FieldId::Has, field(id).name));
  }

  void names(FieldId id, std::span<const std::string> list) {
    values(id, list);
    for (const std::string& name : list) {
      const std::string canonical = canonical_name(name, folder_);
      if (canonical.empty()) continue;
      term(whole_name_term(id, canonical));
      for (const std::string& word : name_word_terms(id, canonical)) term(word);
    }
  }

  /// Words of the other names of entities: `org:imf` finds the International Monetary Fund. Whole
  /// other names are no values: a row of a facet and the filter for it find the same articles.
  void other_names(std::span<const Entity> entities) {
    std::size_t names = 0;
    for (const Entity& entity : entities) {
      const FieldId id = entity.type == EntityType::Person         ? FieldId::Person
                         : entity.type == EntityType::Organization ? FieldId::Org
                                                                   : FieldId::Place;
      for (const std::string& name : entity.variants) {
        if (++names > kMaxNames) return;
        for (const std::string& word : name_word_terms(id, canonical_name(name, folder_)))
          term(word);
      }
    }
  }

  void exact(FieldId id, std::span<const std::string> list) {
    values(id, list);
    for (const std::string& value : list) term(value_term(id, value));
  }

  void source() {
    values(FieldId::Source, one(article_.source.empty() ? article_.source_name : article_.source));
    if (!article_.source_name.empty()) document_.add_value(slot::kSourceName, article_.source_name);
    for (const std::string& name :
         source_terms(host_of(article_.url), article_.source, article_.source_name, folder_)) {
      term(name);
    }
  }

  void days() {
    const auto day_value = [&](FieldId id, const std::optional<Instant>& when) {
      if (when) document_.add_value(*field(id).slot, sortable(utc_day(*when)));
    };
    day_value(FieldId::Crawled, article_.crawled);
    day_value(FieldId::Added, article_.added);
    if (!article_.date) return;
    document_.add_value(slot::kSortDate, sortable(*article_.date));
    for (const std::string& name : date_terms(*article_.date)) term(name);
  }

  void flags() {
    term(value_term(FieldId::Dated, !article_.date       ? "none"
                                    : article_.date_sure ? "sure"
                                                         : "unsure"));
    if (article_.date) term(value_term(FieldId::Has, "date"));
    if (!article_.url.empty()) term(value_term(FieldId::Has, "url"));
    if (article_.truncated) term(value_term(FieldId::Is, "truncated"));
    if (article_.kind == "live") term(value_term(FieldId::Is, "live"));
  }

  void place(const DocumentContext& context) {
    const std::string key = encode_key(article_key(context.identity));
    term(identity_term(context.identity));
    term(value_term(FieldId::Id, article_.id));
    if (!article_.url.empty()) term(value_term(FieldId::Url, article_.url));
    if (!article_.origin.empty()) term(value_term(FieldId::Origin, article_.origin));
    document_.add_value(slot::kArticleKey, key);
    document_.add_value(slot::kRecency, (article_.date ? sortable(*article_.date) : "0") + key);
  }

  const StoredArticle& article_;
  Folder& folder_;
  Xapian::Document& document_;
};

}  // namespace

struct DocumentBuilder::State {
  Analyzer analyzer;
  TextPostings postings{analyzer};
};

DocumentBuilder::DocumentBuilder() : state_(std::make_unique<State>()) {}
DocumentBuilder::~DocumentBuilder() = default;
DocumentBuilder::DocumentBuilder(DocumentBuilder&&) noexcept = default;
DocumentBuilder& DocumentBuilder::operator=(DocumentBuilder&&) noexcept = default;

Xapian::Document DocumentBuilder::build(const IndexedArticle& indexed,
                                        const DocumentContext& context) {
  Xapian::Document document;
  StoredArticle article = stored(indexed, context);
  article.words = state_->postings.add(article.title, article.text, article.language, document);
  Facts(article, state_->analyzer.folder(), document).add(indexed, context);
  document.set_data(encode(article));
  return document;
}

Xapian::Document build_document(const IndexedArticle& article, const DocumentContext& context) {
  return DocumentBuilder().build(article, context);
}

}  // namespace pressmark::indexer
