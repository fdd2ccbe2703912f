#include "indexer/decode/multibyte_score.h"

#include <cstddef>

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxScoredBytes = 8000;
constexpr std::size_t kTolerated = 3;  // broken bytes

/// One character: how many bytes it takes and how likely it is in running text. Broken bytes take
/// one byte.
struct Character {
  std::size_t bytes = 1;
  double weight = -4;
};

constexpr Character kBroken{1, -4};

bool within(unsigned byte, unsigned low, unsigned high) { return byte >= low && byte <= high; }

// The charts are ordered by frequency of use: the first level of hanzi, kanji and hangul holds what
// running text is made of. Each function takes a lead byte >= 0x80, the byte after it (0 at the
// end) and the two after that.

Character gb18030(unsigned lead, unsigned trail, unsigned third, unsigned fourth) {
  if (!within(lead, 0x81, 0xFE)) return kBroken;
  if (within(trail, 0x30, 0x39)) {
    return within(third, 0x81, 0xFE) && within(fourth, 0x30, 0x39) ? Character{4, 0} : kBroken;
  }
  if (trail < 0x40 || trail == 0x7F || trail == 0xFF) return kBroken;
  if (trail >= 0xA1) {
    if (within(lead, 0xB0, 0xD7)) return {2, 0.8};            // level 1, ordered by sound
    if (within(lead, 0xD8, 0xF7)) return {2, 0.2};            // level 2
    if (lead == 0xA1) return {2, trail <= 0xBF ? 1.0 : 0.2};  // 、。“”
    if (lead == 0xA3) return {2, 0.8};                        // full-width ，：
    if (lead == 0xA4 || lead == 0xA5) return {2, 0.1};        // kana
    return {2, -0.5};
  }
  return {2, within(lead, 0x81, 0xA0) ? 0.1 : -0.2};  // GBK's additions: mostly traditional forms
}

Character big5(unsigned lead, unsigned trail, unsigned, unsigned) {
  if (!within(lead, 0x87, 0xFE)) return kBroken;
  if (!within(trail, 0x40, 0x7E) && !within(trail, 0xA1, 0xFE)) return kBroken;
  if (within(lead, 0xA4, 0xC6)) return {2, 0.8};
  if (within(lead, 0xC9, 0xF9)) return {2, 0.1};
  if (lead == 0xA1) return {2, trail <= 0x7E ? 1.0 : 0.5};  // ，、。
  return {2, lead == 0xA2 || lead == 0xA3 ? 0.1 : -0.5};
}

Character shift_jis(unsigned lead, unsigned trail, unsigned, unsigned) {
  if (within(lead, 0xA1, 0xDF)) return {1, -0.4};  // half-width katakana: rare in news
  if (!within(lead, 0x81, 0x9F) && !within(lead, 0xE0, 0xFC)) return kBroken;
  if (!within(trail, 0x40, 0xFC) || trail == 0x7F) return kBroken;
  if (lead == 0x82)
    return {2, trail >= 0x9F ? 1.0 : 0.6};  // hiragana; full-width digits and letters
  if (lead == 0x83) return {2, trail <= 0x96 ? 0.9 : -0.3};  // katakana; Greek
  if (lead == 0x81) return {2, trail <= 0x7A ? 0.9 : 0.2};   // 、。「」
  if (within(lead, 0x88, 0x97)) return {2, 0.7};             // level 1
  return {2, within(lead, 0x98, 0x9F) || within(lead, 0xE0, 0xEA) ? 0.1 : -0.5};
}

Character euc_jp(unsigned lead, unsigned trail, unsigned third, unsigned) {
  if (lead == 0x8E) return within(trail, 0xA1, 0xDF) ? Character{2, -0.4} : kBroken;
  if (lead == 0x8F)
    return within(trail, 0xA1, 0xFE) && within(third, 0xA1, 0xFE) ? Character{3, 0} : kBroken;
  if (!within(lead, 0xA1, 0xFE) || !within(trail, 0xA1, 0xFE)) return kBroken;
  if (lead == 0xA4) return {2, trail <= 0xF3 ? 1.0 : -1.0};
  if (lead == 0xA5) return {2, trail <= 0xF6 ? 0.9 : -1.0};
  if (lead == 0xA1) return {2, trail <= 0xDB ? 0.9 : 0.2};
  if (lead == 0xA3) return {2, 0.6};
  if (within(lead, 0xB0, 0xCF)) return {2, 0.65};
  return {2, within(lead, 0xD0, 0xF4) ? 0.1 : -0.5};
}

Character euc_kr(unsigned lead, unsigned trail, unsigned, unsigned) {
  if (!within(lead, 0x81, 0xFE)) return kBroken;
  const bool letters =
      within(trail, 0x41, 0x5A) || within(trail, 0x61, 0x7A) || within(trail, 0x81, 0xFE);
  if (!letters) return kBroken;
  if (lead >= 0xA1 && trail >= 0xA1) {
    if (within(lead, 0xB0, 0xC8)) return {2, 0.95};  // hangul
    if (within(lead, 0xCA, 0xFD)) return {2, 0.1};   // hanja
    return {2, lead == 0xA1 || lead == 0xA3 ? 0.6 : -0.4};
  }
  return {2, within(lead, 0x81, 0xC6) ? 0.0 : -1.0};  // the rarer syllables of cp949
}

using Reader = Character (*)(unsigned, unsigned, unsigned, unsigned);

Reader reader_of(std::string_view charset) {
  if (charset == "gb18030") return gb18030;
  if (charset == "big5") return big5;
  if (charset == "shift_jis") return shift_jis;
  if (charset == "euc-jp") return euc_jp;
  if (charset == "euc-kr") return euc_kr;
  return nullptr;
}

}  // namespace

std::optional<double> score_multibyte(std::string_view bytes, std::string_view charset) {
  const Reader read = reader_of(charset);
  if (read == nullptr) return std::nullopt;
  const auto at = [&](std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
  };
  double sum = 0;
  std::size_t count = 0;
  std::size_t broken = 0;
  for (std::size_t i = 0; i < bytes.size() && count < kMaxScoredBytes;) {
    if (at(i) < 0x80) {
      ++i;
      continue;
    }
    const Character character = read(at(i), at(i + 1), at(i + 2), at(i + 3));
    if (character.weight == kBroken.weight) {
      ++broken;
    } else {
      sum += character.weight;
    }
    ++count;
    i += character.bytes;
  }
  if (count == 0) return 0;
  // A damaged character or two must not make a short text foreign.
  if (broken > kTolerated) sum += kBroken.weight * static_cast<double>(broken - kTolerated);
  return sum / static_cast<double>(count);
}

}  // namespace pressmark::indexer
