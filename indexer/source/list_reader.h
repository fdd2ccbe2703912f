#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/content.h"

namespace pressmark::indexer {

/// What readers of files that list articles share: where they are, and how they say so. A byte
/// order mark is passed over.
class ListReader : public ContentReader {
 public:
  ListReader(InputBuffer input, ContentContext context);

 protected:
  /// "x.jsonl:17"; of the second record in a line "x.jsonl:17+1".
  std::string origin() const;
  SkippedInput skipped(SkipReason reason, std::string detail = {}) const;
  SkippedInput too_large() const;
  /// One JSON object, unless its file is left out.
  ContentItem document(std::string bytes) const;
  /// The same; of an object that lists articles the first, and the others wait.
  ContentItem document_or_first(std::string_view object);
  /// One that waits; nothing when none does.
  std::optional<ContentItem> waiting();
  /// The window as far as nothing is missing in it.
  std::string_view sound() const {
    return input_.view().substr(0, input_.next_damage().value_or(std::string::npos));
  }
  bool more() { return !input_.next_damage() && input_.more(); }

  InputBuffer input_;
  ContentContext context_;
  std::size_t line_ = 1;
  std::size_t in_line_ = 0;  // records before this one in the same line
  bool done_ = false;

 private:
  std::deque<ContentItem> waiting_;
};

}  // namespace pressmark::indexer
