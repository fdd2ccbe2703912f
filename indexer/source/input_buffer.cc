#include "indexer/source/input_buffer.h"

#include <algorithm>

namespace pressmark::indexer {
namespace {

constexpr std::size_t kReadBytes = std::size_t{256} << 10;
constexpr std::size_t kLeastRoom = 1024;
constexpr std::size_t kMaxDamages = 1000;                // at one place; more say nothing new
constexpr std::size_t kMaxMarks = std::size_t{1} << 20;  // of parts in the window

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
    : parts_(std::move(parts)) {
  // A file of known size is read at once, and its end noticed, without another allocation.
  if (size_hint > 0) buffer_.resize(size_hint + kLeastRoom);
}

/// Room behind end_ for a read that is worth its call.
void InputBuffer::make_room() {
  if (buffer_.size() - end_ >= kLeastRoom) return;
  if (begin_ > 0 && begin_ >= end_ - begin_) {
    std::copy(buffer_.data() + begin_, buffer_.data() + end_, buffer_.data());
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - end_ < kReadBytes)
    buffer_.resize(end_ + std::max(kReadBytes, end_ - begin_));
}

/// Of several parts at one place all but the last are empty, and no part of a byte or two holds
/// anything: they must not fill the memory.
void InputBuffer::mark(Mark part) {
  if (!next_parts_.empty() && next_parts_.back().position == part.position) {
    next_parts_.back() = part;
  } else if (next_parts_.size() < kMaxMarks) {
    next_parts_.push_back(part);
  }
}

bool InputBuffer::more() {
  if (ended_) return false;
  make_room();
  const std::size_t before = end_;
  // Whoever looks at all bytes after each read shall not do so for every part of a byte.
  const std::size_t enough = end_ + (parts_->is_plain() ? 1 : kLeastRoom);
  while (end_ < enough && !ended_) {
    const std::uint64_t position = position_ + (end_ - begin_);
    const PartStream::Step step = parts_->step(std::span(buffer_).subspan(end_));
    if (step.what == PartStream::What::Part) {
      mark({position, step.offset});
    } else if (step.what == PartStream::What::Damage) {
      const bool here = !damages_.empty() && damages_.back().position == position;
      if (!here || damages_.size() < kMaxDamages)
        damages_.push_back({position, {step.offset, step.skip}});
    } else {
      end_ += step.size;
      ended_ = step.what == PartStream::What::End;
    }
  }
  settle();
  return end_ > before;
}

bool InputBuffer::ensure(std::size_t bytes) {
  while (end_ - begin_ < bytes) {
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
  std::string taken;
  if (begin_ == 0 && buffer_.size() - end_ <= end_ / 4 + kLeastRoom) {
    taken = std::move(buffer_);
    taken.resize(end_);
  } else {
    taken = view();  // without the room that it would drag along
  }
  position_ += end_ - begin_;
  buffer_.clear();
  begin_ = end_ = 0;
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

const InputBuffer::Mark& InputBuffer::current_part() const {
  const bool begins = !next_parts_.empty() && next_parts_.front().position == position_;
  return begins ? next_parts_.front() : part_;
}

bool InputBuffer::is_part_damaged() const {
  return !damages_.empty() && damages_.front().damage.file_offset == current_part().file_offset;
}

std::optional<InputBuffer::Damage> InputBuffer::take_damage() {
  if (next_damage() != std::size_t{0}) return std::nullopt;
  Damage damage = std::move(damages_.front().damage);
  damages_.pop_front();
  return damage;
}

std::string InputBuffer::location() const {
  if (parts_->is_plain()) return std::to_string(position_);
  const Mark& part = current_part();
  std::string text = std::to_string(part.file_offset);
  if (position_ > part.position) text += "+" + std::to_string(position_ - part.position);
  return text;
}

std::unique_ptr<ByteStream> as_byte_stream(InputBuffer buffer) {
  return std::make_unique<BufferStream>(std::move(buffer));
}

}  // namespace pressmark::indexer
