#include "indexer/store/publisher.h"

#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <unistd.h>

#include <gtest/gtest.h>

#include "common/error.h"
#include "common/history.h"
#include "common/identity.h"
#include "common/schema.h"
#include "common/segment_set.h"
#include "common/stored_article.h"
#include "indexer/store/check.h"
#include "indexer/store/segment_writer.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// An article "name" with a text, as the document stage would build it, as far as the store looks
/// into it.
NewArticle article(const std::string& name, const std::string& text, std::uint32_t docid) {
  NewArticle article;
  StoredArticle stored;
  stored.title = name;
  stored.text = text;
  stored.origin = "/crawl/" + name + ".html";
  article.entry = {.key = article_key(name),
                   .digest = article_key(text),
                   .text = article_key(text),
                   .docid = docid};
  article.document.set_data(encode(stored));
  article.document.add_value(slot::kArticleKey, encode_key(article.entry.key));
  article.document.add_posting("word", 1);
  article.document.add_boolean_term(make_term(field(FieldId::Origin).prefix, stored.origin));
  return article;
}

struct Given {
  std::string name, text;
};

/// A publication of one fresh segment.
Publication publication_of(const Publisher& publisher, std::uint64_t number,
                           const std::vector<Given>& given) {
  std::vector<NewArticle> articles;
  Publication publication;
  publication.segments.push_back({publisher.fresh_directory(number), {}, {}});
  for (const Given& one : given) {
    articles.push_back(
        article(one.name, one.text, static_cast<std::uint32_t>(articles.size() + 1)));
    publication.segments[0].entries.push_back(articles.back().entry);
    publication.replaced.push_back(articles.back().entry.key);
    publication.files.push_back(known_file("/crawl/" + one.name + ".html", 1, 1, "/"));
  }
  write_fresh_segment(publication.segments[0].directory, articles);
  return publication;
}

std::map<std::string, std::string> contents(const fs::path& archive) {
  std::map<std::string, std::string> found;
  const SegmentSet segments(archive);
  const Xapian::Database& database = segments.database();
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const auto record = decode_stored_article(database.get_document(*id).get_data());
    EXPECT_TRUE(record);
    EXPECT_TRUE(found.emplace(record->title, record->text).second)
        << record->title << " is there twice";
  }
  return found;
}

using Contents = std::map<std::string, std::string>;

TEST(Publisher, WhatIsPublishedIsThere) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    EXPECT_EQ(contents(archive), Contents());
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
    EXPECT_EQ(contents(archive), (Contents{{"a", "one"}, {"b", "two"}}));
    publisher.publish(publication_of(publisher, 2, {{"b", "newer"}, {"c", "three"}}));
    EXPECT_EQ(contents(archive), (Contents{{"a", "one"}, {"b", "newer"}, {"c", "three"}}));
    EXPECT_EQ(publisher.articles(), 3U);
    EXPECT_FALSE(fs::exists(publisher.fresh_directory(1)));
    publisher.finish();
  }
  EXPECT_NE(check_archive(archive).find("3 articles in 2 segments"), std::string::npos);
  Publisher again(archive, 0ms, OpenMode::Continue);
  ASSERT_TRUE(again.keys()->find(article_key("b")));
  EXPECT_EQ(again.keys()->find(article_key("b"))->entry.digest, article_key("newer"));
  EXPECT_TRUE(
      KnownFiles(archive, again.manifest().files).contains(known_file("/crawl/a.html", 1, 1, "/")));
}

TEST(Publisher, ASegmentWhoseArticlesAreAllReplacedGoes) {
  const test::TempDir dir;
  Publisher publisher(dir.path() / "archive", 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
  publisher.publish(publication_of(publisher, 2, {{"a", "two"}}));
  EXPECT_EQ(publisher.manifest().segments.size(), 1U);
  EXPECT_EQ(contents(dir.path() / "archive"), (Contents{{"a", "two"}}));
}

TEST(Publisher, SegmentsStayFew) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  Contents expected;
  for (std::uint64_t i = 0; i < 30; ++i) {
    const std::string name = "article " + std::to_string(i);
    publisher.publish(publication_of(publisher, i, {{name, "text"}}));
    expected[name] = "text";
  }
  publisher.finish();
  EXPECT_LE(publisher.manifest().segments.size(), 10U);
  EXPECT_EQ(contents(archive), expected);
  publisher.compact();
  EXPECT_EQ(publisher.manifest().segments.size(), 1U);
  EXPECT_EQ(contents(archive), expected);
  EXPECT_TRUE(publisher.keys()->find(article_key("article 17")));
}

TEST(Publisher, ASearchKeepsWhatWasMergedAwayUntilItAsksAnew) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", std::string(20'000, 'x')}}));
  publisher.publish(publication_of(publisher, 2, {{"b", "two"}}));
  SegmentSet search(archive);
  publisher.compact();
  const auto is_segment = [](const fs::directory_entry& entry) {
    return entry.path().filename().string().starts_with("seg-");
  };
  EXPECT_EQ(std::ranges::count_if(fs::directory_iterator(archive), is_segment), 1);
  EXPECT_EQ(search.database().get_doccount(), 2U);
  for (Xapian::docid id : {1, 2})
    EXPECT_TRUE(decode_stored_article(search.database().get_document(id).get_data())) << id;
  search.reopen();
  EXPECT_EQ(search.segments().size(), 1U);
  EXPECT_EQ(search.database().get_doccount(), 2U);
}

TEST(Publisher, AKilledRunLeavesDeletionsThatTheNextOneDoes) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Manifest manifest;
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
    manifest = publisher.manifest();
  }
  manifest.dead = {{manifest.segments[0].directory, 1}, {"seg-999999", 3}};
  for (int run = 0; run < 2; ++run) {  // the second time the article is gone already
    std::ofstream(archive / "MANIFEST") << encode(manifest);
    Publisher(archive, 0ms, OpenMode::Continue).finish();
    EXPECT_EQ(contents(archive), (Contents{{"b", "two"}}));
  }
}

TEST(Publisher, WhatTheManifestDoesNotNameIsRemoved) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
  }
  dir.write("archive/fresh-000007/postlist.glass", "left by a kill");
  dir.write("archive/files-000099", "left by a kill");
  dir.write("archive/notes.txt", "of the user");
  fs::create_directory(archive / "seg-000050");
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  EXPECT_FALSE(fs::exists(archive / "fresh-000007"));
  EXPECT_FALSE(fs::exists(archive / "files-000099"));
  EXPECT_FALSE(fs::exists(archive / "seg-000050"));
  EXPECT_TRUE(fs::exists(archive / "notes.txt"));
  publisher.publish(publication_of(publisher, 2, {{"b", "two"}}));
  EXPECT_EQ(contents(archive), (Contents{{"a", "one"}, {"b", "two"}}));
}

TEST(Publisher, PruneForgetsFilesAndTheirArticles) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"ab", "two"}, {"b", "three"}}));
  EXPECT_EQ(publisher.prune({known_file("/crawl/a.html", 1, 1, "/")}), 1U);
  EXPECT_EQ(contents(archive), (Contents{{"ab", "two"}, {"b", "three"}}));
  EXPECT_FALSE(publisher.keys()->find(article_key("a")));
  EXPECT_FALSE(KnownFiles(archive, publisher.manifest().files)
                   .contains(known_file("/crawl/a.html", 1, 1, "/")));
}

std::vector<std::string> older_texts(const fs::path& archive, const std::string& name) {
  std::vector<std::string> texts;
  for (const StoredArticle& version :
       history_of(archive, read_manifest(archive), article_key(name)).versions)
    texts.push_back(version.text);
  return texts;
}

/// Publishes a later text of the article.
void publish_version(Publisher& publisher, std::uint64_t number, const std::string& name,
                     const std::string& text) {
  Publication publication = publication_of(publisher, number, {{name, text}});
  publication.versions.push_back({.key = article_key(name)});
  publisher.publish(std::move(publication));
}

using Texts = std::vector<std::string>;

TEST(Publisher, KeepsWhatAnArticleWas) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
  Texts expected;
  std::string newest = "one";
  for (std::uint64_t i = 2; i < 14; ++i) {  // more parts than an archive keeps
    expected.push_back(newest);
    newest = "text " + std::to_string(i);
    publish_version(publisher, i, "a", newest);
  }
  EXPECT_EQ(older_texts(archive, "a"), expected);
  publisher.finish();
  EXPECT_EQ(older_texts(archive, "a"), expected) << "also when parts were merged";
  EXPECT_LE(publisher.manifest().versions.size(), 8U);
  EXPECT_EQ(older_texts(archive, "b"), Texts());
  EXPECT_EQ(contents(archive), (Contents{{"a", newest}, {"b", "two"}}));
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
}

TEST(Publisher, KeepsVersionsThatNeverWereAlone) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  Publication publication = publication_of(publisher, 1, {{"a", "second"}, {"b", "two"}});
  StoredArticle first;
  first.text = "first";
  publication.versions.push_back(
      {.key = article_key("a"), .place = OldVersion::Place::Memory, .record = encode(first)});
  Publication next = publication_of(publisher, 2, {{"a", "third"}});
  publication.segments.push_back(next.segments[0]);
  publication.segments[0].dead = {1};
  publication.versions.push_back(
      {.key = article_key("a"), .place = OldVersion::Place::Fresh, .segment = 0, .docid = 1});
  publisher.publish(std::move(publication));
  EXPECT_EQ(older_texts(archive, "a"), (Texts{"first", "second"}));
  EXPECT_EQ(contents(archive), (Contents{{"a", "third"}, {"b", "two"}}));
}

TEST(Publisher, NotesThatAnArticleWasSeenAgain) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
  Publication publication;
  for (const int seconds : {1700000000, 1600000000, 1600000000}) {
    publication.versions.push_back({.key = article_key("a"),
                                    .place = OldVersion::Place::Nowhere,
                                    .captured = Instant(std::chrono::seconds(seconds))});
  }
  publisher.publish(std::move(publication));
  const History history = history_of(archive, read_manifest(archive), article_key("a"));
  EXPECT_TRUE(history.versions.empty());
  EXPECT_EQ(history.captures, (std::vector<Instant>{Instant(std::chrono::seconds(1600000000)),
                                                    Instant(std::chrono::seconds(1700000000))}));
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
}

TEST(Publisher, PruneForgetsOlderVersionsToo) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
  publish_version(publisher, 2, "a", "one more");
  publish_version(publisher, 3, "b", "two more");
  publish_version(publisher, 4, "b", "two and more");
  publisher.prune({known_file("/crawl/b.html", 1, 1, "/")});
  EXPECT_EQ(older_texts(archive, "a"), (Texts{"one"}));
  EXPECT_EQ(older_texts(archive, "b"), Texts());
  EXPECT_EQ(contents(archive), (Contents{{"a", "one more"}}));
}

TEST(Publisher, RebuildStartsEmptyAndKeepsTheOldUntilThen) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
  }
  Publisher publisher(archive, 0ms, OpenMode::Rebuild);
  EXPECT_EQ(contents(archive), (Contents{{"a", "one"}}));
  EXPECT_FALSE(publisher.keys()->find(article_key("a")));
  publisher.publish(publication_of(publisher, 1, {{"b", "two"}}));
  EXPECT_EQ(contents(archive), (Contents{{"b", "two"}}));
}

TEST(Publisher, ARebuildThatPublishesNothingLeavesTheOldArchive) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
    publish_version(publisher, 2, "a", "newer");
    publisher.finish();
  }
  dir.write("archive/fresh-000007/postlist.glass", "left by a kill");
  {
    Publisher publisher(archive, 0ms, OpenMode::Rebuild);
    EXPECT_EQ(publisher.prune({}), 0U);
    publisher.finish();
    EXPECT_TRUE(publisher.old_archive_stands());
  }
  EXPECT_FALSE(fs::exists(archive / "fresh-000007"));
  EXPECT_EQ(contents(archive), (Contents{{"a", "newer"}, {"b", "two"}}));
  EXPECT_EQ(older_texts(archive, "a"), (Texts{"one"}));
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
  Publisher publisher(archive, 0ms, OpenMode::Rebuild);
  publisher.publish(publication_of(publisher, 1, {{"c", "three"}}));
  EXPECT_FALSE(publisher.old_archive_stands());
  publisher.finish();
  EXPECT_EQ(contents(archive), (Contents{{"c", "three"}}));
}

TEST(Publisher, OneWriterAtATime) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  const Publisher first(archive, 0ms, OpenMode::Continue);
  try {
    Publisher(archive, 60ms, OpenMode::Continue);
    FAIL() << "two writers";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Locked);
    EXPECT_NE(std::string(error.what()).find("process " + std::to_string(getpid())),
              std::string::npos);
  }
}

TEST(Publisher, ADirectoryOfOtherThingsIsRefused) {
  const test::TempDir dir;
  dir.write("letters/mother.txt", "Dear");
  try {
    Publisher(dir.path() / "letters", 0ms, OpenMode::Continue);
    FAIL() << "taken for an archive";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
  }
}

TEST(Check, FindsDamageWhereverItIs) {
  const test::TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", std::string(5000, 'x')}, {"b", "two"}}));
    publisher.finish();
  }
  const std::string segment = SegmentSet(archive).manifest().segments[0].directory;
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
  for (const char* file : {"docdata.glass", "postlist.glass", "termlist.glass", "iamglass", "keys",
                           "columns", "bounds"}) {
    const fs::path path = archive / segment / file;
    const std::string bytes = test::read_file(path);
    std::string damaged = bytes;
    for (std::size_t i = 0; i < damaged.size(); i += 3)
      damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    std::ofstream(path, std::ios::binary) << damaged;
    EXPECT_THROW(check_archive(archive), Error) << file;
    std::ofstream(path, std::ios::binary) << bytes;
  }
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
}

}  // namespace
}  // namespace pressmark::indexer
