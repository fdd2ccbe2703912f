#include "searcher/output/style.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/core.h>

#include "common/display_width.h"
#include "common/terminal_text.h"
#include "common/utf8.h"

namespace pressmark::searcher {
namespace {

std::string_view code(Ink ink) {
  switch (ink) {
    case Ink::Title:
      return "\x1B[1m";
    case Ink::Source:
      return "\x1B[36m";
    case Ink::Date:
      return "\x1B[32m";
    case Ink::Mark:
      return "\x1B[1;31m";
    case Ink::Faint:
      return "\x1B[2m";
    case Ink::Removed:
      return "\x1B[31m";
    case Ink::Added:
      return "\x1B[32m";
  }
  return {};
}

struct Piece {
  std::string text;  // safe
  bool marked = false;
};

/// What a line is not broken within.
struct Unit {
  std::vector<Piece> pieces;
  std::size_t width = 0;
  bool blank_before = false;
};

/// A character made safe, and its width in columns.
std::pair<std::string, std::size_t> shown(char32_t character) {
  std::string bytes;
  append_code_point(bytes, character);
  bytes = terminal_safe(bytes);
  const std::size_t width = display_width(bytes);
  return {std::move(bytes), width};
}

/// Cuts a text into units no wider than a line.
class Units {
 public:
  Units(const Style& style, std::size_t columns) : style_(style), columns_(columns) {}

  void add(char32_t character, bool marked) {
    if (character == ' ' || character == '\n' || character == '\t' || character == '\r') {
      end_unit();
      blank_ = true;
      return;
    }
    if (character > ' ' && character < 0x7F) {  // most of all
      const char byte = static_cast<char>(character);
      return place({&byte, 1}, 1, marked);
    }
    const auto [bytes, width] = shown(character);
    place(bytes, width, marked);
  }

  std::vector<Unit> take() {
    end_unit();
    return std::move(units_);
  }

 private:
  void place(std::string_view bytes, std::size_t width, bool marked) {
    const std::size_t marks = style_.colours || !marked ? 0 : 4;
    if (width == 2 || current_.width + width + marks > columns_) end_unit();
    if (current_.pieces.empty()) {
      current_.blank_before = blank_;
      blank_ = false;
    }
    if (current_.pieces.empty() || current_.pieces.back().marked != marked) {
      current_.pieces.push_back({"", marked});
      current_.width += marks;
    }
    current_.pieces.back().text += bytes;
    current_.width += width;
    if (width == 2) end_unit();
  }

  void end_unit() {
    if (current_.pieces.empty()) return;
    units_.push_back(std::move(current_));
    current_ = {};
  }

  const Style& style_;
  std::size_t columns_;
  std::vector<Unit> units_;
  Unit current_;
  bool blank_ = false;
};

std::vector<Unit> units_of(const Snippet& text, const Style& style, std::size_t columns) {
  Units units(style, columns);
  std::size_t point = 0, mark = 0;
  for (std::size_t at = 0; at < text.text.size(); ++point) {
    const char32_t character = next_code_point(text.text, at);
    while (mark < text.highlights.size() && text.highlights[mark].second <= point) ++mark;
    units.add(character, mark < text.highlights.size() && text.highlights[mark].first <= point);
  }
  return units.take();
}

/// A line of text whose marks run on from piece to piece.
class Line {
 public:
  explicit Line(const Style& style) : style_(style) {}

  void add(const Unit& unit, bool first) {
    const bool blank = unit.blank_before && !first;
    for (std::size_t i = 0; i < unit.pieces.size(); ++i) {
      const Piece& piece = unit.pieces[i];
      if (piece.marked != marked_ || (blank && i == 0 && marked_)) close();
      if (blank && i == 0) text_ += ' ';
      if (piece.marked && !marked_) open();
      text_ += piece.text;
    }
  }

  std::string take() {
    close();
    return std::move(text_);
  }

 private:
  void open() {
    text_ += style_.colours ? code(Ink::Mark) : "**";
    marked_ = true;
  }
  void close() {
    if (marked_) text_ += style_.colours ? "\x1B[0m" : "**";
    marked_ = false;
  }

  const Style& style_;
  std::string text_;
  bool marked_ = false;
};

}  // namespace

std::string inked(const Style& style, Ink ink, std::string_view safe) {
  if (!style.colours || safe.empty()) return std::string(safe);
  return fmt::format("{}{}\x1B[0m", code(ink), safe);
}

std::string linked(const Style& style, std::string_view url, std::string_view safe) {
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  if (!style.links || !web) return std::string(safe);
  std::string address;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      address += c;
    } else {
      address += fmt::format("%{:02X}", byte);
    }
  }
  return fmt::format("\x1B]8;;{}\x1B\\{}\x1B]8;;\x1B\\", address, safe);
}

std::vector<std::string> wrap(const Snippet& text, const Style& style, std::size_t columns,
                              std::size_t max_lines) {
  columns = std::max<std::size_t>(columns, 8);
  const std::vector<Unit> units = units_of(text, style, columns);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < units.size();) {
    std::size_t width = 0, end = at;
    while (end < units.size()) {
      const std::size_t more = units[end].width + (units[end].blank_before && end > at ? 1 : 0);
      if (end > at && width + more > columns) break;
      width += more;
      ++end;
    }
    const bool cut = max_lines != 0 && lines.size() + 1 == max_lines && end < units.size();
    while (cut && end > at + 1 && width + 2 > columns) {
      --end;
      width -= units[end].width + (units[end].blank_before ? 1 : 0);
    }
    Line line(style);
    for (std::size_t i = at; i < end; ++i) line.add(units[i], i == at);
    lines.push_back(line.take());
    if (cut) {
      if (!lines.back().ends_with("…")) lines.back() += " …";
      break;
    }
    at = end;
  }
  return lines;
}

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, " ");
  }
  return digits;
}

std::string percent(std::size_t part, std::size_t whole) {
  if (part == 0 || whole == 0) return "0 %";
  const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  return share < 0.5 ? "<1 %" : fmt::format("{:.0f} %", share);
}

std::string bar(double fraction, std::size_t columns) {
  static constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (!(fraction > 0)) return {};
  const auto eighths =
      std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(std::min(fraction, 1.0) * 8.0 *
                                                                    static_cast<double>(columns))));
  std::string text;
  for (std::size_t i = 0; i < eighths / 8; ++i) text += "█";
  text += kEighths[eighths % 8];
  return text;
}

std::string fit_end(std::string_view text, std::size_t columns) {
  std::size_t width = display_width(text);
  if (width <= columns) return std::string(text);
  std::size_t at = 0;
  while (at < text.size() && width + 1 > columns) width -= display_width(next_code_point(text, at));
  return "…" + std::string(text.substr(at));
}

std::string pad_right(std::string text, std::size_t columns) {
  const std::size_t width = display_width(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

std::string pad_left(std::string text, std::size_t columns) {
  const std::size_t width = display_width(text);
  if (width < columns) text.insert(0, columns - width, ' ');
  return text;
}

}  // namespace pressmark::searcher
