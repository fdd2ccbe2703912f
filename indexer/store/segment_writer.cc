#include "indexer/store/segment_writer.h"

#include <fmt/format.h>

#include "common/error.h"
#include "common/field_terms.h"
#include "common/schema.h"
#include "common/segment_stamp.h"
#include "common/stored_article.h"

namespace pressmark::indexer {
namespace fs = std::filesystem;

void mark_versions(NewArticle& article) {
  article.document.add_value(*field(FieldId::Versions).slot,
                             Xapian::sortable_serialise(article.entry.versions));
  article.document.add_boolean_term(value_term(FieldId::Is, "edited"));
}

void release(NewArticle& article) { article.document = Xapian::Document(); }

void check_segment(const Xapian::Database& database, std::uint64_t articles,
                   const fs::path& directory) {
  if (database.get_doccount() != articles) {
    throw Error(ExitCode::Database,
                fmt::format("{} holds {} articles after {} were written", directory.string(),
                            database.get_doccount(), articles));
  }
  if (articles == 0) return;
  const auto all = database.postlist_begin("");
  const auto record = decode_stored_article(database.get_document(*all).get_data());
  if (!record) {
    throw Error(ExitCode::Database,
                fmt::format("{}: the record of article {} was written but cannot be read: {}",
                            directory.string(), *all, record.error().what));
  }
}

void write_fresh_segment(const fs::path& directory, std::vector<NewArticle>& articles) {
  {
    Xapian::WritableDatabase database(directory.string(), kFreshFlags);
    for (NewArticle& article : articles) {
      const Xapian::docid docid = database.add_document(article.document);
      release(article);
      if (docid != article.entry.docid) {
        throw Error(ExitCode::Database,
                    fmt::format("{}: article {} became number {}", directory.string(),
                                article.entry.docid, docid));
      }
    }
    write_stamp(database);
    database.commit();
  }
  check_segment(Xapian::Database(directory.string(), Xapian::DB_BACKEND_GLASS), articles.size(),
                directory);
}

}  // namespace pressmark::indexer
