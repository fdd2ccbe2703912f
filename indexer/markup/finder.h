#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark::indexer {

/// Finds a byte sequence in a text from a position on. Remembers the last place found, and when
/// there is none left, so that a page full of openings is read once, whether their end never comes
/// or comes far behind all of them.
class Finder {
 public:
  /// Both texts must outlive this object.
  Finder(std::string_view text, std::string_view needle) : text_(text), needle_(needle) {}

  /// The first place at or behind `at`; npos when there is none.
  std::size_t from(std::size_t at) {
    if (at >= exhausted_) return std::string_view::npos;
    if (at >= asked_ && at <= found_) return found_;
    const std::size_t found = text_.find(needle_, at);
    if (found == std::string_view::npos) {
      exhausted_ = at;
    } else {
      asked_ = at;
      found_ = found;
    }
    return found;
  }

 private:
  std::string_view text_;
  std::string_view needle_;
  std::size_t exhausted_ = std::string_view::npos;  // nothing from here on
  std::size_t asked_ = 1;                           // between these two there is nothing
  std::size_t found_ = 0;
};

}  // namespace pressmark::indexer
