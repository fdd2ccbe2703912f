#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark::indexer {

/// Where the header block at the start of `text` ends, behind its blank line; nothing when the
/// blank line is missing. Lines end with CR LF or LF.
std::optional<std::size_t> header_end(std::string_view text);

/// "Name: value" lines of WARC and HTTP headers, one after another. Lines without a colon are
/// passed over.
class HeaderFields {
 public:
  struct Field {
    std::string_view name;
    std::string_view
        value;  // without blanks around it; the lines of a folded value keep their line ends
  };

  /// `lines` must outlive this object and what it returns.
  explicit HeaderFields(std::string_view lines) : rest_(lines) {}
  std::optional<Field> next();

 private:
  std::string_view take_line();
  std::string_view rest_;
};

/// A Content-Type taken apart: "text/html" in lower case, and its charset parameter.
struct ContentType {
  std::string media_type;
  std::string charset;
};
ContentType parse_content_type(std::string_view value);

}  // namespace pressmark::indexer
