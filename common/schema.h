#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

/// Version of what terms, slots and stored records mean. Raised when an older archive must be
/// indexed again.
inline constexpr int kSchemaVersion = 5;

// FieldId::Date and FieldKind::Date hide nothing: a scoped name beside pressmark::Date, which GCC
// 12 takes for shadowing.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"

/// Every field of an article that a query, a filter, a facet or an output knows.
enum class FieldId {
  Title,
  Lead,
  Body,
  Author,
  Source,
  Country,
  From,
  Person,
  Org,
  Place,
  Entity,
  Lang,
  Date,
  Crawled,
  Added,
  Section,
  Tag,
  Kind,
  Url,
  Id,
  Origin,
  Words,
  Versions,
  Similar,
  Is,
  Has,
  Dated,
};

/// How the value of a field is read in a query.
enum class FieldKind {
  Text,      // words, stemmed, with positions
  Exact,     // one folded value: source, section, id
  Name,      // a name, or any word of it: person, author
  Country,   // code, name in any language, demonym
  Language,  // code or name
  Date,      // day or range of days
  Number,    // number or range
  Flag,      // one of a fixed list of words: is:, has:, dated:
};

#pragma GCC diagnostic pop

/// One row of the table. Views are to static storage.
struct Field {
  FieldId id;
  std::string_view name;
  std::string_view aliases;  // separated by blanks
  FieldKind kind;
  std::string_view prefix;       // of its terms; empty when it has none
  std::optional<unsigned> slot;  // of its value
  bool facet;
  std::string_view help;  // one line for --list-fields and the man page
  std::string_view example;
};

/// The table, in the order of FieldId.
std::span<const Field> fields();
const Field& field(FieldId id);

/// The field of this name or alias (ASCII case ignored); null when there is none.
const Field* find_field(std::string_view name);

/// Slots that belong to no query field.
namespace slot {
inline constexpr unsigned kSortDate = 0;  // "YYYYMMDD"; absent when undated
inline constexpr unsigned kArticleKey =
    1;  // encode_key(): the number behind the id; story_table.h knows its story
inline constexpr unsigned kSourceName = 19;  // the outlet's name for people, UTF-8
inline constexpr unsigned kRecency =
    20;  // kSortDate ("0" when undated) + key: orders articles, none equal
inline constexpr unsigned kFingerprint = 18;  // encode_fingerprint(): what near-copies share
}  // namespace slot

/// Prefixes that belong to no query field.
namespace prefix {
inline constexpr std::string_view kIdentity = "Q";  // one term an article: its identity, hashed
}  // namespace prefix

/// The number behind an article's id as eight bytes that sort like the number; and back (0 for
/// anything else).
std::string encode_key(std::uint64_t key);
std::uint64_t decode_key(std::string_view bytes);

/// The value of kFingerprint: four bytes a hash; and back (a cut last hash is left out).
std::string encode_fingerprint(std::span<const std::uint32_t> hashes);
std::vector<std::uint32_t> decode_fingerprint(std::string_view bytes);

/// Longest term in bytes that is given to Xapian (its limit is 245, NUL counted twice).
inline constexpr std::size_t kMaxTermBytes = 240;

/// prefix + value, shortened with a hash of the whole where it would be too long, without NUL;
/// never empty. A value that starts with an upper-case ASCII letter or ':' is separated from a
/// prefix of several letters by ':'.
std::string make_term(std::string_view prefix, std::string_view value);

/// The value of a facet slot: many values in their order, each with its length in front. Any bytes.
std::string encode_values(std::span<const std::string> values);
/// Views into `encoded`; damaged input gives what could be read.
std::vector<std::string_view> decode_values(std::string_view encoded);

}  // namespace pressmark
