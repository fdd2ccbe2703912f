#include "searcher/listing.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "common/terminal_text.h"
#include "searcher/last_list.h"
#include "searcher/output/human_printer.h"
#include "searcher/printers.h"
#include "searcher/saved_queries.h"
#include "searcher/seen_articles.h"

namespace pressmark::searcher {
namespace {

using Wish = HitTaker::Wish;
using Days = std::optional<std::pair<Date, Date>>;

void widen(Days& days, Date day) {
  if (!days) days.emplace(day, day);
  days->first = std::min(days->first, day);
  days->second = std::max(days->second, day);
}

void nothing_found(Conversation& talk, const ParsedQuery& query) {
  const SearchRequest& request = talk.options().request;
  // What stands in the query is not all that was asked for: its parts are not to be counted alone.
  const bool of_article = !request.similar_to.empty() || !request.story_of.empty();
  const std::string asked = of_article ? title_of(request) : print(query);
  talk.footer("No articles match  " + message_text(asked) + "\n");
  if (talk.options().output.quiet || of_article) return;
  if (talk.engine().articles() == 0) {  // the first run of the indexer may be on its way
    talk.footer("  there is no article in the archive yet\n");
    return;
  }
  std::string_view lead = "  did you mean:  ";
  for (const Suggestion& each : talk.engine().did_you_mean(request, query)) {
    talk.footer(
        fmt::format("{}{}   ({})\n", lead, terminal_safe(each.query), grouped(each.articles)));
    lead = "                 ";
  }
  for (const Suggestion& each : talk.engine().without_each_filter(request, query)) {
    talk.footer(
        fmt::format("  without {}: {}\n", terminal_safe(each.query), grouped(each.articles)));
  }
}

/// What is to be known of an answer besides its results.
void say_notes(const Conversation& talk, const Answer& answer) {
  for (const std::string& text : answer.notes) talk.note(text);
  if (answer.of_several_states) {
    talk.note(
        "the archive changed while it was listed: each article is there once, as it was then");
  }
}

}  // namespace

ExitCode list(Conversation& talk, const ParsedQuery& query) {
  const SearchRequest& request = talk.options().request;
  Printer& printer = talk.printer();
  LastList shown{print(query), request.offset + 1, {}};
  const bool remembers = talk.for_people() && !request.only_counts;
  std::size_t without = 0;  // an address, or what else the format gives of a hit
  const auto print_hit = [&](const Hit& hit) {
    if (!printer.shows(hit)) ++without;
    if (remembers && shown.ids.size() < kMostRemembered) shown.ids.push_back(hit.article.id);
    printer.hit(hit);
  };
  HitTaker taker;
  if (request.limit == 0) {
    taker.take = print_hit;
    if (talk.here().output_is_terminal)
      taker.wish = [&](const std::string&) { return talk.left() ? Wish::Stop : Wish::Take; };
  }
  const Answer answer = talk.engine().answer(
      request, query, hit_options_for(talk.options().output, talk.style()), taker);
  say_notes(talk, answer);
  for (const Hit& hit : answer.hits) print_hit(hit);
  if (without > 0) {
    const bool urls = talk.options().output.format == Format::Urls;
    talk.note(fmt::format("{} of the hits left out: {}", without,
                          urls ? "they have no address (--format paths or ids)"
                               : "nothing of the format's fields is known of them"));
  }
  for (const Facet& facet : answer.facets) printer.facet(facet);
  if (answer.timeline) printer.timeline(*answer.timeline);
  for (const CrossTable& table : answer.crossings) printer.crossing(table);
  for (const Related& related : answer.related) printer.related(related);
  if (remembers) remember_list(talk.options().archives, shown);
  if (answer.summary.total == 0 && talk.for_people()) {
    nothing_found(talk, query);
  } else {
    printer.summary(answer.summary);
  }
  return answer.summary.total > 0 ? ExitCode::Ok : ExitCode::Partial;
}

ExitCode list_new(Conversation& talk, const ParsedQuery& query) {
  const Options& options = talk.options();
  SearchRequest all = options.request;
  all.limit = 0;
  const std::size_t most = options.request.limit;
  SeenArticles seen(seen_file(std::string_view(options.request.query).substr(1)));
  LastList shown{print(query), 1, {}};
  Days days;
  HitTaker taker;
  taker.wish = [&](const std::string& id) {
    if (talk.left() || (most > 0 && seen.added() == most)) return Wish::Stop;
    return seen.contains(id) ? Wish::PassOver : Wish::Take;
  };
  taker.take = [&](const Hit& hit) {
    if (!talk.printer().shows(hit)) return;
    seen.add(hit.article.id);
    if (shown.ids.size() < kMostRemembered) shown.ids.push_back(hit.article.id);
    if (hit.article.date) widen(days, *hit.article.date);
    Hit fresh = hit;
    fresh.rank = seen.added();
    talk.printer().hit(fresh);
  };
  const Answer answer =
      talk.engine().answer(all, query, hit_options_for(options.output, talk.style()), taker);
  say_notes(talk, answer);
  Summary summary = answer.summary;
  summary.total = seen.added();
  summary.distinct = summary.total;
  summary.dates = days;
  if (talk.for_people()) remember_list(options.archives, shown);
  if (summary.total == 0 && talk.for_people()) {
    talk.footer("Nothing new in  " + terminal_safe(options.request.query) + "\n");
  } else {
    talk.printer().summary(summary);
  }
  talk.finish();
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
    throw Error(ExitCode::Output, "cannot write to standard output");
  if (!talk.left()) seen.keep();
  return summary.total > 0 ? ExitCode::Ok : ExitCode::Partial;
}

}  // namespace pressmark::searcher
