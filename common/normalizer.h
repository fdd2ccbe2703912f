#pragma once

#include <unicode/normalizer2.h>
#include <unicode/umachine.h>

namespace pressmark {

/// ICU's normalizers, each fetched once. ICU's own fetching is safe, but by means that
/// ThreadSanitizer cannot see; here it sees that one thread made what another reads.
const icu::Normalizer2& nfc_normalizer();
const icu::Normalizer2& nfd_normalizer();
const icu::Normalizer2& nfkd_normalizer();
const icu::Normalizer2& nfkc_casefold_normalizer();

/// Whether a character is a mark that may be left off a letter: an accent, a point of Hebrew or
/// Arabic, a tone, the dot below in Hindi. Signs without which a word is another are none: vowels
/// of India, South East Asia and the Maldives ("पेरू" is Peru, "पर" is "on"), the dot of Bengali's
/// letters, the voicing of Kana ("バリ" is Bali, "ハリ" is a needle).
bool is_accent(UChar32 c);

}  // namespace pressmark
