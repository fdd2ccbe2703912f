#pragma once

#include "searcher/output/printer.h"

namespace pressmark::searcher {

/// JSON Lines, one object a line with "type" and "v": searcher/output/schema.json. Keys of what is
/// unknown are left out; additions do not raise "v".
class JsonPrinter : public Printer {
 public:
  explicit JsonPrinter(Write write) : write_(std::move(write)) {}

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
  Write write_;
};

}  // namespace pressmark::searcher
