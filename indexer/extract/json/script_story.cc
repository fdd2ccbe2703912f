#include "indexer/extract/json/script_story.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/text.h"
#include "indexer/extract/json/json_document.h"
#include "indexer/extract/json/script_json.h"
#include "indexer/extract/json/script_paragraphs.h"
#include "indexer/extract/text/block.h"
#include "indexer/extract/text/html_text.h"
#include "indexer/extract/text/text_overlap.h"
#include "indexer/model/field_names.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxBytes = 4U << 20U;  // of all JSON of a page
constexpr std::size_t kMaxSteps =
    2'000'000;  // values looked at, one in several lists counted again
constexpr std::size_t kMaxStories = 3;
constexpr std::size_t kLeastBytes = 250;     // of a string that may be a story
constexpr std::uint32_t kLeastWeight = 250;  // letters of a story
constexpr std::size_t kMaxStoryAuthors = 20;
constexpr std::size_t kMaxTitleBytes = 400;
constexpr std::size_t kLeastStoryTitle = 6;  // letters
constexpr int kTitleReach = 6;     // levels below the object with the title that are its story's
constexpr double kWordBytes = 25;  // a text has a blank at least that often, or ideographs

/// Parts of names under which other texts stand than the story.
constexpr std::string_view kForeignNames[] = {
    "cookie",   "consent",  "gdpr",        "privacy",    "terms",   "i18n",      "translation",
    "messages", "legal",    "label",       "comment",    "related", "recommend", "mostread",
    "popular",  "trending", "latest",      "newsletter", "footer",  "header",    "menu",
    "settings", "author",   "contributor", "biograph",   "caption"};

bool is_foreign(std::string_view name) {
  const std::string lower = to_lower_ascii(name);
  return std::ranges::any_of(
      kForeignNames, [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

/// Words between blanks, or signs that need none: no address, JSON, code or picture in letters.
bool is_written(std::string_view text) {
  const auto count = [&](auto test) {
    return static_cast<double>(std::ranges::count_if(text, test));
  };
  const auto size = static_cast<double>(text.size());
  const double wide = count([](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
  const double code = count([](char c) { return c == '{' || c == '}' || c == ';' || c == '='; });
  const bool json = text.starts_with('{') || text.starts_with('[');
  return !json && (size < kWordBytes * count([](char c) { return c == ' '; }) || wide * 6 > size) &&
         code * 50 < size;
}

class StoryFinder {
 public:
  explicit StoryFinder(std::string_view title) : title_(letters_of(title)) {}

  void search(const JsonValue& root) {
    pending_.push_back({&root, nullptr, 0});
    while (!pending_.empty() && steps_ > 0) {
      --steps_;
      const Pending next = pending_.back();
      pending_.pop_back();
      if (next.value->IsString()) {
        weigh_string(next);
      } else if (next.value->IsArray()) {
        enter_list(next);
      } else if (next.value->IsObject()) {
        enter_object(next);
      }
    }
    pending_.clear();
  }

  std::vector<ScriptStory> take() {
    std::vector<ScriptStory> stories;
    for (Found& found : found_) stories.push_back(std::move(found.story));
    return stories;
  }

 private:
  struct Pending {
    const JsonValue* value;
    const JsonValue* titled;  // the object around it with the page's title
    int reach;                // levels to which that object's title holds
  };

  struct Found {
    ScriptStory story;
    std::uint32_t weight = 0;
  };

  bool says_title(std::string_view text) const {
    if (title_.size() < kLeastStoryTitle || text.size() > kMaxTitleBytes) return false;
    return letters_of(plain_line(text)) == title_;
  }

  bool says_title(const JsonValue& value) const {
    return value.IsString() && value.GetStringLength() <= kMaxTitleBytes &&
           says_title(std::string_view(string_of(&value)));
  }

  /// In a member of its own, or one level down: {"headlines": {"basic": "…"}}.
  bool states_title(const JsonValue& object) const {
    return std::ranges::any_of(object.GetObject(), [&](const auto& entry) {
      if (!entry.value.IsObject()) return says_title(entry.value);
      return std::ranges::any_of(entry.value.GetObject(),
                                 [&](const auto& inner) { return says_title(inner.value); });
    });
  }

  static bool has_title(const JsonValue& object) {
    return std::ranges::any_of(kTitleNames, [&](std::string_view name) {
      return name != "name" && name != "heading" &&
             !string_of(member(object, name), kLeastStoryTitle).empty();
    });
  }

  void push(const JsonValue& value, const Pending& around) {
    if (value.IsString() || value.IsArray() || value.IsObject())
      pending_.push_back({&value, around.reach > 0 ? around.titled : nullptr, around.reach - 1});
  }

  void enter_object(Pending object) {
    if (states_title(*object.value)) {
      object.titled = object.value;
      object.reach = kTitleReach;
    } else if (has_title(*object.value)) {
      object.titled = nullptr;
    }
    for (auto it = object.value->MemberEnd(); it != object.value->MemberBegin();) {
      --it;
      if (!is_foreign({it->name.GetString(), it->name.GetStringLength()})) push(it->value, object);
    }
  }

  void enter_list(Pending list) {
    for (const JsonValue& item : list.value->GetArray()) {
      if (!says_title(item)) continue;
      list.titled = list.value;
      list.reach = kTitleReach;
    }
    ScriptParagraphs paragraphs = read_paragraphs(*list.value, steps_);
    if (says_title(std::string_view(paragraphs.heading))) list.titled = list.value;
    if (paragraphs.reads()) add(std::move(paragraphs.html), paragraphs.weight, list.titled);
    for (rapidjson::SizeType i = list.value->Size(); i-- > 0;) push((*list.value)[i], list);
  }

  void weigh_string(const Pending& string) {
    if (string.value->GetStringLength() < kLeastBytes) return;
    const std::string text = string_of(string.value);
    const std::string plain = plain_paragraphs(text);
    if (is_written(plain)) add(as_html(text), text_weight(plain), string.titled);
  }

  void add(std::string html, std::uint32_t weight, const JsonValue* titled) {
    if (titled == nullptr || weight < kLeastWeight) return;
    Found found{{std::move(html), {}, {}}, weight};
    add_details(found.story, *titled);
    const auto place = std::ranges::find_if(
        found_, [&](const Found& other) { return found.weight > other.weight; });
    found_.insert(place, std::move(found));
    if (found_.size() > kMaxStories) found_.pop_back();
  }

  /// What the object with the title says of its day and its authors in so many words.
  static void add_details(ScriptStory& story, const JsonValue& object) {
    for (const std::string_view name : kDateNames) {
      if (story.published.empty())
        story.published = string_of(member(object, name), kMaxTitleBytes);
    }
    for (const std::string_view name : kAuthorNames) {
      const JsonValue* value = member(object, name);
      if (value == nullptr || !story.authors.empty()) continue;
      if (!value->IsArray()) {
        add_author(story, *value);
        continue;
      }
      for (const JsonValue& author : value->GetArray()) add_author(story, author);
    }
  }

  static void add_author(ScriptStory& story, const JsonValue& author) {
    const JsonValue* name = author.IsObject() ? member(author, "name") : &author;
    std::string text = string_of(name, kMaxTitleBytes);
    if (!text.empty() && story.authors.size() < kMaxStoryAuthors)
      story.authors.push_back(std::move(text));
  }

  std::u32string title_;
  std::size_t steps_ = kMaxSteps;
  std::vector<Pending> pending_;
  std::vector<Found> found_;  // the longest first
};

}  // namespace

std::vector<ScriptStory> stories_in_scripts(const std::vector<std::string_view>& scripts,
                                            std::string_view title) {
  StoryFinder finder(title);
  std::size_t bytes = 0;
  for (const std::string_view script : scripts) {
    for (const std::string& json : json_in_script(script)) {
      bytes += json.size();
      if (bytes > kMaxBytes) return finder.take();
      const JsonText values = JsonText::parse(json, JsonTolerance::Page);
      for (const rapidjson::Document& value : values.values()) finder.search(value);
    }
  }
  return finder.take();
}

}  // namespace pressmark::indexer
