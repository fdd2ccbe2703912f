#include "searcher/output/difference_lines.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/display_width.h"
#include "common/terminal_text.h"
#include "common/text.h"

namespace pressmark::searcher {
namespace {

using Kind = DifferencePiece::Kind;
using Pieces = std::vector<DifferencePiece>;

constexpr std::size_t kMostColumns = 100;  // longer lines are hard to read

Ink ink_of(Kind kind) { return kind == Kind::Removed ? Ink::Removed : Ink::Added; }

/// Fills lines with words.
class Filler {
 public:
  explicit Filler(const Style& style) : style_(style) {}

  void add(const DifferencePiece& piece) {
    std::vector<std::string_view> words;
    for (const std::string_view word : split(piece.text, ' ')) {
      if (!word.empty()) words.push_back(word);
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string word = terminal_safe(words[i]);
      if (piece.kind != Kind::Same) {
        const bool removed = piece.kind == Kind::Removed;
        if (i == 0) word.insert(0, removed ? "[-" : "{+");
        if (i + 1 == words.size()) word += removed ? "-]" : "+}";
      }
      put(word, piece.kind);
    }
  }

  std::vector<std::string> take() {
    if (!line_.empty()) lines_.push_back(std::move(line_));
    return std::move(lines_);
  }

 private:
  void put(const std::string& word, Kind kind) {
    const std::size_t columns = std::min(style_.width, kMostColumns);
    const std::size_t width = display_width(word);
    if (!line_.empty() && used_ + 1 + width > columns) {
      lines_.push_back(std::move(line_));
      line_.clear();
      used_ = 0;
    }
    if (!line_.empty()) {
      line_ += ' ';
      ++used_;
    }
    line_ += kind == Kind::Same ? word : inked(style_, ink_of(kind), word);
    used_ += width;
  }

  const Style& style_;
  std::vector<std::string> lines_;
  std::string line_;
  std::size_t used_ = 0;
};

bool is_same(const Pieces& paragraph) {
  return std::ranges::all_of(paragraph,
                             [](const DifferencePiece& piece) { return piece.kind == Kind::Same; });
}

std::string label(const VersionLabel& version) {
  return version.day.empty() ? std::to_string(version.number)
                             : fmt::format("{} ({})", version.number, version.day);
}

void append_changed(std::vector<std::string>& lines, const Difference& difference,
                    const Style& style) {
  std::size_t same = 0;
  const auto count_same = [&] {
    if (same == 0) return;
    lines.push_back("");
    lines.push_back(inked(
        style, Ink::Faint,
        same == 1 ? "… a paragraph the same …" : fmt::format("… {} paragraphs the same …", same)));
    same = 0;
  };
  for (const Pieces& paragraph : difference.paragraphs) {
    if (is_same(paragraph)) {
      ++same;
      continue;
    }
    count_same();
    Filler filler(style);
    for (const DifferencePiece& piece : paragraph) filler.add(piece);
    lines.push_back("");
    for (std::string& line : filler.take()) lines.push_back(std::move(line));
  }
  count_same();
}

}  // namespace

std::vector<std::string> difference_lines(const VersionDifference& difference, const Style& style) {
  std::vector<std::string> lines;
  const int percent = static_cast<int>(100 * difference.text.changed + 0.5);
  lines.push_back(fmt::format("version {} to {} of {}: {}", label(difference.from),
                              label(difference.to), difference.versions,
                              difference.text.changed == 0 ? "the same text"
                              : percent == 0               ? "less than 1 % of the words changed"
                                             : fmt::format("{} % of the words changed", percent)));
  lines.push_back(terminal_safe(difference.url.empty() ? difference.id : difference.url));
  Filler title(style);
  for (const Pieces& paragraph : difference.title.paragraphs) {
    for (const DifferencePiece& piece : paragraph) title.add(piece);
  }
  lines.push_back("");
  for (std::string& line : title.take()) lines.push_back(std::move(line));
  append_changed(lines, difference.text, style);
  return lines;
}

}  // namespace pressmark::searcher
