#include "indexer/source/table_documents.h"

#include <algorithm>
#include <string>

#include "common/text.h"
#include "indexer/source/list_reader.h"
#include "indexer/source/row_object.h"

namespace pressmark::indexer {
namespace {

class TableRows : public ListReader {
 public:
  TableRows(InputBuffer input, ContentContext context, TableShape shape)
      : ListReader(std::move(input), std::move(context)), shape_(std::move(shape)) {
    std::size_t end = 0;
    while ((end = sound().find(shape_.form.line_end)) == std::string_view::npos && more()) {
    }
    end = std::min(end, sound().size());
    header_ = sound().substr(0, end);
    consume(std::min(end + 1, sound().size()));
    if (header_.ends_with('\r')) header_.pop_back();
  }

  std::optional<ContentItem> next() override {
    while (!done_) {
      if (input_.ensure(kByteOrderMark.size()) && sound().starts_with(kByteOrderMark)) {
        input_.consume(kByteOrderMark.size());  // of a table that was joined to another
      }
      if (seeking_ && begins_with_end()) {
        pass_line();
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

  Row look_at_row() {
    // Where quotation marks were taken for text once, they are until what was looked at is done:
    // so that no byte is looked at more than twice.
    const bool literal = shape_.form.separator == '\t' && is_second_look();
    Row row{RowScanner(shape_.form, shape_.columns.size(),
                       literal ? RowScanner::Quotes::Literal : RowScanner::Quotes::Read)};
    bool last = false;
    while (!row.scanner.scan(sound(), last)) {
      if (row.scanner.size() > context_.max_document_bytes) return row;
      last = !more();
    }
    row.ended = row.scanner.size() <= context_.max_document_bytes;
    const bool is_at_end = row.scanner.size() == sound().size();
    row.cut = is_at_end && input_.next_damage() && !sound().ends_with(shape_.form.line_end);
    return row;
  }

  /// What comes of the row that is here; nothing when there is nothing to tell of it.
  std::optional<ContentItem> next_row() {
    const Row row = look_at_row();
    const std::string_view bytes = sound().substr(0, row.scanner.size());
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
    if (row.ended && fits(row.scanner, bytes)) {
      ContentItem item = document_of(row.scanner, bytes);
      seeking_ = false;
      consume(bytes.size());
      return item;
    }
    if (auto item = first_line_by_itself(bytes)) return item;
    const bool is_told = !seeking_;
    ContentItem item = row.ended ? ContentItem(skipped(SkipReason::Damaged, fault(row.scanner)))
                                 : ContentItem(too_large());
    pass_over(row, bytes);
    if (!is_told) return std::nullopt;
    return item;
  }

  /// What lies here was looked at before, as part of a row that was none.
  bool is_second_look() const { return input_.position() < looked_until_; }

  /// Whether the line begins with the mark that ends a quotation.
  bool begins_with_end() {
    input_.ensure(2);
    if (sound().size() < 2 || sound().front() != '"') return false;
    const char next = sound()[1];
    return next == shape_.form.separator || next == '\r' || next == '\n';
  }

  /// A blank line, or the names of the columns once more: tables that were joined.
  bool is_no_row(const RowScanner& row, std::string_view bytes) const {
    if (row.cells() == 1 && trim(bytes).empty()) return true;
    return bytes.starts_with(header_) && trim(bytes.substr(header_.size())).empty();
  }

  /// Behind a row that was none a line must look more like one: the comma of a text has a blank
  /// behind it, and a mark within a line may be the end of the quotation that is passed over.
  bool fits(const RowScanner& row, std::string_view bytes) const {
    if (row.cells() != shape_.columns.size() || row.is_open()) return false;
    if (shape_.form.separator == '\t' && row.is_doubtful()) return false;
    for (std::size_t i = 0; seeking_ && i < row.cells(); ++i) {
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
    RowScanner line(shape_.form, shape_.columns.size(), RowScanner::Quotes::Literal);
    if (!line.scan(bytes, input_.at_end()) || !fits(line, bytes)) return std::nullopt;
    if (line.size() > context_.max_document_bytes) return std::nullopt;
    ContentItem item = document_of(line, bytes);
    looked_until_ = input_.position() + bytes.size();
    seeking_ = false;
    consume(line.size());
    return item;
  }

  std::string fault(const RowScanner& row) const {
    if (row.is_open()) return "quotation without an end";
    return "row of " + std::to_string(row.cells()) + " cells in a table of " +
           std::to_string(shape_.columns.size()) + " columns";
  }

  /// Consumes a row that is none; of one that has several lines, which a quotation without an end
  /// may have brought together, the first one, unless that has been done with these bytes before.
  void pass_over(const Row& row, std::string_view bytes) {
    const bool is_joined = row.scanner.has_lines() || !row.ended;
    const std::size_t line = std::min(bytes.find(shape_.form.line_end), bytes.size());
    if (is_joined && !seeking_ && !is_second_look() && line < bytes.size()) {
      looked_until_ = input_.position() + bytes.size();
      seeking_ = true;
      return consume(line + 1);
    }
    const bool is_open = row.scanner.is_open();
    const bool at_line = bytes.ends_with(shape_.form.line_end);
    consume(bytes.size());
    if (row.ended) return;
    seeking_ = seeking_ || is_open;
    if (!at_line) pass_line();
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
  bool seeking_ = false;            // behind a row that was none, for the next one
  std::uint64_t looked_until_ = 0;  // in the stream
};

}  // namespace

std::unique_ptr<ContentReader> open_table(InputBuffer input, ContentContext context,
                                          TableShape shape) {
  return std::make_unique<TableRows>(std::move(input), std::move(context), std::move(shape));
}

}  // namespace pressmark::indexer
