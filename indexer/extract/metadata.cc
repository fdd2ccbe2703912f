#include "indexer/extract/metadata.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "common/language.h"
#include "common/outlet_table.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "indexer/extract/content/page_fields.h"
#include "indexer/extract/dates/date_keys.h"
#include "indexer/extract/dates/date_language.h"
#include "indexer/extract/dates/published_date.h"
#include "indexer/extract/json/json_ld.h"
#include "indexer/extract/metadata/headline.h"
#include "indexer/extract/metadata/masthead.h"
#include "indexer/extract/metadata/outlet.h"
#include "indexer/extract/metadata/page_address.h"
#include "indexer/extract/metadata/page_authors.h"
#include "indexer/extract/metadata/robots.h"
#include "indexer/extract/metadata/title_parts.h"
#include "indexer/extract/metadata/visible_dates.h"
#include "indexer/extract/text/html_text.h"
#include "indexer/extract/text/keyword_list.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxHeadings = 12;
constexpr std::size_t kMaxTagCount = 60;

/// A tag as it stands ("de-AT"), a language's name ("English") as one; empty for all else.
std::string language_tag(std::string_view stated) {
  constexpr std::size_t kMaxCode = 3;
  if (stated.substr(0, stated.find_first_of("-_")).size() <= kMaxCode) return std::string(stated);
  return std::string(find_language(stated).value_or(std::string_view()));
}

/// A value with the rule that finds it there.
struct Stated {
  std::string_view rule;  // static storage
  std::string_view text;
};

class MetadataReader {
 public:
  MetadataReader(const Page& page, const DecodedDocument& document, const ExtractOptions& options)
      : page_(page),
        document_(document),
        options_(options),
        fields_(read_page_fields(page)),
        linked_(read_json_ld(page.json_ld(), {document.url, stated_titles()})) {}

  PageMetadata read() {
    read_url();
    read_language();
    read_outlet();
    read_title();
    read_authors();
    read_dates();
    read_rest();
    return std::move(result_);
  }

 private:
  void note(std::string_view field, std::string_view rule, std::string_view value) {
    if (options_.explain && !value.empty())
      result_.notes.push_back({std::string(field), std::string(rule), std::string(value)});
  }

  std::vector<std::string> stated_titles() const {
    return {fields_.document_title, plain_line(fields_.first({"ogtitle"}))};
  }

  void read_url() {
    PageAddress address = choose_page_address(fields_, linked_, document_.url, page_.saved_from());
    note("url", address.rule, address.url);
    result_.url = std::move(address.url);
    site_url_ = std::move(address.site);
  }

  void read_language() {
    const Stated candidates[] = {
        {"html lang", fields_.language},
        {"og:locale", fields_.first({"oglocale"})},
        {"meta", fields_.first({"contentlanguage", "language", "dclanguage"})},
        {"json-ld", linked_.language}};
    for (const Stated& candidate : candidates) {
      if (candidate.text.size() < 2 || candidate.text.size() > 12) continue;
      result_.language = language_tag(trim(candidate.text));
      if (result_.language.empty()) continue;
      note("declared_language", candidate.rule, result_.language);
      return;
    }
  }

  void read_outlet() {
    OutletEvidence evidence{site_url_, {}, linked_.publisher_url};
    const std::string domain = registrable_domain(site_url_);
    const auto add = [&](std::string_view name) { evidence.names.push_back(plain(name)); };
    const auto add_name = [&](std::string_view name) {
      std::string shown = part_in_masthead(page_, name);
      if (shown.empty()) shown = part_in_title(name, fields_.document_title);
      const bool judged = without_tagline(std::string(name), domain) != name;
      if (shown.empty() && !judged) shown = part_in_copyright(page_, name);
      add(shown.empty() ? name : shown);
    };
    add_name(fields_.first({"ogsitename"}));
    add_name(linked_.publisher);
    add_name(linked_.site);
    add(fields_.first({"applicationname", "applemobilewebapptitle"}));
    add(fields_.first(
        {"publisher", "dcpublisher", "articlepublishername", "citationjournaltitle", "sitename"}));
    const bool stated =
        std::ranges::any_of(evidence.names, [](std::string_view name) { return !name.empty(); });
    if (!stated) add(outlet_before_headline(page_, fields_.document_title, !site_url_.empty()));
    if (const std::string headline = headline_behind_name(); headline.empty()) {
      for (const std::string& part : title_ends()) add(part);
    } else if (site_url_.empty()) {
      add(before_last(fields_.document_title, headline));
    }
    for (const std::string& name : linked_.other_names) add(name);
    const bool named =
        std::ranges::any_of(evidence.names, [](std::string_view name) { return !name.empty(); });
    if (!named) add(name_spelled_as_domain(page_, domain));
    OutletChoice choice = choose_outlet(evidence);
    if (says_no_outlet(choice.outlet.name) && !find_outlet_by_domain(choice.outlet.domain)) {
      std::erase_if(evidence.names, says_no_outlet);
      if (std::string name = name_in_copyright(page_, evidence.names, choice.outlet.domain);
          !name.empty())
        choice = {{choice.outlet.domain, std::move(name)}, "in the notice of copyright"};
    }
    note("source", site_url_.empty() ? "named outlet" : "registrable domain", choice.outlet.domain);
    note("source_name", choice.rule, choice.outlet.name);
    result_.outlet = std::move(choice.outlet);
  }

  /// Of a page without a heading or a stated title: the part of <title> that it prints.
  const std::string& unmarked_headline() {
    if (unmarked_) return *unmarked_;
    const bool marked = !fields_.headings.empty() || !fields_.subheadings.empty() ||
                        !linked_.headline.empty() || !fields_.first({"ogtitle"}).empty();
    unmarked_ = marked ? std::string() : printed_part(page_, fields_.document_title);
    return *unmarked_;
  }

  /// The headline with which <title> ends, where something else stands in front of it.
  std::string headline_behind_name() {
    const std::string_view title = fields_.document_title;
    const auto ends = [&](std::string_view text) {
      return !text.empty() && text.size() < title.size() && title.ends_with(text);
    };
    std::string found = unmarked_headline();
    for (const NodeId node : fields_.headings) {
      std::string text = short_text_of(page_, node, kMaxHeadingBytes);
      if (!text.empty() && title.starts_with(text)) return behind_masthead(node, text);
      if (ends(text) && text.find(' ') != std::string::npos) found = std::move(text);
    }
    return ends(found) ? found : std::string();
  }

  /// The end of <title> as an <h2> behind the <h1> with which it begins, if it has more words: that
  /// <h1> is the masthead.
  std::string behind_masthead(NodeId masthead, std::string_view name) {
    const std::string_view title = fields_.document_title;
    for (const NodeId node : fields_.subheadings) {
      if (node < masthead) continue;
      std::string text = short_text_of(page_, node, kMaxHeadingBytes);
      if (!text.empty() && text.size() + name.size() < title.size() && title.ends_with(text) &&
          std::ranges::count(text, ' ') > std::ranges::count(name, ' '))
        return text;
    }
    return {};
  }

  /// What stands in front of a title's last part, without the separator.
  static std::string_view before_last(std::string_view title, std::string_view part) {
    title = trim(title.substr(0, title.size() - part.size()));
    for (const std::string_view mark : {"::", ":", "|", "-", "–", "—", "»", "«", ">>", "<<"}) {
      if (!title.ends_with(mark)) continue;
      title.remove_suffix(mark.size());
      break;
    }
    return trim(title);
  }

  /// Keeps the cleaned text alive for the views that evidence holds.
  std::string_view plain(std::string_view text) {
    kept_.push_back(std::make_unique<std::string>(plain_line(text)));
    return *kept_.back();
  }

  /// What stands behind the separators of <title>, the last first: "Headline | Science | Society".
  std::vector<std::string> title_ends() const {
    constexpr std::size_t kMaxEnds = 2;
    const std::string_view title = fields_.document_title;
    std::vector<std::pair<std::size_t, std::size_t>> separators;  // begin and end
    for (std::size_t at = 1; at < title.size(); ++at) {
      std::size_t width = std::max(unspaced_separator(title, at), arrow_separator(title, at));
      for (const std::string_view separator :
           {" | ", " - ", " – ", " — ", " :: ", " · ", " • ", "｜", "："}) {
        if (title.substr(at).starts_with(separator)) width = separator.size();
      }
      if (width == 0) continue;
      separators.emplace_back(at, at + width);
      at += width - 1;
    }
    std::vector<std::string> ends;
    std::size_t end = title.size();
    for (std::size_t i = separators.size(); i-- > 0 && ends.size() < kMaxEnds;) {
      ends.emplace_back(title.substr(separators[i].second, end - separators[i].second));
      end = separators[i].first;
    }
    return ends;
  }

  void read_title() {
    HeadlineEvidence evidence;
    for (const NodeId node : fields_.headings) {
      if (evidence.visible.size() >= kMaxHeadings) break;
      evidence.visible.push_back(short_text_of(page_, node, kMaxHeadingBytes));
      evidence.visible_at.push_back(node);
      evidence.unlabelled.push_back(text_without_label(page_, node, kMaxHeadingBytes));
    }
    evidence.stated = {linked_.headline, plain_line(fields_.first({"ogtitle"})),
                       plain_line(fields_.first({"twittertitle", "parselytitle", "sailthrutitle",
                                                 "dctitle", "citationtitle", "headline"}))};
    evidence.document_title = unmarked_headline();
    if (evidence.document_title.empty()) evidence.document_title = fields_.document_title;
    for (const NodeId node : fields_.subheadings) {
      if (evidence.subheads.size() >= kMaxHeadings) break;
      evidence.subheads.push_back(short_text_of(page_, node, kMaxHeadingBytes));
      evidence.subheads_at.push_back(node);
    }
    result_.title = choose_headline(evidence, result_.outlet);
    find_headline();
    note("title", headline_ > 0 ? "visible headline" : "stated title", result_.title);
  }

  /// Whether an element's text is the title, or ends with it behind a label.
  bool says_title(std::string_view text) const {
    const std::string title = outlet_name_key(result_.title);
    return !title.empty() && outlet_name_key(text).ends_with(title);
  }

  /// The element of the title: what stands behind it are the article's details.
  void find_headline() {
    for (const auto* headings : {&fields_.headings, &fields_.subheadings, &fields_.low_headings}) {
      const auto found = std::ranges::find_if(*headings, [&](NodeId node) {
        return says_title(short_text_of(page_, node, kMaxHeadingBytes));
      });
      if (found == headings->end()) continue;
      headline_ = *found;
      return;
    }
    headline_ = printed_line(page_, result_.title);
  }

  void read_authors() {
    PageAuthors authors =
        choose_authors(page_, fields_, linked_, headline_, result_.outlet, result_.language);
    for (const std::string& name : authors.names) note("authors", authors.rule, name);
    result_.authors = std::move(authors.names);
    result_.people_sign = authors.people;
  }

  /// "en" of a British page writes the day first.
  std::string dates_language() const {
    const std::string_view locale = fields_.first({"oglocale"});
    const bool says_more = equals_ascii_nocase(result_.language, "en") && locale.size() == 5 &&
                           starts_with_ascii_nocase(locale, "en");
    return date_language(says_more ? locale : result_.language, result_.outlet);
  }

  void read_dates() {
    const std::string language = dates_language();
    DateCandidates dates(language, latest_day(document_.crawled, options_.today));
    dates.add(linked_.published, DateOrigin::JsonLd, DateRole::Published);
    dates.add(linked_.created, DateOrigin::JsonLd, DateRole::Unclear);
    dates.add(linked_.modified, DateOrigin::JsonLd, DateRole::Modified);
    for (const PageFields::Meta& meta : fields_.meta) {
      const DateKey key = date_key(meta.key);
      if (key == DateKey::None || in_other_article(page_, meta.node, headline_)) continue;
      if (key == DateKey::Published)
        dates.add(meta.content, DateOrigin::Meta, DateRole::Published);
      else if (key == DateKey::Modified)
        dates.add(meta.content, DateOrigin::Meta, DateRole::Modified);
    }
    for (const PageFields::Meta& meta : fields_.meta) {
      if (date_key(meta.key) == DateKey::Date && !in_other_article(page_, meta.node, headline_))
        dates.add(meta.content, DateOrigin::Meta, DateRole::Published);
    }
    dates.add_url(result_.url.empty() ? document_.url : result_.url);
    for (const VisibleDate& date : visible_dates(page_, fields_, headline_, language))
      dates.add(date.value, date.origin, date.role);
    if (dates.empty()) {
      for (const VisibleDate& date : dates_before_headline(page_, headline_, language))
        dates.add(date.value, date.origin, date.role);
    }
    result_.published = dates.published();
    result_.modified = dates.modified();
    if (result_.published) {
      note("date", dates.rule(), to_string(result_.published->day));
    } else if (dates.too_late()) {
      note("date", "undated, for this day is still to come", to_string(*dates.too_late()));
    }
    if (result_.modified) note("modified", "last day of change", to_string(*result_.modified));
  }

  /// The first of several statements that holds something, as plain text.
  std::string first_stated(std::string_view field, std::initializer_list<Stated> statements) {
    for (const Stated& stated : statements) {
      std::string text = plain_line(stated.text);
      if (text.empty()) continue;
      note(field, stated.rule, text);
      return text;
    }
    return {};
  }

  void read_rest() {
    result_.description = first_stated(
        "description", {{"meta", fields_.first({"ogdescription", "description",
                                                "twitterdescription", "dcdescription"})},
                        {"json-ld", linked_.description}});
    result_.section =
        first_stated("section", {{"meta", fields_.first({"articlesection", "parselysection",
                                                         "section", "cxenseparserecssection"})},
                                 {"json-ld", linked_.section}});
    std::string_view rule = "article:tag";
    for (const PageFields::Meta& meta : fields_.meta) {
      if (meta.key == "articletag") add_tag(meta.content);
    }
    if (result_.tags.empty()) {
      rule = "json-ld";
      for (const std::string& tag : linked_.tags) add_tag(tag);
    }
    if (result_.tags.empty()) {
      rule = "meta keywords";
      const std::string list =
          plain_line(fields_.first({"newskeywords", "parselytags", "keywords"}));
      for (const std::string_view tag : keywords_in(list)) add_tag(tag);
    }
    for (const std::string& tag : result_.tags) note("tags", rule, tag);
    result_.article_body = std::move(linked_.article_body);
    result_.forbids_indexing = std::ranges::any_of(fields_.meta, [](const PageFields::Meta& meta) {
      return meta.key == "robots" && forbids_indexing(meta.content);
    });
  }

  void add_tag(std::string_view text) {
    std::string tag = plain_line(utf8_prefix(text, 120));
    if (!tag.empty() && result_.tags.size() < kMaxTagCount &&
        std::ranges::count(result_.tags, tag) == 0)
      result_.tags.push_back(std::move(tag));
  }

  const Page& page_;
  const DecodedDocument& document_;
  const ExtractOptions& options_;
  PageFields fields_;
  LinkedArticle linked_;
  NodeId headline_ = 0;
  std::optional<std::string> unmarked_;
  std::string site_url_;  // the article's address, or without one its site's front page
  std::vector<std::unique_ptr<std::string>> kept_;
  PageMetadata result_;
};

}  // namespace

PageMetadata read_metadata(const Page& page, const DecodedDocument& document,
                           const ExtractOptions& options) {
  return MetadataReader(page, document, options).read();
}

}  // namespace pressmark::indexer
