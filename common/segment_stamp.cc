#include "common/segment_stamp.h"

#include <charconv>

#include "common/schema.h"
#include "common/stored_article.h"

namespace pressmark {
namespace {

constexpr const char* kSchemaKey = "schema";
constexpr const char* kXapianKey = "xapian";

/// By the record of any article. Until schema 3 a record's version was the schema's.
int schema_of_records(const Xapian::Database& segment) {
  Xapian::Enquire enquire(segment);
  enquire.set_query(Xapian::Query::MatchAll);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet any = enquire.get_mset(0, 1);
  return any.empty() ? 0 : record_version(any.begin().get_document().get_data());
}

}  // namespace

void write_stamp(Xapian::WritableDatabase& segment) {
  segment.set_metadata(kSchemaKey, std::to_string(kSchemaVersion));
  segment.set_metadata(kXapianKey, Xapian::version_string());
}

SegmentStamp read_stamp(const Xapian::Database& segment) {
  const std::string schema = segment.get_metadata(kSchemaKey);
  if (schema.empty()) return {schema_of_records(segment), {}};
  SegmentStamp stamp{0, segment.get_metadata(kXapianKey)};
  std::from_chars(schema.data(), schema.data() + schema.size(), stamp.schema);
  return stamp;
}

}  // namespace pressmark
