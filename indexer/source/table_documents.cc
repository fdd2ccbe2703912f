#include "indexer/source/table_documents.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/source/list_reader.h"
#include "indexer/source/row_object.h"

namespace pressmark::indexer {
namespace {

// What rows that are none make be looked at once more is bounded, so that reading stays linear.
constexpr std::uint64_t kLooks = 4;  // times of what has been read
constexpr std::uint64_t kFreeLooks = std::uint64_t{16} << 20;

class TableRows : public ListReader {
 public:
  TableRows(InputBuffer input, ContentContext context, TableShape shape)
      : ListReader(std::move(input), std::move(context)), shape_(std::move(shape)) {
    while (sound().size() < shape_.names_begin && more()) {
    }
    consume(std::min(shape_.names_begin, sound().size()));
    const std::size_t end = line_size(0);
    header_ = sound().substr(0, end);
    consume(end);
    while (header_.ends_with('\r') || header_.ends_with('\n')) header_.pop_back();
  }

  std::optional<ContentItem> next() override {
    while (!done_) {
      if (input_.ensure(kByteOrderMark.size()) && sound().starts_with(kByteOrderMark)) {
        input_.consume(kByteOrderMark.size());  // of a table that was joined to another
      }
      if (fault_ && seeking_ && !sound().empty()) {
        seek();
      } else if (fault_) {
        return told_fault();
      } else if (auto item = next_row()) {
        return item;
      }
    }
    return std::nullopt;
  }

 private:
  /// A row that has been looked at, and whether that came to its end within the limit.
  struct Row {
    RowScanner scanner;
    bool ended = false;
    bool cut = false;  // bytes are missing in it
  };

  Row look_at_row(RowForm form) {
    // Where quotation marks were taken for text once, they are until what was looked at is done.
    const bool literal = form.separator == '\t' && is_second_look();
    Row row{RowScanner(
        form, shape_.columns.size(),
        literal || !may_look() ? RowScanner::Quotes::Literal : RowScanner::Quotes::Read)};
    bool last = false;
    while (!row.scanner.scan(sound(), last)) {
      if (row.scanner.size() > context_.max_document_bytes) break;
      last = !more();
    }
    looked_ += row.scanner.size();
    row.ended = row.scanner.size() <= context_.max_document_bytes;
    const bool is_at_end = row.scanner.size() == sound().size();
    row.cut =
        row.ended && is_at_end && input_.next_damage() && !sound().ends_with(shape_.form.line_end);
    return row;
  }

  /// What comes of the row that is here; nothing when there is nothing to tell of it.
  std::optional<ContentItem> next_row() {
    Row row = look_at_row(shape_.form);
    std::string_view bytes = sound().substr(0, row.scanner.size());
    if (row.cut) {
      done_ = true;
      ContentItem item = skipped(SkipReason::Damaged);
      input_.consume(bytes.size());
      std::get<SkippedInput>(item).skip = input_.take_damage()->skip;
      return item;
    }
    if (bytes.empty()) {
      done_ = true;
      return std::nullopt;
    }
    if (row.ended && is_no_row(row.scanner, bytes)) {
      consume(bytes.size());
      return std::nullopt;
    }
    if (!fits(row, bytes) && bytes.find("\\\"") != std::string_view::npos && may_look()) {
      RowForm other = shape_.form;
      other.backslashes = !other.backslashes;
      Row escaped = look_at_row(other);
      if (const auto all = sound().substr(0, escaped.scanner.size()); fits(escaped, all)) {
        shape_.form = other;  // as the rows that follow are written, too
        row = std::move(escaped);
        bytes = all;
      } else {
        bytes = sound().substr(0, row.scanner.size());
      }
    }
    if (fits(row, bytes)) {
      ContentItem item = document_of(row.scanner, bytes);
      strict_ = strict_ && is_strict(row.scanner, bytes);
      consume(bytes.size());
      return item;
    }
    if (auto item = first_line_by_itself(bytes)) return item;
    fault_line_ = line_;
    fault_ = row.ended ? skipped(SkipReason::Damaged, fault(row.scanner)) : too_large();
    pass_over(row, bytes);
    return std::nullopt;
  }

  /// What is told of a row that was none, with the lines that went with it.
  ContentItem told_fault() {
    SkippedInput told = *std::exchange(fault_, std::nullopt);
    seeking_ = false;
    if (const std::size_t lines = line_ - fault_line_; lines > 1)
      told.skip.detail += "; " + std::to_string(lines) + " lines passed over";
    return told;
  }

  /// Whether bytes may be looked at once more.
  bool may_look() const { return looked_ <= kLooks * input_.position() + kFreeLooks; }

  /// What lies here was looked at before, as part of a row that was none.
  bool is_second_look() const { return input_.position() < looked_until_; }

  /// A blank line, or the names of the columns once more: tables that were joined.
  bool is_no_row(const RowScanner& row, std::string_view bytes) const {
    if (row.cells() == 1 && trim(bytes).empty()) return true;
    return bytes.starts_with(header_) && trim(bytes.substr(header_.size())).empty();
  }

  bool fits(const Row& row, std::string_view bytes) const {
    if (!row.ended || row.scanner.is_open() || row.scanner.is_doubtful()) return false;
    return row.scanner.cells() == shape_.columns.size() || leaves_off(row.scanner, bytes);
  }

  /// Some programs leave off the empty cells at a row's end. So does a line of a text that was
  /// broken: a row has its text.
  bool leaves_off(const RowScanner& row, std::string_view bytes) const {
    if (row.cells() < 2 || row.cells() > shape_.columns.size() || !is_strict(row, bytes))
      return false;
    for (std::size_t i = 0; i < row.cells(); ++i) {
      if (is_text_column(shape_.columns[i]) && row.written(bytes, i).size() >= kLeastText)
        return true;
    }
    return false;
  }

  /// Whether the cells look like those of a table and not like a text: the comma of a text has a
  /// blank behind it, and a mark within a line may be the end of a quotation.
  bool is_strict(const RowScanner& row, std::string_view bytes) const {
    for (std::size_t i = 0; i < std::min(row.cells(), shape_.columns.size()); ++i) {
      const std::string_view cell = row.written(bytes, i);
      if (cell.starts_with(' ')) return false;
      const bool may_hold_marks = cell.starts_with('"') || shape_.form.separator == '\t';
      if (!may_hold_marks && cell.find('"') != std::string_view::npos) return false;
    }
    return true;
  }

  ContentItem document_of(const RowScanner& row, std::string_view bytes) const {
    std::string object = row_object(shape_.columns, row, bytes);
    if (object.size() > context_.max_document_bytes) return too_large();
    return document(std::move(object));
  }

  /// Columns parted by tabs are often written without quotation: a cell may begin with a mark that
  /// is part of its text. Then the line is a row.
  std::optional<ContentItem> first_line_by_itself(std::string_view bytes) {
    if (shape_.form.separator != '\t' || is_second_look()) return std::nullopt;
    Row line{RowScanner(shape_.form, shape_.columns.size(), RowScanner::Quotes::Literal)};
    line.ended = line.scanner.scan(bytes, input_.at_end()) &&
                 line.scanner.size() <= context_.max_document_bytes;
    if (!fits(line, bytes)) return std::nullopt;
    ContentItem item = document_of(line.scanner, bytes);
    looked_until_ = input_.position() + bytes.size();
    consume(line.scanner.size());
    return item;
  }

  std::string fault(const RowScanner& row) const {
    if (row.is_open() || row.cells() == shape_.columns.size()) return "quotation without an end";
    return "row of " + std::to_string(row.cells()) + " cells in a table of " +
           std::to_string(shape_.columns.size()) + " columns";
  }

  /// Consumes a row that is none; of one that has several lines, which a quotation without an end
  /// may have brought together, the first one: a row may begin in any other.
  void pass_over(const Row& row, std::string_view bytes) {
    const bool is_joined = row.scanner.has_lines() || !row.ended;
    const std::size_t line = std::min(bytes.find(shape_.form.line_end), bytes.size());
    if (is_joined && line < bytes.size()) {
      looked_until_ = std::max(looked_until_, input_.position() + bytes.size());
      seeking_ = true;
      return consume(line + 1);
    }
    const bool at_line = bytes.ends_with(shape_.form.line_end);
    seeking_ = !row.ended && row.scanner.is_open();
    consume(bytes.size());
    if (!row.ended && !at_line) pass_line();
  }

  /// Behind a row that was none: passes the line that begins here, unless it begins a row and a
  /// line behind that one looks like the next.
  void seek() {
    const std::size_t size = line_size(0);
    if (size > context_.max_document_bytes) return pass_line();
    const RowScanner line = look_at_line(0, size);
    if (size > 0 && !ends_quotation() && begins_row(line)) {
      std::size_t row_size = size;
      bool is_row = !line.is_open();
      if (is_row) {
        is_row = is_likely_row(line, size);
      } else if (may_look()) {
        const Row row = look_at_row(shape_.form);
        row_size = row.scanner.size();
        is_row = row.ended && !row.cut && is_likely_row(row.scanner, row_size);
      }
      if (is_row && is_line_of_row(row_size)) {
        seeking_ = false;
        return;
      }
    }
    consume(size);
  }

  /// Whether the line begins with the mark that ends a quotation.
  bool ends_quotation() const {
    if (sound().size() < 2 || sound().front() != '"') return false;
    const char next = sound()[1];
    return next == shape_.form.separator || next == '\r' || next == '\n';
  }

  bool begins_row(const RowScanner& line) const {
    return line.cells() == shape_.columns.size() ||
           (line.is_open() && line.cells() < shape_.columns.size());
  }

  /// Of a table whose cells begin with blanks, or have marks in them, all rows do.
  bool is_likely_row(const RowScanner& row, std::size_t size) const {
    return row.cells() == shape_.columns.size() && !row.is_open() && !row.is_doubtful() &&
           (!strict_ || is_strict(row, sound().substr(0, size)));
  }

  /// Whether the line behind these bytes begins a row, or there is none.
  bool is_line_of_row(std::size_t at) {
    const std::size_t size = line_size(at);
    if (size > context_.max_document_bytes) return false;
    return trim(sound().substr(at, size)).empty() || begins_row(look_at_line(at, size));
  }

  RowScanner look_at_line(std::size_t at, std::size_t size) const {
    RowScanner line(
        shape_.form, shape_.columns.size(),
        shape_.form.separator == '\t' ? RowScanner::Quotes::Literal : RowScanner::Quotes::Read);
    std::string_view bytes = sound().substr(at, size);
    while (bytes.ends_with(shape_.form.line_end) || bytes.ends_with('\r')) bytes.remove_suffix(1);
    line.scan(bytes, true);
    return line;
  }

  /// Bytes of the line that begins here in the window, with its end; of one over the limit more
  /// than that.
  std::size_t line_size(std::size_t at) {
    std::size_t from = at;
    while (true) {
      const auto end = sound().find(shape_.form.line_end, from);
      if (end != std::string_view::npos) return end + 1 - at;
      from = sound().size();
      if (from - std::min(at, from) > context_.max_document_bytes || !more())
        return sound().size() - std::min(at, sound().size());
    }
  }

  void pass_line() {
    while (true) {
      const auto end = sound().find(shape_.form.line_end);
      if (end != std::string_view::npos) return consume(end + 1);
      input_.consume(sound().size());
      if (!more()) return;
    }
  }

  /// Consumes bytes of the window and counts their lines.
  void consume(std::size_t bytes) {
    line_ += static_cast<std::size_t>(
        std::ranges::count(sound().substr(0, bytes), shape_.form.line_end));
    input_.consume(bytes);
  }

  TableShape shape_;
  std::string header_;
  bool strict_ = true;                 // all rows so far
  std::optional<SkippedInput> fault_;  // a row that was none and is not told yet
  std::size_t fault_line_ = 0;
  bool seeking_ = false;            // behind it, for the next one
  std::uint64_t looked_until_ = 0;  // in the stream
  std::uint64_t looked_ = 0;        // bytes, as often as they were
};

}  // namespace

std::unique_ptr<ContentReader> open_table(InputBuffer input, ContentContext context,
                                          TableShape shape) {
  return std::make_unique<TableRows>(std::move(input), std::move(context), std::move(shape));
}

}  // namespace pressmark::indexer
