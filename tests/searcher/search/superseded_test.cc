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

// Xapian subtracted more articles than the segment had, and estimated thousands of millions.
TEST(Superseded, VersionsThatAreDeletedAlreadyDoNotCount) {
  const test::TempDir dir;
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.xapian_version = Xapian::version_string();
  {
    Xapian::WritableDatabase segment(dir.str("seg-000001"),
                                     Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (int i = 0; i < 6; ++i) {
      Xapian::Document document;
      document.set_data("x");
      document.add_posting("boat", 1);
      segment.add_document(document);
    }
    segment.commit();
    for (Xapian::docid id = 1; id <= 4; ++id) segment.delete_document(id);
    segment.commit();
  }
  manifest.segments.push_back({"seg-000001", 6});
  for (std::uint32_t id = 1; id <= 4; ++id) manifest.dead.push_back({"seg-000001", id});
  dir.write("MANIFEST", encode(manifest));
  const SegmentSet archive(dir.str());
  BuiltQuery query;
  query.text = Xapian::Query("boat");
  Xapian::Enquire enquire(archive.database());
  enquire.set_query(without_superseded(query, archive).whole());
  EXPECT_LE(enquire.get_mset(0, 1).get_matches_estimated(), 2U);
  EXPECT_EQ(enquire.get_mset(0, 10).size(), 2U);
}

}  // namespace
}  // namespace pressmark::searcher
