#include "searcher/snippet/snippet_maker.h"

#include <algorithm>

#include "common/display_width.h"
#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kChunkBytes =
    24 * 1024;                            // looked at first: the whole of nearly every article
constexpr std::size_t kLeadColumns = 60;  // at most so much stands before the first mark

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Marks in the first chunk of the text that has any.
std::vector<MarkedWord> find_marks(std::string_view text, std::string_view language,
                                   std::span<const std::string> terms, Analyzer& analyzer) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view chunk = utf8_prefix(text.substr(at), kChunkBytes);
    if (chunk.empty()) break;
    std::vector<MarkedWord> marks = analyzer.mark(chunk, language, terms);
    for (MarkedWord& mark : marks) {
      mark.begin += at;
      mark.end += at;
    }
    if (!marks.empty()) return marks;
    at += chunk.size();
  }
  return {};
}

/// Where the marks begin and end in columns from the first one. Marks that are further apart than
/// `columns` are so here too, but not as far as they are.
std::vector<Range> places_of(std::string_view text, std::span<const MarkedWord> marks,
                             std::size_t columns) {
  const std::size_t most = 4 * columns;  // bytes, of a letter without marks: enough for a guess
  const auto width = [&](std::size_t begin, std::size_t end) {
    const std::size_t bytes = end - begin;
    return bytes > most ? columns + 1 : display_width(text.substr(begin, bytes));
  };
  std::vector<Range> places;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t begin =
        i == 0 ? 0 : places[i - 1].begin + width(marks[i - 1].begin, marks[i].begin);
    places.push_back({begin, begin + width(marks[i].begin, marks[i].end)});
  }
  return places;
}

/// First and one past last mark of the window with most different terms, then most marks; the first
/// of equals.
std::pair<std::size_t, std::size_t> best_window(std::string_view text,
                                                std::span<const MarkedWord> marks,
                                                std::size_t term_count, std::size_t columns) {
  const std::vector<Range> places = places_of(text, marks, columns);
  std::vector<std::size_t> seen(term_count, 0);
  std::pair<std::size_t, std::size_t> best{0, 0};
  std::size_t different = 0, best_score = 0, end = 0;
  for (std::size_t begin = 0; begin < marks.size(); ++begin) {
    while (end < marks.size() &&
           (end == begin || places[end].end - places[begin].begin <= columns)) {
      different += seen[marks[end++].term]++ == 0 ? 1 : 0;
    }
    const std::size_t score = 8 * different + std::min<std::size_t>(end - begin, 7);
    if (score > best_score) {
      best_score = score;
      best = {begin, end};
    }
    different -= --seen[marks[begin].term] == 0 ? 1 : 0;
  }
  return best;
}

bool ends_sentence(std::string_view text, std::size_t blank) {
  if (text[blank] == '\n') return true;
  std::size_t at = blank;
  while (at > 0 && (text[at - 1] == '"' || text[at - 1] == ')' || text[at - 1] == '\'')) --at;
  if (at == 0) return false;
  const char c = text[at - 1];
  return c == '.' || c == '!' || c == '?';
}

/// Moves `at` back by at most `columns`, to the beginning of a sentence if there is one, else to
/// that of a word.
std::size_t begin_before(std::string_view text, std::size_t at, std::size_t columns) {
  std::size_t begin = at;  // best word so far
  std::size_t used = 0;
  bool any_blank = false;
  for (std::size_t here = at; here > 0;) {
    std::size_t previous = here - 1;
    while (previous > 0 && (static_cast<unsigned char>(text[previous]) & 0xC0) == 0x80) --previous;
    if (is_blank(text[previous])) {
      any_blank = true;
      begin = here;
      if (ends_sentence(text, previous)) return here;
    }
    std::size_t next = previous;
    used += display_width(next_code_point(text, next));
    if (used > columns) return any_blank ? begin : here;  // no blanks at all: Chinese, Japanese
    here = previous;
  }
  return 0;
}

/// The end of what fits into `columns` from `begin`: of a word, or of a sentence in the last third.
std::size_t end_within(std::string_view text, std::size_t begin, std::size_t columns,
                       std::size_t not_before) {
  std::size_t used = 0, word_end = 0, sentence_end = 0;
  for (std::size_t at = begin; at < text.size();) {
    if (is_blank(text[at])) {
      word_end = at;
      if (ends_sentence(text, at) && at >= not_before && used * 3 > columns * 2) sentence_end = at;
    }
    std::size_t next = at;
    used += display_width(next_code_point(text, next));
    if (used > columns) {
      if (sentence_end > begin) return sentence_end;
      return word_end > begin && word_end >= not_before ? word_end : at;
    }
    at = next;
  }
  return text.size();
}

/// The text of a range on one line, and its marks in code points.
Snippet cut(std::string_view text, Range range, std::span<const MarkedWord> marks) {
  while (range.begin < range.end && is_blank(text[range.begin])) ++range.begin;
  while (range.begin < range.end && is_blank(text[range.end - 1])) --range.end;
  Snippet snippet;
  std::size_t points = 0;
  if (range.begin > 0) {
    snippet.text = "… ";
    points = 2;
  }
  std::size_t mark = 0;
  while (mark < marks.size() && marks[mark].begin < range.begin) ++mark;
  bool blank = false;
  for (std::size_t at = range.begin; at < range.end;) {
    if (is_blank(text[at])) {
      blank = true;
      ++at;
      continue;
    }
    if (blank) {
      snippet.text += ' ';
      ++points;
      blank = false;
    }
    const bool begins = mark < marks.size() && at == marks[mark].begin;
    if (begins && !(marks[mark].continues && !snippet.highlights.empty()))
      snippet.highlights.emplace_back(points, points);
    std::size_t next = at;
    append_code_point(snippet.text, next_code_point(text, next));
    ++points;
    at = next;
    if (mark < marks.size() && at >= marks[mark].end) {
      if (!snippet.highlights.empty() && marks[mark].end <= range.end) {
        snippet.highlights.back().second = points;
      }
      ++mark;
    }
  }
  if (!snippet.highlights.empty() &&
      snippet.highlights.back().second <= snippet.highlights.back().first) {
    snippet.highlights.pop_back();
  }
  if (range.end < text.size()) snippet.text += " …";
  return snippet;
}

}  // namespace

Snippet make_snippet(std::string_view text, std::string_view language,
                     std::span<const std::string> terms, Analyzer& analyzer,
                     const SnippetOptions& options) {
  text = utf8_prefix(text, options.max_bytes);
  const std::size_t columns =
      std::max<std::size_t>(options.columns, 20) - 4;  // room for "… " twice
  std::vector<MarkedWord> marks;
  if (!terms.empty()) marks = find_marks(text, language, terms, analyzer);
  std::size_t begin = 0, not_before = 0;
  if (!marks.empty()) {
    const auto [first, last] = best_window(text, marks, terms.size(), columns);
    not_before = marks[last - 1].end;
    const std::size_t needed =
        display_width(text.substr(marks[first].begin, not_before - marks[first].begin));
    const std::size_t spare = needed < columns ? columns - needed : 0;
    begin = begin_before(text, marks[first].begin, std::min(kLeadColumns, spare));
  }
  const Range range{begin, end_within(text, begin, columns, not_before)};
  return cut(text, range, marks);
}

Snippet mark_text(std::string_view text, std::string_view language,
                  std::span<const std::string> terms, Analyzer& analyzer) {
  Snippet marked{std::string(text), {}};
  if (terms.empty()) return marked;
  CodePointOffsets offsets(text);
  for (const MarkedWord& mark : analyzer.mark(text, language, terms)) {
    const std::size_t begin = offsets.at(mark.begin);
    if (mark.continues && !marked.highlights.empty()) {
      marked.highlights.back().second = offsets.at(mark.end);
    } else {
      marked.highlights.emplace_back(begin, offsets.at(mark.end));
    }
  }
  return marked;
}

}  // namespace pressmark::searcher
