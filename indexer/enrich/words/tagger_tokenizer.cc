#include "indexer/enrich/words/tagger_tokenizer.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

enum class Kind { Space, LineEnd, Word, Apostrophe, Mark };

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Kind of the code point at `at`; `length` becomes its bytes.
struct Glyph {
  Kind kind = Kind::Mark;
  std::size_t length = 1;
};

Kind kind_above_ascii(char32_t c) {
  if (c == U'\u2019' || c == U'\u2018' || c == U'\u02bc' || c == U'\u00b4') return Kind::Apostrophe;
  if (c == 0x85 || c == 0x2028 || c == 0x2029) return Kind::LineEnd;
  if (c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200b) || c == 0x202f || c == 0x205f ||
      c == 0x3000 || c == 0xfeff) {
    return Kind::Space;
  }
  if (c < 0xc0 && c != 0xaa && c != 0xb5 && c != 0xba) return Kind::Mark;
  if (c == 0xd7 || c == 0xf7) return Kind::Mark;
  if (c == 0x2010 || c == 0x2011) return Kind::Word;  // a hyphen inside a word
  if ((c >= 0x2012 && c <= 0x205e) || (c >= 0x20a0 && c <= 0x20cf)) return Kind::Mark;
  if ((c >= 0x2190 && c <= 0x2bff) || (c >= 0x3001 && c <= 0x3003)) return Kind::Mark;
  if ((c >= 0x3008 && c <= 0x3020) || (c >= 0xff01 && c <= 0xff0f)) return Kind::Mark;
  if (c == 0xff1a || c == 0xff1b || c == 0xff1f || c >= 0x1f000) return Kind::Mark;
  return Kind::Word;
}

Glyph glyph_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) < 0x80) {
    if (is_letter(c) || is_digit(c)) return {Kind::Word, 1};
    if (c == '\n' || c == '\r') return {Kind::LineEnd, 1};
    if (c == ' ' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return {Kind::Space, 1};
    return {c == '\'' ? Kind::Apostrophe : Kind::Mark, 1};
  }
  std::size_t next = at;
  const char32_t code_point = next_code_point(text, next);
  return {kind_above_ascii(code_point), next - at};
}

constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"adm", "assn",   "attn", "ave", "blvd", "bros", "brig",  "capt", "co",
     "col", "comdr",  "corp", "cpl", "dept", "dr",   "esq",   "etc",  "ft",
     "gen", "gov",    "hon",  "inc", "intl", "jr",   "lieut", "lt",   "ltd",
     "maj", "messrs", "mr",   "mrs", "ms",   "mt",   "pres",  "prof", "rep",
     "rev", "sec",    "sen",  "sgt", "sr",   "st",   "supt",  "univ", "vs"});

bool is_abbreviation(std::string_view word) {
  return word.size() <= 6 && is_upper(word.front()) &&
         std::ranges::binary_search(kAbbreviations, to_lower_ascii(word));
}

constexpr auto kHyphenEndings = std::to_array<std::string_view>(
    {"aligned",    "area",      "backed",   "based",     "born",     "bound",    "built",
     "controlled", "dominated", "educated", "era",       "funded",   "held",     "led",
     "like",       "linked",    "listed",   "made",      "mediated", "occupied", "owned",
     "run",        "sponsored", "style",    "supported", "trained",  "wide"});

/// Length of "-led" at the end of "US-led"; 0 where there is none.
std::size_t hyphen_ending(std::string_view word) {
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || !is_upper(word.front())) return 0;
  return std::ranges::binary_search(kHyphenEndings, word.substr(hyphen + 1)) ? word.size() - hyphen
                                                                             : 0;
}

/// Length of the contraction that starts with the apostrophe at `at` ("'s", "'ll"); 0 for none.
/// Where tokens are parted by blanks a curly apostrophe may stand apart from its "s".
std::size_t contraction(std::string_view text, std::size_t at, std::size_t apostrophe) {
  const std::string_view rest = text.substr(at + apostrophe);
  if (apostrophe > 1 && rest.starts_with(" s") && at > 0 && text[at - 1] == ' ' &&
      (rest.size() == 2 || rest[2] == ' ' || rest[2] == '\n')) {
    return apostrophe + 2;
  }
  std::size_t letters = 0;
  while (letters < 3 && letters < rest.size() && is_letter(rest[letters])) ++letters;
  if (letters == 0 || letters > 2) return 0;
  if (letters < rest.size() && glyph_at(rest, letters).kind == Kind::Word) return 0;
  const std::string word = to_lower_ascii(rest.substr(0, letters));
  const bool known =
      word == "s" || word == "d" || word == "m" || word == "ll" || word == "re" || word == "ve";
  return known ? apostrophe + letters : 0;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5 + 1); }

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const Glyph glyph = glyph_at(text_, at_);
      switch (glyph.kind) {
        case Kind::LineEnd:
          line_start_ = true;
          [[fallthrough]];
        case Kind::Space:
          at_ += glyph.length;
          break;
        case Kind::Word:
          word();
          break;
        case Kind::Apostrophe:
          apostrophe(glyph.length);
          break;
        case Kind::Mark:
          mark(glyph.length);
          break;
      }
    }
    return std::move(tokens_);
  }

 private:
  void add(std::size_t begin, std::size_t end) {
    const std::string_view token = text_.substr(begin, end - begin);
    const bool mark = glyph_at(text_, begin).kind != Kind::Word;
    tokens_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                       line_start_,
                       line_start_ || (sentence_end_ && !mark && !is_lower(token.front()))});
    line_start_ = false;
    if (token == "." || token == "!" || token == "?" || token == "..." || token == "\u2026") {
      sentence_end_ = true;
    } else if (!mark) {
      sentence_end_ = false;
    }
    at_ = end;
  }

  bool letter_at(std::size_t at) const {
    return at < text_.size() && glyph_at(text_, at).kind == Kind::Word;
  }

  /// Whether a mark at `at` binds two letters or digits into one word.
  bool binds(std::size_t at, std::size_t length, std::size_t begin) const {
    if (!letter_at(at + length)) return false;
    const char c = text_[at];
    const char before = text_[at - 1];
    const char after = text_[at + length];
    switch (c) {
      case '-':
      case '_':
        return true;
      case '&':
        return is_upper(before) && is_upper(after);
      case ',':
        return is_digit(before) && is_digit(after);
      case '.':
        return !(is_lower(before) && is_upper(after));
      case '@':
        return true;
      default:
        break;
    }
    return length >= 1 && glyph_at(text_, at).kind == Kind::Apostrophe && at > begin;
  }

  void word() {
    const std::size_t begin = at_;
    if (const std::size_t end = parted_initials(begin); end > 0) return add(begin, end);
    std::size_t end = at_;
    while (end < text_.size()) {
      const Glyph glyph = glyph_at(text_, end);
      if (glyph.kind == Kind::Word) {
        end += glyph.length;
        continue;
      }
      if (glyph.kind == Kind::Space || glyph.kind == Kind::LineEnd) break;
      if (text_.substr(end).starts_with("://")) return add(begin, address_end(end));
      if (glyph.kind == Kind::Apostrophe && contraction(text_, end, glyph.length) > 0) break;
      if (!binds(end, glyph.length, begin)) break;
      end += glyph.length;
    }
    end = with_full_stop(begin, end);
    const std::string_view whole = text_.substr(begin, end - begin);
    if (const std::size_t ending = hyphen_ending(whole); ending > 0) {
      add(begin, end - ending);
      return add(end - ending, end);
    }
    if (whole.size() > 3 && negation(whole) > 0) {
      const std::size_t length = negation(whole);
      add(begin, end - length);
      return add(end - length, end);
    }
    add(begin, end);
  }

  static std::size_t negation(std::string_view word) {
    if (word.ends_with("n't")) return 3;
    return word.ends_with("n\u2019t") ? 5 : 0;
  }

  std::size_t address_end(std::size_t at) const {
    while (at < text_.size()) {
      const Glyph glyph = glyph_at(text_, at);
      if (glyph.kind == Kind::Space || glyph.kind == Kind::LineEnd) break;
      at += glyph.length;
    }
    return at;
  }

  /// End of "U . S ." at `at`: initials that blanks have parted from their full stops; 0 for none.
  std::size_t parted_initials(std::size_t at) const {
    std::size_t initials = 0;
    std::size_t length = 0;
    while (at + 3 <= text_.size() && initials < 4 && is_upper(text_[at]) &&
           text_.substr(at + 1, 2) == " .") {
      ++initials;
      length = at + 3;
      if (text_.substr(at + 3, 1) != " ") break;
      at += 4;
    }
    return initials < 2 ? 0 : length;
  }

  /// `end`, or behind the full stop that belongs to the word: "J.", "U.S.", "Inc.".
  std::size_t with_full_stop(std::size_t begin, std::size_t end) const {
    if (end >= text_.size() || text_[end] != '.') return end;
    const std::string_view word = text_.substr(begin, end - begin);
    const bool initials =
        is_upper(word.back()) && (word.size() == 1 || word[word.size() - 2] == '.');
    if (!initials && !is_abbreviation(word)) return end;
    if (end + 1 < text_.size() && text_[end + 1] == '.') return end;  // an ellipsis
    return end + 1;
  }

  void apostrophe(std::size_t length) {
    const bool follows = !tokens_.empty();
    const std::size_t size = follows ? contraction(text_, at_, length) : 0;
    add(at_, at_ + (size > 0 ? size : length));
  }

  void mark(std::size_t length) {
    const char c = text_[at_];
    if ((c == '@' || c == '#') && letter_at(at_ + 1)) {  // a handle or tag
      std::size_t end = at_ + 1;
      while (end < text_.size() && (letter_at(end) || text_[end] == '_'))
        end += glyph_at(text_, end).length;
      return add(at_, end);
    }
    std::size_t end = at_ + length;
    if (c == '.' || c == '-') {
      while (end < text_.size() && text_[end] == c) ++end;
    } else if (c == '&' && text_.substr(at_).starts_with("&amp;")) {
      end = at_ + 5;
    }
    add(at_, end);
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool line_start_ = true;
  bool sentence_end_ = false;
};

}  // namespace

std::vector<Token> split_tokens(std::string_view text) { return Tokenizer(text).run(); }

}  // namespace pressmark::indexer
