#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// Somebody a page names as an author.
struct LinkedAuthor {
  std::string name;
  bool organization = false;  // by its @type
};

/// What a page's JSON-LD says of its article (schema.org). Strings are plain text: markup and
/// references resolved, white space collapsed but in article_body, whose paragraphs stay. Empty
/// means not said.
struct LinkedArticle {
  bool found = false;  // some object is an article by its @type
  std::string type;    // "NewsArticle", "LiveBlogPosting" ...
  std::string headline;
  std::string description;
  std::string article_body;
  std::string published;
  std::string created;
  std::string modified;
  std::string url;
  std::string section;
  std::string language;
  std::string publisher;
  std::string publisher_url;
  std::string site;  // name of the WebSite or the paper that the page is part of
  std::vector<std::string> other_names;  // alternate names of the publisher and the site
  std::vector<LinkedAuthor> authors;
  std::vector<std::string> tags;
};

/// By what a page tells its own article from others; all may be empty.
struct PageIdentity {
  std::string_view url;             // where it was fetched
  std::vector<std::string> titles;  // what it gives as its title
};

/// Reads the bodies of a page's JSON-LD scripts: single objects, arrays, @graph, objects within
/// others, references by @id; tolerates comments, trailing commas, raw line breaks and CDATA, and
/// where the JSON is broken beyond that, picks the members it needs out of the text. The article is
/// the first object of an article's type that is not part of a list or of another article; one with
/// the page's address is preferred, then one with a day and the headline of the page's title.
/// Linear in the size; at most kMaxObjects objects are looked at, none with more than kMaxMembers.
LinkedArticle read_json_ld(const std::vector<std::string>& scripts, const PageIdentity& page);

}  // namespace pressmark::indexer
