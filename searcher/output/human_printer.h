#pragma once

#include "searcher/output/printer.h"
#include "searcher/output/style.h"

namespace pressmark::searcher {

/// For people.
class HumanPrinter : public Printer {
 public:
  enum class Detail { Short, Long };  // Long adds authors, names and origin to each hit

  /// `footer` takes what is no result: standard error when the results go into a pipe.
  /// @param locale  of names of countries and languages ("de", "pt_BR")
  HumanPrinter(Style style, Write write, Write footer, Detail detail = Detail::Short,
               std::string locale = "en");

  void hit(const Hit& hit) override;
  void facet(const Facet& facet) override;
  void timeline(const Timeline& timeline) override;
  void crossing(const CrossTable& table) override;
  void related(const Related& related) override;
  void comparison(const Comparison& comparison) override;
  void summary(const Summary& summary) override;
  void article(const ArticleView& view) override;
  void difference(const VersionDifference& difference) override;
  void count(std::string_view query_id, const Count& count) override;

 private:
  void line(std::string_view text);
  /// A line with something at its right end.
  void headed(const std::string& left, const std::string& right);
  void details(const StoredArticle& article);
  void copy(const Hit& hit);
  void mentions(const Hit& hit);
  void pairs(const CrossTable& table);
  void paragraphs(const Snippet& text, std::size_t columns);

  Style style_;
  Write write_;
  Write footer_;
  Detail detail_;
  std::string locale_;
  bool listed_ = false;  // the articles of a story have their heading
};

/// "1–10 of 1 204 articles (3 617 with duplicates) · 2019-01-03 … 2023-11-30 · 11 ms".
std::string footer_text(const Summary& summary);

}  // namespace pressmark::searcher
