#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/content/content_hint_table.h"
#include "indexer/markup/dom.h"

namespace pressmark::indexer {

/// A set of Hint.
class Hints {
 public:
  constexpr Hints() = default;
  constexpr Hints(Hint hint) : bits_(static_cast<std::uint32_t>(hint)) {}
  constexpr bool has(Hint hint) const { return (bits_ & static_cast<std::uint32_t>(hint)) != 0; }
  constexpr bool any(Hints other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint32_t bits() const { return bits_; }
  constexpr Hints operator|(Hints other) const { return from(bits_ | other.bits_); }
  constexpr Hints operator&(Hints other) const { return from(bits_ & other.bits_); }
  constexpr Hints without(Hints other) const { return from(bits_ & ~other.bits_); }
  friend constexpr bool operator==(Hints, Hints) = default;

 private:
  static constexpr Hints from(std::uint32_t bits) {
    Hints hints;
    hints.bits_ = bits;
    return hints;
  }
  std::uint32_t bits_ = 0;
};

constexpr Hints operator|(Hint a, Hint b) { return Hints(a) | Hints(b); }

/// What is never an article's text: furniture of every kind.
inline constexpr Hints kFurniture = Hint::Comment | Hint::Related | Hint::Share | Hint::Subscribe |
                                    Hint::Author | Hint::Meta | Hint::Caption | Hint::Ad |
                                    Hint::Navigation | Hint::Consent | Hint::Interface |
                                    Hint::Sidebar | Hint::Hidden | Hint::Tail;

/// Each element's own hints, by its tag, role, itemprop, classes and id; not those of the elements
/// around it.
std::vector<Hints> own_hints(const Page& page);

}  // namespace pressmark::indexer
