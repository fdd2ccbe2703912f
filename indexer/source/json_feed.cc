#include "indexer/source/json_feed.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/source/feed_reader.h"
#include "indexer/source/json_braces.h"
#include "indexer/source/json_members.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxStatement = std::size_t{4} << 10;

/// What a feed says of itself and its articles alike.
/// https://www.jsonfeed.org/version/1.1/#top-level-a-name-top-level-a
constexpr std::string_view kStatements[] = {"version",  "title",   "home_page_url", "feed_url",
                                            "language", "authors", "author"};
constexpr std::size_t kMaxAbout = std::size(kStatements) * kMaxStatement;  // each item has it

/// "https://jsonfeed.org/version/1.1" in quotes; PHP writes "https:\/\/jsonfeed.org\/version\/1.1".
bool is_version(std::string_view value) {
  std::string plain(value.substr(0, 100));
  std::erase(plain, '\\');
  return plain.find("//jsonfeed.org/version/") != npos ||
         plain.find("//www.jsonfeed.org/version/") != npos;
}

/// Whether the items that begin here, of which not all may be in sight, are articles: programs that
/// sort the members of an object put the version behind them.
bool are_items(std::string_view items) {
  std::size_t at = items.find_first_not_of(kBlank, 1);
  if (!items.starts_with('[') || at == npos || items[at] != '{') return false;
  ++at;
  while (const auto member = member_at(items, at)) {
    if (member->name == "content_html" || member->name == "content_text") return true;
    if (member->end == npos) return false;
    at = member->end;
  }
  return false;
}

class JsonFeed : public FeedReader {
 public:
  JsonFeed(InputBuffer input, ContentContext context, RawDocument around)
      : FeedReader(std::move(input), std::move(context), std::move(around)) {}

  std::optional<ContentItem> next() override {
    while (!done_) {
      if (!in_items_ && !find_items()) break;
      if (auto item = read_item()) return item;
    }
    if (std::exchange(done_, true)) return std::nullopt;
    return at_end();
  }

 private:
  /// Moves to the first byte that is none of these; false at the end.
  bool pass(std::string_view bytes) {
    while (true) {
      const std::size_t at = sound().find_first_not_of(bytes);
      consume(std::min(at, sound().size()));
      if (at != npos) return true;
      if (!grow()) return false;
    }
  }

  /// Reads what the feed says of itself, up to behind the bracket that begins its items; false at
  /// the end. Begins anew in a feed that follows.
  bool find_items() {
    while (pass("\xef\xbb\xbf \t\r\n,")) {
      const char first = sound().front();
      if (first == '{') about_ = "{";
      if (first != '"') {
        consume(1);
        continue;
      }
      std::optional<Member> member;
      while (!(member = member_at(sound(), 0)) || member->end == npos) {
        if (member && member->name == "items" && sound()[member->value] == '[') break;
        if (sound().size() > limit() || !grow()) break;
      }
      if (!member) {
        // A string without an end is none of another quotation mark in it either.
        const bool ends = end_of_string(sound(), 0) != npos;
        consume(ends ? 1 : sound().size());
        continue;
      }
      if (member->name == "items" && sound()[member->value] == '[') {
        consume(member->value + 1);
        in_items_ = true;
        return true;
      }
      const std::size_t end = std::min(member->end, sound().size());
      if (std::ranges::count(kStatements, member->name) > 0 && end <= kMaxStatement &&
          about_.size() + end <= kMaxAbout)
        about_.append(sound().substr(0, end)).append(",\n");
      consume(end);
    }
    return false;
  }

  /// The next item; nothing behind the last.
  std::optional<ContentItem> read_item() {
    if (!pass(" \t\r\n,")) {
      in_items_ = false;
      return std::nullopt;
    }
    if (sound().front() != '{') {
      in_items_ = sound().front() != ']';
      consume(1);
      return std::nullopt;
    }
    begin_item();
    BraceCounter braces;
    std::size_t size = 0;  // of the item, as far as it has been seen
    bool over_long = false;
    for (bool closed = false; !closed;) {
      if (size == sound().size()) {
        if (size > limit()) {
          over_long = true;
          consume(std::exchange(size, 0));
        }
        if (!grow()) {
          done_ = true;
          consume(size);
          if (auto end = at_end()) return end;
          return skipped(SkipReason::Damaged, "item of a feed without an end");
        }
      }
      const std::string_view text = sound();
      while (!closed && size < text.size()) closed = braces.feed(text[size++]);
    }
    ContentItem made =
        over_long
            ? ContentItem(too_large())
            : item(about_ + "\"items\": [\n" + std::string(sound().substr(0, size)) + "\n]}\n",
                   "application/json");
    consume(size);
    return made;
  }

  std::string about_ = "{";  // what stands before each item
  bool in_items_ = false;
  bool done_ = false;
};

}  // namespace

bool looks_like_json_feed(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  std::size_t at = std::min(head.find_first_not_of(kBlank), head.size());
  if (!head.substr(at).starts_with('{')) return false;
  ++at;
  bool has_address = false;  // of the feed, by a name of the format's own
  while (const auto member = member_at(head, at)) {
    if (member->name == "items" && has_address && are_items(head.substr(member->value)))
      return true;
    if (member->end == npos) return false;
    has_address = has_address || member->name == "home_page_url" || member->name == "feed_url";
    const std::string_view value = head.substr(member->value, member->end - member->value);
    if (member->name == "version") return is_version(value);
    at = member->end;
  }
  return false;
}

std::unique_ptr<ContentReader> open_json_feed(InputBuffer input, ContentContext context,
                                              RawDocument around) {
  return std::make_unique<JsonFeed>(std::move(input), std::move(context), std::move(around));
}

}  // namespace pressmark::indexer
