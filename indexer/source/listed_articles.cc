#include "indexer/source/listed_articles.h"

#include <algorithm>
#include <cstddef>

#include "common/text.h"
#include "indexer/model/field_names.h"
#include "indexer/source/json_members.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxDepth = 4;  // {"response": {"docs": [; {"hits": {"hits": [

// What services and databases call their lists, and what they wrap them in.
constexpr std::string_view kListNames[] = {"articles", "results", "docs",   "documents", "posts",
                                           "stories",  "news",    "items",  "entries",   "data",
                                           "hits",     "rows",    "records"};
constexpr std::string_view kWrappers[] = {"response", "result"};

template <typename Names>
bool is_of(const Names& names, std::string_view name) {
  return std::ranges::count(names, name) > 0;
}

/// What an object with a list of others must not have, for it is an article then.
bool is_of_article(std::string_view name) {
  return is_of(kTextNames, name) || (is_of(kTitleNames, name) && name != "name");
}

/// Whether an object has a field for a text, and one for a headline or an address: paragraphs and
/// comments have texts too.
bool is_article(std::string_view object) {
  bool has_text = false;
  bool has_name = false;
  std::size_t at = 1;
  bool is_inside = false;  // of what Elasticsearch keeps a document in
  while (const auto member = member_at(object, at)) {
    has_text = has_text || is_of(kTextNames, member->name);
    has_name = has_name || (is_of(kTitleNames, member->name) && member->name != "name") ||
               is_of(kUrlNames, member->name);
    if (has_text && has_name) return true;
    const bool opens = !is_inside && member->name == "_source" && object[member->value] == '{';
    is_inside = is_inside || opens;
    at = opens ? member->value + 1 : member->end;
    if (at == npos) return false;
  }
  return false;
}

/// The objects of a list, if one of them is an article.
std::vector<std::string_view> articles_of(std::string_view list) {
  std::vector<std::string_view> objects;
  bool has_article = false;
  for (std::size_t at = 1;;) {
    at = list.find_first_not_of(" \t\r\n,", at);
    if (at == npos || list[at] == ']') break;
    const std::size_t end = end_of_value(list, at);
    if (end == npos || end == at) return {};
    if (list[at] == '{') {
      objects.push_back(list.substr(at, end - at));
      has_article = has_article || is_article(objects.back());
    }
    at = end;
  }
  return has_article ? objects : std::vector<std::string_view>();
}

}  // namespace

std::vector<std::string_view> listed_articles(std::string_view object) {
  std::vector<std::string_view> articles;
  std::size_t at = 1;
  for (std::size_t depth = 1; depth > 0;) {
    at = object.find_first_not_of(" \t\r\n,", at);
    if (at == npos) return {};
    if (object[at] == '}') {
      --depth;
      ++at;
      continue;
    }
    const auto member = member_at(object, at);
    if (!member || member->end == npos || is_of_article(member->name)) return {};
    const bool is_list = is_of(kListNames, member->name);
    if (object[member->value] == '{' && depth < kMaxDepth &&
        (is_list || is_of(kWrappers, member->name))) {
      ++depth;
      at = member->value + 1;
      continue;
    }
    if (object[member->value] == '[' && is_list) {
      const auto more = articles_of(object.substr(member->value, member->end - member->value));
      articles.insert(articles.end(), more.begin(), more.end());
    }
    at = member->end;
  }
  return articles;
}

}  // namespace pressmark::indexer
