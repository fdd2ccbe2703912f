#include "indexer/extract/page_kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

constexpr std::uint32_t kErrorWeight = 600;  // letters: error pages explain themselves briefly
constexpr std::uint32_t kConsentWeight = 6000;
constexpr std::uint32_t kListingProse = 1500;
constexpr std::uint32_t kNoArticleProse = 200;  // beside so many teasers
constexpr std::uint32_t kListingLines = 6;
constexpr std::uint32_t kProsePerTeaser =
    150;  // letters of prose for each linked line: an excerpt, not a text

/// Says so for machines: what a page prints may be a teaser's.
bool states_article(const Page& page, const PageMetadata& metadata) {
  if (!metadata.article_body.empty()) return true;
  if (metadata.published && metadata.published->origin != DateOrigin::Time &&
      metadata.published->origin != DateOrigin::Text)
    return true;
  for (NodeId node = 0; node < page.size(); ++node) {
    if (page.tag(node) != Tag::Meta || page.attribute(node, Attr::Property) != "og:type") continue;
    return page.attribute(node, Attr::Content).starts_with("article");
  }
  return false;
}

bool says_article(const Page& page, const PageMetadata& metadata) {
  return metadata.published || !metadata.authors.empty() || states_article(page, metadata);
}

bool has_type(const Page& page, std::string_view type) {
  for (const std::string& json : page.json_ld()) {
    if (json.find(type) != std::string::npos) return true;
  }
  return false;
}

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

/// The parts of a title between what separates them: "404", "Halden Post".
std::vector<std::string_view> parts_of(std::string_view title) {
  constexpr std::array<std::string_view, 17> kSeparators = {
      " - ", "–", "—", "|", ":", "：", "·", "•", "»", "«", "!", "！", ",", ".", "…", "(", ")"};
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < title.size();) {
    const auto* const separator = std::ranges::find_if(
        kSeparators, [&](std::string_view mark) { return title.substr(at).starts_with(mark); });
    if (separator == kSeparators.end()) {
      ++at;
      continue;
    }
    parts.push_back(trim(title.substr(begin, at - begin)));
    begin = at += separator->size();
  }
  parts.push_back(trim(title.substr(begin)));
  return parts;
}

bool is_status_code(std::string_view word) {
  constexpr std::array<std::string_view, 8> kCodes = {"400", "401", "403", "404",
                                                      "410", "500", "502", "503"};
  return std::ranges::count(kCodes, word) > 0;
}

/// What may stand beside a status code where it is one: "403 migrants rescued" has none.
bool is_word_of_errors(std::string_view word) {
  constexpr std::array<std::string_view, 64> kWords = {
      "error",   "errors",      "http",        "status",     "code",        "oops",
      "sorry",   "page",        "pages",       "file",       "not",         "found",
      "could",   "be",          "was",         "no",         "forbidden",   "unauthorized",
      "gone",    "bad",         "request",     "gateway",    "internal",    "server",
      "service", "temporarily", "unavailable", "access",     "denied",      "fehler",
      "seite",   "nicht",       "gefunden",    "erreur",     "introuvable", "non",
      "trouvée", "errore",      "pagina",      "trovata",    "página",      "encontrada",
      "não",     "erro",        "fout",        "niet",       "gevonden",    "błąd",
      "strona",  "strony",      "nie",         "znaleziono", "ошибка",      "страница",
      "не",      "найдена",     "помилка",     "сторінку",   "сторінка",    "знайдено",
      "hata",    "sayfa",       "bulunamadı",  "ikke"};
  constexpr std::array<std::string_view, 10> kUnspaced = {
      "错误", "錯誤", "页", "頁", "找不到", "不存在", "エラー", "ページ", "오류", "페이지"};
  return std::ranges::count(kWords, word) > 0 || holds_any(word, kUnspaced);
}

/// "Error 404", "404 Not Found", "404": a status code of HTTP and nothing but words of errors.
bool is_status(std::string_view part) {
  std::string spaced(part);
  std::ranges::replace(spaced, '-', ' ');
  bool code = false;
  for (std::string_view word : split(spaced, ' ')) {
    const bool ends = word.size() <= 3 || static_cast<unsigned char>(word[3]) >= 0x80;  // "404错误"
    if (ends && is_status_code(word.substr(0, 3))) {
      code = true;
      word.remove_prefix(3);
    }
    if (!word.empty() && !is_word_of_errors(word)) return false;
  }
  return code;
}

/// What servers say in words alone of a page that is not there or not for everyone: nothing else,
/// or of a page. "Body not found in lake" is news.
bool says_not_found(std::string_view part) {
  constexpr std::array<std::string_view, 19> kPhrases = {
      "not found",      "page unavailable", "access denied",  "forbidden",   "nicht gefunden",
      "introuvable",    "no encontrada",    "não encontrada", "non trovata", "niet gevonden",
      "nie znaleziono", "не найдена",       "не знайдено",    "bulunamadı",  "找不到",
      "見つかりません", "not be found",     "不存在",         "찾을 수 없"};
  constexpr std::array<std::string_view, 12> kPages = {"page",    "url",   "seite", "página",
                                                       "pagina",  "stron", "sayfa", "страниц",
                                                       "сторінк", "页",    "頁",    "ページ"};
  if (std::ranges::count(kPhrases, part) > 0 || part == "file not found") return true;
  return holds_any(part, kPhrases) && holds_any(part, kPages);
}

bool is_title_of_error(std::string_view title) {
  const std::string folded = fold_case(title);
  return std::ranges::any_of(parts_of(folded), [](std::string_view part) {
    return is_status(part) || says_not_found(part);
  });
}

bool is_error(const Page& page, const PageMetadata& metadata, const FoundContent& content) {
  if (content.weight - content.excerpts > kErrorWeight) return false;
  const auto title = page.find(Tag::Title, 0, page.size());
  const std::string shown = title ? text_of(page, *title) : std::string();
  return is_title_of_error(shown) || is_title_of_error(metadata.title);
}

bool is_listing(const FoundContent& content) {
  if (content.linked_lines >= kListingLines && content.prose < kNoArticleProse) return true;
  return content.linked_lines_inside >= kListingLines && content.prose < kListingProse &&
         content.prose < kProsePerTeaser * content.linked_lines_inside;
}

/// Nothing but teasers, each with its day: the days that the page prints are theirs.
bool is_dated_listing(const FoundContent& content) {
  return content.teasers >= kListingLines && 2 * content.dated_teasers > content.teasers &&
         content.prose < content.excerpts + kNoArticleProse;
}

/// A site speaks of itself and to its reader; the news of a law on cookies speaks of others.
bool addresses_reader(std::string_view folded) {
  constexpr std::array<std::string_view, 40> kPhrases = {"we use",
                                                         "we and our",
                                                         "we store",
                                                         "our partners",
                                                         "our site",
                                                         "our website",
                                                         "this site uses",
                                                         "this website uses",
                                                         "your consent",
                                                         "your device",
                                                         "your browser",
                                                         "your privacy",
                                                         "your choice",
                                                         "your preference",
                                                         "accept all",
                                                         "you agree",
                                                         "wir verwenden",
                                                         "wir nutzen",
                                                         "unsere partner",
                                                         "ihre einwilligung",
                                                         "alle akzeptieren",
                                                         "nous utilisons",
                                                         "nos partenaires",
                                                         "votre consentement",
                                                         "tout accepter",
                                                         "utilizamos",
                                                         "nuestros socios",
                                                         "su consentimiento",
                                                         "nossos parceiros",
                                                         "utilizziamo",
                                                         "nostri partner",
                                                         "wij gebruiken",
                                                         "onze partners",
                                                         "używamy",
                                                         "nasi partnerzy",
                                                         "мы используем",
                                                         "ми використовуємо",
                                                         "kullanıyoruz",
                                                         "使用します",
                                                         "我们使用"};
  return holds_any(folded, kPhrases);
}

bool is_consent(const FoundContent& content) {
  constexpr std::array<std::string_view, 16> kWords = {"cookie",
                                                       "gdpr",
                                                       "куки",
                                                       "クッキー",
                                                       "쿠키",
                                                       "consent",
                                                       "personal data",
                                                       "einwilligung",
                                                       "personenbezogene",
                                                       "données personnelles",
                                                       "consentimiento",
                                                       "datos personales",
                                                       "dati personali",
                                                       "toestemming",
                                                       "danych osobowych",
                                                       "персональных данных"};
  if (content.weight > kConsentWeight) return false;
  std::size_t with = 0, all = 0;
  bool addressed = false;
  for (const std::string_view paragraph : paragraphs(content.text)) {
    ++all;
    const std::string folded = fold_case(paragraph);
    if (holds_any(folded, kWords)) ++with;
    addressed = addressed || addresses_reader(folded);
  }
  return (content.in_consent && with > 0) || (all >= 2 && with * 2 > all && addressed);
}

}  // namespace

PageKind page_kind(const Page& page, const PageMetadata& metadata, const FoundContent& content) {
  if (has_type(page, "LiveBlogPosting")) return PageKind::LiveBlog;
  if (!states_article(page, metadata)) {
    if (is_error(page, metadata, content)) return PageKind::ErrorPage;
    if (is_dated_listing(content)) return PageKind::Listing;
  }
  if (!says_article(page, metadata)) {
    if (is_consent(content)) return PageKind::ConsentPage;
    if (is_listing(content)) return PageKind::Listing;
    if (content.weight < kStubWeight && content.walled) return PageKind::Stub;
  }
  return PageKind::Article;
}

}  // namespace pressmark::indexer
