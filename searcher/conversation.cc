#include "searcher/conversation.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "common/error.h"
#include "common/last_words.h"
#include "common/program.h"
#include "common/terminal_text.h"
#include "common/text.h"
#include "common/utf8.h"
#include "searcher/printers.h"
#include "searcher/query_error.h"
#include "searcher/saved_queries.h"

namespace pressmark::searcher {
namespace {

void say(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

/// What is wrong with bytes that are no text: nothing would be found, and nothing said.
std::optional<QueryError> not_utf8(std::string_view bytes) {
  std::string text = to_utf8_lossy(bytes);
  if (text == bytes) return std::nullopt;
  const auto [wrong, end] = std::ranges::mismatch(text, bytes);
  const auto column = static_cast<std::size_t>(wrong - text.begin());
  return QueryError{std::move(text), column, 1, "the query is no valid UTF-8 here",
                    "is the terminal, or the file it comes from, in another character set?"};
}

Pager pager_for(const Options& options) {
  const bool for_people = options.output.format == Format::Human;
  return options.output.pager && for_people && options.action != Action::Batch ? Pager::WhenLong
                                                                               : Pager::Never;
}

}  // namespace

Conversation::Conversation(const Options& options, const Surroundings& here, const Today& today)
    : options_(options),
      here_(here),
      today_(today),
      style_(style_for(options.output, here)),
      screen_(here, pager_for(options)),
      write_([this](std::string_view text) { screen_.write(text); }),
      footer_([this](std::string_view text) {
        if (options_.output.quiet) return;
        if (here_.output_is_terminal) {
          screen_.write(text);
        } else {
          std::fflush(stdout);  // where both go to one file it stands behind the list
          say(text);
        }
      }) {
  Write print = write_;
  if (!options.output.html_file.empty()) print = [this](std::string_view text) { page_ += text; };
  printer_ = make_printer(options.output, options.request, style_, print, footer_, here);
}

Engine& Conversation::engine() {
  if (!engine_) {
    for (const std::string& archive : options_.archives) {
      if (!archive.starts_with("tcp://")) use_archive("pressmark-search", archive);
    }
    const ShardOptions shards{options_.partial ? Missing::LeftOut : Missing::Fails,
                              options_.timeout_seconds};
    engine_.emplace(options_.archives, shards, here_.locale);
  }
  return *engine_;
}

void Conversation::note(std::string_view text) const {
  if (!options_.output.quiet) say("pressmark-search: " + message_text(text) + "\n");
}

ParseContext Conversation::parse_context(ParseMode mode) const {
  return {today_.here, mode, options_.request.match, saved_query, value_list, today_.utc};
}

Expected<ParsedQuery, QueryError> Conversation::parse(const std::string& text,
                                                      ParseMode mode) const {
  ParseContext context = parse_context(mode);
  ParsedQuery query;
  if (auto wrong = not_utf8(text)) return Unexpected<QueryError>(std::move(*wrong));
  if (!trim(text).empty()) {
    auto parsed = parse_query(text, context);
    if (!parsed) return parsed;
    query = std::move(*parsed);
  }
  context.mode = ParseMode::Strict;
  for (const std::string& filter : options_.request.where) {
    if (auto wrong = not_utf8(filter)) return Unexpected<QueryError>(std::move(*wrong));
    auto parsed = parse_filter(filter, context);
    if (!parsed) return parsed;
    query = both(std::move(query), std::move(*parsed));
  }
  if (auto wrong = backward_dates(query)) return Unexpected<QueryError>(std::move(*wrong));
  return query;
}

std::optional<ParsedQuery> Conversation::understand(const std::string& text, ParseMode mode) const {
  auto query = parse(text, mode);
  if (!query) return complain(query.error()), std::nullopt;
  for (const std::string& hint : query->hints) note(hint);
  return std::move(*query);
}

void Conversation::finish() {
  if (finished_) return;
  finished_ = true;
  if (engine_) {
    printer_->finish();
    for (const std::string& archive : engine_->left_out()) note(archive + "; left out");
    constexpr Action kTelling[] = {Action::Search, Action::Stats, Action::Show, Action::Difference};
    const bool tells = std::ranges::count(kTelling, options_.action) > 0;
    if (const std::string untold = engine_->untold(); tells && !untold.empty()) note(untold);
    if (!options_.output.html_file.empty()) write_file(options_.output.html_file, page_);
  }
  screen_.finish();
}

void complain(const QueryError& error) { say(describe(error)); }

void write_file(const std::string& file, std::string_view text) {
  if (file == "-") return write_output(text);
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw Error(ExitCode::Output, "cannot write " + file);
}

}  // namespace pressmark::searcher
