#include "indexer/source/input_buffer.h"

#include <algorithm>

namespace pressmark::indexer {
namespace {

constexpr std::size_t kReadBytes = std::size_t{256} << 10;
constexpr std::size_t kTailBytes = 1024;

class BufferStream : public ByteStream {
 public:
  explicit BufferStream(InputBuffer buffer) : buffer_(std::move(buffer)) {}

  Outcome<std::size_t> read(std::span<char> into) override {
    buffer_.ensure(1);
    if (auto damage = buffer_.take_damage()) return skip(damage->skip.reason, damage->skip.detail);
    std::size_t count = std::min(into.size(), buffer_.view().size());
    if (const auto stop = buffer_.next_damage()) count = std::min(count, *stop);
    std::copy_n(buffer_.view().begin(), count, into.begin());
    buffer_.consume(count);
    return count;
  }

 private:
  InputBuffer buffer_;
};

}  // namespace

InputBuffer::InputBuffer(std::unique_ptr<PartStream> parts, std::size_t size_hint)
    : parts_(std::move(parts)), read_bytes_(kReadBytes) {
  if (size_hint == 0 || size_hint >= kReadBytes) return;
  read_bytes_ = size_hint + 1;
  buffer_.reserve(
      read_bytes_ +
      kTailBytes);  // a small file is read at once, and its end noticed, in one allocation
}

bool InputBuffer::more() {
  if (ended_) return false;
  if (begin_ > 0 && begin_ >= buffer_.size() - begin_) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t before = buffer_.size();
  const std::uint64_t end = position_ + (before - begin_);
  buffer_.resize(before + read_bytes_);
  while (true) {
    const PartStream::Step step = parts_->step(std::span(buffer_).subspan(before));
    if (step.what == PartStream::What::Part) {
      next_parts_.push_back({end, step.offset});
    } else if (step.what == PartStream::What::Damage) {
      damages_.push_back({end, {step.offset, step.skip}});
    } else {
      buffer_.resize(before + step.size);
      ended_ = step.what == PartStream::What::End;
      break;
    }
  }
  read_bytes_ = read_bytes_ < kReadBytes ? (read_bytes_ > kTailBytes ? kTailBytes : read_bytes_ * 4)
                                         : kReadBytes;
  settle();
  return !ended_;
}

bool InputBuffer::ensure(std::size_t bytes) {
  while (buffer_.size() - begin_ < bytes) {
    if (!more()) return false;
  }
  return true;
}

void InputBuffer::consume(std::size_t bytes) {
  begin_ += bytes;
  position_ += bytes;
  settle();
}

std::string InputBuffer::take() {
  position_ += buffer_.size() - begin_;
  std::string taken = std::move(buffer_);
  taken.erase(0, begin_);
  buffer_.clear();
  begin_ = 0;
  settle();
  return taken;
}

/// Parts behind us are forgotten but for the one that we are in.
void InputBuffer::settle() {
  while (!next_parts_.empty() && next_parts_.front().position < position_) {
    part_ = next_parts_.front();
    next_parts_.pop_front();
  }
}

std::optional<std::size_t> InputBuffer::part_from(std::size_t distance) const {
  const std::uint64_t wanted = position_ + distance;
  const auto found = std::ranges::lower_bound(next_parts_, wanted, {}, &Mark::position);
  if (found == next_parts_.end()) return std::nullopt;
  return static_cast<std::size_t>(found->position - position_);
}

void InputBuffer::abandon_part() {
  consume(view().size());
  parts_->abandon_part();
}

std::optional<std::size_t> InputBuffer::next_damage() const {
  if (damages_.empty()) return std::nullopt;
  const std::uint64_t at = std::max(damages_.front().position, position_);
  return static_cast<std::size_t>(at - position_);
}

std::optional<InputBuffer::Damage> InputBuffer::take_damage() {
  if (next_damage() != std::size_t{0}) return std::nullopt;
  Damage damage = std::move(damages_.front().damage);
  damages_.pop_front();
  return damage;
}

std::string InputBuffer::location() const {
  if (parts_->is_plain()) return std::to_string(position_);
  Mark part = part_;
  for (const Mark& mark : next_parts_) {
    if (mark.position == position_) part = mark;  // the last of several empty ones
  }
  std::string text = std::to_string(part.file_offset);
  if (position_ > part.position) text += "+" + std::to_string(position_ - part.position);
  return text;
}

std::unique_ptr<ByteStream> as_byte_stream(InputBuffer buffer) {
  return std::make_unique<BufferStream>(std::move(buffer));
}

}  // namespace pressmark::indexer
