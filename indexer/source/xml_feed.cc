#include "indexer/source/xml_feed.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "common/text.h"
#include "common/utf8.h"
#include "common/xml_tags.h"
#include "indexer/source/feed_reader.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxRoot = std::size_t{4} << 10;
constexpr std::size_t kMaxAbout = std::size_t{8} << 10;      // of all that a feed says of itself
constexpr std::size_t kMaxStatement = std::size_t{2} << 10;  // of one element of it
constexpr std::size_t kMaxDeclaration = 512;

/// What a feed says of itself and its articles alike. Its own dates change with each fetch.
constexpr std::string_view kStatements[] = {"title",       "link",         "language",
                                            "dc:language", "dc:publisher", "author"};
/// Elements with a title and a link that are not the feed's.
constexpr std::string_view kAside[] = {"image", "textinput"};

bool is_root(const XmlTag& tag) {
  const std::string_view name = local_name(tag.name);
  return equals_ascii_nocase(name, "rss") || name == "RDF" || name == "feed";
}

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::any_of(
      names, [&](std::string_view each) { return equals_ascii_nocase(each, name); });
}

std::string_view without_mark(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  return head.substr(std::min(head.find_first_not_of(kBlank), head.size()));
}

class XmlFeed : public FeedReader {
 public:
  XmlFeed(InputBuffer input, ContentContext context, RawDocument around)
      : FeedReader(std::move(input), std::move(context), std::move(around)),
        tags_({}, XmlTags::Text::Begin) {}

  std::optional<ContentItem> next() override {
    if (done_) return std::nullopt;
    if (!std::exchange(begun_, true)) read_declaration();
    while (const auto tag = next_tag()) {
      if (begins_item(*tag)) return read_item(*tag);
      read_statement(*tag);
      drop(tags_.position());
    }
    done_ = true;
    if (over_long_) return too_large();
    return at_end();
  }

 private:
  /// The next tag of the feed; its views are into the window. Nothing at the end, and where the
  /// window is over the limit (over_long_).
  std::optional<XmlTag> next_tag() {
    while (true) {
      if (auto tag = tags_.next()) return tag;
      over_long_ = sound().size() > limit();
      if (over_long_ || tags_.whole()) return std::nullopt;
      const bool grown = grow();
      tags_.go_on(sound(), grown ? XmlTags::Text::Begin : XmlTags::Text::Whole);
    }
  }

  /// Drops what is before this place, which must have been seen.
  void drop(std::size_t bytes) {
    const auto kind = tags_.whole() ? XmlTags::Text::Whole : XmlTags::Text::Begin;
    consume(bytes);
    tags_.go_on(sound(), kind, bytes);
  }

  bool begins_item(const XmlTag& tag) const {
    if (tag.kind == XmlTag::Kind::End) return false;
    const std::string_view name = local_name(tag.name);
    if (root_.empty()) return name == "entry" || name == "item";
    return is_atom_ ? name == "entry" && tag.name.size() == prefix_.size() + name.size()
                    : name == "item";
  }

  /// <?xml encoding="..."?>, by which the bytes of each item are read.
  void read_declaration() {
    grow();
    tags_.go_on(sound(), XmlTags::Text::Begin);
    const std::string_view head = without_mark(sound());
    const std::size_t end = head.substr(0, kMaxDeclaration).find("?>");
    if (head.starts_with("<?xml") && end != std::string_view::npos)
      declaration_ = std::string(head.substr(0, end + 2)) + "\n";
  }

  /// A root, or an element in which the feed says something of itself.
  void read_statement(const XmlTag& tag) {
    const std::string name(tag.name);
    const std::string_view local = local_name(name);
    if (tag.kind == XmlTag::Kind::End) {
      if (equals_ascii_nocase(local, aside_)) aside_.clear();
    } else if (is_root(tag)) {
      begin_feed(tag);
    } else if (is_one_of(kAside, local) && tag.kind == XmlTag::Kind::Begin) {
      aside_ = local;
    } else if (aside_.empty() && is_statement(name)) {
      const std::size_t begin = tag.begin;
      const std::size_t end =
          tag.kind == XmlTag::Kind::Empty ? tag.end : end_of_statement(begin, name);
      if (end > begin && about_.size() + end - begin <= kMaxAbout)
        about_ += sound().substr(begin, end - begin);
    }
  }

  bool is_statement(std::string_view name) const {
    const std::string_view local = local_name(name);
    const std::string_view prefix = name.substr(0, name.size() - local.size());
    return is_one_of(kStatements, name) ||
           ((prefix == prefix_ || prefix == "atom:") && is_one_of(kStatements, local));
  }

  /// Behind the end tag of the element that begins here; 0 when it is far away or an item comes
  /// first.
  std::size_t end_of_statement(std::size_t begin, const std::string& name) {
    while (const auto tag = next_tag()) {
      if (begins_item(*tag)) {
        tags_.give_back(*tag);
        return 0;
      }
      if (tag->end - begin > kMaxStatement) return 0;
      if (tag->kind == XmlTag::Kind::End && tag->name == name) return tag->end;
    }
    return 0;
  }

  void begin_feed(const XmlTag& root) {
    const std::string_view name = local_name(root.name);
    prefix_ = root.name.substr(0, root.name.size() - name.size());
    is_atom_ = name == "feed";
    about_.clear();
    aside_.clear();
    root_ = "<" + std::string(root.name);
    if (!feed_url().empty() && root.attributes.find("xml:base") == std::string_view::npos)
      root_ += " xml:base=\"" + xml_escaped(feed_url()) + "\"";
    if (root.attributes.size() <= kMaxRoot) root_ += root.attributes;
    root_ += ">";
    before_item_ = name == "RDF" ? "</channel>\n" : "\n";
    behind_item_ =
        (is_atom_ || name == "RDF" ? "\n</" : "\n</channel></") + std::string(root.name) + ">\n";
    if (!is_atom_) root_ += "<channel>";
  }

  ContentItem read_item(XmlTag begin) {
    const std::string name(begin.name);
    drop(begin.begin);
    begin_item();
    std::optional<std::size_t> end = begin.end - begin.begin;
    if (begin.kind == XmlTag::Kind::Begin) end = end_of_item(name);
    if (!end) return without_end();
    aside_.clear();
    std::string document = declaration_ + root_ + about_ + before_item_;
    document += sound().substr(0, *end);
    document += behind_item_;
    ContentItem made = item(std::move(document), "application/xml");
    drop(*end);
    return made;
  }

  /// Behind the end tag of the item that begins the window, or where the next one begins or the
  /// feed ends; nothing when it has none of these.
  std::optional<std::size_t> end_of_item(std::string_view name) {
    while (const auto tag = next_tag()) {
      const bool end_tag = tag->kind == XmlTag::Kind::End;
      if (end_tag && tag->name == name) return tag->end;
      if (!begins_item(*tag) && !(end_tag && is_root(*tag))) continue;
      tags_.give_back(*tag);
      return tag->begin;
    }
    return std::nullopt;
  }

  ContentItem without_end() {
    const bool over_long = std::exchange(over_long_, false);
    consume(sound().size());
    tags_ = XmlTags(sound(), tags_.whole() ? XmlTags::Text::Whole : XmlTags::Text::Begin);
    if (over_long) return too_large();
    return skipped(SkipReason::Damaged, "item of a feed without an end");
  }

  XmlTags tags_;
  bool begun_ = false;
  bool done_ = false;
  bool over_long_ = false;
  bool is_atom_ = false;
  std::string prefix_;  // of the root and of Atom's elements: "", "atom:"
  std::string aside_;   // the element of kAside that this is in
  // What stands around each item.
  std::string declaration_, root_, about_, before_item_, behind_item_;
};

}  // namespace

bool looks_like_xml_feed(std::string_view head) {
  head = without_mark(head);
  if (!head.starts_with('<')) return false;
  const auto root = XmlTags(head).next();
  if (!root || root->kind != XmlTag::Kind::Begin) return false;
  const auto names_space = [&](std::initializer_list<std::string_view> spaces) {
    return std::ranges::any_of(spaces, [&](std::string_view space) {
      return root->attributes.find(space) != std::string_view::npos;
    });
  };
  const std::string_view name = local_name(root->name);
  if (equals_ascii_nocase(name, "rss")) return true;
  if (name == "RDF") return names_space({"//purl.org/rss/", "//my.netscape.com/rdf/simple/"});
  return (name == "feed" || name == "entry") &&
         names_space({"//www.w3.org/2005/Atom", "//purl.org/atom/ns#"});
}

std::unique_ptr<ContentReader> open_xml_feed(InputBuffer input, ContentContext context,
                                             RawDocument around) {
  return std::make_unique<XmlFeed>(std::move(input), std::move(context), std::move(around));
}

}  // namespace pressmark::indexer
