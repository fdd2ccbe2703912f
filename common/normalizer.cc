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

const icu::Normalizer2& nfc_normalizer() {
  static const icu::Normalizer2& normalizer = fetched(icu::Normalizer2::getNFCInstance);
  return normalizer;
}

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
  // By combining class: what hangs on a letter has one, most vowel signs have none.
  // https://www.unicode.org/reports/tr44/#Canonical_Combining_Class_Values
  const std::uint8_t combining = u_getCombiningClass(c);
  if (combining == 0) return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
  constexpr UChar32 kHindiDot = 0x093C;
  constexpr std::uint8_t kOverlay = 1, kThaiTone = 107, kLaoTone = 122;
  const bool point = combining >= 10 && combining <= 36;  // of Hebrew, Arabic, Syriac
  return point || combining >= 200 || combining == kOverlay || combining == kThaiTone ||
         combining == kLaoTone || c == kHindiDot;
}

}  // namespace pressmark
