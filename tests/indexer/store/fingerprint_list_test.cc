#include "indexer/store/fingerprint_list.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <numeric>
#include <string>
#include <sys/resource.h>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using Fingerprint = std::vector<std::uint32_t>;
using pressmark::test::TempDir;

constexpr std::size_t kBlockBytes = std::size_t{4} << 20;

void keeps_each_article(FingerprintStorage storage) {
  FingerprintList list(std::move(storage));
  std::vector<Fingerprint> wanted;
  for (std::uint32_t i = 0; i < 40; ++i) {
    Fingerprint hashes(i == 20 ? 3 * kBlockBytes / 4 : i % 4 == 0 ? 0 : i * 5000);
    std::iota(hashes.begin(), hashes.end(), i);
    list.add(hashes);
    wanted.push_back(std::move(hashes));
  }
  ASSERT_EQ(list.size(), wanted.size());
  Fingerprint buffer;
  for (std::size_t i = 0; i < list.size(); ++i) {
    ASSERT_TRUE(std::ranges::equal(list.of(i, buffer), wanted[i])) << i;
    ASSERT_EQ(list.size_of(i), wanted[i].size());
  }
  FingerprintList moved = std::move(list);
  moved.remove(Fingerprint{0, 7, 100});
  for (std::size_t i = 0; i < moved.size(); ++i) {
    std::erase_if(wanted[i], [](std::uint32_t hash) { return hash == 7 || hash == 100; });
    ASSERT_TRUE(std::ranges::equal(moved.of(i, buffer), wanted[i])) << i;
  }
  std::size_t next = 0;
  moved.for_each([&](std::size_t i, FingerprintList::Hashes hashes) {
    ASSERT_EQ(i, next++);
    ASSERT_TRUE(std::ranges::equal(hashes, wanted[i])) << i;
  });
  EXPECT_EQ(next, wanted.size());
}

TEST(FingerprintList, KeepsEachArticleHoweverItGrows) {
  const TempDir dir;
  keeps_each_article({});
  keeps_each_article({dir.path(), 2 * kBlockBytes});
  keeps_each_article({dir.path(), 0});
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

TEST(FingerprintList, SaysThatTheFileCannotBeMade) {
  FingerprintList list({"/nowhere/at/all", 0});
  list.add(Fingerprint(kBlockBytes / 4, 1));
  EXPECT_THROW(list.add(Fingerprint{1}), Error);
}

/// No file may grow beyond so many bytes, as on a full disk, until it is destroyed.
class FileLimit {
 public:
  explicit FileLimit(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit = {bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, signal_);
  }
  FileLimit(const FileLimit&) = delete;
  FileLimit& operator=(const FileLimit&) = delete;

 private:
  rlimit before_ = {};
  void (*signal_)(int);
};

TEST(FingerprintList, SaysThatTheFileCannotGrow) {
  const TempDir dir;
  FingerprintList list({dir.path(), 0});
  const Fingerprint block(kBlockBytes / 4, 1);
  list.add(block);
  list.add(block);  // puts the first away
  {
    const FileLimit limit(kBlockBytes + kBlockBytes / 2);
    try {
      list.add(block);  // half of the second fits
      FAIL() << "nothing was said";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Output);
      EXPECT_NE(std::string(error.what()).find(dir.str()), std::string::npos) << error.what();
    }
  }
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

}  // namespace
}  // namespace pressmark::indexer
