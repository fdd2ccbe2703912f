#include "indexer/store/publisher.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/core.h>
#include <xapian.h>

#include "common/error.h"
#include "common/facet_columns.h"
#include "common/file.h"
#include "common/schema.h"
#include "common/segment_set.h"
#include "common/weight_bounds.h"
#include "indexer/store/block_sums.h"
#include "indexer/store/leftovers.h"
#include "indexer/store/merge.h"
#include "indexer/store/origins.h"
#include "indexer/store/segment_writer.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::size_t kMostSegments = 10;       // that a search opens
constexpr std::size_t kMostSegmentsInRun = 20;  // while a run goes on: merging can wait for its end
constexpr std::size_t kMostVersionParts = 8;
constexpr std::size_t kMostVersionPartsInRun = 24;  // open all the time: three files each
constexpr std::size_t kMostFileTables = 8;
constexpr std::string_view kRecounted = "recounted";  // behind kFreshStem

std::set<std::string> names_in(const Manifest& manifest) {
  std::set<std::string> named(manifest.files.begin(), manifest.files.end());
  for (const Segment& segment : manifest.segments) named.insert(segment.directory);
  for (const Segment& part : manifest.versions) named.insert(part.directory);
  named.insert(manifest.stories);
  return named;
}

Manifest empty_manifest() {
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.xapian_version = Xapian::version_string();
  return manifest;
}

/// Those that are made again when they are lost, or were written without checksums.
bool has_all_files(const fs::path& segment) {
  if (!fs::exists(segment / kColumnsFile) || !fs::exists(segment / kWeightBoundsFile) ||
      !has_block_sums(segment))
    return false;
  const Xapian::Database tables = open_segment(segment);
  try {
    return !FacetColumns::in_file_of(segment, tables).is_older();
  } catch (const Damage&) {
    return false;  // they are made anew from the tables
  }
}

/// Whether the table of stories, if there is one, is sound as far as it can be seen at once, and of
/// the present form.
bool has_new_stories(const fs::path& archive, const Manifest& manifest) {
  if (manifest.stories.empty()) return true;
  try {
    return !StoryTable(archive / manifest.stories).is_older();
  } catch (const Damage&) {
    return false;  // it is made anew from the articles
  }
}

bool has_manifest(const fs::path& archive) {
  return fs::exists(fs::symlink_status(archive / kManifestName));
}

Manifest manifest_to_start_with(const fs::path& archive, OpenMode mode) {
  const bool exists = has_manifest(archive);
  if (mode == OpenMode::Continue && (exists || has_segments(archive)))
    return read_manifest(archive);
  Manifest manifest = empty_manifest();
  // Old names stay out of use until the first publication: searches may have them open.
  for (const auto& entry : fs::directory_iterator(archive)) {
    const std::uint64_t number = number_of_part(entry.path().filename().string());
    manifest.next_number = std::max(manifest.next_number, number + 1);
  }
  if (exists) {
    manifest.generation =
        static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch() / 1s);
  }
  return manifest;
}

}  // namespace

Publisher::Publisher(fs::path archive, std::chrono::milliseconds lock_timeout, OpenMode mode)
    : archive_(std::move(archive)),
      lock_(archive_, lock_timeout),
      deletions_(archive_),
      old_archive_stands_(mode == OpenMode::Rebuild && has_manifest(archive_)),
      manifest_(manifest_to_start_with(archive_, mode)) {
  for (const auto& entry : fs::directory_iterator(archive_)) {
    const std::uint64_t number = number_of_part(entry.path().filename().string());
    manifest_.next_number = std::max(manifest_.next_number, number + 1);
  }
  remove_leftovers();
  load_keys();
  settle();
  remove_deleted();
  if (!has_manifest(archive_)) commit(manifest_);
}

Publisher::~Publisher() {
  remove_fresh_files(archive_);
  try {
    // A manifest whose renaming could not be made durable names other parts than ours does.
    remove_leftovers(names_in(read_manifest(archive_)));
  } catch (...) {  // the next run does it
  }
}

std::uint64_t Publisher::articles() const {
  std::uint64_t total = 0;
  for (const auto& table : keys_->tables()) total += table->size();
  return total;
}

std::vector<fs::path> Publisher::version_parts() const {
  std::vector<fs::path> parts;
  for (const Segment& part : manifest_.versions) parts.push_back(path_of(part));
  return parts;
}

std::optional<StoredArticle> Publisher::article(std::uint64_t key) const {
  const auto place = keys_->find(key);
  if (!place) return std::nullopt;
  const fs::path segment = path_of(manifest_.segments[place->segment]);
  auto article =
      decode_stored_article(open_segment(segment).get_document(place->entry.docid).get_data());
  if (!article)
    throw Damage(
        fmt::format("{}: an article cannot be read: {}", segment.string(), article.error().what));
  return std::move(*article);
}

fs::path Publisher::fresh_directory(std::uint64_t number) const {
  return archive_ / fmt::format("{}{:06}", kFreshStem, number);
}

void Publisher::publish(Publication publication) {
  if (publication.empty()) return;
  Manifest next = manifest_;
  add_versions(next, publication);  // before anything of them is deleted
  for (const std::uint64_t key : publication.replaced) {
    if (const auto place = keys_->find(key)) {
      next.dead.push_back({next.segments[place->segment].directory, place->entry.docid});
    }
  }
  if (auto recounted = recount(next, publication))
    publication.segments.push_back(*std::move(recounted));
  std::vector<fs::path> inputs;
  std::vector<ArticleEntry> entries;
  for (const FreshSegment& fresh : publication.segments) {
    if (!fresh.dead.empty()) delete_from_fresh(fresh.directory, fresh.dead);
    if (fresh.dead.size() == fresh.entries.size()) continue;
    inputs.push_back(fresh.directory);
    entries.insert(entries.end(), fresh.entries.begin(), fresh.entries.end());
  }
  if (!inputs.empty()) {
    const std::string name = next_name("seg");
    next.segments.push_back({name, merge_segments(inputs, archive_ / name, std::move(entries))});
    next.stories_behind = true;
  }
  add_files(next, publication.files);
  commit(std::move(next));
  for (const FreshSegment& fresh : publication.segments) fs::remove_all(fresh.directory);
  load_keys();
  settle();
  merge_tiers(kMostSegmentsInRun);
  merge_version_tiers(kMostVersionPartsInRun);
}

/// Newest copies that get an older version are written once more, with another number of versions:
/// a segment changes by deletions only.
std::optional<FreshSegment> Publisher::recount(Manifest& next, Publication& publication) const {
  if (publication.recounted.empty()) return std::nullopt;
  FreshSegment made{archive_ / (std::string(kFreshStem) + std::string(kRecounted)), {}, {}};
  std::vector<Recount> recounts;
  const auto add = [&](const fs::path& directory, ArticleEntry entry, std::uint32_t versions) {
    entry.versions = versions;
    recounts.push_back({directory, entry.docid, entry});
    entry.docid = static_cast<std::uint32_t>(recounts.size());
    made.entries.push_back(entry);
  };
  std::set<std::uint64_t> here;
  for (FreshSegment& fresh : publication.segments) {
    const std::set<std::uint32_t> dead(fresh.dead.begin(), fresh.dead.end());
    for (const ArticleEntry& entry : fresh.entries) {
      const auto count = publication.recounted.find(entry.key);
      if (count == publication.recounted.end() || dead.contains(entry.docid)) continue;
      add(fresh.directory, entry, count->second);
      fresh.dead.push_back(entry.docid);
      here.insert(entry.key);
    }
  }
  for (const auto& [key, versions] : publication.recounted) {
    const auto place = here.contains(key) ? std::nullopt : keys_->find(key);
    if (!place) continue;
    const std::string& segment = next.segments[place->segment].directory;
    add(archive_ / segment, place->entry, versions);
    next.dead.push_back({segment, place->entry.docid});
  }
  write_recounted(made.directory, recounts);
  return made;
}

void Publisher::replace(std::size_t number, const std::vector<fs::path>& fresh) {
  const fs::path old = path_of(manifest_.segments[number]);
  const std::string name = next_name("seg");
  const Segment made{name,
                     merge_segments(fresh, archive_ / name, keys_->tables()[number]->entries())};
  if (made.articles != manifest_.segments[number].articles) {
    throw Error(ExitCode::Database,
                fmt::format("{} holds {} articles in the place of {}", name, made.articles,
                            manifest_.segments[number].articles));
  }
  Manifest next = manifest_;
  next.segments[number] = made;
  next.stories_behind = true;  // fingerprints are made anew as well
  commit(std::move(next));
  load_keys();
  remove_segments({old});
  for (const fs::path& directory : fresh) fs::remove_all(directory);
}

void Publisher::finish() {
  settle();
  merge_beside_stories([this] { merge_tiers(kMostSegments); });
  merge_version_tiers(kMostVersionParts);
  remove_leftovers();
}

void Publisher::compact() {
  settle();
  const auto is_one = [this](const std::vector<Segment>& parts) {
    return parts.empty() || (parts.size() == 1 && is_as_merged(path_of(parts.front())));
  };
  const auto has_files = [this](const Segment& segment) { return has_all_files(path_of(segment)); };
  if (!has_new_stories(archive_, manifest_)) manifest_.stories_behind = true;
  merge_beside_stories([&] {
    if (!is_one(manifest_.segments) || !std::ranges::all_of(manifest_.segments, has_files))
      merge(0, manifest_.segments.size());
  });
  if (!is_one(manifest_.versions)) merge_versions(0, manifest_.versions.size());
  remove_leftovers();
}

std::uint64_t Publisher::prune(const std::vector<KnownFile>& gone, std::uint64_t most) {
  if (gone.empty()) return 0;
  const std::vector<std::uint64_t> keys = articles_only_in(archive_, manifest_, *keys_, gone);
  if (keys.size() > most) return keys.size();
  Manifest next = manifest_;
  mark_dead(next, keys);
  std::vector<KnownFile> files = gone;
  for (KnownFile& file : files) {
    file.gone = true;
    file.articles.clear();
  }
  add_files(next, files);
  commit(std::move(next));
  settle();
  return keys.size();
}

std::optional<Damage> Publisher::remove(const std::set<std::uint64_t>& keys) {
  deletions_.add(keys);  // from here on it is done, if need be by the next Publisher
  remove_deleted();
  std::optional<Damage> damage = write_anew();
  update_stories();
  remove_leftovers();
  return damage;
}

std::size_t Publisher::allow(const std::set<std::uint64_t>& keys) {
  std::vector<KnownFile> files;
  for_each_known_file(archive_, manifest_.files, [&](const KnownFile& file) {
    if (std::ranges::none_of(file.articles, [&](std::uint64_t key) { return keys.contains(key); }))
      return;
    files.push_back(file);
    files.back().whole = false;
  });
  if (!files.empty()) {
    Manifest next = manifest_;
    add_files(next, files);
    commit(std::move(next));
  }
  deletions_.remove(keys);
  return files.size();
}

/// The articles of these keys, and what they were before.
void Publisher::mark_dead(Manifest& next, const std::vector<std::uint64_t>& keys) const {
  for (const std::uint64_t key : keys) {
    if (const auto place = keys_->find(key))
      next.dead.push_back({manifest_.segments[place->segment].directory, place->entry.docid});
  }
  for (const Segment& part : manifest_.versions) {
    for (const std::uint32_t version : versions_of(path_of(part), keys))
      next.dead.push_back({part.directory, version});
  }
}

/// Deletes what the list of deletions names and the archive has: also what a killed run has left.
void Publisher::remove_deleted() {
  if (deletions_.keys().empty()) return;
  Manifest next = manifest_;
  mark_dead(next, {deletions_.keys().begin(), deletions_.keys().end()});
  if (next.dead.empty()) return;
  commit(std::move(next));
  settle();
}

std::string Publisher::next_name(const char* stem) {
  return fmt::format("{}-{:06}", stem, manifest_.next_number++);
}

/// The one place where something becomes part of the archive: all that `next` names is on the disk
/// already.
void Publisher::commit(Manifest next) {
  next.next_number = manifest_.next_number;
  next.generation = manifest_.generation + 1;
  next.xapian_version = Xapian::version_string();
  sync_directory(archive_);
  replace_file(archive_ / kManifestName, encode(next));
  manifest_ = std::move(next);
  old_archive_stands_ = false;
}

/// Deletes the copies whose successors are published. Done again after a kill: deleting twice is
/// deleting once.
void Publisher::settle() {
  if (manifest_.dead.empty()) return;
  std::map<std::string, std::set<std::uint32_t>> dead;
  for (const DeadArticle& article : manifest_.dead) dead[article.directory].insert(article.docid);
  Manifest next = manifest_;
  next.dead.clear();
  std::vector<fs::path> emptied;
  for (const auto& [directory, docids] : dead) {
    const bool versions = directory.starts_with("versions-");
    std::vector<Segment>& parts = versions ? next.versions : next.segments;
    const auto part = std::ranges::find(parts, directory, &Segment::directory);
    if (part == parts.end()) continue;
    const Xapian::Database database(path_of(*part).string(), Xapian::DB_BACKEND_GLASS);
    const std::vector<std::uint32_t> list(docids.begin(), docids.end());
    if (articles_there(database, list).size() == database.get_doccount()) {
      emptied.push_back(path_of(*part));
      parts.erase(part);
      continue;
    }
    part->articles =
        versions ? delete_documents(path_of(*part), list) : delete_articles(path_of(*part), list);
  }
  next.stories_behind = true;
  commit(std::move(next));
  load_keys();
  remove_segments(emptied);
}

void Publisher::add_files(Manifest& next, const std::vector<KnownFile>& files) {
  if (files.empty()) return;
  std::string name = next_name("files");
  write_new_file(archive_ / name, encode(files));
  next.files.push_back(std::move(name));
  if (next.files.size() <= kMostFileTables) return;
  std::vector<KnownFile> all;
  for_each_known_file(archive_, next.files, [&](const KnownFile& file) { all.push_back(file); });
  name = next_name("files");
  write_new_file(archive_ / name, encode(all));
  next.files = {std::move(name)};
}

void Publisher::add_versions(Manifest& next, const Publication& publication) {
  std::vector<VersionRecord> records;
  std::map<fs::path, Xapian::Database> open;
  const auto record_of = [&](const fs::path& directory, std::uint32_t docid) {
    const auto [at, fresh] = open.try_emplace(directory);
    if (fresh) at->second = Xapian::Database(directory.string(), Xapian::DB_BACKEND_GLASS);
    return at->second.get_document(docid).get_data();
  };
  for (const OldVersion& version : publication.versions) {
    if (version.place == OldVersion::Place::Nowhere) {
      records.push_back({.key = version.key, .captured = version.captured});
    } else if (version.place == OldVersion::Place::Memory) {
      records.push_back({version.key, version.record});
    } else if (version.place == OldVersion::Place::Fresh) {
      const fs::path& directory = publication.segments[version.segment].directory;
      records.push_back({version.key, record_of(directory, version.docid)});
    } else if (const auto place = keys_->find(version.key)) {
      const fs::path directory = path_of(manifest_.segments[place->segment]);
      records.push_back({version.key, record_of(directory, place->entry.docid)});
    }
  }
  if (records.empty()) return;
  const std::string name = next_name("versions");
  write_versions(archive_ / name, records);
  next.versions.push_back({name, records.size()});
}

void Publisher::load_keys() {
  std::vector<std::shared_ptr<const KeyTable>> tables;
  for (const Segment& segment : manifest_.segments) {
    tables.push_back(std::make_shared<const KeyTable>(path_of(segment) / kKeysFile));
  }
  keys_ = std::make_shared<const KeyIndex>(std::move(tables));
}

/// What the manifest of an old archive names is not ours to remove while that one stands.
void Publisher::remove_leftovers(std::set<std::string> named) {
  remove_segments(std::exchange(merged_versions_, {}));
  named.merge(names_in(manifest_));
  indexer::remove_leftovers(archive_, named, old_archive_stands_ ? Unnamed::Keep : Unnamed::Remove);
}

}  // namespace pressmark::indexer
