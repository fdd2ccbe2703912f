#include "indexer/extract/page_kind.h"

#include <array>
#include <string>
#include <string_view>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

constexpr std::uint32_t kErrorWeight = 600;  // letters: error pages explain themselves briefly
constexpr std::uint32_t kConsentWeight = 6000;
constexpr std::uint32_t kStubWeight = 250;
constexpr std::uint32_t kListingProse = 1500;
constexpr std::uint32_t kNoArticleProse = 200;  // beside so many teasers
constexpr std::uint32_t kListingLines = 6;
constexpr std::uint32_t kProsePerTeaser =
    150;  // letters of prose for each linked line: an excerpt, not a text

bool says_article(const Page& page, const PageMetadata& metadata) {
  if (metadata.published || !metadata.authors.empty() || !metadata.article_body.empty())
    return true;
  for (NodeId node = 0; node < page.size(); ++node) {
    if (page.tag(node) != Tag::Meta || page.attribute(node, Attr::Property) != "og:type") continue;
    return page.attribute(node, Attr::Content).starts_with("article");
  }
  return false;
}

bool has_type(const Page& page, std::string_view type) {
  for (const std::string& json : page.json_ld()) {
    if (json.find(type) != std::string::npos) return true;
  }
  return false;
}

/// Whether a status code of HTTP stands in the text as a word of its own.
bool has_status_code(std::string_view text) {
  constexpr std::array<std::string_view, 8> kCodes = {"400", "401", "403", "404",
                                                      "410", "500", "502", "503"};
  const auto is_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  for (const std::string_view code : kCodes) {
    const std::size_t at = text.find(code);
    if (at == std::string_view::npos) continue;
    if ((at == 0 || !is_word(text[at - 1])) && (at + 3 == text.size() || !is_word(text[at + 3])))
      return true;
  }
  return false;
}

/// Title of a page that was not found, in the languages whose servers say it in words alone.
bool says_not_found(std::string_view title) {
  constexpr std::array<std::string_view, 16> kPhrases = {
      "not found",      "page unavailable", "access denied",  "forbidden",
      "nicht gefunden", "introuvable",      "no encontrada",  "não encontrada",
      "non trovata",    "niet gevonden",    "nie znaleziono", "не найдена",
      "не знайдено",    "bulunamadı",       "找不到",         "見つかりません"};
  const std::string folded = fold_case(title);
  for (const std::string_view phrase : kPhrases) {
    if (folded.find(phrase) != std::string::npos) return true;
  }
  return false;
}

bool is_error(const Page& page, const PageMetadata& metadata, const FoundContent& content) {
  if (content.weight > kErrorWeight) return false;
  const auto title = page.find(Tag::Title, 0, page.size());
  const std::string shown = title ? text_of(page, *title) : std::string();
  return has_status_code(shown) || says_not_found(shown) || says_not_found(metadata.title);
}

bool is_listing(const FoundContent& content) {
  if (content.linked_lines >= kListingLines && content.prose < kNoArticleProse) return true;
  return content.linked_lines_inside >= kListingLines && content.prose < kListingProse &&
         content.prose < kProsePerTeaser * content.linked_lines_inside;
}

bool is_consent(const FoundContent& content) {
  if (content.weight > kConsentWeight) return false;
  std::size_t with = 0, all = 0;
  for (const std::string_view paragraph : paragraphs(content.text)) {
    ++all;
    const std::string folded = fold_case(paragraph);
    for (const std::string_view word : {"cookie", "gdpr", "куки", "クッキー", "쿠키"}) {
      if (folded.find(word) != std::string::npos) {
        ++with;
        break;
      }
    }
  }
  return (content.in_consent && with > 0) || (all >= 2 && with * 2 > all);
}

}  // namespace

PageKind page_kind(const Page& page, const PageMetadata& metadata, const FoundContent& content) {
  const bool article = says_article(page, metadata);
  if (has_type(page, "LiveBlogPosting")) return PageKind::LiveBlog;
  if (!article) {
    if (is_error(page, metadata, content)) return PageKind::ErrorPage;
    if (is_consent(content)) return PageKind::ConsentPage;
    if (is_listing(content)) return PageKind::Listing;
  }
  if (content.weight < kStubWeight && content.walled) return PageKind::Stub;
  return PageKind::Article;
}

}  // namespace pressmark::indexer
