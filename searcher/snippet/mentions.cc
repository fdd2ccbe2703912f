#include <algorithm>

#include "common/text.h"
#include "common/utf8.h"
#include "searcher/snippet/snippet_maker.h"

namespace pressmark::searcher {
namespace {

/// Where each code point of a text begins; one more at the end.
std::vector<std::size_t> code_points(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < text.size();) {
    begins.push_back(at);
    next_code_point(text, at);
  }
  begins.push_back(text.size());
  return begins;
}

/// A piece of one paragraph: the blanks of its edges taken off.
struct Paragraph {
  std::size_t begin = 0, end = 0;  // code points
  std::size_t number = 0;          // from 1
};

std::vector<Paragraph> paragraphs_of(std::string_view text,
                                     const std::vector<std::size_t>& begins) {
  std::vector<Paragraph> paragraphs;
  const std::size_t points = begins.size() - 1;
  for (std::size_t begin = 0; begin < points;) {
    std::size_t end = begin;
    while (end < points && text[begins[end]] != '\n') ++end;
    const std::string_view line = text.substr(begins[begin], begins[end] - begins[begin]);
    if (!trim(line).empty()) paragraphs.push_back({begin, end, paragraphs.size() + 1});
    begin = end + 1;
  }
  return paragraphs;
}

}  // namespace

std::vector<Mention> mentions(const Snippet& marked, std::size_t columns) {
  const std::string_view text = marked.text;
  const std::vector<std::size_t> begins = code_points(text);
  const auto piece = [&](std::size_t first, std::size_t last) {
    return std::string(text.substr(begins[first], begins[last] - begins[first]));
  };
  std::vector<Mention> found;
  auto at = marked.highlights.begin();
  for (const Paragraph& paragraph : paragraphs_of(text, begins)) {
    for (; at != marked.highlights.end() && at->first < paragraph.end; ++at) {
      const auto [first, last] = *at;
      if (first < paragraph.begin || last > paragraph.end) continue;
      const std::size_t left = std::max(paragraph.begin, first - std::min(first, columns));
      const std::size_t right = std::min(paragraph.end, last + columns);
      Mention mention{paragraph.number, piece(left, first), piece(first, last), piece(last, right)};
      if (left > paragraph.begin) mention.before.insert(0, "…");
      if (right < paragraph.end) mention.after += "…";
      found.push_back(std::move(mention));
    }
  }
  return found;
}

}  // namespace pressmark::searcher
