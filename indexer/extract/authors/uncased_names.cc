#include "indexer/extract/authors/uncased_names.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline_words.h"

namespace pressmark::indexer {
namespace {

enum class Writing { Han, Kana, Hangul, Arabic, Other };

/// What a word is written in, if all of it is; Han with kana is Kana.
struct Written {
  Writing in = Writing::Other;
  std::size_t letters = 0;
  char32_t first = 0;
};

Writing writing_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
      return Writing::Han;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Writing::Kana;
    case USCRIPT_HANGUL:
      return Writing::Hangul;
    case USCRIPT_ARABIC:
      return Writing::Arabic;
    default:
      return Writing::Other;
  }
}

Written written(std::string_view word) {
  Written all;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    const Writing in = writing_of(c);
    if (all.letters++ == 0) {
      all.first = c;
      all.in = in;
    } else if (in != all.in) {
      const auto japanese = [](Writing w) { return w == Writing::Han || w == Writing::Kana; };
      all.in = japanese(in) && japanese(all.in) ? Writing::Kana : Writing::Other;
    }
  }
  return all;
}

bool is_east_asian(Writing in) {
  return in == Writing::Han || in == Writing::Kana || in == Writing::Hangul;
}

/// The hundred surnames that nine of ten Chinese people bear, in both forms.
bool is_chinese_surname(char32_t c) {
  constexpr std::u32string_view kSurnames =
      U"王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧"
      U"曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾"
      U"賈"
      U"夏付方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常";
  return kSurnames.find(c) != std::u32string_view::npos;
}

/// Whether blanks part people here, not the surname and the given name of one. Full names have
/// three syllables in Korean and four signs or more in Japanese; Chinese ones begin with one of few
/// surnames.
bool are_full_names(const std::vector<std::string_view>& words, std::string_view language) {
  const auto all = [&](auto is_name) {
    return std::ranges::all_of(words,
                               [&](std::string_view word) { return is_name(written(word)); });
  };
  const bool japanese = starts_with_ascii_nocase(language, "ja");
  return words.size() > 1 &&
         (all([](Written w) { return w.in == Writing::Hangul && w.letters == 3; }) ||
          all([](Written w) {
            return (w.in == Writing::Han || w.in == Writing::Kana) && w.letters >= 4 &&
                   w.letters <= 6;
          }) ||
          all([&](Written w) {
            return !japanese && w.in == Writing::Han && w.letters >= 2 && w.letters <= 4 &&
                   is_chinese_surname(w.first);
          }));
}

/// What stands behind a role and its mark in one word: "鈴木花子" of "写真・鈴木花子"; behind a
/// Korean place or paper: "선우민" of "가람=선우민".
std::optional<std::string_view> behind_label(std::string_view word) {
  for (const std::string_view mark : {"・", "：", "＝", ":", "="}) {
    const std::size_t at = word.find(mark);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view label = word.substr(0, at);
    const std::string_view rest = word.substr(at + mark.size());
    const bool korean =
        mark == "=" && written(label).in == Writing::Hangul && written(rest).in == Writing::Hangul;
    if (korean || is_role_word(label) || byline_opener_length(label) == label.size()) return rest;
  }
  return std::nullopt;
}

/// "青潭即時報導": where a Chinese report is from.
bool is_report(std::string_view word) {
  return word.ends_with("報導") || word.ends_with("报道") || word.ends_with("報道");
}

/// "青報 記者 王小茉": in Chinese the paper stands before the role, in Japanese the name does.
bool is_paper_before(std::string_view role, const std::vector<std::string_view>& words,
                     std::string_view language) {
  if (!starts_with_ascii_nocase(language, "zh") || (role != "記者" && role != "记者")) return false;
  return std::ranges::none_of(words, [](std::string_view word) {
    const Written name = written(word);
    return name.letters <= 4 && is_chinese_surname(name.first);
  });
}

/// "وسارة": the Arabic "and" is written with the name behind it. Some names begin with its letter.
bool begins_with_and(std::string_view word) {
  constexpr std::string_view kAnd = "و";
  constexpr std::string_view kNames[] = {
      "وائل", "وائلي", "واصف", "واثق", "والي", "وجدان", "وجدي",   "وجيه", "وحيد",
      "وحید", "وداد",  "وديع", "وردة", "ورود", "وسام",  "وسن",    "وسيم", "وصال",
      "وصفي", "وضاح",  "وعد",  "وفاء", "وفيق", "وفيقة", "ولاء",   "ولي",  "ولی",
      "وليد", "وليم",  "وهاب", "وهبة", "وهبي", "وهيب",  "ويليام", "ويسام"};
  return word.starts_with(kAnd) && written(word).in == Writing::Arabic &&
         count_code_points(word) >= 4 && std::ranges::count(kNames, word) == 0;
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

/// Cuts before each "and" that has two words of a name on both sides.
std::vector<std::string> arabic_names(std::vector<std::string_view> words) {
  std::vector<std::string> names;
  std::vector<std::string_view> name;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (name.size() >= 2 && i + 1 < words.size() && begins_with_and(words[i])) {
      names.push_back(joined(name));
      name.clear();
      words[i].remove_prefix(std::string_view("و").size());
    }
    name.push_back(words[i]);
  }
  names.push_back(joined(name));
  return names;
}

bool has_case(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    if (u_isupper(c) != 0 || u_islower(c) != 0) return true;
  }
  return false;
}

}  // namespace

bool labels_editor(std::string_view text) {
  constexpr std::string_view kLabels[] = {"责任编辑", "責任編輯", "责编", "責編", "编辑", "編輯"};
  return std::ranges::any_of(kLabels, [&](std::string_view label) {
    const std::string_view rest = text.substr(std::min(label.size(), text.size()));
    return text.starts_with(label) && (rest.starts_with("：") || rest.starts_with(":"));
  });
}

std::vector<std::string> names_apart(std::string_view piece, std::string_view language) {
  if (has_case(piece)) return {std::string(piece)};
  std::vector<std::vector<std::string_view>> groups(1);
  for (std::string_view word : split(piece, ' ')) {
    if (word.empty()) continue;
    if (const auto rest = behind_label(word)) {
      groups.emplace_back();
      word = *rest;
    }
    if (is_report(word)) continue;
    if (is_paper_before(word, groups.back(), language)) groups.back().clear();
    if (is_east_asian(written(word).in) && is_role_word(word)) {
      groups.emplace_back();
    } else if (!word.empty()) {
      groups.back().push_back(word);
    }
  }
  std::vector<std::string> names;
  for (const std::vector<std::string_view>& words : groups) {
    if (words.empty()) continue;
    if (are_full_names(words, language)) {
      names.insert(names.end(), words.begin(), words.end());
    } else {
      const std::vector<std::string> people = arabic_names(words);
      names.insert(names.end(), people.begin(), people.end());
    }
  }
  return names;
}

}  // namespace pressmark::indexer
