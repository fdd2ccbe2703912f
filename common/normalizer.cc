#include "common/normalizer.h"

#include <cstdint>
#include <new>

#include <unicode/uchar.h>

namespace pressmark {
namespace {

using Fetch = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2& fetched(Fetch fetch) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = fetch(status);
  if (normalizer == nullptr || U_FAILURE(status))
    throw std::bad_alloc();  // its tables are compiled in: nothing else can fail
  return *normalizer;
}

}  // namespace

const icu::Normalizer2& nfd_normalizer() {
  static const icu::Normalizer2& normalizer = fetched(icu::Normalizer2::getNFDInstance);
  return normalizer;
}

const icu::Normalizer2& nfkd_normalizer() {
  static const icu::Normalizer2& normalizer = fetched(icu::Normalizer2::getNFKDInstance);
  return normalizer;
}

const icu::Normalizer2& nfkc_casefold_normalizer() {
  static const icu::Normalizer2& normalizer = fetched(icu::Normalizer2::getNFKCCasefoldInstance);
  return normalizer;
}

bool is_accent(UChar32 c) {
  if (u_charType(c) != U_NON_SPACING_MARK) return false;
  const bool vowels_are_marks = c >= 0x0900 && c < 0x1800;  // Devanagari to Khmer
  if (!vowels_are_marks) return true;
  constexpr std::uint8_t kVirama = 9;  // combining class of "no vowel here"
  const std::uint8_t combining = u_getCombiningClass(c);
  return combining != 0 && combining != kVirama;
}

}  // namespace pressmark
