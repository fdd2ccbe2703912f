#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>

#include "common/error.h"
#include "indexer/source/content.h"
#include "indexer/source/directory.h"
#include "indexer/source/source.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxPathBytes = std::size_t{1} << 20;  // of one line in a list of paths

[[noreturn]] void fail_to_read_list(const std::string& name, const std::string& why) {
  throw Error(ExitCode::Usage, "cannot read the list " + name + ": " + why);
}

namespace fs = std::filesystem;

/// The one spelling of a path that origins begin with and articles without an address are known by:
/// below `here` relative to it where it was given so. One that leads elsewhere by a symbolic link
/// stays as it was given.
std::string one_spelling(const std::string& given, const fs::path& here) {
  const fs::path path(given);
  fs::path normal = (path.is_absolute() ? path : here / path).lexically_normal();
  if (!path.is_absolute()) normal = normal.lexically_relative(here);
  std::error_code error;
  if (normal.empty() || !fs::equivalent(path, normal, error)) return given;
  return normal.string();
}

/// What became of the bytes of a file.
struct Reading {
  bool refused = false;    // some of it, by the system
  std::uint64_t read = 0;  // bytes
};

/// Passes a stream on and remembers how its reading goes: what the readers of containers make of
/// that is their affair.
class WatchedStream : public ByteStream {
 public:
  /// `reading` outlives the stream.
  WatchedStream(std::unique_ptr<ByteStream> bytes, Reading& reading,
                const std::function<void(std::uint64_t)>& passed)
      : bytes_(std::move(bytes)), reading_(reading), passed_(passed) {}

  Outcome<std::size_t> read(std::span<char> into) override {
    auto count = bytes_->read(into);
    reading_.refused = reading_.refused || !count;
    if (count) reading_.read += *count;
    if (count && passed_) passed_(*count);
    return count;
  }

 private:
  std::unique_ptr<ByteStream> bytes_;
  Reading& reading_;
  const std::function<void(std::uint64_t)>& passed_;
};

/// Paths of a list, one after another, read as they are needed.
class PathList {
 public:
  PathList(std::string name, std::unique_ptr<ByteStream> bytes, const SourceOptions& options)
      : name_(std::move(name)),
        input_(plain_parts(std::move(bytes))),
        separator_(options.separator == ListSeparator::Nul ? '\0' : '\n'),
        stop_requested_(options.stop_requested) {}

  std::optional<std::string> next() {
    while (true) {
      std::size_t searched = 0;
      std::size_t end = std::string_view::npos;
      while ((end = input_.view().find(separator_, searched)) == std::string_view::npos) {
        searched = input_.view().size();
        if (searched > kMaxPathBytes) refuse_nul(input_.view());
        if (searched > kMaxPathBytes)
          throw Error(ExitCode::Usage, "the list of paths has a line over 1 MiB");
        if (!input_.more()) break;
      }
      if (end == std::string_view::npos && input_.next_damage()) {
        if (stop_requested_ && stop_requested_()) return std::nullopt;
        input_.consume(*input_.next_damage());  // half a path is none
        fail_to_read_list(name_, input_.take_damage()->skip.detail);
      }
      if (input_.view().empty()) return std::nullopt;
      const std::size_t length = std::min(end, input_.view().size());
      std::string path(input_.view().substr(0, length));
      input_.consume(std::min(length + 1, input_.view().size()));
      refuse_nul(path);
      if (separator_ == '\n' && path.ends_with('\r')) path.pop_back();  // a list from elsewhere
      if (!path.empty()) return path;
    }
  }

 private:
  /// No path has one: such a line is many paths, of which the system would see the first.
  void refuse_nul(std::string_view line) const {
    if (line.find('\0') == std::string_view::npos) return;
    throw Error(ExitCode::Usage,
                "the paths in the list " + name_ + " end in NUL, not in a line end: give -0");
  }

  std::string name_;
  InputBuffer input_;
  char separator_;
  std::function<bool()> stop_requested_;
};

class PathsSource : public Source {
 public:
  explicit PathsSource(SourceOptions options)
      : options_(std::move(options)),
        filter_(options_.include, options_.exclude),
        here_(fs::current_path()) {
    const auto inputs = std::ranges::count(options_.paths, kStandardInput) +
                        (options_.files_from == kStandardInput);
    if (inputs > 1) throw Error(ExitCode::Usage, "standard input (-) can be read only once");
    for (const std::string& path : options_.paths) {
      struct stat status {};
      if (path != kStandardInput && stat(path.c_str(), &status) != 0) {
        throw Error(ExitCode::Usage, "cannot read " + path + ": " + std::strerror(errno));
      }
    }
    open_list();
  }

  std::optional<SourceItem> next() override {
    while (true) {
      if (content_) {
        if (auto item = content_->next()) {
          return std::visit([](auto&& found) { return SourceItem(std::move(found)); },
                            std::move(*item));
        }
        content_.reset();
        pass_over(stamp_.size - std::min(stamp_.size, reading_.read));
        return FileDone{std::move(stamp_), !reading_.refused};
      }
      if (walker_) {
        auto found = walker_->next();
        if (!found) {
          walker_.reset();
        } else if (auto* other = std::get_if<SkippedInput>(&*found)) {
          return std::move(*other);
        } else if (auto item = begin(std::get<FileStamp>(std::move(*found)))) {
          return item;
        }
        continue;
      }
      if (!next_path()) return std::nullopt;
    }
  }

 private:
  void open_list() {
    if (options_.files_from.empty()) return;
    if (options_.files_from == kStandardInput) {
      list_.emplace("on standard input", standard_input_stream(options_.stop_requested), options_);
      return;
    }
    FileHandle file(open(options_.files_from.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) fail_to_read_list(options_.files_from, std::strerror(errno));
    list_.emplace(options_.files_from, file_stream(std::move(file), options_.stop_requested),
                  options_);
  }

  /// The directory that is not to be read: it may be made after the source was opened.
  std::optional<DirectoryId> skipped() const { return directory_id(options_.skip_directory); }

  void pass_over(std::uint64_t bytes) const {
    if (bytes > 0 && options_.passed) options_.passed(bytes);
  }

  /// Starts on the next path that was given; false when there is none.
  bool next_path() {
    if (next_path_ < options_.paths.size()) {
      const std::string& path = options_.paths[next_path_++];
      if (path == kStandardInput) {
        stamp_ = {path, 0, 0};
        read(standard_input_stream(options_.stop_requested), 0, std::nullopt);
      } else {
        walker_.emplace(one_spelling(path, here_), RootLink::Follow, skipped());
      }
      return true;
    }
    if (!list_) return false;
    auto path = list_->next();
    if (!path) return false;
    walker_.emplace(one_spelling(*path, here_), RootLink::Refuse, skipped());
    return true;
  }

  /// Where the names of folders begin that the user did not give: of a file that was given itself,
  /// nowhere.
  static std::size_t below(const FileStamp& stamp) {
    const std::size_t slash = stamp.path.rfind('/') + 1;  // 0: there is none
    if (!stamp.folder_bytes) return slash;
    return *stamp.folder_bytes == 0 ? 0 : std::min(*stamp.folder_bytes + 1, slash);
  }

  /// What there is to say of a file before its first document; nothing when its documents come
  /// next.
  std::optional<SourceItem> begin(FileStamp stamp) {
    const bool excluded = filter_.excludes_path(stamp.path, below(stamp));
    if (excluded || (options_.known && options_.known(stamp))) {
      pass_over(stamp.size);
      if (excluded) return SkippedInput{stamp.path, {SkipReason::Excluded, {}}};
      return FileUnchanged{std::move(stamp)};
    }
    auto file = walker_->open();
    if (!file) {
      pass_over(stamp.size);
      return SkippedInput{std::move(stamp.path), std::move(file.error())};
    }
    stamp_ = std::move(file->stamp);
    const std::uint64_t size = stamp_.size;
    const std::size_t hint =
        size > options_.max_document_bytes ? 0 : static_cast<std::size_t>(size);
    read(file_stream(std::move(file->handle)), hint, size);
    return std::nullopt;
  }

  /// Starts on the documents of the file that stamp_ names.
  void read(std::unique_ptr<ByteStream> stream, std::size_t hint,
            std::optional<std::uint64_t> bytes) {
    reading_ = {};
    ContentContext context;
    context.origin = stamp_.path;
    context.named = stamp_.path != kStandardInput;
    context.bytes = bytes;
    if (bytes) {  // else standard input
      context.file_time =
          std::chrono::floor<std::chrono::seconds>(std::chrono::sys_time<std::chrono::nanoseconds>(
              std::chrono::nanoseconds(stamp_.mtime_ns)));
    }
    context.max_document_bytes = options_.max_document_bytes;
    context.filter = &filter_;
    context.included = filter_.includes_path(stamp_.path, below(stamp_));
    auto watched = std::make_unique<WatchedStream>(std::move(stream), reading_, options_.passed);
    content_ = open_content(InputBuffer(plain_parts(std::move(watched)), hint), std::move(context));
  }

  SourceOptions options_;
  PathFilter filter_;
  fs::path here_;
  std::size_t next_path_ = 0;
  std::optional<PathList> list_;
  std::optional<DirectoryWalker> walker_;
  FileStamp stamp_;  // of the file that content_ reads
  Reading reading_;  // of that file; content_ refers to it
  std::unique_ptr<ContentReader> content_;
};

}  // namespace

std::unique_ptr<Source> open_sources(SourceOptions options) {
  return std::make_unique<PathsSource>(std::move(options));
}

}  // namespace pressmark::indexer
