#include "indexer/source/news_message.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxBefore = std::size_t{16} << 10;  // the root element begins within
constexpr std::size_t kMaxNameBytes = 64;
// Each story is given with what stands around all items; more than this is no envelope.
constexpr std::size_t kMaxEnvelope = std::size_t{64} << 10;
constexpr std::size_t kMaxRepeated = std::size_t{256} << 20;  // the same, of all stories together
constexpr std::array kRoots = {"newsmessage"sv, "newsml"sv};
constexpr std::array kBodies = {"inlinexml"sv, "inlinedata"sv, "datacontent"sv, "body.content"sv};

bool begins_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// The name without its prefix, in lower case, that begins at `at`.
std::string local_name(std::string_view xml, std::size_t at) {
  std::string_view name = xml.substr(at, kMaxNameBytes);
  name = name.substr(0, name.find_first_of(" \t\r\n/>"));
  if (const auto colon = name.find(':'); colon != npos) name.remove_prefix(colon + 1);
  return to_lower_ascii(name);
}

bool is_message(std::string_view xml) {
  xml = xml.substr(0, kMaxBefore);
  for (auto at = xml.find('<'); at != npos; at = xml.find('<', at + 1)) {
    if (at + 1 < xml.size() && begins_name(xml[at + 1]))
      return std::ranges::count(kRoots, local_name(xml, at + 1)) > 0;
  }
  return false;
}

/// The outermost items of a message.
struct Item {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool has_text = false;
};

/// Behind the comment or the section of characters that begins at `at`; 0 when neither does.
std::size_t behind_opaque(std::string_view xml, std::size_t at) {
  for (const auto& [open, close] :
       {std::pair("<!--"sv, "-->"sv), std::pair("<![CDATA["sv, "]]>"sv)}) {
    if (xml.substr(at, open.size()) != open) continue;
    const auto end = xml.find(close, at + open.size());
    return end == npos ? xml.size() : end + close.size();
  }
  return 0;
}

std::vector<Item> items_of(std::string_view xml) {
  std::vector<Item> items;
  std::size_t depth = 0;  // of items within each other
  for (auto at = xml.find('<'); at != npos; at = xml.find('<', at)) {
    if (const std::size_t end = behind_opaque(xml, at); end > 0) {
      at = end;
      continue;
    }
    const bool closes = xml.substr(at + 1).starts_with('/');
    const std::string name = local_name(xml, at + (closes ? 2 : 1));
    const std::size_t end = std::min(xml.find('>', at), xml.size() - 1) + 1;
    const bool empty = xml[end - 1] == '>' && xml[end - 2] == '/';
    if (name == "newsitem" && !empty) {
      if (!closes && depth++ == 0) items.push_back({at, 0, false});
      if (closes && depth > 0 && --depth == 0) items.back().end = end;
    } else if (depth > 0 && !closes && std::ranges::count(kBodies, name) > 0) {
      items.back().has_text = true;
    }
    at = end;
  }
  if (depth > 0) items.back().end = xml.size();  // cut off
  return items;
}

}  // namespace

NewsMessage::NewsMessage(RawDocument document, std::vector<Range> stories, Range items)
    : document_(std::move(document)), stories_(std::move(stories)), items_(std::move(items)) {}

std::optional<NewsMessage> NewsMessage::of(RawDocument& document) {
  const std::string_view xml = document.bytes;
  if (!is_message(xml)) return std::nullopt;
  const std::vector<Item> items = items_of(xml);
  std::vector<Range> stories;
  for (const Item& item : items) {
    if (item.has_text) stories.emplace_back(item.begin, item.end);
  }
  if (stories.size() < 2) return std::nullopt;
  const Range all(items.front().begin, items.back().end);
  const std::size_t envelope = all.first + (xml.size() - all.second);
  if (envelope > kMaxEnvelope || envelope * stories.size() > kMaxRepeated) return std::nullopt;
  return NewsMessage(std::move(document), std::move(stories), all);
}

std::optional<RawDocument> NewsMessage::next() {
  if (next_ == stories_.size()) return std::nullopt;
  const auto [begin, end] = stories_[next_++];
  const std::string_view xml = document_.bytes;
  RawDocument story;
  story.origin = document_.origin + ":" + std::to_string(begin);
  story.named = false;
  story.included = document_.included;
  story.media_type = document_.media_type;
  story.charset = document_.charset;
  story.robots = document_.robots;
  story.crawled = document_.crawled;
  story.file_time = document_.file_time;
  story.truncated = document_.truncated;
  story.bytes.append(xml.substr(0, items_.first))
      .append(xml.substr(begin, end - begin))
      .append(xml.substr(items_.second));
  return story;
}

}  // namespace pressmark::indexer
