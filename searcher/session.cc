#include "searcher/session.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "common/last_words.h"
#include "common/program.h"
#include "common/terminal_text.h"
#include "common/text.h"
#include "searcher/engine.h"
#include "searcher/last_list.h"
#include "searcher/option_table.h"
#include "searcher/original.h"
#include "searcher/output/human_printer.h"
#include "searcher/printers.h"
#include "searcher/query/parser.h"
#include "searcher/query_error.h"
#include "searcher/receipt.h"
#include "searcher/reports.h"
#include "searcher/saved_queries.h"
#include "searcher/seen_articles.h"

namespace pressmark::searcher {
namespace {

void say(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

/// The versions in one line.
std::string version_line() {
  const std::string versions = version_text("pressmark-search");
  std::string line;
  for (const std::string_view each : split(versions, '\n')) {
    if (!each.empty()) line += (line.empty() ? "" : ", ") + std::string(each);
  }
  return line;
}

class Session {
 public:
  Session(const Options& options, const Surroundings& here, Date today)
      : options_(options),
        here_(here),
        today_(today),
        style_(style_for(options.output, here)),
        screen_(here, options.output.pager && options.output.format == Format::Human &&
                              options.action != Action::Batch
                          ? Pager::WhenLong
                          : Pager::Never),
        write_([this](std::string_view text) { screen_.write(text); }) {
    // The last line is no result: it stays out of pipes, and within the pager on a terminal.
    footer_ = [this, &here](std::string_view text) {
      if (options_.output.quiet) return;
      if (here.output_is_terminal) {
        screen_.write(text);
      } else {
        say(text);
      }
    };
    Write print = write_;
    if (!options.output.html_file.empty()) print = [this](std::string_view text) { page_ += text; };
    printer_ = make_printer(options.output, options.request, style_, print, footer_, here);
    locale_ = here.locale;
  }

  ExitCode run() {
    ExitCode code = ExitCode::Ok;
    switch (options_.action) {
      case Action::Help:
        write_(help_text());
        break;
      case Action::Version:
        write_(version_text("pressmark-search"));
        break;
      case Action::Save:
        code = save();
        break;
      case Action::ListSaved:
        print_saved_queries(saved_queries(), options_.output.format, write_);
        break;
      case Action::PrintConfig:
        print_settings(options_.settings, write_);
        break;
      case Action::ListFields:
        print_fields(options_.output.format, write_);
        break;
      case Action::Stats:
        print_statistics(engine().statistics(options_.request.facet_limit), options_.output.format,
                         *printer_, write_);
        break;
      case Action::Show:
        code = show();
        break;
      case Action::Raw:
        raw();
      case Action::Difference:
        code = difference();
        break;
      case Action::Batch:
        code = batch();
        break;
      default:
        code = ask();
        break;
    }
    if (engine_) {
      printer_->finish();
      for (const std::string& archive : engine_->left_out()) note(archive + "; left out");
    }
    if (!options_.output.html_file.empty() && engine_) write_file(options_.output.html_file, page_);
    screen_.finish();
    if (seen_) keep_seen();
    return code;
  }

  /// What the search of a receipt finds differently now.
  ExitCode verify(const Receipt& then) {
    const auto query =
        understand(then.query, then.match == Match::Any ? ParseMode::Tolerant : ParseMode::Strict);
    if (!query) return ExitCode::Usage;
    const Receipt now = receipt(*query);
    const std::vector<std::string> lines = differences(then, now);
    for (const std::string& line : lines) write_(line + "\n");
    footer_(fmt::format("{} articles then (revision {}, {}), {} now (revision {}): {}\n",
                        then.articles.size(), then.revision, to_string(then.asked),
                        now.articles.size(), now.revision,
                        lines.empty() ? "the same" : fmt::format("{} differ", lines.size())));
    screen_.finish();
    return lines.empty() ? ExitCode::Ok : ExitCode::Partial;
  }

 private:
  Engine& engine() {
    if (!engine_) {
      if (!options_.archives.front().starts_with("tcp://"))
        use_archive("pressmark-search", options_.archives.front());
      const ShardOptions shards{options_.partial ? Missing::LeftOut : Missing::Fails,
                                options_.timeout_seconds};
      engine_.emplace(options_.archives, shards, locale_);
    }
    return *engine_;
  }

  void note(std::string_view text) {
    if (!options_.output.quiet) say("pressmark-search: " + terminal_safe(text) + "\n");
  }

  /// The words and the filters of options as one query; says what is wrong when they are no query.
  std::optional<ParsedQuery> understand(const std::string& text, ParseMode mode) {
    ParseContext context{today_, mode, options_.request.match, saved_query};
    ParsedQuery query;
    if (!trim(text).empty()) {
      auto parsed = parse_query(text, context);
      if (!parsed) return complain(parsed.error());
      query = std::move(*parsed);
    }
    context.mode = ParseMode::Strict;
    for (const std::string& filter : options_.request.where) {
      auto parsed = parse_filter(filter, context);
      if (!parsed) return complain(parsed.error());
      query = both(std::move(query), std::move(*parsed));
    }
    for (const std::string& hint : query.hints) note(hint);
    return query;
  }

  static std::optional<ParsedQuery> complain(const QueryError& error) {
    say(describe(error));
    return std::nullopt;
  }

  ExitCode ask() {
    const SearchRequest& request = options_.request;
    const bool anything = !trim(request.query).empty() || !request.where.empty() ||
                          !request.similar_to.empty() || !request.story_of.empty() ||
                          request.counts();
    if (!anything) {
      say(usage_text());
      return ExitCode::Usage;
    }
    const auto query = understand(
        request.query, request.match == Match::Any ? ParseMode::Tolerant : ParseMode::Strict);
    if (!query) return ExitCode::Usage;
    if (!options_.receipt_file.empty()) write_file(options_.receipt_file, encode(receipt(*query)));
    if (options_.action == Action::Explain) {
      const auto tree = engine().explain(request, *query);
      print_explanation(tree, options_.output.format, write_);
      return tree.empty() || tree.front().articles > 0 ? ExitCode::Ok : ExitCode::Partial;
    }
    if (options_.action == Action::Count) {
      const std::size_t total = engine().count(request, *query);
      printer_->count("", total);
      return total > 0 ? ExitCode::Ok : ExitCode::Partial;
    }
    return options_.only_new ? list_new(*query) : list(request, *query);
  }

  /// Hits that --new has not shown of this saved query.
  ExitCode list_new(const ParsedQuery& query) {
    SearchRequest all = options_.request;
    all.limit = 0;
    all.offset = 0;
    const std::size_t most = options_.request.limit;
    seen_.emplace(seen_file(std::string_view(options_.request.query).substr(1)));
    LastList shown{print(query), 1, {}};
    const auto print_fresh = [&](const Hit& hit) {
      if (seen_->contains(hit.article.id) || (most > 0 && seen_->added() == most)) return;
      seen_->add(hit.article.id);
      if (shown.ids.size() < kRemembered) shown.ids.push_back(hit.article.id);
      Hit fresh = hit;
      fresh.rank = seen_->added();
      printer_->hit(fresh);
    };
    Summary summary =
        engine().answer(all, query, hit_options_for(options_.output, style_), print_fresh).summary;
    summary.total = seen_->added();
    summary.distinct = summary.total;
    if (options_.output.format == Format::Human) remember_list(options_.archives, shown);
    if (summary.total == 0 && options_.output.format == Format::Human) {
      footer_("Nothing new in  " + terminal_safe(options_.request.query) + "\n");
    } else {
      printer_->summary(summary);
    }
    return summary.total > 0 ? ExitCode::Ok : ExitCode::Partial;
  }

  static void write_file(const std::string& file, std::string_view text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw Error(ExitCode::Output, "cannot write " + file);
  }

  /// All that matches, each copy by itself.
  Receipt receipt(const ParsedQuery& query) {
    SearchRequest all;
    all.query = options_.request.query;
    all.where = options_.request.where;
    all.match = options_.request.match;
    all.collapse = Collapse::Nothing;
    all.limit = 0;
    Receipt found{all.query, all.where, all.match, print(query), today_, version_line(), 0, {}};
    // Nothing is printed yet, so a list of two states can be thrown away.
    for (int tries = 0; tries < kReceiptTries; ++tries) {
      found.articles.clear();
      const Answer answer = engine().answer(all, query, {}, [&](const Hit& hit) {
        found.articles.emplace(hit.article.id, hit.article.digest);
      });
      found.revision = answer.summary.revision;
      if (!answer.of_several_states) return found;
    }
    throw Error(ExitCode::Database, "the archive changed too often while it was listed; try again");
  }

  /// Hits count as shown once the output is out: when it failed, the next call shows them again.
  void keep_seen() {
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
      throw Error(ExitCode::Output, "cannot write to standard output");
    seen_->keep();
  }

  ExitCode list(const SearchRequest& request, const ParsedQuery& query) {
    LastList shown{print(query), request.offset + 1, {}};
    const bool remembers = options_.output.format == Format::Human && !request.only_counts;
    const auto print_hit = [&](const Hit& hit) {
      if (remembers && shown.ids.size() < kRemembered) shown.ids.push_back(hit.article.id);
      printer_->hit(hit);
    };
    const bool streams = request.limit == 0;
    const Answer answer =
        engine().answer(request, query, hit_options_for(options_.output, style_),
                        streams ? std::function<void(const Hit&)>(print_hit) : nullptr);
    for (const std::string& text : answer.notes) note(text);
    if (answer.of_several_states) {
      note("the archive changed while it was listed: each article is there once, as it was then");
    }
    for (const Hit& hit : answer.hits) print_hit(hit);
    for (const Facet& facet : answer.facets) printer_->facet(facet);
    if (answer.timeline) printer_->timeline(*answer.timeline);
    for (const CrossTable& table : answer.crossings) printer_->crossing(table);
    for (const Related& related : answer.related) printer_->related(related);
    if (remembers) remember_list(options_.archives, shown);
    if (answer.summary.total == 0 && options_.output.format == Format::Human) {
      nothing_found(request, query);
    } else {
      printer_->summary(answer.summary);
    }
    return answer.summary.total > 0 ? ExitCode::Ok : ExitCode::Partial;
  }

  void nothing_found(const SearchRequest& request, const ParsedQuery& query) {
    footer_("No articles match  " + terminal_safe(print(query)) + "\n");
    if (options_.output.quiet) return;
    std::string_view lead = "  did you mean:  ";
    for (const Suggestion& each : engine().did_you_mean(request, query)) {
      footer_(
          fmt::format("{}{}   ({})\n", lead, terminal_safe(each.query), grouped(each.articles)));
      lead = "                 ";
    }
    for (const Suggestion& each : engine().without_each_filter(request, query)) {
      footer_(fmt::format("  without {}: {}\n", terminal_safe(each.query), grouped(each.articles)));
    }
  }

  /// Keeps the query as it was typed: "7d" is to mean seven days whenever it is asked.
  ExitCode save() {
    std::string text = options_.request.query;
    for (const std::string& filter : options_.request.where) {
      const auto parsed =
          parse_filter(filter, {today_, ParseMode::Strict, Match::All, saved_query});
      if (!parsed) return complain(parsed.error()), ExitCode::Usage;
      text += (text.empty() ? "" : " ") + print(*parsed);
    }
    if (trim(text).empty()) throw Error(ExitCode::Usage, "--save needs a query to keep");
    if (!understand(options_.request.query, ParseMode::Strict)) return ExitCode::Usage;
    save_query(options_.save_as, text);
    return ExitCode::Ok;
  }

  /// The id that was typed: one, the beginning of one, an address, or a number of the last list,
  /// whose words are marked if no others are asked for.
  std::string typed_id(std::string id, std::string& words) {
    const bool number = !id.empty() && id.size() < 5 &&
                        std::ranges::all_of(id, [](char c) { return c >= '0' && c <= '9'; });
    if (number) {
      const auto last = recall_list(options_.archives);
      const std::size_t rank = std::stoul(id);
      if (!last || rank < last->first_rank || rank - last->first_rank >= last->ids.size()) {
        throw Error(ExitCode::Usage, fmt::format("the last list has no number {}", rank));
      }
      id = last->ids[rank - last->first_rank];
      if (words.empty()) words = last->query;
    }
    return id;
  }

  ExitCode show() {
    std::string words = options_.request.query;
    const std::string id = typed_id(options_.show, words);
    const auto query = understand(words, ParseMode::Tolerant);
    if (!query) return ExitCode::Usage;
    printer_->article(engine().view(id, options_.request, *query, options_.version));
    return ExitCode::Ok;
  }

  [[noreturn]] void raw() {
    const Format format = options_.output.format;
    if (format != Format::Human && format != Format::Jsonl)
      throw Error(ExitCode::Usage, "--raw gives bytes, or with --json their place");
    std::string words;
    const std::string id = typed_id(options_.raw, words);
    const ArticleView found = engine().view(id, options_.request, {}, options_.version);
    give_original(found.article,
                  format == Format::Jsonl ? OriginalForm::Place : OriginalForm::Bytes, here_);
  }

  ExitCode difference() {
    std::string words;
    const std::string id = typed_id(options_.difference, words);
    const VersionDifference found = engine().difference(id, options_.version);
    printer_->difference(found);
    return found.from.number == found.to.number ? ExitCode::Ok : ExitCode::Partial;
  }

  /// One query a line, "id TAB query"; a line without a tab is its own id.
  ExitCode batch() {
    std::ifstream file;
    if (options_.batch_file != "-") {
      file.open(options_.batch_file);
      if (!file) {
        throw Error(ExitCode::Usage, "cannot read the queries in " + options_.batch_file);
      }
    }
    std::istream& in = options_.batch_file == "-" ? std::cin : file;
    const HitOptions hits = hit_options_for(options_.output, style_);
    bool found = false;
    for (std::string line; std::getline(in, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (trim(line).empty()) continue;
      const std::size_t tab = line.find('\t');
      const std::string id = line.substr(0, tab);
      const std::string text = tab == std::string::npos ? line : line.substr(tab + 1);
      const auto query = understand(text, ParseMode::Tolerant);
      if (!query) return ExitCode::Usage;
      if (options_.count_only) {
        const std::size_t total = engine().count(options_.request, *query);
        printer_->count(id, total);
        found = found || total > 0;
        continue;
      }
      Answer answer = engine().answer(options_.request, *query, hits);
      if (options_.output.format == Format::Human) write_("# " + terminal_safe(line) + "\n");
      for (Hit& hit : answer.hits) {
        hit.query_id = id;
        printer_->hit(hit);
      }
      answer.summary.query_id = id;
      printer_->summary(answer.summary);
      found = found || !answer.hits.empty();
    }
    return found ? ExitCode::Ok : ExitCode::Partial;
  }

  static constexpr int kReceiptTries = 10;
  static constexpr std::size_t kRemembered = 10000;  // hits of a list that --show knows by number

  const Options& options_;
  const Surroundings& here_;
  Date today_;
  Style style_;
  Screen screen_;
  Write write_, footer_;
  std::unique_ptr<Printer> printer_;
  std::string locale_;
  std::optional<Engine> engine_;
  std::optional<SeenArticles> seen_;  // of --new
  std::string page_;                  // of --html
};

}  // namespace

ExitCode run_session(const Options& options, const Surroundings& here, Date today) {
  if (options.action != Action::Verify) return Session(options, here, today).run();
  const Receipt then = read_receipt(options.verify_file);
  Options again = options;
  again.action = Action::Search;
  again.request.query = then.query;
  again.request.where = then.where;
  again.request.match = then.match;
  return Session(again, here, then.asked).verify(then);
}

}  // namespace pressmark::searcher
