#include "common/version_set.h"

#include <fmt/format.h>
#include <xapian.h>

#include "common/error.h"
#include "common/field_terms.h"
#include "common/identity.h"
#include "common/schema.h"

namespace pressmark {

std::string version_term(std::uint64_t article_key) {
  return value_term(FieldId::Id, article_id(article_key));
}

std::vector<StoredArticle> older_versions(const std::filesystem::path& archive,
                                          const Manifest& manifest, std::uint64_t article_key) {
  const std::string term = version_term(article_key);
  std::vector<StoredArticle> versions;
  for (const Segment& part : manifest.versions) {
    const std::filesystem::path directory = archive / part.directory;
    const Xapian::Database database(directory.string(), Xapian::DB_BACKEND_GLASS);
    for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id) {
      auto record = decode_stored_article(database.get_document(*id).get_data());
      if (!record) {
        throw Error(ExitCode::Database, fmt::format("{} is damaged: version {}: {}",
                                                    directory.string(), *id, record.error().what));
      }
      versions.push_back(std::move(*record));
    }
  }
  return versions;
}

}  // namespace pressmark
