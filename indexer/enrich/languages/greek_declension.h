#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/languages/name_table.h"

namespace pressmark::indexer {

/// Names of persons and bodies in Greek texts; data/names_greek.tsv says what its letters mean.
const NameTable& greek_table();

/// A Greek given name as it stands. Cases as letters: n(ominative), g(enitive), a(ccusative).
struct GreekGiven {
  std::string_view nominative;
  std::string cases;
  bool woman = false;
  bool foreign = false;  // has no cases: what follows has mostly none either
};

/// What a word may be as a given name of the table; accents do not count.
std::vector<GreekGiven> greek_given(std::string_view form);

/// The forms of a man's surname in the nominative, itself first: "Μητσοτάκης", "Μητσοτάκη".
std::vector<std::string> greek_surname_forms(std::string_view nominative);

/// The nominatives that a man's surname standing in one of `cases` may have, the likeliest first.
/// More than one where the ending does not tell: "Παπανδρέου" is one itself, "Γλέζου" is of
/// "Γλέζος".
std::vector<std::string> greek_surnames_of(std::string_view form, std::string_view cases);

/// The forms that a body's name has in the cases: "Νέα Δημοκρατία", "Νέας Δημοκρατίας".
std::vector<std::string> greek_body_forms(std::string_view nominative);

}  // namespace pressmark::indexer
