#include "searcher/search/position_reader.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace pressmark::searcher {
namespace {

using Places = std::vector<Xapian::termpos>;

/// Three segments of four articles: "boat" stands in all but every third, "zinc" in every fifth.
class PositionReaderTest : public testing::Test {
 protected:
  PositionReaderTest() {
    for (int segment = 0; segment < 3; ++segment) {
      Xapian::WritableDatabase written(directory_.str(std::to_string(segment)),
                                       Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
      for (int i = 0; i < 4; ++i) {
        const unsigned article = static_cast<unsigned>(4 * segment + i);
        Xapian::Document document;
        document.add_term("Qall");  // no places
        if (article % 3 != 0) {
          for (unsigned place = 1; place <= article + 1; ++place)
            document.add_posting("boat", 7 * place + article);
        }
        if (article % 5 == 0) document.add_posting("zinc", article + 1);
        written.add_document(document);
      }
      written.commit();
      database_.add_database(Xapian::Database(directory_.str(std::to_string(segment))));
    }
    for (Xapian::docid id = 1; id <= 12; ++id) articles_.push_back(id);
  }

  Places stored(const std::string& term, Xapian::docid article) const {
    return {database_.positionlist_begin(article, term), database_.positionlist_end(article, term)};
  }

  test::TempDir directory_;
  Xapian::Database database_;
  std::vector<Xapian::docid> articles_;
};

TEST_F(PositionReaderTest, ReadsWhatIsStored) {
  for (const bool remote : {false, true}) {
    PositionReader reader(database_, articles_, remote);
    std::size_t read = 0;
    for (const char* term : {"Qall", "boat", "boat", "missing", "zinc", "zz"}) {
      reader.start(term);
      for (const Xapian::docid article : articles_) {
        Places places;
        reader.read(article, 100, places);
        EXPECT_EQ(places, stored(term, article)) << term << " in " << article;
        read += places.size();
      }
    }
    EXPECT_GT(read, 60U);
  }
}

TEST_F(PositionReaderTest, AppendsTheFirstOnly) {
  PositionReader reader(database_, articles_, false);
  reader.start("boat");
  Places places = {3};
  const Xapian::docid last = 12;  // the fourth of the third segment
  const Places all = stored("boat", last);
  ASSERT_EQ(all.size(), 12U);
  reader.read(last, 2, places);
  EXPECT_EQ(places, (Places{3, all[0], all[1]}));
}

TEST_F(PositionReaderTest, NeedsNoArticles) {
  PositionReader reader(database_, {}, false);
  reader.start("boat");
  Places places;
  reader.read(5, 100, places);
  EXPECT_EQ(places, stored("boat", 5));
}

}  // namespace
}  // namespace pressmark::searcher
