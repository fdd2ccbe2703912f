#include "indexer/source/utf16_stream.h"

#include <algorithm>

#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr char32_t kMark = 0xFEFF;
constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kReadBytes = std::size_t{64} << 10;

char32_t unit_at(std::string_view bytes, std::size_t at, Utf16 order) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return order == Utf16::LittleEndian ? char32_t{second} << 8U | first
                                      : char32_t{first} << 8U | second;
}

bool is_first_half(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_second_half(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// Appends what is whole; the number of bytes that were used. `last`: a first half without a second
/// one is used too.
std::size_t convert(std::string_view bytes, Utf16 order, bool last, std::string& text) {
  std::size_t at = 0;
  for (; at + 2 <= bytes.size(); at += 2) {
    char32_t unit = unit_at(bytes, at, order);
    if (is_first_half(unit)) {
      if (at + 4 > bytes.size() && !last) break;
      const char32_t next = at + 4 <= bytes.size() ? unit_at(bytes, at + 2, order) : 0;
      if (is_second_half(next)) {
        unit = 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00);
        at += 2;
      } else {
        unit = kReplacement;
      }
    } else if (is_second_half(unit)) {
      unit = kReplacement;
    }
    if (unit != kMark) append_code_point(text, unit);
  }
  return at;
}

class Utf8Stream : public ByteStream {
 public:
  Utf8Stream(std::unique_ptr<ByteStream> bytes, Utf16 order)
      : bytes_(std::move(bytes)), order_(order) {}

  Outcome<std::size_t> read(std::span<char> into) override {
    while (given_ == text_.size() && !ended_) {
      const std::size_t kept = packed_.size();
      packed_.resize(kept + kReadBytes);
      auto count = bytes_->read(std::span(packed_).subspan(kept));
      packed_.resize(kept + count.value_or(0));
      if (!count) return count;
      ended_ = *count == 0;
      text_.clear();
      given_ = 0;
      packed_.erase(0, convert(packed_, order_, ended_, text_));
    }
    const std::size_t count = std::min(into.size(), text_.size() - given_);
    std::copy_n(text_.begin() + static_cast<std::ptrdiff_t>(given_), count, into.begin());
    given_ += count;
    return count;
  }

 private:
  std::unique_ptr<ByteStream> bytes_;
  Utf16 order_;
  std::string packed_;  // not converted yet
  std::string text_;
  std::size_t given_ = 0;  // of text_
  bool ended_ = false;
};

}  // namespace

std::optional<Utf16> utf16_of(std::string_view head) {
  if (head.starts_with("\xff\xfe")) return Utf16::LittleEndian;
  if (head.starts_with("\xfe\xff")) return Utf16::BigEndian;
  return std::nullopt;
}

std::string utf16_to_utf8(std::string_view bytes, Utf16 order) {
  std::string text;
  convert(bytes, order, true, text);
  return text;
}

std::unique_ptr<ByteStream> utf8_stream(std::unique_ptr<ByteStream> bytes, Utf16 order) {
  return std::make_unique<Utf8Stream>(std::move(bytes), order);
}

}  // namespace pressmark::indexer
