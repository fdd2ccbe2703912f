#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressmark::indexer {

/// How the rows of a table are written.
struct RowForm {
  char separator = ',';
  char line_end = '\n';      // '\r' in tables of old Macintoshes; before '\n' it may stand anyway
  bool backslashes = false;  // a backslash takes its meaning from the next byte, as MySQL writes it
  friend bool operator==(const RowForm&, const RowForm&) = default;
};

/// Finds the end of a row and its cells, looking at each byte once however it comes. By RFC 4180,
/// and where that is broken: a quotation mark within a cell is one unless a separator or a line end
/// follows it.
class RowScanner {
 public:
  enum class Quotes { Read, Literal };  // Literal: a row is a line, whatever its cells begin with

  /// @param cells  as many are remembered; the others are counted
  RowScanner(RowForm form, std::size_t cells, Quotes quotes = Quotes::Read)
      : form_(form), most_cells_(cells), quotes_(quotes) {}

  /// Looks on. True once the row has ended.
  ///
  /// @param bytes  the row and what follows it, from its first byte
  /// @param last   nothing comes behind these bytes
  bool scan(std::string_view bytes, bool last);

  /// Bytes of the row with its line end; before it has ended those that were looked at.
  std::size_t size() const { return at_; }
  std::size_t cells() const { return cells_; }
  /// The last quotation was never closed.
  bool is_open() const { return state_ == State::Quoted; }
  /// Some quotation holds a line end.
  bool has_lines() const { return has_lines_; }
  /// Some quotation likely was none: behind a line end in it a cell begins with a mark. Where tabs
  /// part the columns, which texts have not, it need only hold a line end and a separator.
  bool is_doubtful() const { return doubtful_; }

  /// What a cell says, without its quotation marks; nothing when it is empty or NULL. Requires that
  /// the cell is remembered.
  std::optional<std::string> cell(std::string_view bytes, std::size_t number) const;
  /// A cell as it is written.
  std::string_view written(std::string_view bytes, std::size_t number) const;

 private:
  enum class State { Begin, Plain, Quoted };

  /// Whether the quotation mark at at_ ends its cell. Two more bytes are there, or no more come.
  bool closes(std::string_view bytes, bool last) const;
  /// Whether the mark at at_, which is not doubled, stands where a cell begins.
  bool opens(std::string_view bytes) const;
  void end_cell(std::size_t end);

  RowForm form_;
  std::size_t most_cells_;
  Quotes quotes_;
  State state_ = State::Begin;
  std::size_t at_ = 0;
  std::size_t cell_begin_ = 0;
  std::size_t cells_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> bounds_;  // of the first cells
  bool has_lines_ = false;
  bool separated_ = false;  // the quotation holds a separator
  bool lined_ = false;      // the quotation holds a line end
  bool opened_ = false;     // and behind that a mark that begins a cell
  bool doubtful_ = false;
};

}  // namespace pressmark::indexer
