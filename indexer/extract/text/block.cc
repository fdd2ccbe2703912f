#include "indexer/extract/text/block.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <unicode/uchar.h>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/text/text_paragraphs.h"

namespace pressmark::indexer {
namespace {

bool is_white_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  if (c < 0x2000) return c == 0x85 || c == 0xA0 || c == 0x1680;
  return c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Weight of one code point: 0 for what is no letter or digit.
std::uint32_t weight_of(char32_t c) {
  if (c < 0x80)
    return static_cast<std::uint32_t>((c >= '0' && c <= '9') ||
                                      ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'));
  if (c < 0xC0) return 0;
  if (c < 0x2000) return 1;  // alphabets; their few marks and signs do no harm
  if (c < 0x2E80) return 0;
  if (c < 0x3040) return c == 0x3005 || c == 0x3007 ? 3 : 0;
  if (c >= 0xAC00 && c <= 0xD7A3) return 2;
  if (c >= 0xFE10 && c <= 0xFE6F) return 0;
  if (c >= 0xFF00 && c <= 0xFF65)
    return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
                   (c >= 0xFF41 && c <= 0xFF5A)
               ? 1
               : 0;
  if (c >= 0x1F000 && c <= 0x1FAFF) return 0;
  return u_isalnum(static_cast<UChar32>(c)) ? 3 : 0;
}

bool is_sentence_end(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0xFF0E:
    case 0x0964:
    case 0x0965:
    case 0x061F:
    case 0x06D4:
    case 0x0589:
    case 0x1362:
    case 0x1367:
    case 0x17D4:
    case 0x104B:
    case 0x0F0D:
    case 0x203C:
    case 0x2049:
      return true;
    default:
      return false;
  }
}

bool is_closer(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x201D:
    case 0x2019:
    case 0xBB:
    case 0x201C:
    case 0x2018:
    case 0x203A:
    case 0x300D:
    case 0x300F:
    case 0xFF09:
    case 0x3011:
      return true;
    default:
      return false;
  }
}

/// What stands before a name in an account's address, and what shares the page with readers.
constexpr std::string_view kAccountKinds[] = {
    "in",      "company", "channel", "c",     "user",   "profile", "people",  "pages",
    "sharing", "sharer",  "intent",  "share", "groups", "s",       "joinchat"};
/// Last steps that stand where an account's name does.
constexpr std::string_view kNoAccounts[] = {"watch", "playlist", "results", "search"};

/// Whether a link leads to a person or an account instead of a page: mail, or at a social network a
/// path of one step, or of two the first of which says so. Posts and films are pages.
bool is_contact(std::string_view href) {
  if (href.starts_with("mailto:")) return true;
  const std::size_t scheme = href.find("//");
  if (scheme == std::string_view::npos || scheme > 6) return false;
  std::string_view rest = href.substr(scheme + 2);
  if (rest.starts_with("www.")) rest.remove_prefix(4);
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return false;
  constexpr std::string_view kHosts[] = {
      "twitter.com", "x.com",    "facebook.com", "instagram.com", "linkedin.com", "t.me",
      "threads.net", "bsky.app", "youtube.com",  "tiktok.com",    "whatsapp.com"};
  if (std::ranges::count(kHosts, rest.substr(0, slash)) == 0) return false;
  std::string_view path = rest.substr(slash + 1);
  path = path.substr(0, path.find_first_of("?#"));
  if (path.ends_with('/')) path.remove_suffix(1);
  const std::size_t step = path.find('/');
  if (step == std::string_view::npos) return std::ranges::count(kNoAccounts, path) == 0;
  return std::ranges::count(kAccountKinds, path.substr(0, step)) > 0;
}

/// Gathers text into blocks while the page is walked.
class BlockMaker {
 public:
  BlockMaker(const Page& page, const std::function<void(Block)>& take) : page_(page), take_(take) {}

  void run() {
    for (NodeId node = 0; node < page_.size(); ++node) {
      leave(node);
      const Tag tag = page_.tag(node);
      if (tag == Tag::Text) {
        add(node);
      } else if (tag == Tag::Br) {
        ++breaks_;
        if (breaks_ >= 2) flush();
      } else {
        enter(node, tag);
      }
    }
    flush();
  }

 private:
  void enter(NodeId node, Tag tag) {
    if (is_set_apart(page_, node)) {
      flush();
      if (page_.end(node) > node + 1) elements_.push_back(node);
      if (tag == Tag::Pre && node >= pre_end_) enter_pre(node);
    } else if (tag == Tag::Custom) {
      enter_custom(node);
    } else if (tag == Tag::A) {
      if (link_end_ <= node) link_end_ = page_.end(node);
      ++block_.links;
      if (is_contact(page_.attribute(node, Attr::Href))) ++block_.contact_links;
    } else if (tag == Tag::B || tag == Tag::Strong || tag == Tag::Em || tag == Tag::I) {
      if (strong_end_ <= node) strong_end_ = page_.end(node);
    }
  }

  /// Lines of a <pre> are the writer's, and may be wrapped as those of a plain text.
  void enter_pre(NodeId node) {
    pre_end_ = page_.end(node);
    std::string text;
    for (NodeId i = node; i < pre_end_; ++i) text += page_.text(i);
    std::vector<std::string_view> lines = split(text, '\n');
    for (std::string_view& line : lines) line = trim(line);
    pre_joins_ = line_joins(lines);
    pre_line_ = 0;
  }

  void end_line() {
    ++pre_line_;
    const LineJoin join = pre_line_ < pre_joins_.size() ? pre_joins_[pre_line_] : LineJoin::None;
    if (join == LineJoin::Tight) return;
    if (join == LineJoin::Blank) {
      space_ = true;
    } else if (++breaks_ >= 2) {
      flush();
    }
  }

  /// How elements of a page's own making are shown is not said in it. Two that follow each other
  /// with nothing between are hardly parts of one word, and paragraphs where a sentence ends.
  void enter_custom(NodeId node) {
    if (custom_left_) {
      if (after_end_) flush();
      space_ = true;
    }
    customs_.push_back(page_.end(node));
  }

  void leave(NodeId node) {
    while (!customs_.empty() && customs_.back() <= node) {
      custom_left_ = true;
      customs_.pop_back();
    }
    while (!elements_.empty() && page_.end(elements_.back()) <= node) {
      flush();
      elements_.pop_back();
    }
  }

  void add(NodeId node) {
    const std::string_view text = page_.text(node);
    const bool linked = node < link_end_;
    const bool strong = node < strong_end_;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      if (const std::size_t letters = within_word(text, at); letters > 0) {
        at += letters;
        custom_left_ = false;
        block_.end = node + 1;
        block_.text.append(text, begin, letters);
        block_.weight += static_cast<std::uint32_t>(letters);
        if (linked) block_.link_weight += static_cast<std::uint32_t>(letters);
        if (strong) block_.strong_weight += static_cast<std::uint32_t>(letters);
        continue;
      }
      const char32_t c = next_code_point(text, at);
      if (c == '\n' && node < pre_end_) {
        end_line();
        continue;
      }
      if (is_white_space(c)) {
        space_ = true;
        continue;
      }
      if (is_zero_width_space(c)) {
        zero_width_ = true;
        continue;
      }
      custom_left_ = false;
      if (block_.text.empty()) {
        block_.begin = node;
        block_.element = elements_.empty() ? 0 : elements_.back();
      } else if (breaks_ > 0) {
        block_.text += '\n';
      } else if (space_) {
        block_.text += ' ';
      } else if (zero_width_ && keeps_zero_width_space(c)) {
        append_code_point(block_.text, 0x200B);
      }
      const bool end = is_sentence_end(c);
      if (after_end_ && (space_ || breaks_ > 0 || (wide_end_ && !end && !is_closer(c)))) {
        ++block_.sentence_ends;
        wide_end_ = false;
      }
      space_ = zero_width_ = false;
      breaks_ = 0;
      block_.end = node + 1;
      block_.text.append(text, begin, at - begin);
      const std::uint32_t weight = end ? 0 : weight_of(c);
      block_.weight += weight;
      if (linked) block_.link_weight += weight;
      if (strong) block_.strong_weight += weight;
      if (end) {
        after_end_ = true;
        wide_end_ = c >= 0x3000;  // no blank follows in these scripts
      } else if (!is_closer(c)) {
        after_end_ = wide_end_ = false;
      }
    }
  }

  /// ASCII letters from `at` on that go on a word, which change nothing but the block's weight.
  std::size_t within_word(std::string_view text, std::size_t at) const {
    if (space_ || zero_width_ || after_end_ || breaks_ > 0 || block_.text.empty()) return 0;
    std::size_t end = at;
    while (end < text.size() && is_ascii_letter(text[end])) ++end;
    return end - at;
  }

  void flush() {
    if (block_.weight > 0) {
      block_.ends_sentence = after_end_;
      if (after_end_) ++block_.sentence_ends;
      take_(std::move(block_));
    }
    block_ = {};
    space_ = zero_width_ = after_end_ = wide_end_ = false;
    breaks_ = 0;
  }

  const Page& page_;
  const std::function<void(Block)>& take_;
  Block block_;
  std::vector<NodeId> elements_;
  std::vector<NodeId> customs_;  // where the open ones end
  bool custom_left_ = false;     // one ended, and no text followed yet
  NodeId pre_end_ = 0;
  std::vector<LineJoin> pre_joins_;
  std::size_t pre_line_ = 0;
  NodeId link_end_ = 0;
  NodeId strong_end_ = 0;
  std::uint32_t breaks_ = 0;
  bool space_ = false;
  bool zero_width_ = false;
  bool after_end_ = false;
  bool wide_end_ = false;
};

}  // namespace

void for_each_block(const Page& page, const std::function<void(Block)>& take) {
  BlockMaker(page, take).run();
}

std::uint32_t text_weight(std::string_view text) {
  std::uint32_t weight = 0;
  for (std::size_t at = 0; at < text.size();) weight += weight_of(next_code_point(text, at));
  return weight;
}

}  // namespace pressmark::indexer
