#include "indexer/store/origins.h"

#include <string>
#include <string_view>

#include "common/schema.h"
#include "common/stored_article.h"

namespace pressmark::indexer {
namespace {

bool is_from(std::string_view origin, std::string_view file) {
  if (!origin.starts_with(file)) return false;
  return origin.size() == file.size() || origin[file.size()] == ':' || origin[file.size()] == '!';
}

}  // namespace

std::vector<std::uint32_t> articles_from(const Xapian::Database& segment,
                                         const std::vector<KnownFile>& files) {
  constexpr std::size_t kSharedBytes = 200;  // longer terms end in a hash
  std::vector<std::uint32_t> found;
  for (const KnownFile& file : files) {
    const std::string term = make_term(field(FieldId::Origin).prefix, file.given());
    const std::string start = term.substr(0, kSharedBytes);
    for (auto name = segment.allterms_begin(start); name != segment.allterms_end(start); ++name) {
      for (auto article = segment.postlist_begin(*name); article != segment.postlist_end(*name);
           ++article) {
        const auto record = decode_stored_article(segment.get_document(*article).get_data());
        if (record && is_from(record->origin, file.given())) found.push_back(*article);
      }
    }
  }
  return found;
}

}  // namespace pressmark::indexer
