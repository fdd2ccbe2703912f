#include "indexer/extract/html.h"

#include <optional>
#include <string>
#include <utility>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/content/content_finder.h"
#include "indexer/extract/content/text_signature.h"
#include "indexer/extract/dates/date_language.h"
#include "indexer/extract/dates/published_date.h"
#include "indexer/extract/json/script_story.h"
#include "indexer/extract/metadata.h"
#include "indexer/extract/page_kind.h"
#include "indexer/extract/text/block.h"
#include "indexer/extract/text/text_overlap.h"

namespace pressmark::indexer {
namespace {

Article make_article(const DecodedDocument& document, PageMetadata metadata) {
  Article article;
  article.origin = document.origin;
  article.url = std::move(metadata.url);
  article.title = std::move(metadata.title);
  article.description = std::move(metadata.description);
  article.published = metadata.published;
  article.modified = metadata.modified;
  article.authors = std::move(metadata.authors);
  article.outlet = std::move(metadata.outlet);
  article.declared_language = std::move(metadata.language);
  article.section = std::move(metadata.section);
  article.tags = std::move(metadata.tags);
  article.crawled = document.crawled;
  article.truncated = document.truncated;
  article.notes = std::move(metadata.notes);
  return article;
}

constexpr double kWholeFactor = 2;            // as much as is shown: that is a beginning only
constexpr std::uint32_t kShownWeight = 1500;  // letters: pages that show more are left alone
constexpr std::uint32_t kNothingShown = 80;   // letters of a note that scripts are needed
constexpr double kBeginningShare = .95;       // of what is shown found in what is stated
constexpr std::size_t kMaxPlaceBytes = 40;
constexpr std::size_t kMaxBeginBytes = 60;
constexpr std::uint32_t kLeastWeight = 30;  // letters: less is no sentence

std::optional<SkipReason> skip_reason(PageKind kind) {
  switch (kind) {
    case PageKind::Article:
    case PageKind::LiveBlog:
      return std::nullopt;
    case PageKind::Listing:
      return SkipReason::Listing;
    case PageKind::ConsentPage:
      return SkipReason::ConsentPage;
    case PageKind::ErrorPage:
      return SkipReason::ErrorPage;
    case PageKind::Stub:
      return SkipReason::Stub;
  }
  return std::nullopt;
}

/// "p.lead" of <p class="lead wide">, with the same of the element around it: "article > p.lead".
std::string place_of(const Page& page, NodeId node) {
  std::string place;
  for (int level = 0; level < 2; ++level) {
    const std::string_view tag = name(page.tag(node));
    const std::string_view names = trim(page.attribute(node, Attr::Class));
    std::string step(tag.empty() ? "other" : tag);
    if (!names.empty())
      step.append(".").append(utf8_prefix(names.substr(0, names.find(' ')), kMaxPlaceBytes));
    place = place.empty() ? step : step.append(" > ").append(place);
    if (node == 0) break;
    node = page.parent(node);
  }
  return place;
}

/// How the text was found, for --explain: its element, and where each block of it stands.
void add_text_notes(std::vector<FieldNote>& notes, const Page& page, const FoundContent& content) {
  if (content.kept.empty()) return;
  notes.push_back({"text", "main text below " + place_of(page, content.root),
                   std::to_string(content.prose) + " of " + std::to_string(content.weight) +
                       " letters in paragraphs"});
  for (const NodeId node : content.kept) {
    const std::string begin = collapse_space(utf8_prefix(trim(page.text(node)), kMaxBeginBytes));
    notes.push_back({"text", "kept " + place_of(page, page.parent(node)), begin});
  }
}

/// Whether a text begins with what is shown and is twice as long.
bool goes_on(const FoundContent& content, const std::string& text) {
  return text_weight(text) > kWholeFactor * content.weight &&
         TextOverlap(text).share_of(content.text) > kBeginningShare;
}

/// Where a page shows a beginning only, or asks for scripts, and states its text for machines, that
/// is the text. Whether it was taken.
bool take_stated_text(FoundContent& content, const std::string& stated) {
  const std::uint32_t weight = text_weight(stated);
  if (weight <= content.weight) return false;
  if (content.weight >= kStubWeight && !goes_on(content, stated)) return false;
  content = {};
  content.text = stated;
  content.weight = content.prose = weight;
  return true;
}

/// A story of a script as if it stood on a page of its own.
FoundContent content_of(const ScriptStory& story, const PageMetadata& metadata) {
  const Page page = parse_page("<article>" + story.html + "</article>");
  FoundContent content =
      find_content(page, {metadata.title, metadata.description, {}}).value_or(FoundContent{});
  FoundContent text;
  text.text = std::move(content.text);
  text.weight = content.weight;
  text.prose = content.prose;
  return text;
}

/// The day and the authors that stand beside a script's story, where the page states none.
void take_details(PageMetadata& metadata, const ScriptStory& story, std::optional<Date> latest) {
  if (!metadata.published) {
    DateCandidates dates(date_language(metadata.language, metadata.outlet), latest);
    dates.add(story.published, DateOrigin::Given, DateRole::Published);
    metadata.published = dates.published();
  }
  if (!metadata.authors.empty()) return;
  for (const std::string& author : story.authors)
    metadata.authors = joined_names(
        std::move(metadata.authors),
        author_names(author, BylineOrigin::Structured, metadata.outlet, metadata.language));
}

/// Whether a script's story is the page's: a page that shows nothing may have any that stands
/// beside its headline, others what goes on with what they show.
bool is_own_story(const FoundContent& found, const FoundContent& shown) {
  return shown.weight < kNothingShown || goes_on(shown, found.text);
}

/// Where a page shows no text, or of a short text the beginning, and leaves the rest to a program,
/// the story that it hands to the program is the text. Whether there was one.
bool take_script_story(FoundContent& content, PageMetadata& metadata, const Page& page,
                       std::optional<Date> latest) {
  if (content.weight >= kShownWeight) return false;
  for (const ScriptStory& story : stories_in_scripts(page.scripts(), metadata.title)) {
    FoundContent found = content_of(story, metadata);
    if (found.weight < kStubWeight || !is_own_story(found, content)) continue;
    content = std::move(found);
    take_details(metadata, story, latest);
    return true;
  }
  return false;
}

/// Who signs the text, where nothing above it names a person.
void take_signature(PageMetadata& metadata, const Page& page, const FoundContent& content,
                    const ExtractOptions& options) {
  std::vector<std::string> names =
      reporters_in_text(content.text, metadata.outlet, metadata.language);
  if (names.empty() && metadata.authors.empty())
    names = name_behind_text(page, content, metadata.outlet, metadata.language);
  if (names.empty()) return;
  metadata.authors = std::move(names);
  std::erase_if(metadata.notes, [](const FieldNote& note) { return note.field == "authors"; });
  if (!options.explain) return;
  for (const std::string& name : metadata.authors)
    metadata.notes.push_back({"authors", "signature of the text", name});
}

}  // namespace

Outcome<Article> extract_html(const DecodedDocument& document, const ExtractOptions& options) {
  const Page page = parse_page(document.text);
  PageMetadata metadata = read_metadata(page, document, options);
  if (options.respect_noindex && metadata.forbids_indexing)
    return skip(SkipReason::NoIndex, "meta robots");
  const std::optional<FoundContent> found =
      find_content(page, {metadata.title, metadata.description, metadata.article_body});
  FoundContent content = found.value_or(FoundContent{});
  if (take_stated_text(content, metadata.article_body) && options.explain)
    metadata.notes.push_back(
        {"text", "articleBody of JSON-LD", std::to_string(content.weight) + " letters"});
  if (take_script_story(content, metadata, page, latest_day(document.crawled, options.today)) &&
      options.explain)
    metadata.notes.push_back(
        {"text", "JSON of a script", std::to_string(content.weight) + " letters"});
  if (found && !metadata.people_sign) take_signature(metadata, page, content, options);
  if (content.weight < kLeastWeight && !options.keep_all) return skip(SkipReason::NoText);
  const PageKind kind = page_kind(page, metadata, content);
  if (const auto reason = skip_reason(kind); reason && !options.keep_all) return skip(*reason);
  Article article = make_article(document, std::move(metadata));
  article.kind = kind;
  if (options.explain) {
    add_text_notes(article.notes, page, content);
  } else {
    article.notes.clear();
  }
  article.text = std::move(content.text);
  article.truncated = article.truncated || page.truncated();
  return article;
}

}  // namespace pressmark::indexer
