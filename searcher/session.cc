#include "searcher/session.h"

#include <algorithm>
#include <cstdio>
#include <iostream>

#include <fmt/core.h>

#include "common/manifest.h"
#include "common/program.h"
#include "common/terminal_text.h"
#include "common/text.h"
#include "common/utf8.h"
#include "searcher/batch.h"
#include "searcher/comparing.h"
#include "searcher/conversation.h"
#include "searcher/last_list.h"
#include "searcher/listing.h"
#include "searcher/option_table.h"
#include "searcher/original.h"
#include "searcher/reports.h"
#include "searcher/saved_queries.h"
#include "searcher/verification.h"

namespace pressmark::searcher {
namespace {

/// Throws Error (ExitCode::Database) where an archive is missing: a number of no list says less.
void check_archives(const Options& options) {
  if (options.partial) return;
  for (const std::string& archive : options.archives) {
    if (!archive.starts_with("tcp://")) (void)read_manifest(archive);
  }
}

/// The id that was typed: one, the beginning of one, an address, or a number of the last list,
/// whose words are marked if no others are asked for.
std::string typed_id(const Options& options, std::string id, std::string& words) {
  const bool number = !id.empty() && id.size() <= kMostRankDigits &&
                      std::ranges::all_of(id, [](char c) { return c >= '0' && c <= '9'; });
  if (!number) return id;
  const auto last = recall_list(options.archives);
  const std::size_t rank = std::stoul(id);
  if (!last) {
    check_archives(options);
    throw Error(
        ExitCode::Usage,
        fmt::format("{} is a number in the last list of this archive, and none is kept", rank));
  }
  if (rank < last->first_rank || rank - last->first_rank >= last->ids.size())
    throw Error(ExitCode::Usage, fmt::format("the last list has no number {}", rank));
  if (words.empty()) words = last->query;
  return last->ids[rank - last->first_rank];
}

class Session {
 public:
  Session(const Options& options, const Surroundings& here, const Today& today)
      : talk_(options, here, today) {}

  ExitCode run() {
    const ExitCode code = act();
    talk_.finish();
    return code;
  }

 private:
  const Options& options() const { return talk_.options(); }

  ExitCode act() {
    const Format format = options().output.format;
    switch (options().action) {
      case Action::Help:
        talk_.write()(help_text());
        return ExitCode::Ok;
      case Action::Version:
        talk_.write()(version_text("pressmark-search"));
        return ExitCode::Ok;
      case Action::Save:
        return save();
      case Action::ListSaved:
        print_saved_queries(saved_queries(), format, talk_.write());
        print_value_lists(value_lists(), format, talk_.write());
        return ExitCode::Ok;
      case Action::PrintConfig:
        print_settings(options().settings, format, talk_.write());
        return ExitCode::Ok;
      case Action::ListFields:
        print_fields(format, talk_.write());
        return ExitCode::Ok;
      case Action::Stats:
        print_statistics(talk_.engine().statistics(options().request.facet_limit), format,
                         talk_.printer(), talk_.write());
        return ExitCode::Ok;
      case Action::Show:
        return show();
      case Action::Raw:
        raw();
      case Action::Difference:
        return difference();
      case Action::Batch:
        return batch(talk_);
      case Action::Compare:
        return compare(talk_);
      default:
        return ask();
    }
  }

  ExitCode ask() {
    const SearchRequest& request = options().request;
    for (const std::string& text : options().notes) talk_.note(text);
    const bool anything = !trim(request.query).empty() || !request.where.empty() ||
                          !request.similar_to.empty() || !request.story_of.empty() ||
                          request.counts();
    if (!anything) {
      std::fputs(usage_text().c_str(), stderr);
      return ExitCode::Usage;
    }
    // Whole sentences are asked for with --match any.
    const ParseMode mode = request.match == Match::Any ? ParseMode::Sentence : ParseMode::Strict;
    const auto query = talk_.understand(request.query, mode);
    if (!query) return ExitCode::Usage;
    if (!options().receipt_file.empty())
      write_file(options().receipt_file, encode(receipt_of(talk_, *query)));
    if (options().action == Action::Explain) {
      const auto tree = talk_.engine().explain(request, *query);
      print_clauses(tree);
      return tree.empty() || tree.front().articles > 0 ? ExitCode::Ok : ExitCode::Partial;
    }
    if (options().action == Action::WhyNot) return why_not(*query);
    if (options().action == Action::ExportWarc) return export_originals(talk_, *query);
    if (options().action == Action::Count) {
      const Engine::Counted found = talk_.engine().count(request, *query);
      for (const std::string& text : found.notes) talk_.note(text);
      talk_.printer().count("", found.count);
      return found.count.articles > 0 ? ExitCode::Ok : ExitCode::Partial;
    }
    return options().only_new ? list_new(talk_, *query) : list(talk_, *query);
  }

  void print_clauses(const std::vector<Explanation>& tree) {
    for (const Explanation& clause : tree) {
      for (const std::string& text : clause.notes) talk_.note(text);
    }
    print_explanation(tree, options().output.format, talk_.write());
  }

  /// Which clauses an article misses; where it misses none, why it may not be in sight.
  ExitCode why_not(const ParsedQuery& query) {
    std::string words = options().request.query;
    const std::string id = typed_id(options(), options().why_not, words);
    const auto tree = talk_.engine().explain_for(id, options().request, query);
    const ArticleView article = talk_.engine().view(id, options().request, {});
    if (talk_.for_people()) {
      talk_.write()(
          fmt::format("{}  {}\n", article.article.id, terminal_safe(article.article.title)));
    }
    print_clauses(tree);
    const bool matches = !tree.empty() && tree.front().found.value_or(false);
    talk_.footer(!matches              ? "it does not match\n"
                 : article.similar > 0 ? "it matches; near-copies are one hit: --no-collapse\n"
                                       : "it matches; the whole list: --limit 0\n");
    return matches ? ExitCode::Ok : ExitCode::Partial;
  }

  /// Keeps the query as it was typed: "7d" is to mean seven days whenever it is asked.
  ExitCode save() {
    const SearchRequest& request = options().request;
    if (trim(request.query).empty() && request.where.empty())
      throw Error(ExitCode::Usage, "--save needs a query to keep");
    const auto query = talk_.understand(request.query, ParseMode::Strict);
    if (!query) return ExitCode::Usage;
    const ParseContext context = talk_.parse_context(ParseMode::Strict);
    const std::string& name = options().save_as;
    std::string line = joined_text(request.query, request.where, context).value_or(print(*query));
    if (saved_query(name)) {
      // "@coast ferry" kept as coast: what coast was until now stands in it, not its own name.
      auto whole = without_name(line, name, context);
      if (!whole)
        throw Error(ExitCode::Usage, fmt::format("the query would stand in itself: @{}", name));
      line = std::move(*whole);
    }
    save_query(name, line);
    return ExitCode::Ok;
  }

  ExitCode show() {
    std::string words = options().request.query;
    const std::string id = typed_id(options(), options().show, words);
    const auto query = talk_.understand(words, ParseMode::Tolerant);
    if (!query) return ExitCode::Usage;
    talk_.printer().article(talk_.engine().view(id, options().request, *query, options().version));
    return ExitCode::Ok;
  }

  [[noreturn]] void raw() {
    const Format format = options().output.format;
    std::string words;
    const std::string id = typed_id(options(), options().raw, words);
    const ArticleView found = talk_.engine().view(id, options().request, {}, options().version);
    give_original(found.article,
                  format == Format::Jsonl ? OriginalForm::Place : OriginalForm::Bytes,
                  talk_.here());
  }

  ExitCode difference() {
    std::string words;
    const std::string id = typed_id(options(), options().difference, words);
    const VersionDifference found = talk_.engine().difference(id, options().version);
    if (found.versions == 1) talk_.note("the archive has one version of this article only");
    if (found.versions > 1 || !talk_.for_people()) talk_.printer().difference(found);
    return found.from.number == found.to.number ? ExitCode::Ok : ExitCode::Partial;
  }

  Conversation talk_;
};

constexpr std::size_t kMostText = std::size_t{1} << 20;  // bytes of --similar -

/// The text on standard input, what is no UTF-8 replaced.
std::string text_of_input() {
  std::string text(kMostText, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  if (trim(text).empty())
    throw Error(ExitCode::Usage, "--similar - reads a text from standard input, which has none");
  return to_utf8_lossy(text);
}

/// With the ids that numbers of the last list stand for in --similar and --story.
Options with_ids(Options options) {
  std::string words;
  for (std::string* id : {&options.request.similar_to, &options.request.story_of})
    *id = typed_id(options, *id, words);
  return options;
}

}  // namespace

ExitCode run_session(const Options& options, const Surroundings& here, const Today& today) {
  if (options.request.similar_to == "-" && options.request.similar_text.empty()) {
    Options with_text = options;
    with_text.request.similar_text = text_of_input();
    return run_session(with_text, here, today);
  }
  if (options.action != Action::Verify) return Session(with_ids(options), here, today).run();
  const Receipt then = read_receipt(options.verify_file);
  Options again = options;
  again.action = Action::Search;
  again.request.query = then.query;
  again.request.where = then.where;
  again.request.match = then.match;
  Conversation talk(again, here, {then.asked, then.asked_utc.value_or(then.asked)});
  return verify(talk, then);
}

}  // namespace pressmark::searcher
