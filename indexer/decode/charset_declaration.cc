#include "indexer/decode/charset_declaration.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text.h"
#include "indexer/decode/charset.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxHead = std::size_t{1} << 20;
constexpr std::size_t kMaxTag = std::size_t{4}
                                << 10;  // a <meta> or <html> tag; a longer one is not read
constexpr std::string_view kHtmlBlank = " \t\r\n\f";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Attribute {
  std::string_view name;
  std::string_view value;
};

/// Attributes of a tag, one after another; `rest` stands behind the tag's name.
class Attributes {
 public:
  explicit Attributes(std::string_view rest) : rest_(rest) {}

  std::optional<Attribute> next() {
    const auto begin = rest_.find_first_not_of(" \t\r\n\f/");
    if (begin == std::string_view::npos) return std::nullopt;
    rest_.remove_prefix(begin);
    const std::string_view name = cut(rest_.find_first_of("= \t\r\n\f/>", 1));
    skip_blanks();
    if (rest_.empty() || rest_.front() != '=') return Attribute{name, {}};
    rest_.remove_prefix(1);
    skip_blanks();
    if (rest_.empty()) return Attribute{name, {}};
    const char quote = rest_.front();
    if (quote != '"' && quote != '\'') return Attribute{name, cut(rest_.find_first_of(kHtmlBlank))};
    rest_.remove_prefix(1);
    const std::string_view value = cut(rest_.find(quote));
    if (!rest_.empty()) rest_.remove_prefix(1);
    return Attribute{name, value};
  }

 private:
  std::string_view cut(std::size_t end) {
    const std::string_view taken = rest_.substr(0, end);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  void skip_blanks() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(kHtmlBlank), rest_.size()));
  }

  std::string_view rest_;
};

/// The label in "text/html; charset=LABEL".
std::string_view charset_parameter(std::string_view content) {
  const std::string lower = to_lower_ascii(content);
  for (std::size_t at = lower.find("charset"); at != std::string::npos;
       at = lower.find("charset", at + 1)) {
    auto value = lower.find_first_not_of(kHtmlBlank, at + 7);
    if (value == std::string::npos || lower[value] != '=') continue;
    value = lower.find_first_not_of(" \t\r\n\f\"'", value + 1);
    if (value == std::string::npos) return {};
    const auto end = lower.find_first_of(" \t\r\n\f;\"'", value);
    return content.substr(value, end == std::string::npos ? end : end - value);
  }
  return {};
}

std::optional<std::string_view> charset_of_meta(std::string_view attributes) {
  std::string_view charset;
  std::string_view content;
  bool equivalent = false;
  Attributes all(attributes);
  while (const auto attribute = all.next()) {
    if (equals_ascii_nocase(attribute->name, "charset")) charset = attribute->value;
    if (equals_ascii_nocase(attribute->name, "content")) content = attribute->value;
    if (equals_ascii_nocase(attribute->name, "http-equiv")) {
      equivalent = equals_ascii_nocase(attribute->value, "content-type");
    }
  }
  if (auto found = charset_of_label(charset)) return found;
  return equivalent ? charset_of_label(charset_parameter(content)) : std::nullopt;
}

std::optional<std::string_view> charset_of_xml(std::string_view bytes) {
  bytes.remove_prefix(std::min(bytes.find_first_not_of(kHtmlBlank), bytes.size()));
  if (!bytes.starts_with("<?xml")) return std::nullopt;
  const std::string_view declaration =
      bytes.substr(0, std::min(bytes.find("?>"), std::size_t{512}));
  Attributes all(declaration.substr(5));
  while (const auto attribute = all.next()) {
    if (attribute->name == "encoding") return charset_of_label(attribute->value);
  }
  return std::nullopt;
}

/// A start tag in the head of a page: its name in lower case and what stands behind the name.
struct Tag {
  std::string name;
  std::string_view attributes;
};

/// Start tags, one after another; comments and the contents of scripts, styles and titles are
/// passed over. Reads its text once, and not to the end where too many tags have none.
class Tags {
 public:
  explicit Tags(std::string_view head) : rest_(head) {}

  std::optional<Tag> next() {
    while (true) {
      const auto open = rest_.find('<');
      if (open == std::string_view::npos || read_again_ > kMaxReadAgain) return std::nullopt;
      rest_.remove_prefix(open);
      if (rest_.starts_with("<!--")) {
        if (!go_behind("-->", 2)) return std::nullopt;  // "<!-->" is a whole comment
        continue;
      }
      if (rest_.size() < 2 || !is_letter(rest_[1])) {
        rest_.remove_prefix(1);
        continue;
      }
      const auto name_end = std::min(rest_.find_first_of(" \t\r\n\f/>", 1), rest_.size());
      Tag tag;
      if (name_end <= 16) tag.name = to_lower_ascii(rest_.substr(1, name_end - 1));
      rest_.remove_prefix(name_end);
      tag.attributes = rest_.substr(0, std::min(end_of_tag(), rest_.size()));
      rest_.remove_prefix(tag.attributes.size());
      for (Passed& passed : passed_) {
        if (tag.name == passed.name) go_behind_end_tag(passed);
      }
      return tag;
    }
  }

 private:
  bool go_behind(std::string_view end, std::size_t from) {
    const auto found = rest_.find(end, from);
    if (found == std::string_view::npos) return false;
    rest_.remove_prefix(found + end.size());
    return true;
  }

  /// Where the tag's ">" is, outside of quotes; a tag that is too long ends at its limit.
  std::size_t end_of_tag() {
    char quote = 0;
    const std::size_t limit = std::min(rest_.size(), kMaxTag);
    for (std::size_t i = 0; i < limit; ++i) {
      const char c = rest_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        return i;
      } else if ((c == '"' || c == '\'') && i > 0 && (rest_[i - 1] == '=' || rest_[i - 1] == ' ')) {
        quote = c;
      }
    }
    const std::size_t first = std::min(rest_.substr(0, limit).find('>'), limit);
    read_again_ += limit - first;
    return first;
  }

  /// An element whose content is passed over.
  struct Passed {
    std::string_view name;
    bool without_end = false;  // from here on there is no end tag of it
  };

  void go_behind_end_tag(Passed& element) {
    if (element.without_end) return;
    for (std::size_t at = rest_.find("</"); at != std::string_view::npos;
         at = rest_.find("</", at + 2)) {
      if (starts_with_ascii_nocase(rest_.substr(at + 2), element.name)) {
        rest_.remove_prefix(at);
        return;
      }
    }
    element.without_end = true;
  }

  static constexpr std::size_t kMaxReadAgain = std::size_t{16} << 20;

  std::string_view rest_;
  std::size_t read_again_ = 0;  // bytes behind tags whose quotes do not end
  std::array<Passed, 3> passed_ = {{{"script"}, {"style"}, {"title"}}};
};

}  // namespace

std::optional<std::string_view> declared_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kMaxHead);
  if (auto found = charset_of_xml(head)) return found;
  Tags tags(head);
  while (const auto tag = tags.next()) {
    if (tag->name == "body") break;
    if (tag->name != "meta") continue;
    if (auto found = charset_of_meta(tag->attributes)) return found;
  }
  return std::nullopt;
}

std::string_view declared_language(std::string_view bytes) {
  Tags tags(bytes.substr(0, std::size_t{64} << 10));
  while (const auto tag = tags.next()) {
    if (tag->name != "html") continue;
    Attributes all(tag->attributes);
    while (const auto attribute = all.next()) {
      if (equals_ascii_nocase(attribute->name, "lang") ||
          equals_ascii_nocase(attribute->name, "xml:lang")) {
        return attribute->value;
      }
    }
    break;
  }
  return {};
}

}  // namespace pressmark::indexer
