#include "indexer/extract/news_xml.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/text.h"
#include "common/url.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/dates/date_language.h"
#include "indexer/extract/dates/published_date.h"
#include "indexer/extract/metadata/outlet.h"
#include "indexer/markup/xml_tree.h"

namespace pressmark::indexer {
namespace {

/// Where a field stands: an element, and the attribute that has it; without one, the text in it.
struct Place {
  std::string_view element;
  std::string_view attribute = {};
};
using Places = std::span<const Place>;

// The most trusted first; NITF, then NewsML-G2, then NewsML 1 and the <newsitem> of older archives
// (RCV1).
constexpr Place kTitle[] = {{"hl1"}, {"headline"}, {"title"}};
constexpr Place kPublished[] = {{"date.issue", "norm"},
                                {"date.release", "norm"},
                                {"story.date", "norm"},
                                {"pubdata", "date.publication"},
                                {"contentcreated"},
                                {"firstcreated"},
                                {"versioncreated"},
                                {"thisrevisioncreated"},
                                {"dateid"},
                                {"newsitem", "date"}};
constexpr Place kModified[] = {{"contentmodified"}, {"versioncreated"}, {"thisrevisioncreated"}};
constexpr Place kOutletName[] = {{"pubdata", "name"},     {"distributor"},
                                 {"provider", "literal"}, {"provider"},
                                 {"copyrightholder"},     {"doc.copyright", "holder"},
                                 {"providerid"},          {"doc-id", "regsrc"}};
constexpr Place kId[] = {
    {"doc-id", "id-string"}, {"newsitem", "guid"}, {"newsitemid"}, {"newsitem", "itemid"}};
constexpr Place kUrl[] = {{"pubdata", "ex-ref"}, {"remotecontent", "href"}, {"link", "href"}};
constexpr Place kByline[] = {{"byline"}, {"by"}};
constexpr Place kLanguage[] = {{"body", "lang"},
                               {"nitf", "lang"},
                               {"language", "tag"},
                               {"newsitem", "lang"},
                               {"language", "formalname"}};
constexpr Place kDateline[] = {{"dateline"}};
constexpr Place kDescription[] = {{"abstract"}, {"description"}};
constexpr Place kSection[] = {{"tobject.subject", "tobject.subject.type"},
                              {"pubdata", "position.section"}};
constexpr Place kTags[] = {{"keyword", "key"}, {"keyword"}};

/// Elements that hold the story, and those that hold a paragraph of one.
constexpr std::string_view kBodies[] = {"body.content", "inlinexml", "datacontent", "inlinedata",
                                        "text"};
constexpr std::string_view kParagraphs[] = {"p",  "hl2", "h1",         "h2",  "h3", "h4",
                                            "li", "bq",  "blockquote", "pre", "tr"};
/// ... and what stands in a story without being part of it.
constexpr std::string_view kAside[] = {"media", "figure", "body.end", "head", "script", "style"};

constexpr std::size_t kMaxAuthors = 100;  // that a byline marks up

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

class NewsXmlReader {
 public:
  explicit NewsXmlReader(const XmlTree& tree) : tree_(tree) {
    choose_item();
    index_elements();
  }

  std::string first(Places places) const {
    for (const Place& place : places) {
      for (const std::size_t node : nodes_named(place.element)) {
        const std::string text =
            place.attribute.empty()
                ? text_of(tree_, node)
                : std::string(trim(tree_.nodes[node].attribute(place.attribute)));
        if (!text.empty()) return text;
      }
    }
    return {};
  }

  std::vector<std::string> all(Places places) const {
    std::vector<std::string> found;
    std::unordered_set<std::string> known;
    for (const Place& place : places) {
      for (const std::size_t node : nodes_named(place.element)) {
        std::string text = place.attribute.empty()
                               ? text_of(tree_, node)
                               : std::string(tree_.nodes[node].attribute(place.attribute));
        if (!text.empty() && known.insert(text).second) found.push_back(std::move(text));
      }
      if (!found.empty()) break;
    }
    return found;
  }

  /// The paragraphs of the first element that has any.
  std::string story() const {
    for (const std::string_view body : kBodies) {
      for (const std::size_t node : nodes_named(body)) {
        std::string text = story_in(node);
        if (!text.empty()) return text;
      }
    }
    return {};
  }

  /// Persons that a byline marks up; empty where it is a line of text.
  std::vector<std::string> marked_authors() const {
    std::vector<std::string> names;
    for (const Place& place : kByline) {
      for (const std::size_t node : nodes_named(place.element)) {
        for (std::size_t i = node + 1; i < tree_.nodes[node].end && names.size() < kMaxAuthors;) {
          const bool person = tree_.nodes[i].name == "person";
          if (person) names.push_back(text_of(tree_, i));
          i = person ? tree_.nodes[i].end : i + 1;
        }
      }
    }
    return names;
  }

 private:
  /// A message may hold several items: the first with a text.
  void choose_item() {
    end_ = tree_.nodes.size();
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      if (tree_.nodes[i].name != "newsitem" || !has_body(i)) continue;
      begin_ = i;
      end_ = tree_.nodes[i].end;
      return;
    }
  }

  bool has_body(std::size_t node) const {
    const auto first = tree_.nodes.begin() + static_cast<std::ptrdiff_t>(node);
    const auto last = tree_.nodes.begin() + static_cast<std::ptrdiff_t>(tree_.nodes[node].end);
    return std::any_of(first, last,
                       [](const XmlNode& inner) { return is_one_of(kBodies, inner.name); });
  }

  void index_elements() {
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!tree_.nodes[i].name.empty()) by_name_.emplace_back(tree_.nodes[i].name, i);
    }
    std::ranges::stable_sort(by_name_, {}, &std::pair<std::string_view, std::size_t>::first);
  }

  /// The outermost ones: of elements of one name within each other the text is read once.
  std::vector<std::size_t> nodes_named(std::string_view name) const {
    std::vector<std::size_t> nodes;
    std::size_t behind = 0;
    // clang 14 cannot read what std::ranges::equal_range returns.
    for (auto at = std::ranges::lower_bound(by_name_, name, {},
                                            &std::pair<std::string_view, std::size_t>::first);
         at != by_name_.end() && at->first == name; ++at) {
      if (at->second < behind) continue;
      nodes.push_back(at->second);
      behind = tree_.nodes[at->second].end;
    }
    return nodes;
  }

  std::string story_in(std::size_t body) const {
    std::string text;
    bool paragraphs = false;
    for (std::size_t i = body + 1; i < tree_.nodes[body].end;) {
      const XmlNode& node = tree_.nodes[i];
      const bool paragraph =
          is_one_of(kParagraphs, node.name) && (node.name != "tr" || !holds_paragraph(i));
      paragraphs |= paragraph;
      if (paragraph) append_paragraph(text, text_of(tree_, i));
      i = paragraph || is_one_of(kAside, node.name) ? node.end : i + 1;
    }
    if (!paragraphs) {
      const std::string raw = raw_text_of(body);
      for (const std::string_view part : pressmark::paragraphs(raw))
        append_paragraph(text, collapse_space(part));
    }
    return text;
  }

  bool holds_paragraph(std::size_t node) const {
    for (std::size_t i = node + 1; i < tree_.nodes[node].end; ++i) {
      if (is_one_of(kParagraphs, tree_.nodes[i].name)) return true;
    }
    return false;
  }

  static void append_paragraph(std::string& text, const std::string& paragraph) {
    if (paragraph.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += paragraph;
  }

  std::string raw_text_of(std::size_t node) const {
    std::string text;
    for (std::size_t i = node; i < tree_.nodes[node].end; ++i) text += tree_.nodes[i].text;
    return text;
  }

  const XmlTree& tree_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::vector<std::pair<std::string_view, std::size_t>> by_name_;  // in the document's order
};

}  // namespace

Outcome<Article> extract_news_xml(const DecodedDocument& document, const ExtractOptions& options) {
  const XmlTree tree = parse_xml(document.text);
  if (tree.nodes.empty()) return skip(SkipReason::Damaged, "XML that cannot be read");
  const NewsXmlReader reader(tree);
  Article article;
  article.origin = document.origin;
  article.crawled = document.crawled;
  article.truncated = document.truncated || tree.truncated;
  article.title = reader.first(kTitle);
  article.text = reader.story();
  article.external_id = reader.first(kId);
  article.url = canonical_url(reader.first(kUrl));
  if (article.url.empty()) article.url = canonical_url(document.url);
  article.dateline = reader.first(kDateline);
  article.description = reader.first(kDescription);
  article.declared_language = reader.first(kLanguage);
  article.section = reader.first(kSection);
  article.tags = reader.all(kTags);
  const std::string outlet = reader.first(kOutletName);
  article.outlet = choose_outlet({article.url, {outlet}}).outlet;
  for (const std::string& name : reader.marked_authors()) {
    article.authors = joined_names(
        std::move(article.authors),
        author_names(name, BylineOrigin::Structured, article.outlet, article.declared_language));
  }
  if (article.authors.empty())
    article.authors = author_names(reader.first(kByline), BylineOrigin::Visible, article.outlet,
                                   article.declared_language);
  DateCandidates dates(date_language(article.declared_language, article.outlet),
                       latest_day(document.crawled, options.today));
  dates.add(reader.first(kPublished), DateOrigin::Given, DateRole::Published);
  dates.add(reader.first(kModified), DateOrigin::Given, DateRole::Modified);
  dates.add(article.dateline, DateOrigin::Text, DateRole::Unclear);
  article.published = dates.published();
  article.modified = dates.modified();
  if (options.explain) {
    const auto note = [&](std::string_view field, Places places) {
      const std::string value = reader.first(places);
      if (!value.empty())
        article.notes.push_back({std::string(field), "element of the newswire's XML", value});
    };
    note("title", kTitle);
    note("date", kPublished);
    note("authors", kByline);
    note("source_name", kOutletName);
    note("url", kUrl);
  }
  if (article.text.empty() && !options.keep_all) return skip(SkipReason::NoText);
  return article;
}

}  // namespace pressmark::indexer
