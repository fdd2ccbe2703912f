#include "searcher/comparing.h"

#include <optional>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "common/terminal_text.h"

namespace pressmark::searcher {
namespace {

struct Sides {
  ParsedQuery results, others;
};

/// A query and a day or a range of days.
std::optional<ParsedQuery> within(const Conversation& talk, const ParsedQuery& query,
                                  const std::string& dates) {
  auto filter = parse_filter("date:" + dates, talk.parse_context(ParseMode::Strict));
  if (!filter) return complain(filter.error()), std::nullopt;
  if (query.root.kind == NodeKind::Everything) return std::move(*filter);
  return both(query, std::move(*filter));
}

/// Nothing: what is wrong has been said.
std::optional<Sides> understood(const Conversation& talk) {
  const Options& options = talk.options();
  auto query = talk.understand(options.request.query, ParseMode::Strict);
  if (!query) return std::nullopt;
  if (!options.compare_dates) {
    auto others = talk.understand(options.compare_with, ParseMode::Strict);
    if (!others) return std::nullopt;
    return Sides{std::move(*query), std::move(*others)};
  }
  auto before = within(talk, *query, options.compare_dates->first);
  if (!before) return std::nullopt;
  auto after = within(talk, *query, options.compare_dates->second);
  if (!after) return std::nullopt;
  return Sides{std::move(*after), std::move(*before)};
}

}  // namespace

ExitCode compare(Conversation& talk) {
  const auto sides = understood(talk);
  if (!sides) return ExitCode::Usage;
  const Engine::Compared found =
      talk.engine().compare(talk.options().request, sides->results, sides->others);
  for (const std::string& text : found.notes) talk.note(text);
  if (found.articles == 0 || found.others == 0) {
    const ParsedQuery& empty = found.articles == 0 ? sides->results : sides->others;
    talk.footer("No articles match  " + terminal_safe(print(empty)) + "\n");
    return ExitCode::Partial;
  }
  for (const Comparison& comparison : found.comparisons) talk.printer().comparison(comparison);
  if (talk.for_people()) {
    talk.footer(fmt::format("+ more of the {} that match  {}\n- more of the {} that match  {}\n",
                            grouped(found.articles), terminal_safe(print(sides->results)),
                            grouped(found.others), terminal_safe(print(sides->others))));
  }
  return ExitCode::Ok;
}

}  // namespace pressmark::searcher
