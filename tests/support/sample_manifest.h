#pragma once

#include <string>
#include <vector>

namespace pressmark::test {

/// One line of corpus/MANIFEST.tsv: the facts a file of the sample archive must give
/// (corpus/README.md).
struct SampleArticle {
  std::string file, kind, lang, url, title, date, source, source_name;
  std::vector<std::string> authors, countries, persons, orgs, places, find, absent;
};

/// All lines, in the order of the file. Throws std::runtime_error when the header is not the known
/// one.
std::vector<SampleArticle> sample_articles();

/// Folder of the sample archive in the source tree.
std::string sample_folder();

}  // namespace pressmark::test
