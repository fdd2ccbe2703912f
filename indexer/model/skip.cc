#include "indexer/model/skip.h"

namespace pressmark::indexer {

std::string_view name(SkipReason reason) {
  switch (reason) {
    case SkipReason::EmptyFile:
      return "empty-file";
    case SkipReason::NoText:
      return "no-text";
    case SkipReason::NotText:
      return "not-text";
    case SkipReason::TooLarge:
      return "too-large";
    case SkipReason::Undecodable:
      return "undecodable";
    case SkipReason::Listing:
      return "listing";
    case SkipReason::ConsentPage:
      return "consent-page";
    case SkipReason::ErrorPage:
      return "error-page";
    case SkipReason::Stub:
      return "stub";
    case SkipReason::Symlink:
      return "symlink";
    case SkipReason::NotRegular:
      return "not-regular";
    case SkipReason::HttpStatus:
      return "http-status";
    case SkipReason::RecordType:
      return "record-type";
    case SkipReason::Excluded:
      return "excluded";
    case SkipReason::Damaged:
      return "damaged";
    case SkipReason::Unreadable:
      return "unreadable";
    case SkipReason::TooSlow:
      return "too-slow";
    case SkipReason::NoIndex:
      return "noindex";
    case SkipReason::Deleted:
      return "deleted";
    case SkipReason::OtherDevice:
      return "other-file-system";
    case SkipReason::Archive:
      return "archive";
  }
  return "unknown";
}

SkipClass skip_class(SkipReason reason) {
  switch (reason) {
    case SkipReason::Damaged:
    case SkipReason::Unreadable:
    case SkipReason::Undecodable:
    case SkipReason::TooSlow:
      return SkipClass::Failed;
    default:
      return SkipClass::Skipped;
  }
}

}  // namespace pressmark::indexer
