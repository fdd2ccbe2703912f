#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// One spelling of a name in the article.
struct Form {
  EntityType type = EntityType::Person;
  std::string text;
  std::string card;  // what an index has in its place: "King Olav", "California"; else empty
  std::string key;
  std::vector<std::string> words;  // of the key
  std::uint32_t count = 0;
  std::uint32_t genitives = 0;    // of the count, those with an "'s"
  bool of_name = false;           // in one of them it is no possessive
  std::uint32_t group_count = 0;  // with the forms that belong to it
  std::size_t into = 0;   // number of the form it belongs to; itself when it stands for a group
  bool nameless = false;  // says what a body is and not which one
};

/// The spellings of an article's names, numbered by their first mention, and which of them are of
/// one name.
class Forms {
 public:
  std::size_t size() const { return forms_.size(); }
  Form& operator[](std::size_t form) { return forms_[form]; }
  const Form& operator[](std::size_t form) const { return forms_[form]; }
  auto begin() { return forms_.begin(); }
  auto end() { return forms_.end(); }
  void push_back(Form form) { forms_.push_back(std::move(form)); }

  /// The form that stands for the group.
  std::size_t root(std::size_t form) const {
    while (forms_[form].into != form) form = forms_[form].into;
    return form;
  }
  void join(std::size_t small, std::size_t large) {
    small = root(small);
    large = root(large);
    if (small == large) return;
    forms_[small].into = large;
    forms_[large].group_count += forms_[small].group_count;
  }

 private:
  std::vector<Form> forms_;
};

}  // namespace pressmark::indexer
