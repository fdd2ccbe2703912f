// What a Publisher makes of parts that are there: fewer, or without what was deleted; and stories.
#include <future>
#include <utility>

#include "common/error.h"
#include "common/file.h"
#include "indexer/store/leftovers.h"
#include "indexer/store/merge.h"
#include "indexer/store/publisher.h"
#include "indexer/store/stories.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostBeside = 300'000;  // articles: merging takes some 200 bytes for each
constexpr std::size_t kMostFingerprintBytes = std::size_t{64} << 20;  // in memory: 160,000 articles

/// One part in the place of several.
void put_in_place(std::vector<Segment>& parts, std::size_t first, std::size_t last, Segment made) {
  const auto at = parts.begin() + static_cast<std::ptrdiff_t>(first);
  parts.erase(at + 1, at + static_cast<std::ptrdiff_t>(last - first));
  parts[first] = std::move(made);
}

std::optional<MergeRange> range_to_merge(const std::vector<Segment>& parts, std::size_t most) {
  std::vector<std::uint64_t> sizes;
  for (const Segment& part : parts) sizes.push_back(part.articles);
  return pick_merge(sizes, most);
}

}  // namespace

/// Writes the parts anew from which something was deleted: what Xapian deletes stays in free blocks
/// of its tables. Also what is damaged, if it can be read; the last damage that was found is
/// returned.
std::optional<Damage> Publisher::write_anew() {
  std::optional<Damage> damage;
  for (std::size_t i = 0; i < manifest_.segments.size(); ++i) {
    if (is_as_merged(path_of(manifest_.segments[i]))) continue;
    try {
      merge(i, i + 1);
    } catch (const Damage& found) {
      damage = found;
      merge(i, i + 1, Checksums::None);
    }
  }
  for (std::size_t i = 0; i < manifest_.versions.size(); ++i) {
    if (!is_as_merged(path_of(manifest_.versions[i]))) merge_versions(i, i + 1);
  }
  return damage;
}

void Publisher::merge(std::size_t first, std::size_t last, Checksums checksums) {
  std::vector<fs::path> inputs;
  std::vector<ArticleEntry> entries;
  for (std::size_t i = first; i < last; ++i) {
    inputs.push_back(path_of(manifest_.segments[i]));
    const std::vector<ArticleEntry> more = keys_->tables()[i]->entries();
    entries.insert(entries.end(), more.begin(), more.end());
  }
  const std::string name = next_name("seg");
  const std::uint64_t articles =
      merge_segments(inputs, archive_ / name, std::move(entries), checksums);
  Manifest next = manifest_;
  put_in_place(next.segments, first, last, {name, articles});
  commit(std::move(next));
  load_keys();
  remove_segments(inputs);
}

void Publisher::merge_tiers(std::size_t most) {
  while (const auto range = range_to_merge(manifest_.segments, most))
    merge(range->first, range->last);
}

void Publisher::merge_versions(std::size_t first, std::size_t last) {
  std::vector<fs::path> inputs;
  for (std::size_t i = first; i < last; ++i) inputs.push_back(path_of(manifest_.versions[i]));
  const std::string name = next_name("versions");
  const std::uint64_t versions = indexer::merge_versions(inputs, archive_ / name);
  Manifest next = manifest_;
  put_in_place(next.versions, first, last, {name, versions});
  commit(std::move(next));
  merged_versions_.insert(merged_versions_.end(), inputs.begin(), inputs.end());
}

void Publisher::merge_version_tiers(std::size_t most) {
  while (const auto range = range_to_merge(manifest_.versions, most))
    merge_versions(range->first, range->last);
}

ArticleFingerprints Publisher::fingerprints() const {
  std::vector<fs::path> segments;
  for (const Segment& segment : manifest_.segments) segments.push_back(path_of(segment));
  return read_fingerprints(segments, {archive_, kMostFingerprintBytes});
}

void Publisher::put_stories(std::string_view table) {
  Manifest next = manifest_;
  next.stories = next_name("stories");
  next.stories_behind = false;
  write_new_file(archive_ / next.stories, table);
  commit(std::move(next));
}

void Publisher::update_stories() {
  if (manifest_.stories_behind) put_stories(encode_stories(fingerprints()));
}

/// Articles are grouped on another thread meanwhile: merging changes none of what was read of them.
/// Where it fails the archive has its stories all the same.
void Publisher::merge_beside_stories(const std::function<void()>& merging) {
  if (!manifest_.stories_behind || articles() > kMostBeside) {
    update_stories();
    merging();
    return;
  }
  std::future<std::string> table = std::async(
      std::launch::async,
      [articles = fingerprints()]() mutable { return encode_stories(std::move(articles)); });
  try {
    merging();
  } catch (...) {
    try {
      put_stories(table.get());
    } catch (...) {  // they stay behind; why merging failed is what the user needs to know
    }
    throw;
  }
  put_stories(table.get());
}

}  // namespace pressmark::indexer
