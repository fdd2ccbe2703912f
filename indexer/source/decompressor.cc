#include "indexer/source/decompressor.h"

#include <algorithm>
#include <new>

#include <brotli/decode.h>
#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include "common/handle.h"

namespace pressmark::indexer {
namespace {

using State = Decompressor::State;
using Step = Decompressor::Step;

constexpr std::uint64_t kMaxWindow = std::uint64_t{128}
                                     << 20;  // what "xz -9" and "zstd --ultra -22" need
constexpr int kMaxWindowLog = 27;

// C interfaces take their input as non-const although they only read it.
template <typename Byte>
Byte* input(std::span<const char> in) {
  return const_cast<Byte*>(reinterpret_cast<const Byte*>(in.data()));
}

unsigned bounded(std::size_t size) {
  return static_cast<unsigned>(std::min<std::size_t>(size, 1U << 30));
}

class ZlibDecompressor : public Decompressor {
 public:
  explicit ZlibDecompressor(int window_bits) {
    if (inflateInit2(&stream_, window_bits) != Z_OK) throw std::bad_alloc();
  }
  ZlibDecompressor(const ZlibDecompressor&) = delete;
  ZlibDecompressor& operator=(const ZlibDecompressor&) = delete;
  ~ZlibDecompressor() override { inflateEnd(&stream_); }

  Step run(std::span<const char> in, std::span<char> out) override {
    stream_.next_in = input<Bytef>(in);
    stream_.avail_in = bounded(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = bounded(out.size());
    const int result = inflate(&stream_, Z_NO_FLUSH);
    Step step;
    step.consumed = bounded(in.size()) - stream_.avail_in;
    step.produced = bounded(out.size()) - stream_.avail_out;
    if (result == Z_STREAM_END) {
      step.state = State::PartEnd;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      step.state = State::Damaged;
    }
    return step;
  }
  void restart() override { inflateReset(&stream_); }

 private:
  z_stream stream_{};
};

class ZstdDecompressor : public Decompressor {
 public:
  ZstdDecompressor() : stream_(ZSTD_createDStream()) {
    if (!stream_) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(stream_.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
  }
  Step run(std::span<const char> in, std::span<char> out) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    const std::size_t result = ZSTD_decompressStream(stream_.get(), &to, &from);
    Step step{State::More, from.pos, to.pos};
    if (ZSTD_isError(result)) {
      step.state = State::Damaged;
    } else if (result == 0) {
      step.state = State::PartEnd;
    }
    return step;
  }
  void restart() override { ZSTD_DCtx_reset(stream_.get(), ZSTD_reset_session_only); }
  void set_dictionary(std::string_view bytes) override {
    ZSTD_DCtx_loadDictionary(stream_.get(), bytes.data(), bytes.size());
  }

 private:
  std::unique_ptr<ZSTD_DStream, ReleaseWith<ZSTD_freeDStream>> stream_;
};

class XzDecompressor : public Decompressor {
 public:
  XzDecompressor() { restart(); }
  XzDecompressor(const XzDecompressor&) = delete;
  XzDecompressor& operator=(const XzDecompressor&) = delete;
  ~XzDecompressor() override { lzma_end(&stream_); }

  Step run(std::span<const char> in, std::span<char> out) override {
    stream_.next_in = input<std::uint8_t>(in);
    stream_.avail_in = in.size();
    stream_.next_out = reinterpret_cast<std::uint8_t*>(out.data());
    stream_.avail_out = out.size();
    const lzma_ret result = lzma_code(&stream_, LZMA_RUN);
    Step step{State::More, in.size() - stream_.avail_in, out.size() - stream_.avail_out};
    if (result == LZMA_STREAM_END) {
      step.state = State::PartEnd;
    } else if (result != LZMA_OK && result != LZMA_BUF_ERROR) {
      step.state = State::Damaged;
    }
    return step;
  }
  void restart() override {
    if (lzma_stream_decoder(&stream_, kMaxWindow, 0) != LZMA_OK) throw std::bad_alloc();
  }

 private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
};

class Bzip2Decompressor : public Decompressor {
 public:
  Bzip2Decompressor() { begin(); }
  Bzip2Decompressor(const Bzip2Decompressor&) = delete;
  Bzip2Decompressor& operator=(const Bzip2Decompressor&) = delete;
  ~Bzip2Decompressor() override { BZ2_bzDecompressEnd(&stream_); }

  Step run(std::span<const char> in, std::span<char> out) override {
    stream_.next_in = input<char>(in);
    stream_.avail_in = bounded(in.size());
    stream_.next_out = out.data();
    stream_.avail_out = bounded(out.size());
    const int result = BZ2_bzDecompress(&stream_);
    Step step{State::More, bounded(in.size()) - stream_.avail_in,
              bounded(out.size()) - stream_.avail_out};
    if (result == BZ_STREAM_END) {
      step.state = State::PartEnd;
    } else if (result != BZ_OK) {
      step.state = State::Damaged;
    }
    return step;
  }
  void restart() override {
    BZ2_bzDecompressEnd(&stream_);
    begin();
  }

 private:
  void begin() {
    stream_ = bz_stream{};
    if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
  }
  bz_stream stream_{};
};

class BrotliDecompressor : public Decompressor {
 public:
  BrotliDecompressor() { restart(); }
  Step run(std::span<const char> in, std::span<char> out) override {
    std::size_t in_left = in.size();
    std::size_t out_left = out.size();
    const auto* from = input<const std::uint8_t>(in);
    auto* to = reinterpret_cast<std::uint8_t*>(out.data());
    const auto result =
        BrotliDecoderDecompressStream(state_.get(), &in_left, &from, &out_left, &to, nullptr);
    Step step{State::More, in.size() - in_left, out.size() - out_left};
    if (result == BROTLI_DECODER_RESULT_SUCCESS) {
      step.state = State::PartEnd;
    } else if (result == BROTLI_DECODER_RESULT_ERROR) {
      step.state = State::Damaged;
    }
    return step;
  }
  void restart() override {
    state_.reset(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
    if (!state_) throw std::bad_alloc();
  }

 private:
  std::unique_ptr<BrotliDecoderState, ReleaseWith<BrotliDecoderDestroyInstance>> state_;
};

}  // namespace

std::optional<Compression> compression_of(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("\x1f\x8b\x08"sv)) return Compression::Gzip;
  if (head.starts_with("\x28\xb5\x2f\xfd"sv)) return Compression::Zstd;
  // A skippable frame: WARC files in zstd begin with one that holds the dictionary.
  if (head.size() >= 4 && (head[0] & 0xF0) == 0x50 && head.substr(1, 3) == "\x2a\x4d\x18"sv)
    return Compression::Zstd;
  if (head.starts_with("\xfd"
                       "7zXZ\0"sv)) {
    return Compression::Xz;
  }
  if (head.size() >= 10 && head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
      (head.substr(4, 6) == "1AY&SY" || head.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"sv)) {
    return Compression::Bzip2;
  }
  return std::nullopt;
}

std::unique_ptr<Decompressor> make_decompressor(Compression compression) {
  switch (compression) {
    case Compression::Gzip:
      return std::make_unique<ZlibDecompressor>(15 + 16);
    case Compression::Zlib:
      return std::make_unique<ZlibDecompressor>(15);
    case Compression::RawDeflate:
      return std::make_unique<ZlibDecompressor>(-15);
    case Compression::Zstd:
      return std::make_unique<ZstdDecompressor>();
    case Compression::Xz:
      return std::make_unique<XzDecompressor>();
    case Compression::Bzip2:
      return std::make_unique<Bzip2Decompressor>();
    case Compression::Brotli:
      return std::make_unique<BrotliDecompressor>();
  }
  return nullptr;
}

Decompressed decompress(Compression compression, std::string_view packed, std::size_t max_bytes) {
  using End = Decompressed::End;
  constexpr std::size_t kStep = std::size_t{64} << 10;
  const auto decompressor = make_decompressor(compression);
  const bool many = compression == Compression::Gzip || compression == Compression::Zstd;
  std::string bytes;  // room; it is filled as far as `size`, and grows only when it is full
  std::size_t size = 0;
  const auto result = [&](End end) {
    bytes.resize(std::min(size, max_bytes));
    return Decompressed{std::move(bytes), end};
  };
  if (packed.empty()) return result(End::Cut);
  std::size_t used = 0;
  bool input_spent = false;
  while (true) {
    const std::size_t at = std::min(used, packed.size() - 1);
    if (bytes.size() == size)
      bytes.resize(size + std::min(std::max(kStep, size), max_bytes + 1 - size));
    // The last byte is never fed twice: an empty input is only passed on when it was used up.
    const auto in = std::span(packed.data() + at, input_spent ? 0 : packed.size() - at);
    const Step step = decompressor->run(in, std::span(bytes).subspan(size));
    size += step.produced;
    used += step.consumed;
    input_spent = used >= packed.size();
    if (size > max_bytes) return result(End::TooLarge);
    if (step.state == State::Damaged) return result(End::Damaged);
    if (step.state == State::PartEnd) {
      const bool next = many && !input_spent && compression_of(packed.substr(used)) == compression;
      if (!next) return result(End::Whole);
      decompressor->restart();
    } else if (step.produced == 0 && input_spent) {
      return result(End::Cut);
    }
  }
}

}  // namespace pressmark::indexer
