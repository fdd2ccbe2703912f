#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// The lines of a plain text, trimmed; blank ones included. What browsers and word processors leave
/// in copied text is taken out: blanks that do not break become blanks, marks of direction and byte
/// order at the ends of a line go.
class TextLines {
 public:
  explicit TextLines(std::string_view text);
  TextLines(const TextLines&) = delete;
  TextLines& operator=(const TextLines&) = delete;

  /// Views into this object.
  std::vector<std::string_view> lines() const;

 private:
  std::string text_;
};

}  // namespace pressmark::indexer
