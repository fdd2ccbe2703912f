#include "indexer/decode/decoder.h"

#include <algorithm>

#include "common/utf8.h"
#include "indexer/decode/charset.h"
#include "indexer/decode/charset_declaration.h"
#include "indexer/decode/charset_guess.h"
#include "indexer/decode/format.h"
#include "indexer/decode/multibyte_score.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

constexpr Mark kByteOrderMarks[] = {
    {"\xef\xbb\xbf"sv, "utf-8"}, {"\xff\xfe\0\0"sv, "utf-32le"}, {"\0\0\xfe\xff"sv, "utf-32be"},
    {"\xff\xfe"sv, "utf-16le"},  {"\xfe\xff"sv, "utf-16be"},
};

/// Whether bytes begin as markup does, "<!", "<?" or "<h", in units of 16 bits. White space before
/// it is passed over.
///
/// @param ascii  which byte of each unit holds the character, 0 or 1; the other is zero
bool begins_as_wide_markup(std::string_view bytes, std::size_t ascii) {
  constexpr std::size_t kMaxBlanks = 30;
  const auto at = [&](std::size_t unit) {
    const std::string_view pair = bytes.substr(std::min(2 * unit, bytes.size()), 2);
    return pair.size() == 2 && pair[1 - ascii] == '\0' ? pair[ascii] : '\0';
  };
  std::size_t unit = 0;
  while (unit < kMaxBlanks && (at(unit) == ' ' || (at(unit) >= '\t' && at(unit) <= '\r'))) ++unit;
  const char next = at(unit + 1);
  return at(unit) == '<' &&
         (next == '!' || next == '?' || ((next | 0x20) >= 'a' && (next | 0x20) <= 'z'));
}

/// UTF-16 without a mark shows by its zero bytes: ASCII has one beside each character, and every
/// page begins with some. In a page of ideographs there is little more of it.
std::optional<std::string_view> unmarked_utf16(std::string_view bytes) {
  if (begins_as_wide_markup(bytes, 0)) return "utf-16le";
  if (begins_as_wide_markup(bytes, 1)) return "utf-16be";
  const std::string_view sample = bytes.substr(0, 4096);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0';
  const std::size_t pairs = sample.size() / 2;
  if (pairs < 8) return std::nullopt;
  if (zeros[1] > pairs / 4 && zeros[0] <= pairs / 50) return "utf-16le";
  if (zeros[0] > pairs / 4 && zeros[1] <= pairs / 50) return "utf-16be";
  return std::nullopt;
}

/// ISO-2022-JP is seven bits wide: only its escape sequences show it.
bool has_iso_2022_jp(std::string_view bytes) {
  for (auto at = bytes.find('\x1b'); at != std::string_view::npos;
       at = bytes.find('\x1b', at + 1)) {
    const std::string_view next = bytes.substr(at + 1, 2);
    if (next == "$B" || next == "$@") return true;
  }
  return false;
}

// Real text scores .5 and more where there is a model, foreign text far below.
constexpr double kPlausible = 0.25;

/// Whether bytes can be meant in a charset that somebody says they are in.
bool agrees(std::string_view bytes, std::string_view charset, const Utf8Fit& utf8) {
  if (charset == "utf-8") return utf8.sequences * 3 > utf8.strays;
  if (charset.starts_with("utf-16") || charset == "iso-2022-jp")
    return false;  // would have shown itself before
  const double value = plausibility(bytes, charset);
  if (value >= kPlausible) return true;
  const bool modelled = value != 0;
  return !modelled || plausibility(bytes, guess_charset(bytes, {})) < value + 0.3;
}

struct Choice {
  std::string_view charset;
  bool well_formed = false;  // UTF-8 without a stray byte
};

Choice choose_charset(std::string_view bytes, std::string_view http_charset) {
  if (bytes.find('\0') != std::string_view::npos) {
    if (const auto wide = unmarked_utf16(bytes)) return {*wide};
  }
  if (is_utf8(bytes)) {
    if (has_iso_2022_jp(bytes)) return {"iso-2022-jp"};
    return {"utf-8", true};
  }
  const Utf8Fit utf8 = measure_utf8(bytes);
  // Well-formed sequences hardly ever arise by chance: a few stray bytes among them are damage, not
  // another charset.
  if (utf8.sequences > utf8.strays) return {"utf-8"};
  if (const auto charset = charset_of_label(http_charset); charset && agrees(bytes, *charset, utf8))
    return {*charset};
  if (const auto charset = declared_charset(bytes); charset && agrees(bytes, *charset, utf8))
    return {*charset};
  return {guess_charset(bytes, declared_language(bytes))};
}

/// CR and CR LF become LF, in place.
void normalise_line_ends(std::string& text) {
  auto at = text.find('\r');
  if (at == std::string::npos) return;
  std::size_t out = at;
  for (; at < text.size(); ++at) {
    if (text[at] == '\r') {
      text[out++] = '\n';
      if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
    } else {
      text[out++] = text[at];
    }
  }
  text.resize(out);
}

/// Text in which every tenth character could not be read is not text.
bool is_mostly_broken(std::string_view text) {
  constexpr std::string_view kReplacement = "\xef\xbf\xbd";
  std::size_t broken = 0;
  for (auto at = text.find(kReplacement); at != std::string_view::npos;
       at = text.find(kReplacement, at + 3))
    ++broken;
  return broken > 16 && broken * 10 > text.size();
}

/// The charset of bytes of which another one made no text, if they look like text in it: a page may
/// say of itself that it is in UTF-8 and be in Japanese, whose bytes chance to be letters in both.
/// Only of several bytes a letter: in one of single bytes, damaged UTF-8 would be letters as well.
std::optional<std::string_view> second_choice(std::string_view bytes, std::string_view first) {
  const Utf8Fit utf8 = measure_utf8(bytes);
  if (utf8.sequences > utf8.strays) return std::nullopt;
  const std::string_view guess = guess_charset(bytes, declared_language(bytes));
  if (guess == first || std::ranges::count(kMultibyteCharsets, guess) == 0 ||
      plausibility(bytes, guess) < kPlausible)
    return std::nullopt;
  return guess;
}

}  // namespace

Outcome<DecodedDocument> decode(RawDocument raw) {
  if (raw.bytes.empty()) return skip(SkipReason::EmptyFile);
  DecodedDocument document;
  const auto* mark = std::ranges::find_if(
      kByteOrderMarks, [&](const Mark& m) { return raw.bytes.starts_with(m.bytes); });
  Choice choice;
  if (mark != std::end(kByteOrderMarks)) {
    choice.charset = mark->charset;
    raw.bytes.erase(0, mark->bytes.size());
    choice.well_formed = choice.charset == "utf-8" && is_utf8(raw.bytes);
  } else {
    choice = choose_charset(raw.bytes, raw.charset);
  }
  document.charset = choice.charset;
  const bool wide =
      document.charset.starts_with("utf-16") || document.charset.starts_with("utf-32");
  if (!wide) {
    if (const auto kind = binary_kind(raw.bytes))
      return skip(SkipReason::NotText, std::string(*kind));
  }
  if (choice.well_formed) {
    document.text = std::move(raw.bytes);
  } else {
    document.text = convert_to_utf8(raw.bytes, document.charset);
    const bool broken = !wide && is_mostly_broken(document.text);
    if (const auto other = broken ? second_choice(raw.bytes, choice.charset) : std::nullopt) {
      document.charset = *other;
      document.text = convert_to_utf8(raw.bytes, *other);
    }
    if (is_mostly_broken(document.text))
      return skip(SkipReason::Undecodable, "no charset makes text of it");
  }
  if (document.text.find('\0') != std::string::npos) std::ranges::replace(document.text, '\0', ' ');
  if (document.text.starts_with("\xef\xbb\xbf")) document.text.erase(0, 3);
  const Outcome<Format> format = raw.feed_item
                                     ? Outcome<Format>(Format::FeedItem)
                                     : format_of(document.text, raw.media_type, raw.origin);
  if (!format) return Unexpected<Skip>(format.error());
  document.format = *format;
  if (document.format == Format::PlainText) normalise_line_ends(document.text);
  document.origin = std::move(raw.origin);
  document.url = std::move(raw.url);
  document.robots = std::move(raw.robots);
  document.crawled = raw.crawled;
  document.file_time = raw.file_time;
  document.truncated = raw.truncated;
  return document;
}

}  // namespace pressmark::indexer
