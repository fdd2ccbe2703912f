#include "indexer/decode/charset_guess.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <uchardet/uchardet.h>
#include <unicode/uchar.h>

#include "common/handle.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/decode/charset.h"
#include "indexer/decode/multibyte_score.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxScored = 8000;  // characters beyond ASCII; more do not change the answer
constexpr std::size_t kMaxLooked = std::size_t{1} << 20;

enum class Script { Latin, Other };

/// Which letters beyond ASCII a language is full of; other letters of its script are merely
/// possible.
struct LanguageModel {
  std::string_view languages;  // codes, separated by blanks
  Script script;
  std::string_view letters;   // lower case
  std::string_view charsets;  // in order of preference
};

constexpr std::string_view kWestern = "windows-1252 iso-8859-15 macintosh";
constexpr std::string_view kCentral = "windows-1250 iso-8859-2";
constexpr std::string_view kCyrillic =
    "windows-1251 koi8-r koi8-u ibm866 iso-8859-5 x-mac-cyrillic";

constexpr LanguageModel kLanguages[] = {
    {"fr", Script::Latin, "éèàêçôûîâùëïœ", kWestern},
    {"de", Script::Latin, "äöüß", kWestern},
    {"es ca", Script::Latin, "áéíóúñü", kWestern},
    {"pt", Script::Latin, "ãáéíóúçõâêôà", kWestern},
    {"it", Script::Latin, "àèéìòù", kWestern},
    {"sv no nb nn da fi", Script::Latin, "åäöøæé", kWestern},
    {"is", Script::Latin, "ðþæöáéíóúý", kWestern},
    {"pl", Script::Latin, "ąćęłńóśźż", kCentral},
    {"cs", Script::Latin, "áčďéěíňóřšťúůýž", kCentral},
    {"sk", Script::Latin, "áäčďéíľňóôšťúýž", kCentral},
    {"hu", Script::Latin, "áéíóöőúüű", kCentral},
    {"ro", Script::Latin, "ăâîşţ", kCentral},
    {"hr sl bs", Script::Latin, "čćđšž", kCentral},
    {"tr az", Script::Latin, "çğıöşü", "windows-1254"},
    {"lt", Script::Latin, "ąčęėįšųūž", "windows-1257 iso-8859-13"},
    {"lv", Script::Latin, "āčēģīķļņšūž", "windows-1257 iso-8859-13"},
    {"et", Script::Latin, "äöõüšž", "windows-1257 iso-8859-13"},
    {"ru be kk", Script::Other, "оеаинтсрвлкмдпуя", kCyrillic},
    {"uk", Script::Other, "оаинівтерскмдлуїєяь", "windows-1251 koi8-u iso-8859-5 x-mac-cyrillic"},
    {"bg mk", Script::Other, "аоеитнрсвлкдмпзъ", "windows-1251 iso-8859-5"},
    {"sr", Script::Other, "аоиенсртјкдувмплђћљњ", "windows-1251 iso-8859-5"},
    {"el", Script::Other, "αοιετσνηρπκλμυςάέήίόύώω", "windows-1253 iso-8859-7"},
    {"he", Script::Other, "אבגדהוזחטיכלמנסעפצקרשתםןך", "windows-1255"},
    {"ar", Script::Other, "اليمنوترةبعدفسهكقحج", "windows-1256 iso-8859-6"},
    {"fa ur", Script::Other, "اینرهدمتسوبکشگخزفپچ", "windows-1256"},
    {"th", Script::Other, "านรอกเงมยลวดทสตะปบคหแจพชขใไโซ่้ัีิ์ุูึืำ", "windows-874"},
};

/// Languages of the multi-byte charsets, for the hint.
constexpr std::pair<std::string_view, std::string_view> kMultibyteLanguages[] = {
    {"ja", "shift_jis euc-jp"},
    {"ko", "euc-kr"},
    {"zh", "gb18030 big5"},
    {"zh-tw", "big5"},
    {"zh-hk", "big5"}};

constexpr std::u32string_view kPunctuation =
    U"\u00A0\u00AB\u00BB\u2018\u2019\u201A\u201C\u201D\u201E\u2013\u2014\u2026\u2039\u203A\u20AC"
    U"\u2022\u00B7\u2116\u00A7\u00A9\u00AE\u2122\u00B0\u00B4\u00A1\u00BF\u00AA\u00BA\u00BD\u00A3";

struct Glyph {
  float weight = 0;
  bool letter = false;
  bool upper = false;
  bool lower = false;
  bool joins_words = false;  // may stand between two letters
};

/// One charset read as one language.
struct Reading {
  std::string_view charset;
  const LanguageModel* language;
  std::array<Glyph, 128> glyphs;
};

bool contains_word(std::string_view words, std::string_view word) {
  return std::ranges::count(split(words, ' '), word) > 0;
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points += next_code_point(text, at);
  return points;
}

Glyph make_glyph(char32_t c, const LanguageModel& language, const std::u32string& letters) {
  const auto point = static_cast<UChar32>(c);
  Glyph glyph;
  glyph.upper = u_isupper(point) != 0;
  glyph.lower = u_islower(point) != 0;
  glyph.letter = u_isalpha(point) != 0 || u_charType(point) == U_NON_SPACING_MARK;
  glyph.joins_words = c == 0x2019 || c == 0xA0 || c == 0xB7 || c == 0xAD || c == 0x2013 ||
                      c == 0x2014 || c == 0x200C;
  const auto script = u_getIntPropertyValue(point, UCHAR_SCRIPT);
  const auto own = u_getIntPropertyValue(static_cast<UChar32>(letters.front()), UCHAR_SCRIPT);
  if (c == 0xFFFD || (c >= 0x80 && c < 0xA0)) {
    glyph.weight = -4;
  } else if (letters.find(c) != std::u32string::npos) {
    glyph.weight = 1;
  } else if (letters.find(static_cast<char32_t>(u_tolower(point))) != std::u32string::npos) {
    glyph.weight = 0.6F;
  } else if (glyph.letter && script == own) {
    glyph.weight = language.script == Script::Latin ? 0.2F : 0.4F;
  } else if (kPunctuation.find(c) != std::u32string_view::npos) {
    glyph.weight = 0.4F;
  } else if (c == 0x200C || c == 0x200E || c == 0x200F) {
    glyph.weight = 0;
  } else {
    glyph.weight = -0.8F;
  }
  return glyph;
}

std::vector<Reading> make_readings() {
  std::vector<Reading> readings;
  std::string bytes;
  for (const LanguageModel& language : kLanguages) {
    const std::u32string letters = code_points(language.letters);
    for (const std::string_view charset : split(language.charsets, ' ')) {
      Reading reading{charset, &language, {}};
      for (int byte = 0x80; byte < 0x100; ++byte) {
        bytes.assign(1, static_cast<char>(byte));
        const std::u32string decoded = code_points(convert_to_utf8(bytes, charset));
        const char32_t c = decoded.size() == 1 ? decoded.front() : U'\uFFFD';
        reading.glyphs[static_cast<std::size_t>(byte - 0x80)] = make_glyph(c, language, letters);
      }
      readings.push_back(reading);
    }
  }
  return readings;
}

const std::vector<Reading>& all_readings() {
  static const std::vector<Reading> kReadings = make_readings();
  return kReadings;
}

bool ascii_letter(unsigned char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

double score(std::string_view bytes, const Reading& reading) {
  const bool latin = reading.language->script == Script::Latin;
  const auto glyph_of = [&](unsigned char byte) -> Glyph {
    if (byte >= 0x80) return reading.glyphs[byte - 0x80U];
    return {0, ascii_letter(byte), byte >= 'A' && byte <= 'Z', byte >= 'a' && byte <= 'z', false};
  };
  double sum = 0;
  std::size_t count = 0;
  int run = 0;  // letters beyond ASCII in a row
  for (std::size_t i = 0; i < bytes.size() && count < kMaxScored; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      run = 0;
      continue;
    }
    const Glyph here = glyph_of(byte);
    const unsigned char before_byte = i > 0 ? static_cast<unsigned char>(bytes[i - 1]) : ' ';
    const unsigned char after_byte =
        i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : ' ';
    const Glyph before = glyph_of(before_byte);
    const Glyph after = glyph_of(after_byte);
    double value = here.weight;
    run = here.letter ? run + 1 : 0;
    if (here.letter) {
      if (here.upper && before.lower) value -= 1;
      if (latin && run > 2) value -= 0.7;
      if (!latin && (ascii_letter(before_byte) || ascii_letter(after_byte))) value -= 0.5;
    } else if (!here.joins_words && before.letter && after.letter) {
      value -= 1;
    }
    sum += value;
    ++count;
  }
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

std::optional<std::string_view> uchardet_vote(std::string_view bytes) {
  const std::unique_ptr<uchardet, ReleaseWith<uchardet_delete>> detector(uchardet_new());
  if (!detector) return std::nullopt;
  uchardet_handle_data(detector.get(), bytes.data(), bytes.size());
  uchardet_data_end(detector.get());
  return charset_of_label(uchardet_get_charset(detector.get()));
}

/// From the first byte beyond ASCII on, less a little context: pages can begin with a great deal of
/// script.
std::string_view telling_part(std::string_view bytes) {
  const auto first =
      std::ranges::find_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const auto begin = static_cast<std::size_t>(first - bytes.begin());
  return bytes.substr(begin < 64 ? 0 : begin - 64, kMaxLooked);
}

}  // namespace

double plausibility(std::string_view bytes, std::string_view charset) {
  bytes = telling_part(bytes);
  if (const auto known = score_multibyte(bytes, charset)) return *known;
  double best = 0;
  bool first = true;
  for (const Reading& reading : all_readings()) {
    if (reading.charset != charset) continue;
    const double value = score(bytes, reading);
    best = first ? value : std::max(best, value);
    first = false;
  }
  return best;
}

std::string_view guess_charset(std::string_view bytes, std::string_view language) {
  constexpr double kHintBonus = 0.15;
  constexpr double kVoteBonus = 0.05;
  bytes = telling_part(bytes);
  const std::string hint = to_lower_ascii(language);
  const std::string_view primary = std::string_view(hint).substr(0, hint.find('-'));
  const auto vote = uchardet_vote(bytes.substr(0, std::size_t{128} << 10));
  std::string_view best = "windows-1252";
  double best_score = -1;
  const auto consider = [&](std::string_view charset, double value, bool hinted) {
    if (hinted) value += kHintBonus;
    if (vote == charset && !charset.starts_with("iso-"))
      value += kVoteBonus;  // Windows' variants hold these
    if (value > best_score + 1e-6) {
      best_score = value;
      best = charset;
    }
  };
  for (const Reading& reading : all_readings()) {
    consider(reading.charset, score(bytes, reading),
             contains_word(reading.language->languages, primary));
  }
  for (const std::string_view charset : kMultibyteCharsets) {
    const bool hinted = std::ranges::any_of(kMultibyteLanguages, [&](const auto& entry) {
      return (entry.first == primary || entry.first == hint) &&
             contains_word(entry.second, charset);
    });
    consider(charset, score_multibyte(bytes, charset).value_or(-1), hinted);
  }
  return best;
}

}  // namespace pressmark::indexer
