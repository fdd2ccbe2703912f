#pragma once

#include <string>

#include <xapian.h>

namespace pressmark {

/// What a segment says of itself in its metadata, for readers that see no manifest: those of an
/// archive that is served from elsewhere.
struct SegmentStamp {
  int schema = 0;  // 0: unknown
  std::string xapian_version;
};

/// Takes part in the segment's next commit.
void write_stamp(Xapian::WritableDatabase& segment);

/// Of a segment without a stamp, which older versions wrote, what an article's record says. Of
/// several segments as one database that of the first.
SegmentStamp read_stamp(const Xapian::Database& segment);

}  // namespace pressmark
