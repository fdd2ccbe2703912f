#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pressmark {

/// What decides which stemmers may see a word.
enum class Script : std::uint8_t {
  Latin,
  Greek,
  Cyrillic,
  Arabic,
  Armenian,
  Devanagari,
  Tamil,
  Unspaced,
  Other
};

/// A character as words are folded: what it becomes and what it does to a word.
struct FoldedCharacter {
  enum class Role : std::uint8_t { Separator, Letter, Digit, Invisible, Unspaced, Mark };
  char32_t source = 0xFFFFFFFF;
  Role role = Role::Separator;
  Script script = Script::Other;
  std::uint8_t size = 0;
  std::array<char, 22> bytes{};  // UTF-8
  std::string_view text() const { return {bytes.data(), size}; }
};

/// Folds characters; remembers the last ones it saw. One thread at a time.
class Folder {
 public:
  const FoldedCharacter& fold(char32_t character);

 private:
  std::array<FoldedCharacter, 1024> seen_;
};

}  // namespace pressmark
