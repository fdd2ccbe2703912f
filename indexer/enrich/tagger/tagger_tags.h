#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace pressmark::indexer {

/// BILOU tags of four types: 0 is O; 1 + 4 * type + part for B, I, L, U. Products, works and
/// peoples (Misc) are told apart in training and left out of the output.
enum class NameType : std::uint8_t { Person, Place, Organization, Misc };
enum class TagPart : std::uint8_t { Begin, Inside, Last, Unit };

inline constexpr std::size_t kNameTypes = 4;
inline constexpr std::size_t kTags = 1 + 4 * kNameTypes;
inline constexpr std::size_t kRowTags = kTags - 1;  // weights are relative to those of tag 0
using Tag = std::uint8_t;
using TagScores = std::array<std::int16_t, kRowTags>;  // of tags 1 to 16

constexpr Tag make_tag(NameType type, TagPart part) {
  return static_cast<Tag>(1 + 4 * static_cast<unsigned>(type) + static_cast<unsigned>(part));
}
constexpr NameType type_of(Tag tag) { return static_cast<NameType>((tag - 1) / 4); }
constexpr TagPart part_of(Tag tag) { return static_cast<TagPart>((tag - 1) % 4); }

/// Whether a name is open behind the tag: a B or an I.
constexpr bool opens(Tag tag) {
  return tag != 0 && (part_of(tag) == TagPart::Begin || part_of(tag) == TagPart::Inside);
}
/// Whether the tag goes on with a name: an I or an L.
constexpr bool continues(Tag tag) {
  return tag != 0 && (part_of(tag) == TagPart::Inside || part_of(tag) == TagPart::Last);
}

constexpr bool may_follow(Tag before, Tag after) {
  if (opens(before)) return continues(after) && type_of(before) == type_of(after);
  return !continues(after);
}

}  // namespace pressmark::indexer
