#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>

#include "common/error.h"
#include "indexer/source/content.h"
#include "indexer/source/directory.h"
#include "indexer/source/source.h"

namespace pressmark::indexer {
namespace {

constexpr std::string_view kStandardInput = "-";
constexpr std::size_t kMaxPathBytes = std::size_t{1} << 20;  // of one line in a list of paths

/// Paths of a list, one after another, read as they are needed.
class PathList {
 public:
  PathList(std::unique_ptr<ByteStream> bytes, ListSeparator separator)
      : input_(plain_parts(std::move(bytes))),
        separator_(separator == ListSeparator::Nul ? '\0' : '\n') {}

  std::optional<std::string> next() {
    while (true) {
      std::size_t searched = 0;
      std::size_t end = std::string_view::npos;
      while ((end = input_.view().find(separator_, searched)) == std::string_view::npos) {
        searched = input_.view().size();
        if (searched > kMaxPathBytes)
          throw Error(ExitCode::Usage, "the list of paths has a line over 1 MiB");
        if (!input_.more()) break;
      }
      if (input_.view().empty()) return std::nullopt;
      const std::size_t length = std::min(end, input_.view().size());
      std::string path(input_.view().substr(0, length));
      input_.consume(std::min(length + 1, input_.view().size()));
      if (!path.empty()) return path;
    }
  }

 private:
  InputBuffer input_;
  char separator_;
};

class PathsSource : public Source {
 public:
  explicit PathsSource(SourceOptions options)
      : options_(std::move(options)), filter_(options_.include, options_.exclude) {
    const auto inputs = std::ranges::count(options_.paths, kStandardInput) +
                        (options_.files_from == kStandardInput);
    if (inputs > 1) throw Error(ExitCode::Usage, "standard input (-) can be read only once");
    for (const std::string& path : options_.paths) {
      struct stat status {};
      if (path != kStandardInput && stat(path.c_str(), &status) != 0) {
        throw Error(ExitCode::Usage, "cannot read " + path + ": " + std::strerror(errno));
      }
    }
    struct stat status {};
    if (!options_.skip_directory.empty() && stat(options_.skip_directory.c_str(), &status) == 0) {
      skipped_ = DirectoryId{status.st_dev, status.st_ino};
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
        if (stamp_) return FileDone{*std::exchange(stamp_, std::nullopt)};
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
      list_.emplace(standard_input_stream(), options_.separator);
      return;
    }
    FileHandle file(open(options_.files_from.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
      throw Error(ExitCode::Usage,
                  "cannot read the list " + options_.files_from + ": " + std::strerror(errno));
    }
    list_.emplace(file_stream(std::move(file)), options_.separator);
  }

  /// Starts on the next path that was given; false when there is none.
  bool next_path() {
    if (next_path_ < options_.paths.size()) {
      const std::string& path = options_.paths[next_path_++];
      if (path == kStandardInput) {
        read(InputBuffer(plain_parts(standard_input_stream())), path, std::nullopt);
      } else {
        walker_.emplace(path, RootLink::Follow, skipped_);
      }
      return true;
    }
    if (!list_) return false;
    auto path = list_->next();
    if (!path) return false;
    walker_.emplace(std::move(*path), RootLink::Refuse, skipped_);
    return true;
  }

  /// What there is to say of a file before its first document; nothing when its documents come
  /// next.
  std::optional<SourceItem> begin(FileStamp stamp) {
    if (filter_.excludes(stamp.path)) return SkippedInput{stamp.path, {SkipReason::Excluded, {}}};
    if (options_.known && options_.known(stamp)) return FileUnchanged{std::move(stamp)};
    auto file = walker_->open();
    if (!file) return SkippedInput{std::move(stamp.path), std::move(file.error())};
    stamp_ = std::move(file->stamp);
    const std::uint64_t size = stamp_->size;
    const std::size_t hint =
        size > options_.max_document_bytes ? 0 : static_cast<std::size_t>(size);
    read(InputBuffer(plain_parts(file_stream(std::move(file->handle))), hint), stamp_->path, size);
    return std::nullopt;
  }

  void read(InputBuffer input, const std::string& origin, std::optional<std::uint64_t> bytes) {
    ContentContext context;
    context.origin = origin;
    context.bytes = bytes;
    context.max_document_bytes = options_.max_document_bytes;
    context.filter = &filter_;
    content_ = open_content(std::move(input), std::move(context));
  }

  SourceOptions options_;
  PathFilter filter_;
  std::optional<DirectoryId> skipped_;
  std::size_t next_path_ = 0;
  std::optional<PathList> list_;
  std::optional<DirectoryWalker> walker_;
  std::optional<FileStamp> stamp_;  // of the file that content_ reads
  std::unique_ptr<ContentReader> content_;
};

}  // namespace

std::unique_ptr<Source> open_sources(SourceOptions options) {
  return std::make_unique<PathsSource>(std::move(options));
}

}  // namespace pressmark::indexer
