#pragma once

#include <cstddef>

namespace pressmark::indexer {

/// Follows braces and strings of JSON, byte by byte.
class BraceCounter {
 public:
  /// True when this byte closes the outermost object.
  bool feed(char byte) {
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (byte == '\\') {
        escaped_ = true;
      } else if (byte == '"') {
        in_string_ = false;
      }
      return false;
    }
    if (byte == '"') in_string_ = true;
    if (byte == '{') ++depth_;
    return byte == '}' && depth_ > 0 && --depth_ == 0;
  }

 private:
  bool in_string_ = false;
  bool escaped_ = false;
  std::size_t depth_ = 0;
};

}  // namespace pressmark::indexer
