#include "searcher/verification.h"

#include <fmt/core.h>

#include "common/program.h"
#include "common/text.h"

namespace pressmark::searcher {
namespace {

constexpr int kReceiptTries = 10;

/// The versions in one line.
std::string version_line() {
  const std::string versions = version_text("pressmark-search");
  std::string line;
  for (const std::string_view each : split(versions, '\n')) {
    if (!each.empty()) line += (line.empty() ? "" : ", ") + std::string(each);
  }
  return line;
}

/// The query as it was understood then: a saved query, a list or the language itself may say
/// something else by now, which is told. Nothing, after a complaint, when neither can be read.
std::optional<ParsedQuery> asked_then(Conversation& talk, const Receipt& then) {
  // As it was read then: such a query may have been taken as plain words.
  const bool tolerant = then.match == Match::Any;
  auto typed = talk.parse(then.query, tolerant ? ParseMode::Tolerant : ParseMode::Strict);
  if (typed) {
    for (const std::string& hint : typed->hints) talk.note(hint);
    if (print(*typed) == then.understood) return std::move(*typed);
  }
  auto understood = parse_query(then.understood, {});
  if (understood && print(*understood) == then.understood) {
    talk.note(fmt::format("\"{}\" {}; asked is what it was then: {}", then.query,
                          typed ? "is another query now" : "is no longer understood",
                          then.understood));
    return std::move(*understood);
  }
  if (!typed) return complain(typed.error()), std::nullopt;
  talk.note(fmt::format("\"{}\" is another query now: it was {}", then.query, then.understood));
  return std::move(*typed);
}

}  // namespace

Receipt receipt_of(Conversation& talk, const ParsedQuery& query) {
  SearchRequest all;
  all.query = talk.options().request.query;
  all.where = talk.options().request.where;
  all.match = talk.options().request.match;
  all.collapse = Collapse::Nothing;
  all.limit = 0;
  const Today& today = talk.today();
  Receipt found{all.query, all.where, all.match, print(query), today.here, version_line(), 0, {}};
  if (today.utc != today.here) found.asked_utc = today.utc;
  // Nothing is printed yet, so a list of two states can be thrown away.
  for (int tries = 0; tries < kReceiptTries; ++tries) {
    found.articles.clear();
    const HitTaker note = {
        [&](const Hit& hit) { found.articles.emplace(hit.article.id, hit.article.sha256); }};
    const Answer answer = talk.engine().answer(all, query, {}, note);
    found.revision = answer.summary.revision;
    if (!answer.of_several_states) return found;
  }
  throw Error(ExitCode::Database, "the archive changed too often while it was listed; try again");
}

ExitCode verify(Conversation& talk, const Receipt& then) {
  const auto query = asked_then(talk, then);
  if (!query) return ExitCode::Usage;
  const Receipt now = receipt_of(talk, *query);
  const std::vector<std::string> lines = differences(then, now);
  for (const std::string& line : lines) talk.write()(line + "\n");
  talk.footer(fmt::format("{} articles then (revision {}, {}), {} now (revision {}): {}\n",
                          then.articles.size(), then.revision, to_string(then.asked),
                          now.articles.size(), now.revision,
                          lines.empty() ? "the same" : fmt::format("{} differ", lines.size())));
  talk.finish();
  return lines.empty() ? ExitCode::Ok : ExitCode::Partial;
}

}  // namespace pressmark::searcher
