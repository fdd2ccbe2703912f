#include "common/stored_article.h"

#include <array>

#include "common/hash.h"

namespace pressmark {
namespace {

constexpr char kRecordVersion = 3;
constexpr std::size_t kCrcBytes = 4;

void put_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(0x80 | (number & 0x7F));
  out += static_cast<char>(number);
}

/// Zigzag: small negative numbers stay short.
void put_signed(std::string& out, std::int64_t number) {
  put_number(out, (static_cast<std::uint64_t>(number) << 1) ^ (number < 0 ? ~std::uint64_t{0} : 0));
}

void put_text(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out += text;
}

void put_list(std::string& out, const std::vector<std::string>& list) {
  put_number(out, list.size());
  for (const std::string& text : list) put_text(out, text);
}

std::string crc_bytes(std::string_view bytes) {
  const std::uint32_t crc = crc32_of(bytes);
  std::string out;
  for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>(crc >> shift & 0xFF);
  return out;
}

/// Reads what the put functions wrote. After the first number or text that is not there, `ok` is
/// false and everything that follows is empty.
class Reader {
 public:
  explicit Reader(std::string_view rest) : rest_(rest) {}

  std::uint64_t number() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return number;
    }
    ok_ = false;
    rest_ = {};
    return 0;
  }

  std::int64_t signed_number() {
    const std::uint64_t coded = number();
    return static_cast<std::int64_t>((coded >> 1) ^ (~(coded & 1) + 1));
  }

  std::string text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) {
      ok_ = false;
      rest_ = {};
      return {};
    }
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
  }

  std::vector<std::string> list() {
    std::vector<std::string> list;
    for (std::uint64_t left = number(); left > 0 && ok_; --left) list.push_back(text());
    return list;
  }

  bool at_end() const { return ok_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

enum Flag : unsigned {
  kDate = 1,
  kDateSure = 2,
  kModified = 4,
  kCrawled = 8,
  kAdded = 16,
  kTruncated = 32,
  kIndexed = 64,
  kGivenCountries = 128,
  kGivenPersons = 256,
  kGivenOrgs = 512,
  kGivenPlaces = 1024,
};

unsigned flags_of(const StoredArticle& article) {
  return (article.date ? kDate : 0U) | (article.date_sure ? kDateSure : 0U) |
         (article.modified ? kModified : 0U) | (article.crawled ? kCrawled : 0U) |
         (article.added ? kAdded : 0U) | (article.indexed ? kIndexed : 0U) |
         (article.truncated ? kTruncated : 0U) | (article.given.countries ? kGivenCountries : 0U) |
         (article.given.persons ? kGivenPersons : 0U) | (article.given.orgs ? kGivenOrgs : 0U) |
         (article.given.places ? kGivenPlaces : 0U);
}

// The order of these fields is the record's format, version 3.
constexpr std::array kTexts = {
    &StoredArticle::id,          &StoredArticle::external_id, &StoredArticle::url,
    &StoredArticle::title,       &StoredArticle::text,        &StoredArticle::date_origin,
    &StoredArticle::source,      &StoredArticle::source_name, &StoredArticle::source_country,
    &StoredArticle::language,    &StoredArticle::kind,        &StoredArticle::section,
    &StoredArticle::description, &StoredArticle::origin,      &StoredArticle::sha256,
    &StoredArticle::dateline,
};
constexpr std::array kLists = {
    &StoredArticle::authors, &StoredArticle::tags, &StoredArticle::countries,
    &StoredArticle::persons, &StoredArticle::orgs, &StoredArticle::places,
};

std::int64_t seconds(Instant instant) { return instant.time_since_epoch().count(); }

}  // namespace

std::string encode(const StoredArticle& article) {
  std::string out(1, kRecordVersion);
  out.reserve(article.text.size() + 512);
  put_number(out, flags_of(article));
  for (const auto text : kTexts) put_text(out, article.*text);
  for (const auto list : kLists) put_list(out, article.*list);
  put_number(out, article.words);
  if (article.date) put_signed(out, days_since_epoch(*article.date));
  if (article.modified) put_signed(out, days_since_epoch(*article.modified));
  if (article.crawled) put_signed(out, seconds(*article.crawled));
  if (article.added) put_signed(out, seconds(*article.added));
  if (article.indexed) put_signed(out, seconds(*article.indexed));
  out += crc_bytes(out);
  return out;
}

int record_version(std::string_view record) {
  if (record.size() <= kCrcBytes) return 0;
  const std::string_view body = record.substr(0, record.size() - kCrcBytes);
  return record.substr(body.size()) == crc_bytes(body) ? record.front() : 0;
}

Expected<StoredArticle, RecordError> decode_stored_article(std::string_view record) {
  const auto wrong = [](const char* what) { return Unexpected<RecordError>(RecordError{what}); };
  if (record.size() <= kCrcBytes) return wrong("it is cut");
  const std::string_view body = record.substr(0, record.size() - kCrcBytes);
  if (record.substr(body.size()) != crc_bytes(body)) return wrong("its checksum does not agree");
  if (record.front() != kRecordVersion) return wrong("it is of another version");
  Reader reader(body.substr(1));
  StoredArticle article;
  const std::uint64_t flags = reader.number();
  for (const auto text : kTexts) article.*text = reader.text();
  for (const auto list : kLists) article.*list = reader.list();
  article.words = static_cast<std::uint32_t>(reader.number());
  const auto day = [&] {
    return date_from_days(static_cast<std::int32_t>(reader.signed_number()));
  };
  const auto instant = [&] { return Instant(std::chrono::seconds(reader.signed_number())); };
  if (flags & kDate) article.date = day();
  if (flags & kModified) article.modified = day();
  if (flags & kCrawled) article.crawled = instant();
  if (flags & kAdded) article.added = instant();
  if (flags & kIndexed) article.indexed = instant();
  article.date_sure = (flags & kDateSure) != 0;
  article.truncated = (flags & kTruncated) != 0;
  article.given = {(flags & kGivenCountries) != 0, (flags & kGivenPersons) != 0,
                   (flags & kGivenOrgs) != 0, (flags & kGivenPlaces) != 0};
  if (!reader.at_end()) return wrong("its fields do not end where it ends");
  return article;
}

}  // namespace pressmark
