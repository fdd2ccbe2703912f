#pragma once

#include <cstdint>
#include <string_view>

namespace pressmark::indexer {

/// What the name of a <meta> says of a day in it.
enum class DateKey : std::uint8_t {
  None,
  Published,  // in so many words
  Modified,
  Date,  // it says no more than "date", as those of publication do
};

/// @param key  letters and digits in lower case, as PageFields has it
DateKey date_key(std::string_view key);

}  // namespace pressmark::indexer
