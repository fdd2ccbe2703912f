#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// What a news feed says of one item. Texts are HTML where it says so; all others are on one line,
/// markup and references resolved. Empty means not said.
struct FeedFields {
  std::string title;
  std::string link;  // absolute where the feed tells what it is relative to
  std::string id;
  std::string feed;  // its address, else its title: within it the id is unique
  std::string published;
  std::string modified;
  std::string language;
  std::string summary;  // HTML: description, summary
  std::string content;  // HTML: content:encoded, Atom's content; the longest of several
  std::vector<std::string> authors;
  std::vector<std::string> tags;
  std::vector<std::string> outlets;  // the most telling first
  bool comment = false;              // a reader's, on an article
  bool unpublished = false;          // a draft in an export
};

/// Reads RSS of any version and Atom by the names of elements, as prefixes are usually chosen; of
/// several items the first. The XML need not be well formed: elements are told by their tags alone,
/// entities of its own are not read. Nothing when no item is in it. Linear.
std::optional<FeedFields> xml_feed_fields(std::string_view feed);

/// Whether an address is that of a comment on the article that has it otherwise:
/// "…/bridge#comment-17".
bool is_comment_link(std::string_view link);

/// The outlet's name in a feed's title, without what it says of the feed: "Halden Post - RSS Feed".
std::string outlet_of_feed(std::string title);

/// The first of several texts that holds something, trimmed.
std::string first_stated(std::initializer_list<std::string_view> texts);

}  // namespace pressmark::indexer
