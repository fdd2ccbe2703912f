#include "indexer/extract/text/text_tail.h"

#include <algorithm>
#include <string>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/text/text_furniture.h"
#include "indexer/extract/text/text_origin.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxShortLine =
    110;  // code points: a teaser's headline still fits, a paragraph seldom does
constexpr std::size_t kMaxTailLines = 60;
constexpr std::size_t kMaxShapeLine = 60;  // of a line that is cut for its shape alone
constexpr std::size_t kMaxShapeLines = 8;

bool is_blank(std::string_view line) { return line.empty(); }

/// What stands before an agency's sign in brackets, "(AFP)"; empty when the line ends with none.
std::string_view before_sign(std::string_view line) {
  constexpr std::size_t kMaxSign = 24;  // bytes
  if (!line.ends_with(')')) return {};
  const std::size_t open = line.rfind('(');
  if (open == std::string_view::npos || line.size() - open > kMaxSign) return {};
  const std::string_view before = trim(line.substr(0, open));
  const bool mark = before.ends_with('.') || before.ends_with('!') || before.ends_with('?') ||
                    before.ends_with('"') || before.ends_with("”");
  return mark ? before : std::string_view();
}

/// First line of the run of short lines at the end; a line that is no sentence always belongs to
/// it.
std::size_t tail_begin(const std::vector<std::string_view>& lines) {
  std::size_t begin = lines.size();
  std::size_t count = 0;
  for (std::size_t i = lines.size(); i-- > 0 && count < kMaxTailLines;) {
    if (is_blank(lines[i])) continue;
    if (lines[i].size() > 4 * kMaxShortLine || count_code_points(lines[i]) > kMaxShortLine) break;
    begin = i;
    ++count;
  }
  return begin;
}

std::size_t first_line(const std::vector<std::string_view>& lines) {
  return static_cast<std::size_t>(std::ranges::find_if_not(lines, is_blank) - lines.begin());
}

bool stands_alone(const std::vector<std::string_view>& lines, std::size_t i) {
  return i > 0 && is_blank(lines[i - 1]);
}

/// Whether what follows a line reads as furniture: mostly no sentences, and hardly any where the
/// line itself may be the story's.
bool furniture_follows(const std::vector<std::string_view>& lines, std::size_t i, Furniture line) {
  constexpr std::size_t kLinesASentence = 4;
  constexpr std::size_t kLeastParagraphs = 2;
  std::size_t sentences = 0;
  std::size_t others = 0;
  for (++i; i < lines.size(); ++i) {
    if (is_blank(lines[i])) continue;
    // "Advertisement", two paragraphs, "Related posts": the story ends behind those.
    if (sentences >= kLeastParagraphs && others == 0 &&
        (is_copyright(lines[i]) || find_outlet_by_name(lines[i]) ||
         furniture_of(lines[i]) == Furniture::Surely))
      return false;
    ++(ends_as_sentence(lines[i]) ? sentences : others);
  }
  return sentences * (line == Furniture::Maybe ? kLinesASentence : 1) <= others;
}

/// "Arsenal 2 Leeds 0"; the digits of a postcode ("ST1") or of a name ("B2B") are none.
bool holds_figures(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const auto before = static_cast<unsigned char>(at == 0 ? ' ' : line[at - 1]);
    const bool in_word = before >= 0x80 || ((before | 0x20) >= 'a' && (before | 0x20) <= 'z');
    if (line[at] >= '0' && line[at] <= '9' && !in_word) return true;
    while (at + 1 < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
  }
  return false;
}

/// Whether the paragraphs before `end` close with a point. Where they do not, as in Thai, a line
/// without one says nothing.
bool paragraphs_end_as_sentences(const std::vector<std::string_view>& lines, std::size_t end) {
  std::size_t sentences = 0;
  std::size_t others = 0;
  for (std::size_t i = first_line(lines); i < end; ++i) {
    if (is_blank(lines[i]) || (i + 1 < end && !is_blank(lines[i + 1]))) continue;
    ++(ends_as_sentence(lines[i]) ? sentences : others);
  }
  return sentences > others;
}

/// Whether what follows is a list with a heading above it: "Results", "1 Bridge Harriers 62:14".
bool heads_list(const std::vector<std::string_view>& lines, std::size_t i) {
  for (++i; i < lines.size(); ++i) {
    if (is_blank(lines[i])) continue;
    const std::string_view line = lines[i];
    if (is_copyright(line) || furniture_of(line) != Furniture::None || find_outlet_by_name(line))
      return false;
    return holds_figures(line) || line.starts_with("* ") || line.starts_with("- ") ||
           line.starts_with("•");
  }
  return false;
}

/// Whether the line is an item of a list that a line above announces: "The teams so far:".
bool is_announced(const std::vector<std::string_view>& lines, std::size_t i) {
  while (i-- > 0) {
    if (is_blank(lines[i])) continue;
    if (lines[i].ends_with(':') || lines[i].ends_with("：")) return true;
    if (ends_as_sentence(lines[i]) || lines[i].size() > kMaxShortLine) return false;
  }
  return false;
}

/// Whether the line before is an item as well: "Best director", "John Smith".
bool goes_on_list(const std::vector<std::string_view>& lines, std::size_t i) {
  while (i-- > 0) {
    if (is_blank(lines[i])) continue;
    return !ends_as_sentence(lines[i]) && count_code_points(lines[i]) <= kMaxShapeLine;
  }
  return false;
}

bool reads_as_outlet(const std::vector<std::string_view>& lines, std::size_t i) {
  const OutletShape shape = outlet_shape(lines[i]);
  if (shape == OutletShape::None || heads_list(lines, i) || is_announced(lines, i) ||
      goes_on_list(lines, i))
    return false;
  return shape == OutletShape::Capitals || paragraphs_end_as_sentences(lines, i);
}

/// Words that the last line of a story has though no point ends it: furniture that nobody knows is
/// shorter.
constexpr std::ptrdiff_t kStoryWords = 5;

/// Short lines without an end of a sentence are cut if they are few and hold no figures (a table of
/// results is the story's) and no line announces them ("The winners:"). With no furniture of known
/// words behind them one alone, or the last of at least kStoryWords, may be the story's.
std::size_t cut_by_shape(const std::vector<std::string_view>& lines, std::size_t begin,
                         std::size_t last) {
  std::size_t end = last;
  std::size_t count = 0;
  for (std::size_t i = last; i-- > begin;) {
    if (is_blank(lines[i])) continue;
    if (lines[i].ends_with(':') || lines[i].ends_with("：")) return last;
    if (ends_as_sentence(lines[i]) || holds_figures(lines[i]) ||
        count_code_points(lines[i]) > kMaxShapeLine ||
        (last == lines.size() && count == 0 &&
         std::ranges::count(trim(lines[i]), ' ') + 1 >= kStoryWords))
      break;
    if (++count > kMaxShapeLines) return last;
    end = i;
  }
  if (count == 1 && last == lines.size()) return last;
  return paragraphs_end_as_sentences(lines, end) ? end : last;
}

TextTail tail_of(const std::vector<std::string_view>& lines, std::string_view known_outlet) {
  TextTail tail;
  const std::size_t begin = std::max(tail_begin(lines), first_line(lines) + 1);
  const std::string known = outlet_name_key(known_outlet);
  // The first line is the story's, whatever its length.
  for (std::size_t i = begin; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    if (is_blank(line)) continue;
    const Furniture kind = furniture_of(line);
    // A story of short paragraphs may go on behind a link, "Source: ..." and the like.
    const bool last = furniture_follows(lines, i, Furniture::Surely);
    if ((is_copyright(line) && last) ||
        (kind != Furniture::None && furniture_follows(lines, i, kind))) {
      tail.end = cut_by_shape(lines, begin, i);
      return tail;
    }
    if (!last) continue;
    const bool byline = stands_alone(lines, i) && begins_as_byline(line) &&
                        !ends_as_sentence(line) && !heads_list(lines, i);
    if (is_origin(line) || byline) {
      tail.end = i;
      return tail;
    }
    const bool named = !known.empty() && outlet_name_key(line) == known;
    if (named || !outlet_in(line).empty()) {
      tail.end = i;
      tail.outlet = named ? line : outlet_in(line);
      return tail;
    }
    if (stands_alone(lines, i) && known.empty() && reads_as_outlet(lines, i)) {
      tail.end = i;
      tail.outlet = without_marks(line);
      return tail;
    }
  }
  tail.end = cut_by_shape(lines, begin, lines.size());
  return tail;
}

}  // namespace

bool ends_as_sentence(std::string_view line) {
  constexpr std::size_t kMaxEnd = 64;  // bytes that are looked at
  line.remove_prefix(line.size() - std::min(line.size(), kMaxEnd));
  if (const std::string_view before = before_sign(line); !before.empty()) line = before;
  while (!line.empty()) {
    const char last = line.back();
    if (last == '"' || last == '\'' || last == ')' || last == ']') {
      line.remove_suffix(1);
      continue;
    }
    constexpr std::string_view kClosers[] = {"”", "“", "’", "»", "›", "」", "』", "）", "】"};
    const auto* const closer =
        std::ranges::find_if(kClosers, [&](std::string_view mark) { return line.ends_with(mark); });
    if (closer == std::end(kClosers)) break;
    line.remove_suffix(closer->size());
  }
  for (const std::string_view mark :
       {".", "!", "?", "…", "。", "！", "？", "．", "।", "॥", "؟", "۔", "։", "።", "။", "។", "·"}) {
    if (line.ends_with(mark)) return true;
  }
  return false;
}

TextTail find_text_tail(const std::vector<std::string_view>& lines, std::string_view known_outlet) {
  TextTail tail = tail_of(lines, known_outlet);
  const TextOrigin origin = read_origin(lines, tail.end, tail.outlet);
  tail = {tail.end, origin.outlet, origin.byline, origin.date, origin.url};
  if (tail.outlet.empty() && known_outlet.empty() && tail.end > 0) {
    std::size_t last = tail.end - 1;
    while (last > 0 && is_blank(lines[last])) --last;
    tail.outlet = sign_behind(lines[last]);
  }
  return tail;
}

}  // namespace pressmark::indexer
