#include "indexer/store/segment_writer.h"

#include <map>

#include <fmt/core.h>

#include "common/error.h"
#include "common/field_terms.h"
#include "common/schema.h"
#include "common/segment_stamp.h"
#include "common/stored_article.h"

namespace pressmark::indexer {
namespace fs = std::filesystem;

namespace {

void mark(Xapian::Document& document, std::uint32_t versions) {
  document.add_value(*field(FieldId::Versions).slot, Xapian::sortable_serialise(versions));
  document.add_boolean_term(value_term(FieldId::Is, "edited"));
}

}  // namespace

void mark_versions(NewArticle& article) { mark(article.document, article.entry.versions); }

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

void write_recounted(const fs::path& directory, std::span<const Recount> recounts) {
  {
    Xapian::WritableDatabase fresh(directory.string(), kFreshFlags);
    std::map<fs::path, Xapian::Database> open;
    for (const Recount& recount : recounts) {
      const auto [from, is_new] = open.try_emplace(recount.database);
      if (is_new)
        from->second = Xapian::Database(recount.database.string(), Xapian::DB_BACKEND_GLASS);
      Xapian::Document document = from->second.get_document(recount.docid);
      mark(document, recount.entry.versions);
      fresh.add_document(document);
    }
    write_stamp(fresh);
    fresh.commit();
  }
  check_segment(Xapian::Database(directory.string(), Xapian::DB_BACKEND_GLASS), recounts.size(),
                directory);
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
