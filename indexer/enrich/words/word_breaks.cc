#include "indexer/enrich/words/word_breaks.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <new>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "common/handle.h"
#include "common/letters.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

using TextPtr = std::unique_ptr<UText, ReleaseWith<utext_close>>;

/// What makes another word of a name: its people, language, islands.
constexpr std::string_view kDerived[] = {
    "人", "語", "语", "島", "岛", "系", "籍", "製", "制", "国",     "國",   "軍",  "军",
    "隊", "队", "側", "方", "的", "市", "省", "府", "都", "市政府", "市长", "市長"};

char32_t before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return next_code_point(text, begin);
}

char32_t behind(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

/// Whether katakana stand on both sides: one word, whatever a dictionary says.
bool within_katakana(std::string_view text, std::size_t at) {
  return is_katakana(before(text, at)) && is_katakana(behind(text, at));
}

/// Whether the name is of Han alone, and so long that it is hardly one by chance. Where the
/// dictionary does not know such a name, it takes it for several words.
bool is_long_han(std::string_view name) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < name.size(); ++letters) {
    const auto c = static_cast<UChar32>(next_code_point(name, at));
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) == 0) return false;
  }
  return letters >= 3;
}

}  // namespace

void WordBreaks::read() {
  known_ = true;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale(std::string(language_).c_str()), status));
  const TextPtr opened(
      utext_openUTF8(nullptr, text_.data(), static_cast<std::int64_t>(text_.size()), &status));
  if (U_FAILURE(status)) throw std::bad_alloc();  // its tables are ICU's own: nothing else can fail
  words->setText(opened.get(), status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  for (std::int32_t at = words->first(); at != icu::BreakIterator::DONE; at = words->next())
    breaks_.push_back(static_cast<std::size_t>(at));
}

bool WordBreaks::is_break(std::size_t at) {
  if (!known_) read();
  return std::ranges::binary_search(breaks_, at);
}

std::size_t WordBreaks::word_end(std::size_t begin) {
  if (!known_) read();
  const auto here = std::ranges::lower_bound(breaks_, begin);
  if (here == breaks_.end() || *here != begin || std::next(here) == breaks_.end()) return begin;
  return *std::next(here);
}

bool WordBreaks::stand_alone(std::size_t begin, std::size_t end) {
  if (within_katakana(text_, begin) || within_katakana(text_, end)) return false;
  const bool joined = sets_no_blanks(behind(text_, begin)) || sets_no_blanks(before(text_, end));
  if (!joined || is_long_han(text_.substr(begin, end - begin))) return true;
  if (!is_break(begin)) return false;
  const auto last = std::ranges::lower_bound(breaks_, end);
  if (last == breaks_.end() || *last == end) return true;
  const std::size_t word = *std::prev(last);  // the word that the name's end is in
  const std::string_view rest = text_.substr(end, *last - end);
  return word <= begin && std::ranges::count(kDerived, rest) > 0;
}

}  // namespace pressmark::indexer
