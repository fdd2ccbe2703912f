#include "indexer/article_processor.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "common/hash.h"
#include "common/history.h"
#include "common/identity.h"
#include "common/sha256.h"
#include "common/text.h"
#include "indexer/decode/decoder.h"
#include "indexer/document/restored_article.h"
#include "indexer/references.h"

namespace pressmark::indexer {
namespace {

constexpr double kMaxSeconds = PRESSMARK_PAGE_SECONDS;  // of a processor for one page

std::uint64_t leading_digits(const std::string& hex) {
  std::uint64_t number = 0;
  std::from_chars(hex.data(), hex.data() + 16, number, 16);
  return number;
}

/// A record does not say whether its origin names anything; its id does.
std::string identity_of(const StoredArticle& stored) {
  std::string identity = article_identity(stored.url, stored.external_id, stored.origin);
  if (article_id(identity) == stored.id) return identity;
  return article_identity(stored.url, stored.external_id, {}, stored.sha256);
}

/// The rules behind what enrichment found, for --explain; in the order of the JSON.
void add_notes(Article& article, const Annotations& found) {
  const auto note = [&](std::string_view field, std::string rule, std::string_view value) {
    article.notes.push_back({std::string(field), std::move(rule), std::string(value)});
  };
  if (!found.source_country.empty())
    note("source_country", "country of the outlet", found.source_country);
  const std::string& declared = article.declared_language;
  const bool agrees = starts_with_ascii_nocase(declared, found.language);
  if (!found.language.empty()) {
    note("lang",
         declared.empty() ? "told from the text"
         : agrees         ? "the text and its declaration agree"
                          : "the text outranks the declaration " + declared,
         found.language);
  }
  for (const std::string& country : found.countries) {
    note("countries", article.given.countries.empty() ? "places that the text names" : "given",
         country);
  }
  for (const Entity& entity : found.entities) {
    const auto& [field, given] =
        entity.type == EntityType::Person         ? std::pair{"persons", &article.given.persons}
        : entity.type == EntityType::Organization ? std::pair{"orgs", &article.given.orgs}
                                                  : std::pair{"places", &article.given.places};
    note(field,
         given->empty() ? "named " + std::to_string(entity.count) + " times in the text" : "given",
         entity.name);
  }
}

/// "03/04/2024" where neither a language nor a country is declared: a text in English has the month
/// first.
void settle_order(Article& article, const Annotations& found) {
  if (!article.published || !article.published->month_first) return;
  const std::optional<Date> month_first =
      std::exchange(article.published->month_first, std::nullopt);
  if (found.language != "en") return;
  article.published->day = *month_first;
  if (article.notes.empty()) return;
  article.notes.push_back(
      {"date", "month first, for the text is English", to_string(*month_first)});
}

}  // namespace

ArticleProcessor::ArticleProcessor(const AnnotatorOptions& annotator, ExtractOptions extract,
                                   Instant now, PathFilter filter,
                                   std::optional<double> max_seconds)
    : annotator_(annotator),
      extract_options_(extract),
      filter_(std::move(filter)),
      now_(now),
      max_seconds_(max_seconds.value_or(kMaxSeconds)) {
  extract_options_.today = utc_day(now);
}

Unexpected<Skip> ArticleProcessor::too_slow(std::string_view stage) const {
  return skip(SkipReason::TooSlow, fmt::format("over {} seconds to {} it", max_seconds_, stage));
}

Outcome<Article> ArticleProcessor::extract_article(RawDocument raw,
                                                   const Deadline& deadline) const {
  const bool included = raw.included;
  const Outcome<DecodedDocument> page = decode(std::move(raw));
  if (!page) return Unexpected<Skip>(page.error());
  if (deadline.passed()) return too_slow("decode");
  Outcome<Article> article = extract(*page, extract_options_);
  if (article && deadline.passed()) return too_slow("extract");
  if (article && (filter_.excludes_article(article->url) ||
                  !(included || filter_.includes_article(article->url))))
    return skip(SkipReason::Excluded, article->url);
  return article;
}

Outcome<IndexedArticle> ArticleProcessor::read(RawDocument raw) const {
  const Deadline deadline(max_seconds_);
  Outcome<Article> article = extract_article(std::move(raw), deadline);
  if (!article) return Unexpected<Skip>(std::move(article.error()));
  annotator_.name_outlet(*article);
  Annotations annotations = annotator_.annotate(*article);
  if (deadline.passed()) return too_slow("annotate");
  settle_order(*article, annotations);
  if (extract_options_.explain) add_notes(*article, annotations);
  return IndexedArticle{std::move(*article), std::move(annotations)};
}

ProcessedDocument ArticleProcessor::process(RawDocument raw, const KeyIndex& known,
                                            Workbench& bench) const {
  const Deadline deadline(max_seconds_);
  ProcessedDocument processed{raw.origin, raw.url, Skip{SkipReason::NoText, {}}};
  const std::string sha256 = sha256_hex(raw.bytes);
  const auto references = references_of(raw);
  const bool named = raw.named;
  const bool from_feed = raw.feed_item;
  const bool record = !from_feed && raw.media_type == "application/json";
  Outcome<Article> article = extract_article(std::move(raw), deadline);
  if (!article) {
    processed.content = std::move(article.error());
    return processed;
  }
  processed.url = article->url;
  const std::string identity =
      article_identity(article->url, article->external_id, named ? article->origin : "", sha256);
  ArticleEntry entry{.key = article_key(identity),
                     .digest = leading_digits(sha256),
                     .text = text_number(article->title, article->text),
                     .crawled = article->crawled,
                     .added = now_,
                     .from_feed = from_feed,
                     .record = record,
                     .cut = (from_feed || record) && article->truncated,
                     .references = references};
  // The same bytes in a file of another time are another article then.
  if (article->published && article->published->origin == DateOrigin::FileTime)
    entry.digest = hash64(sha256 + to_string(article->published->day));
  std::ranges::replace(entry.references, entry.key, std::uint64_t{0});  // found by the key itself
  if (const auto place = known.find(entry.key)) {
    entry.added = place->entry.added;
    if (place->entry.digest == entry.digest) {
      processed.content = UnchangedArticle{entry, identity, sha256, std::move(*article)};
      return processed;
    }
  }
  NewArticle built = build({entry, identity, sha256, std::move(*article)}, bench);
  if (deadline.passed()) {
    processed.content = too_slow("annotate and build").value();
  } else {
    processed.content = std::move(built);
  }
  return processed;
}

NewArticle ArticleProcessor::build(UnchangedArticle unchanged, Workbench& bench) const {
  const DocumentContext context{std::move(unchanged.identity), std::move(unchanged.sha256),
                                unchanged.entry.added, now_};
  return built(unchanged.entry, std::move(unchanged.article), context, bench);
}

NewArticle ArticleProcessor::relabel(StoredArticle stored, const KeyIndex& known,
                                     Workbench& bench) const {
  const DocumentContext context{identity_of(stored), stored.sha256, stored.added.value_or(now_),
                                stored.indexed.value_or(now_)};
  const auto place = known.find(article_key(context.identity));
  if (!place)
    throw Damage(fmt::format("the article {} is missing in the table of keys", stored.id));
  NewArticle article = built(place->entry, restored(std::move(stored)), context, bench);
  if (article.entry.versions > 1) mark_versions(article);
  return article;
}

NewArticle ArticleProcessor::built(const ArticleEntry& entry, Article article,
                                   const DocumentContext& context, Workbench& bench) const {
  const std::size_t bytes = article.text.size();
  annotator_.name_outlet(article);
  Annotations annotations = annotator_.annotate(article, &bench.words);
  settle_order(article, annotations);
  const IndexedArticle indexed{std::move(article), std::move(annotations)};
  return {entry, bench.builder.build(indexed, context), bytes};
}

}  // namespace pressmark::indexer
