#include "indexer/store/origins.h"

#include <set>
#include <string>
#include <string_view>

#include <xapian.h>

#include "common/schema.h"
#include "common/segment_set.h"
#include "common/stored_article.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kSharedBytes = 200;  // longer terms end in a hash
constexpr std::string_view kStandardInput = "-";

bool is_from(std::string_view origin, std::string_view file) {
  if (!origin.starts_with(file)) return false;
  return origin.size() == file.size() || origin[file.size()] == ':' || origin[file.size()] == '!';
}

std::string origin_of(const Xapian::Database& segment, std::uint32_t docid) {
  const auto record = decode_stored_article(segment.get_document(docid).get_data());
  return record ? record->origin : std::string();
}

/// Those of the articles with one of the terms that begin so which came from the file.
void add_articles(const Xapian::Database& segment, const std::string& start, std::string_view file,
                  std::vector<std::uint32_t>& found) {
  for (auto name = segment.allterms_begin(start); name != segment.allterms_end(start); ++name) {
    for (auto at = segment.postlist_begin(*name); at != segment.postlist_end(*name); ++at) {
      if (is_from(origin_of(segment, *at), file)) found.push_back(*at);
    }
  }
}

/// The articles of a segment whose origin is one of these files as they were given, or inside it
/// ("a.warc.gz:1734", "a.zip!b.html").
std::vector<std::uint32_t> articles_from(const Xapian::Database& segment,
                                         const std::vector<KnownFile>& files) {
  std::vector<std::uint32_t> found;
  for (const KnownFile& file : files) {
    const std::string term = make_term(field(FieldId::Origin).prefix, file.given());
    if (term.size() >= kSharedBytes) {
      add_articles(segment, term.substr(0, kSharedBytes), file.given(), found);
      continue;
    }
    // Not all terms that begin so: "crawl/1" is how thousands of files may begin.
    for (auto at = segment.postlist_begin(term); at != segment.postlist_end(term); ++at)
      found.push_back(*at);
    add_articles(segment, term + ':', file.given(), found);
    add_articles(segment, term + '!', file.given(), found);
  }
  return found;
}

bool is_from_standard_input(const Xapian::Database& segment, std::uint32_t docid) {
  return is_from(origin_of(segment, docid), kStandardInput);
}

}  // namespace

std::vector<std::uint64_t> articles_only_in(const std::filesystem::path& archive,
                                            const Manifest& manifest, const KeyIndex& keys,
                                            const std::vector<KnownFile>& gone) {
  std::set<std::uint64_t> found;
  std::set<std::string_view> paths;
  std::vector<Xapian::Database> segments;
  for (const Segment& segment : manifest.segments)
    segments.push_back(open_segment(archive / segment.directory));
  for (const KnownFile& file : gone) {
    paths.insert(file.path);
    for (const std::uint64_t key : file.articles) {
      const auto place = keys.find(key);
      if (place && !is_from_standard_input(segments[place->segment], place->entry.docid))
        found.insert(key);
    }
  }
  for (const Xapian::Database& segment : segments) {
    for (const std::uint32_t docid : articles_from(segment, gone))
      found.insert(decode_key(segment.get_document(docid).get_value(slot::kArticleKey)));
  }
  for_each_known_file(archive, manifest.files, [&](const KnownFile& file) {
    if (paths.contains(file.path)) return;
    for (const std::uint64_t key : file.articles) found.erase(key);
  });
  return {found.begin(), found.end()};
}

}  // namespace pressmark::indexer
