// The sample archive through the real programs: every fact that corpus/MANIFEST.tsv states.
#include <algorithm>
#include <iterator>
#include <map>
#include <sstream>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "tests/support/run.h"
#include "tests/support/sample_manifest.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

std::vector<std::string> strings(const rapidjson::Value& object, const char* key) {
  std::vector<std::string> found;
  if (!object.HasMember(key)) return found;
  for (const auto& value : object[key].GetArray())
    found.emplace_back(value.GetString(), value.GetStringLength());
  return found;
}

std::string text(const rapidjson::Value& object, const char* key) {
  return object.HasMember(key) ? object[key].GetString() : "";
}

/// Facts of the manifest that the program does not find. A test that finds one says so: then it
/// leaves this list.
constexpr struct {
  std::string_view file, field, why;
} kKnownDifferences[] = {
    {"default/bay-bridge-1999.html", "date",
     "a date in a masthead is as often the day of the visit"},
    {"default/edinburgh-storm.html", "source_name",
     "the name stands only beside a picture, whose attributes are not kept"},
    {"multilingual/irkutsk-biblioteka.txt", "source_name",
     "an unknown name of words without capitals is not told from a caption"},
};

void expect_fact(const rapidjson::Value& article, const std::string& file, const char* field,
                 const std::string& expected) {
  const auto known = std::ranges::find_if(kKnownDifferences, [&](const auto& difference) {
    return difference.file == file && difference.field == field;
  });
  if (known == std::end(kKnownDifferences)) {
    EXPECT_EQ(text(article, field), expected) << field;
  } else {
    EXPECT_NE(text(article, field), expected)
        << field << " is found now: take it from kKnownDifferences";
  }
}

/// What `--dry-run --json` says of each sample, by file and, in a WARC, by address.
class SampleArchive : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const RunResult dry = run({program("pressmark-index"), "--dry-run", "--json",
                               sample_folder() + "/default", sample_folder() + "/multilingual",
                               sample_folder() + "/duplicates", sample_folder() + "/warc"});
    ASSERT_EQ(dry.exit_code, 0) << dry.err;
    std::istringstream lines(dry.out);
    for (std::string line; std::getline(lines, line);) {
      rapidjson::Document article;
      article.Parse(line.c_str());
      ASSERT_FALSE(article.HasParseError()) << line;
      const std::string path = text(article, "path").substr(sample_folder().size() + 1);
      found_[path.starts_with("warc/") ? text(article, "url") : path].Swap(article);
    }
    archive_ = new TempDir;
    const RunResult indexed = run({program("pressmark-index"), "--db", archive_->str("db"),
                                   sample_folder() + "/default", sample_folder() + "/multilingual",
                                   sample_folder() + "/duplicates", sample_folder() + "/warc"});
    ASSERT_EQ(indexed.exit_code, 0) << indexed.err;
  }
  static void TearDownTestSuite() {
    delete archive_;
    archive_ = nullptr;
  }

  /// Titles of the articles that a query finds.
  static std::vector<std::string> titles(const std::vector<std::string>& query) {
    std::vector<std::string> argv = {program("pressmark-search"),
                                     "--db",
                                     archive_->str("db"),
                                     "--json",
                                     "--no-collapse",
                                     "--limit",
                                     "0"};
    argv.insert(argv.end(), query.begin(), query.end());
    const RunResult result = run(argv);
    EXPECT_LE(result.exit_code, 1) << result.err;
    std::vector<std::string> found;
    std::istringstream lines(result.out);
    for (std::string line; std::getline(lines, line);) {
      rapidjson::Document row;
      row.Parse(line.c_str());
      if (text(row, "type") == "hit") found.push_back(text(row, "title"));
    }
    return found;
  }

  static const rapidjson::Value* of(const SampleArticle& sample) {
    const auto found = found_.find(sample.file.starts_with("warc/") ? sample.url : sample.file);
    return found == found_.end() ? nullptr : &found->second;
  }

  static std::vector<SampleArticle> articles() {
    std::vector<SampleArticle> all = sample_articles();
    std::erase_if(all, [](const SampleArticle& s) {
      return s.kind == "skipped" || s.file.starts_with("broken/");
    });
    return all;
  }

  static inline std::map<std::string, rapidjson::Document> found_;
  static inline TempDir* archive_ = nullptr;
};

std::string phrase(const std::string& words) {
  return words.find(' ') == std::string::npos ? words : '"' + words + '"';
}

TEST_F(SampleArchive, TitlesDatesAndSourcesAreThoseOfTheManifest) {
  for (const SampleArticle& sample : articles()) {
    SCOPED_TRACE(sample.file + " " + sample.url);
    const rapidjson::Value* article = of(sample);
    if (article == nullptr) {
      ADD_FAILURE() << "no article of it";
      continue;
    }
    expect_fact(*article, sample.file, "title", sample.title);
    expect_fact(*article, sample.file, "date", sample.date);
    expect_fact(*article, sample.file, "source", sample.source);
    expect_fact(*article, sample.file, "source_name", sample.source_name);
    expect_fact(*article, sample.file, "lang", sample.lang);
    EXPECT_EQ(strings(*article, "authors"), sample.authors);
    if (!sample.url.empty()) {
      EXPECT_EQ(text(*article, "url"), sample.url);
    }
  }
}

TEST_F(SampleArchive, EachKnownDifferenceIsOfASample) {
  for (const auto& difference : kKnownDifferences) {
    EXPECT_TRUE(std::ranges::any_of(articles(), [&](const SampleArticle& sample) {
      return sample.file == difference.file;
    })) << difference.file;
  }
}

TEST_F(SampleArchive, CountriesAreThoseOfTheManifestFirstOnesFirst) {
  for (const SampleArticle& sample : articles()) {
    SCOPED_TRACE(sample.file + " " + sample.url);
    const rapidjson::Value* article = of(sample);
    if (article == nullptr) {
      ADD_FAILURE() << "no article of it";
      continue;
    }
    const std::vector<std::string> found = strings(*article, "countries");
    if (sample.countries.empty()) continue;
    if (found.empty()) {
      ADD_FAILURE() << "no country";
      continue;
    }
    EXPECT_THAT(sample.countries, ::testing::Contains(found.front()));
    for (const std::string& country : sample.countries)
      EXPECT_THAT(found, ::testing::Contains(country));
  }
}

TEST_F(SampleArchive, EveryWordOfAnArticleFindsItAndNoWordOfItsFurniture) {
  for (const SampleArticle& sample : articles()) {
    SCOPED_TRACE(sample.file + " " + sample.url);
    for (const std::string& words : sample.find) {
      EXPECT_THAT(titles({phrase(words)}), ::testing::Contains(sample.title)) << words;
    }
    for (const std::string& words : sample.absent) {
      EXPECT_THAT(titles({phrase(words)}), ::testing::Not(::testing::Contains(sample.title)))
          << words;
    }
  }
}

TEST_F(SampleArchive, TheReferenceStoryIsFoundAsPromised) {
  const std::string title =
      "Russia and China to open autumn war games with naval stage in the Pacific";
  using ::testing::Contains;
  using ::testing::Not;
  EXPECT_THAT(titles({"war", "games", "--country", "russia"}), Contains(title));
  EXPECT_THAT(titles({"war", "games", "--country", "ru,in"}), Contains(title));
  EXPECT_THAT(titles({"war", "games", "--country", "brazil"}), Not(Contains(title)));
  EXPECT_THAT(titles({"war", "games", "--country", "jp"}), Not(Contains(title)));
  EXPECT_THAT(titles({"leave", "a", "comment"}), Not(Contains(title)));
  EXPECT_THAT(titles({"--person", "Xi Jinping", "--source", "theguardian.com", "*"}),
              Contains(title));
}

}  // namespace
}  // namespace pressmark::test
