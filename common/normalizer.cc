#include "common/normalizer.h"

#include <new>

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

}  // namespace pressmark
