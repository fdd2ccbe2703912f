#include "indexer/decode/charset.h"

#include <algorithm>
#include <memory>
#include <span>

#include <unicode/ucnv.h>

#include "common/handle.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/decode/charset_table.h"

namespace pressmark::indexer {
namespace {

using ConverterPtr = std::unique_ptr<UConverter, ReleaseWith<ucnv_close>>;

struct IcuName {
  std::string_view charset;
  const char* name;
};

/// Where ICU's own alias for a name is another table than the one browsers use.
constexpr IcuName kIcuNames[] = {
    {"big5", "Big5-HKSCS"},
    {"euc-kr", "windows-949"},
    {"iso-8859-10", "iso-8859_10-1998"},
    {"iso-8859-14", "iso-8859_14-1998"},
    {"shift_jis", "windows-31j"},
};

ConverterPtr open_converter(std::string_view charset) {
  const auto* known = std::ranges::find(kIcuNames, charset, &IcuName::charset);
  const std::string name =
      known != std::end(kIcuNames) ? std::string(known->name) : std::string(charset);
  UErrorCode error = U_ZERO_ERROR;
  ConverterPtr converter(ucnv_open(name.c_str(), &error));
  if (U_FAILURE(error)) converter.reset();
  return converter;
}

}  // namespace

std::optional<std::string_view> charset_of_label(std::string_view label) {
  constexpr std::string_view kAround = " \t\r\n\f\"'";
  const auto first = label.find_first_not_of(kAround);
  if (first == std::string_view::npos) return std::nullopt;
  label = label.substr(first, label.find_last_not_of(kAround) - first + 1);
  const std::string wanted = to_lower_ascii(label);
  const std::span labels(kCharsetLabels, kCharsetLabelCount);
  const auto found =
      std::ranges::lower_bound(labels, std::string_view(wanted), {}, &CharsetLabel::label);
  if (found == labels.end() || found->label != wanted) return std::nullopt;
  return found->charset;
}

std::string convert_to_utf8(std::string_view bytes, std::string_view charset) {
  if (charset == "utf-8") return to_utf8_lossy(bytes);
  ConverterPtr from = open_converter(charset);
  ConverterPtr to = open_converter("utf-8");
  if (!from || !to) return to_utf8_lossy(bytes);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  char chunk[16384];
  UChar pivot[4096];
  UChar* pivot_from = pivot;
  UChar* pivot_to = pivot;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UErrorCode error = U_ZERO_ERROR;
  bool first = true;
  do {
    error = U_ZERO_ERROR;
    char* target = chunk;
    ucnv_convertEx(to.get(), from.get(), &target, chunk + sizeof chunk, &source, end, pivot,
                   &pivot_from, &pivot_to, pivot + std::size(pivot), first, true, &error);
    text.append(chunk, static_cast<std::size_t>(target - chunk));
    first = false;
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  return text;
}

Utf8Fit measure_utf8(std::string_view bytes) {
  Utf8Fit fit;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t before = at;
    const bool sound =
        next_code_point(bytes, at) != 0xFFFD || bytes.substr(before, 3) == "\xef\xbf\xbd";
    if (sound) {
      ++fit.sequences;
    } else {
      fit.strays += at - before;
    }
  }
  return fit;
}

}  // namespace pressmark::indexer
