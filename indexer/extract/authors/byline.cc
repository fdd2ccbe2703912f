#include "indexer/extract/authors/byline.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline_cuts.h"
#include "indexer/extract/authors/byline_words.h"
#include "indexer/extract/authors/person_name.h"
#include "indexer/extract/authors/uncased_names.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxBylineBytes = 600;
constexpr std::size_t kMaxNames = 20;
constexpr std::size_t kMaxNameWords = 6;
constexpr std::size_t kMaxParticleLetters = 4;  // "de", "van", "bint"

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
        c == 0x2022 || c == 0x3001 || c == 0xFF0C || c == 0xFF0F || c == 0x60C || c == '+' ||
        c == '<' || c == '>' || spaced_dash) {
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

/// "Dan Balz", "Con Coughlin", "Og Mandino": with a capital a joiner is a name, but for a few and
/// within a line of capitals.
bool is_joiner(const std::vector<NameWord>& words, std::size_t i) {
  const std::string_view text = words[i].text;
  if (!is_name_joiner(text)) return false;
  if (words[i].first != LetterCase::Upper) return true;
  for (const std::string_view no_name : {"and", "und", "et", "with"}) {
    if (equals_ascii_nocase(text, no_name)) return true;
  }
  const bool initial = text.size() == 1 || text.ends_with('.');
  return !initial && i > 0 && i + 1 < words.size() &&
         std::ranges::all_of(words, [](const NameWord& word) { return word.all_upper; });
}

/// "e", "y", "i" join names, and the surnames within one; "en" is "and" in Dutch, "in" in Spanish.
bool may_stand_in_name(std::string_view joiner) {
  return joiner == "en" || (joiner != "&" && count_code_points(joiner) == 1);
}

/// "da Costa e Silva", "Ortega i Gasset": one more word behind two is a second surname.
bool joins_surnames(const std::vector<NameWord>& name, const std::vector<NameWord>& words,
                    std::size_t joiner) {
  const std::size_t next = joiner + 1;
  if (!may_stand_in_name(words[joiner].text) || name.size() < 2 || next >= words.size())
    return false;
  if (next + 1 < words.size() && !is_joiner(words, next + 1)) return false;
  const NameWord& last = words[next];
  return last.first == LetterCase::Upper && (!last.all_upper || name.front().all_upper) &&
         !is_role_word(last.text) && !is_organization_word(last.text) &&
         !find_outlet_by_name(last.text);
}

/// A name, with its particles: "van der Berg", but not "additional reporting by Bob Poe".
bool begins_with_name(std::span<const NameWord> words) {
  for (const NameWord& word : words) {
    if (word.first != LetterCase::Lower) return true;
    if (word.letters > kMaxParticleLetters) return false;
  }
  return false;
}

/// Pieces cut again at "and" between two names; what stands behind it and is none is left out.
std::vector<std::string> split_at_joiners(const std::string& piece) {
  const std::vector<NameWord> words = words_of(piece);
  std::vector<std::vector<NameWord>> names(1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool before = i == 0 || words[i - 1].first != LetterCase::Lower;
    const bool lower = i + 1 < words.size() && words[i + 1].first == LetterCase::Lower;
    if (!before || !is_joiner(words, i) || (lower && may_stand_in_name(words[i].text)) ||
        joins_surnames(names.back(), words, i)) {
      names.back().push_back(words[i]);
      continue;
    }
    if (lower && !begins_with_name(std::span(words).subspan(i + 1))) break;
    names.emplace_back();
  }
  std::vector<std::string> parts(names.size());
  std::ranges::transform(names, parts.begin(), joined_words);
  return parts;
}

/// What a piece of a byline can be, by what stands before it.
struct Expectation {
  bool role = false;      // it stands behind a name: what holds a role is that
  bool one_word = false;  // a name of one word is one
};

/// "COAST.EXAMPLE": what stands on both sides of a point is no initial.
bool is_domain_like(std::string_view word) {
  const std::size_t point = word.rfind('.');
  return point != std::string_view::npos && count_code_points(word.substr(0, point)) > 2 &&
         count_code_points(word.substr(point + 1)) > 1;
}

bool looks_like_name(const std::vector<NameWord>& words, const Expectation& expected) {
  // What these begin is a place, a body or a day: "on Fri".
  constexpr std::string_view kNoParticles[] = {"of", "on", "in", "at", "for", "from"};
  if (words.empty() || words.size() > kMaxNameWords ||
      std::ranges::count(kNoParticles, words.front().text) > 0)
    return false;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (const NameWord& word : words) {
    if (word.odd || word.digits || word.letters == 0) return false;
    if (is_role_word(word.text) || is_organization_word(word.text)) return false;
    if (word.first == LetterCase::Lower && word.letters > kMaxParticleLetters) {
      const bool apostrophe =
          word.text.size() > 2 &&
          (word.text[1] == '\'' || word.text.find("’") != std::string_view::npos);
      if (!apostrophe && words.size() > 1) return false;
    }
    letters += word.letters;
    if (word.first == LetterCase::Upper) ++capitals;
  }
  const bool uncased = words.front().first == LetterCase::None;
  if (uncased) return letters >= 2 && letters <= 40 && words.size() <= 5;
  if (letters < 3) return false;
  if (words.size() == 1)
    return expected.one_word && !is_domain_like(words.front().text) &&
           words.front().first == LetterCase::Upper && !(words.front().all_upper && letters < 5);
  return capitals >= 2 ||
         (capitals == 1 && words.front().first == LetterCase::Lower && words.size() == 2);
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

/// "记者王小明": the word for a reporter right before a name, whoever the reporter's paper is.
std::string_view without_reporter(std::string_view piece) {
  constexpr std::size_t kReach = 24;  // bytes: "青溪晚报记者"
  for (const std::string_view word : {"记者", "記者"}) {
    const std::size_t at = piece.find(word);
    if (at > kReach || piece.substr(0, at).find(' ') != std::string_view::npos) continue;
    const std::string_view name = trim(piece.substr(at + word.size()));
    if (count_code_points(name) >= 2) return name;
  }
  return piece;
}

/// "Photos by Bob Poe": an opener behind a role is one too.
std::string_view without_openers(std::string_view piece) {
  piece = without_reporter(trim(without_byline_opener(trim(piece))));
  const std::size_t blank = piece.find(' ');
  if (blank == std::string_view::npos || !is_role_word(piece.substr(0, blank))) return piece;
  const std::string_view rest = trim(piece.substr(blank));
  const std::string_view name = without_byline_opener(rest);
  return name.size() < rest.size() ? name : piece;
}

std::optional<std::string> clean_name(std::string_view piece, const Expectation& expected,
                                      std::string_view language, const Outlet& outlet) {
  if (piece.find("http") != std::string_view::npos ||
      piece.find("www.") != std::string_view::npos || piece.find("：") != std::string_view::npos)
    return std::nullopt;
  std::vector<NameWord> words = words_of(piece);
  // "JANE DOE jane@echo.example": the address is no part of the name, and alone none.
  std::erase_if(words,
                [](const NameWord& word) { return word.text.find('@') != std::string_view::npos; });
  if (words.size() > 12) return std::nullopt;
  // "About Jane Doe", above a biography
  if (words.size() > 2 && equals_ascii_nocase(words.front().text, "about"))
    words.erase(words.begin());
  if (std::ranges::all_of(words, [](const NameWord& word) { return is_suffix(word.text); }))
    return std::nullopt;
  cut_place(words, language);
  cut_behind_capitals(words);
  cut_outlet(words);
  cut_own_outlet(words, outlet);
  // "Jane Doe, Harbour Correspondent": what follows a name and holds a role is the role.
  const bool role =
      std::ranges::any_of(words, [](const NameWord& word) { return is_role_word(word.text); });
  if (role && expected.role) return std::nullopt;
  cut_roles(words);
  cut_degrees(words);
  if (!looks_like_name(words, expected)) return std::nullopt;
  std::string name = written_name(words, language);
  constexpr std::string_view kFirstAccount = "Super User";  // of Joomla
  if (is_outlet(name, outlet) || name == kFirstAccount) return std::nullopt;
  return name;
}

/// Whether a piece names who edited what others wrote: "Edited by Bob Poe".
bool names_editor(std::string_view piece) {
  return labels_editor(trim(piece)) ||
         std::ranges::any_of(
             std::initializer_list<std::string_view>{"edited by", "editing by", "bearbeitet von",
                                                     "editado por"},
             [&](std::string_view opener) {
               return starts_with_ascii_nocase(trim(piece), opener);
             });
}

/// "记者：王小明 责编：李静" with a bar before each label, where one of them tells who edited.
std::string labels_apart(const std::string& line) {
  std::string out;
  bool edited = false;
  for (const std::string_view word : split(line, ' ')) {
    const bool editor = labels_editor(word);
    const bool writer = word.find("：") != std::string_view::npos && byline_opener_length(word) > 0;
    edited = edited || editor;
    if (!out.empty()) out += editor || writer ? " | " : " ";
    out += word;
  }
  return edited ? out : line;
}

/// "撰文" of "撰文、编辑：王小明": with capitals such a word may be a name.
bool is_uncased_opener(std::string_view text) {
  return read_word(text).first == LetterCase::None && byline_opener_length(text) == text.size();
}

/// Whether a half of "Doe, Jane" is one name with its particles or initials: "van der Berg",
/// "Jane Q.".
bool is_half_name(std::string_view half) {
  std::size_t names = 0;
  for (const NameWord& word : words_of(half)) {
    if (word.odd || word.digits || is_role_word(word.text) || is_organization_word(word.text) ||
        is_suffix(word.text))
      return false;
    const bool particle = word.first == LetterCase::Lower && names == 0;
    if (!particle && (word.first != LetterCase::Upper || word.letters > 1 || names == 0)) ++names;
  }
  return names == 1 && !find_outlet_by_name(half);
}

/// Catalogues and archives put the surname first: "Doe, Jane; Roe, John".
std::string surnames_behind(std::string_view line) {
  std::string out;
  for (const std::string_view part : split(line, ';')) {
    const std::vector<std::string_view> halves = split(part, ',');
    if (!out.empty()) out += "; ";
    if (halves.size() == 2 && is_half_name(halves[0]) && is_half_name(halves[1])) {
      out.append(trim(halves[1])).append(" ").append(trim(halves[0]));
    } else {
      out += part;
    }
  }
  return out;
}

bool has_blank(std::string_view name) { return name.find(' ') != std::string_view::npos; }

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
  return read_word(rest.substr(0, rest.find(' '))).first != LetterCase::Lower;
}

std::vector<std::string> author_names(std::string_view byline, BylineOrigin origin,
                                      const Outlet& outlet, std::string_view language) {
  const bool structured = origin == BylineOrigin::Structured;
  std::string line = collapse_space(utf8_prefix(byline, kMaxBylineBytes));
  if (structured) line = surnames_behind(line);
  std::vector<std::string> names;
  bool loud = false;
  bool edited = false;  // what follows names editors, up to the next opener
  for (const std::string& piece : pieces_of(without_byline_opener(labels_apart(line)))) {
    const bool editor = names_editor(piece);
    if (editor || byline_opener_length(trim(piece)) > 0) edited = editor && !names.empty();
    if (edited) continue;
    if (piece.starts_with('\x01') && !names.empty()) continue;
    Expectation expected{!names.empty(), structured && std::ranges::none_of(names, has_blank)};
    bool joined = false;  // with the name before by a word
    for (const std::string& part : split_at_joiners(piece)) {
      const std::string_view text =
          trim(std::string_view(part).substr(part.starts_with('\x01') ? 1 : 0));
      if (text.empty() || is_uncased_opener(text)) continue;
      if (!names.empty() && is_generation(text)) {
        names.back().append(" ").append(text);
        continue;
      }
      for (const std::string& person : names_apart(without_openers(text), language)) {
        // "JANE DOE | Moor Press": behind a name in capitals stands one in capitals, or none.
        if (loud && !joined && is_quiet(person)) continue;
        auto name = clean_name(person, expected, language, outlet);
        if (!name) continue;
        loud = loud || is_loud(person);
        names = joined_names(std::move(names), {std::move(*name)});
      }
      expected = {false, structured};  // behind "and" stands a name of its own
      joined = true;
    }
    // "herald.example, Frankfurt, Germany": an outlet is followed by its seat.
    if (names.empty() && structured && is_outlet(std::string(trim(piece)), outlet) &&
        !trim(piece).empty())
      return {};
  }
  return names;
}

}  // namespace pressmark::indexer
