#include "indexer/store/check.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/core.h>
#include <xapian.h>

#include "common/error.h"
#include "common/facet_columns.h"
#include "common/file.h"
#include "common/last_words.h"
#include "common/manifest.h"
#include "common/segment_set.h"
#include "common/stored_article.h"
#include "common/story_table.h"
#include "common/weight_bounds.h"
#include "indexer/store/block_sums.h"
#include "indexer/store/deletions.h"
#include "indexer/store/key_table.h"
#include "indexer/store/known_files.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& what) {
  throw Damage(fmt::format("{} is damaged: {}", path.string(), what));
}

/// Reads every list of every table to its end: what is left to do where Xapian's own check, which
/// opens the tables for writing, cannot.
void read_through(const Xapian::Database& database) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
    }
  }
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    for (auto term = database.termlist_begin(*at); term != database.termlist_end(*at); ++term) {
      for (auto place = term.positionlist_begin(); place != term.positionlist_end(); ++place) {
      }
    }
  }
}

void check_tables(const Xapian::Database& database, const fs::path& directory) {
  if (access((directory / "postlist.glass").c_str(), W_OK) != 0) return read_through(database);
  std::ostringstream details;
  if (Xapian::Database::check(directory.string(), 0, &details) != 0)
    fail(directory, "its tables do not agree");
}

/// Returns the number of articles.
std::uint64_t check_one_segment(const Segment& segment, const fs::path& directory) {
  // Opened first: Xapian's check would follow a stub file.
  const Xapian::Database database = open_segment(directory);
  verify_block_sums(directory, database.get_revision());
  check_tables(database, directory);
  if (database.get_doccount() > segment.articles)
    fail(directory, "it holds more articles than were published");
  std::uint64_t articles = 0;
  std::uint64_t length = 0;
  for (auto article = database.postlist_begin(""); article != database.postlist_end("");
       ++article, ++articles) {
    const auto record = decode_stored_article(database.get_document(*article).get_data());
    if (!record) fail(directory, fmt::format("article {}: {}", *article, record.error().what));
    length += article.get_doclength();
    if (article.get_doclength() > database.get_doclength_upper_bound())
      fail(directory, fmt::format("article {} is longer than any", *article));
  }
  if (length != database.get_total_length()) fail(directory, "its lengths do not agree");
  const auto entries = KeyTable(directory / kKeysFile).entries();
  if (articles != database.get_doccount() || entries.size() < articles)
    fail(directory, "its counts do not agree");
  for (const std::string_view file : {kColumnsFile, kWeightBoundsFile}) {
    if (!fs::exists(directory / file)) {
      fail(directory, fmt::format("it has lost its {}, without which searches are slow; "
                                  "pressmark-index --compact writes them anew",
                                  file));
    }
  }
  if (fs::exists(directory / kBlockSumsFile) && !has_block_sums(directory))
    fail(directory / kBlockSumsFile, "pressmark-index --compact writes it anew");
  FacetColumns::in_file_of(directory, database).verify();
  WeightBounds::in_file_of(directory, database).verify();
  return articles;
}

void check_versions(const Segment& part, const fs::path& directory) {
  const Xapian::Database database(directory.string(), Xapian::DB_BACKEND_GLASS);
  check_tables(database, directory);
  if (database.get_doccount() > part.articles) fail(directory, "it holds more than was published");
  for (auto version = database.postlist_begin(""); version != database.postlist_end("");
       ++version) {
    const std::string data = database.get_document(*version).get_data();
    if (data.empty()) continue;  // a capture
    const auto record = decode_stored_article(data);
    if (!record) fail(directory, fmt::format("version {}: {}", *version, record.error().what));
  }
}

/// The whole check, in this process.
std::string check_here(const fs::path& archive) {
  const Manifest manifest = read_manifest(archive);
  std::uint64_t articles = 0;
  std::size_t without_sums = 0;
  for (const Segment& segment : manifest.segments) {
    articles += check_one_segment(segment, archive / segment.directory);
    const fs::path directory = archive / segment.directory;
    const bool older = FacetColumns::in_file_of(directory, open_segment(directory)).is_older();
    without_sums += fs::exists(directory / kBlockSumsFile) && !older ? 0 : 1;
  }
  for (const Segment& part : manifest.versions) check_versions(part, archive / part.directory);
  for (const std::string& table : manifest.files) {
    (void)decode_known_files(read_whole_file(archive / table), archive / table);
  }
  if (!manifest.stories.empty()) StoryTable(archive / manifest.stories).verify();
  (void)Deletions(archive);
  const std::string note =
      without_sums == 0
          ? ""
          : fmt::format("; {} without checksums, pressmark-index --compact writes them anew",
                        without_sums);
  return fmt::format("{}: {} articles in {} segments, no damage{}", archive.string(), articles,
                     manifest.segments.size(), note);
}

constexpr char kSound = '+', kDamaged = '-', kRefused = '!';

std::string answer_of(const Xapian::Error& error, const fs::path& archive) {
  if (const auto refused = refusal(error)) return kRefused + std::string(refused->what());
  return kDamaged +
         fmt::format("the archive {} is damaged: {}", archive.string(), plain_message(error));
}

/// Sends the answer through the pipe, its first byte telling a good one from damage and from what
/// the system refused.
[[noreturn]] void answer(int pipe, const fs::path& archive) {
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT}) std::signal(signal, SIG_DFL);
  std::string text;
  try {
    text = kSound + check_here(archive);
  } catch (const Xapian::Error& error) {
    text = answer_of(error, archive);
  } catch (const Damage& damage) {
    text = kDamaged + std::string(damage.what());
  } catch (const Error& error) {
    text = kRefused + std::string(error.what());
  } catch (const std::exception& error) {
    text = kDamaged + fmt::format("the archive {} is damaged: {}", archive.string(), error.what());
  }
  const ssize_t written = write(pipe, text.data(), std::min<std::size_t>(text.size(), 4000));
  _exit(written > 0 ? 0 : 1);
}

std::string read_answer(int pipe) {
  std::string text(4096, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t got = ::read(pipe, text.data() + size, text.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    size += static_cast<std::size_t>(got);
  }
  text.resize(size);
  return text;
}

}  // namespace

std::string check_archive(const fs::path& archive) {
  int ends[2];
  if (pipe(ends) != 0) throw system_error("check", archive, errno);
  const Descriptor from_child(ends[0]);
  Descriptor to_parent(ends[1]);
  const pid_t child = fork();
  if (child < 0) throw system_error("check", archive, errno);
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // it would hold the lock on
    const rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    answer(to_parent.get(), archive);
  }
  to_parent = Descriptor();
  const std::string text = read_answer(from_child.get());
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status) || text.empty()) {
    fail(archive, "Xapian crashed on a table of it");
  }
  if (text.front() == kDamaged) throw Damage(text.substr(1));
  if (text.front() == kRefused) throw Error(ExitCode::Database, text.substr(1));
  return text.substr(1);
}

}  // namespace pressmark::indexer
