#include "common/xml_tags.h"

#include <algorithm>

#include "common/text.h"

namespace pressmark {
namespace {

constexpr std::string_view kTagBlank = " \t\r\n\f";
constexpr std::string_view kCdata = "<![CDATA[";

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Where the ">" of a tag is: outside of quotes, or the first where quotes do not end.
std::size_t end_of_tag(std::string_view tag) {
  char quote = 0;
  for (std::size_t i = 0; i < tag.size(); ++i) {
    const char c = tag[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return i;
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
  return tag.find('>');
}

}  // namespace

void XmlTags::go_on(std::string_view text, Text kind, std::size_t dropped) {
  text_ = text;
  whole_ = kind == Text::Whole;
  position_ -= dropped;
}

bool XmlTags::pass_until(std::string_view end, std::size_t from, bool& missing) {
  const std::size_t found = missing ? npos : text_.find(end, position_ + from);
  if (found == npos) {
    missing = whole_;
    return false;
  }
  position_ = found + end.size();
  return true;
}

bool XmlTags::pass_section() {
  const std::string_view rest = text_.substr(position_);
  if (rest.starts_with("<!--")) return pass_until("-->", 4, no_comment_end_);
  if (rest.starts_with("<?")) return pass_until("?>", 2, no_instruction_end_);
  if (!rest.starts_with(kCdata)) {
    // A document type has its own declarations in brackets.
    const std::size_t first = no_declaration_end_ ? npos : rest.find_first_of("[>");
    if (first == npos) {
      no_declaration_end_ = whole_;
      return false;
    }
    if (rest[first] == '[') return pass_until("]>", first, no_declaration_end_);
    position_ += first + 1;
    return true;
  }
  const std::size_t inner = rest.find(kCdata, kCdata.size());
  if (inner == npos) return pass_until("]]>", kCdata.size(), no_cdata_end_);
  const std::size_t end = rest.substr(0, inner).find("]]>", kCdata.size());
  position_ += end == npos ? kCdata.size() : end + 3;
  return true;
}

std::optional<XmlTag> XmlTags::tag_here(std::size_t limit) const {
  std::string_view tag = text_.substr(position_, limit - position_);
  const std::size_t close = end_of_tag(tag);
  if (close == npos) return std::nullopt;
  tag = tag.substr(0, close);
  XmlTag found;
  found.begin = position_;
  found.end = position_ + close + 1;
  found.kind = tag[1] == '/' ? XmlTag::Kind::End : XmlTag::Kind::Begin;
  tag.remove_prefix(found.kind == XmlTag::Kind::End ? 2 : 1);
  if (tag.ends_with('/')) {
    tag.remove_suffix(1);
    if (found.kind == XmlTag::Kind::Begin) found.kind = XmlTag::Kind::Empty;
  }
  found.name = tag.substr(0, tag.find_first_of(" \t\r\n\f/"));
  found.attributes = tag.substr(found.name.size());
  return found;
}

std::optional<XmlTag> XmlTags::next() {
  while (true) {
    position_ = std::min(text_.find('<', position_), text_.size());
    // What decides over "<![CDATA[" must be there.
    if (!whole_ && text_.size() - position_ < kCdata.size()) return std::nullopt;
    if (text_.size() - position_ < 2) return std::nullopt;
    const char second = text_[position_ + 1];
    if (second == '!' || second == '?') {
      if (pass_section()) continue;
      if (!whole_) return std::nullopt;
      ++position_;
    } else if (begins_name(second) || (second == '/' && position_ + 2 < text_.size() &&
                                       begins_name(text_[position_ + 2]))) {
      // No tag reaches over the next "<", so that each byte is looked at once.
      const std::size_t limit = text_.find('<', position_ + 1);
      const auto tag = tag_here(std::min(limit, text_.size()));
      if (tag) position_ = tag->end;
      if (tag) return tag;
      if (limit == npos && !whole_) return std::nullopt;
      ++position_;
    } else {
      ++position_;
    }
  }
}

std::string_view local_name(std::string_view name) {
  return name.substr(name.rfind(':') + 1);  // npos + 1 is 0
}

std::string_view xml_attribute(std::string_view attributes, std::string_view name) {
  while (true) {
    attributes.remove_prefix(std::min(attributes.find_first_not_of(kTagBlank), attributes.size()));
    if (attributes.empty()) return {};
    const std::string_view found = attributes.substr(0, attributes.find_first_of("= \t\r\n\f", 1));
    attributes.remove_prefix(found.size());
    attributes.remove_prefix(std::min(attributes.find_first_not_of(kTagBlank), attributes.size()));
    if (!attributes.starts_with('=')) continue;
    attributes.remove_prefix(1);
    attributes.remove_prefix(std::min(attributes.find_first_not_of(kTagBlank), attributes.size()));
    if (attributes.empty()) return {};
    const char quote = attributes.front();
    const bool quoted = quote == '"' || quote == '\'';
    if (quoted) attributes.remove_prefix(1);
    const std::string_view value =
        attributes.substr(0, quoted ? attributes.find(quote) : attributes.find_first_of(kTagBlank));
    if (found == name) return value;
    attributes.remove_prefix(std::min(value.size() + (quoted ? 1 : 0), attributes.size()));
  }
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace pressmark
