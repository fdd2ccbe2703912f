#include "indexer/extract/text_tail.h"

#include <algorithm>
#include <string>

#include <unicode/uchar.h>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/written_date.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxShortLine =
    110;  // code points: a teaser's headline still fits, a paragraph seldom does
constexpr std::size_t kMaxTailLines = 60;
constexpr std::size_t kMaxOutletLetters = 60;
constexpr std::size_t kMaxShapeLine = 60;  // of a line that is cut for its shape alone
constexpr std::size_t kMaxShapeLines = 8;

/// Beginnings of lines that web pages leave behind a story, folded: phrases, and single words,
/// which alone say less.
constexpr std::string_view kFurniture[] = {
    // English
    "related", "related posts", "related stories", "related articles", "related news",
    "related topics", "share this", "share on", "join our", "leave a comment", "leave a reply",
    "leave comment", "post a comment", "comments", "comment", "add comment", "no comments",
    "view comments", "share", "tweet", "print", "email this", "e-mail", "subscribe", "sign up",
    "sign in", "log in", "newsletter", "follow us", "follow", "advertisement", "advertise",
    "sponsored", "promoted", "read more", "read also", "see also", "also read", "more from",
    "more stories", "more on", "most read", "most popular", "trending", "recommended",
    "you may also like", "you might also like", "tags", "tagged", "filed under", "categories",
    "category", "topics", "copyright", "©", "all rights reserved", "privacy", "terms of", "cookie",
    "contact us", "about us", "previous", "next", "older posts", "newer posts", "back to top",
    "skip to", "download", "like this", "loading", "report this ad", "support us", "donate", "join",
    "get our", "click here", "watch", "latest news", "popular", "editor's picks", "editors' picks",
    "classifieds", "horoscope", "puzzles", "crossword", "jobs", "weather", "menu", "home", "search",
    "archive",
    // French, Spanish, Portuguese, Italian
    "partager", "commentaires", "laisser un commentaire", "a lire aussi", "lire aussi", "abonnez",
    "s'abonner", "inscrivez", "imprimer", "publicite", "articles lies", "sur le meme sujet",
    "suivez", "mentions legales", "petites annonces", "voir aussi", "compartir", "comparte",
    "comentarios", "deja un comentario", "dejar un comentario", "suscrib", "relacionad",
    "noticias relacionadas", "te puede interesar", "lee tambien", "siguenos", "imprimir",
    "publicidad", "etiquetas", "compartilh", "partilh", "deixe um comentario", "comentar",
    "leia mais", "leia tambem", "assine", "assinatura", "inscreva", "publicidade", "siga",
    "condividi", "commenti", "lascia un commento", "leggi anche", "abbonati", "iscriviti",
    "pubblicita", "articoli correlati", "seguici", "stampa",
    // German, Dutch, the north
    "teilen", "kommentar", "kommentieren", "mehr zum thema", "mehr dazu", "lesen sie auch",
    "auch interessant", "abonnieren", "anmelden", "anzeige", "werbung", "drucken", "schlagworte",
    "das konnte sie auch", "impressum", "datenschutz", "folgen sie", "startseite", "delen",
    "reacties", "reageer", "lees ook", "lees meer", "abonneer", "advertentie", "gerelateerd",
    "dela", "kommentera", "las mer", "las ocksa", "annons", "del artikel", "del pa", "les ogsa",
    "les mer", "annonse", "annonce", "laes ogsa", "jaa", "kommentoi", "lue myos", "mainos",
    // Slavic, Hungarian, Romanian, Greek, Turkish
    "udostepnij", "komentarze", "dodaj komentarz", "czytaj takze", "czytaj wiecej", "reklama",
    "zobacz takze", "sdilet", "komentare", "souvisejici", "ctete take", "zdielat", "suvisiace",
    "podijeli", "komentari", "vezano", "megosztas", "hozzaszolas", "kapcsolodo", "hirdetes",
    "distribuie", "comentarii", "citeste si", "поделиться", "комментарии", "комментировать",
    "оставить комментарий", "добавить комментарий", "читайте также", "читать также", "подпис",
    "реклама", "по теме", "похожие", "поділитися", "коментарі", "залишити коментар", "сподели",
    "коментари", "σχετικα", "σχολια", "μοιραστειτε", "διαβαστε", "διαφημιση", "paylas", "yorum",
    "ilgili haberler", "abone ol",
    // Semitic, Iranian, Asian
    "شارك", "تعليقات", "التعليقات", "اترك تعليق", "اقرا ايضا", "اقرأ أيضا", "إقرأ", "مواضيع",
    "اشترك", "إعلان", "تابعنا", "اشتراک", "نظرات", "مطالب مرتبط", "שתפו", "תגובות", "כתבות נוספות",
    "פרסומת", "分享", "评论", "評論", "相关", "相關", "订阅", "訂閱", "广告", "廣告", "责任编辑",
    "更多", "共有", "コメント", "関連", "シェア", "購読", "広告", "공유", "댓글", "관련", "구독",
    "광고", "शेयर", "टिप्पणी", "संबंधित", "bagikan", "komentar", "baca juga", "berita terkait",
    "chia se", "binh luan", "tin lien quan", "แชร์", "ความคิดเห็น", "ข่าวที่เกี่ยวข้อง"};

bool is_blank(std::string_view line) { return line.empty(); }

enum class OutletShape {
  None,
  Capitals,
  Uncased,  // of a script without capitals: a short paragraph may look the same
};

/// "The Pennine Echo", "El Eco de la Puna", "صوت الجنوب": words with capitals but for short ones,
/// no digits, no sentence.
OutletShape outlet_shape(std::string_view line) {
  if (ends_as_sentence(line) || line.size() > 4 * kMaxOutletLetters ||
      count_code_points(line) > kMaxOutletLetters)
    return OutletShape::None;
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::size_t uncased = 0;
  for (const std::string_view word : split(line, ' ')) {
    if (word.empty()) continue;
    std::size_t at = 0;
    const auto first = static_cast<UChar32>(next_code_point(word, at));
    ++words;
    if (u_isdigit(first) != 0 || word.back() == ':' || word.back() == ',') return OutletShape::None;
    if (u_isupper(first) != 0 || u_istitle(first) != 0) {
      ++capitals;
    } else if (u_islower(first) != 0) {
      if (words == 1 || count_code_points(word) > 3) return OutletShape::None;
    } else if (u_isalpha(first) != 0) {
      ++uncased;
    }
  }
  if (uncased > 0 && capitals == 0) return words <= 4 ? OutletShape::Uncased : OutletShape::None;
  return capitals > 0 && words <= 7 ? OutletShape::Capitals : OutletShape::None;
}

/// First line of the run of short lines at the end; a line that is no sentence always belongs to
/// it.
std::size_t tail_begin(const std::vector<std::string_view>& lines) {
  std::size_t begin = lines.size();
  std::size_t count = 0;
  for (std::size_t i = lines.size(); i-- > 0 && count < kMaxTailLines;) {
    if (is_blank(lines[i])) continue;
    if (lines[i].size() > 4 * kMaxShortLine || count_code_points(lines[i]) > kMaxShortLine) break;
    begin = i;
    ++count;
  }
  return begin;
}

std::size_t first_line(const std::vector<std::string_view>& lines) {
  return static_cast<std::size_t>(std::ranges::find_if_not(lines, is_blank) - lines.begin());
}

bool stands_alone(const std::vector<std::string_view>& lines, std::size_t i) {
  return i > 0 && is_blank(lines[i - 1]);
}

/// "© 2024 The Coastal Times. All rights reserved."
bool is_copyright(std::string_view line) {
  return line.starts_with("©") || line.starts_with("Copyright ©") ||
         line.starts_with("Copyright (c)");
}

enum class Furniture {
  None,
  Maybe,   // a word that begins lines of stories too: "Watch the harbour, she said"
  Surely,  // a phrase of web pages, or such a word alone: "Leave a comment", "Comments (3)"
};

/// Whether of a line that begins with one of the words nothing else is left: an ending, a number.
bool is_word_alone(std::string_view behind) {
  constexpr std::size_t kMaxEnding = 6;
  const std::size_t blank = std::min(behind.find(' '), behind.size());
  if (count_code_points(behind.substr(0, blank)) > kMaxEnding) return false;
  for (std::size_t at = blank; at < behind.size();) {
    if (u_isalpha(static_cast<UChar32>(next_code_point(behind, at))) != 0) return false;
  }
  return true;
}

Furniture furniture_of(std::string_view line) {
  if (line.size() > 4 * kMaxShortLine || ends_as_sentence(line)) return Furniture::None;
  const std::string folded = fold_accents(line);
  std::string_view text = folded;
  while (!text.empty() && text.find_first_of("-*>|#+[(\"' ") == 0) text.remove_prefix(1);
  static const std::vector<std::string> furniture = [] {
    std::vector<std::string> folded_words;
    for (const std::string_view words : kFurniture) folded_words.push_back(fold_accents(words));
    return folded_words;
  }();
  Furniture kind = Furniture::None;
  for (const std::string& words : furniture) {
    if (!text.starts_with(words)) continue;
    const std::string_view behind = text.substr(words.size());
    // A whole word in scripts with blanks: "home" does not begin "homeless".
    const auto next = static_cast<unsigned char>(behind.empty() ? ' ' : behind.front());
    const bool stem = words.size() >= 6 || static_cast<unsigned char>(words.front()) >= 0x80;
    if (!stem && (next >= 0x80 || (next >= 'a' && next <= 'z') || (next >= '0' && next <= '9')))
      continue;
    if (words.find(' ') != std::string::npos || is_word_alone(behind)) return Furniture::Surely;
    kind = Furniture::Maybe;
  }
  return kind;
}

/// Whether what follows a line reads as furniture: mostly no sentences, and hardly any where the
/// line itself may be the story's.
bool furniture_follows(const std::vector<std::string_view>& lines, std::size_t i, Furniture line) {
  constexpr std::size_t kLinesASentence = 4;
  std::size_t sentences = 0;
  std::size_t others = 0;
  for (++i; i < lines.size(); ++i) {
    if (is_blank(lines[i])) continue;
    ++(ends_as_sentence(lines[i]) ? sentences : others);
  }
  return sentences * (line == Furniture::Maybe ? kLinesASentence : 1) <= others;
}

/// "Arsenal 2 Leeds 0"; the digits of a postcode ("ST1") or of a name ("B2B") are none.
bool holds_figures(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const auto before = static_cast<unsigned char>(at == 0 ? ' ' : line[at - 1]);
    const bool in_word = before >= 0x80 || ((before | 0x20) >= 'a' && (before | 0x20) <= 'z');
    if (line[at] >= '0' && line[at] <= '9' && !in_word) return true;
    while (at + 1 < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
  }
  return false;
}

/// Whether the paragraphs before `end` close with a point. Where they do not, as in Thai, a line
/// without one says nothing.
bool paragraphs_end_as_sentences(const std::vector<std::string_view>& lines, std::size_t end) {
  std::size_t sentences = 0;
  std::size_t others = 0;
  for (std::size_t i = first_line(lines); i < end; ++i) {
    if (is_blank(lines[i]) || (i + 1 < end && !is_blank(lines[i + 1]))) continue;
    ++(ends_as_sentence(lines[i]) ? sentences : others);
  }
  return sentences > others;
}

bool reads_as_outlet(const std::vector<std::string_view>& lines, std::size_t i) {
  const OutletShape shape = outlet_shape(lines[i]);
  if (shape == OutletShape::None || !furniture_follows(lines, i, Furniture::Surely)) return false;
  return shape == OutletShape::Capitals || paragraphs_end_as_sentences(lines, i);
}

/// Words that the last line of a story has though no point ends it: furniture that nobody knows is
/// shorter.
constexpr std::ptrdiff_t kStoryWords = 5;

/// Short lines without an end of a sentence are cut if they are few and hold no figures (a table of
/// results is the story's) and no line announces them ("The winners:"). With no furniture of known
/// words behind them one alone, or the last of at least kStoryWords, may be the story's.
std::size_t cut_by_shape(const std::vector<std::string_view>& lines, std::size_t begin,
                         std::size_t last) {
  std::size_t end = last;
  std::size_t count = 0;
  for (std::size_t i = last; i-- > begin;) {
    if (is_blank(lines[i])) continue;
    if (lines[i].ends_with(':') || lines[i].ends_with("：")) return last;
    if (ends_as_sentence(lines[i]) || holds_figures(lines[i]) ||
        count_code_points(lines[i]) > kMaxShapeLine ||
        (last == lines.size() && count == 0 &&
         std::ranges::count(trim(lines[i]), ' ') + 1 >= kStoryWords))
      break;
    if (++count > kMaxShapeLines) return last;
    end = i;
  }
  if (count == 1 && last == lines.size()) return last;
  return paragraphs_end_as_sentences(lines, end) ? end : last;
}

}  // namespace

bool ends_as_sentence(std::string_view line) {
  constexpr std::size_t kMaxEnd = 64;  // bytes that are looked at
  line.remove_prefix(line.size() - std::min(line.size(), kMaxEnd));
  while (!line.empty()) {
    const char last = line.back();
    if (last == '"' || last == '\'' || last == ')' || last == ']') {
      line.remove_suffix(1);
      continue;
    }
    constexpr std::string_view kClosers[] = {"”", "“", "’", "»", "›", "」", "』", "）", "】"};
    const auto* const closer =
        std::ranges::find_if(kClosers, [&](std::string_view mark) { return line.ends_with(mark); });
    if (closer == std::end(kClosers)) break;
    line.remove_suffix(closer->size());
  }
  for (const std::string_view mark :
       {".", "!", "?", "…", "。", "！", "？", "．", "।", "॥", "؟", "۔", "։", "።", "။", "។", "·"}) {
    if (line.ends_with(mark)) return true;
  }
  return false;
}

TextTail find_text_tail(const std::vector<std::string_view>& lines, std::string_view known_outlet) {
  TextTail tail{lines.size(), {}};
  const std::size_t begin = std::max(tail_begin(lines), first_line(lines) + 1);
  const std::string known = outlet_name_key(known_outlet);
  // The first line is the story's, whatever its length.
  for (std::size_t i = begin; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    if (is_blank(line)) continue;
    const Furniture kind = furniture_of(line);
    if (is_copyright(line) || (kind != Furniture::None && furniture_follows(lines, i, kind))) {
      tail.end = cut_by_shape(lines, begin, i);
      return tail;
    }
    const bool named = !known.empty() && outlet_name_key(line) == known;
    if (!named && !stands_alone(lines, i)) continue;
    if (named || find_outlet_by_name(line) || (known.empty() && reads_as_outlet(lines, i))) {
      tail.end = i;
      tail.outlet = line;
      return tail;
    }
  }
  tail.end = cut_by_shape(lines, begin, lines.size());
  return tail;
}

}  // namespace pressmark::indexer
