#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/expected.h"

namespace pressmark {

/// Which names an article came with; the others were found in its text.
struct GivenFields {
  bool countries = false, persons = false, orgs = false, places = false;
  friend bool operator==(const GivenFields&, const GivenFields&) = default;
};

/// What the archive keeps of an article for showing it: the data record of its Xapian document.
/// Text is UTF-8; empty means unknown.
struct StoredArticle {
  std::string id;  // 13 letters and digits, made from the identity; what users type and see
  std::string external_id;
  std::string url;
  std::string title;
  std::string text;
  std::optional<Date> date;
  std::string
      date_origin;  // "json-ld", "microdata", "meta", "time", "url", "text", "given", "mtime"
  bool date_sure = false;
  std::optional<Date> modified;
  std::optional<Instant> crawled;
  std::optional<Instant> added;    // when the article was first indexed
  std::optional<Instant> indexed;  // when this text of it was
  std::vector<std::string> authors;
  std::string source;  // registrable domain
  std::string source_name;
  std::string source_country;
  std::string language;
  std::string kind;  // "article", "live"
  std::string section;
  std::vector<std::string> tags;
  std::vector<std::string> countries, persons, orgs, places;
  GivenFields given;
  std::string dateline;  // where it came apart from the text
  std::string description;
  std::string origin;  // file, or container and offset
  std::string sha256;  // of the original bytes, in hexadecimal
  std::uint32_t words = 0;
  bool truncated = false;
  friend bool operator==(const StoredArticle&, const StoredArticle&) = default;
};

/// The record: a version byte, the fields, a CRC-32 of all before it. The text may be kept
/// compressed.
std::string encode(const StoredArticle& article);

/// What is wrong with a record: cut, of another version, or its CRC does not agree.
struct RecordError {
  std::string what;
};

Expected<StoredArticle, RecordError> decode_stored_article(std::string_view record);

/// The version of a record of any version; 0 when its CRC does not agree.
int record_version(std::string_view record);

}  // namespace pressmark
