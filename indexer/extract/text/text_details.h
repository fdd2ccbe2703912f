#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// What a line above a story says beside it. Views into the line; empty: nothing of that kind.
struct TextDetail {
  std::string_view url;     // an address alone
  std::string_view outlet;  // a known one, or a host alone
  std::string_view byline;
  std::string_view name;  // a person's alone: an author where a date or a role is near
  std::string_view date;  // all of the line that holds it
  bool role = false;      // "Staff writer": with a name before it, or alone
  bool filler = false;    // says nothing: "Share", "5 min read", "Published"

  bool none() const {
    return url.empty() && outlet.empty() && byline.empty() && name.empty() && date.empty() &&
           !role && !filler;
  }
};

/// Reads one line. A sentence, and what is longer than a line of details, is none.
///
/// @param language  declared, for dates and names; may be empty
TextDetail read_text_detail(std::string_view line, std::string_view language);

/// Lines of details among those that a text begins with.
struct TextDetails {
  std::vector<TextDetail> found;   // in the order of the lines
  std::vector<std::size_t> lines;  // their numbers: they are not the story's
};

/// The details between a headline and its story: author, day, outlet, address, and what says
/// nothing beside them. Lines that say something else may stand between (a sentence that sums the
/// story up, its points, a caption): they are the story's. Nothing behind the first paragraph is
/// looked at but for such a sentence, and no more than the first day and author: days further below
/// are a chronology's.
///
/// @param lines  trimmed, blank ones included, the headline not
TextDetails find_text_details(const std::vector<std::string_view>& lines,
                              std::string_view language);

}  // namespace pressmark::indexer
