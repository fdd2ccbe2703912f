#include "indexer/extract/dates/date_role.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxRoleWords = 5;      // "Published on Friday, the 3rd"
constexpr std::size_t kSignReach = 40;        // bytes before the date
constexpr std::size_t kMaxBesideDate = 60;    // code points: a weekday, a time, a place, a desk
constexpr std::size_t kMaxWordsWithStop = 3;  // "Friday, 3 May 2024." is no sentence

using Words = std::span<const std::string_view>;

/// Parts of names of classes and properties.
constexpr std::string_view kModifiedNames[] = {"modif",    "updat",   "aktualis", "actualiz",
                                               "actualis", "aggiorn", "atualiz",  "bijgewerkt"};
constexpr std::string_view kPublishedNames[] = {"publi", "entry-date", "pubdate", "posted",
                                                "veroffentlicht"};

/// Stems of "changed" and "published" in some fifty languages, folded.
constexpr std::string_view kModifiedWords[] = {
    "modif",    "updat",    "aktualis", "aktualiz",   "actualiz", "actualis", "aggiorn",
    "atualiz",  "обновл",   "обновен",  "оновл",      "измен",    "ажурир",   "bijgewerk",
    "guncelle", "oppdater", "opdater",  "uppdater",   "paivitet", "zmienion", "frissit",
    "revised",  "revisad",  "revidier", "diperbarui", "azurir",   "izmijenj", "posodob",
    "atnaujin", "atjaun",   "uuendat",  "perditesu",  "yenilen",  "ενημερ",   "עודכן",
    "تحديث",    "ویرایش",   "अपडेट",     "আপডেট",      "ปรับปรุง",   "อัปเดต",    "განახლ",
    "التحديث",  "yenilən",  "upraven",  "թարմաց",     "жаңарт",   "muokat",   "geandert"};
constexpr std::string_view kPublishedWords[] = {
    "publish",   "posted",    "publie",    "publicad",   "publicac",    "publicat",    "publicar",
    "pubblicat", "publikov",  "publikow",  "publikacj",  "opublikow",   "publicer",    "publiser",
    "publikuot", "gepublic",  "geplaatst", "veroffentl", "erschien",    "julkaist",    "megjelen",
    "kozzetet",  "objavljen", "zverejnen", "uverejnen",  "опубл",       "публикув",    "публикац",
    "објављен",  "δημοσιευ",  "yayinlan",  "yayimlan",   "dipublikasi", "diterbitkan", "نشر",
    "منتشر",     "انتشار",    "פורסם",     "प्रकाशित",    "প্রকাশ",       "เผยแพร",      "avaldat",
    "النشر",     "dərc",      "vydan",     "հրապարակ",   "жариялан",    "udgivet"};
/// Of two words, and of scripts that put no blanks between words.
constexpr std::string_view kModifiedSigns[] = {"mis a jour", "senast ändrad", "cập nhật", "به روز",
                                               "اپ ڈیٹ",     "更新",          "수정"};
constexpr std::string_view kPublishedSigns[] = {"ngày đăng", "입력", "게시", "등록", "승인",
                                                "송고",      "掲載", "公開", "发布", "發布"};

bool contains_any(std::string_view text, Words words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::vector<std::string> folded(Words words) {
  std::vector<std::string> all;
  for (const std::string_view word : words) all.push_back(fold_accents(word));
  return all;
}

/// Without the marks around it.
std::string_view bare(std::string_view word) {
  constexpr std::string_view kMarks = ".,:;|-()[]/\"'";
  while (!word.empty() && kMarks.find(word.front()) != std::string_view::npos)
    word.remove_prefix(1);
  while (!word.empty() && kMarks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::string_view word : split(text, ' ')) {
    word = bare(word);
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

bool ends_sentence(std::string_view line) {
  for (const std::string_view stop : {".", "?", "!", "。", "！", "？", "।", "۔", "؟"}) {
    if (line.ends_with(stop)) return true;
  }
  return false;
}

/// @param text   folded, for what is told by more than one word or by signs
/// @param words  those of it that count
DateRole role_of(std::string_view text, Words words) {
  static const std::vector<std::string> modified = folded(kModifiedWords);
  static const std::vector<std::string> published = folded(kPublishedWords);
  static const std::vector<std::string> modified_signs = folded(kModifiedSigns);
  static const std::vector<std::string> published_signs = folded(kPublishedSigns);
  const auto begins = [&](const std::vector<std::string>& stems) {
    return std::ranges::any_of(words, [&](std::string_view word) {
      return std::ranges::any_of(stems, [&](const std::string& s) { return word.starts_with(s); });
    });
  };
  const auto holds = [&](const std::vector<std::string>& signs) {
    return std::ranges::any_of(
        signs, [&](const std::string& sign) { return text.find(sign) != std::string_view::npos; });
  };
  if (begins(modified) || holds(modified_signs)) return DateRole::Modified;
  return begins(published) || holds(published_signs) ? DateRole::Published : DateRole::Unclear;
}

/// "05/10/2018 - Publicado por: Jane Doe"
bool publishing_follows(std::string_view before, std::string_view behind) {
  constexpr std::size_t kNext = 2;
  if (words_in(before).size() > 1) return false;
  const std::string text = fold_accents(behind);
  const std::vector<std::string_view> words = words_in(text);
  return role_of({}, Words(words).first(std::min(words.size(), kNext))) != DateRole::Unclear;
}

}  // namespace

DateRole role_of_names(std::string_view names) {
  // "entry-date published updated" is the day of an article that nobody has changed.
  bool modified = false;
  bool published = false;
  for (const std::string_view name : split(names, ' ')) {
    if (name == "published") return DateRole::Published;
    if (contains_any(name, kModifiedNames))
      modified = true;
    else if (contains_any(name, kPublishedNames))
      published = true;
  }
  if (modified == published) return DateRole::Unclear;
  return modified ? DateRole::Modified : DateRole::Published;
}

DateRole role_of_words(std::string_view before) {
  const std::string text = fold_accents(before);
  const std::vector<std::string_view> words = words_in(text);
  const std::size_t count = std::min(words.size(), kMaxRoleWords);
  const std::string_view end =
      std::string_view(text).substr(text.size() - std::min(text.size(), kSignReach));
  return role_of(end, Words(words).last(count));
}

bool is_date_line(std::string_view line, const WrittenDate& date) {
  const std::string_view before = line.substr(0, date.begin);
  const std::string_view behind = line.substr(date.end);
  if (role_of_words(before) != DateRole::Unclear || begins_as_byline(line) ||
      publishing_follows(before, behind))
    return true;
  if (count_code_points(before) + count_code_points(behind) > kMaxBesideDate) return false;
  if (!ends_sentence(trim(line))) return true;
  // "10:15 a.m." ends no sentence, nor does the date's own stop: "2024. 5. 3."
  const std::vector<std::string_view> rest = words_in(behind);
  const bool abbreviation = !rest.empty() && count_code_points(rest.back()) <= 3;
  return abbreviation || (rest.empty() && words_in(before).size() <= kMaxWordsWithStop);
}

}  // namespace pressmark::indexer
