#include "searcher/verification.h"

#include <fmt/format.h>

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

}  // namespace

Receipt receipt_of(Conversation& talk, const ParsedQuery& query) {
  SearchRequest all;
  all.query = talk.options().request.query;
  all.where = talk.options().request.where;
  all.match = talk.options().request.match;
  all.collapse = Collapse::Nothing;
  all.limit = 0;
  Receipt found{all.query, all.where, all.match, print(query), talk.today(), version_line(), 0, {}};
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
  // As it was read then: such a query may have been taken as plain words.
  const bool tolerant = then.match == Match::Any;
  const auto query =
      talk.understand(then.query, tolerant ? ParseMode::Tolerant : ParseMode::Strict);
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
