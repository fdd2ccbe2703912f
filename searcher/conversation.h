#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"
#include "common/expected.h"
#include "searcher/engine.h"
#include "searcher/model/parsed_query.h"
#include "searcher/options.h"
#include "searcher/output/printer.h"
#include "searcher/output/style.h"
#include "searcher/output/terminal.h"
#include "searcher/query/parser.h"

namespace pressmark::searcher {

/// What all that answers one command line shares: the options, the archive, opened when it is first
/// asked, and where results, notes and the last line go.
class Conversation {
 public:
  /// @param options, here  outlive it
  Conversation(const Options& options, const Surroundings& here, const Today& today);
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  const Options& options() const { return options_; }
  const Surroundings& here() const { return here_; }
  const Today& today() const { return today_; }
  const Style& style() const { return style_; }
  bool for_people() const { return options_.output.format == Format::Human; }

  /// Opens the archive. Throws Error as Engine does.
  Engine& engine();
  Printer& printer() { return *printer_; }

  /// Standard output.
  const Write& write() const { return write_; }
  /// The last line of a list: it is no result and stays out of pipes; within the pager on a
  /// terminal.
  void footer(std::string_view text) const { footer_(text); }
  /// Whether nobody reads any more: the pager was left before the end.
  bool left() const { return screen_.left(); }
  /// A line on standard error, unless --quiet.
  void note(std::string_view text) const;

  /// With what this user keeps.
  ParseContext parse_context(ParseMode mode) const;
  /// The words and the filters of options as one query.
  Expected<ParsedQuery, QueryError> parse(const std::string& text, ParseMode mode) const;
  /// The same; says what is wrong when they are none, and the query's hints.
  std::optional<ParsedQuery> understand(const std::string& text, ParseMode mode) const;

  /// What a format must say at its end, the page of --html, and the end of the pager. Once.
  void finish();

 private:
  const Options& options_;
  const Surroundings& here_;
  Today today_;
  Style style_;
  Screen screen_;
  Write write_, footer_;
  std::unique_ptr<Printer> printer_;
  std::optional<Engine> engine_;
  std::string page_;  // of --html
  bool finished_ = false;
};

/// Says on standard error what is wrong with a query.
void complain(const QueryError& error);

/// "-" is standard output. Throws Error (ExitCode::Output).
void write_file(const std::string& file, std::string_view text);

}  // namespace pressmark::searcher
