#include "indexer/enrich/languages/name_bearers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using testing::IsNull;
using testing::Pointee;

TEST(NameBearers, TheNearestInFrontBearsTheSurname) {
  NameBearers bearers;
  bearers.add("Quill", 3, "Joan Quill");
  bearers.add("Quill", 9, "Tom Quill");
  bearers.add("Vance", 12, "Ada Vance");
  EXPECT_THAT(bearers.of("Quill", 5), Pointee(std::string("Joan Quill")));
  EXPECT_THAT(bearers.of("Quill", 20), Pointee(std::string("Tom Quill")));
  EXPECT_THAT(bearers.of("Quill", 1), IsNull());
  EXPECT_THAT(bearers.of("Vance", 1), Pointee(std::string("Ada Vance")));
  EXPECT_THAT(bearers.of("Marsh", 20), IsNull());
}

}  // namespace
}  // namespace pressmark::indexer
