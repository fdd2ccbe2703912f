#include "indexer/references.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/identity.h"

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(References, ARevisitHasTheNumbersOfTheDocumentThatItRefersTo) {
  RawDocument raw;
  raw.url = "https://www.harbour.example/bridge?utm_source=feed";
  raw.record_id = "urn:uuid:1";
  raw.payload_digest = "sha1:abc";
  const auto references = references_of(raw);
  Revisit revisit;
  revisit.record_id = raw.record_id;
  EXPECT_THAT(numbers_of(revisit), ElementsAre(references[0]));
  revisit.payload_digest = raw.payload_digest;
  revisit.earlier_url = "http://harbour.example/bridge";
  revisit.url = "https://harbour.example/other";
  EXPECT_THAT(numbers_of(revisit), SizeIs(4));
  EXPECT_THAT(numbers_of(revisit), ::testing::IsSupersetOf(references));
  EXPECT_EQ(references[2], article_key(article_identity("https://harbour.example/bridge", {}, {})));
}

TEST(References, WhatIsUnknownHasNoNumber) {
  EXPECT_THAT(references_of(RawDocument()), ElementsAre(0U, 0U, 0U));
  EXPECT_THAT(numbers_of(Revisit()), IsEmpty());
}

TEST(References, ARecordAndAPayloadOfOneNameAreTwo) {
  RawDocument raw;
  raw.record_id = "x";
  raw.payload_digest = "x";
  const auto references = references_of(raw);
  EXPECT_NE(references[0], references[1]);
}

}  // namespace
}  // namespace pressmark::indexer
