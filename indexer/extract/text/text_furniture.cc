#include "indexer/extract/text/text_furniture.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include <unicode/uchar.h>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/text/text_tail.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxBytes = 440;  // of a line that can be one

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

/// Those of them that stand in the middle of stories, alone or with a colon behind them.
constexpr std::string_view kInsertions[] = {"advertisement",
                                            "story continues below",
                                            "article continues below",
                                            "read also",
                                            "also read",
                                            "read more",
                                            "see also",
                                            "publicite",
                                            "a lire aussi",
                                            "lire aussi",
                                            "publicidad",
                                            "te puede interesar",
                                            "lee tambien",
                                            "publicidade",
                                            "leia tambem",
                                            "leia mais",
                                            "pubblicita",
                                            "leggi anche",
                                            "anzeige",
                                            "werbung",
                                            "lesen sie auch",
                                            "mehr zum thema",
                                            "advertentie",
                                            "lees ook",
                                            "annons",
                                            "las ocksa",
                                            "annonse",
                                            "les ogsa",
                                            "annonce",
                                            "laes ogsa",
                                            "mainos",
                                            "lue myos",
                                            "reklama",
                                            "czytaj takze",
                                            "ctete take",
                                            "hirdetes",
                                            "citeste si",
                                            "реклама",
                                            "читайте также",
                                            "читать также",
                                            "читайте також",
                                            "διαβαστε επισης",
                                            "διαφημιση",

                                            "إعلان",
                                            "اقرأ أيضا",
                                            "اقرا ايضا",
                                            "פרסומת",
                                            "广告",
                                            "廣告",
                                            "広告",
                                            "광고",
                                            "baca juga"};

std::vector<std::string> folded_phrases(std::span<const std::string_view> phrases) {
  std::vector<std::string> found;
  for (const std::string_view words : phrases) found.push_back(fold_accents(words));
  return found;
}

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

}  // namespace

Furniture furniture_of(std::string_view line) {
  if (line.size() > kMaxBytes || ends_as_sentence(line)) return Furniture::None;
  const std::string folded = fold_accents(line);
  std::string_view text = folded;
  while (!text.empty() && text.find_first_of("-*>|#+[(\"' ") == 0) text.remove_prefix(1);
  static const std::vector<std::string> furniture = folded_phrases(kFurniture);
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

bool is_furniture(std::string_view line) { return furniture_of(line) == Furniture::Surely; }

bool is_insertion(std::string_view line) {
  static const std::vector<std::string> beginnings = folded_phrases(kInsertions);
  if (line.size() > 2 * kMaxBytes || ends_as_sentence(line)) return false;
  const std::string text = fold_accents(line);
  return std::ranges::any_of(beginnings, [&](std::string_view words) {
    if (!std::string_view(text).starts_with(words)) return false;
    const std::string_view behind = trim(std::string_view(text).substr(words.size()));
    if (behind.empty()) return true;
    // "Annonce : le maire promet" is the story's.
    const bool phrase = words.find(' ') != std::string_view::npos || words.front() < 0;
    return phrase && (behind.front() == ':' || behind.starts_with("："));
  });
}

bool is_copyright(std::string_view line) {
  return line.starts_with("©") || line.starts_with("Copyright ©") ||
         line.starts_with("Copyright (c)");
}

}  // namespace pressmark::indexer
