#pragma once

#include <optional>
#include <string>

#include "common/date.h"
#include "searcher/output/printer.h"

namespace pressmark::searcher {

/// How an article is cited.
enum class CitationForm {
  Bibtex,    // @article, for BibTeX and biblatex
  Ris,       // TY  - NEWS, for Zotero, EndNote, Mendeley
  Markdown,  // an item of a list
  Atom,      // an entry of a feed, RFC 4287
};

/// Hits as references: who wrote what, where, when, and where the archive has it from.
class CitationPrinter : public Printer {
 public:
  /// @param title  of the feed: the query as typed, not empty; the feed is known by it
  /// @param now    the moment of a feed that has no entry
  CitationPrinter(CitationForm form, std::string title, Write write, Instant now = {})
      : form_(form), title_(std::move(title)), write_(std::move(write)), now_(now) {}

  void hit(const Hit& hit) override;
  void count(std::string_view query_id, const Count& count) override;
  void finish() override;

 private:
  void begin_feed();

  CitationForm form_;
  std::string title_;
  Write write_;
  bool begun_ = false;
  bool counted_ = false;
  Instant now_;
  std::string updated_;  // of the feed: that of its newest entry
};

}  // namespace pressmark::searcher
