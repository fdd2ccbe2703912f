#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/folding.h"

namespace pressmark {

enum class TokenKind : std::uint8_t {
  Word,      // letters, perhaps with digits
  Number,    // digits only: "1000", "3.5"
  Compound,  // both parts of a hyphenated word as one, beside its parts: "cooperate" for
             // "co-operate"
  Unigram,   // one character of a script without blanks
  Bigram,    // two such characters that stand together; at the position of the first
};

/// One word of a text, folded: lower case, no accents where an accent is no letter of its own, no
/// apostrophes. Not stemmed.
struct Token {
  std::string_view form;  // valid until the tokenizer's next call; at most kMaxFormBytes bytes
  std::size_t begin =
      0;  // bytes of the text that make the word, without an elided article or a possessive
  std::size_t end = 0;
  std::uint32_t position = 0;  // from 0; Compound and Bigram share that of their first part
  TokenKind kind = TokenKind::Word;
  Script script = Script::Latin;
  std::size_t apostrophe =
      0;  // bytes of the form before the last apostrophe within the word; 0: it has none
};

/// Longest form; a longer word becomes its beginning and a hash of the whole.
inline constexpr std::size_t kMaxFormBytes = 64;

/// Cuts a text into words, the same way for articles, queries and snippets.
///
/// l'avion -> avion; Putin's -> putin; don't -> dont; U.S. -> us; 1,000 -> 1000; 3,5 and ３．５
/// -> 3.5; co-operate -> co, operate and cooperate, and so for what a joiner without width parts in
/// Arabic letters; צה"ל -> צהל; 東京都 -> 東, 東京, 京, 京都, 都. U+FFFD separates words. Linear in
/// the text's length; never throws on content.
class Tokenizer {
 public:
  /// `text` is UTF-8; it and `folder` must outlive this object.
  Tokenizer(std::string_view text, Folder& folder) : text_(text), folder_(folder) {}

  /// The next token in the text's order; nothing at its end.
  std::optional<Token> next();

  /// Positions used so far: the position after the last token's.
  std::uint32_t positions() const { return position_; }

 private:
  /// Where the scan stands on a character.
  struct Character {
    FoldedCharacter::Role role = FoldedCharacter::Role::Separator;
    std::size_t next = 0;  // offset behind it
  };

  Character look(std::size_t at) const;
  Token emit(std::string_view form, std::size_t begin, std::size_t end, TokenKind kind);
  Token unigram(std::size_t begin);
  Token word(std::size_t begin);
  void scan_word(std::size_t begin);
  bool apostrophe(std::size_t behind);
  bool initials(std::size_t behind);
  bool number();
  void note_compound(const Token& token);
  std::size_t hyphen(std::size_t at) const;

  std::string_view text_;
  Folder& folder_;
  std::size_t at_ = 0;
  std::uint32_t position_ = 0;
  std::string form_;
  std::size_t begin_ = 0, end_ = 0;  // of the word being scanned
  std::size_t apostrophe_ = 0;       // as in its token
  Script script_ = Script::Latin;
  enum class Initials : std::uint8_t { None, Tight, Spaced };  // "U.S.", "J. K."
  Initials initials_ = Initials::None;
  bool letters_ = false, digits_ = false;
  std::size_t chain_end_ = 0;  // digits and stops before it are no number: a date, an address

  std::string first_part_;  // before a hyphen; empty inside a longer chain
  std::size_t first_begin_ = 0, first_end_ = 0;
  bool first_waits_ = false;
  std::optional<Token> compound_;  // to be given next
  std::string compound_form_;
  std::optional<Token> bigram_;
  std::string bigram_form_;
};

}  // namespace pressmark
