#include "indexer/source/table_row.h"

#include <algorithm>

namespace pressmark::indexer {
namespace {

/// A backslash and the byte behind it. MySQL writes a letter only for what is no character of a
/// text; of a line end, a separator or a quotation mark it keeps the byte itself.
void append_escaped(std::string& text, char escaped) {
  switch (escaped) {
    case 'n':
      text += '\n';
      break;
    case 't':
      text += '\t';
      break;
    case 'r':
    case '0':
      break;
    default:
      text += escaped;
  }
}

}  // namespace

bool RowScanner::closes(std::string_view bytes, bool last) const {
  const std::string_view behind = bytes.substr(at_ + 1, 2);
  if (behind.empty()) return last;
  if (behind[0] == form_.separator || behind[0] == form_.line_end) return true;
  return behind[0] == '\r' && (behind.size() == 1 || behind[1] == form_.line_end);
}

bool RowScanner::opens(std::string_view bytes) const {
  const char before = bytes[at_ - 1];
  return lined_ && (before == form_.separator || before == form_.line_end);
}

void RowScanner::end_cell(std::size_t end) {
  if (cells_++ < most_cells_) bounds_.emplace_back(cell_begin_, end);
  state_ = State::Begin;
}

bool RowScanner::scan(std::string_view bytes, bool last) {
  while (at_ < bytes.size()) {
    const char byte = bytes[at_];
    if (state_ == State::Begin) {
      cell_begin_ = at_;
      separated_ = lined_ = opened_ = false;
      state_ = byte == '"' && quotes_ == Quotes::Read ? State::Quoted : State::Plain;
      if (state_ == State::Quoted) {
        ++at_;
        continue;
      }
    }
    if (form_.backslashes && byte == '\\') {
      if (bytes.size() - at_ < 2 && !last) return false;
      at_ = std::min(at_ + 2, bytes.size());
    } else if (state_ == State::Quoted && byte == '"') {
      if (bytes.size() - at_ < 3 && !last) return false;
      if (bytes.substr(at_ + 1).starts_with('"')) {
        ++at_;
      } else if (closes(bytes, last)) {
        state_ = State::Plain;
        doubtful_ = doubtful_ || opened_ || (form_.separator == '\t' && separated_ && lined_);
      } else {
        opened_ = opened_ || opens(bytes);
      }
      ++at_;
    } else if (state_ == State::Quoted) {
      separated_ = separated_ || byte == form_.separator;
      lined_ = lined_ || byte == form_.line_end;
      has_lines_ = has_lines_ || lined_;
      ++at_;
    } else if (byte == form_.separator) {
      end_cell(at_++);
    } else if (byte == form_.line_end) {
      const bool is_pair = byte == '\n' && at_ > cell_begin_ && bytes[at_ - 1] == '\r';
      end_cell(at_ - (is_pair ? 1 : 0));
      ++at_;
      return true;
    } else {
      ++at_;
    }
  }
  if (!last) return false;
  // A last row without a line end, perhaps within a quotation.
  const bool open = is_open();
  if (state_ == State::Begin) cell_begin_ = at_;
  end_cell(at_ - (at_ > cell_begin_ && bytes[at_ - 1] == '\r' ? 1 : 0));
  if (open) state_ = State::Quoted;
  return true;
}

std::string_view RowScanner::written(std::string_view bytes, std::size_t number) const {
  const auto [begin, end] = bounds_[number];
  return bytes.substr(begin, end - begin);
}

std::optional<std::string> RowScanner::cell(std::string_view bytes, std::size_t number) const {
  std::string_view raw = written(bytes, number);
  if (raw.empty() || raw == "\\N" || raw == "NULL") return std::nullopt;
  const bool quoted = raw.size() > 1 && raw.front() == '"' && raw.back() == '"';
  if (quoted) raw = raw.substr(1, raw.size() - 2);
  std::string text;
  text.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (form_.backslashes && raw[at] == '\\' && at + 1 < raw.size()) {
      append_escaped(text, raw[++at]);
      continue;
    }
    text += raw[at];
    if (quoted && raw[at] == '"' && raw.substr(at + 1).starts_with('"')) ++at;
  }
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace pressmark::indexer
