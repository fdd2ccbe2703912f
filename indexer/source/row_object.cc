#include "indexer/source/row_object.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/model/field_names.h"

namespace pressmark::indexer {
namespace {

/// Where bytes are letters of two, the second may be that of a backslash, which is none then.
enum class Letters {
  Single,        // UTF-8, or one byte a letter
  Pairs,         // GBK, Big5, EUC
  JapanesePairs  // Shift_JIS, which has letters of one byte among them
};

bool is_lead(char c, Letters letters) {
  const auto byte = static_cast<unsigned char>(c);
  const bool is_single_kana = byte >= 0xA1 && byte <= 0xDF;
  return byte > 0x80 && letters != Letters::Single &&
         !(letters == Letters::JapanesePairs && is_single_kana);
}

/// Whether each first byte of a letter has a second one.
bool are(Letters letters, std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_lead(bytes[at], letters)) continue;
    if (++at == bytes.size() || static_cast<unsigned char>(bytes[at]) < 0x30) return false;
  }
  return true;
}

/// In texts of single bytes a letter beyond ASCII soon stands before a blank.
Letters letters_of(std::string_view bytes) {
  if (is_utf8(bytes)) return Letters::Single;
  if (are(Letters::Pairs, bytes)) return Letters::Pairs;
  return are(Letters::JapanesePairs, bytes) ? Letters::JapanesePairs : Letters::Single;
}

void append_string(std::string& json, std::string_view text, Letters letters) {
  constexpr std::string_view kHex = "0123456789abcdef";
  json += '"';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const auto byte = static_cast<unsigned char>(c);
    if (is_lead(c, letters) && at + 1 < text.size()) {
      json += c;
      json += text[++at];
    } else if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (c == '\n') {
      json += "\\n";
    } else if (byte < 0x20) {
      json += "\\u00";
      json += kHex[byte >> 4U];
      json += kHex[byte & 0xFU];
    } else {
      json += c;
    }
  }
  json += '"';
}

/// Tables number their rows in a column "id", each table from 0: such a number does not tell
/// articles apart, as the id of a record does, and another table's row of that number is none of
/// its versions. Another id ("doc_17") does so within its outlet.
std::string_view member_name(std::string_view column, std::string_view text) {
  if (std::ranges::count(kIdNames, column) == 0) return column;
  const bool is_number = text.find_first_not_of("0123456789.") == std::string_view::npos;
  return is_number ? "row_number" : kRowId;
}

/// The longest of the texts is the article's: beside it stand teasers and texts without their
/// numbers or stop words.
std::size_t column_of_text(const std::vector<std::string>& columns, const RowScanner& row,
                           std::string_view bytes) {
  std::size_t longest = columns.size();
  for (std::size_t i = 0; i < std::min(columns.size(), row.cells()); ++i) {
    if (!is_text_column(columns[i])) continue;
    if (longest == columns.size() ||
        row.written(bytes, i).size() > row.written(bytes, longest).size())
      longest = i;
  }
  return longest;
}

}  // namespace

bool is_text_column(std::string_view column) { return std::ranges::count(kTextNames, column) > 0; }

std::string row_object(const std::vector<std::string>& columns, const RowScanner& row,
                       std::string_view bytes) {
  const Letters letters = letters_of(bytes);
  std::string json = "{";
  json.reserve(bytes.size() + bytes.size() / 8);
  const auto text_column = column_of_text(columns, row, bytes);
  for (std::size_t i = 0; i < std::min(columns.size(), row.cells()); ++i) {
    if (columns[i].empty()) continue;
    const auto text = row.cell(bytes, i);
    if (!text) continue;
    if (json.size() > 1) json += ',';
    const bool is_other_text = is_text_column(columns[i]) && i != text_column;
    append_string(json,
                  is_other_text ? "row_" + columns[i] : std::string(member_name(columns[i], *text)),
                  Letters::Single);
    json += ':';
    append_string(json, *text, letters);
  }
  return json + "}";
}

}  // namespace pressmark::indexer
