#include "tests/indexer/store/publications.h"

#include <gtest/gtest.h>

#include "common/history.h"
#include "common/identity.h"
#include "common/schema.h"
#include "common/segment_set.h"
#include "common/stored_article.h"
#include "indexer/store/segment_writer.h"

namespace pressmark::indexer::test {
namespace {

namespace fs = std::filesystem;

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

}  // namespace

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

Contents contents(const fs::path& archive) {
  Contents found;
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

Texts older_texts(const fs::path& archive, const std::string& name) {
  Texts texts;
  for (const StoredArticle& version :
       history_of(archive, read_manifest(archive), article_key(name)).versions)
    texts.push_back(version.text);
  return texts;
}

void publish_version(Publisher& publisher, std::uint64_t number, const std::string& name,
                     const std::string& text) {
  Publication publication = publication_of(publisher, number, {{name, text}});
  publication.versions.push_back({.key = article_key(name)});
  publisher.publish(std::move(publication));
}

}  // namespace pressmark::indexer::test
