#include "indexer/extract/content/text_signature.h"

#include <algorithm>
#include <optional>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/authors/byline_words.h"
#include "indexer/extract/authors/person_name.h"
#include "indexer/extract/content/page_fields.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kEdgeBytes = 160;  // of a text in which brackets may sign it
constexpr std::size_t kMaxSignatureBytes = 80;
constexpr NodeId kNear = 40;  // nodes behind the text
constexpr int kMaxLines = 2;

using Names = std::vector<std::string>;

/// A word of the trade at the beginning or the end: "记者王小明", "홍길동 기자", "本报记者 李华".
bool names_trade(std::string_view inside) {
  constexpr std::string_view kUnspaced[] = {"记者", "記者", "通讯员", "通訊員", "기자", "특파원"};
  return std::ranges::any_of(kUnspaced, [&](std::string_view word) {
    return inside.find(word) != std::string_view::npos;
  });
}

/// "한강일보 홍길동 기자": the name alone, which is one word, or two where the surname stands
/// apart.
std::string_view without_outlet_before(std::string_view inside) {
  const std::vector<std::string_view> words = split(inside, ' ');
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] != "기자" && words[i] != "특파원") continue;
    const bool apart = i > 1 && count_code_points(words[i - 2]) == 1;
    const std::string_view first = words[i - (apart ? 2 : 1)];
    return inside.substr(static_cast<std::size_t>(first.data() - inside.data()));
  }
  return inside;
}

/// What stands in each pair of brackets, in turn.
Names bracketed_names(std::string_view text, const Outlet& outlet, std::string_view language) {
  constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {
      {"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}};
  for (const auto& [open, close] : kBrackets) {
    std::size_t begin = text.find(open);
    while (begin != std::string_view::npos) {
      begin += open.size();
      const std::size_t end = text.find(close, begin);
      if (end == std::string_view::npos) break;
      const std::string_view inside = trim(text.substr(begin, end - begin));
      if (names_trade(inside)) {
        if (Names names = author_names(without_outlet_before(inside), BylineOrigin::Visible, outlet,
                                       language);
            !names.empty())
          return names;
      }
      begin = text.find(open, end);
    }
  }
  return {};
}

/// Whether a text node is all in italics or bold, and in no link.
bool is_emphasised(const Page& page, NodeId node) {
  constexpr int kMaxSteps = 4;
  bool apart = false;
  for (int step = 0; step < kMaxSteps && node != 0; ++step) {
    node = page.parent(node);
    const Tag tag = page.tag(node);
    if (tag == Tag::A) return false;
    apart = apart || tag == Tag::B || tag == Tag::Strong || tag == Tag::I || tag == Tag::Em;
  }
  return apart;
}

/// The one name that a line is, of two or three words with a capital each.
std::optional<std::string> whole_name(std::string_view line, const Outlet& outlet,
                                      std::string_view language) {
  line = trim(line);
  if (line.ends_with('.')) line.remove_suffix(1);
  const std::vector<NameWord> words = words_of(line);
  if (words.size() < 2 || words.size() > 3 ||
      std::ranges::any_of(words, [](const NameWord& w) { return w.first != LetterCase::Upper; }))
    return std::nullopt;
  const Names names = author_names(line, BylineOrigin::Visible, outlet, language);
  if (names.size() != 1 || outlet_name_key(names[0]) != outlet_name_key(line)) return std::nullopt;
  return names[0];
}

/// The element that the text's last paragraph stands in: its own block if that goes on behind it.
NodeId place_of_end(const Page& page, const FoundContent& content, NodeId last) {
  NodeId block = last;
  while (block != 0 && !is_block(page.tag(block))) block = page.parent(block);
  return page.end(block) > content.end + 1 ? block : page.parent(block);
}

/// "(봉산=하늘통신) 홍길동 기자 =": agencies of Korea sign before a sign of equality.
Names signed_before_equals(std::string_view text, const Outlet& outlet, std::string_view language) {
  constexpr std::string_view kTrade = "기자";
  const std::size_t at = text.find(kTrade);
  if (at == std::string_view::npos || !trim(text.substr(at + kTrade.size())).starts_with('='))
    return {};
  std::string_view before = text.substr(0, at + kTrade.size());
  const std::size_t place = before.rfind(')');
  if (place != std::string_view::npos) before = before.substr(place + 1);
  return author_names(without_outlet_before(trim(before)), BylineOrigin::Visible, outlet, language);
}

}  // namespace

std::vector<std::string> reporters_in_text(std::string_view text, const Outlet& outlet,
                                           std::string_view language) {
  const std::string_view begin = utf8_prefix(text, kEdgeBytes);
  if (Names names = bracketed_names(begin, outlet, language); !names.empty()) return names;
  if (Names names = signed_before_equals(begin, outlet, language); !names.empty()) return names;
  std::size_t from = text.size() - std::min(text.size(), kEdgeBytes);
  while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
  return bracketed_names(text.substr(from), outlet, language);
}

std::vector<std::string> name_behind_text(const Page& page, const FoundContent& content,
                                          const Outlet& outlet, std::string_view language) {
  if (content.kept.empty()) return {};  // a text that the page does not show
  const NodeId last = content.kept.back();
  const NodeId end = std::min(page.end(place_of_end(page, content, last)), content.end + kNear);
  int lines = 0;
  for (NodeId node = last; node < end && lines < kMaxLines; ++node) {
    if (!page.is_text(node)) continue;
    const std::string line = collapse_space(utf8_prefix(page.text(node), kMaxSignatureBytes + 1));
    if (line.empty()) continue;
    if (node >= content.end) ++lines;
    if (line.size() > kMaxSignatureBytes || !is_emphasised(page, node)) continue;
    if (auto name = whole_name(line, outlet, language)) return {*std::move(name)};
  }
  return {};
}

}  // namespace pressmark::indexer
