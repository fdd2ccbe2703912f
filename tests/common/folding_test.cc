#include "common/folding.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark {
namespace {

using Role = FoldedCharacter::Role;

TEST(Folding, AccentsGoWhereTheyAreNoLetters) {
  Folder folder;
  EXPECT_EQ(folder.fold(U'É').text(), "e");
  EXPECT_EQ(folder.fold(U'ł').text(), "l");
  EXPECT_EQ(folder.fold(U'ß').text(), "ss");
  EXPECT_EQ(folder.fold(U'Й').text(), "й");  // a letter of its own
  EXPECT_EQ(folder.fold(U'ё').text(), "е");
  EXPECT_EQ(folder.fold(U'Ａ').text(), "a");
}

TEST(Folding, EachCharacterHasItsPartInAWord) {
  Folder folder;
  EXPECT_EQ(folder.fold(U'x').role, Role::Letter);
  EXPECT_EQ(folder.fold(U'٣').role, Role::Digit);
  EXPECT_EQ(folder.fold(U'٣').text(), "3");
  EXPECT_EQ(folder.fold(U'京').role, Role::Unspaced);
  EXPECT_EQ(folder.fold(0x00AD).role, Role::Invisible);  // a soft hyphen
  EXPECT_EQ(folder.fold(0x0301).role, Role::Mark);
  EXPECT_EQ(folder.fold(0xFFFD).role, Role::Separator);
}

TEST(Folding, WhatSharesAPlaceInItsMemoryIsNotMixedUp) {
  Folder folder;
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(folder.fold(U'a').text(), "a");
    EXPECT_EQ(folder.fold(U'a' + 1024).text(), "ѡ");  // the same place of 1,024
  }
}

}  // namespace
}  // namespace pressmark
