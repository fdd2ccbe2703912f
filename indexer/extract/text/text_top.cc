#include "indexer/extract/text/text_top.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <unicode/uchar.h>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/dates/written_date.h"
#include "indexer/extract/text/text_tail.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLeastPieces = 3;
constexpr std::size_t kLeastSteps = 2;      // of a path: "World > Europe"
constexpr std::size_t kMaxNoticeWords = 4;  // "FOR IMMEDIATE RELEASE"
constexpr std::size_t kLeastTitleWords = 5;
constexpr std::size_t kMaxTitleBytes = 600;
constexpr std::size_t kMaxPieceWords = 3;
constexpr std::size_t kMaxMenuBytes = 400;
// Code points: few headlines are so long and end in a stop, few paragraphs are shorter.
constexpr std::size_t kLongSentence = 150;
constexpr std::size_t kShortSentence = 80;

std::size_t word_count(std::string_view text) {
  const std::string words = collapse_space(text);
  return words.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(words, ' ')) + 1;
}

/// "SALTMERE, England": a word of three letters or more, all capitals.
bool begins_in_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    if (u_isalpha(c) == 0) break;
    if (u_isupper(c) == 0) return false;
    ++letters;
  }
  return letters >= 3;
}

std::vector<std::string_view> pieces(std::string_view line, std::string_view separator) {
  std::vector<std::string_view> found;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(separator, begin), line.size());
    const std::string_view piece = trim(line.substr(begin, end - begin));
    if (!piece.empty()) found.push_back(piece);
    begin = end + separator.size();
  }
  return found;
}

bool is_short(std::string_view piece) { return word_count(piece) <= kMaxPieceWords; }

struct Separator {
  std::string_view sign;
  std::size_t least;  // pieces
};
constexpr auto kSeparators = std::to_array<Separator>({{"|", kLeastPieces},
                                                       {">", kLeastSteps},
                                                       {"»", kLeastSteps},
                                                       {"›", kLeastSteps},
                                                       {"→", kLeastSteps},
                                                       {"•", kLeastPieces},
                                                       {"·", kLeastPieces},
                                                       {" / ", kLeastPieces}});

bool has_small_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (u_islower(static_cast<UChar32>(next_code_point(text, at))) != 0) return true;
  }
  return false;
}

bool has_capital(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (u_isupper(static_cast<UChar32>(next_code_point(text, at))) != 0) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> menu_pieces(std::string_view line) {
  if (line.size() > kMaxMenuBytes || ends_as_sentence(line)) return {};
  for (const auto& [sign, least] : kSeparators) {
    std::vector<std::string_view> found = pieces(line, sign);
    // A day is longer than other pieces: "Echo | World | Thursday, 3 March 2022".
    const auto fits = [](std::string_view piece) { return is_short(piece) || has_digits(piece); };
    if (found.size() >= least && std::ranges::all_of(found, fits)) return found;
  }
  return {};
}

bool is_menu_line(std::string_view line) { return !menu_pieces(line).empty(); }

bool is_above_headline(const std::vector<std::string_view>& lines) {
  std::vector<std::string_view> below;  // the next two that are not blank
  for (auto line = lines.begin() + 1; line < lines.end() && below.size() < 2; ++line) {
    if (!line->empty()) below.push_back(*line);
  }
  return below.size() == 2 && !ends_as_sentence(below[0]) && below[0].size() <= kMaxTitleBytes &&
         !begins_as_byline(below[0]) && find_dates(below[0], {}).empty();
}

bool is_section_line(const std::vector<std::string_view>& lines) {
  const std::string_view line = lines.front();
  if (!is_above_headline(lines) || ends_as_sentence(line) || has_digits(line) || !has_capital(line))
    return false;
  const auto headline =
      *std::find_if(lines.begin() + 1, lines.end(), [](auto each) { return !each.empty(); });
  const std::size_t words = word_count(line);
  const bool notice = words <= kMaxNoticeWords && !has_small_letter(line);
  return (words == 1 || notice) && word_count(headline) >= kLeastTitleWords &&
         has_small_letter(headline);
}

TitleAndOutlet title_and_outlet(std::string_view line) {
  for (const std::string_view sign : {" - ", " | ", " – ", " — ", " « "}) {
    const std::size_t at = line.rfind(sign);
    if (at == std::string_view::npos) continue;
    const std::string_view name = trim(line.substr(at + sign.size()));
    if (find_outlet_by_name(name)) return {trim(line.substr(0, at)), name};
  }
  return {line, {}};
}

bool is_first_paragraph(std::string_view line, std::string_view dateline) {
  if (!ends_as_sentence(line)) return false;
  if (count_code_points(line) > kLongSentence || !agency_of(dateline).empty()) return true;
  return begins_in_capitals(dateline) && count_code_points(line) > kShortSentence;
}

std::string_view agency_of(std::string_view dateline) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    const std::size_t begin = dateline.find(open);
    if (begin == std::string_view::npos) continue;
    const std::size_t name = begin + open.size();
    const std::size_t end = dateline.find(close, name);
    if (end == std::string_view::npos) continue;
    const std::string_view agency = trim(dateline.substr(name, end - name));
    if (find_outlet_by_name(agency)) return agency;
  }
  return {};
}

}  // namespace pressmark::indexer
