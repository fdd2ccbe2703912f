#include "indexer/article_json.h"

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "common/hash.h"
#include "common/json_writer.h"
#include "common/terminal_text.h"
#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kNoteColumns = 19;  // for the longest name of a field, and two blanks

std::string_view label_of(EntityType type) {
  switch (type) {
    case EntityType::Person:
      return "PER";
    case EntityType::Organization:
      return "ORG";
    case EntityType::Place:
      return "LOC";
  }
  return "";
}

std::vector<std::string_view> names_of(const Annotations& annotations, EntityType type) {
  std::vector<std::string_view> names;
  for (const Entity& entity : annotations.entities) {
    if (entity.type == type) names.push_back(entity.name);
  }
  return names;
}

template <typename Range>
void array_if(JsonWriter& json, std::string_view name, const Range& range) {
  if (!range.empty()) json.array(name, range);
}

void write_mentions(JsonWriter& json, const IndexedArticle& article) {
  json.key("mentions");
  json.begin_array();
  CodePointOffsets offsets(article.article.text);
  for (const Mention& mention : article.annotations.mentions) {
    json.begin_array();
    json.value(static_cast<std::uint64_t>(offsets.at(mention.begin)));
    json.value(static_cast<std::uint64_t>(offsets.at(mention.end)));
    json.value(label_of(mention.type));
    json.end_array();
  }
  json.end_array();
}

void write_notes(JsonWriter& json, const std::vector<FieldNote>& notes) {
  json.key("notes");
  json.begin_array();
  for (const FieldNote& note : notes) {
    json.begin_object();
    json.member("field", note.field);
    json.member("rule", note.rule);
    json.member_if("value", note.value);
    json.end_object();
  }
  json.end_array();
}

/// A digest of the hashes: equal for equal text. The hashes themselves are of no use to a reader.
std::string fingerprint_digest(const Annotations& annotations) {
  const auto& hashes = annotations.fingerprint;
  return hash128_hex(
             {reinterpret_cast<const char*>(hashes.data()), hashes.size() * sizeof(hashes[0])})
      .substr(0, 16);
}

std::string joined(const std::vector<std::string_view>& names) {
  return fmt::format("{}", fmt::join(names, "; "));
}

}  // namespace

std::string article_json(const IndexedArticle& indexed, WithNotes notes) {
  const Article& article = indexed.article;
  const Annotations& annotations = indexed.annotations;
  JsonWriter json;
  json.begin_object();
  json.member("v", 1);
  json.member("path", article.origin);
  json.member_if("url", article.url);
  json.member_if("id", article.external_id);
  json.member_if("title", article.title);
  json.member("text", article.text);
  if (article.published) {
    json.member("date", to_string(article.published->day));
    json.member("date_source", name(article.published->origin));
    json.member("date_sure", article.published->sure);
  }
  if (article.modified) json.member("modified", to_string(*article.modified));
  array_if(json, "authors", article.authors);
  json.member_if("source", article.outlet.domain);
  json.member_if("source_name", article.outlet.name);
  json.member_if("source_country", annotations.source_country);
  json.member_if("lang", annotations.language);
  json.member_if("dateline", article.dateline);
  json.member_if("description", article.description);
  json.member_if("section", article.section);
  array_if(json, "tags", article.tags);
  if (article.crawled) json.member("crawled", to_string(*article.crawled));
  array_if(json, "countries", annotations.countries);
  array_if(json, "persons", names_of(annotations, EntityType::Person));
  array_if(json, "orgs", names_of(annotations, EntityType::Organization));
  array_if(json, "places", names_of(annotations, EntityType::Place));
  if (!annotations.mentions.empty()) write_mentions(json, indexed);
  if (!annotations.fingerprint.empty()) json.member("fingerprint", fingerprint_digest(annotations));
  if (article.truncated) json.member("truncated", true);
  if (notes == WithNotes::Yes) write_notes(json, article.notes);
  json.end_object();
  return json.take();
}

std::string article_text(const IndexedArticle& indexed) {
  const Article& article = indexed.article;
  const Annotations& annotations = indexed.annotations;
  std::string out;
  const auto line = [&out](std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format("{:<12}{}\n", name, terminal_safe(value));
  };
  line("path", article.origin);
  line("url", article.url);
  line("title", article.title);
  if (article.published) {
    line("date", fmt::format("{}{} ({})", article.published->sure ? "" : "~",
                             to_string(article.published->day), name(article.published->origin)));
  }
  line("authors", fmt::format("{}", fmt::join(article.authors, "; ")));
  line("source", article.outlet.name.empty() ? article.outlet.domain
                                             : article.outlet.domain + "  " + article.outlet.name);
  line("language", annotations.language);
  line("countries", fmt::format("{}", fmt::join(annotations.countries, " ")));
  line("persons", joined(names_of(annotations, EntityType::Person)));
  line("orgs", joined(names_of(annotations, EntityType::Organization)));
  line("places", joined(names_of(annotations, EntityType::Place)));
  for (const FieldNote& note : article.notes)
    line(fmt::format("  {:<{}}", note.field, kNoteColumns),
         note.rule + (note.value.empty() ? "" : ": " + note.value));
  for (const std::string_view paragraph : paragraphs(article.text))
    out += "\n  " + terminal_safe(paragraph) + "\n";
  return out + "\n";
}

}  // namespace pressmark::indexer
