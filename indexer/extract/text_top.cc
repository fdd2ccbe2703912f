#include "indexer/extract/text_top.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <unicode/uchar.h>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/text_tail.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLeastPieces = 3;
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

/// The pieces between the separators; empty ones at the ends are none.
std::size_t short_pieces(std::string_view line, std::string_view separator) {
  std::size_t pieces = 0;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(separator, begin), line.size());
    const std::size_t words = word_count(line.substr(begin, end - begin));
    if (words > kMaxPieceWords) return 0;
    if (words > 0) ++pieces;
    begin = end + separator.size();
  }
  return pieces;
}

}  // namespace

bool is_menu_line(std::string_view line) {
  if (line.size() > kMaxMenuBytes || ends_as_sentence(line)) return false;
  return std::ranges::any_of(
      std::to_array<std::string_view>({"|", ">", "»", "›", "•", "·", " / "}),
      [&](std::string_view separator) { return short_pieces(line, separator) >= kLeastPieces; });
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
