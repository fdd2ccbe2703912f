/// Writes the table that Gazetteer reads; run while the program is built.
///   make_gazetteer OUT DATA_FOLDER COUNTRY_WORDS
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "indexer/enrich/gazetteer/gazetteer_builder.h"

namespace {

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "make_gazetteer: usage: make_gazetteer OUT DATA_FOLDER COUNTRY_WORDS\n";
    return 2;
  }
  try {
    const std::string data = std::string(argv[2]) + "/";
    pressmark::indexer::GazetteerBuilder builder;
    builder.add_given_names(read(data + "given_names.tsv"));
    builder.add_given_names(read(data + "given_names_extra.tsv"));
    builder.add_country_names(read(data + "country_names.tsv"));
    builder.add_country_words(read(argv[3]));
    builder.add_evocations(read(data + "evocations.tsv"));
    builder.add_evocations(read(data + "compounds.tsv"));
    builder.add_evocations(read(data + "leaders.tsv"));
    builder.add_cities(read(data + "regions.tsv"), pressmark::indexer::PlaceKind::Region);
    builder.add_cities(read(data + "cities.tsv"), pressmark::indexer::PlaceKind::City);
    builder.add_domestic(read(data + "domestic_bodies.tsv"));
    builder.add_foreign_words(read(data + "foreign_words.tsv"));
    builder.add_foreign_words(read(data + "foreign_waters.tsv"));
    builder.add_foreign_words(read(data + "foreign_demonyms.tsv"));
    builder.add_foreign_words(read(data + "foreign_cities.tsv"));
    builder.add_foreign_words(read(data + "foreign_regions.tsv"));
    builder.add_foreign_words(read(data + "cities_cyrillic.tsv"));
    const std::string bytes = builder.bytes();
    std::ofstream out(argv[1], std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + argv[1]);
  } catch (const std::exception& error) {
    std::cerr << "make_gazetteer: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
