#include "indexer/markup/xml_tree.h"

#include <algorithm>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "common/handle.h"
#include "common/text.h"

namespace pressmark::indexer {
namespace {

using ParserPtr = std::unique_ptr<xmlParserCtxt, ReleaseWith<xmlFreeParserCtxt>>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Elements inside a word or sentence: "H<sub>2</sub>O".
constexpr std::string_view kInline[] = {"a",     "b",      "em",  "i",   "lang", "q",
                                        "small", "strong", "sub", "sup", "span", "u"};

/// The document without its XML and document type declarations: their encoding is not the bytes'
/// any more, and their entities are none of ours. Nothing when it declares entities.
std::string_view content_of(std::string_view xml) {
  const auto skip_past = [&xml](std::string_view end) {
    const std::size_t at = xml.find(end);
    xml.remove_prefix(at == std::string_view::npos ? xml.size() : at + end.size());
  };
  while (true) {
    xml.remove_prefix(std::min(xml.find('<'), xml.size()));
    if (xml.starts_with("<?")) {
      skip_past("?>");
    } else if (xml.starts_with("<!--")) {
      skip_past("-->");
    } else if (xml.starts_with("<!")) {
      const std::size_t close = xml.find('>');
      if (xml.substr(0, close).find('[') != std::string_view::npos) return {};
      skip_past(">");
    } else {
      return xml;
    }
  }
}

/// Behind the ">" that ends a tag outside of quotes; nothing when it does not end.
std::optional<std::size_t> end_of_tag(std::string_view tag) {
  char quote = 0;
  for (std::size_t i = 0; i < tag.size(); ++i) {
    const char c = tag[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return i + 1;
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
  return std::nullopt;
}

/// An attribute's value as it is meant: libxml2 has resolved its references, but for an "&" it
/// leaves one.
std::string with_ampersands(std::string_view value) {
  constexpr std::string_view kReference = "&#38;";
  std::string out(value);
  for (std::size_t at = out.find(kReference); at != std::string::npos;
       at = out.find(kReference, at + 1))
    out.erase(at + 1, kReference.size() - 1);
  return out;
}

/// The document before the first tag that is larger than tags are: libxml2 compares each attribute
/// of a tag with all the others.
std::string_view before_large_tag(std::string_view xml) {
  constexpr std::size_t kMaxTag = std::size_t{4} << 10;
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
    const std::string_view rest = xml.substr(at);
    const std::string_view ending = rest.starts_with("<!--")        ? "-->"
                                    : rest.starts_with("<![CDATA[") ? "]]>"
                                                                    : "";
    if (!ending.empty()) {
      const std::size_t end = xml.find(ending, at + 4);
      if (end == std::string_view::npos) return xml;
      at = end + ending.size();
    } else if (rest.size() > 1 && std::string_view(" \t\r\n<").find(rest[1]) == rest.npos) {
      const auto end = end_of_tag(rest.substr(0, kMaxTag));
      if (!end) return xml.substr(0, at);
      at += *end;
    } else {
      ++at;
    }
  }
  return xml;
}

/// Receives what libxml2 reads. Not its own tree: that takes several times the memory, and cannot
/// be ended at a number of nodes.
class TreeBuilder {
 public:
  /// How libxml2 reports to a builder, its userData.
  static xmlSAXHandler handler() {
    xmlSAXHandler sax = {};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = open;
    sax.endElementNs = close;
    sax.characters = add_text;
    sax.cdataBlock = add_text;
    return sax;
  }

  explicit TreeBuilder(xmlParserCtxt* parser) : parser_(parser) {}

  XmlTree take() {
    while (!open_.empty()) close_last();
    tree_.truncated |= parser_->wellFormed == 0;
    return std::move(tree_);
  }

 private:
  static TreeBuilder& of(void* builder) { return *static_cast<TreeBuilder*>(builder); }

  static void open(void* builder, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                   const xmlChar**, int attributes, int, const xmlChar** attribute) {
    TreeBuilder& self = of(builder);
    if (self.full()) return;
    self.open_.push_back(self.tree_.nodes.size());
    XmlNode& node = self.tree_.nodes.emplace_back();
    node.name = to_lower_ascii(view(name));
    // Five pointers each: name, prefix, namespace, begin and end of the value.
    for (int i = 0; i < attributes; ++i, attribute += 5) {
      const std::string_view value(reinterpret_cast<const char*>(attribute[3]),
                                   static_cast<std::size_t>(attribute[4] - attribute[3]));
      node.attributes.emplace_back(to_lower_ascii(view(attribute[0])), with_ampersands(value));
    }
  }

  static void close(void* builder, const xmlChar*, const xmlChar*, const xmlChar*) {
    if (!of(builder).open_.empty()) of(builder).close_last();
  }

  static void add_text(void* builder, const xmlChar* text, int length) {
    TreeBuilder& self = of(builder);
    if (self.full()) return;
    XmlNode& node = self.tree_.nodes.emplace_back();
    node.text.assign(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
    node.end = static_cast<std::uint32_t>(self.tree_.nodes.size());
  }

  void close_last() {
    tree_.nodes[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes.size());
    open_.pop_back();
  }

  bool full() {
    if (tree_.nodes.size() < kMaxXmlNodes) return false;
    tree_.truncated = true;
    xmlStopParser(parser_);
    return true;
  }

  xmlParserCtxt* parser_;
  XmlTree tree_;
  std::vector<std::size_t> open_;
};

}  // namespace

std::string_view XmlNode::attribute(std::string_view wanted) const {
  const auto found =
      std::ranges::find(attributes, wanted, [](const auto& pair) { return pair.first; });
  return found == attributes.end() ? std::string_view() : found->second;
}

XmlTree parse_xml(std::string_view xml) {
  const std::string_view content = before_large_tag(content_of(xml));
  if (content.empty()) return {.nodes = {}, .truncated = !xml.empty()};
  static const int initialised = (xmlInitParser(), 0);  // before any thread's first parse
  (void)initialised;
  const ParserPtr parser(
      xmlCreateMemoryParserCtxt(content.data(), static_cast<int>(content.size())));
  if (parser == nullptr) throw std::bad_alloc();
  TreeBuilder builder(parser.get());
  *parser->sax = TreeBuilder::handler();
  parser->userData = &builder;
  // Without XML_PARSE_HUGE libxml2 ends by itself at a depth of 256 and a run of 10 MB.
  xmlCtxtUseOptions(parser.get(), XML_PARSE_RECOVER | XML_PARSE_NONET);
  xmlParseDocument(parser.get());
  return builder.take();
}

std::string text_of(const XmlTree& tree, std::size_t node) {
  std::string text;
  for (std::size_t i = node; i < tree.nodes[node].end; ++i) {
    const XmlNode& part = tree.nodes[i];
    if (part.name.empty()) {
      text += part.text;
    } else if (i > node && std::ranges::find(kInline, part.name) == std::end(kInline)) {
      text += ' ';
    }
  }
  return collapse_space(text);
}

}  // namespace pressmark::indexer
