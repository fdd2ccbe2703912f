#include "indexer/extract/text/keyword_list.h"

#include <algorithm>

namespace pressmark::indexer {
namespace {

/// What stands between the marks; the whole where there is none.
std::vector<std::string_view> parted(std::string_view list, std::string_view mark) {
  std::vector<std::string_view> items;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(mark, begin), list.size());
    items.push_back(list.substr(begin, end - begin));
    begin = end + mark.size();
  }
  return items;
}

}  // namespace

std::vector<std::string_view> keywords_in(std::string_view list) {
  std::vector<std::string_view> keywords;
  for (const std::string_view mark : {",", "،", "，", "、", ";", "；"}) {
    std::vector<std::string_view> items = parted(list, mark);
    if (items.size() > keywords.size()) keywords = std::move(items);
    if (mark == "," && keywords.size() > 2) break;
  }
  return keywords;
}

}  // namespace pressmark::indexer
