#include "indexer/enrich/entities/name_form.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

// Keys of what stands in news texts like a name and is none.
constexpr auto kDebris = std::to_array<std::string_view>({"advertisement",
                                                          "afp",
                                                          "ap",
                                                          "ap photo",
                                                          "associated press",
                                                          "breaking news",
                                                          "click here",
                                                          "comments",
                                                          "continue reading",
                                                          "copyright",
                                                          "covid",
                                                          "covid-19",
                                                          "download",
                                                          "editor",
                                                          "eid mubarak",
                                                          "email",
                                                          "epa",
                                                          "facebook",
                                                          "file",
                                                          "file photo",
                                                          "follow",
                                                          "getty",
                                                          "getty images",
                                                          "god",
                                                          "instagram",
                                                          "internet",
                                                          "ist",
                                                          "leave a comment",
                                                          "linkedin",
                                                          "live updates",
                                                          "more",
                                                          "newsletter",
                                                          "photo",
                                                          "photograph",
                                                          "pinterest",
                                                          "pm",
                                                          "privacy policy",
                                                          "read more",
                                                          "reddit",
                                                          "related posts",
                                                          "reuters",
                                                          "share this",
                                                          "sign up",
                                                          "source",
                                                          "staff reporter",
                                                          "subscribe",
                                                          "terms of use",
                                                          "the",
                                                          "today",
                                                          "tomorrow",
                                                          "update",
                                                          "video",
                                                          "whatsapp",
                                                          "yesterday"});
static_assert(std::ranges::is_sorted(kDebris));

constexpr auto kLegalEndings = std::to_array<std::string_view>(
    {"ab",   "ag",  "asa",          "bhd",     "bv",  "co",  "corp", "corporation",
     "gmbh", "inc", "incorporated", "limited", "llc", "llp", "ltd",  "nv",
     "oyj",  "plc", "pty",          "sa",      "se",  "spa"});

bool drop_front(std::string_view& text, std::string_view what) {
  if (!starts_with_ascii_nocase(text, what)) return false;
  text.remove_prefix(what.size());
  return true;
}

bool drop_back(std::string_view& text, std::string_view what) {
  if (!text.ends_with(what)) return false;
  text.remove_suffix(what.size());
  return true;
}

void drop_marks(std::string_view& text) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {"\"", "'", "\u2018", "\u2019", "\u201c", "\u201d", "\u00ab", "\u00bb", "(",      ")", "[",
       "]",  "<", ">",      ",",      ";",      ":",      "-",      "\u2013", "\u2014", "*", " "});
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view mark : kMarks) {
      if (mark == ")" && std::ranges::count(text, '(') == std::ranges::count(text, ')')) continue;
      changed = drop_front(text, mark) || drop_back(text, mark) || changed;
    }
  }
}

bool has_letter_upper(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}
bool has_letter_lower(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}
bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// "TOR MOE" as "Tor Moe".
std::string with_small_letters(std::string_view text) {
  std::string small;
  bool start = true;
  for (const char c : text) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    small += letter && !start ? static_cast<char>(c | 0x20) : c;
    start = !letter && c != '\'';
  }
  return small;
}

/// "BANK OF NARVIK" as "Bank of Narvik"; not for persons, who may be called Van or De.
std::string with_small_links(std::string text) {
  for (const std::string_view link : {" And ", " At ", " For ", " In ", " Of ", " On ", " The "}) {
    for (std::size_t at = text.find(link); at != std::string::npos; at = text.find(link, at + 1))
      text[at + 1] = static_cast<char>(text[at + 1] | 0x20);
  }
  return text;
}

/// Whether letters all in capitals are a name that is shouted and no initials: "TOR MOE", "J.P.
/// MOE".
bool is_shouted(std::string_view form) {
  if (!is_ascii(form) || has_letter_lower(form)) return false;
  const std::string_view last = form.substr(form.rfind(' ') + 1);
  return form.find('.') == std::string_view::npos ||
         (last.size() < form.size() && last.size() > 2 && last.find('.') == std::string_view::npos);
}

/// "Harbour party" as "Harbour Party": papers have their own ways with what a body is. Not where
/// other words are small, too: "Narvik stock exchange".
std::string with_large_head(std::string_view form) {
  constexpr auto kHeads = std::to_array<std::string_view>(
      {"administration", "army", "bank", "commission", "committee", "corporation", "council",
       "department", "exchange", "hospital", "institute", "ministry", "party", "police", "union",
       "university"});
  std::string name(form);
  const std::size_t last = name.rfind(' ') + 1;  // 0 for one word
  if (last == 0 || !std::ranges::binary_search(kHeads, form.substr(last))) return name;
  for (const std::string_view word : split(form.substr(0, last - 1), ' ')) {
    const bool link = (name_cues(word) & kCueLink) != 0;
    if (word.empty() || (word[0] >= 'a' && word[0] <= 'z' && !link)) return name;
  }
  name[last] = static_cast<char>(name[last] - 'a' + 'A');
  return name;
}

/// A bracket that was never opened is left out, and what is behind one that is never closed; angle
/// brackets belong to no name.
std::string with_whole_brackets(std::string_view form) {
  std::string whole;
  std::size_t open = std::string::npos;
  form.remove_prefix(std::min(form.find_first_not_of("<> "), form.size()));
  for (const char c : form.substr(0, form.find_first_of("<>"))) {
    if (c == ')' && open == std::string::npos) continue;
    if (c == '(' && open == std::string::npos) open = whole.size();
    if (c == ')') open = std::string::npos;
    whole += c;
  }
  if (open != std::string::npos) whole.resize(open);
  return whole;
}

/// "27-nation Harbour Union" and "28-year-old Moe" without what says how many, "then-President Moe"
/// without "then".
void drop_modifier(std::string_view& form) {
  constexpr auto kUnits = std::to_array<std::string_view>(
      {"acre", "bed", "country", "foot", "member", "mile", "nation", "old", "passenger", "room",
       "seat", "state", "storey", "story", "strong"});
  for (const std::string_view prefix : {"ex-", "now-", "then-"}) {
    const bool name = form.size() > prefix.size() && form.starts_with(prefix) &&
                      has_letter_upper(form.substr(prefix.size(), 1));
    if (name) form.remove_prefix(prefix.size());
  }
  const std::string_view first = form.substr(0, form.find(' '));
  const std::string_view unit = first.substr(first.rfind('-') + 1);
  if (first.size() < form.size() && unit.size() < first.size() && first[0] >= '0' &&
      first[0] <= '9' && std::ranges::binary_search(kUnits, unit))
    form.remove_prefix(first.size() + 1);
}

/// Words of tables of earnings and prices, as news wires shorten them.
bool has_wire_word(std::string_view form) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"Bln", "Dlr", "Dlrs", "Mln", "Qtr", "Revs", "Shr", "Shrs", "bln", "dlrs", "mln"});
  return std::ranges::any_of(split(form, ' '), [&](std::string_view word) {
    return std::ranges::binary_search(kWords, word);
  });
}

/// Blanks that a tokenised text has around hyphens and before possessives are taken out.
std::string joined(std::string_view text) {
  std::string out = plain_apostrophes(collapse_space(text));
  for (std::size_t at = out.find(" - "); at != std::string::npos; at = out.find(" - ", at))
    out.replace(at, 3, "-");
  return out;
}

/// "Ines Moe QC" and "Tor Moe, PhD" without what they have earned. In "MOE AO" it is a name.
void drop_honours(std::string_view& form) {
  // Not "KC", a surname in Nepal.
  constexpr auto kHonours =
      std::to_array<std::string_view>({"AO", "CBE", "DBE", "Esq", "FRS", "KBE", "MBE", "MD", "MEP",
                                       "MLA", "MP", "MPP", "MSP", "OBE", "PhD", "QC"});
  static_assert(std::ranges::is_sorted(kHonours));
  while (true) {
    const std::size_t blank = form.rfind(' ');
    if (blank == std::string_view::npos || blank == 0) return;
    std::string word(form.substr(blank + 1));
    std::erase(word, '.');
    if (!has_letter_lower(form) || !std::ranges::binary_search(kHonours, word)) return;
    form = form.substr(0, blank);
    drop_marks(form);
  }
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

/// "Monday", "end-March".
bool is_calendar(std::string_view key) {
  for (const std::string_view prefix : {"early-", "end-", "late-", "mid-"}) {
    if (key.starts_with(prefix)) key.remove_prefix(prefix.size());
  }
  return (name_cues(key) & kCueCalendar) != 0;
}

}  // namespace

std::string plain_apostrophes(std::string_view name) {
  std::string plain(name);
  if (plain.find("\u2018") != std::string::npos) return plain;  // "Ines \u2018Bo\u2019 Moe"
  for (std::size_t at = plain.find("\u2019"); at != std::string::npos;
       at = plain.find("\u2019", at))
    plain.replace(at, 3, "'");
  return plain;
}

std::size_t whole_end(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view name = text.substr(begin, end - begin);
  const bool open = std::ranges::count(name, '(') > std::ranges::count(name, ')');
  return open && text.substr(end).starts_with(')') ? end + 1 : end;
}

std::string form_key(std::string_view form) {
  std::string key;
  for (const char c : fold_accents(form)) {
    if (c != '.' && c != ',') key += c;
  }
  return collapse_space(plain_apostrophes(key));
}

std::vector<std::string> key_words(std::string_view form) {
  const std::string key = form_key(form);
  std::vector<std::string> words;
  for (const std::string_view word : split(key, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

std::string_view without_legal_ending(std::string_view form) {
  const std::size_t blank = form.rfind(' ');
  if (blank == std::string_view::npos) return form;
  std::string ending = to_lower_ascii(form.substr(blank + 1));
  std::erase(ending, '.');
  if (!std::ranges::binary_search(kLegalEndings, ending)) return form;
  std::string_view rest = form.substr(0, blank);
  drop_marks(rest);
  return rest.empty() ? form : rest;
}

std::string initials_of(std::string_view form) {
  std::string initials;
  bool start = true;
  for (const char c : form) {
    if (start && c >= 'A' && c <= 'Z') initials += c;
    start = c == ' ' || c == '-';
  }
  return initials;
}

std::string name_form(std::string_view mention, EntityType type) {
  if (mention.size() > kMaxFormBytes) return {};
  const std::string text = with_whole_brackets(joined(mention));
  std::string_view form = text;
  drop_marks(form);
  for (const std::string_view ending : {"'s", "'S"}) drop_back(form, ending);
  drop_marks(form);
  drop_front(form, "the ");
  drop_modifier(form);
  if (type == EntityType::Person) {
    while (form.find(' ') != std::string_view::npos &&
           is_honorific(to_lower_ascii(first_word(form)))) {
      form.remove_prefix(first_word(form).size() + 1);
    }
    drop_honours(form);
  }
  if (form.ends_with('.') && std::ranges::count(form, '.') == 1 &&
      without_legal_ending(form) == form && !form.ends_with(" Jr.") && !form.ends_with(" Sr.") &&
      !form.ends_with(" Co.") && !form.ends_with(" Bros.")) {
    form.remove_suffix(1);
  }
  const std::string key = form_key(form);
  if (has_wire_word(form)) return {};
  if (key.empty() || std::ranges::binary_search(kDebris, key) || is_calendar(key)) return {};
  const bool one_letter = count_code_points(form) < 2;
  const bool no_name = is_ascii(form) && !has_letter_upper(form);
  const bool small_word =
      has_letter_lower(form) && (name_cues(key) & (kCuePronoun | kCueArticle)) != 0;
  if (one_letter || no_name || small_word) return {};
  const bool body = type == EntityType::Organization;
  if (!is_shouted(form)) return body ? with_large_head(form) : std::string(form);
  const bool several = form.find(' ') != std::string_view::npos;
  const std::size_t initials = body ? 12 : several ? 5 : 4;  // as many may be some
  if (form.size() <= initials || (body && !several)) return std::string(form);
  const std::string small = with_small_letters(form);
  return type == EntityType::Person ? small : with_small_links(small);
}

}  // namespace pressmark::indexer
