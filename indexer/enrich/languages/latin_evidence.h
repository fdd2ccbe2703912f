#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/enrich/languages/latin_text.h"

namespace pressmark::indexer {

/// Tokens of somebody's name, from `first` to `last`.
struct NameRun {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// What says that words with capitals are somebody's name. Views the text, which must outlive it.
class LatinEvidence {
 public:
  explicit LatinEvidence(const LatinText& text) : text_(text) {}

  /// The person whose name begins at a token, where the name itself or what stands in front of it
  /// says that it is one; taken tokens are no part of names.
  std::optional<NameRun> person_at(std::size_t first) const;

  /// Whether persons are called by the name in front, as Malays are.
  bool family_stands_in_front() const;

 private:
  /// A run of words that may be one name.
  struct Run {
    std::size_t last = 0;
    std::size_t names = 0;  // without particles and initials
    bool particle = false;
  };

  bool name_word(std::size_t at) const;
  bool listed_given(std::size_t at) const;
  bool given(std::size_t at) const;
  bool is_given_in_case(std::string_view folded) const;
  bool titles_have_capitals() const;
  bool is_finnish_place(std::size_t at) const;
  std::size_t behind_office(std::size_t first, std::size_t last) const;
  bool known_family(std::size_t at) const;
  Run run_from(std::size_t first) const;
  std::size_t behind_particles(std::size_t at) const;
  bool particles_fit(std::size_t first, std::size_t last, std::size_t behind) const;
  bool is_surname_of_particles(std::size_t at) const;

  std::optional<NameRun> vietnamese(std::size_t first) const;
  std::optional<NameRun> hungarian(std::size_t first) const;
  std::optional<NameRun> eastern(std::size_t first) const;
  std::optional<NameRun> behind_initial(std::size_t first) const;
  std::optional<NameRun> behind_two_initials(std::size_t first) const;
  std::optional<NameRun> monarch(std::size_t first) const;
  bool is_month(std::size_t at) const;
  bool office_touches(std::size_t first) const;
  bool surname_in_capitals(std::size_t at) const;
  std::optional<NameRun> german(std::size_t first) const;
  bool title_before(std::size_t first) const;
  bool is_title(std::size_t at) const;
  bool apposition_before(std::size_t first) const;
  bool bearer_before(std::size_t first) const;
  bool thing_behind(std::size_t last) const;
  bool is_thing_compound(std::size_t at) const;
  bool stands_alone(std::size_t last) const;
  bool repeats(std::size_t first, std::size_t last) const;
  bool no_person(std::size_t first, std::size_t last) const;

  const LatinText& text_;
};

}  // namespace pressmark::indexer
