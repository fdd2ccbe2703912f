#include "indexer/extract/byline.h"

#include <algorithm>
#include <optional>

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/byline_words.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxBylineBytes = 600;
constexpr std::size_t kMaxNames = 20;
constexpr std::size_t kMaxNameWords = 6;
constexpr std::size_t kMaxParticleLetters = 4;  // "de", "van", "bint"

enum class Case { Upper, Lower, None };

struct Word {
  std::string_view text;
  Case first = Case::None;
  std::size_t letters = 0;
  bool all_upper = true;  // every cased letter is a capital
  bool digits = false;
  bool odd = false;  // holds what no name holds
};

Word study(std::string_view text) {
  Word word{text, Case::None, 0, true, false, false};
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    if (u_isdigit(c) != 0) word.digits = true;
    if (u_isalpha(c) != 0) {
      const bool upper = u_isupper(c) != 0 || u_istitle(c) != 0;
      const bool lower = u_islower(c) != 0;
      if (word.letters == 0) word.first = upper ? Case::Upper : lower ? Case::Lower : Case::None;
      if (!upper) word.all_upper = false;
      ++word.letters;
    } else if (c < 0x80 && c != '.' && c != '\'' && c != '-' && c != '`' && c != ',') {
      word.odd = true;
    }
  }
  return word;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (const std::string_view piece : split(text, ' ')) {
    if (!piece.empty()) words.push_back(study(piece));
  }
  return words;
}

/// Cuts at marks that part names or end them; "·", "|", ";", "/", line breaks, commas, parentheses.
std::vector<std::string> pieces_of(std::string_view line) {
  std::vector<std::string> pieces(1);
  int depth = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(line, at);
    if (c == '(' || c == '[' || c == U'（' || c == U'【') {
      ++depth;
      pieces.emplace_back();
      continue;
    }
    if (c == ')' || c == ']' || c == U'）' || c == U'】') {
      depth = std::max(0, depth - 1);
      pieces.emplace_back();
      continue;
    }
    if (depth > 0) continue;
    const bool spaced_dash = (c == '-' || c == 0x2013 || c == 0x2014) && begin > 0 &&
                             line[begin - 1] == ' ' && at < line.size() && line[at] == ' ';
    if (c == ',' || c == ';' || c == '|' || c == '/' || c == '\n' || c == '\t' || c == 0xB7 ||
        c == 0x2022 || c == 0x3001 || c == 0xFF0C || c == 0x60C || c == '+' || c == '<' ||
        c == '>' || spaced_dash) {
      pieces.emplace_back();
      // What stands behind a dash is a role or a place, unless it joins names.
      if (spaced_dash) pieces.back().assign(1, '\x01');
      continue;
    }
    if (c != '"' && c != '*' && c != 0x201C && c != 0x201D && c != 0x200B)
      pieces.back().append(line.substr(begin, at - begin));
  }
  return pieces;
}

/// Pieces cut again at "and" between two names.
std::vector<std::string> split_at_joiners(const std::string& piece) {
  std::vector<std::string> names(1);
  const std::vector<std::string_view> parts = split(piece, ' ');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].empty()) continue;
    const bool before = i == 0 || study(parts[i - 1]).first != Case::Lower;
    const bool after = i + 1 >= parts.size() || study(parts[i + 1]).first != Case::Lower;
    const bool initial = !parts[i].empty() && parts[i][0] >= 'A' && parts[i][0] <= 'Z' &&
                         (parts[i].size() == 1 || parts[i].ends_with('.'));
    if (before && after && !initial && is_name_joiner(parts[i])) {
      names.emplace_back();
      continue;
    }
    if (!names.back().empty()) names.back() += ' ';
    names.back() += parts[i];
  }
  return names;
}

std::string joined_words(const std::vector<Word>& words) {
  std::string out;
  for (const Word& word : words) {
    if (!out.empty()) out += ' ';
    out += word.text;
  }
  return out;
}

/// "in Kyiv", "for The Herald", "aus Rom": a short lower-case word after two words of a name, with
/// what follows.
void cut_place(std::vector<Word>& words) {
  constexpr std::string_view kPlaceWords[] = {"in", "for", "from",    "at",    "aus", "bei",
                                              "a",  "à",   "en",      "desde", "da",  "fra",
                                              "i",  "for", "reports", "on"};
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].first != Case::Lower || std::ranges::count(kPlaceWords, words[i].text) == 0)
      continue;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
    return;
  }
}

/// "Jane Doe The Associated Press": a known outlet behind the two words of a name at least.
void cut_outlet(std::vector<Word>& words) {
  for (std::size_t keep = 2; keep < words.size(); ++keep) {
    const std::vector<Word> rest(words.begin() + static_cast<std::ptrdiff_t>(keep), words.end());
    if (rest.size() == 1 && !rest.front().all_upper) continue;  // "Times" alone may be a name's
    if (!find_outlet_by_name(joined_words(rest))) continue;
    words.resize(keep);
    return;
  }
}

/// Roles at the end of a name that has words enough without them ("Jane Doe Staff Writer"), or
/// before it.
void cut_roles(std::vector<Word>& words) {
  std::size_t roles = 0;
  while (roles < words.size() && is_role_word(words[words.size() - 1 - roles].text)) ++roles;
  if (roles > 0 &&
      (words.size() - roles >= 2 || (words.size() > roles && words.front().first == Case::None)))
    words.resize(words.size() - roles);
  std::size_t leading = 0;
  while (leading < words.size() && is_role_word(words[leading].text)) ++leading;
  if (leading > 0 &&
      (words.size() - leading >= 2 || (words.size() > leading && words.back().first == Case::None)))
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(leading));
}

bool is_suffix(std::string_view word) {
  constexpr std::string_view kSuffixes[] = {"jr",  "sr", "ii", "iii", "iv",  "phd", "md",
                                            "esq", "rn", "rd", "mph", "msc", "mba"};
  std::string key;
  for (const char c : fold_accents(word)) {
    if (c != '.' && c != ',') key += c;
  }
  return std::ranges::count(kSuffixes, key) > 0;
}

/// "MS", "Ma": degrees are names too, so only in capitals behind a name that is not.
bool ends_in_degree(const std::vector<Word>& words) {
  constexpr std::string_view kDegrees[] = {"MS", "MA",  "BS",  "BA",  "JD",  "DO",
                                           "LD", "RDN", "CPT", "DDS", "EDD", "LLM"};
  return !words.front().all_upper && std::ranges::count(kDegrees, words.back().text) > 0;
}

bool is_generation(std::string_view word) {
  const std::string key = fold_accents(word);
  return key.starts_with("jr") || key.starts_with("sr") || key == "ii" || key == "iii" ||
         key == "iv";
}

bool looks_like_name(const std::vector<Word>& words, BylineOrigin origin) {
  if (words.empty() || words.size() > kMaxNameWords || words.front().text == "of") return false;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (const Word& word : words) {
    if (word.odd || word.digits || word.letters == 0) return false;
    if (is_role_word(word.text) || is_organization_word(word.text)) return false;
    if (word.first == Case::Lower && word.letters > kMaxParticleLetters) {
      const bool apostrophe =
          word.text.size() > 2 &&
          (word.text[1] == '\'' || word.text.find("’") != std::string_view::npos);
      if (!apostrophe && words.size() > 1) return false;
    }
    letters += word.letters;
    if (word.first == Case::Upper) ++capitals;
  }
  const bool uncased = words.front().first == Case::None;
  if (uncased) return letters >= 2 && letters <= 40 && words.size() <= 5;
  if (letters < 3) return false;
  if (words.size() == 1)
    return origin == BylineOrigin::Structured && words.front().first == Case::Upper &&
           !(words.front().all_upper && letters < 5);
  return capitals >= 2 ||
         (capitals == 1 && words.front().first == Case::Lower && words.size() == 2);
}

/// "JANE MCDONALD" as a person writes it; initials stay.
std::string natural_case(const std::vector<Word>& words) {
  std::size_t shouted = 0;
  for (const Word& word : words) {
    if (word.first != Case::None && !word.all_upper) return joined_words(words);
    if (word.letters > 2) ++shouted;
  }
  if (shouted < 2) return joined_words(words);
  std::string out;
  for (const Word& word : words) {
    if (!out.empty()) out += ' ';
    const bool initials = word.text.find('.') != std::string_view::npos || word.letters == 1 ||
                          is_generation(word.text);
    if (initials) {
      out += word.text;
      continue;
    }
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(word.text.data(), static_cast<std::int32_t>(word.text.size())));
    text.toTitle(nullptr, icu::Locale::getRoot());
    text.toUTF8String(out);
  }
  return out;
}

bool is_outlet(const std::string& name, const Outlet& outlet) {
  const std::string key = outlet_name_key(name);
  if (key.empty() || key == outlet_name_key(outlet.name)) return true;
  const std::string_view domain = outlet.domain;
  if (!domain.empty() && (key == outlet_name_key(domain) ||
                          key == outlet_name_key(domain.substr(0, domain.find('.')))))
    return true;
  return find_outlet_by_name(name).has_value();
}

/// What a piece of a byline stands behind.
enum class Place { First, BehindName };

std::optional<std::string> clean_name(std::string_view piece, Place place, BylineOrigin origin,
                                      const Outlet& outlet) {
  piece = trim(piece);
  if (piece.find('@') != std::string_view::npos || piece.find("http") != std::string_view::npos ||
      piece.find("www.") != std::string_view::npos)
    return std::nullopt;
  std::vector<Word> words = words_of(piece);
  if (words.size() > 12) return std::nullopt;
  cut_place(words);
  cut_outlet(words);
  // "Jane Doe, Harbour Correspondent": what follows a name and holds a role is the role.
  const bool role =
      std::ranges::any_of(words, [](const Word& word) { return is_role_word(word.text); });
  if (role && place == Place::BehindName) return std::nullopt;
  cut_roles(words);
  while (words.size() > 2 && ((is_suffix(words.back().text) && !is_generation(words.back().text)) ||
                              ends_in_degree(words)))
    words.pop_back();
  if (!looks_like_name(words, origin)) return std::nullopt;
  std::string name = natural_case(words);
  while (!name.empty() &&
         (name.back() == ',' || name.back() == '-' ||
          (name.back() == '.' && !is_generation(words.back().text) && words.back().letters > 2)))
    name.pop_back();
  if (is_outlet(name, outlet)) return std::nullopt;
  return name;
}

}  // namespace

std::vector<std::string> joined_names(std::vector<std::string> names,
                                      const std::vector<std::string>& more) {
  for (const std::string& name : more) {
    const std::string key = fold_accents(name);
    const bool known = std::ranges::any_of(
        names, [&](const std::string& other) { return fold_accents(other) == key; });
    if (!known && names.size() < kMaxNames) names.push_back(name);
  }
  return names;
}

bool begins_as_byline(std::string_view line) {
  line = trim(line);
  const std::size_t length = byline_opener_length(line);
  if (length == 0) return false;
  const std::string_view rest = trim(line.substr(length));
  if (rest.empty() || line.substr(0, length).find(':') != std::string_view::npos) return true;
  return study(rest.substr(0, rest.find(' '))).first != Case::Lower;
}

std::vector<std::string> author_names(std::string_view byline, BylineOrigin origin,
                                      const Outlet& outlet) {
  const std::string line = collapse_space(utf8_prefix(byline, kMaxBylineBytes));
  const std::vector<std::string> pieces = pieces_of(without_byline_opener(line));
  std::vector<std::string> names;
  for (const std::string& piece : pieces) {
    if (piece.starts_with('\x01') && !names.empty()) continue;
    Place place = names.empty() ? Place::First : Place::BehindName;
    for (const std::string& part : split_at_joiners(piece)) {
      const std::string_view text =
          trim(std::string_view(part).substr(part.starts_with('\x01') ? 1 : 0));
      if (text.empty()) continue;
      if (!names.empty() && is_generation(text)) {
        names.back().append(" ").append(text);
        continue;
      }
      if (auto name = clean_name(without_byline_opener(text), place, origin, outlet))
        names = joined_names(std::move(names), {*name});
      place = Place::First;  // behind "and" stands a name of its own
    }
    // "herald.example, Frankfurt, Germany": an outlet is followed by its seat.
    if (names.empty() && origin == BylineOrigin::Structured &&
        is_outlet(std::string(trim(piece)), outlet) && !trim(piece).empty())
      return {};
  }
  return names;
}

}  // namespace pressmark::indexer
