#include "indexer/extract/feeds/feed_fields.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "common/text.h"
#include "common/url.h"
#include "common/xml_tags.h"
#include "indexer/extract/feeds/own_identity.h"
#include "indexer/extract/text/html_text.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;
using Names = std::span<const std::string_view>;

constexpr std::size_t kMaxElements = 2000;
constexpr int kMaxWithoutEnd = 8;  // elements of an item: the end of each is looked for to its end
constexpr std::size_t kMaxList = 100;
constexpr std::string_view kCdata = "<![CDATA[";

// By the names that elements have in feeds, the most telling first; Atom's have no prefix here.
constexpr std::array kContent = {
    "content:encoded"sv, "content"sv, "yandex:full-text"sv, "turbo:content"sv, "full-text"sv,
    "fulltext"sv,        "body"sv,    "xhtml:body"sv};
constexpr std::array kSummary = {"description"sv, "summary"sv, "dc:description"sv,
                                 "dcterms:abstract"sv};
constexpr std::array kPublished = {"published"sv,       "pubDate"sv,          "issued"sv,
                                   "dcterms:issued"sv,  "dc:date"sv,          "created"sv,
                                   "dcterms:created"sv, "dcterms:available"sv};
constexpr std::array kModified = {"updated"sv, "modified"sv, "dcterms:modified"sv};
constexpr std::array kAuthors = {"dc:creator"sv, "author"sv, "creator"sv, "itunes:author"sv};
constexpr std::array kTags = {"category"sv, "dc:subject"sv};
constexpr std::array kLanguage = {"dc:language"sv, "language"sv};
constexpr std::array kId = {"guid"sv, "id"sv, "dc:identifier"sv};
constexpr std::array kOriginalLink = {"feedburner:origLink"sv, "pheedo:origLink"sv};

struct Element {
  std::string name;  // as written, without a prefix for Atom's and RSS's own
  std::string_view attributes;
  std::string_view inner;
};

/// "title" of "title", "atom:title" and what else the root's prefix is.
std::string_view plain_name(std::string_view name, std::string_view root_prefix) {
  const std::string_view local = local_name(name);
  const std::string_view prefix = name.substr(0, name.size() - local.size());
  const bool own = prefix == "atom:" || prefix == "rss:" || prefix == root_prefix;
  return own && prefix != "rdf:" ? local : name;
}

/// Where the element's end tag begins; nothing when it has none. `tags` stands behind its begin tag
/// and then behind its end tag.
std::optional<std::size_t> end_of_element(XmlTags& tags, std::string_view name) {
  std::size_t inside = 0;
  while (const auto tag = tags.next()) {
    if (tag->name != name) continue;
    if (tag->kind == XmlTag::Kind::Begin) ++inside;
    if (tag->kind == XmlTag::Kind::End && inside-- == 0) return tag->begin;
  }
  return std::nullopt;
}

/// The outermost elements of a text in their order.
std::vector<Element> elements_of(std::string_view text, std::string_view root_prefix) {
  std::vector<Element> elements;
  int without_end = 0;
  XmlTags tags(text);
  while (const auto tag = tags.next()) {
    if (tag->kind == XmlTag::Kind::End) continue;
    if (elements.size() == kMaxElements || without_end == kMaxWithoutEnd) break;
    Element element{std::string(plain_name(tag->name, root_prefix)), tag->attributes, {}};
    if (tag->kind == XmlTag::Kind::Begin) {
      const XmlTags behind = tags;
      const auto end = end_of_element(tags, tag->name);
      if (end) {
        element.inner = text.substr(tag->end, *end - tag->end);
      } else {
        tags = behind;
        ++without_end;
      }
    }
    elements.push_back(std::move(element));
  }
  return elements;
}

bool has_tag(std::string_view text) { return XmlTags(text).next().has_value(); }

/// What an element holds, as HTML: CDATA as it is, markup that stands there unescaped as it is,
/// else with references resolved once, or twice where it was escaped twice.
std::string html_of(std::string_view inner) {
  std::string html;
  std::size_t at = inner.find(kCdata);
  if (at == npos) {
    if (has_tag(inner)) return std::string(inner);
    html = without_references(inner);
    if (html.find('<') == npos && html.find("&lt;") != npos) html = without_references(html);
    return html;
  }
  html = without_references(inner.substr(0, at));
  while (at != npos) {
    inner.remove_prefix(at + kCdata.size());
    const std::size_t end = std::min(inner.find("]]>"), inner.size());
    html += inner.substr(0, end);
    inner.remove_prefix(std::min(end + 3, inner.size()));
    at = inner.find(kCdata);
    html += without_references(inner.substr(0, at));
  }
  return html;
}

std::string line_of(std::string_view inner) { return plain_line(html_of(inner)); }

/// "mail@halden.example (Jane Doe)", as RSS has it, "Jane Doe <mail@...>", or a name alone.
std::string person_of(std::string_view inner) {
  for (const Element& element : elements_of(inner, {})) {
    if (local_name(element.name) == "name") return line_of(element.inner);
  }
  const std::string html = html_of(inner);
  if (html.find('@') == npos) return plain_line(html);
  const std::size_t open = html.find('(');
  if (open != npos) return plain_line(html.substr(open + 1, html.find(')', open) - open - 1));
  const std::size_t address = html.find('<');
  return address == npos ? std::string() : plain_line(html.substr(0, address));
}

/// The elements of an item, or of what a feed says of itself.
class Elements {
 public:
  Elements(std::string_view text, std::string_view root_prefix)
      : elements_(elements_of(text, root_prefix)) {}

  const std::vector<Element>& all() const { return elements_; }

  const Element* find(std::string_view name) const {
    const auto found = std::ranges::find(elements_, name, &Element::name);
    return found == elements_.end() ? nullptr : &*found;
  }

  /// The first of these that holds a text.
  std::string line(Names names) const {
    for (const std::string_view name : names) {
      for (const Element& element : elements_) {
        if (element.name != name) continue;
        if (std::string text = line_of(element.inner); !text.empty()) return text;
      }
    }
    return {};
  }

  /// The longest of these.
  std::string html(Names names) const {
    std::string longest;
    for (const Element& element : elements_) {
      if (std::ranges::count(names, element.name) == 0) continue;
      if (std::string html = html_of(element.inner); html.size() > longest.size())
        longest = std::move(html);
    }
    return longest;
  }

  std::vector<std::string> authors() const {
    std::vector<std::string> names;
    for (const std::string_view name : kAuthors) {
      for (const Element& element : elements_) {
        if (element.name != name || names.size() == kMaxList) continue;
        if (std::string person = person_of(element.inner); !person.empty())
          names.push_back(std::move(person));
      }
      if (!names.empty()) break;
    }
    return names;
  }

  std::vector<std::string> tags() const {
    std::vector<std::string> found;
    for (const Element& element : elements_) {
      if (std::ranges::count(kTags, element.name) == 0 || found.size() == kMaxList) continue;
      std::string tag = line_of(element.inner);
      for (const std::string_view attribute : {"label"sv, "term"sv}) {
        if (tag.empty()) tag = plain_line(xml_attribute(element.attributes, attribute));
      }
      if (!tag.empty() && std::ranges::count(found, tag) == 0) found.push_back(std::move(tag));
    }
    return found;
  }

  /// The address of the page: RSS has it as text, Atom as an attribute of one of several links.
  std::string link() const {
    if (std::string original = line(kOriginalLink); !original.empty()) return original;
    std::string other;  // of another type than HTML
    for (const Element& element : elements_) {
      if (element.name != "link") continue;
      const std::string_view relation = xml_attribute(element.attributes, "rel");
      if (!relation.empty() && relation != "alternate") continue;
      std::string address = line_of(element.inner);
      if (address.empty()) address = without_references(xml_attribute(element.attributes, "href"));
      const std::string_view type = xml_attribute(element.attributes, "type");
      if (!address.empty() && (type.empty() || type.find("html") != npos)) return address;
      if (other.empty()) other = std::move(address);
    }
    return other;
  }

 private:
  std::vector<Element> elements_;
};

/// What of a feed stands where.
struct FeedParts {
  XmlTag root;
  std::string_view about;  // what the feed says of itself
  XmlTag item;
  std::string_view inside;  // the item's begin, and all behind it
};

std::optional<FeedParts> parts_of(std::string_view feed) {
  FeedParts parts;
  XmlTags tags(feed);
  std::size_t begin = 0;
  while (const auto tag = tags.next()) {
    const std::string_view name = local_name(tag->name);
    if (parts.root.name.empty()) parts.root = *tag;
    if (tag->kind == XmlTag::Kind::End) continue;
    if (name == "channel" || begin == 0) begin = tag->end;
    if (name != "item" && name != "entry") continue;
    parts.item = *tag;
    begin = std::min(begin, tag->begin);
    parts.about = feed.substr(begin, tag->begin - begin);
    parts.inside = tag->kind == XmlTag::Kind::Begin ? feed.substr(tag->end) : std::string_view();
    return parts;
  }
  return std::nullopt;
}

/// The address of an item, as it stands. Feeds of agencies give their home page as the link.
std::string address_of(const Elements& item, const XmlTag& tag, std::string_view base) {
  if (std::string link = item.link(); is_own_address(resolve_url(base, link))) return link;
  if (const Element* guid = item.find("guid");
      guid != nullptr && xml_attribute(guid->attributes, "isPermaLink") != "false") {
    if (std::string link = line_of(guid->inner); link.starts_with("http")) return link;
  }
  if (const auto about = xml_attribute(tag.attributes, "rdf:about"); !about.empty())
    return without_references(about);
  std::string id = item.line(kId);
  return id.starts_with("http") ? id : std::string();
}

/// "Halden Post - RSS Feed": what a title says of the feed is no part of the outlet's name.
std::string_view without_kind(std::string_view name) {
  constexpr std::array kEnds = {" rss"sv, " feed"sv, " atom"sv, " -"sv, " |"sv, ":"sv, " "sv};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view end : kEnds) {
      if (name.size() <= end.size()) continue;
      if (!equals_ascii_nocase(name.substr(name.size() - end.size()), end)) continue;
      name.remove_suffix(end.size());
      found = true;
    }
  }
  return name;
}

}  // namespace

bool is_comment_link(std::string_view link) {
  const std::size_t mark = link.find('#');
  return mark != npos && starts_with_ascii_nocase(link.substr(mark + 1), "comment");
}

std::string outlet_of_feed(std::string title) {
  // "Halden Post » Sport": the separators of taglines are the other ones.
  for (std::size_t at = title.find("»"); at != npos; at = title.find("»", at))
    title.replace(at, 2, "|");
  title.resize(without_kind(title).size());
  return title;
}

std::string first_stated(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    if (!trim(text).empty()) return std::string(trim(text));
  }
  return {};
}

std::optional<FeedFields> xml_feed_fields(std::string_view feed) {
  const auto parts = parts_of(feed);
  if (!parts) return std::nullopt;
  const std::string_view root = parts->root.name;
  const std::string_view prefix = root.substr(0, root.size() - local_name(root).size());
  const Elements about(parts->about, prefix);
  const Elements item(parts->inside, prefix);
  FeedFields fields;
  fields.title = item.line(std::array{"title"sv, "dc:title"sv});
  fields.id = item.line(kId);
  fields.published = item.line(kPublished);
  fields.modified = item.line(kModified);
  fields.summary = item.html(kSummary);
  fields.content = item.html(kContent);
  fields.authors = item.authors();
  if (fields.authors.empty()) fields.authors = about.authors();
  fields.tags = item.tags();
  fields.language =
      first_stated({item.line(kLanguage), xml_attribute(parts->item.attributes, "xml:lang"),
                    about.line(kLanguage), xml_attribute(parts->root.attributes, "xml:lang")});
  const std::string site = about.link();
  const std::string base = first_stated(
      {canonical_url(without_references(xml_attribute(parts->root.attributes, "xml:base"))),
       canonical_url(site)});
  const std::string address = address_of(item, parts->item, base);
  fields.link = resolve_url(base, address);
  // The site's address stays the same wherever the feed was fetched from.
  fields.feed = first_stated({canonical_url(site), base, about.line(std::array{"title"sv})});
  fields.comment = item.find("thr:in-reply-to") != nullptr || is_comment_link(address) ||
                   is_comment_link(fields.id);
  // An export of WordPress is RSS too, with all that is kept there.
  const std::string status = item.line(std::array{"wp:status"sv});
  fields.unpublished = !status.empty() && status != "publish";
  std::string source_title;
  if (const Element* source = item.find("source")) {
    const Elements inner(source->inner, prefix);
    source_title = inner.all().empty() ? line_of(source->inner) : inner.line(std::array{"title"sv});
  }
  for (std::string title :
       {std::move(source_title), item.line(std::array{"dc:publisher"sv}),
        about.line(std::array{"dc:publisher"sv}), about.line(std::array{"title"sv})}) {
    if (!title.empty()) fields.outlets.push_back(outlet_of_feed(std::move(title)));
  }
  return fields;
}

}  // namespace pressmark::indexer
