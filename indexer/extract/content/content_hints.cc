#include "indexer/extract/content/content_hints.h"

#include <array>
#include <string>
#include <unordered_map>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// Words before a state: "has-sidebar", "with-ads", "no-comments" speak of the page, not of the
/// element.
bool is_state_word(std::string_view word) {
  return word == "has" || word == "with" || word == "no" || word == "without" || word == "is" ||
         word == "hide" || word == "show" || word == "enable" || word == "enabled" ||
         word == "js" || word == "not" || word == "layout" || word == "after" || word == "before";
}

/// Classes that file an article under topics, as WordPress writes them: their words are topics.
bool is_topic_name(std::string_view name) {
  return name.starts_with("category-") || name.starts_with("tag-") ||
         name.starts_with("post-type-") || name.starts_with("format-") ||
         name.starts_with("status-");
}

/// A builder of pages that calls each part of one a widget, its text too.
constexpr std::string_view kAllOfWidgets = "elementor";

/// Splits one class or id into words ("storyBody__author-name" is story, body, author, name) and
/// collects their hints.
class NameReader {
 public:
  Hints read(std::string_view name) {
    if (is_topic_name(name)) return {};
    hints_ = {};
    letters_.clear();
    word_.clear();
    previous_.clear();
    begin_ = Border::Mark;
    state_ = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
      const char c = name[i];
      const bool starts = is_upper(c) && i > 0 && is_lower(name[i - 1]);
      if (starts) end_word(Border::Case);
      if (is_upper(c) || is_lower(c)) {
        word_ += static_cast<char>(c | 0x20);
      } else {
        end_word(Border::Mark);
      }
    }
    end_word(Border::Mark);
    if (!state_) hints_ = hints_ | hint_of_name(letters_);
    return hints_;
  }

 private:
  enum class Border { Mark, Case };

  void end_word(Border border) {
    const Border begin = begin_;
    begin_ = border;
    if (word_.empty()) return;
    if (letters_.empty() && is_state_word(word_)) state_ = true;
    // Short words count only between marks: tools make class names of random letters in both cases.
    const bool counts = (word_.size() > 3 || (begin == Border::Mark && border == Border::Mark)) &&
                        !(word_ == "widget" && letters_.starts_with(kAllOfWidgets));
    if (!state_ && counts && word_.size() <= 24) {
      Hints hints = hint_of_word(word_);
      if (!previous_.empty()) hints = hints | hint_of_name(previous_ + word_);
      hints_ = hints_ | hints;
    }
    if (letters_.size() < 48) letters_ += word_;
    previous_ = word_;
    word_.clear();
  }

  Hints hints_;
  std::string letters_;
  std::string word_;
  std::string previous_;
  Border begin_ = Border::Mark;
  bool state_ = false;
};

/// Hints of whole attribute values, remembered: pages repeat their classes.
class HintReader {
 public:
  Hints read(std::string_view value) {
    if (value.empty() || value.size() > 512) return {};
    const auto known = seen_.find(value);
    if (known != seen_.end()) return known->second;
    Hints hints;
    for (std::size_t at = 0; at < value.size();) {
      std::size_t end = value.find_first_of(" \t\r\n", at);
      if (end == std::string_view::npos) end = value.size();
      if (end > at && end - at <= 96) hints = hints | reader_.read(value.substr(at, end - at));
      at = end + 1;
    }
    seen_.emplace(value, hints);
    return hints;
  }

 private:
  NameReader reader_;
  std::unordered_map<std::string_view, Hints> seen_;
};

Hints hints_of_tag(Tag tag) {
  switch (tag) {
    case Tag::Nav:
    case Tag::Menu:
      return Hint::Navigation;
    case Tag::Footer:
    case Tag::Form:
    case Tag::Button:
    case Tag::Dialog:
    case Tag::Fieldset:
    case Tag::Label:
      return Hint::Tail;
    case Tag::Aside:
      return Hint::Sidebar;
    case Tag::Figcaption:
    case Tag::Caption:
      return Hint::Caption;
    case Tag::Figure:
      return Hint::Caption;
    case Tag::Time:
      return Hint::Meta;
    default:
      return {};
  }
}

Hints hints_of_role(std::string_view role) {
  if (role.empty()) return {};
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "banner")
    return Hint::Navigation;
  if (role == "complementary") return Hint::Sidebar;
  if (role == "contentinfo" || role == "search" || role == "form" || role == "button")
    return Hint::Tail;
  if (role == "dialog" || role == "alertdialog" || role == "alert" || role == "tooltip")
    return Hint::Interface;
  return {};
}

Hints hints_of_itemprop(std::string_view itemprop) {
  if (itemprop.empty()) return {};
  if (itemprop == "articleBody" || itemprop == "text" || itemprop == "reviewBody")
    return Hint::Body;
  if (itemprop == "author" || itemprop == "publisher") return Hint::Author;
  if (itemprop == "headline") return Hint::Headline;
  if (itemprop == "description") return Hint::Lead;
  if (itemprop == "datePublished" || itemprop == "dateModified" || itemprop == "keywords")
    return Hint::Meta;
  if (itemprop == "caption" || itemprop == "copyrightHolder" || itemprop == "image")
    return Hint::Caption;
  if (itemprop == "comment") return Hint::Comment;
  return {};
}

}  // namespace

std::vector<Hints> own_hints(const Page& page) {
  std::vector<Hints> all(page.size());
  HintReader reader;
  for (NodeId node = 0; node < page.size(); ++node) {
    const Tag tag = page.tag(node);
    if (tag == Tag::Text) continue;
    Hints hints = hints_of_tag(tag);
    for (const Page::Attribute& attribute : page.attributes(node)) {
      const std::string_view value = page.value(attribute);
      switch (attribute.name) {
        case Attr::Class:
        case Attr::Id:
        case Attr::DataComponent:
        case Attr::DataModule:
        case Attr::DataName:
        case Attr::DataQa:
        case Attr::DataTestid:
        case Attr::DataType:
          if (tag != Tag::Html && tag != Tag::Body) hints = hints | reader.read(value);
          break;
        case Attr::Role:
          hints = hints | hints_of_role(value);
          break;
        case Attr::Itemprop:
          hints = hints | hints_of_itemprop(value);
          break;
        case Attr::Hidden:
          hints = hints | Hint::Hidden;
          break;
        case Attr::Style:
          if (value == "none") hints = hints | Hint::Hidden;
          break;
        case Attr::AriaHidden:
          if (value == "true") hints = hints | Hint::Hidden;
          break;
        default:
          break;
      }
    }
    all[node] = hints;
  }
  return all;
}

}  // namespace pressmark::indexer
