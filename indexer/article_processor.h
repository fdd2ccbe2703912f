#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/stored_article.h"
#include "indexer/deadline.h"
#include "indexer/document/document_builder.h"
#include "indexer/enrich/annotator.h"
#include "indexer/extract/extractor.h"
#include "indexer/model/indexed_article.h"
#include "indexer/model/raw_document.h"
#include "indexer/model/skip.h"
#include "indexer/source/path_filter.h"
#include "indexer/store/key_table.h"
#include "indexer/store/segment_writer.h"

namespace pressmark::indexer {

/// A document that the archive has already, byte for byte: extracted, but not built.
struct UnchangedArticle {
  ArticleEntry entry;
  std::string identity;  // common/identity.h
  std::string sha256;
  Article article;
};

/// What the stages made of one document.
struct ProcessedDocument {
  std::string origin;
  std::string url;
  std::variant<Skip, UnchangedArticle, NewArticle> content;
};

/// What one thread keeps from article to article.
struct Workbench {
  Annotator::Memory words;
  DocumentBuilder builder;
};

/// The stages in a row: decode, extract, annotate, build. Const and thread-safe; each thread brings
/// its Workbench.
class ArticleProcessor {
 public:
  /// `now` is when what is new is first indexed; its day is `today` of `extract`. `max_seconds` of
  /// a processor are spent on one document: two (more in builds with a sanitizer) when it is not
  /// given. `filter` is asked for the addresses of articles, which only their pages tell.
  ArticleProcessor(const AnnotatorOptions& annotator, ExtractOptions extract, Instant now,
                   PathFilter filter = {}, std::optional<double> max_seconds = {});

  /// The article of a document with all that is known of it, or why there is none. A document on
  /// which the time is spent by the end of a stage is left out as too slow: what each stage reads
  /// is bounded, so that none goes on for long.
  Outcome<IndexedArticle> read(RawDocument raw) const;

  /// The same for the archive, in which `known` are the articles that the run found there.
  ProcessedDocument process(RawDocument raw, const KeyIndex& known, Workbench& bench) const;

  /// The same article with names, countries and language found anew in its stored text. Throws
  /// Damage when `known` does not have it.
  NewArticle relabel(StoredArticle stored, const KeyIndex& known, Workbench& bench) const;

  /// Builds what process() found unchanged.
  NewArticle build(UnchangedArticle unchanged, Workbench& bench) const;

 private:
  Outcome<Article> extract_article(RawDocument raw, const Deadline& deadline) const;
  Unexpected<Skip> too_slow(std::string_view stage) const;
  NewArticle built(const ArticleEntry& entry, Article article, const DocumentContext& context,
                   Workbench& bench) const;

  Annotator annotator_;
  ExtractOptions extract_options_;
  PathFilter filter_;
  Instant now_;
  double max_seconds_;
};

}  // namespace pressmark::indexer
