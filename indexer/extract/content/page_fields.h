#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/markup/dom.h"

namespace pressmark::indexer {

/// The places of a page that metadata is read from, found in one walk. Views point into the page.
struct PageFields {
  /// A name of a <meta>: its property, name or itemprop as letters and digits in lower case
  /// ("article:published_time" is "articlepublishedtime"), and its content. In page order, once for
  /// each of its names; without empty ones.
  struct Meta {
    std::string key;
    std::string_view content;
    NodeId node = 0;
  };
  std::vector<Meta> meta;
  std::string document_title;        // at most kMaxTitleBytes
  std::string_view language;         // of <html>
  std::string_view canonical;        // href of <link rel=canonical>
  std::string_view base;             // href of <base>: what other addresses are relative to
  std::vector<NodeId> headings;      // <h1>, and whatever has itemprop=headline
  std::vector<NodeId> subheadings;   // <h2>: some pages have no <h1>
  std::vector<NodeId> low_headings;  // <h3>, <h4>: of use only where they repeat the title
  std::vector<NodeId> times;         // <time>
  std::vector<NodeId> dates;    // elements that their names call dates, and itemprop=datePublished
  std::vector<NodeId> bylines;  // elements that their names, rel or itemprop call authors

  /// Content of the first meta with one of these keys, the keys in order of preference; empty when
  /// there is none.
  std::string_view first(std::initializer_list<std::string_view> keys) const;
};

PageFields read_page_fields(const Page& page);

/// Whether a link says by its rel or its address that it leads to an author.
bool leads_to_author(const Page& page, NodeId link);

/// Whether the node lies in an <article> with a headline of its own, and the page's headline with a
/// text in another: a story beside the page's own.
bool in_other_article(const Page& page, NodeId node, NodeId headline);

/// Whether the node lies in a part of the page that is not about its article: navigation, footer,
/// aside, comments, related stories, other articles. What holds the headline is none, whatever it
/// is called.
bool in_furniture(const Page& page, NodeId node, NodeId headline = 0);

/// Whether an element is called a caption.
bool is_caption(const Page& page, NodeId node);

inline constexpr std::size_t kMaxTitleBytes = 16U << 10U;  // of a stated title: longer ones are cut
inline constexpr std::size_t kMaxHeadingBytes = 4000;      // of a heading's text, white space too

/// text_of a node, or nothing when it holds more than `max_bytes` of text: then it is no headline
/// and no byline, and reading many such would not be linear in the page.
std::string short_text_of(const Page& page, NodeId node, std::size_t max_bytes);

/// A heading's text without the elements in it that are called its label (kicker, eyebrow); empty
/// when it has none, or is longer than headings are.
std::string text_without_label(const Page& page, NodeId heading, std::size_t max_bytes);

/// Text of a node's text runs, parted by " | ", at most `max_bytes` of it: names that stand in
/// elements of their own stay apart. Buttons and side notes within are left out.
std::string parted_text(const Page& page, NodeId node, std::size_t max_bytes);

}  // namespace pressmark::indexer
