#include "indexer/store/intake.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

namespace pressmark::indexer {
namespace {

/// Of two copies of one article the one of the higher rank counts, whichever comes first.
int rank(const ArticleEntry& entry) {
  if (entry.cut) return 0;
  return entry.from_feed ? 1 : 2;
}

/// Whether the text that is replaced is a version of the article: what somebody edited, or what may
/// say more than its successor.
bool makes_version(const ArticleEntry& older, const ArticleEntry& newer) {
  if (older.text == newer.text) return false;
  if (rank(newer) == rank(older)) return !older.from_feed || !newer.from_feed;
  return newer.record && !older.cut;
}

}  // namespace

Intake::Intake(IntakeLimits limits, std::shared_ptr<const KeyIndex> keys, FreshDirectory directory,
               FindVersions versions, WriteSegment write, Publish publish)
    : limits_(limits),
      keys_(std::move(keys)),
      directory_(std::move(directory)),
      find_versions_(std::move(versions)),
      write_(std::move(write)),
      publish_(std::move(publish)) {
  pending_.emplace_back();
}

std::optional<Intake::Older> Intake::find_older(std::uint64_t key) {
  std::optional<std::uint32_t> recounted;  // since it was written
  const auto counted = [&](ArticleEntry entry) {
    entry.versions = recounted.value_or(entry.versions);
    return entry;
  };
  for (auto pending = pending_.rbegin(); pending != pending_.rend(); ++pending) {
    const auto count = pending->content.recounted.find(key);
    if (!recounted && count != pending->content.recounted.end()) recounted = count->second;
    const auto place = pending->places.find(key);
    if (place == pending->places.end()) continue;
    const auto [segment, article] = place->second;
    const bool uncut = segment == pending->content.segments.size();
    const ArticleEntry& entry =
        uncut ? articles_[article].entry : pending->content.segments[segment].entries[article];
    return Older{counted(entry), &*pending, segment, article};
  }
  if (const auto place = keys_->find(key))
    return Older{counted(place->entry), nullptr, place->segment, 0};
  return std::nullopt;
}

void Intake::refer(const ArticleEntry& entry) {
  for (const std::uint64_t reference : entry.references) {
    if (reference == 0) continue;
    std::vector<std::uint64_t>& keys = open().referred[reference];
    if (keys.size() <= kMostReferred && std::ranges::count(keys, entry.key) == 0)
      keys.push_back(entry.key);
  }
}

std::optional<std::uint64_t> Intake::article_of(std::uint64_t number) {
  if (find_older(number)) return number;
  // References are those of the newest copy, wherever that is by now: so the answer does not depend
  // on what is durable already.
  std::set<std::uint64_t> known;
  for (const Pending& pending : pending_) {
    const auto found = pending.referred.find(number);
    if (found == pending.referred.end()) continue;
    if (found->second.size() > kMostReferred) return std::nullopt;
    for (const std::uint64_t key : found->second) {
      const Older newest = *find_older(key);
      if (newest.pending == &pending && std::ranges::count(newest.entry.references, number) > 0)
        known.insert(key);
    }
  }
  for (std::size_t i = 0; i < keys_->tables().size(); ++i) {
    const std::vector<std::uint64_t> keys = keys_->tables()[i]->referred(number);
    if (keys.size() > kMostReferred) return std::nullopt;
    for (const std::uint64_t key : keys) {
      const Older newest = *find_older(key);
      if (newest.pending == nullptr && newest.segment == i) known.insert(key);
    }
  }
  if (known.size() != 1) return std::nullopt;
  return *known.begin();
}

/// The older copy's text stays readable as a version.
void Intake::keep_version(const Older& older, std::uint64_t key) {
  OldVersion version{.key = key, .known = {older.entry.text, older.entry.crawled}};
  if (older.pending == &open()) {
    if (older.segment == open().content.segments.size()) {
      version.place = OldVersion::Place::Memory;
      version.record = articles_[older.article].document.get_data();
    } else {
      version.place = OldVersion::Place::Fresh;
      version.segment = older.segment;
      version.docid = open().content.segments[older.segment].entries[older.article].docid;
    }
  }
  open().content.versions.push_back(std::move(version));
}

void Intake::retire(const Older& older, std::uint64_t key) {
  if (older.pending != &open()) {
    open().content.replaced.push_back(key);  // it will be durable when the open publication is
  } else if (older.segment == open().content.segments.size()) {
    removed_[older.article] = true;
    release(articles_[older.article]);
  } else {
    FreshSegment& segment = open().content.segments[older.segment];
    segment.dead.push_back(segment.entries[older.article].docid);
  }
}

/// The texts that the article had before its newest, durable or not.
std::vector<KnownVersion> Intake::versions_of(std::uint64_t key) const {
  std::vector<KnownVersion> known = find_versions_(key);
  for (const Pending& pending : pending_) {
    for (const OldVersion& version : pending.content.versions) {
      if (version.key == key && version.place != OldVersion::Place::Nowhere)
        known.push_back(version.known);
    }
  }
  return known;
}

/// The newest copy stays and says that it has more versions.
void Intake::recount(const Older& newest, std::uint32_t versions) {
  if (newest.pending == &open() && newest.segment == open().content.segments.size()) {
    articles_[newest.article].entry.versions = versions;
    mark_versions(articles_[newest.article]);
  } else {
    open().content.recounted[newest.entry.key] = versions;
  }
}

/// Whether a copy says what an older version does, and nothing tells that the article says so
/// again: a table or a feed that grows is read anew with all copies that are in it.
bool Intake::is_known_version(const Older& newest, const NewArticle& article) const {
  const ArticleEntry& entry = article.entry;
  if (newest.entry.versions < 2 || newest.entry.text == entry.text) return false;
  return std::ranges::any_of(versions_of(entry.key), [&](const KnownVersion& version) {
    return version.text == entry.text && (!entry.crawled || entry.crawled == version.crawled ||
                                          entry.crawled == newest.entry.crawled);
  });
}

/// A page that was fetched before the newest copy.
Verdict Intake::add_earlier(const Older& newest, const NewArticle& article) {
  const ArticleEntry& entry = article.entry;
  std::vector<KnownVersion> known = versions_of(entry.key);
  known.push_back({newest.entry.text, newest.entry.crawled});
  const auto same = std::ranges::find(known, entry.text, &KnownVersion::text);
  if (same != known.end()) {
    if (same->crawled != entry.crawled) captured(entry.key, *entry.crawled);
    return Verdict::Duplicate;
  }
  OldVersion version{.key = entry.key,
                     .place = OldVersion::Place::Memory,
                     .record = article.document.get_data(),
                     .known = {entry.text, entry.crawled}};
  open().version_bytes += version.record.size();
  open().content.versions.push_back(std::move(version));
  recount(newest, newest.entry.versions + 1);
  if (open().version_bytes >= limits_.segment_bytes * limits_.publication_segments)
    cut_publication();
  return Verdict::Updated;
}

Verdict Intake::add(NewArticle article) {
  const std::uint64_t key = article.entry.key;
  const auto older = find_older(key);
  if (older) {
    const bool fetched_earlier = article.entry.crawled && older->entry.crawled &&
                                 *article.entry.crawled < *older->entry.crawled;
    if (older->entry.digest == article.entry.digest) {
      if (article.entry.crawled) captured(key, *article.entry.crawled);
      return Verdict::Duplicate;
    }
    const int more = rank(article.entry) - rank(older->entry);
    if (more < 0) return Verdict::Duplicate;
    if (more == 0 && fetched_earlier) return add_earlier(*older, article);
    if (more == 0 && is_known_version(*older, article)) return Verdict::Duplicate;
    article.entry.versions = older->entry.versions;
    if (makes_version(older->entry, article.entry)) {
      ++article.entry.versions;
      keep_version(*older, key);
    }
    if (article.entry.versions > 1) mark_versions(article);
    retire(*older, key);
    open().content.recounted.erase(key);  // the newer copy has the number
    // Other bytes around the same text: what replaces the copy knows its own time only. A feed's
    // copy was none of the page.
    if (more == 0 && older->entry.text == article.entry.text && older->entry.crawled &&
        article.entry.crawled && older->entry.crawled != article.entry.crawled)
      note_capture(key, *older->entry.crawled);
  }
  open().places[key] = {open().content.segments.size(), articles_.size()};
  refer(article.entry);
  bytes_ += article.bytes;
  articles_.push_back(std::move(article));
  removed_.push_back(false);
  if (articles_.size() >= limits_.segment_articles || bytes_ >= limits_.segment_bytes)
    cut_segment();
  return older ? Verdict::Updated : Verdict::Added;
}

bool Intake::has(const ArticleEntry& entry) {
  const auto newest = find_older(entry.key);
  return newest && newest->entry.digest == entry.digest;
}

bool Intake::captured(std::uint64_t key, Instant when) {
  const auto newest = find_older(key);
  if (!newest) return false;
  if (newest->entry.crawled != when) note_capture(key, when);
  return true;
}

void Intake::note_capture(std::uint64_t key, Instant when) {
  open().content.versions.push_back(
      {.key = key, .place = OldVersion::Place::Nowhere, .captured = when});
}

void Intake::input_done() {
  if (articles_.empty() && open().content.empty()) return;
  if (++open().inputs >= limits_.publication_inputs) cut_publication();
}

void Intake::file_done(KnownFile file) {
  open().content.files.push_back(std::move(file));
  if (open().content.segments.size() >= limits_.publication_segments ||
      open().content.files.size() >= limits_.publication_files) {
    cut_publication();
  }
}

void Intake::cut_segment() {
  if (articles_.empty()) return;
  SegmentJob job{open_number_, open().content.segments.size(), {}};
  FreshSegment segment{directory_(job.publication, job.segment), {}, {}};
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    if (removed_[i]) continue;
    articles_[i].entry.docid = static_cast<std::uint32_t>(segment.entries.size() + 1);
    open().places[articles_[i].entry.key] = {job.segment, segment.entries.size()};
    segment.entries.push_back(articles_[i].entry);
    job.articles.push_back(std::move(articles_[i]));
  }
  articles_.clear();
  removed_.clear();
  bytes_ = 0;
  open().content.segments.push_back(std::move(segment));
  ++open().unwritten;
  write_(std::move(job));
  // A file of a million articles must not wait for its end: what is cut here is found unchanged if
  // it is read again.
  if (open().content.segments.size() >= limits_.publication_segments) cut_publication();
}

void Intake::cut_publication() {
  if (!articles_.empty()) {
    cut_segment();
    if (open().content.empty()) return;  // cutting the segment has cut the publication too
  }
  open().closed = true;
  ++open_number_;
  pending_.emplace_back().number = open_number_;
  hand_out();
}

void Intake::segment_written(std::uint64_t publication, std::size_t segment) {
  const auto pending = std::ranges::find(pending_, publication, &Pending::number);
  assert(pending != pending_.end() && segment < pending->content.segments.size());
  (void)segment;
  --pending->unwritten;
  hand_out();
}

void Intake::hand_out() {
  for (Pending& pending : pending_) {
    if (pending.handed_out) continue;
    if (!pending.closed || pending.unwritten > 0) return;
    pending.handed_out = true;
    publish_(pending.number, pending.content);
  }
}

void Intake::published(std::uint64_t publication, std::shared_ptr<const KeyIndex> keys) {
  assert(pending_.front().number == publication);
  (void)publication;
  keys_ = std::move(keys);
  pending_.pop_front();
}

void Intake::finish() {
  cut_segment();
  if (!open().content.empty()) cut_publication();
}

}  // namespace pressmark::indexer
