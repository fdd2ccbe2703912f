#include "indexer/markup/names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pressmark::indexer {
namespace {

constexpr std::array<std::string_view, kTagCount> kTagNames = {
    "",         "",        "a",       "abbr",     "address",    "article",    "aside",
    "audio",    "b",       "base",    "big",      "blockquote", "body",       "br",
    "button",   "canvas",  "caption", "center",   "cite",       "code",       "col",
    "colgroup", "dd",      "del",     "details",  "dfn",        "dialog",     "div",
    "dl",       "dt",      "em",      "embed",    "fieldset",   "figcaption", "figure",
    "font",     "footer",  "form",    "frame",    "frameset",   "h1",         "h2",
    "h3",       "h4",      "h5",      "h6",       "head",       "header",     "hgroup",
    "hr",       "html",    "i",       "iframe",   "img",        "input",      "ins",
    "kbd",      "label",   "legend",  "li",       "link",       "main",       "map",
    "mark",     "math",    "menu",    "meta",     "nav",        "noembed",    "noframes",
    "noscript", "object",  "ol",      "optgroup", "option",     "output",     "p",
    "param",    "picture", "pre",     "progress", "q",          "rp",         "rt",
    "ruby",     "s",       "samp",    "script",   "search",     "section",    "select",
    "small",    "source",  "span",    "strike",   "strong",     "style",      "sub",
    "summary",  "sup",     "svg",     "table",    "tbody",      "td",         "template",
    "textarea", "tfoot",   "th",      "thead",    "time",       "title",      "tr",
    "track",    "tt",      "u",       "ul",       "var",        "video",      "wbr",
    "x-custom", "xmp",
};

constexpr std::array<std::pair<std::string_view, Attr>, 26> kAttrNames = {{
    {"aria-hidden", Attr::AriaHidden},
    {"aria-label", Attr::AriaLabel},
    {"class", Attr::Class},
    {"content", Attr::Content},
    {"data-component", Attr::DataComponent},
    {"data-module", Attr::DataModule},
    {"data-name", Attr::DataName},
    {"data-qa", Attr::DataQa},
    {"data-testid", Attr::DataTestid},
    {"data-type", Attr::DataType},
    {"datetime", Attr::Datetime},
    {"hidden", Attr::Hidden},
    {"href", Attr::Href},
    {"http-equiv", Attr::HttpEquiv},
    {"id", Attr::Id},
    {"itemprop", Attr::Itemprop},
    {"itemscope", Attr::Itemscope},
    {"itemtype", Attr::Itemtype},
    {"lang", Attr::Lang},
    {"name", Attr::Name},
    {"property", Attr::Property},
    {"rel", Attr::Rel},
    {"role", Attr::Role},
    {"style", Attr::Style},
    {"title", Attr::Title},
    {"type", Attr::Type},
}};

/// A name's slot in a table of 512: few collisions among the names of HTML.
constexpr std::size_t slot(std::string_view text) {
  std::uint32_t hash = static_cast<std::uint32_t>(text.size());
  for (const char c : text) hash = hash * 31U + static_cast<unsigned char>(c);
  return (hash ^ (hash >> 9U)) & 511U;
}

constexpr std::array<Tag, 512> make_tag_table() {
  std::array<Tag, 512> table{};
  for (auto& tag : table) tag = Tag::Other;
  for (std::size_t i = 2; i < kTagCount; ++i) {
    std::size_t at = slot(kTagNames[i]);
    while (table[at] != Tag::Other) at = (at + 1) & 511U;
    table[at] = static_cast<Tag>(i);
  }
  return table;
}
constexpr auto kTagTable = make_tag_table();

constexpr std::array<std::uint8_t, 512> make_attr_table() {
  std::array<std::uint8_t, 512> table{};
  for (std::size_t i = 0; i < kAttrNames.size(); ++i) {
    std::size_t at = slot(kAttrNames[i].first);
    while (table[at] != 0) at = (at + 1) & 511U;
    table[at] = static_cast<std::uint8_t>(i + 1);
  }
  return table;
}
constexpr auto kAttrTable = make_attr_table();

}  // namespace

Tag tag_of(std::string_view name) {
  if (name.size() > 10) return Tag::Other;
  for (std::size_t at = slot(name);; at = (at + 1) & 511U) {
    const Tag tag = kTagTable[at];
    if (tag == Tag::Other || kTagNames[static_cast<std::size_t>(tag)] == name) return tag;
  }
}

std::string_view name(Tag tag) { return kTagNames[static_cast<std::size_t>(tag)]; }

Attr attr_of(std::string_view name) {
  if (name.size() > 14) return Attr::None;
  for (std::size_t at = slot(name);; at = (at + 1) & 511U) {
    const std::uint8_t found = kAttrTable[at];
    if (found == 0) return Attr::None;
    if (kAttrNames[found - 1U].first == name) return kAttrNames[found - 1U].second;
  }
}

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::Address:
    case Tag::Article:
    case Tag::Aside:
    case Tag::Blockquote:
    case Tag::Body:
    case Tag::Caption:
    case Tag::Center:
    case Tag::Dd:
    case Tag::Details:
    case Tag::Dialog:
    case Tag::Div:
    case Tag::Dl:
    case Tag::Dt:
    case Tag::Fieldset:
    case Tag::Figcaption:
    case Tag::Figure:
    case Tag::Footer:
    case Tag::Form:
    case Tag::H1:
    case Tag::H2:
    case Tag::H3:
    case Tag::H4:
    case Tag::H5:
    case Tag::H6:
    case Tag::Head:
    case Tag::Header:
    case Tag::Hgroup:
    case Tag::Hr:
    case Tag::Html:
    case Tag::Legend:
    case Tag::Li:
    case Tag::Main:
    case Tag::Menu:
    case Tag::Nav:
    case Tag::Ol:
    case Tag::Optgroup:
    case Tag::Option:
    case Tag::P:
    case Tag::Pre:
    case Tag::Search:
    case Tag::Section:
    case Tag::Summary:
    case Tag::Table:
    case Tag::Tbody:
    case Tag::Td:
    case Tag::Tfoot:
    case Tag::Th:
    case Tag::Thead:
    case Tag::Title:
    case Tag::Tr:
    case Tag::Ul:
    case Tag::Xmp:
      return true;
    default:
      return false;
  }
}

bool is_void(Tag tag) {
  switch (tag) {
    case Tag::Base:
    case Tag::Br:
    case Tag::Col:
    case Tag::Embed:
    case Tag::Frame:
    case Tag::Hr:
    case Tag::Img:
    case Tag::Input:
    case Tag::Link:
    case Tag::Meta:
    case Tag::Param:
    case Tag::Source:
    case Tag::Track:
    case Tag::Wbr:
      return true;
    default:
      return false;
  }
}

}  // namespace pressmark::indexer
