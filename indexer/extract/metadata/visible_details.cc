#include "indexer/extract/metadata/visible_details.h"

#include <algorithm>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/authors/byline_words.h"
#include "indexer/extract/authors/person_name.h"
#include "indexer/extract/dates/written_date.h"

namespace pressmark::indexer {
namespace {

constexpr NodeId kBeforeHeadline = 400;
constexpr NodeId kNextByline = 40;
constexpr std::size_t kMaxWeekdayBytes = 40;  // before a date at the beginning of a line
constexpr std::size_t kMaxRoleLine = 120;
constexpr std::size_t kMaxRoleWords = 4;

/// The block around a text node, as long as it is short and does not hold the headline.
NodeId line_around(const Page& page, NodeId node, NodeId headline) {
  constexpr int kMaxSteps = 3;
  NodeId line = node;
  for (int step = 0; step < kMaxSteps; ++step) {
    const NodeId parent = page.parent(line);
    if (parent == line || page.contains(parent, headline) || page.end(parent) - parent > 40) break;
    if (parted_text(page, parent, kMaxVisibleBytes).size() > kMaxVisibleBytes * 2 / 3) break;
    line = parent;
    if (is_block(page.tag(line))) break;
  }
  return line;
}

/// A link around a name and nothing else is the author's, wherever it leads.
bool holds_more(const Page& page, NodeId link, NodeId node) {
  return short_text_of(page, link, kMaxVisibleBytes) != short_text_of(page, node, kMaxVisibleBytes);
}

/// Another article's: the element lies in a picture, or in a link that leads to no author.
bool is_foreign_byline(const Page& page, NodeId node) {
  constexpr int kMaxSteps = 8;
  constexpr int kCaptionSteps = 3;  // those further out are called so for what else they hold
  const NodeId name = node;
  for (int step = 0; step < kMaxSteps && node != 0; ++step) {
    node = page.parent(node);
    const Tag tag = page.tag(node);
    if (tag == Tag::Figure || tag == Tag::Figcaption) return true;
    if (step < kCaptionSteps && is_caption(page, node)) return true;
    if (tag == Tag::A && !leads_to_author(page, node) && holds_more(page, node, name)) return true;
  }
  return false;
}

bool begins_with_colon(std::string_view text) {
  return text.starts_with("：") || text.starts_with(":");
}

/// Whether a word is a name as Chinese lines of details have it: neither a day nor a paper. Names
/// may hold Chinese numbers ("王三九").
bool may_be_reporter(std::string_view word) {
  constexpr std::string_view kPapers[] = {"报", "報", "社", "网", "網", "台", "臺"};
  constexpr std::size_t kLeastPaperSigns = 4;
  const bool paper =
      count_code_points(word) >= kLeastPaperSigns &&
      std::ranges::any_of(kPapers, [&](std::string_view sign) { return word.ends_with(sign); });
  return !paper && word.find_first_of("0123456789") == std::string_view::npos;
}

/// The names at the beginning of a Chinese line, up to its next label: "王小明 陈小红" of "王小明
/// 陈小红 编辑：李静" and of "王小明 陈小红编辑:李静".
std::string_view names_up_to_label(std::string_view rest) {
  constexpr std::string_view kLabels[] = {"责任编辑", "責任編輯", "责编", "責編", "编辑",
                                          "編輯",     "摄影",     "攝影", "来源", "來源"};
  std::size_t end = 0;
  while (end < rest.size()) {
    const std::size_t next = std::min(rest.find(' ', end + 1), rest.size());
    const std::string_view word = rest.substr(end, next - end);
    if (word.find("：") != std::string_view::npos || word.find(':') != std::string_view::npos) {
      for (const std::string_view label : kLabels) {
        const std::size_t at = word.find(label);
        if (at != std::string_view::npos && begins_with_colon(word.substr(at + label.size())))
          return rest.substr(0, may_be_reporter(word.substr(0, at)) ? end + at : end);
      }
      break;
    }
    if (!may_be_reporter(word)) break;
    end = next;
  }
  return rest.substr(0, end);
}

/// The reporter in a Chinese line of details: "王小明" of "来源：青溪晚报 记者：王小明
/// 编辑：李静". Empty when it has none. What stands right before the label is another's:
/// "摄影记者", "原作者".
std::string_view labelled_reporter(std::string_view line) {
  constexpr std::string_view kStops[] = {"。", "？", "！", "?", "!"};
  if (std::ranges::any_of(kStops, [&](std::string_view stop) { return line.ends_with(stop); }))
    return {};
  for (const std::string_view label : {"记者", "記者", "作者"}) {
    const std::size_t at = line.find(label);
    if (at == std::string_view::npos || !begins_with_colon(line.substr(at + label.size())))
      continue;
    const std::string_view before = line.substr(0, at);
    if (!before.empty() && !before.ends_with(' ') && !before.ends_with('|')) continue;
    if (trim(before).ends_with("摄影") || trim(before).ends_with("攝影")) continue;
    const std::string_view rest = line.substr(at + label.size());
    return trim(names_up_to_label(trim(rest.substr(rest.starts_with(':') ? 1 : 3))));
  }
  return {};
}

/// "记者王小明／青溪报导" at the beginning of a line: a reporter, and the place reported from.
std::string_view reporter_from_place(std::string_view line) {
  constexpr std::size_t kMaxNameSigns = 4;
  constexpr std::size_t kMaxPlaceSigns = 8;
  if (!line.starts_with("记者") && !line.starts_with("記者")) return {};
  const std::string_view rest = line.substr(std::string_view("记者").size());
  const std::size_t bar = std::min(rest.find("／"), rest.find('/'));
  if (bar == std::string_view::npos || count_code_points(rest.substr(0, bar)) > kMaxNameSigns)
    return {};
  for (const std::string_view word : {"报道", "报导", "報道", "報導"}) {
    const std::size_t at = rest.find(word, bar);
    if (at == std::string_view::npos) continue;
    const std::string_view place = rest.substr(bar, at - bar);
    if (count_code_points(place) > kMaxPlaceSigns + 1 ||
        place.find("，") != std::string_view::npos || place.find("。") != std::string_view::npos)
      return {};
    return rest.substr(0, bar);
  }
  return {};
}

/// The line from its byline on: "3 May 2024, by Jane Doe". Empty when it has none there.
std::string_view byline_in(std::string_view line) {
  if (begins_as_byline(line)) return line;
  if (line.size() > kMaxLineBytes) return {};
  if (const std::string_view reporter = labelled_reporter(line); !reporter.empty()) return reporter;
  if (const std::string_view reporter = reporter_from_place(line); !reporter.empty())
    return reporter;
  if (!has_digits(line)) return {};
  const std::vector<WrittenDate> dates = find_dates(line, {});
  if (dates.empty() || dates.front().begin > kMaxWeekdayBytes) return {};
  std::string_view rest = line.substr(dates.front().end);
  for (const std::string_view day :
       {"日", "일"}) {  // of "2018年3月27日"; not part of the date found
    if (rest.starts_with(day)) rest.remove_prefix(day.size());
  }
  rest = trim(rest);
  while (!rest.empty() && std::string_view(",;|-/").find(rest.front()) != std::string_view::npos)
    rest = trim(rest.substr(1));
  return begins_as_byline(rest) ? rest : std::string_view();
}

/// "배소라 기자": Korean bylines have no "by", only the role behind the name.
bool ends_with_uncased_role(std::string_view line) {
  constexpr std::size_t kMaxWords = 3;
  while (!line.empty() && (line.back() == '|' || line.back() == ' ')) line.remove_suffix(1);
  const std::vector<std::string_view> words = split(line, ' ');
  return words.size() > 1 && words.size() <= kMaxWords && is_role_word(words.back()) &&
         std::ranges::all_of(words, [](std::string_view word) {
           return read_word(word).first == LetterCase::None && !read_word(word).digits;
         });
}

/// "Jane Doe" in a block of its own with "Senior reporter" and nothing else.
std::vector<std::string> author_with_role(const Page& page, NodeId headline, const Outlet& outlet,
                                          std::string_view language) {
  const NodeId end = std::min<NodeId>(page.size(), page.end(headline) + kNextToHeadline);
  for (NodeId node = page.end(headline); node < end; ++node) {
    if (!page.is_text(node)) continue;
    const std::string line = parted_text(page, line_around(page, node, headline), kMaxVisibleBytes);
    const std::vector<std::string_view> pieces = split(line, '|');
    if (pieces.size() != 2 || line.size() > kMaxRoleLine || is_foreign_byline(page, node)) continue;
    const std::vector<std::string_view> role = split(trim(pieces[1]), ' ');
    if (role.size() > kMaxRoleWords || !is_role_word(role.back())) continue;
    std::vector<std::string> names =
        author_names(pieces[0], BylineOrigin::Visible, outlet, language);
    if (names.size() == 1 && outlet_name_key(names[0]) == outlet_name_key(pieces[0])) return names;
  }
  return {};
}

std::vector<std::string> authors_behind_headline(const Page& page, NodeId headline,
                                                 const Outlet& outlet, std::string_view language) {
  const NodeId end = std::min<NodeId>(page.size(), page.end(headline) + kNearHeadline);
  for (NodeId node = page.end(headline); node < end; ++node) {
    if (!page.is_text(node)) continue;
    const std::string text = collapse_space(utf8_prefix(page.text(node), kMaxVisibleBytes + 1));
    if (text.empty() || text.size() > kMaxVisibleBytes) continue;
    const bool by_role = ends_with_uncased_role(text);
    const std::string_view byline = by_role ? std::string_view(text) : byline_in(text);
    if (byline.empty() || is_foreign_byline(page, node) || in_furniture(page, node, headline))
      continue;
    const bool whole = !by_role && byline.size() == text.size();
    std::vector<std::string> names = author_names(
        whole ? parted_text(page, line_around(page, node, headline), kMaxVisibleBytes) : byline,
        BylineOrigin::Visible, outlet, language);
    if (!names.empty()) return names;
  }
  return author_with_role(page, headline, outlet, language);
}

/// Elements called bylines that can be the article's own, in page order.
std::vector<NodeId> own_bylines(const Page& page, const PageFields& fields, NodeId headline) {
  std::vector<NodeId> own;
  for (const NodeId node : fields.bylines) {
    if (node < headline && headline - node > kBeforeHeadline) continue;
    if (!in_furniture(page, node, headline) && !is_foreign_byline(page, node)) own.push_back(node);
  }
  return own;
}

/// What an element called a byline prints, or what microdata says in its place:
/// <span itemprop=author><meta itemprop=name content="Jane Doe"></span>.
std::string byline_text(const Page& page, NodeId node) {
  std::string text = parted_text(page, node, kMaxVisibleBytes);
  const auto meta = text.empty() ? page.find(Tag::Meta, node, page.end(node)) : std::nullopt;
  if (meta && page.attribute(*meta, Attr::Itemprop) == "name")
    text = utf8_prefix(page.attribute(*meta, Attr::Content), kMaxVisibleBytes);
  return text;
}

bool is_uncased(const std::string& name) {
  return read_word(std::string_view(name).substr(0, name.find(' '))).first == LetterCase::None;
}

/// The people in the first byline that stands within another and holds none itself.
std::vector<std::string> names_within(const Page& page, const PageFields& fields, NodeId byline,
                                      const Outlet& outlet, std::string_view language) {
  const auto inner = std::ranges::find_if(
      fields.bylines, [&](NodeId node) { return node > byline && page.contains(byline, node); });
  if (inner == fields.bylines.end()) return {};
  return author_names(parted_text(page, *inner, kMaxVisibleBytes), BylineOrigin::Visible, outlet,
                      language);
}

/// Whether a byline holds these names, a word that joins them, and nothing else: behind a comma
/// alone stands a place as often ("By Jane Doe, Cape Town").
bool are_joined(std::string_view byline, const std::vector<std::string>& names) {
  std::string rest = fold_case(without_byline_opener(byline));  // names lose their capitals
  for (const std::string& name : names) {
    const std::string folded = fold_case(name);
    const std::size_t at = rest.find(folded);
    if (at == std::string::npos) return false;
    rest.replace(at, folded.size(), " ");
  }
  std::ranges::replace_if(
      rest, [](char c) { return c == ',' || c == ';' || c == '|'; }, ' ');
  bool joined = false;
  for (const std::string_view word : split(rest, ' ')) {
    if (word.empty()) continue;
    if (word != "&" && !is_name_joiner(word)) return false;
    joined = true;
  }
  return joined;
}

}  // namespace

std::vector<std::string> visible_authors(const Page& page, const PageFields& fields,
                                         NodeId headline, const Outlet& outlet,
                                         std::string_view language) {
  std::vector<std::string> names;
  NodeId last = 0;
  for (const NodeId node : own_bylines(page, fields, headline)) {
    if (last != 0 && (node < last || node > last + kNextByline)) {
      if (node < last) continue;
      break;
    }
    std::vector<std::string> found =
        author_names(byline_text(page, node), BylineOrigin::Visible, outlet, language);
    if (found.empty()) continue;
    // Places look like names in scripts without capitals: there an inner byline says more.
    if (std::ranges::all_of(found, is_uncased)) {
      if (auto inner = names_within(page, fields, node, outlet, language); !inner.empty())
        found = std::move(inner);
    }
    names = joined_names(std::move(names), found);
    last = page.end(node);
  }
  if (names.empty() && headline > 0)
    names = authors_behind_headline(page, headline, outlet, language);
  return names;
}

std::vector<std::string> names_alone(const Page& page, const PageFields& fields, NodeId headline,
                                     const Outlet& outlet, std::string_view language) {
  for (NodeId node : own_bylines(page, fields, headline)) {
    // each name may be a link of its own: "By <a>Jane Doe</a> and <a>John Roe</a>"
    if (page.tag(node) == Tag::A) node = page.parent(node);
    const std::string line = short_text_of(page, node, kMaxVisibleBytes);
    std::vector<std::string> names = author_names(line, BylineOrigin::Visible, outlet, language);
    if (names.size() > 1 && are_joined(line, names)) return names;
  }
  return {};
}

std::string visible_signature(const Page& page, const PageFields& fields, NodeId headline) {
  const auto line_of = [&](NodeId node) {
    return short_text_of(page, node, kMaxVisibleBytes).empty()
               ? std::string()
               : parted_text(page, node, kMaxVisibleBytes);
  };
  for (const NodeId node : own_bylines(page, fields, headline)) {
    if (std::string line = line_of(node); !line.empty()) return line;
  }
  const NodeId end =
      headline == 0 ? 0 : std::min<NodeId>(page.size(), page.end(headline) + kNearHeadline);
  for (NodeId node = headline == 0 ? 0 : page.end(headline); node < end; ++node) {
    if (!page.is_text(node)) continue;
    const std::string text = collapse_space(utf8_prefix(page.text(node), kMaxVisibleBytes + 1));
    if (text.empty() || text.size() > kMaxVisibleBytes) continue;
    const std::string_view byline = byline_in(text);
    if (byline.empty() || is_foreign_byline(page, node) || in_furniture(page, node, headline))
      continue;
    if (byline.size() < text.size()) return std::string(byline);
    std::string line = line_of(line_around(page, node, headline));
    if (byline_opener_length(line) < line.size()) return line;
  }
  return {};
}

}  // namespace pressmark::indexer
