#include "searcher/output/json_printer.h"

#include "common/json_writer.h"

namespace pressmark::searcher {
namespace {

void begin(JsonWriter& json, std::string_view type) {
  json.begin_object();
  json.member("type", type);
  json.member("v", 1);
}

void array_if(JsonWriter& json, std::string_view name, const std::vector<std::string>& values) {
  if (!values.empty()) json.array(name, values);
}

void count_member(JsonWriter& json, std::string_view name, std::size_t number) {
  json.member(name, std::uint64_t{number});
}

void write_highlights(JsonWriter& json, const Snippet& snippet) {
  json.key("highlights");
  json.begin_array();
  for (const auto& [first, last] : snippet.highlights) {
    json.begin_array();
    json.value(std::uint64_t{first});
    json.value(std::uint64_t{last});
    json.end_array();
  }
  json.end_array();
}

void write_mentions(JsonWriter& json, const std::vector<Mention>& mentions) {
  json.key("mentions");
  json.begin_array();
  for (const Mention& mention : mentions) {
    json.begin_object();
    count_member(json, "paragraph", mention.paragraph);
    json.member("before", mention.before);
    json.member("word", mention.word);
    json.member("after", mention.after);
    json.end_object();
  }
  json.end_array();
}

void write_label(JsonWriter& json, std::string_view name, const VersionLabel& version) {
  json.key(name);
  json.begin_object();
  count_member(json, "version", version.number);
  json.member_if("date", version.day);
  json.end_object();
}

/// An array of paragraphs, each an array of {"same"|"removed"|"added": words}.
void write_pieces(JsonWriter& json, std::string_view name, const Difference& difference) {
  json.key(name);
  json.begin_array();
  for (const auto& paragraph : difference.paragraphs) {
    json.begin_array();
    for (const DifferencePiece& piece : paragraph) {
      const bool same = piece.kind == DifferencePiece::Kind::Same;
      const bool removed = piece.kind == DifferencePiece::Kind::Removed;
      json.begin_object();
      json.member(same ? "same" : removed ? "removed" : "added", piece.text);
      json.end_object();
    }
    json.end_array();
  }
  json.end_array();
}

/// What --json says of an article, without its text.
void write_article(JsonWriter& json, const StoredArticle& article) {
  json.member("id", article.id);
  json.member_if("external_id", article.external_id);
  json.member_if("title", article.title);
  if (article.date) {
    json.member("date", to_string(*article.date));
    json.member_if("date_source", article.date_origin);
    json.member("date_sure", article.date_sure);
  }
  if (article.modified) json.member("modified", to_string(*article.modified));
  if (article.crawled) json.member("crawled", to_string(*article.crawled));
  if (article.added) json.member("added", to_string(*article.added));
  json.member_if("source", article.source);
  json.member_if("source_name", article.source_name);
  json.member_if("source_country", article.source_country);
  json.member_if("lang", article.language);
  json.member_if("kind", article.kind);
  json.member_if("section", article.section);
  array_if(json, "tags", article.tags);
  array_if(json, "authors", article.authors);
  array_if(json, "persons", article.persons);
  array_if(json, "orgs", article.orgs);
  array_if(json, "places", article.places);
  array_if(json, "countries", article.countries);
  json.member_if("url", article.url);
  json.member_if("origin", article.origin);
  json.member_if("sha256", article.sha256);
  json.member("words", article.words);
  if (article.truncated) json.member("truncated", true);
}

}  // namespace

void JsonPrinter::hit(const Hit& hit) {
  JsonWriter json;
  begin(json, "hit");
  json.member_if("query_id", hit.query_id);
  count_member(json, "rank", hit.rank);
  json.member("score", hit.score);
  write_article(json, hit.article);
  count_member(json, "versions", hit.versions);
  json.member("snippet", hit.snippet.text);
  write_highlights(json, hit.snippet);
  json.member_if("story", hit.story);
  count_member(json, "similar", hit.similar);
  array_if(json, "similar_sources", hit.similar_sources);
  if (hit.shared) json.member("shared", *hit.shared);
  if (!hit.mentions.empty()) write_mentions(json, hit.mentions);
  json.end_object();
  write_(json.take() + "\n");
}

void JsonPrinter::facet(const Facet& facet) {
  const std::string field_name = name(facet.spec);
  std::string lines;
  for (const FacetValue& value : facet.values) {
    JsonWriter json;
    begin(json, "facet");
    json.member("field", field_name);
    json.member("value", value.value);
    json.member_if("label", value.label);
    count_member(json, "count", value.count);
    json.member("exact", true);
    json.member("query", value.query);
    json.end_object();
    lines += json.take() + "\n";
  }
  JsonWriter json;
  begin(json, "facet_summary");
  json.member("field", field_name);
  count_member(json, "values", facet.distinct);
  count_member(json, "shown", facet.values.size());
  count_member(json, "missing", facet.missing);
  count_member(json, "articles", facet.total);
  json.member("exact", true);
  json.end_object();
  write_(lines + json.take() + "\n");
}

void JsonPrinter::timeline(const Timeline& timeline) {
  for (const Bucket& bucket : timeline.buckets) {
    JsonWriter json;
    begin(json, "bucket");
    json.member("interval", name(timeline.spec.interval));
    json.member("start", to_string(bucket.start));
    json.member("label", bucket.label);
    count_member(json, "count", bucket.count);
    count_member(json, "archived", bucket.archived);
    if (bucket.of) {
      count_member(json, "of", *bucket.of);
      if (*bucket.of > 0) {
        json.member("share", static_cast<double>(bucket.count) / static_cast<double>(*bucket.of));
      }
    }
    json.end_object();
    write_(json.take() + "\n");
  }
  JsonWriter json;
  begin(json, "timeline_summary");
  json.member("interval", name(timeline.spec.interval));
  count_member(json, "buckets", timeline.buckets.size());
  count_member(json, "undated", timeline.undated);
  if (timeline.spec.measure == TimelineSpec::Measure::Share) {
    count_member(json, "of", timeline.share_total);
    json.member_if("of_query", timeline.share_query);
  }
  json.end_object();
  write_(json.take() + "\n");
}

void JsonPrinter::crossing(const CrossTable& table) {
  const auto cell = [&](const FacetValue& first, const FacetValue& second, std::size_t count) {
    JsonWriter json;
    begin(json, table.spec.kind == CrossSpec::Kind::Pairs ? "pair" : "cell");
    json.member("field", rows_name(table.spec));
    json.member("value", first.value);
    json.member_if("label", first.label);
    json.member("field2", name(table.spec.columns));
    json.member("value2", second.value);
    json.member_if("label2", second.label);
    count_member(json, "count", count);
    json.member("query", first.query + " AND " + second.query);
    json.end_object();
    write_(json.take() + "\n");
  };
  for (const CrossTable::Row& row : table.rows) {
    for (std::size_t i = 0; i < row.counts.size(); ++i) {
      cell(row.value, table.columns[i], row.counts[i]);
    }
  }
  for (const CrossTable::Pair& pair : table.pairs) cell(pair.first, pair.second, pair.count);
}

void JsonPrinter::related(const Related& related) {
  const bool words = related.field == FieldId::Body;
  for (const RelatedValue& value : related.values) {
    JsonWriter json;
    begin(json, "related");
    json.member("field", words ? std::string_view("word") : field(related.field).name);
    json.member("value", value.value);
    json.member_if("label", value.label);
    count_member(json, "count", value.count);
    count_member(json, "of", related.sample);
    count_member(json, "archived", value.archived);
    json.member("significance", value.significance);
    json.member("query", value.query);
    json.end_object();
    write_(json.take() + "\n");
  }
}

void JsonPrinter::comparison(const Comparison& comparison) {
  const std::string field_name = name(comparison.spec);
  for (const ComparedValue& value : comparison.values) {
    JsonWriter json;
    begin(json, "compared");
    json.member("field", field_name);
    json.member("value", value.value);
    json.member_if("label", value.label);
    count_member(json, "count", value.count);
    count_member(json, "of", comparison.articles);
    count_member(json, "count2", value.other);
    count_member(json, "of2", comparison.others);
    json.member("share", value.share == ComparedValue::Share::More ? "more" : "less");
    json.member("significance", value.significance);
    json.member("query", value.query);
    json.end_object();
    write_(json.take() + "\n");
  }
  JsonWriter json;
  begin(json, "comparison");
  json.member("field", field_name);
  count_member(json, "shown", comparison.values.size());
  count_member(json, "of", comparison.articles);
  count_member(json, "of2", comparison.others);
  json.member("query", comparison.query);
  json.member("query2", comparison.other_query);
  json.end_object();
  write_(json.take() + "\n");
}

void JsonPrinter::summary(const Summary& summary) {
  JsonWriter json;
  begin(json, "summary");
  json.member_if("query_id", summary.query_id);
  json.member("query", summary.query);
  count_member(json, "total", summary.total);
  json.member("total_exact", summary.total_exact);
  if (summary.distinct) count_member(json, "distinct", *summary.distinct);
  if (summary.dates) {
    json.member("first_date", to_string(summary.dates->first));
    json.member("last_date", to_string(summary.dates->second));
  }
  json.member("elapsed_ms", summary.elapsed_ms);
  json.member("db_revision", summary.revision);
  json.end_object();
  write_(json.take() + "\n");
}

void JsonPrinter::article(const ArticleView& view) {
  JsonWriter json;
  begin(json, "article");
  write_article(json, view.article);
  json.member_if("description", view.article.description);
  json.member_if("story", view.story);
  count_member(json, "similar", view.similar);
  count_member(json, "version", view.version);
  count_member(json, "versions", view.versions);
  if (!view.captures.empty()) {
    std::vector<std::string> captures;
    for (const Instant when : view.captures) captures.push_back(to_string(when));
    json.array("captures", captures);
  }
  json.member("text", view.text.text);
  write_highlights(json, view.text);
  json.end_object();
  write_(json.take() + "\n");
}

void JsonPrinter::difference(const VersionDifference& difference) {
  JsonWriter json;
  begin(json, "difference");
  json.member("id", difference.id);
  json.member_if("url", difference.url);
  count_member(json, "versions", difference.versions);
  write_label(json, "from", difference.from);
  write_label(json, "to", difference.to);
  json.member("changed", difference.text.changed);
  write_pieces(json, "title", difference.title);
  write_pieces(json, "text", difference.text);
  json.end_object();
  write_(json.take() + "\n");
}

void JsonPrinter::count(std::string_view query_id, const Count& count) {
  JsonWriter json;
  begin(json, "count");
  json.member_if("query_id", query_id);
  count_member(json, "total", count.articles);
  if (!count.exact) json.member("total_exact", false);
  json.end_object();
  write_(json.take() + "\n");
}

}  // namespace pressmark::searcher
