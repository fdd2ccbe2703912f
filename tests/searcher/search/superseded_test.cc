// Between the two steps of a publication an older version of an article is still in its segment.
#include "searcher/search/superseded.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "common/schema.h"
#include "searcher/search/searcher.h"
#include "tests/support/temp_dir.h"

namespace pressmark::searcher {
namespace {

TEST(Superseded, AVersionThatIsToBeDeletedIsNotFound) {
  const test::TempDir dir;
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.xapian_version = Xapian::version_string();
  for (const char* name : {"seg-000001", "seg-000002"}) {
    Xapian::WritableDatabase segment(dir.str(name), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (int i = 0; i < 3; ++i) {
      Xapian::Document document;
      document.set_data("x");
      document.add_posting("boat", 1);
      segment.add_document(document);
    }
    segment.commit();
    manifest.segments.push_back({name, 3});
  }
  const auto found = [&] {
    dir.write("MANIFEST", encode(manifest));
    const SegmentSet archive(dir.str());
    BuiltQuery query;
    query.text = Xapian::Query("boat");
    SearchOptions options;
    options.limit = 0;
    std::vector<Xapian::docid> ids;
    const BuiltQuery asked = without_superseded(query, archive);
    for (const auto& article : find(archive.database(), asked, options).articles)
      ids.push_back(article.id);
    std::ranges::sort(ids);
    return ids;
  };
  EXPECT_EQ(found(), (std::vector<Xapian::docid>{1, 2, 3, 4, 5, 6}));
  manifest.dead = {{"seg-000001", 3}, {"seg-000002", 2}, {"seg-000001", 1}};
  // Articles of two segments have their numbers in turn: 1, 3 and 5 are those of the first.
  EXPECT_EQ(found(), (std::vector<Xapian::docid>{2, 3, 6}));
}

}  // namespace
}  // namespace pressmark::searcher
