#include "common/segment_stamp.h"

#include <gtest/gtest.h>

#include "common/schema.h"
#include "common/stored_article.h"

namespace pressmark {
namespace {

TEST(SegmentStamp, SaysWhatTheSegmentWasWrittenWith) {
  Xapian::WritableDatabase segment("", Xapian::DB_BACKEND_INMEMORY);
  write_stamp(segment);
  EXPECT_EQ(read_stamp(segment).schema, kSchemaVersion);
  EXPECT_EQ(read_stamp(segment).xapian_version, Xapian::version_string());
}

TEST(SegmentStamp, IsTheRecordsVersionWhereNoneWasWritten) {
  Xapian::WritableDatabase segment("", Xapian::DB_BACKEND_INMEMORY);
  EXPECT_EQ(read_stamp(segment).schema, 0);  // nothing says it
  Xapian::Document document;
  StoredArticle article;
  article.title = "Flood in Lyon";
  document.set_data(encode(article));
  segment.add_document(document);
  EXPECT_EQ(read_stamp(segment).schema, 3);
  EXPECT_EQ(read_stamp(segment).xapian_version, "");
}

TEST(SegmentStamp, IsUnknownOfAForeignDatabase) {
  Xapian::WritableDatabase segment("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  document.set_data("url=https://x.example/");
  segment.add_document(document);
  EXPECT_EQ(read_stamp(segment).schema, 0);
}

}  // namespace
}  // namespace pressmark
