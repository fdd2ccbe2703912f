#pragma once

#include <memory>
#include <string>

#include <xapian.h>

#include "common/date.h"
#include "indexer/model/indexed_article.h"

namespace pressmark::indexer {

/// What only the run knows of an article.
struct DocumentContext {
  std::string identity;  // canonical URL, else external id, else origin; common/identity.h
  std::string sha256;    // of the original bytes, in hexadecimal
  Instant added;         // when this identity was first indexed
  Instant indexed;       // when this document is
};

/// Builds Xapian documents: terms, positions, values and the stored record, all by common/schema
/// and common/analysis. Holds stemmers and their cache: one thread at a time, and worth keeping for
/// a thread's life.
class DocumentBuilder {
 public:
  DocumentBuilder();
  ~DocumentBuilder();
  DocumentBuilder(DocumentBuilder&&) noexcept;
  DocumentBuilder& operator=(DocumentBuilder&&) noexcept;

  /// The document of an article. Never throws on content and never builds what Xapian refuses:
  /// terms are bounded, the text is cut at kMaxTextBytes. The same article gives the same document.
  /// Keeps no handle on the document it returns.
  Xapian::Document build(const IndexedArticle& article, const DocumentContext& context);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The same with a builder of its own: for one document.
Xapian::Document build_document(const IndexedArticle& article, const DocumentContext& context);

inline constexpr std::size_t kMaxTextBytes = 32U << 20;  // of an article's text and of its headline
inline constexpr std::size_t kMaxNames = 200;            // values of one field of one article

}  // namespace pressmark::indexer
