#include "common/field_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(FieldTerms, ANameIsItsFoldedWords) {
  Folder folder;
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Emmanuel  MACRON", "emmanuel macron"},
      {"佐伯 由美子", "佐伯由美子"},
      {"ジョー・バイデン", "ジョー バイデン"},
      {"安德烈·费多连科", "安德烈 费多连科"},
      {"NHK放送", "nhk 放送"},
      {"", ""},
  };
  for (const auto& [name, want] : cases) EXPECT_EQ(canonical_name(name, folder), want) << name;
}

}  // namespace
}  // namespace pressmark
