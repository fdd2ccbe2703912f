#include "indexer/source/table_shape.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/model/field_names.h"
#include "indexer/source/list_reader.h"
#include "indexer/source/row_object.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kCellBlank = " \t";
constexpr std::size_t kMostColumns = 1000;
constexpr std::size_t kLongestName = 100;  // bytes
constexpr int kRowsTried = 20;             // to find one that fits the names

enum class Kind {
  Text,
  Telling,  // of articles, not of any strings: an id and a language do not tell
  Other,
};

struct Field {
  std::string_view name;  // as extract/ knows it
  Kind kind = Kind::Other;
};

/// Names that logs, lists of goods and tweets have as well.
constexpr std::array kCommonNames = {"name"sv, "timestamp"sv, "created_at"sv, "source"sv,
                                     "category"sv};

/// Lower case, without what parts words.
std::string plain_name(std::string_view name) {
  std::string plain = to_lower_ascii(name);
  std::erase_if(plain, [](char c) { return " -_."sv.find(c) != std::string_view::npos; });
  return plain;
}

std::unordered_map<std::string, Field> make_fields() {
  std::unordered_map<std::string, Field> fields;
  const auto add = [&fields](std::span<const std::string_view> names, Kind kind) {
    for (const std::string_view name : names)
      fields.try_emplace(plain_name(name), Field{name, kind});
  };
  add(kTextNames, Kind::Text);
  add(kCommonNames, Kind::Other);
  for (const std::span<const std::string_view> names :
       {std::span<const std::string_view>(kTitleNames),
        std::span<const std::string_view>(kDateNames),
        std::span<const std::string_view>(kModifiedNames),
        std::span<const std::string_view>(kUrlNames),
        std::span<const std::string_view>(kAuthorNames),
        std::span<const std::string_view>(kOutletNames),
        std::span<const std::string_view>(kOutletDomainNames),
        std::span<const std::string_view>(kDescriptionNames),
        std::span<const std::string_view>(kSectionNames)})
    add(names, Kind::Telling);
  for (const std::span<const std::string_view> names :
       {std::span<const std::string_view>(kIdNames),
        std::span<const std::string_view>(kLanguageNames),
        std::span<const std::string_view>(kTagNames),
        std::span<const std::string_view>(kPersonNames),
        std::span<const std::string_view>(kOrgNames),
        std::span<const std::string_view>(kPlaceNames),
        std::span<const std::string_view>(kCountryNames)})
    add(names, Kind::Other);
  return fields;
}

/// The names of columns in a line, if it is a line of them.
std::optional<std::vector<std::string>> column_names(std::string_view line, RowForm form) {
  static const std::unordered_map<std::string, Field> kFields = make_fields();
  // Most lines that are no names show it here: a page's first line may be all of the page.
  const auto first = line.find(form.separator);
  if (first == std::string_view::npos || (first > kLongestName && line.front() != '"'))
    return std::nullopt;
  RowScanner scanner(form, kMostColumns);
  scanner.scan(line, true);
  if (scanner.cells() < 2 || scanner.cells() > kMostColumns || scanner.is_open())
    return std::nullopt;
  std::vector<std::string> columns;
  bool has_text = false, has_telling = false;
  for (std::size_t i = 0; i < scanner.cells(); ++i) {
    const std::string_view written = scanner.written(line, i);
    // A comma of prose has a blank behind it, and no name is a sentence.
    const bool is_prose =
        !written.empty() && kCellBlank.find(written.front()) != std::string_view::npos;
    if (is_prose || written.size() > kLongestName) return std::nullopt;
    std::string name(trim(scanner.cell(line, i).value_or("")));
    if (const auto known = kFields.find(plain_name(name)); known != kFields.end()) {
      name = known->second.name;
      has_text = has_text || known->second.kind == Kind::Text;
      has_telling = has_telling || known->second.kind == Kind::Telling;
    }
    columns.push_back(std::move(name));
  }
  if (!has_text || !has_telling) return std::nullopt;
  return columns;
}

bool parts_cells(char byte, RowForm form) {
  return byte == form.separator || byte == form.line_end || byte == '\r';
}

/// Whether backslashes escape. Between quotation marks they show by a mark that does not end the
/// cell, where no mark is doubled; in columns parted by tabs, which exports of databases do not
/// quote, by a NULL or by line ends that are written so.
bool escapes(std::string_view rows, RowForm form) {
  if (form.separator == '\t') {
    const auto end = rows.find("\\n");
    return rows.find("\t\\N") != std::string_view::npos ||
           (end != std::string_view::npos && rows.find("\\n", end + 2) != std::string_view::npos);
  }
  bool escaped = false;
  for (auto at = rows.find('"', 1); at != std::string_view::npos && at + 2 < rows.size();
       at = rows.find('"', at + 1)) {
    const char before = rows[at - 1], behind = rows[at + 1];
    if (before == '\\') {
      escaped = escaped || (!parts_cells(behind, form) && behind != '"');
    } else if (behind == '"' && !parts_cells(before, form) && before != '"' &&
               !parts_cells(rows[at + 2], form)) {
      return false;
    }
  }
  return escaped;
}

/// What the first rows say of a table.
class FirstRows {
 public:
  FirstRows(RowForm form, const std::vector<std::string>& columns)
      : form_(form), columns_(columns) {}

  /// Whether one of them has as many cells as there are columns and one a text. A row that does not
  /// end in sight may be both.
  bool fit(std::string_view rows, bool whole) {
    for (int tried = 0; tried < kRowsTried && !rows.empty(); ++tried) {
      if (form_.separator == '\t') {  // whose cells may begin with a mark that is no quotation
        RowScanner line(form_, columns_.size(), RowScanner::Quotes::Literal);
        if (line.scan(rows, whole)) note(line, rows);
      }
      RowScanner scanner(form_, columns_.size());
      if (!scanner.scan(rows, whole)) return scanner.cells() < columns_.size();
      note(scanner, rows);
      if (fitting_ && text_) return true;
      rows.remove_prefix(scanner.size());
    }
    return false;
  }

 private:
  void note(const RowScanner& row, std::string_view rows) {
    fitting_ = fitting_ || row.cells() == columns_.size();
    for (std::size_t i = 0; i < std::min(row.cells(), columns_.size()); ++i) {
      text_ = text_ || (is_text_column(columns_[i]) && row.written(rows, i).size() >= kLeastText);
    }
  }

  RowForm form_;
  const std::vector<std::string>& columns_;
  bool fitting_ = false;
  bool text_ = false;
};

/// The first line end from here, npos without one. Two looks for one byte each: for one of several
/// bytes the library looks at each byte by itself, and the first line of a page may be all of it.
std::size_t find_line_end(std::string_view head, std::size_t at) {
  const auto feed = head.find('\n', at);
  return std::min(head.substr(0, feed).find('\r', at), feed);
}

/// Behind the line that begins here.
std::size_t line_end_of(std::string_view head, std::size_t at) {
  const auto end = find_line_end(head, at);
  if (end == std::string_view::npos) return head.size();
  return end + (head.substr(end).starts_with("\r\n") ? 2 : 1);
}

/// Where the line of names begins: behind blank lines, and the one by which Excel is told the
/// separator.
std::size_t begin_of_names(std::string_view head) {
  std::size_t at = 0;
  while (at < head.size()) {
    const std::size_t end = line_end_of(head, at);
    const std::string_view line = trim(head.substr(at, end - at));
    if (!line.empty() && !(starts_with_ascii_nocase(line, "sep=") && line.size() <= 5)) break;
    at = end;
  }
  return at;
}

}  // namespace

std::optional<TableShape> table_shape(std::string_view head, bool whole) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  const std::size_t names_begin = begin_of_names(head);
  head.remove_prefix(names_begin);
  const auto line_end = find_line_end(head, 0);
  if (line_end == std::string_view::npos) return std::nullopt;
  const bool is_pair = head.substr(line_end).starts_with("\r\n");
  const std::string_view line = head.substr(0, line_end);
  const std::string_view rows = head.substr(line_end + (is_pair ? 2 : 1));
  std::optional<TableShape> shape;
  for (const char separator : {',', '\t', ';', '|'}) {
    RowForm form{separator, is_pair ? '\n' : head[line_end]};
    auto columns = column_names(line, form);
    if (!columns || (shape && shape->columns.size() >= columns->size())) continue;
    form.backslashes = escapes(rows, form);
    if (FirstRows(form, *columns).fit(rows, whole))
      shape = {form, std::move(*columns), names_begin};
  }
  return shape;
}

}  // namespace pressmark::indexer
