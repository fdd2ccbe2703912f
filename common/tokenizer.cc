#include "common/tokenizer.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "common/hash.h"
#include "common/letters.h"
#include "common/normalizer.h"
#include "common/utf8.h"

namespace pressmark {
namespace {

using Role = FoldedCharacter::Role;

/// Articles and prepositions that lose their vowel before a word: French, Italian, Catalan.
constexpr std::array<std::string_view, 26> kElided = {
    "l",     "d",      "j",      "m",      "t",      "s",      "n",    "c",   "qu",
    "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu", "dell", "all", "nell",
    "sull",  "dall",   "quell",  "quest",  "bell",   "sant",   "dov",  "un"};

/// Keeps the letters of "کتاب‌ها", "books", apart without a blank: Persian's hyphen.
constexpr char32_t kJoiner = 0x200C;

/// What English adds behind an apostrophe.
constexpr std::array<std::string_view, 6> kClitics = {"s", "re", "ve", "ll", "d", "m"};

constexpr std::size_t kMaxGroups = 12;  // of digits in one number

constexpr std::array<Role, 128> ascii_roles() {
  std::array<Role, 128> roles{};
  for (std::size_t c = 0; c < roles.size(); ++c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) roles[c] = Role::Letter;
    if (c >= '0' && c <= '9') roles[c] = Role::Digit;
  }
  return roles;
}
constexpr auto kAsciiRoles = ascii_roles();

bool is_word(Role role) { return role == Role::Letter || role == Role::Digit; }

bool contains(std::span<const std::string_view> list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// Makes the kana at `at` and the voicing sign behind it, the form's last two characters, one.
void compose_voicing(std::string& form, std::size_t at) {
  std::size_t behind = at;
  const char32_t kana = next_code_point(form, behind);
  if (behind >= form.size()) return;
  const UChar32 voiced = nfc_normalizer().composePair(
      static_cast<UChar32>(kana), static_cast<UChar32>(next_code_point(form, behind)));
  if (voiced < 0) return;
  form.resize(at);
  append_code_point(form, static_cast<char32_t>(voiced));
}

/// A form that fits, cut between two code points, with a hash of the whole in place of what is cut.
void shorten(std::string& form) {
  if (form.size() <= kMaxFormBytes) return;
  const std::string hash = fmt::format("{:016x}", hash64(form));
  form = std::string(utf8_prefix(form, kMaxFormBytes - hash.size())) + hash;
}

}  // namespace

Tokenizer::Character Tokenizer::look(std::size_t at) const {
  if (at >= text_.size()) return {Role::Separator, text_.size()};
  const auto byte = static_cast<unsigned char>(text_[at]);
  if (byte < 0x80) return {kAsciiRoles[byte], at + 1};
  const char32_t c = next_code_point(text_, at);
  return {folder_.fold(c).role, at};
}

Token Tokenizer::emit(std::string_view form, std::size_t begin, std::size_t end, TokenKind kind) {
  Token token;
  token.form = form;
  token.begin = begin;
  token.end = end;
  token.position = position_;
  token.kind = kind;
  token.script = script_;
  return token;
}

std::optional<Token> Tokenizer::next() {
  if (bigram_) return std::exchange(bigram_, std::nullopt);
  if (compound_) return std::exchange(compound_, std::nullopt);
  while (at_ < text_.size()) {
    const std::size_t begin = at_;
    const Character here = look(begin);
    if (here.role == Role::Unspaced) return unigram(begin);
    if (is_word(here.role)) {
      const Token token = word(begin);
      if (!token.form.empty()) return token;
      continue;
    }
    at_ = here.next;
  }
  return std::nullopt;
}

Token Tokenizer::unigram(std::size_t begin) {
  const auto unit = [&](std::size_t at, std::string& form) {
    const std::size_t base = form.size();
    const FoldedCharacter* folded = &folder_.fold(next_code_point(text_, at));
    form.append(folded->text());
    for (std::size_t behind = at; behind < text_.size() && form.size() < kMaxFormBytes / 2;) {
      folded = &folder_.fold(next_code_point(text_, behind));
      if (folded->role != Role::Mark && folded->role != Role::Invisible) break;
      form.append(folded->text());
      compose_voicing(form, base);
      at = behind;
    }
    return at;
  };
  form_.clear();
  const std::size_t end = unit(begin, form_);
  first_waits_ = false;
  script_ = Script::Unspaced;
  at_ = end;
  const Token token = emit(form_, begin, end, TokenKind::Unigram);
  if (look(end).role == Role::Unspaced) {
    bigram_form_ = form_;
    const std::size_t second_end = unit(end, bigram_form_);
    bigram_ = emit(bigram_form_, begin, second_end, TokenKind::Bigram);
  }
  ++position_;
  return token;
}

/// Whether the apostrophe that ends at `behind` belongs to the word; takes what follows it as far
/// as it does.
bool Tokenizer::apostrophe(std::size_t behind) {
  if (!letters_ || look(behind).role != Role::Letter) return false;
  if (contains(kElided, form_)) {
    form_.clear();
    begin_ = at_ = behind;
    return true;
  }
  std::string clitic;
  std::size_t at = behind;
  while (at < text_.size() && clitic.size() <= 2) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte >= 0x80 || kAsciiRoles[byte] != Role::Letter) break;
    clitic += static_cast<char>(byte | 0x20);
    ++at;
  }
  if (contains(kClitics, clitic) && !is_word(look(at).role)) {
    at_ = at;
    return false;  // the word ends before the apostrophe
  }
  apostrophe_ = form_.size();
  at_ = behind;
  return true;
}

/// Whether a full stop that ends at `behind` stands between initials: "U.S.", "J. K.".
bool Tokenizer::initials(std::size_t behind) {
  if (digits_ || !letters_) return false;
  if (initials_ == Initials::None && count_code_points(form_) != 1) return false;
  std::size_t at = behind;
  const bool spaced = at < text_.size() && text_[at] == ' ';
  if (spaced) ++at;
  if (spaced && initials_ == Initials::Tight) return false;
  const Character letter = look(at);
  if (letter.role != Role::Letter) return false;
  const bool stopped = letter.next < text_.size() && text_[letter.next] == '.';
  if (spaced ? !stopped || is_word(look(letter.next + 1).role) : is_word(look(letter.next).role)) {
    return false;
  }
  initials_ = spaced ? Initials::Spaced : Initials::Tight;
  at_ = at;
  return true;
}

/// Reads the rest of a number whose first digits are scanned; false when what follows belongs to
/// another token.
bool Tokenizer::number() {
  if (at_ < chain_end_) return false;
  std::string groups = form_;
  std::string separators;
  std::vector<std::size_t> sizes{form_.size()};
  std::size_t at = at_;
  for (NumberSign sign = number_sign_at(text_, at);
       sign.bytes != 0 && look(at + sign.bytes).role == Role::Digit;
       sign = number_sign_at(text_, at)) {
    separators += sign.text;
    at += sign.bytes;
    std::size_t size = 0;
    while (at < text_.size()) {
      const Character digit = look(at);
      if (digit.role != Role::Digit) break;
      std::size_t read = at;
      groups += folder_.fold(next_code_point(text_, read)).text();
      at = digit.next;
      ++size;
    }
    sizes.push_back(size);
    if (sizes.size() > kMaxGroups) {
      chain_end_ = at;
      return false;
    }
  }
  if (separators.empty()) return true;
  const auto thousands = [&](std::size_t count) {
    if (sizes[0] > 3) return false;
    for (std::size_t i = 1; i < count; ++i) {
      if (sizes[i] != 3 || separators[i - 1] != separators[0]) return false;
    }
    return true;
  };
  const std::size_t last = sizes.size() - 1;
  if (!thousands(sizes.size())) {
    const bool decimal = last == 1 || (thousands(last) && separators[last - 1] != separators[0]);
    if (!decimal) {
      chain_end_ = at;
      return false;
    }
    groups.insert(groups.size() - sizes[last], ".");
  }
  form_ = groups;
  at_ = end_ = at;
  return true;
}

void Tokenizer::scan_word(std::size_t begin) {
  begin_ = end_ = at_ = begin;
  form_.clear();
  apostrophe_ = 0;
  letters_ = digits_ = false;
  initials_ = Initials::None;
  while (at_ < text_.size()) {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte < 0x80) {
      const Role role = kAsciiRoles[byte];
      if (role == Role::Letter) {
        if (!letters_) script_ = Script::Latin;
        letters_ = true;
        form_ += static_cast<char>(byte | 0x20);
        end_ = ++at_;
        continue;
      }
      if (role == Role::Digit) {
        digits_ = true;
        form_ += static_cast<char>(byte);
        end_ = ++at_;
        continue;
      }
      if (byte == '\'' || byte == '`') {
        if (apostrophe(at_ + 1)) continue;
        return;
      }
      if (const std::size_t mark = byte == '"' ? gershayim_at(text_, at_) : 0; mark != 0) {
        at_ += mark;
        continue;
      }
      if (byte == '.' && letters_) {
        if (initials(at_ + 1)) continue;
        return;
      }
      if ((byte == '.' || byte == ',') && digits_ && !letters_ && form_.size() == end_ - begin_ &&
          number() && at_ == end_ && look(at_).role == Role::Letter)
        continue;
      return;
    }
    std::size_t behind = at_;
    const char32_t c = next_code_point(text_, behind);
    if (is_apostrophe(c)) {
      if (apostrophe(behind)) continue;
      return;
    }
    if (gershayim_at(text_, at_) != 0) {
      at_ = behind;
      continue;
    }
    if (c == kJoiner && script_ == Script::Arabic && hyphen(end_) != 0) return;
    if (digits_ && !letters_ && number_sign_at(text_, at_).bytes != 0 && number() && at_ == end_ &&
        look(at_).role == Role::Letter)
      continue;
    const FoldedCharacter& folded = folder_.fold(c);
    if (folded.role == Role::Separator || folded.role == Role::Unspaced) return;
    if (folded.role == Role::Letter && !letters_) script_ = folded.script;
    letters_ |= folded.role == Role::Letter;
    digits_ |= folded.role == Role::Digit;
    if (folded.role != Role::Invisible) form_.append(folded.text());
    end_ = at_ = behind;
  }
}

/// Offset behind a hyphen that joins the word before it to one after it; 0 when there is none.
std::size_t Tokenizer::hyphen(std::size_t at) const {
  if (at >= text_.size()) return 0;
  std::size_t behind = at;
  const char32_t c = next_code_point(text_, behind);
  const bool parts =
      c == '-' || c == 0x2010 || c == 0x2011 || (c == kJoiner && script_ == Script::Arabic);
  if (!parts) return 0;
  return is_word(look(behind).role) ? behind : 0;
}

void Tokenizer::note_compound(const Token& token) {
  const std::size_t behind = hyphen(token.end);
  const bool second = first_waits_ && first_end_ == token.begin;
  if (second && behind == 0 && !first_part_.empty() &&
      first_part_.size() + token.form.size() <= kMaxFormBytes) {
    compound_form_ = first_part_;
    compound_form_ += token.form;
    compound_ = emit(compound_form_, first_begin_, token.end, TokenKind::Compound);
    compound_->position = token.position - 1;
  }
  first_waits_ = behind != 0;
  if (first_waits_) {
    first_part_ = second ? std::string_view() : token.form;
    first_begin_ = token.begin;
    first_end_ = behind;
  }
}

Token Tokenizer::word(std::size_t begin) {
  scan_word(begin);
  if (form_.empty()) {
    at_ = std::max(at_, look(begin).next);
    return {};
  }
  shorten(form_);
  Token token = emit(form_, begin_, end_, letters_ ? TokenKind::Word : TokenKind::Number);
  if (apostrophe_ < form_.size()) token.apostrophe = apostrophe_;
  note_compound(token);
  ++position_;
  return token;
}

}  // namespace pressmark
