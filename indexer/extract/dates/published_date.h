#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

/// What the place of a date says of its meaning.
enum class DateRole { Published, Modified, Unclear };

/// The last day that a date of publication may have: two days after the page was fetched or, when
/// that is not known, after `today`. Nothing when neither is known.
std::optional<Date> latest_day(const std::optional<Instant>& crawled,
                               const std::optional<Date>& today);

/// The dates that an article gives, each with the place it stood in, and the choice among them.
/// Days that do not exist or lie behind the latest day are left out when they are added.
class DateCandidates {
 public:
  /// @param language  as date_language gives it; decides the order in "03/05/2024"
  DateCandidates(std::string language, std::optional<Date> latest);

  /// Adds the first date of a value; text without a date adds nothing. Whether it did.
  bool add(std::string_view value, DateOrigin origin, DateRole role);
  /// Adds the date in an address: "/2024/05/03/", "-20240503", "/2024-05-03-", "/2024/may/03/".
  void add_url(std::string_view url);

  bool empty() const { return candidates_.empty(); }

  /// The day of publication: the first in the order given, json-ld, microdata, meta, time, text,
  /// url of those that say so, with three corrections: a day that comes from a time in UTC, and one
  /// that only the address gives, give way to a neighbour that the page prints in its own zone; a
  /// day of numbers alone is read in the order in which another place gives the same day.
  std::optional<PublishedDate> published() const;
  /// Why it is that day, for --explain; empty when there is none.
  std::string_view rule() const { return choose().rule; }
  std::optional<Date> modified() const;
  /// The first day that was left out because it lies behind the latest.
  std::optional<Date> too_late() const { return too_late_; }

 private:
  struct Candidate {
    Date day;
    DateOrigin origin;
    DateRole role;
    bool utc;
    int hour;
    std::optional<Date> other;  // with month and day changed, where numbers alone stand
  };

  struct Choice {
    const Candidate* candidate = nullptr;
    std::string_view rule;  // static storage
    Date day = {};
  };

  Choice choose() const;
  bool allows(const Date& day) const { return !latest_ || day <= *latest_; }
  bool agrees(const Candidate& candidate, const Date& day) const;
  const Candidate* printed_neighbour(const Candidate& candidate) const;
  const Candidate* beside_address(const Candidate& candidate) const;
  bool is_modified(const Date& day) const;
  const Candidate* best() const;

  std::string language_;
  std::optional<Date> latest_;
  std::optional<Date> too_late_;
  std::vector<Candidate> candidates_;
};

}  // namespace pressmark::indexer
