#include "indexer/extract/metadata/visible_dates.h"

#include <algorithm>
#include <initializer_list>
#include <span>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/dates/date_role.h"
#include "indexer/extract/dates/written_date.h"
#include "indexer/extract/metadata/visible_details.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxDates = 6;
constexpr NodeId kAboveHeadline = 12;  // nodes before it that still are its details
constexpr std::size_t kParagraphBytes = 80;

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// What a page prints in one line.
struct PrintedLine {
  std::string text;  // empty when it is longer than a line of details
  NodeId end = 0;    // the node behind it
};

/// Elements that a sentence goes on in: "On <b>3 May 1945</b> the town fell".
bool is_within_sentence(Tag tag) {
  constexpr Tag kTags[] = {Tag::A,     Tag::Abbr,   Tag::B,   Tag::Cite, Tag::Del, Tag::Em,
                           Tag::Font,  Tag::I,      Tag::Ins, Tag::Mark, Tag::Q,   Tag::S,
                           Tag::Small, Tag::Strong, Tag::Sub, Tag::Sup,  Tag::U,   Tag::Wbr};
  return std::ranges::count(kTags, tag) > 0;
}

/// The element that holds a text's line.
NodeId holder(const Page& page, NodeId node) {
  do node = page.parent(node);
  while (node != 0 && is_within_sentence(page.tag(node)));
  return node;
}

/// The line that begins with a text node: all text up to the next element that parts lines.
PrintedLine line_from(const Page& page, NodeId node) {
  const NodeId block = holder(page, node);
  PrintedLine line;
  for (line.end = node; line.end < page.end(block); ++line.end) {
    if (!page.is_text(line.end)) {
      if (!is_within_sentence(page.tag(line.end))) break;
      continue;
    }
    if (line.text.size() <= kMaxLineBytes)
      line.text += utf8_prefix(page.text(line.end), kMaxLineBytes + 1);
  }
  line.text = line.text.size() > kMaxLineBytes ? std::string() : collapse_space(line.text);
  return line;
}

/// Whether an element that is an article, or is called so, holds both nodes.
bool are_in_one_article(const Page& page, NodeId node, NodeId headline) {
  constexpr int kMaxSteps = 8;
  for (int step = 0; step < kMaxSteps && node != 0; ++step) {
    node = page.parent(node);
    if (page.tag(node) == Tag::Body) return false;
    if (!page.contains(node, headline)) continue;
    std::string names = to_lower_ascii(page.attribute(node, Attr::Class));
    names.append(" ").append(to_lower_ascii(page.attribute(node, Attr::Id)));
    if (page.tag(node) == Tag::Article || contains_any(names, {"article", "artikel"})) return true;
  }
  return false;
}

/// Whether a heading's text may be a story's: sections and names have fewer words. Scripts from
/// U+3000 on may have no blanks.
bool is_story_heading(std::string_view text) {
  constexpr std::ptrdiff_t kLeastBlanks = 3;
  constexpr std::size_t kLeastSigns = 8;
  const bool signs = !text.empty() && static_cast<unsigned char>(text[0]) >= 0xE3;
  return std::ranges::count(text, ' ') >= kLeastBlanks ||
         (signs && count_code_points(text) >= kLeastSigns);
}

/// Whether a box holds text of an article: teasers have little of it, or link it.
bool holds_paragraph(const Page& page, NodeId box) {
  for (NodeId node = box; node < page.end(box); ++node) {
    if (page.tag(node) == Tag::A) {
      node = page.end(node) - 1;
    } else if (page.is_text(node) && trim(page.text(node)).size() >= kParagraphBytes) {
      return true;
    }
  }
  return false;
}

/// Whether an element stands beside the linked headline of another story. A link within a heading
/// is of the heading's own story: "Why <a>the council</a> paid for it".
bool is_in_teaser(const Page& page, NodeId node, NodeId headline) {
  constexpr int kMaxSteps = 4;
  constexpr NodeId kMaxNodes = 80;
  const auto is_story = [&](NodeId heading) {
    const auto inner = page.find(Tag::A, heading, page.end(heading));
    const NodeId link = inner ? *inner : page.parent(heading);
    if (page.tag(link) != Tag::A || leads_to_author(page, link)) return false;
    const std::string text = short_text_of(page, heading, kMaxHeadingBytes);
    return is_story_heading(text) && text != short_text_of(page, headline, kMaxHeadingBytes) &&
           (!inner || text == short_text_of(page, link, kMaxHeadingBytes));
  };
  for (int step = 0; step < kMaxSteps && headline != 0; ++step) {
    node = page.parent(node);
    if (page.contains(node, headline) || page.end(node) - node > kMaxNodes ||
        holds_paragraph(page, node))
      return false;
    for (NodeId inner = node; inner < page.end(node); ++inner) {
      if (page.tag(inner) >= Tag::H2 && page.tag(inner) <= Tag::H6 && is_story(inner)) return true;
    }
  }
  return false;
}

/// Whether a text node or element belongs to a picture.
bool is_in_caption(const Page& page, NodeId node) {
  constexpr int kMaxSteps = 3;
  for (int step = 0; step < kMaxSteps && node != 0; ++step) {
    const Tag tag = page.tag(node);
    if (tag == Tag::Figure || tag == Tag::Figcaption || is_caption(page, node)) return true;
    node = page.parent(node);
  }
  return false;
}

/// Whether one day and no range stands in a line: "12 March 1931 – 28 April 2024" is a life.
bool is_one_day(std::string_view line, const std::vector<WrittenDate>& found,
                std::string_view language) {
  if (found.size() != 1) return false;
  const std::string_view before = trim(line.substr(0, found.front().begin));
  const std::string_view behind = trim(line.substr(found.front().end));
  for (const std::string_view dash : {"-", "–", "—"}) {
    if (before.ends_with(dash)) return false;
    if (!behind.starts_with(dash)) continue;
    const std::vector<WrittenDate> last = find_dates(trim(behind.substr(dash.size())), language);
    if (!last.empty() && last.front().begin == 0) return false;
  }
  return true;
}

/// The end of what stands next to the headline: some nodes on, or the third paragraph of the text.
NodeId end_of_details(const Page& page, NodeId headline) {
  constexpr int kParagraphs = 3;  // a standfirst and a caption stand before the day
  const NodeId end = std::min<NodeId>(page.size(), page.end(headline) + kNextToHeadline);
  int paragraphs = 0;
  for (NodeId node = page.end(headline); node < end; ++node) {
    if (page.is_text(node) && trim(page.text(node)).size() >= kParagraphBytes &&
        ++paragraphs == kParagraphs)
      return node;
  }
  return end;
}

/// Whether what an element is called counts: teasers of other stories are called the same.
enum class Names { Count, SayLittle };

class DatePlaces {
 public:
  DatePlaces(const Page& page, NodeId headline, std::string_view language)
      : page_(page), headline_(headline), language_(language) {}

  void element(NodeId node, Names called) {
    if (in_furniture(page_, node, headline_)) return;
    const std::string text = parted_text(page_, node, kMaxVisibleBytes);
    const std::vector<WrittenDate> found = dates_in(text);
    if (!says_published(text, found) && is_in_teaser(page_, node, headline_)) return;
    const std::string_view prop = page_.attribute(node, Attr::Itemprop);
    std::string names = to_lower_ascii(page_.attribute(node, Attr::Class));
    names.append(" ").append(to_lower_ascii(prop));
    const bool time = page_.tag(node) == Tag::Time;
    const bool microdata = contains_any(prop, {"datePublished", "dateModified"});
    const bool unsaid = called == Names::SayLittle && !microdata;
    const DateOrigin origin = microdata         ? DateOrigin::Microdata
                              : time && !unsaid ? DateOrigin::Time
                                                : DateOrigin::Text;
    DateRole role = role_of_names(names);
    if (unsaid && role == DateRole::Published) role = DateRole::Unclear;
    for (const Attr attr : {Attr::Datetime, Attr::Content}) value(node, attr, origin, role);
    // The day behind "3 weeks ago"; that of another element tells where it leads.
    if (time || page_.tag(node) == Tag::Abbr) value(node, Attr::Title, origin, role);
    add(node, text, found, origin, role);
    if (!found.empty() || role == DateRole::Modified) return;
    const auto stated = read_date_value(page_.attribute(node, Attr::Datetime), language_);
    if (stated) count(node, stated->day);
  }

  void value(NodeId node, Attr attr, DateOrigin origin, DateRole role) {
    const std::string_view value = page_.attribute(node, attr);
    if (!value.empty() && value.size() <= kMaxLineBytes)
      dates_.push_back({std::string(value), origin, role});
  }

  /// The line that begins with a text node, if a date and little else stand in it. Gives the node
  /// behind it.
  NodeId text(NodeId node) {
    const PrintedLine line = line_from(page_, node);
    const std::vector<WrittenDate> found = dates_in(line.text);
    if (!found.empty() && is_date_line(line.text, found.front()) &&
        !in_furniture(page_, node, headline_) &&
        (says_published(line.text, found) || !is_in_teaser(page_, node, headline_)))
      add(node, line.text, found, DateOrigin::Text, DateRole::Unclear);
    return line.end;
  }

  bool full() const { return taken_ >= kMaxDates; }
  /// The days, each once, but for those of change, of ranges and of pictures.
  const std::vector<Date>& days() const { return days_; }
  std::vector<VisibleDate> take() { return std::move(dates_); }

 private:
  std::vector<WrittenDate> dates_in(const std::string& text) const {
    return has_digits(text) ? find_dates(text, language_) : std::vector<WrittenDate>();
  }

  static bool says_published(std::string_view text, const std::vector<WrittenDate>& found) {
    return !found.empty() &&
           role_of_words(text.substr(0, found.front().begin)) == DateRole::Published;
  }

  void add(NodeId node, const std::string& text, const std::vector<WrittenDate>& found,
           DateOrigin origin, DateRole role) {
    if (found.empty()) return;
    ++taken_;
    // "Published 3 May, updated 4 May": the words before each date are its own.
    std::size_t begin = 0;
    for (const WrittenDate& date : found) {
      const DateRole own = role_of_words(std::string_view(text).substr(begin, date.begin - begin));
      dates_.push_back({text.substr(date.begin, date.end - date.begin), origin,
                        own != DateRole::Unclear ? own : role});
      begin = date.end;
      const bool counts =
          dates_.back().role == DateRole::Published ||
          (dates_.back().role == DateRole::Unclear && is_one_day(text, found, language_));
      if (counts) count(node, date.day);
    }
  }

  void count(NodeId node, const Date& day) {
    if (std::ranges::count(days_, day) == 0 && !is_in_caption(page_, node)) days_.push_back(day);
  }

  const Page& page_;
  NodeId headline_;
  std::string_view language_;
  std::size_t taken_ = 0;
  std::vector<VisibleDate> dates_;
  std::vector<Date> days_;
};
}  // namespace

std::vector<VisibleDate> visible_dates(const Page& page, const PageFields& fields, NodeId headline,
                                       std::string_view language) {
  std::vector<NodeId> places = fields.times;
  places.insert(places.end(), fields.dates.begin(), fields.dates.end());
  std::ranges::sort(places);
  const auto behind = std::ranges::upper_bound(places, headline);
  std::reverse(places.begin(), behind);
  const auto far_above = std::find_if(
      places.begin(), behind, [&](NodeId node) { return headline - node > kAboveHeadline; });
  const NodeId details = headline == 0 ? page.size() : end_of_details(page, headline);
  const auto far_behind = std::lower_bound(behind, places.end(), details);

  const auto elements = [&](DatePlaces& dates, std::span<const NodeId> nodes, Names called) {
    for (std::size_t i = 0; i < nodes.size() && !dates.full(); ++i) dates.element(nodes[i], called);
  };
  const auto lines = [&](DatePlaces& dates, NodeId node, NodeId end) {
    while (node < end && !dates.full()) node = page.is_text(node) ? dates.text(node) : node + 1;
    return node;
  };
  const auto has_day_next_to_headline = [&] {
    DatePlaces dates(page, headline, language);
    elements(dates, {behind, far_behind}, Names::Count);
    lines(dates, page.end(headline), details);
    return !dates.days().empty();
  };

  // Far from the headline and outside of its article days of several stories stand: where a day is
  // printed next to the headline too, theirs are asked last. One day alone is the article's.
  std::vector<NodeId> own;
  std::vector<NodeId> others;
  const auto sort_out = [&](NodeId node) {
    (headline == 0 || are_in_one_article(page, node, headline) ? own : others).push_back(node);
  };
  std::for_each(far_behind, places.end(), sort_out);
  const std::size_t own_behind = own.size();
  std::for_each(far_above, behind, sort_out);
  DatePlaces stories(page, headline, language);
  elements(stories, others, Names::SayLittle);
  const bool beside = stories.days().size() > 1 && has_day_next_to_headline();
  if (!beside) others.clear();
  const std::span<const NodeId> kept = own;

  DatePlaces dates(page, headline, language);
  elements(dates, {behind, far_behind}, Names::Count);
  elements(dates, beside ? kept.first(own_behind) : std::span(far_behind, places.end()),
           Names::Count);
  elements(dates, {places.begin(), far_above}, Names::Count);
  const NodeId next = headline == 0 ? 0 : lines(dates, page.end(headline), details);
  // Far above the headline stand the dates of mastheads, which are of the visit.
  elements(dates, beside ? kept.subspan(own_behind) : std::span(far_above, behind), Names::Count);
  elements(dates, others, Names::SayLittle);
  if (headline != 0)
    lines(dates, next, std::min<NodeId>(page.size(), page.end(headline) + kNearHeadline));
  return dates.take();
}

std::vector<VisibleDate> dates_before_headline(const Page& page, NodeId headline,
                                               std::string_view language) {
  constexpr NodeId kAbove = 30;
  constexpr int kMaxLines = 4;  // a kicker, a count of comments
  const NodeId first = headline - std::min(headline, kAbove);
  int lines = 0;
  NodeId block = 0;  // the nearest above: "3 May 2024 | Comments (4)" is one line
  for (NodeId node = headline; node-- > first && lines < kMaxLines;) {
    if (!page.is_text(node) || trim(page.text(node)).empty()) continue;
    if (block == 0) {
      block = page.parent(node);
      while (block != 0 && !is_block(page.tag(block))) block = page.parent(block);
    }
    // Only the line right above may lie outside of what is called the article: a masthead's day is
    // of the visit.
    if (node < block && !are_in_one_article(page, node, headline)) break;
    ++lines;
    DatePlaces dates(page, headline, language);
    dates.text(node);
    if (std::vector<VisibleDate> found = dates.take(); !found.empty()) return found;
  }
  return {};
}

}  // namespace pressmark::indexer
