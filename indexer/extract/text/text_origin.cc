#include "indexer/extract/text/text_origin.h"

#include <string>

#include <unicode/uchar.h>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/dates/written_date.h"
#include "indexer/extract/text/text_furniture.h"
#include "indexer/extract/text/text_header.h"
#include "indexer/extract/text/text_tail.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxOriginBytes = 440;  // of a line that is looked at
constexpr std::size_t kMaxOutletLetters = 60;

/// "The Pennine Echo" of "© 2021 The Pennine Echo. All rights reserved."
std::string_view holder_of(std::string_view line) {
  const std::size_t name =
      line.find_first_not_of("0123456789-, ", line.find_first_of("0123456789"));
  if (name == std::string_view::npos) return {};
  line.remove_prefix(name);
  for (const std::string_view end : {". ", " | ", " - ", " – ", ", "})
    line = line.substr(0, line.find(end));
  if (line.ends_with('.')) line.remove_suffix(1);
  return line;
}

bool is_address(std::string_view line) {
  return line.find(' ') == std::string_view::npos && !canonical_url(line).empty();
}

}  // namespace

OutletShape outlet_shape(std::string_view line) {
  if (ends_as_sentence(line) || line.size() > 4 * kMaxOutletLetters ||
      count_code_points(line) > kMaxOutletLetters || begins_as_byline(line) ||
      line.find_first_of("/:#|@") != std::string_view::npos || line.find("：") != line.npos)
    return OutletShape::None;
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::size_t uncased = 0;
  for (const std::string_view word : split(line, ' ')) {
    if (word.empty()) continue;
    std::size_t at = 0;
    const auto first = static_cast<UChar32>(next_code_point(word, at));
    ++words;
    if (u_isdigit(first) != 0 || word.back() == ':' || word.back() == ',') return OutletShape::None;
    if (u_isupper(first) != 0 || u_istitle(first) != 0) {
      ++capitals;
    } else if (u_islower(first) != 0) {
      if (words == 1 || count_code_points(word) > 3) return OutletShape::None;
    } else if (u_isalpha(first) != 0) {
      ++uncased;
    } else if (word.size() == at) {
      return OutletShape::None;  // a sign alone
    }
  }
  if (uncased > 0 && capitals == 0) return words <= 4 ? OutletShape::Uncased : OutletShape::None;
  return capitals > 0 && words <= 7 ? OutletShape::Capitals : OutletShape::None;
}

std::string_view without_marks(std::string_view line) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view mark : {"*", "_", "[", "]", "(", ")", "-", "–", "—", "#", " "}) {
      if (line.starts_with(mark)) line.remove_prefix(mark.size()), changed = true;
      if (line.ends_with(mark)) line.remove_suffix(mark.size()), changed = true;
    }
  }
  return line;
}

std::string_view outlet_in(std::string_view line) {
  if (line.size() > kMaxOriginBytes) return {};
  const std::string_view plain = without_marks(line);
  if (find_outlet_by_name(plain)) return plain;
  if (is_copyright(line)) {
    const std::string_view holder = holder_of(line);
    const bool named = find_outlet_by_name(holder) || outlet_shape(holder) == OutletShape::Capitals;
    return named ? holder : std::string_view();
  }
  for (const std::string_view before : {"via ", "Via "}) {
    if (plain.starts_with(before) && find_outlet_by_name(plain.substr(before.size())))
      return plain.substr(before.size());
  }
  const std::size_t comma = plain.find(", ");
  if (comma != std::string_view::npos && find_outlet_by_name(plain.substr(0, comma)) &&
      !find_dates(plain.substr(comma), {}).empty())
    return plain.substr(0, comma);
  return {};
}

bool is_origin(std::string_view line) {
  if (is_address(line)) return true;
  const auto named = read_header_line(line);
  if (!named || ends_as_sentence(line)) return false;
  const bool outlet =
      find_outlet_by_name(named->value) || outlet_shape(named->value) != OutletShape::None;
  return (named->field == HeaderField::Source && outlet) ||
         (named->field == HeaderField::Url && !canonical_url(named->value).empty());
}

TextOrigin read_origin(const std::vector<std::string_view>& lines, std::size_t begin,
                       std::string_view outlet) {
  TextOrigin origin;
  origin.outlet = outlet;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    if (line.empty()) continue;
    if (is_address(line)) continue;  // any page's, as often as the article's
    if (const auto named = read_header_line(line)) {
      if (named->field == HeaderField::Source && origin.outlet.empty() &&
          canonical_url(named->value).empty())
        origin.outlet = named->value;
      if (named->field == HeaderField::Url && origin.url.empty()) origin.url = named->value;
      if (named->field == HeaderField::Date && origin.date.empty()) origin.date = named->value;
      if (named->field == HeaderField::Author && origin.byline.empty())
        origin.byline = named->value;
    } else if (begins_as_byline(line) && !ends_as_sentence(line)) {
      if (origin.byline.empty()) origin.byline = line;
    } else if (origin.outlet.empty()) {
      origin.outlet = outlet_in(line);
      if (!origin.outlet.empty() && origin.outlet.size() < line.size() && !is_copyright(line) &&
          !find_dates(line, {}).empty())
        origin.date = line;
    }
  }
  return origin;
}

std::string_view sign_behind(std::string_view line) {
  const std::size_t blank = line.rfind(' ');
  if (blank == std::string_view::npos || !ends_as_sentence(trim(line.substr(0, blank)))) return {};
  const std::string_view sign = without_marks(line.substr(blank + 1));
  return sign.size() >= 2 && find_outlet_by_name(sign) ? sign : std::string_view();
}

}  // namespace pressmark::indexer
