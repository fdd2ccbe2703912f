#include "indexer/extract/content/page_fields.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/content/name_words.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxMeta = 500;
constexpr std::size_t kMaxPlaces = 60;  // of each kind

std::string key_of(std::string_view name) {
  std::string key;
  for (const char c : name.substr(0, 80)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    if (c >= 'A' && c <= 'Z') key += static_cast<char>(c - 'A' + 'a');
  }
  return key;
}

bool has_token(std::string_view list, std::string_view token) {
  for (const std::string_view word : split(list, ' ')) {
    if (equals_ascii_nocase(word, token)) return true;
  }
  return false;
}

template <std::size_t N>
bool holds(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

constexpr NodeId kMaxTitleNodes = 300;
constexpr NodeId kMaxDetailNodes = 60;  // a larger element holds more than a byline or a date

constexpr std::array<std::string_view, 12> kAuthorPaths = {
    "/author/", "/authors/", "/autor/",   "/autoren/",   "/auteur/",  "/autore/",
    "/writer/", "/staff/",   "/profile/", "/journalist", "/reporter", "/contributor"};

/// What a page's makers call an element.
NameWords names_of(const Page& page, NodeId node) {
  NameWords says = 0;
  for (const Attr attr : {Attr::Class, Attr::Id}) {
    const std::string_view value = page.attribute(node, attr);
    if (!value.empty()) says |= name_words(value);
  }
  return says;
}

/// Text of a <title>, or where that is larger than titles are its beginning.
std::string title_text(const Page& page, NodeId node) {
  std::string text = short_text_of(page, node, kMaxTitleBytes);
  if (!text.empty()) return text;
  const NodeId end = std::min(page.end(node), node + kMaxTitleNodes);
  for (NodeId i = node; i < end && text.size() < kMaxTitleBytes; ++i) {
    if (page.is_text(i)) text += utf8_prefix(page.text(i), kMaxTitleBytes);
  }
  return collapse_space(utf8_prefix(text, kMaxTitleBytes));
}

class FieldReader {
 public:
  explicit FieldReader(const Page& page) : page_(page) {}

  PageFields read() {
    for (NodeId node = 0; node < page_.size(); ++node) {
      const Tag tag = page_.tag(node);
      if (tag != Tag::Text) visit(node, tag);
    }
    // A copy of the headline for machines stands far from its details.
    std::stable_partition(fields_.headings.begin(), fields_.headings.end(),
                          [this](NodeId node) { return !is_unseen(node); });
    return std::move(fields_);
  }

 private:
  void visit(NodeId node, Tag tag) {
    switch (tag) {
      case Tag::Html:
        if (fields_.language.empty()) fields_.language = page_.attribute(node, Attr::Lang);
        return;
      case Tag::Title:
        if (fields_.document_title.empty()) fields_.document_title = title_text(page_, node);
        return;
      case Tag::Meta:
        return meta(node);
      case Tag::Link:
        if (fields_.canonical.empty() && has_token(page_.attribute(node, Attr::Rel), "canonical"))
          fields_.canonical = page_.attribute(node, Attr::Href);
        return;
      case Tag::Base:
        if (fields_.base.empty()) fields_.base = page_.attribute(node, Attr::Href);
        return;
      case Tag::H1:
        add(fields_.headings, node);
        break;
      case Tag::H2:
        add(fields_.subheadings, node);
        break;
      case Tag::H3:
      case Tag::H4:
        add(fields_.low_headings, node);
        break;
      case Tag::Time:
        add(fields_.times, node);
        break;
      default:
        break;
    }
    element(node, tag);
  }

  /// Not shown, by its own style or that of the element around it.
  bool is_unseen(NodeId node) const {
    const auto hidden = [&](NodeId element) {
      return page_.has_attribute(element, Attr::Hidden) ||
             page_.attribute(element, Attr::Style) == "none";
    };
    return hidden(node) || hidden(page_.parent(node));
  }

  void meta(NodeId node) {
    const std::string_view content = trim(page_.attribute(node, Attr::Content));
    if (content.empty() || fields_.meta.size() >= kMaxMeta) return;
    const std::size_t first = fields_.meta.size();
    for (const Attr attr : {Attr::Property, Attr::Name, Attr::Itemprop, Attr::HttpEquiv}) {
      const std::string_view name = page_.attribute(node, attr);
      if (name.empty()) continue;
      std::string key = key_of(name);
      const auto same = std::span(fields_.meta).subspan(first);
      if (std::ranges::find(same, key, &PageFields::Meta::key) == same.end())
        fields_.meta.push_back({std::move(key), content, node});
    }
  }

  void element(NodeId node, Tag tag) {
    const std::string_view prop = page_.attribute(node, Attr::Itemprop);
    if (!prop.empty()) {
      if (has_token(prop, "headline") && tag != Tag::H1) add(fields_.headings, node);
      if (has_token(prop, "author") || has_token(prop, "creator")) add(fields_.bylines, node);
      if ((has_token(prop, "datePublished") || has_token(prop, "dateModified")) && tag != Tag::Time)
        add(fields_.dates, node);
    }
    if (tag == Tag::A && leads_to_author(page_, node)) add(fields_.bylines, node);
    if (tag == Tag::Img || tag == Tag::Time || page_.end(node) - node > kMaxDetailNodes ||
        page_.end(node) == node + 1)
      return;
    if (full(fields_.bylines) && full(fields_.dates)) return;
    const NameWords says = said_of(node);
    if ((says & (kSaysAuthor | kSaysNoAuthor)) == kSaysAuthor) add(fields_.bylines, node);
    if ((says & (kSaysDate | kSaysNoDate)) == kSaysDate) add(fields_.dates, node);
  }

  /// names_of, remembering what each class said: a page uses a few over and over.
  NameWords said_of(NodeId node) {
    NameWords says = 0;
    for (const Attr attr : {Attr::Class, Attr::Id}) {
      const std::string_view value = page_.attribute(node, attr);
      if (value.size() < 3) continue;
      const std::size_t slot =
          (value.size() * 31 + static_cast<unsigned char>(value[value.size() / 2]) * 7 +
           static_cast<unsigned char>(value.back())) %
          kRemembered;
      Remembered& known = remembered_[slot];
      if (known.value != value) known = {value, name_words(value)};
      says |= known.says;
    }
    return says;
  }

  static bool full(const std::vector<NodeId>& places) { return places.size() >= kMaxPlaces; }
  static void add(std::vector<NodeId>& places, NodeId node) {
    if (!full(places) && (places.empty() || places.back() != node)) places.push_back(node);
  }

  static constexpr std::size_t kRemembered = 256;
  struct Remembered {
    std::string_view value;
    NameWords says = 0;
  };

  const Page& page_;
  PageFields fields_;
  std::array<Remembered, kRemembered> remembered_{};
};

}  // namespace

std::string_view PageFields::first(std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys) {
    const auto found = std::ranges::find(meta, key, &Meta::key);
    if (found != meta.end()) return found->content;
  }
  return {};
}

PageFields read_page_fields(const Page& page) { return FieldReader(page).read(); }

bool leads_to_author(const Page& page, NodeId link) {
  return has_token(page.attribute(link, Attr::Rel), "author") ||
         holds(page.attribute(link, Attr::Href), kAuthorPaths);
}

namespace {

/// What readers click, beside what they read: "Follow", "Copy Link".
bool is_tool(Tag tag) {
  return tag == Tag::Button || tag == Tag::Aside || tag == Tag::Nav || tag == Tag::Form;
}

/// The footer of an article holds who wrote it and when, and stands above its text in some.
bool is_article_footer(const Page& page, NodeId footer) {
  constexpr int kMaxSteps = 3;
  for (int step = 0; step < kMaxSteps; ++step) {
    footer = page.parent(footer);
    if (page.tag(footer) == Tag::Article ||
        has_token(page.attribute(footer, Attr::Class), "hentry"))
      return true;
  }
  return false;
}

}  // namespace

namespace {

/// The nearest <article> around a node, if it is near.
std::optional<NodeId> article_around(const Page& page, NodeId node) {
  constexpr int kMaxSteps = 16;
  for (int step = 0; step < kMaxSteps && node != 0; ++step) {
    node = page.parent(node);
    if (page.tag(node) == Tag::Article) return node;
  }
  return std::nullopt;
}

/// Whether the story follows the headline in its article: some headlines have one for themselves,
/// or with a standfirst.
bool goes_on(const Page& page, NodeId headline, NodeId article) {
  constexpr NodeId kReach = 300;
  constexpr std::size_t kLeastBytes = 80;
  constexpr int kLeastParagraphs = 3;
  int paragraphs = 0;
  const NodeId end = std::min(page.end(article), page.end(headline) + kReach);
  for (NodeId node = page.end(headline); node < end; ++node) {
    if (page.is_text(node) && page.text(node).size() >= kLeastBytes &&
        trim(page.text(node).substr(0, 8 * kLeastBytes)).size() >= kLeastBytes &&
        ++paragraphs == kLeastParagraphs)
      return true;
  }
  return false;
}

bool is_headed(const Page& page, NodeId article) {
  constexpr NodeId kReach = 300;
  const NodeId end = std::min(page.end(article), article + kReach);
  for (NodeId node = article; node < end; ++node) {
    if (page.tag(node) >= Tag::H1 && page.tag(node) <= Tag::H6) return true;
  }
  return false;
}

}  // namespace

bool in_other_article(const Page& page, NodeId node, NodeId headline) {
  if (headline == 0) return false;
  const std::optional<NodeId> around = article_around(page, node);
  if (!around || page.contains(*around, headline)) return false;
  const std::optional<NodeId> own = article_around(page, headline);
  return own && !page.contains(*own, *around) && is_headed(page, *around) &&
         goes_on(page, headline, *own);
}

bool in_furniture(const Page& page, NodeId node, NodeId headline) {
  if (in_other_article(page, node, headline)) return true;
  constexpr int kMaxSteps = 16;
  for (int step = 0; step < kMaxSteps; ++step) {
    if (headline != 0 && page.contains(node, headline)) return false;
    const Tag tag = page.tag(node);
    if (tag == Tag::Nav || tag == Tag::Aside) return true;
    if (tag == Tag::Footer && !is_article_footer(page, node)) return true;
    if (tag == Tag::Body || tag == Tag::Html || node == 0 || tag == Tag::Main) return false;
    const NameWords says = tag == Tag::Article ? NameWords{0} : names_of(page, node);
    if ((says & kSaysFurniture) != 0) return true;
    if ((says & kSaysFooter) != 0 && !is_article_footer(page, node)) return true;
    node = page.parent(node);
  }
  return false;
}

bool is_caption(const Page& page, NodeId node) {
  return (names_of(page, node) & kSaysCaption) != 0;
}

std::string short_text_of(const Page& page, NodeId node, std::size_t max_bytes) {
  constexpr NodeId kMaxNodes = 300;
  if (page.end(node) - node > kMaxNodes) return {};
  std::size_t bytes = 0;
  for (NodeId i = node; i < page.end(node); ++i) {
    if (page.is_text(i)) bytes += page.text(i).size();
  }
  return bytes > max_bytes ? std::string() : text_of(page, node);
}

std::string text_without_label(const Page& page, NodeId heading, std::size_t max_bytes) {
  if (short_text_of(page, heading, max_bytes).empty()) return {};
  std::string text;
  bool labelled = false;
  for (NodeId node = heading + 1; node < page.end(heading);) {
    if (page.is_text(node)) {
      text += page.text(node);
    } else if ((names_of(page, node) & kSaysLabel) != 0) {
      labelled = true;
      text += ' ';
      node = page.end(node);
      continue;
    }
    ++node;
  }
  if (!labelled) return {};
  // Between the label and the headline stands a mark of its own: "Harbour | Ferry sold".
  std::string_view rest = trim(text);
  while (!rest.empty() && std::string_view("|:/-").find(rest.front()) != std::string_view::npos)
    rest = trim(rest.substr(1));
  return collapse_space(rest);
}

std::string parted_text(const Page& page, NodeId node, std::size_t max_bytes) {
  constexpr NodeId kMaxNodes = 2000;
  std::string out;
  const NodeId end = std::min(page.end(node), node + kMaxNodes);
  for (NodeId i = node; i < end && out.size() < max_bytes; ++i) {
    if (i != node && is_tool(page.tag(i))) {
      i = page.end(i) - 1;
      continue;
    }
    if (!page.is_text(i)) continue;
    const std::string piece = collapse_space(utf8_prefix(page.text(i), max_bytes));
    if (piece.empty()) continue;
    if (!out.empty()) out += " | ";
    out += piece;
  }
  return std::string(utf8_prefix(out, max_bytes));
}

}  // namespace pressmark::indexer
