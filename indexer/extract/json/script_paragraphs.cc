#include "indexer/extract/json/script_paragraphs.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text.h"
#include "indexer/extract/text/block.h"
#include "indexer/extract/text/html_text.h"
#include "indexer/model/field_names.h"

namespace pressmark::indexer {
namespace {

constexpr int kMaxLevels = 12;              // of values within a block
constexpr std::uint32_t kProseWeight = 40;  // letters of a paragraph
constexpr std::size_t kMaxTypeBytes = 60;

/// Members that hold the text of an object.
constexpr std::string_view kTexts[] = {"text",      "content",   "value",     "html",
                                       "innerHTML", "innerHtml", "paragraph", "body",
                                       "rendered",  "copy",      "markup",    "data"};
/// Members that say what an object is.
constexpr std::string_view kTypes[] = {"type",      "_type",     "__typename", "nodeType",
                                       "blockType", "blockName", "kind",       "name"};
/// Parts of types that are no text of the story.
constexpr std::string_view kForeignTypes[] = {
    "image",   "photo",      "picture",      "video",   "audio",  "gallery", "caption",
    "embed",   "advert",     "promo",        "related", "teaser", "author",  "byline",
    "links",   "newsletter", "interstitial", "script",  "iframe", "widget",  "button",
    "sign-up", "media",      "divider",      "recirc"};
/// Types of parts of a line.
constexpr std::string_view kInlineTypes[] = {"text", "span",   "fragment",   "link", "hyperlink",
                                             "bold", "italic", "textinline", "a"};

bool holds_any(std::string_view text, std::span<const std::string_view> parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

std::string node_type(const JsonValue& object) {
  for (const std::string_view name : kTypes) {
    std::string type = to_lower_ascii(string_of(member(object, name), kMaxTypeBytes));
    if (!type.empty()) return type;
  }
  return {};
}

std::string own_text(const JsonValue& object) {
  for (const std::string_view name : kTexts) {
    std::string text = string_of(member(object, name));
    if (!trim(text).empty()) return text;
  }
  return {};
}

class ParagraphReader {
 public:
  explicit ParagraphReader(std::size_t& steps) : steps_(steps) {}

  ScriptParagraphs read(const JsonValue& list) {
    push_parts(list, {}, Parts::Blocks);
    while (!pending_.empty() && steps_ > 0) {
      --steps_;
      const Pending next = pending_.back();
      pending_.pop_back();
      if (next.value == nullptr) {
        end_block();
      } else {
        visit(next);
      }
    }
    end_block();
    return std::move(result_);
  }

 private:
  enum class Parts { Inline, Blocks };

  struct Pending {
    const JsonValue* value = nullptr;  // none: a block ends
    int level = 0;
    bool heading = false;
  };

  void push(const JsonValue& value, const Pending& around) {
    pending_.push_back({&value, around.level + 1, around.heading});
  }

  void push_parts(const JsonValue& list, const Pending& around, Parts parts) {
    if (around.level > kMaxLevels) return;
    for (rapidjson::SizeType i = list.Size(); i-- > 0;) {
      if (parts == Parts::Blocks) pending_.push_back({});
      push(list[i], around);
    }
  }

  void visit(const Pending& next) {
    if (next.value->IsString()) {
      append(string_of(next.value), next.heading);
    } else if (next.value->IsArray()) {
      push_parts(*next.value, next, Parts::Inline);
    } else if (next.value->IsObject()) {
      visit_object(next);
    }
  }

  void visit_object(Pending next) {
    const JsonValue& object = *next.value;
    const std::string type = node_type(object);
    if (holds_any(type, kForeignTypes) || is_story(object) || next.level > kMaxLevels) return;
    if (!type.empty() && std::ranges::count(kInlineTypes, type) == 0) {
      end_block();
      pending_.push_back({});
      next.heading = next.heading || type.find("head") != std::string::npos;
    }
    if (const std::string heading = string_of(member(object, "heading")); !heading.empty()) {
      end_block();
      append(heading, true);
      end_block();
    }
    if (const std::string text = own_text(object); !text.empty()) {
      append(text, next.heading);
    } else {
      push_members(next);
    }
  }

  void push_members(const Pending& object) {
    for (auto it = object.value->MemberEnd(); it != object.value->MemberBegin();) {
      --it;
      const std::string_view name(it->name.GetString(), it->name.GetStringLength());
      if (it->value.IsObject()) push(it->value, object);
      if (it->value.IsArray())
        push_parts(it->value, object, name == "items" ? Parts::Blocks : Parts::Inline);
    }
  }

  void append(std::string_view text, bool heading) {
    line_ += text;
    heading_ = heading;
  }

  /// A title of its own; "heading" is that of a section.
  static bool is_story(const JsonValue& object) {
    return std::ranges::any_of(kTitleNames, [&](std::string_view name) {
      return name != "name" && name != "heading" &&
             !trim(string_of(member(object, name), kMaxTypeBytes)).empty();
    });
  }

  void end_block() {
    const std::string_view line = trim(line_);
    const bool code = line.starts_with('{') || line.starts_with('[');
    const std::uint32_t weight = code ? 0 : text_weight(plain_line(line));
    if (weight > 0) {
      if (heading_ && result_.blocks == 0) result_.heading = line_;
      ++result_.blocks;
      result_.weight += weight;
      if (weight >= kProseWeight && !heading_) ++result_.paragraphs;
      result_.html += heading_ ? "<h2>" + line_ + "</h2>" : as_html(line_);
    }
    line_.clear();
    heading_ = false;
  }

  std::size_t& steps_;
  std::vector<Pending> pending_;
  std::string line_;
  bool heading_ = false;
  ScriptParagraphs result_;
};

}  // namespace

ScriptParagraphs read_paragraphs(const JsonValue& list, std::size_t& steps) {
  return ParagraphReader(steps).read(list);
}

std::string as_html(std::string_view text) {
  const auto has = [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; };
  if (has("</p>") || has("<br") || has("</div>")) return std::string(text);
  if (has("&lt;/p&gt;")) return without_references(text);
  std::string html;
  for (const std::string_view line : split(text, '\n')) {
    if (!trim(line).empty()) html.append("<p>").append(line).append("</p>");
  }
  return html;
}

}  // namespace pressmark::indexer
