#include "indexer/enrich/words/word_scanner.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "common/letters.h"
#include "common/normalizer.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::uint64_t kHashStart = 0xCBF29CE484222325U;  // FNV-1a
constexpr std::uint64_t kHashFactor = 0x100000001B3U;

/// How a character takes part in words.
struct Letter {
  char16_t folded = 0;  // 0: not part of a word; kMark: part of it but not of its hash
  char16_t sign = 0;    // hashed behind it; 0: none
  bool upper = false;
  bool lower = false;
  bool digit = false;
  bool alone = false;  // a word by itself
};

constexpr char16_t kMark = 1;
constexpr std::size_t kTable =
    0x0700;  // Latin, Greek, Cyrillic, Hebrew, Arabic; others are looked up one by one

/// The letter without its accents, and the sign that makes another letter of it: "バ" is "ハ" with
/// one.
void fold(UChar32 c, Letter& letter) {
  UChar32 base = c;
  icu::UnicodeString parts;
  const bool syllable = c >= 0xAC00 && c <= 0xD7A3;  // Hangul
  if (!syllable && nfkd_normalizer().getDecomposition(c, parts) != 0) {
    base = parts.char32At(0);
    const UChar32 sign = parts.char32At(parts.moveIndex32(0, 1));
    if (parts.countChar32() > 1 && (U_GET_GC_MASK(sign) & U_GC_M_MASK) != 0 && !is_accent(sign))
      letter.sign = static_cast<char16_t>(sign & 0xFFFF);
  }
  base = u_foldCase(base, U_FOLD_CASE_DEFAULT);
  letter.folded = static_cast<char16_t>(plain_letter(static_cast<char32_t>(base)) & 0xFFFF);
}

Letter read_letter(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const auto category = U_GET_GC_MASK(code);
  Letter letter;
  letter.alone = sets_no_blanks(c) && (category & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
  if ((is_accent(code) && !letter.alone) || is_invisible(c)) {
    letter.folded = kMark;
    return letter;
  }
  if ((category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) == 0) return letter;
  letter.upper = u_isupper(code) != 0;
  letter.lower = u_islower(code) != 0;
  letter.digit = (category & U_GC_ND_MASK) != 0;
  fold(code, letter);
  switch (letter.folded) {  // letters that do not decompose, as news agencies write them
    case u'ø':
      letter.folded = u'o';
      break;
    case u'đ':
      letter.folded = u'd';
      break;
    case u'ł':
      letter.folded = u'l';
      break;
    case u'ı':
      letter.folded = u'i';
      break;
    case u'ß':
      letter.folded = u's';
      break;
    case u'ё':
      letter.folded = u'е';
      break;
    default:
      break;
  }
  return letter;
}

std::uint64_t add_letter(std::uint64_t hash, const Letter& letter) {
  hash = (hash ^ letter.folded) * kHashFactor;
  return letter.sign == 0 ? hash : (hash ^ letter.sign) * kHashFactor;
}

const std::array<Letter, kTable>& letters() {
  static const std::array<Letter, kTable> table = [] {
    std::array<Letter, kTable> made;
    for (std::size_t c = 0; c < kTable; ++c) made[c] = read_letter(static_cast<char32_t>(c));
    return made;
  }();
  return table;
}

Letter letter_of(char32_t c) { return c < kTable ? letters()[c] : read_letter(c); }

/// Reads one word after another.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Word> run() {
    std::vector<Word> words;
    words.reserve(text_.size() / 6 + 4);
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      const char32_t c = next_code_point(text_, at_);
      const Letter letter = letter_of(c);
      if (letter.folded <= kMark) {
        separate(c);
        continue;
      }
      words.push_back(word(start, letter));
      gap_ = Gap::None;
    }
    return words;
  }

 private:
  /// Takes a character between words into account.
  void separate(char32_t c) {
    switch (c) {
      case ' ':
      case '\t':
      case 0xA0:
      case 0x202F:
        if (gap_ == Gap::None) gap_ = Gap::Space;
        break;
      case '-':
      case 0x2010:
      case 0x2011:
      case 0x30FB:  // "ボスニア・ヘルツェゴビナ"
        gap_ = gap_ == Gap::None ? Gap::Hyphen : strongest(Gap::Dash);
        break;
      case 0x2013:
      case 0x2014:
        gap_ = strongest(Gap::Dash);
        break;
      case ',':
      case 0x60C:
      case 0x3001:
        gap_ = strongest(Gap::Comma);
        break;
      case '.':
        if (parts_doubles()) {
          if (gap_ == Gap::None) gap_ = Gap::Space;
          break;
        }
        gap_ = strongest(Gap::Sentence);
        break;
      case '!':
      case '?':
      case 0x3002:
      case 0x61F:
      case ':':
      case ';':
        gap_ = strongest(Gap::Sentence);
        break;
      case '\n':
      case '\r':
        gap_ = Gap::Line;
        break;
      default:
        gap_ = strongest(Gap::Other);
    }
  }

  /// Two equal capitals at `at`, as Spanish shortens what is plural.
  bool double_at(std::size_t at) const {
    const auto capital = [&](std::size_t i) {
      return i < text_.size() && text_[i] >= 'A' && text_[i] <= 'Z';
    };
    return capital(at) && capital(at + 1) && text_[at] == text_[at + 1] && !capital(at + 2) &&
           (at == 0 || !capital(at - 1));
  }

  /// Whether the point that was just read stands within "EE.UU." or "EE. UU.".
  bool parts_doubles() const {
    const std::size_t behind = std::min(text_.find_first_not_of(' ', at_), text_.size());
    return at_ >= 3 && double_at(at_ - 3) && double_at(behind);
  }

  Gap strongest(Gap gap) const {
    if (gap_ == Gap::Line || gap_ == Gap::Sentence) return gap_;
    if ((gap == Gap::Comma || gap == Gap::Dash) && gap_ == Gap::Other) return gap_;
    if (gap == Gap::Comma && gap_ == Gap::Dash) return gap_;
    return gap;
  }

  Word word(std::size_t start, Letter first) {
    Word found;
    found.begin = static_cast<std::uint32_t>(start);
    found.before = gap_;
    found.upper = first.upper;
    found.number = first.digit;
    found.uncased = !first.upper && !first.lower && !first.digit;
    std::uint64_t hash = add_letter(kHashStart, first);
    std::size_t capitals = first.upper ? 1 : 0;
    std::size_t small = first.lower ? 1 : 0;
    if (first.alone) hash = take_voicing(hash);
    std::size_t end = at_;
    while (!first.alone && at_ < text_.size()) {
      const std::size_t before = at_;
      const char32_t c = next_code_point(text_, at_);
      const Letter letter = letter_of(c);
      if (letter.folded > kMark && !letter.alone) {
        hash = add_letter(hash, letter);
        capitals += letter.upper ? 1 : 0;
        small += letter.lower ? 1 : 0;
        end = at_;
      } else if (letter.folded == kMark) {
        end = at_;
      } else if (!joins(c, before, capitals + small == 1 || found.dotted, found)) {
        at_ = before;
        break;
      } else if (found.possessive) {
        break;
      } else if (found.dotted) {
        end = at_;
      }
    }
    found.end = static_cast<std::uint32_t>(end);
    found.hash = hash;
    found.caps = capitals >= 2 && small == 0;
    return found;
  }

  /// Takes the voicing of a kana that is a character of its own: decomposed, or of half the width.
  std::uint64_t take_voicing(std::uint64_t hash) {
    if (at_ >= text_.size()) return hash;
    std::size_t behind = at_;
    const Letter sign = letter_of(next_code_point(text_, behind));
    if (!is_kana_voicing(sign.folded)) return hash;
    at_ = behind;
    return add_letter(hash, sign);
  }

  /// Whether the apostrophe, point or gershayim `c` at `before` belongs to the word being read.
  bool joins(char32_t c, std::size_t before, bool abbreviation, Word& word_read) {
    if (gershayim_at(text_, before) != 0) return true;
    std::size_t ahead = at_;
    const char32_t next = ahead < text_.size() ? next_code_point(text_, ahead) : U' ';
    const Letter letter = letter_of(next);
    if (is_apostrophe(c)) {
      const bool last = ahead >= text_.size() || letter_of(peek(ahead)).folded <= kMark;
      if ((next == 's' || next == 'S') && last) {
        at_ = ahead;
        word_read.possessive = true;
        return true;
      }
      if (letter.folded > kMark) return true;
      word_read.possessive =
          before > word_read.begin && (text_[before - 1] == 's' || text_[before - 1] == 'S');
      return false;
    }
    if (c != '.' || !abbreviation) return false;
    // "U.S.": a point after a single letter that is followed by another single letter, or that
    // closes such a chain.
    const bool chain =
        letter.folded > kMark && (ahead >= text_.size() || letter_of(peek(ahead)).folded <= kMark);
    if (chain || word_read.dotted) {
      word_read.dotted = true;
      return chain || letter.folded <= kMark;
    }
    return false;
  }

  char32_t peek(std::size_t at) const {
    std::size_t copy = at;
    return next_code_point(text_, copy);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Gap gap_ = Gap::Line;
};

}  // namespace

std::vector<Word> scan_words(std::string_view text) { return Scanner(text).run(); }

std::uint64_t spelled_out(std::uint64_t word_hash) {
  const auto hash_of = [](std::string_view word) { return prefix_hashes(word).back(); };
  static const std::array<std::uint64_t, 3> brief = {hash_of("st"), hash_of("mt"), hash_of("ft")};
  static const std::array<std::uint64_t, 3> full = {hash_of("saint"), hash_of("mount"),
                                                    hash_of("fort")};
  for (std::size_t i = 0; i < brief.size(); ++i) {
    if (word_hash == brief[i]) return full[i];
  }
  return word_hash;
}

std::string_view behind_letters(std::string_view word, std::size_t letters) {
  std::size_t at = 0;
  while (at < word.size() && letters > 0) {
    if (letter_of(next_code_point(word, at)).folded > kMark) --letters;
  }
  return word.substr(at);
}

std::vector<std::uint64_t> prefix_hashes(std::string_view word) {
  std::vector<std::uint64_t> hashes;
  std::uint64_t hash = kHashStart;
  for (std::size_t at = 0; at < word.size();) {
    const Letter letter = letter_of(next_code_point(word, at));
    if (letter.folded <= kMark) continue;
    hash = add_letter(hash, letter);
    hashes.push_back(hash);
  }
  return hashes;
}

}  // namespace pressmark::indexer
