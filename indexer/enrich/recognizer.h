#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

class WordMemory;

/// The names of an article.
struct Recognized {
  std::vector<Mention> mentions;           // in the text
  std::vector<std::string> title_persons;  // that the headline names in full
};

/// Finds the names of persons, organisations and places in an article.
///
/// English text goes through a trained sequence tagger; text of other languages is matched
/// conservatively against known names. Built once before the threads start; const and
/// thread-safe after that.
class Recognizer {
 public:
  /// The shipped model, used where it lies in the program: nothing is copied.
  Recognizer();
  /// Another model; `bytes` must outlive the recogniser, 16-byte aligned. Throws Error when they
  /// are no model.
  explicit Recognizer(std::string_view bytes);
  ~Recognizer();
  Recognizer(Recognizer&&) noexcept;
  Recognizer& operator=(Recognizer&&) noexcept;

  /// Mentions in `text` by byte offset, not overlapping, each on one line of the text.
  ///
  /// @param title     headline, read as evidence; may be empty
  /// @param text      the article's text, UTF-8
  /// @param language  ISO 639-1; empty when unknown
  /// @param memory    of the thread, for this recogniser; may be null
  Recognized read(std::string_view title, std::string_view text, std::string_view language,
                  WordMemory* memory = nullptr) const;

  /// Its mentions alone.
  std::vector<Mention> recognize(std::string_view title, std::string_view text,
                                 std::string_view language, WordMemory* memory = nullptr) const {
    return read(title, text, language, memory).mentions;
  }

 private:
  struct Model;
  std::unique_ptr<const Model> model_;
};

}  // namespace pressmark::indexer
