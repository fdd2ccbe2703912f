#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/article.h"

namespace pressmark::indexer {

/// What an article says of its outlet.
struct OutletEvidence {
  std::string_view url;                 // of the article; may be empty
  std::vector<std::string_view> names;  // the most trusted first; empty ones are passed over
  std::string_view publisher_url = {};  // the publisher's own address, where it is stated
};

/// An outlet and the rule that chose its name, for --explain.
struct OutletChoice {
  Outlet outlet;
  std::string_view rule;  // static storage; empty when there is no name
};

/// The outlet: registrable domain of the address, or of the table when only a known name is given;
/// and a name for people.
///
/// Name: the first that is the domain letter by letter ("AP News" and apnews.com); else one that
/// two sources give and that is the host's first label (a paper below another's domain); else the
/// table's for a domain it knows; else the first that agrees with the domain ("Wash Advertiser" and
/// wash-advertiser.example); else what most sources give; else the first that could be one (no
/// address, no sentence). Legal forms ("Inc.") are left out, and what stands beside a part that
/// agrees with the domain ("The Echo | News from the coast").
///
/// Domain: without an address, the name that is one ("moor-echo.example") if another agrees with
/// it. A page may name another outlet's copy of its article as the canonical one. Then the names
/// agree with the publisher's address and not with the article's, and the former counts.
OutletChoice choose_outlet(const OutletEvidence& evidence);

/// Of a name with a tagline ("Moor Echo | News from the heath") the part that a document title
/// begins or ends with, and that is all of the name it has; empty when there is none.
std::string part_in_title(std::string_view name, std::string_view document_title);

/// Of a name with a tagline ("The Echo | News from the coast") the part that is or agrees with the
/// domain ("echo.example"); the whole name when none does.
std::string without_tagline(std::string name, std::string_view domain);

/// Whether what stands for a name is an address ("moor-echo.example"), a file's name ("moor-echo"),
/// a word that any site may use ("News"), or nothing.
bool says_no_outlet(std::string_view name);

/// Whether a name with a capital has exactly the letters of the domain's first label, and enough of
/// them.
bool spells_domain(std::string_view name, std::string_view domain);

/// Whether a name and a domain mean one outlet: the letters of one are those of the other, or its
/// initials.
bool agrees_with_domain(std::string_view name, std::string_view domain);

}  // namespace pressmark::indexer
