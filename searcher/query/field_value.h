#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"
#include "common/expected.h"
#include "common/schema.h"
#include "searcher/query/date_expression.h"
#include "searcher/query/lexer.h"

namespace pressmark::searcher {

/// Exactly: ="…", of a source only.
enum class Quoting { Bare, Quoted, Exactly };

/// The value of a field that filters, checked: a country by any of its names, a date in any form, a
/// flag that exists ... A star at its end leaves the rest open where the field's values have
/// beginnings; what is no part of a value, a sign in front or a star within, is an error.
Expected<FilterValue, ValueError> parse_field_value(const Field& field, const Lexeme& typed,
                                                    Quoting quoting, Date today);

/// For names that stand for a country and are none of it, what they were taken as: "Scotland",
/// "Korea". Empty for others.
std::string note_on_value(const Field& field, std::string_view typed, const FilterValue& value);

/// since:, until:, before:, after: as a range of days: what date:>=, <=, < and > say. Nothing when
/// the name is none of them.
std::optional<Expected<FilterValue, ValueError>> parse_date_bound(std::string_view name,
                                                                  std::string_view text,
                                                                  Date today);

/// Words that a flag field knows, blanks between them.
std::string_view flags_of(FieldId field);

/// Addresses and places of files: read as they are, whatever stands in them.
bool is_address(const Field& field);

/// How the name of an outlet is meant that "=" stands before: a bare domain is exact anyway.
Quoting behind_equals(std::string_view line, const Lexeme& name);

/// Whether a comma separates values of the field.
bool takes_list(const Field& field);

/// The field or bound whose name is spelled most like this one; empty when none is near.
std::string_view nearest_field(std::string_view name);

/// The value as it is typed behind the field's colon, quoted where it needs to be.
std::string print_value(const Field& field, const FilterValue& value);

}  // namespace pressmark::searcher
