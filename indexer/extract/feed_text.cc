#include "indexer/extract/feed_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "common/text.h"
#include "common/xml_tags.h"
#include "indexer/extract/content/content_finder.h"
#include "indexer/extract/page_kind.h"
#include "indexer/extract/text/block.h"
#include "indexer/markup/dom.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;

// Letters. Teasers have 20 to 60 words, some 300 letters; DECISIONS S8.
constexpr std::uint32_t kLeastCut = 1000;      // of content that goes on elsewhere
constexpr std::uint32_t kLeastSummary = 1500;  // 250 words
constexpr std::uint32_t kLeastParagraphs = 900;
constexpr std::size_t kParagraphs = 3;

/// Elements that part paragraphs.
constexpr std::array kBlocks = {"p"sv,  "br"sv, "div"sv, "li"sv,  "h2"sv,         "h3"sv,
                                "h4"sv, "td"sv, "h1"sv,  "pre"sv, "blockquote"sv, "section"sv};

/// The lines with which programs that make feeds sign each item: their begin and what follows in
/// them.
constexpr std::pair<std::string_view, std::string_view> kSignatures[] = {
    {"the post ", " appeared first on "},      {"the post ", " first appeared on "},
    {"der beitrag ", " erschien zuerst "},     {"l’article ", " est apparu en premier "},
    {"l'article ", " est apparu en premier "}, {"la entrada ", " se publicó primero "},
    {"la entrada ", " aparece primero "},      {"o post ", " apareceu primeiro "},
    {"l'articolo ", " proviene da "},          {"l’articolo ", " proviene da "},
    {"het bericht ", " verscheen eerst "},     {"artykuł ", " pochodzi z serwisu "},
    {"сообщение ", " появились сначала на "},  {"запись ", " впервые появилась "}};

/// Last lines, or ends of them, that lead to the rest of the text elsewhere.
constexpr std::array kInvitations = {"read more"sv,
                                     "read the full story"sv,
                                     "read full article"sv,
                                     "read the rest"sv,
                                     "continue reading"sv,
                                     "full story"sv,
                                     "weiterlesen"sv,
                                     "mehr lesen"sv,
                                     "lire la suite"sv,
                                     "lire plus"sv,
                                     "leer más"sv,
                                     "seguir leyendo"sv,
                                     "sigue leyendo"sv,
                                     "leia mais"sv,
                                     "continue lendo"sv,
                                     "leggi tutto"sv,
                                     "continua a leggere"sv,
                                     "lees meer"sv,
                                     "lees verder"sv,
                                     "czytaj więcej"sv,
                                     "czytaj dalej"sv,
                                     "läs mer"sv,
                                     "les mer"sv,
                                     "læs mere"sv,
                                     "lue lisää"sv,
                                     "читать далее"sv,
                                     "читать дальше"sv,
                                     "подробнее"sv,
                                     "читати далі"sv,
                                     "devamını oku"sv,
                                     "続きを読む"sv,
                                     "阅读全文"sv,
                                     "閱讀全文"sv,
                                     "اقرأ المزيد"sv};
constexpr std::size_t kMaxInvitation = 200;  // bytes: "Read more: HEADLINE"

bool is_signature(std::string_view folded) {
  return std::ranges::any_of(kSignatures, [&](const auto& signature) {
    return folded.starts_with(signature.first) && folded.find(signature.second) != npos;
  });
}

std::string_view without_marks(std::string_view text) {
  constexpr std::array kMarks = {"»"sv, "→"sv, "›"sv, ">"sv, "."sv, "["sv,
                                 "]"sv, "("sv, ")"sv, "…"sv, " "sv};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : kMarks) {
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), found = true;
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), found = true;
    }
  }
  return text;
}

bool is_invitation(std::string_view folded) {
  if (folded.size() > kMaxInvitation) return false;
  folded = without_marks(folded);
  return std::ranges::any_of(kInvitations,
                             [&](std::string_view words) { return folded.starts_with(words); });
}

/// Ends in "…" as programs cut a text, or in an invitation.
bool ends_cut(std::string_view paragraph) {
  for (const std::string_view mark : {"…"sv, "..."sv, "[…]"sv, "[...]"sv, "(...)"sv, "(…)"sv}) {
    if (paragraph.ends_with(mark)) return true;
  }
  const std::string folded =
      fold_case(paragraph.substr(paragraph.size() - std::min(paragraph.size(), kMaxInvitation)));
  const std::string_view end = without_marks(folded);
  const std::size_t sentence = end.find_last_of(".!?");
  if (sentence != npos && is_invitation(end.substr(sentence + 1))) return true;
  return std::ranges::any_of(kInvitations,
                             [&](std::string_view words) { return end.ends_with(words); });
}

bool has_block(std::string_view html) {
  XmlTags tags(html);
  while (const auto tag = tags.next()) {
    if (std::ranges::count(kBlocks, to_lower_ascii(tag->name.substr(0, 12))) > 0) return true;
  }
  return false;
}

/// A page with nothing but this in it.
std::string page_around(std::string_view html, std::string_view title) {
  std::string page = "<html><body><article><h1>";
  for (const char c : title) {
    if (c == '<') {
      page += "&lt;";
    } else if (c == '&') {
      page += "&amp;";
    } else {
      page += c;
    }
  }
  page += "</h1>\n";
  if (has_block(html)) {
    page += html;
  } else {
    for (const std::string_view paragraph : paragraphs(html))
      page.append("<p>").append(paragraph).append("</p>\n");
  }
  return page + "</article></body></html>";
}

/// All text of the page but the title.
FeedText all_text(const Page& page) {
  FeedText all;
  bool title = true;
  for_each_block(page, [&](const Block& block) {
    if (std::exchange(title, false) && page.tag(block.element) == Tag::H1) return;
    if (!all.text.empty()) all.text += "\n\n";
    all.text += block.text;
    all.weight += block.weight;
  });
  return all;
}

/// Takes off what stands behind the text, and notes whether it goes on elsewhere.
void trim_end(FeedText& found) {
  std::vector<std::string_view> parts = paragraphs(found.text);
  while (!parts.empty()) {
    const std::string folded = fold_case(trim(parts.back()));
    const bool invitation = is_invitation(folded);
    if (!invitation && !is_signature(folded)) break;
    found.cut = found.cut || invitation;
    parts.pop_back();
  }
  found.paragraphs = parts.size();
  if (parts.empty()) {
    found.text.clear();
    found.weight = 0;
    return;
  }
  found.cut = found.cut || ends_cut(trim(parts.back()));
  const auto end =
      static_cast<std::size_t>(parts.back().data() - found.text.data()) + parts.back().size();
  if (end == found.text.size()) return;
  found.text.resize(end);
  found.weight = text_weight(found.text);
}

}  // namespace

FeedText feed_text(std::string_view html, std::string_view title, std::string_view summary) {
  if (trim(html).empty()) return {};
  const Page page = parse_page(page_around(html, title));
  FeedText text = all_text(page);
  const std::uint32_t weight = text.weight;
  trim_end(text);
  // Nearly all that a feed gives is the article: where the finder sees less it is mistaken, about
  // tables of results and lists of links.
  if (auto found = find_content(page, {title, summary, {}});
      found && 10 * found->weight > 9 * weight) {
    text = {.text = std::move(found->text), .weight = found->weight, .cut = text.cut};
    trim_end(text);
  }
  return text;
}

bool is_article(const FeedText& content) {
  return content.weight >= (content.cut ? kLeastCut : kStubWeight);
}

bool is_article_in_summary(const FeedText& summary) {
  return !summary.cut && (summary.weight >= kLeastSummary || (summary.weight >= kLeastParagraphs &&
                                                              summary.paragraphs >= kParagraphs));
}

}  // namespace pressmark::indexer
