#pragma once

#include <string>
#include <string_view>

#include "common/expected.h"

namespace pressmark::indexer {

/// Why a document gave no article. The names are part of the report format: append, never rename or
/// reuse.
enum class SkipReason {
  EmptyFile,    // no bytes
  NoText,       // nothing that reads as an article's text
  NotText,      // binary, or a format that is not read
  TooLarge,     // over the size limit
  Undecodable,  // no charset makes text of it
  Listing,      // a page of teasers
  ConsentPage,  // a cookie or consent wall
  ErrorPage,    // "not found" and the like
  Stub,         // a paywall's first lines, a feed's teaser
  Symlink,      // symbolic links are not followed
  NotRegular,   // pipe, device, socket
  HttpStatus,   // a WARC response that is no success
  RecordType,   // a WARC record that holds no page
  Excluded,     // by --include / --exclude
  Damaged,      // broken gzip, WARC, HTTP or JSON
  Unreadable,   // the operating system refused
  TooSlow,      // over the time budget of one page
  NoIndex,      // the page asks robots not to index it, and --respect-noindex
  Deleted,      // by --delete
  OtherDevice,  // a folder on another file system than the one it was found from
  Archive,      // a folder that is an archive of ours
};

/// By rule ("skipped") or by damage ("failed"): only the latter makes the exit code 1.
enum class SkipClass { Skipped, Failed };

struct Skip {
  SkipReason reason;
  std::string detail;  // for the report; may hold bytes of the input, never printed unsanitised
  friend bool operator==(const Skip&, const Skip&) = default;
};

/// "no-text", "consent-page", ...
std::string_view name(SkipReason reason);
SkipClass skip_class(SkipReason reason);

/// The value, or the reason why there is none.
template <typename T>
using Outcome = Expected<T, Skip>;

inline Unexpected<Skip> skip(SkipReason reason, std::string detail = {}) {
  return Unexpected<Skip>(Skip{reason, std::move(detail)});
}

}  // namespace pressmark::indexer
