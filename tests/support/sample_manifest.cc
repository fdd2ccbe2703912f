#include "tests/support/sample_manifest.h"

#include <sstream>
#include <stdexcept>

#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

constexpr const char* kHeader =
    "file\tkind\tlang\turl\ttitle\tdate\tsource\tsource_"
    "name\tauthors\tcountries\tpersons\torgs\tplaces\tfind\tabsent\t"
    "origin\tlicence\twhy";

std::vector<std::string> pieces(const std::string& text, char separator) {
  std::vector<std::string> found;
  std::string piece;
  std::istringstream in(text);
  while (std::getline(in, piece, separator)) found.push_back(piece);
  return found;
}

}  // namespace

std::string sample_folder() { return std::string(PRESSMARK_SOURCE_DIR) + "/corpus"; }

std::vector<SampleArticle> sample_articles() {
  std::istringstream in(read_file(sample_folder() + "/MANIFEST.tsv"));
  std::string line;
  if (!std::getline(in, line) || line != kHeader)
    throw std::runtime_error("corpus/MANIFEST.tsv: unknown header");
  std::vector<SampleArticle> articles;
  while (std::getline(in, line)) {
    std::vector<std::string> f = pieces(line, '\t');
    if (f.size() != 18) throw std::runtime_error("corpus/MANIFEST.tsv: not 18 columns: " + line);
    const auto list = [&](std::size_t column) { return pieces(f[column], '|'); };
    articles.push_back({f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], list(8), list(9), list(10),
                        list(11), list(12), list(13), list(14)});
  }
  return articles;
}

}  // namespace pressmark::test
