#include "indexer/markup/dom.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/markup/html_prescan.h"
#include "indexer/markup/xml_ptr.h"

namespace pressmark::indexer {
namespace {

/// Characters that references to 0x80-0x9F stand for: the code points of windows-1252, as browsers
/// read them.
constexpr char16_t kWindows1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

}  // namespace

/// Builds a page from libxml2's SAX events: no tree of libxml2's own is ever made.
class PageBuilder {
 public:
  static Page build(PrescannedPage prescanned) {
    PageBuilder builder;
    builder.page_.json_ld_ = std::move(prescanned.json_ld);
    builder.page_.scripts_ = std::move(prescanned.scripts);
    builder.page_.saved_from_ = std::move(prescanned.saved_from);
    builder.page_.truncated_ = prescanned.truncated;
    builder.prescanned_ = &prescanned;
    builder.page_.attributes_.reserve(prescanned.attributes.size());
    builder.parse(prescanned.html);
    return std::move(builder.page_);
  }

 private:
  void parse(const std::string& html) {
    static const int initialised = (xmlInitParser(), 0);  // before any thread's first parse
    static_cast<void>(initialised);
    if (html.empty()) return;
    page_.text_.reserve(html.size() / 2);
    page_.nodes_.reserve(html.size() / 24);
    HtmlParserPtr parser(htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
    if (!parser) return;
    htmlSAXHandler handler{};
    handler.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      static_cast<PageBuilder*>(self)->start(name, attributes);
    };
    handler.endElement = [](void* self, const xmlChar* name) {
      static_cast<PageBuilder*>(self)->end(name);
    };
    handler.characters = [](void* self, const xmlChar* text, int length) {
      static_cast<PageBuilder*>(self)->characters(
          {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    };
    handler.ignorableWhitespace = handler.characters;
    handler.cdataBlock = handler.characters;
    std::memcpy(parser->sax, &handler, sizeof(handler));
    parser->userData = this;
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                         HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC |
                                         static_cast<int>(XML_PARSE_HUGE));
    parser->charset = XML_CHAR_ENCODING_UTF8;
    htmlParseDocument(parser.get());
    while (!open_.empty()) pop();
  }

  /// True when nothing more is taken.
  bool is_full() {
    if (page_.nodes_.size() >= kMaxNodes) page_.truncated_ = true;
    return page_.nodes_.size() >= kMaxNodes;
  }

  void start(const xmlChar* name, const xmlChar** attributes) {
    if (is_full()) return;
    const Tag tag = tag_of(reinterpret_cast<const char*>(name));
    const auto node = static_cast<NodeId>(page_.nodes_.size());
    page_.nodes_.push_back({tag, 0, open_.empty() ? node : open_.back(), node + 1,
                            static_cast<std::uint32_t>(page_.attributes_.size()), 0});
    open_.push_back(node);
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      const std::string_view key = reinterpret_cast<const char*>(attributes[0]);
      const std::string_view value =
          attributes[1] == nullptr ? "" : reinterpret_cast<const char*>(attributes[1]);
      if (key == kListAttribute)
        add_list(value);
      else if (const Attr attr = attr_of(key); attr != Attr::None)
        add_attribute(attr, value);
    }
  }

  /// The attributes that were kept out of libxml2's hands.
  void add_list(std::string_view number) {
    std::size_t list = 0;
    std::from_chars(number.data(), number.data() + number.size(), list);
    const auto& ends = prescanned_->list_ends;
    if (list >= ends.size()) return;  // no number of ours, should a page ever smuggle one in
    for (std::size_t i = list == 0 ? 0 : ends[list - 1]; i < ends[list]; ++i)
      add_attribute(prescanned_->attributes[i].name, prescanned_->attributes[i].value);
  }

  void add_attribute(Attr attr, std::string_view value) {
    page_.attributes_.push_back({attr, static_cast<std::uint32_t>(page_.text_.size()), 0});
    append(value);
    page_.attributes_.back().length =
        static_cast<std::uint32_t>(page_.text_.size()) - page_.attributes_.back().begin;
    ++page_.nodes_.back().attributes;
  }

  void end(const xmlChar* name) {
    if (is_full()) return;
    const Tag tag = tag_of(reinterpret_cast<const char*>(name));
    const auto match = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](NodeId node) { return page_.nodes_[node].tag == tag; });
    if (match == open_.rend()) return;
    const auto keep = static_cast<std::size_t>(open_.rend() - match) - 1;
    while (open_.size() > keep) pop();
  }

  void pop() {
    page_.nodes_[open_.back()].end = static_cast<NodeId>(page_.nodes_.size());
    open_.pop_back();
  }

  void characters(std::string_view text) {
    if (open_.empty() || is_full()) return;
    auto& nodes = page_.nodes_;
    const bool joins = nodes.back().tag == Tag::Text && nodes.back().parent == open_.back();
    if (!joins) {
      const auto node = static_cast<NodeId>(nodes.size());
      nodes.push_back({Tag::Text, 0, open_.back(), node + 1,
                       static_cast<std::uint32_t>(page_.text_.size()), 0});
    }
    append(text);
    nodes.back().length = static_cast<std::uint32_t>(page_.text_.size()) - nodes.back().begin;
  }

  /// Appends with references to C1 code points read as windows-1252 and control characters left
  /// out.
  void append(std::string_view text) {
    std::string& out = page_.text_;
    for (std::size_t i = 0; i < text.size();) {
      std::size_t plain = i;
      while (plain < text.size() && !is_special(text, plain)) ++plain;
      out.append(text, i, plain - i);
      if (plain >= text.size()) return;
      if (static_cast<unsigned char>(text[plain]) == 0xC2) {
        append_code_point(out, kWindows1252[static_cast<unsigned char>(text[plain + 1]) - 0x80]);
        i = plain + 2;
      } else {
        i = plain + 1;
      }
    }
  }

  static bool is_special(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x20) return c != '\n' && c != '\t' && c != '\r';
    if (c == 0x7F) return true;
    return c == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
  }

  Page page_;
  const PrescannedPage* prescanned_ = nullptr;
  std::vector<NodeId> open_;
};

std::optional<NodeId> Page::next_sibling(NodeId node) const {
  const NodeId next = nodes_[node].end;
  if (next >= nodes_.size() || nodes_[next].parent != nodes_[node].parent || next == node)
    return std::nullopt;
  return next;
}

std::string_view Page::text(NodeId node) const {
  if (nodes_[node].tag != Tag::Text) return {};
  return std::string_view(text_).substr(nodes_[node].begin, nodes_[node].length);
}

std::string_view Page::attribute(NodeId node, Attr name) const {
  const Node& element = nodes_[node];
  for (std::uint32_t i = 0; i < element.attributes; ++i) {
    const Attribute& attribute = attributes_[element.begin + i];
    if (attribute.name == name)
      return std::string_view(text_).substr(attribute.begin, attribute.length);
  }
  return {};
}

bool Page::has_attribute(NodeId node, Attr name) const {
  const Node& element = nodes_[node];
  for (std::uint32_t i = 0; i < element.attributes; ++i) {
    if (attributes_[element.begin + i].name == name) return true;
  }
  return false;
}

std::optional<NodeId> Page::find(Tag tag, NodeId from, NodeId end) const {
  for (NodeId node = from; node < end && node < nodes_.size(); ++node) {
    if (nodes_[node].tag == tag) return node;
  }
  return std::nullopt;
}

std::string_view parser_version() { return LIBXML_DOTTED_VERSION; }

Page parse_page(std::string_view html) { return PageBuilder::build(prescan_html(html)); }

bool is_set_apart(const Page& page, NodeId element) {
  return is_block(page.tag(element)) || page.attribute(element, Attr::Style) == "block";
}

std::string text_of(const Page& page, NodeId node) {
  std::string raw;
  const NodeId end = page.end(node);
  std::vector<NodeId> blocks;  // open ones, to know where they end
  for (NodeId i = node; i < end; ++i) {
    while (!blocks.empty() && page.end(blocks.back()) <= i) {
      blocks.pop_back();
      raw += ' ';
    }
    const Tag tag = page.tag(i);
    if (tag == Tag::Text) {
      raw += page.text(i);
    } else if (tag == Tag::Br || is_set_apart(page, i)) {
      raw += ' ';
      if (page.end(i) > i + 1) blocks.push_back(i);
    }
  }
  return collapse_space(raw);
}

}  // namespace pressmark::indexer
