#include "indexer/markup/html_prescan.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/markup/finder.h"
#include "indexer/markup/names.h"
#include "indexer/markup/open_elements.h"
#include "indexer/markup/saved_from.h"
#include "indexer/markup/tag_rules.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxValueBytes =
    16U << 10U;  // no attribute that is read needs more; longer ones are cut
constexpr std::size_t kMaxJsonBytes = 2U << 20U;  // of one script
constexpr std::size_t kMaxJsonScripts = 64;
constexpr std::size_t kLeastStoryBytes = 300;  // a shorter script holds no article
constexpr std::size_t kMaxHeadBlanks = 64;     // bytes in which an XML declaration begins

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct RawAttribute {
  std::string_view name;   // as it stands
  std::string_view value;  // without quotes
  char quote = '"';
  Attr attr = Attr::None;
};

/// Whether a tree builder would take the value as it stands.
bool is_plain(const RawAttribute& attribute) {
  return attribute.value.find_first_of(attribute.quote == '"' ? "&\"" : "&'") == npos;
}

/// What a style says of an element's place that is of interest: "none" hides it, "block" and its
/// like set it on lines of its own. Empty for all else.
std::string_view display_of(std::string_view style) {
  constexpr std::string_view kBlocks[] = {"block",     "flex",  "grid",
                                          "list-item", "table", "flow-root"};
  constexpr std::size_t kMaxStyle = 512;
  std::string_view display;
  const std::string lower = to_lower_ascii(style.substr(0, kMaxStyle));
  for (const std::string_view declaration : split(lower, ';')) {
    const std::size_t colon = declaration.find(':');
    if (colon == npos || trim(declaration.substr(0, colon)) != "display") continue;
    const std::string_view value = trim(declaration.substr(colon + 1));
    const std::string_view word = value.substr(0, value.find_first_of(" !"));
    if (word == "none") {
      display = "none";
    } else {
      display = std::ranges::count(kBlocks, word) > 0 ? "block" : "";
    }
  }
  return display;
}

enum class Ruby : std::uint8_t { None, Base, Reading, Bracketed };

class Prescan {
 public:
  explicit Prescan(std::string_view text)
      : text_(utf8_prefix(text, kMaxPageBytes)),
        comment_end_(text_, "-->"),
        subset_end_(text_, "]>"),
        tag_end_(text_, ">"),
        double_quote_(text_, "\""),
        single_quote_(text_, "'") {
    page_.truncated = text_.size() < text.size();
    xml_ = trim(text_.substr(0, kMaxHeadBlanks)).starts_with("<?xml");
    page_.html.reserve(text_.size() / 2);
    no_close_.fill(npos);
  }

  PrescannedPage run() {
    while (at_ < text_.size()) {
      const char* found =
          static_cast<const char*>(std::memchr(text_.data() + at_, '<', text_.size() - at_));
      const std::size_t next =
          found == nullptr ? text_.size() : static_cast<std::size_t>(found - text_.data());
      if (ruby_ != Ruby::Reading) page_.html.append(text_, at_, next - at_);
      at_ = next;
      if (at_ < text_.size()) markup();
    }
    return std::move(page_);
  }

 private:
  void literal() {
    if (ruby_ != Ruby::Reading) page_.html += "&lt;";
    ++at_;
  }

  void markup() {
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (is_letter(c)) {
      start_tag();
    } else if (c == '/') {
      end_tag();
    } else if (c == '!' || c == '?') {
      declaration();
    } else {
      literal();
    }
  }

  void declaration() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) {
      if (rest.starts_with("<!-->") || rest.starts_with("<!--->")) {
        at_ = tag_end_.from(at_) + 1;
        return;
      }
      const std::size_t end = comment_end_.from(at_ + 4);
      if (end != npos) {
        if (page_.saved_from.empty())
          page_.saved_from = saved_from(text_.substr(at_ + 4, end - at_ - 4));
        at_ = end + 3;
        return;
      }
    }
    std::size_t end = tag_end_.from(at_);
    if (starts_with_ascii_nocase(rest, "<!doctype")) {
      const std::size_t subset = rest.substr(0, std::min(rest.size(), end - at_)).find('[');
      const std::size_t close = subset == npos ? npos : subset_end_.from(at_);
      if (close != npos && close - at_ < kMaxTagBytes) end = close + 1;
    }
    at_ = end == npos ? text_.size() : end + 1;
  }

  /// Reads the name at `at`, lower case, into name_; returns the position behind it.
  std::size_t read_name(std::size_t at) {
    name_.clear();
    while (at < text_.size() && !is_space(text_[at]) && text_[at] != '>' && text_[at] != '/') {
      if (name_.size() < 64) {
        const char c = text_[at];
        name_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      }
      ++at;
    }
    return at;
  }

  void end_tag() {
    if (at_ + 2 >= text_.size() || !is_letter(text_[at_ + 2])) {
      const std::size_t end = tag_end_.from(at_);  // "</>" and "</ x>" are comments to a browser
      at_ = end == npos ? text_.size() : end + 1;
      return;
    }
    const std::size_t behind = read_name(at_ + 2);
    const std::size_t end = tag_end_.from(behind);
    at_ = end == npos ? text_.size() : end + 1;
    const Tag tag = element();
    follow_ruby(tag, Ruby::Base);
    if (content_of(tag) == Content::Drop) return;
    if (tag == Tag::Br) page_.html += "<br>";
    close(tag);
  }

  void close(Tag tag) {
    if (!open_.close(tag)) return;
    page_.html += "</";
    page_.html += output_name(tag);
    page_.html += '>';
  }

  /// How the letters of a <ruby> are read stands above them, in <rt>: no part of the text, unless
  /// the page puts it into brackets, <rp>, and so writes a text that can be read on one line. The
  /// end tags may be left out.
  ///
  /// @param after  what follows this tag, should it be an <rt>'s
  void follow_ruby(Tag tag, Ruby after) {
    if (tag == Tag::Ruby) {
      ruby_ = after == Ruby::Reading ? Ruby::Base : Ruby::None;
    } else if (tag == Tag::Rp && ruby_ == Ruby::Base) {
      ruby_ = Ruby::Bracketed;
    } else if (tag == Tag::Rt && (ruby_ == Ruby::Base || ruby_ == Ruby::Reading)) {
      ruby_ = after;
    } else if (is_block(tag)) {
      ruby_ = Ruby::None;
    }
  }

  /// The element whose name was read last.
  Tag element() const {
    const Tag tag = tag_of(name_);
    return tag == Tag::Other && name_.find('-') != npos ? Tag::Custom : tag;
  }

  /// Unknown elements keep their place in the tree under one name.
  static std::string_view output_name(Tag tag) { return tag == Tag::Other ? "x-other" : name(tag); }

  void start_tag() {
    const std::size_t start = at_;
    std::size_t at = read_name(at_ + 1);
    const Tag tag = element();
    follow_ruby(tag, Ruby::Reading);
    clear_attributes();
    at = read_attributes(at, start);
    if (at ==
        npos) {  // a quote or tag that never ends: ends at the first ">" instead, or with the page
      const std::size_t end = tag_end_.from(start);
      clear_attributes();
      remember_dead_places();
      at = end == npos ? text_.size() : end + 1;
    }
    at_ = at;
    const bool self_closing = at >= 2 && text_[at - 1] == '>' && text_[at - 2] == '/';
    const bool ended = xml_ && self_closing;
    const Content content = content_of(tag);
    if (content == Content::Drop) {
      const bool opaque = tag == Tag::Script || tag == Tag::Style;
      if (!self_closing || (opaque && !ended)) drop_content(tag);
      return;
    }
    const bool opened = open(tag);
    if (ended) {
      if (opened) close(tag);
    } else if (content == Content::Text) {
      text_content(tag);
    }
  }

  /// Fills attributes_ with the kept ones; returns the position behind ">" or npos when the tag
  /// does not end.
  std::size_t read_attributes(std::size_t at, std::size_t start) {
    std::size_t count = 0;
    const std::size_t size = text_.size();
    places_.clear();
    while (true) {
      while (at < size && (is_space(text_[at]) || text_[at] == '/')) ++at;
      if (at >= size || (!dead_places_.empty() && dead_places_[at])) return npos;
      if (text_[at] == '>') return at + 1;
      places_.push_back(static_cast<std::uint32_t>(at));
      const std::size_t name_begin = at++;
      while (at < size && text_[at] != '=' && text_[at] != '>' && text_[at] != '/' &&
             !is_space(text_[at]))
        ++at;
      RawAttribute attribute{text_.substr(name_begin, at - name_begin), {}, '"'};
      while (at < size && is_space(text_[at])) ++at;
      if (at < size && text_[at] == '=') {
        ++at;
        while (at < size && is_space(text_[at])) ++at;
        if (at >= size) return npos;
        at = read_value(at, attribute);
        if (at == npos) return npos;
      }
      if (attribute.value.size() >= kLeastStoryBytes) keep_state(attribute.value);
      if (++count <= kMaxAttributes && at - start <= kMaxTagBytes) keep(attribute);
    }
  }

  std::size_t read_value(std::size_t at, RawAttribute& attribute) {
    const char quote = text_[at];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = (quote == '"' ? double_quote_ : single_quote_).from(at + 1);
      if (end == npos) return npos;
      attribute.value = text_.substr(at + 1, end - at - 1);
      attribute.quote = quote;
      return end + 1;
    }
    const std::size_t begin = at;
    while (at < text_.size() && text_[at] != '>' && !is_space(text_[at])) ++at;
    attribute.value = text_.substr(begin, at - begin);
    attribute.quote = attribute.value.find('"') == npos ? '"' : '\'';
    return at;
  }

  void keep(const RawAttribute& attribute) {
    if (attribute.name.size() > 14) return;
    std::array<char, 14> lower{};
    for (std::size_t i = 0; i < attribute.name.size(); ++i) {
      const char c = attribute.name[i];
      lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    const Attr attr = attr_of(std::string_view(lower.data(), attribute.name.size()));
    const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(attr);
    if (attr == Attr::None || (seen_ & bit) != 0) return;  // of two with one name the first counts
    RawAttribute kept{attribute.name, utf8_prefix(attribute.value, kMaxValueBytes), attribute.quote,
                      attr};
    if (attr == Attr::Style) {
      kept.value = display_of(attribute.value);
      if (kept.value.empty()) return;
      kept.quote = '"';
    }
    seen_ |= bit;
    attributes_.push_back(kept);
  }

  void clear_attributes() {
    attributes_.clear();
    seen_ = 0;
  }

  /// From where the attributes of this tag begin no tag ends: one that comes to such a place, as
  /// all do in a page whose every ">" stands in quotes, need not be read to the end of the page.
  void remember_dead_places() {
    if (dead_places_.empty()) dead_places_.resize(text_.size());
    for (const std::uint32_t place : places_) dead_places_[place] = true;
  }

  /// The kept attributes as they would stand in the tag.
  std::string attribute_text() const {
    std::string text;
    for (const RawAttribute& attribute : attributes_) {
      text += ' ';
      text += to_lower_ascii(attribute.name);
      text += '=';
      text += attribute.quote;
      text += attribute.value;
      text += attribute.quote;
    }
    return text;
  }

  void write_attributes() {
    if (attributes_.empty()) return;
    if (!std::ranges::all_of(attributes_, is_plain)) {
      page_.html += attribute_text();
      return;
    }
    page_.html += ' ';
    page_.html += kListAttribute;
    page_.html += "=\"";
    page_.html += std::to_string(page_.list_ends.size());
    page_.html += '"';
    for (const RawAttribute& attribute : attributes_)
      page_.attributes.push_back({attribute.attr, attribute.value});
    page_.list_ends.push_back(static_cast<std::uint32_t>(page_.attributes.size()));
  }

  /// Whether an element is open now that an end tag may close.
  bool open(Tag tag) {
    const bool holds = !is_void(tag);
    if (holds) {
      if (!open_.empty() && replaces(tag, open_.top())) open_.pop();
      if (open_.size() >= kMaxDepth) {
        page_.truncated = true;
        page_.html += is_block(tag) ? "<br>" : "";
        return false;
      }
      open_.push(tag);
    }
    page_.html += '<';
    page_.html += output_name(tag);
    if (tag != Tag::Img) write_attributes();
    page_.html += '>';
    return holds;
  }

  /// Position of "</name" from `at` on in any case; npos when there is none.
  std::size_t find_close(Tag tag, std::size_t at) {
    std::size_t& none_from = no_close_[static_cast<std::size_t>(tag)];
    if (at >= none_from) return npos;
    const std::string_view wanted = name(tag);
    for (std::size_t i = at;; i += 2) {
      i = text_.find("</", i);
      if (i == npos) break;
      const std::string_view rest = text_.substr(i + 2);
      if (starts_with_ascii_nocase(rest, wanted) &&
          (rest.size() == wanted.size() || !is_letter(rest[wanted.size()]))) {
        return i;
      }
    }
    none_from = at;
    return npos;
  }

  void drop_content(Tag tag) {
    std::size_t close = find_close(tag, at_);
    if (close == npos) {
      // A browser takes all the rest for script or style; other elements just lose their tag.
      if (tag == Tag::Script || tag == Tag::Style) at_ = text_.size();
      return;
    }
    if (tag == Tag::Script) keep_script(text_.substr(at_, close - at_));
    const std::size_t end = tag_end_.from(close);
    at_ = end == npos ? text_.size() : end + 1;
  }

  /// An object in an attribute, data-page="{&quot;…", is the state of a program as one in a script.
  void keep_state(std::string_view value) {
    const bool object = value.starts_with("{&quot;") || value.starts_with("{\"");
    if (object && value.size() <= kMaxJsonBytes && page_.scripts.size() < kMaxJsonScripts)
      page_.scripts.push_back(value);
  }

  void keep_script(std::string_view body) {
    if (body.size() > kMaxJsonBytes) return;
    const std::string written = to_lower_ascii(attribute_text());
    if (written.find("ld+json") != npos && written.find("type=") != npos) {
      if (page_.json_ld.size() < kMaxJsonScripts) page_.json_ld.emplace_back(body);
    } else if (body.size() >= kLeastStoryBytes && page_.scripts.size() < kMaxJsonScripts) {
      page_.scripts.push_back(body);
    }
  }

  /// Content in which "<" is only a character, such as a title's.
  void text_content(Tag tag) {
    const std::size_t close = find_close(tag, at_);
    if (close == npos) return;
    for (const char c : text_.substr(at_, close - at_)) {
      if (c == '<') {
        page_.html += "&lt;";
      } else {
        page_.html += c;
      }
    }
    at_ = close;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool xml_ = false;  // "/>" ends every element
  Ruby ruby_ = Ruby::None;
  PrescannedPage page_;
  Finder comment_end_, subset_end_, tag_end_, double_quote_, single_quote_;
  std::string name_;                      // of the tag being read
  std::vector<RawAttribute> attributes_;  // kept ones of the tag being read
  std::uint32_t seen_ = 0;                // bits of their names
  std::vector<std::uint32_t> places_;     // where all attributes of the tag being read begin
  std::vector<bool> dead_places_;         // behind which no tag ends; empty: none is known
  OpenElements open_;
  std::array<std::size_t, kTagCount> no_close_{};
};

}  // namespace

static_assert(static_cast<unsigned>(Attr::Type) < 32, "a bit for each name");

PrescannedPage prescan_html(std::string_view text) { return Prescan(text).run(); }

}  // namespace pressmark::indexer
