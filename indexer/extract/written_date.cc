#include "indexer/extract/written_date.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include <unicode/uchar.h>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/month_names.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxTextBytes = 4096;
constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2200;  // callers reject the future; Buddhist years lie above

struct Token {
  bool number = false;
  std::uint32_t value = 0;  // of a number of at most eight digits
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
  char32_t separator =
      0;  // last punctuation mark before it, ' ' for blanks alone, 0 when it touches the one before
};

/// Scripts that write years, months and days with a sign behind the number need no blanks, so a
/// sign is a word of its own.
bool stands_alone(char32_t c) {
  return c == U'年' || c == U'月' || c == U'日' || c == U'號' || c == U'号' || c == U'년' ||
         c == U'월' || c == U'일';
}

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  char32_t separator = 0;
  bool open = false;  // the last token may go on
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto c = next_code_point(text, at);
    const auto point = static_cast<UChar32>(c);
    const std::int32_t digit =
        c < 0x80 ? (c >= '0' && c <= '9' ? static_cast<std::int32_t>(c - '0') : -1)
                 : u_charDigitValue(point);
    const bool mark = c >= 0x80 && (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
    const bool letter = digit < 0 && (mark || u_isalpha(point) != 0 || c == 0xBA || c == 0xAA);
    if (digit < 0 && !letter) {
      if (u_isUWhiteSpace(point) == 0) {
        separator = c;
      } else if (separator == 0) {
        separator = ' ';
      }
      open = false;
      continue;
    }
    const bool number = digit >= 0;
    if (!open || tokens.back().number != number ||
        (letter && (stands_alone(c) || stands_alone(separator)))) {
      tokens.push_back({number, 0, 0, 0, {}, begin, begin, open ? char32_t{0} : separator});
    }
    Token& token = tokens.back();
    if (number && ++token.digits <= 8)
      token.value = token.value * 10 + static_cast<std::uint32_t>(digit);
    if (letter) ++token.letters;
    token.end = at;
    token.text = text.substr(token.begin, at - token.begin);
    separator = letter && stands_alone(c) ? c : 0;
    open = true;
  }
  return tokens;
}

/// English as the United States write it is the one common language with the month first.
bool month_first(std::string_view language) {
  const std::string tag = to_lower_ascii(language);
  return tag == "en" || tag == "en-us" || tag == "en_us" || tag.empty();
}

class DateFinder {
 public:
  DateFinder(std::string_view text, std::string_view language)
      : language_(language), tokens_(tokenize(text)) {}

  std::vector<WrittenDate> all() {
    std::vector<WrittenDate> dates;
    for (std::size_t i = 0; i < tokens_.size();) {
      last_ = i;
      std::optional<WrittenDate> date = at(i);
      if (date) {
        date->begin = tokens_[i].begin;
        date->end = tokens_[last_].end;
        date->utc = is_utc(last_ + 1);
        if (date->utc) date->hour = static_cast<int>(tokens_[last_ + 2].value);
        dates.push_back(*date);
        i = last_ + 1;
      } else {
        ++i;
      }
    }
    return dates;
  }

 private:
  bool has(std::size_t i) const { return i < tokens_.size(); }
  bool number(std::size_t i, std::size_t least, std::size_t most) const {
    return has(i) && tokens_[i].number && tokens_[i].digits >= least && tokens_[i].digits <= most;
  }
  bool year(std::size_t i) const { return number(i, 4, 4); }
  bool day_or_month(std::size_t i) const { return number(i, 1, 2); }
  bool word(std::size_t i) const { return has(i) && !tokens_[i].number; }

  std::optional<WrittenDate> at(std::size_t i) {
    if (tokens_[i].number && i > 0 && tokens_[i - 1].number && joins(tokens_[i].separator))
      return std::nullopt;
    if (auto date = numbers(i)) return date;
    if (auto date = signs(i)) return date;
    if (auto date = day_name_year(i)) return date;
    if (auto date = name_day_year(i)) return date;
    if (auto date = year_name_day(i)) return date;
    return year_day_name(i);
  }

  /// Separators that make one value of several numbers: a date never begins inside such a value.
  static bool joins(char32_t c) {
    return c == '-' || c == '/' || c == ':' || c == '.' || c == 0x2010 || c == 0x2013;
  }

  std::optional<WrittenDate> make(std::uint32_t y, std::uint32_t m, std::uint32_t d,
                                  std::size_t last) {
    int full_year = static_cast<int>(y);
    if (full_year > 2400 && full_year < 2700) full_year -= 543;  // Buddhist era
    if (full_year < kFirstYear || full_year > kLastYear) return std::nullopt;
    const std::optional<Date> day = make_date(full_year, m, d);
    if (!day) return std::nullopt;
    last_ = last;
    return WrittenDate{*day};
  }

  static std::uint32_t full_year(const Token& token) {
    if (token.digits == 4) return token.value;
    return token.value + (token.value < 70 ? 2000U : 1900U);
  }

  /// 2024-05-03, 2024. 5. 3., 03/05/2024, 3.5.24, 20240503
  std::optional<WrittenDate> numbers(std::size_t i) {
    if (number(i, 8, 8)) {
      const std::uint32_t value = tokens_[i].value;
      if (value / 10000 < 1900 || value / 10000 > 2099) return std::nullopt;
      return make(value / 10000, value / 100 % 100, value % 100, i);
    }
    if (!day_or_month(i + 1) && !day_or_month(i + 2)) return std::nullopt;
    if (!number(i, 1, 4) || !number(i + 1, 1, 2) || !number(i + 2, 1, 4)) return std::nullopt;
    const char32_t separator = tokens_[i + 1].separator;
    if (separator != tokens_[i + 2].separator || !joins(separator) || separator == ':')
      return std::nullopt;
    const std::uint32_t a = tokens_[i].value;
    const std::uint32_t b = tokens_[i + 1].value;
    if (year(i) && day_or_month(i + 2)) return make(a, b, tokens_[i + 2].value, i + 2);
    const bool short_year = number(i + 2, 2, 2) && separator != '-' && tokens_[i + 1].digits == 2;
    if (!day_or_month(i) || (!year(i + 2) && !short_year)) return std::nullopt;
    const std::uint32_t y = full_year(tokens_[i + 2]);
    const bool swap = (separator == '/' || separator == '-') && month_first(language_);
    const bool both = a <= 12 && b <= 12 && a != b;
    std::optional<WrittenDate> date =
        (both ? swap : b > 12) ? make(y, a, b, i + 2) : make(y, b, a, i + 2);
    if (date) date->ambiguous = both && separator != '.';
    return date;
  }

  /// 2024年5月3日, 2024년 5월 3일; 3 tháng 5 năm 2024
  std::optional<WrittenDate> signs(std::size_t i) {
    if (year(i) && word(i + 1) && day_or_month(i + 2) && word(i + 3) && day_or_month(i + 4)) {
      const std::string_view first = tokens_[i + 1].text;
      const std::string_view second = tokens_[i + 3].text;
      if ((first == "年" && second == "月") || (first == "년" && second == "월")) {
        return make(tokens_[i].value, tokens_[i + 2].value, tokens_[i + 4].value, i + 4);
      }
    }
    if (day_or_month(i) && word(i + 1) && day_or_month(i + 2) && is_vietnamese_month(i + 1)) {
      const std::size_t y = word(i + 3) && tokens_[i + 3].letters <= 4 ? i + 4 : i + 3;
      if (year(y)) return make(tokens_[y].value, tokens_[i + 2].value, tokens_[i].value, y);
    }
    return std::nullopt;
  }

  bool is_vietnamese_month(std::size_t i) const {
    const std::string word = fold_accents(tokens_[i].text);
    return word == "thang" || word == "thg";
  }

  /// 3 May 2024, 3. Mai 2024, 3 de mayo de 2024, 3rd of May, 2024, 3-May-24
  std::optional<WrittenDate> day_name_year(std::size_t i) {
    if (!day_or_month(i)) return std::nullopt;
    const std::optional<NamedMonth> month = month_after(i + 1, 2);
    if (!month) return std::nullopt;
    const bool dashes = tokens_[month->next - 1].separator == '-';
    const std::size_t y = skip_fillers(month->next, 2);
    if (year(y)) return make(tokens_[y].value, month->month, tokens_[i].value, y);
    if (dashes && number(y, 2, 2) && tokens_[y].separator == '-')
      return make(full_year(tokens_[y]), month->month, tokens_[i].value, y);
    return std::nullopt;
  }

  /// May 3, 2024; Sept. 3rd 2024; also "Fri May 03 10:00:00 CEST 2024"
  std::optional<WrittenDate> name_day_year(std::size_t i) {
    const std::optional<NamedMonth> month = month_after(i, 0);
    if (!month || !day_or_month(month->next)) return std::nullopt;
    const std::uint32_t day = tokens_[month->next].value;
    std::size_t y = skip_fillers(month->next + 1, 2);
    if (!year(y)) {
      y = month->next + 1;
      if (!(number(y, 1, 2) && number(y + 1, 2, 2) && tokens_[y + 1].separator == ':'))
        return std::nullopt;
      for (std::size_t steps = 0; steps < 7 && has(y) && !year(y); ++steps) ++y;
      if (!year(y)) return std::nullopt;
    }
    return make(tokens_[y].value, month->month, day, y);
  }

  /// 2024. gada 3. maijs
  std::optional<WrittenDate> year_day_name(std::size_t i) {
    if (!year(i) || !word(i + 1) || tokens_[i + 1].letters > 4 || !day_or_month(i + 2))
      return std::nullopt;
    const std::optional<NamedMonth> month = month_after(i + 3, 0);
    if (!month) return std::nullopt;
    return make(tokens_[i].value, month->month, tokens_[i + 2].value, month->next - 1);
  }

  /// 2024. május 3., 2024 m. gegužės 3 d., 2024-May-03
  std::optional<WrittenDate> year_name_day(std::size_t i) {
    if (!year(i)) return std::nullopt;
    const std::optional<NamedMonth> month = month_after(i + 1, 2);
    if (!month || !day_or_month(month->next)) return std::nullopt;
    if (has(month->next + 1) && tokens_[month->next + 1].separator == ':') return std::nullopt;
    return make(tokens_[i].value, month->month, tokens_[month->next].value, month->next);
  }

  struct NamedMonth {
    unsigned month = 0;
    std::size_t next = 0;  // token behind the name
  };

  /// The month's name that begins at `i` or behind at most `fillers` short words ("de", "th",
  /// "of").
  std::optional<NamedMonth> month_after(std::size_t i, std::size_t fillers) const {
    for (std::size_t skipped = 0; skipped <= fillers && word(i); ++skipped, ++i) {
      if (word(i + 1) && (tokens_[i + 1].separator == ' ' || tokens_[i + 1].separator == '.')) {
        std::string two(tokens_[i].text);
        if (tokens_[i + 1].separator == ' ') two += ' ';  // "ม.ค." is one name
        two += tokens_[i + 1].text;
        if (const auto month = MonthNames::all().find(two, language_))
          return NamedMonth{*month, i + 2};
      }
      if (const auto month = MonthNames::all().find(tokens_[i].text, language_))
        return NamedMonth{*month, i + 1};
      if (tokens_[i].letters > 4) return std::nullopt;
    }
    return std::nullopt;
  }

  std::size_t skip_fillers(std::size_t i, std::size_t most) const {
    for (std::size_t skipped = 0; skipped < most && word(i) && tokens_[i].letters <= 4; ++skipped)
      ++i;
    return i;
  }

  /// Whether a time with "Z" or "+00:00" follows: T10:00:00.000Z
  bool is_utc(std::size_t i) const {
    if (!word(i) || !equals_ascii_nocase(tokens_[i].text, "T")) return false;
    std::size_t groups = 0;
    for (++i; number(i, 1, 9) && groups < 4 &&
              (groups == 0 || tokens_[i].separator == ':' || tokens_[i].separator == '.');
         ++i)
      ++groups;
    if (word(i)) return equals_ascii_nocase(tokens_[i].text, "Z");
    return number(i, 2, 4) && tokens_[i].separator == '+' && tokens_[i].value == 0;
  }

  std::string_view language_;
  std::vector<Token> tokens_;
  std::size_t last_ = 0;
};

/// Seconds or milliseconds since 1970, from 1990 on: a smaller number is no time that a page would
/// print so.
std::optional<WrittenDate> epoch(std::string_view value) {
  if (value.size() != 10 && value.size() != 13) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : value) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  if (value.size() == 13) number /= 1000;
  constexpr std::int64_t k1990 = 631152000;
  if (number < k1990) return std::nullopt;
  return WrittenDate{utc_day(Instant(std::chrono::seconds(number))),
                     0,
                     value.size(),
                     false,
                     true,
                     static_cast<int>(number / 3600 % 24)};
}

}  // namespace

std::vector<WrittenDate> find_dates(std::string_view text, std::string_view language) {
  text = utf8_prefix(text, kMaxTextBytes);
  return DateFinder(text, language).all();
}

std::optional<WrittenDate> read_date_value(std::string_view value, std::string_view language) {
  value = trim(utf8_prefix(value, 256));
  if (auto date = epoch(value)) return date;
  std::vector<WrittenDate> dates = find_dates(value, language);
  if (dates.empty()) return std::nullopt;
  return dates.front();
}

}  // namespace pressmark::indexer
