#pragma once

#include <unicode/normalizer2.h>

namespace pressmark {

/// ICU's normalizers, each fetched once. ICU's own fetching is safe, but by means that
/// ThreadSanitizer cannot see; here it sees that one thread made what another reads.
const icu::Normalizer2& nfd_normalizer();
const icu::Normalizer2& nfkd_normalizer();
const icu::Normalizer2& nfkc_casefold_normalizer();

}  // namespace pressmark
