#include "indexer/source/archive_members.h"

#include <array>
#include <cerrno>
#include <locale.h>
#include <new>
#include <type_traits>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

#include "common/handle.h"
#include "common/text.h"

namespace pressmark::indexer {
namespace {

using ArchivePtr = std::unique_ptr<archive, ReleaseWith<archive_read_free>>;
using LocalePtr = std::unique_ptr<std::remove_pointer_t<locale_t>, ReleaseWith<freelocale>>;

/// Gives this thread another locale for a while.
class LocaleScope {
 public:
  explicit LocaleScope(const LocalePtr& locale)
      : before_(locale ? uselocale(locale.get()) : locale_t{}) {}
  LocaleScope(const LocaleScope&) = delete;
  LocaleScope& operator=(const LocaleScope&) = delete;
  ~LocaleScope() {
    if (before_ != locale_t{}) uselocale(before_);
  }

 private:
  locale_t before_;
};

constexpr std::size_t kReadBytes = std::size_t{64} << 10;
constexpr std::size_t kMaxMemberPadding = std::size_t{1} << 20;
constexpr std::string_view kMemberBlanks("\r\n\0", 3);
constexpr int kMaxRetries = 1 << 20;  // blocks of 512 bytes without a header

std::string error_of(archive* handle) {
  const char* text = archive_error_string(handle);
  return text == nullptr ? "damaged archive" : std::string(trim(text));
}

/// What libarchive reads from; must not move while the archive is open.
struct Feed {
  std::unique_ptr<ByteStream> bytes;
  std::array<char, kReadBytes> buffer;
  std::uint64_t given = 0;       // bytes
  std::uint64_t blank_from = 0;  // of those: none but blanks from there on
  std::optional<Skip> failure;   // of the bytes: libarchive would call it damage
};

la_ssize_t feed_archive(archive* handle, void* opaque, const void** data) {
  Feed& feed = *static_cast<Feed*>(opaque);
  const auto count = feed.bytes->read(feed.buffer);
  if (!count) {
    feed.failure = count.error();
    archive_set_error(handle, EIO, "%s", count.error().detail.c_str());
    return -1;
  }
  const auto last = std::string_view(feed.buffer.data(), *count).find_last_not_of(kMemberBlanks);
  if (last != std::string_view::npos) feed.blank_from = feed.given + last + 1;
  feed.given += *count;
  *data = feed.buffer.data();
  return static_cast<la_ssize_t>(*count);
}

Skip failure_of(const Feed& feed, std::string detail) {
  return feed.failure.value_or(Skip{SkipReason::Damaged, std::move(detail)});
}

class MemberStream : public ByteStream {
 public:
  /// Both belong to the reader of the archive, which outlives its members' readers.
  MemberStream(archive* handle, const Feed& feed) : handle_(handle), feed_(feed) {}
  Outcome<std::size_t> read(std::span<char> into) override {
    const la_ssize_t count = archive_read_data(handle_, into.data(), into.size());
    if (count < 0) return Unexpected<Skip>(failure_of(feed_, error_of(handle_)));
    return static_cast<std::size_t>(count);
  }

 private:
  archive* handle_;
  const Feed& feed_;
};

class ArchiveMembers : public ContentReader {
 public:
  ArchiveMembers(InputBuffer input, ContentContext context)
      : context_(std::move(context)),
        unfolding_(*context_.progress),
        feed_(std::make_unique<Feed>()),
        archive_(archive_read_new()) {
    if (!archive_) throw std::bad_alloc();
    feed_->bytes = as_byte_stream(std::move(input));
    archive_read_support_format_tar(archive_.get());
    archive_read_support_format_zip_streamable(archive_.get());
    // "cat a.tar b.tar" is an archive to whoever made it so.
    archive_read_set_format_option(archive_.get(), "tar", "read_concatenated_archives", "1");
    if (archive_read_open(archive_.get(), feed_.get(), nullptr, feed_archive, nullptr) !=
        ARCHIVE_OK) {
      failure_ = error_of(archive_.get());
    }
  }

  std::optional<ContentItem> next() override {
    while (!done_) {
      if (member_) {
        if (auto item = member_->next()) return item;
        member_.reset();
        if (!pass_over_rest()) return damaged("a member unfolds to more than can be passed over");
      }
      if (!failure_.empty()) return damaged(failure_);
      archive_entry* entry = nullptr;
      const LocaleScope utf8_names(utf8_);
      if (std::exchange(inside_, false) && archive_read_data_skip(archive_.get()) < ARCHIVE_WARN)
        return damaged(error_of(archive_.get()));
      const la_int64_t behind = archive_filter_bytes(archive_.get(), -1);  // the member before
      const int result = archive_read_next_header(archive_.get(), &entry);
      if (result == ARCHIVE_EOF) return end();
      if (result == ARCHIVE_RETRY && ++retries_ < kMaxRetries) {
        // No header here: libarchive looks on in the next block.
        if (std::exchange(lost_, true)) continue;
        return SkippedInput{context_.origin,
                            {SkipReason::Damaged, "damaged header: members are lost"}};
      }
      if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        return is_padding(behind) ? end() : damaged(error_of(archive_.get()));
      inside_ = true;
      lost_ = false;
      if (auto item = open_member(entry)) return item;
    }
    return std::nullopt;
  }

 private:
  /// Nothing but blanks stands from this place of a tar to its end, though perhaps not the multiple
  /// of 512 bytes that libarchive wants.
  bool is_padding(la_int64_t from) const {
    const int format = archive_format(archive_.get()) & ARCHIVE_FORMAT_BASE_MASK;
    return format == ARCHIVE_FORMAT_TAR && !feed_->failure &&
           from >= static_cast<la_int64_t>(feed_->blank_from);
  }

  /// What was read so far is all that can be.
  ContentItem damaged(std::string detail) {
    done_ = true;
    Skip failure = failure_of(*feed_, std::move(detail));
    failure.detail += "; members behind it are lost";
    return SkippedInput{context_.origin, std::move(failure)};
  }

  /// Behind the end of a tar there is padding; and then, in a compressed one, what says whether all
  /// of it was sound.
  std::optional<ContentItem> end() {
    done_ = true;
    for (std::size_t passed = 0; !feed_->failure && passed < kMaxMemberPadding;) {
      const auto count = feed_->bytes->read(feed_->buffer);
      if (!count) feed_->failure = count.error();
      if (!count || *count == 0) break;
      passed += *count;
    }
    if (!feed_->failure) return std::nullopt;
    return SkippedInput{context_.origin, *feed_->failure};
  }

  /// Starts reading a member, or says why not. Directories are passed over in silence.
  std::optional<ContentItem> open_member(archive_entry* entry) {
    ++number_;
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr) name = archive_entry_pathname_utf8(entry);
    const std::string path =
        name == nullptr ? "member " + std::to_string(number_) : std::string(name);
    ContentContext inner = context_;
    inner.origin = context_.origin + "!" + path;
    const std::size_t below = context_.origin.size() + 1;
    inner.included = context_.included || context_.filter->includes_path(inner.origin, below) ||
                     context_.filter->includes_path(path, 0);
    inner.file_time.reset();
    if (archive_entry_mtime_is_set(entry) != 0)
      inner.file_time = Instant(std::chrono::seconds(archive_entry_mtime(entry)));
    ++inner.depth;
    inner.compressed = false;
    const auto type = archive_entry_filetype(entry);
    if (type == AE_IFDIR) return std::nullopt;
    const auto skipped = [&](SkipReason reason) {
      return SkippedInput{inner.origin, {reason, {}}};
    };
    if (type == AE_IFLNK) return skipped(SkipReason::Symlink);
    if (type != AE_IFREG || archive_entry_hardlink(entry) != nullptr)
      return skipped(SkipReason::NotRegular);
    if (context_.filter->excludes_path(inner.origin, below) ||
        context_.filter->excludes_path(path, 0))
      return skipped(SkipReason::Excluded);
    sized_ = archive_entry_size_is_set(entry) != 0;
    inner.bytes.reset();
    if (sized_ && archive_entry_size(entry) >= 0)
      inner.bytes = static_cast<std::uint64_t>(archive_entry_size(entry));
    member_ = open_content(
        InputBuffer(plain_parts(std::make_unique<MemberStream>(archive_.get(), *feed_))),
        std::move(inner));
    return std::nullopt;
  }

  /// Without a stated size the end of a member is found only by decoding it: not without limit.
  bool pass_over_rest() {
    if (sized_) return true;
    la_int64_t packed = archive_filter_bytes(archive_.get(), -1);
    while (true) {
      const la_ssize_t count =
          archive_read_data(archive_.get(), feed_scratch_.data(), feed_scratch_.size());
      if (count <= 0) return true;
      const la_int64_t before = std::exchange(packed, archive_filter_bytes(archive_.get(), -1));
      if (!unfolding_.count(static_cast<std::size_t>(packed - before),
                            static_cast<std::size_t>(count)))
        return false;
    }
  }

  ContentContext context_;
  Unfolding unfolding_;
  std::unique_ptr<Feed> feed_;
  ArchivePtr archive_;
  // Names in UTF-8 are taken as they are. Into the charset of the "C" locale libarchive converts
  // them one character at a time, looking at all the rest for each.
  LocalePtr utf8_{newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{})};
  std::unique_ptr<ContentReader> member_;
  std::array<char, kReadBytes> feed_scratch_;
  std::string failure_;
  std::size_t number_ = 0;
  int retries_ = 0;
  bool inside_ = false;  // of a member
  bool lost_ = false;    // within what no header was found for
  bool sized_ = false;
  bool done_ = false;
};

}  // namespace

bool looks_like_archive(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) return true;
  return head.size() >= 512 && head.substr(257, 5) == "ustar";
}

std::unique_ptr<ContentReader> open_archive(InputBuffer input, ContentContext context) {
  return std::make_unique<ArchiveMembers>(std::move(input), std::move(context));
}

}  // namespace pressmark::indexer
