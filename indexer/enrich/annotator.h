#pragma once

#include <memory>
#include <string>

#include "indexer/model/annotations.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

class WordMemory;

struct AnnotatorOptions {
  std::string sources_file;  // user's sources.tsv (domain, name, country); empty: none
  std::string
      entities_file;  // user's entities.tsv (name, type, canonical, country, stop); empty: none
};

/// Everything the archive knows of an article beyond what the page says: language, names,
/// countries, fingerprint. Built once before the threads start; const and thread-safe after that.
class Annotator {
 public:
  /// Throws Error (ExitCode::Usage) when a file of the user cannot be read, with its line.
  explicit Annotator(const AnnotatorOptions& options);
  ~Annotator();
  Annotator(Annotator&&) noexcept;
  Annotator& operator=(Annotator&&) noexcept;

  /// The outlet by the name that the user's table has for it.
  void name_outlet(Article& article) const;

  /// What one thread keeps of words from article to article, for one annotator: saves time and
  /// changes nothing.
  class Memory {
   public:
    Memory();
    ~Memory();

   private:
    friend class Annotator;
    std::unique_ptr<WordMemory> words_;
  };

  /// `memory` may be null.
  Annotations annotate(const Article& article, Memory* memory = nullptr) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace pressmark::indexer
