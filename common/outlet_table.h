#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

/// A well-known outlet; views to static storage.
struct KnownOutlet {
  std::string_view domain;   // registrable: "theguardian.com"
  std::string_view name;     // for people: "The Guardian"
  std::string_view country;  // ISO 3166-1 alpha-2
  friend bool operator==(const KnownOutlet&, const KnownOutlet&) = default;
};

/// The outlet with this registrable domain (lower case, as registrable_domain gives it).
std::optional<KnownOutlet> find_outlet_by_domain(std::string_view domain);

/// The outlet with this name or another name of it, without regard to case, accents, punctuation
/// and a leading article
/// ("guardian", "LE MONDE"). An outlet's own name goes before another one's other name.
std::optional<KnownOutlet> find_outlet_by_name(std::string_view name);

/// The form under which names of outlets are compared: folded, letters and digits only, without a
/// leading "the".
std::string outlet_name_key(std::string_view name);

}  // namespace pressmark
