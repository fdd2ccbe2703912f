#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/utf8.h"
#include "indexer/document/document_builder.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

/// Text of pieces that have broken search engines: NULs, long words, marks, other scripts, names of
/// our own prefixes.
std::string random_text(std::mt19937& random, unsigned most) {
  static const std::string pieces[] = {"a",
                                       "Z",
                                       "XM:title",
                                       " ",
                                       " ",
                                       "\n",
                                       "\n\n",
                                       "election",
                                       "été",
                                       "l'",
                                       "'s",
                                       "1,000",
                                       "3.5.7",
                                       "東京",
                                       "ไทย",
                                       "выборы",
                                       "العربية",
                                       std::string(1, '\0'),
                                       "\xEF\xBF\xBD",
                                       "\xE2\x80\xAE",
                                       "\x1B[31m",
                                       "\xCC\x81\xCC\x81\xCC\x81",
                                       std::string(300, 'x'),
                                       "🏳️‍🌈",
                                       "-",
                                       ".",
                                       "ß",
                                       "ﷺ",
                                       "https://example.org/" + std::string(400, 'p'),
                                       "½",
                                       "\xC2\xAD",
                                       "Q",
                                       ":",
                                       "*"};
  std::string text;
  for (unsigned n = random() % (most + 1); n > 0; --n) text += pieces[random() % std::size(pieces)];
  return text;
}

TEST(DocumentBuilder, NeverBuildsWhatXapianRefuses) {
  constexpr unsigned kDocuments = 100000;
  const std::uint32_t seed = 20240229;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const test::TempDir directory;
  Xapian::WritableDatabase database(
      (directory.path() / "db").string(),
      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  DocumentBuilder builder;
  const std::string languages[] = {"",   "en", "de", "ru", "ar", "ta", "zh",
                                   "th", "tr", "pl", "xx", "e",  "hy"};
  for (unsigned i = 0; i < kDocuments; ++i) {
    IndexedArticle indexed;
    Article& article = indexed.article;
    article.url = random_text(random, 6);
    article.origin = random_text(random, 4);
    article.external_id = random_text(random, 3);
    article.title = random_text(random, 12);
    article.text = random_text(random, 20);
    article.authors = {random_text(random, 5), random_text(random, 5)};
    article.outlet = {random_text(random, 4), random_text(random, 4)};
    article.section = random_text(random, 4);
    article.tags = {random_text(random, 9)};
    indexed.annotations.language = languages[random() % std::size(languages)];
    indexed.annotations.source_country = random_text(random, 2);
    indexed.annotations.countries = {random_text(random, 2)};
    indexed.annotations.entities = {{EntityType::Person, random_text(random, 5), 1, {}},
                                    {EntityType::Organization, random_text(random, 5), 1, {}}};
    const Xapian::Document document =
        builder.build(indexed, {"id:" + std::to_string(i), "", Instant{}, Instant{}});
    ASSERT_NO_THROW(database.add_document(document)) << i;
  }
  database.commit();
  EXPECT_EQ(database.get_doccount(), kDocuments);
}

}  // namespace
}  // namespace pressmark::indexer
