#include "indexer/enrich/name_form.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/enrich/name_cues.h"

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
      {"\"", "'", "\u2018", "\u2019", "\u201c", "\u201d", "\u00ab", "\u00bb", "(", ")",
       "[",  "]", ",",      ";",      ":",      "-",      "\u2013", "\u2014", "*", " "});
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view mark : kMarks)
      changed = drop_front(text, mark) || drop_back(text, mark) || changed;
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

/// "VLADIMIR PUTIN" as "Vladimir Putin"; short words that may be initials stay.
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

/// Blanks that a tokenised text has around hyphens and before possessives are taken out.
std::string joined(std::string_view text) {
  std::string out = collapse_space(text);
  for (std::size_t at = out.find(" - "); at != std::string::npos; at = out.find(" - ", at))
    out.replace(at, 3, "-");
  return out;
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

bool is_calendar(std::string_view key) { return (name_cues(key) & kCueCalendar) != 0; }

}  // namespace

std::string form_key(std::string_view form) {
  std::string key;
  for (const char c : fold_accents(form)) {
    if (c != '.' && c != ',') key += c;
  }
  for (std::size_t at = key.find("\u2019"); at != std::string::npos; at = key.find("\u2019", at))
    key.replace(at, 3, "'");
  return collapse_space(key);
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
  std::string text = joined(mention);
  std::string_view form = text;
  drop_marks(form);
  for (const std::string_view ending : {"'s", "\u2019s", "'S", "\u2019S"}) drop_back(form, ending);
  drop_marks(form);
  drop_front(form, "the ");
  if (type == EntityType::Person) {
    while (form.find(' ') != std::string_view::npos &&
           is_honorific(to_lower_ascii(first_word(form)))) {
      form.remove_prefix(first_word(form).size() + 1);
    }
  }
  if (form.ends_with('.') && std::ranges::count(form, '.') == 1 &&
      without_legal_ending(form) == form && !form.ends_with(" Jr.") && !form.ends_with(" Sr.") &&
      !form.ends_with(" Co.") && !form.ends_with(" Bros.")) {
    form.remove_suffix(1);
  }
  const std::string key = form_key(form);
  if (key.empty() || std::ranges::binary_search(kDebris, key) || is_calendar(key)) return {};
  const bool one_letter = count_code_points(form) < 2;
  const bool no_name = is_ascii(form) && !has_letter_upper(form);
  const bool small_word =
      has_letter_lower(form) && (name_cues(key) & (kCuePronoun | kCueArticle)) != 0;
  if (one_letter || no_name || small_word) return {};
  const bool loud =
      is_ascii(form) && !has_letter_lower(form) && form.find('.') == std::string_view::npos;
  const bool wordy = form.find(' ') != std::string_view::npos ? form.size() > 5 : form.size() > 4;
  if (loud && wordy && type != EntityType::Organization) return with_small_letters(form);
  if (loud && form.find(' ') != std::string_view::npos && form.size() > 12)
    return with_small_letters(form);
  return std::string(form);
}

}  // namespace pressmark::indexer
