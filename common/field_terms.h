#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/schema.h"
#include "common/tokenizer.h"

namespace pressmark {

/// The terms that filters are made of, the same for the indexer and for queries.

/// The one term that names an article: of its identity.
std::string identity_term(std::string_view identity);

/// A value of an exact field, folded: section, tag, kind, code of a country or language, flag, id,
/// URL.
std::string value_term(FieldId field, std::string_view value);

/// A name in one spelling: folded words separated by blanks, "emmanuel macron". Empty when it has
/// no word. Characters of scripts without blanks are one word up to a point between a foreigner's
/// names: "佐伯由美子" for "佐伯 由美子", "ジョー バイデン" for "ジョー・バイデン".
std::string canonical_name(std::string_view name, Folder& folder);

/// The term of a whole name.
std::string whole_name_term(FieldId field, std::string_view canonical);

/// The terms of a name's words.
std::vector<std::string> name_word_terms(FieldId field, std::string_view canonical);

/// The terms of a source: of its host name, each domain above it ("*.gov.uk") and its name.
std::vector<std::string> source_terms(std::string_view host, std::string_view domain,
                                      std::string_view name, Folder& folder);
std::string source_suffix_term(std::string_view suffix);

/// The host name of a URL in lower case without "www."; empty when there is none. A view into `url`
/// would keep "www.": a copy.
std::string host_of(std::string_view url);

/// The terms of a day: its year, its month and itself.
std::vector<std::string> date_terms(Date day);

/// Terms that together stand for exactly the days of a range with both ends; nothing when more than
/// `limit` are needed.
std::optional<std::vector<std::string>> date_range_terms(Date first, Date last, std::size_t limit);

}  // namespace pressmark
