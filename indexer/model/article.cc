#include "indexer/model/article.h"

namespace pressmark::indexer {

std::string_view name(DateOrigin origin) {
  switch (origin) {
    case DateOrigin::JsonLd:
      return "json-ld";
    case DateOrigin::Microdata:
      return "microdata";
    case DateOrigin::Meta:
      return "meta";
    case DateOrigin::Time:
      return "time";
    case DateOrigin::Url:
      return "url";
    case DateOrigin::Text:
      return "text";
    case DateOrigin::Given:
      return "given";
    case DateOrigin::FileTime:
      return "mtime";
  }
  return {};
}

std::string_view name(PageKind kind) {
  switch (kind) {
    case PageKind::Article:
      return "article";
    case PageKind::LiveBlog:
      return "live";
    case PageKind::Listing:
      return "listing";
    case PageKind::ConsentPage:
      return "consent";
    case PageKind::ErrorPage:
      return "error";
    case PageKind::Stub:
      return "stub";
  }
  return {};
}

}  // namespace pressmark::indexer
