#include "searcher/batch.h"

#include <cstdio>
#include <fstream>
#include <iostream>

#include <fmt/core.h>

#include "common/bounded_input.h"
#include "common/terminal_text.h"
#include "common/text.h"
#include "common/tokenizer.h"
#include "searcher/printers.h"
#include "searcher/query/lexer.h"

namespace pressmark::searcher {
namespace {

struct BatchLine {
  std::string whole, id, text;
  std::size_t number = 0;
};

/// The lines that hold something.
class BatchFile {
 public:
  explicit BatchFile(const std::string& name)
      : name_(name == "-" ? "standard input" : name), from_input_(name == "-") {
    if (from_input_) return;
    file_.open(name);
    if (!file_) throw Error(ExitCode::Usage, "cannot read the queries in " + name);
  }

  std::optional<BatchLine> next() {
    std::istream& in = from_input_ ? std::cin : file_;
    BatchLine line;
    while (next_line(in, line.whole, name_)) {
      line.number = ++number_;
      if (number_ == 1 && line.whole.starts_with("\xEF\xBB\xBF")) line.whole.erase(0, 3);
      if (!line.whole.empty() && line.whole.back() == '\r') line.whole.pop_back();
      if (trim(line.whole).empty()) continue;
      const std::size_t tab = line.whole.find('\t');
      line.id = line.whole.substr(0, tab);
      line.text = tab == std::string::npos ? line.whole : line.whole.substr(tab + 1);
      // Without an id in front of the tab the query is its own, as without a tab.
      if (trim(line.id).empty()) line.id = trim(line.text);
      return line;
    }
    if (in.bad() || (from_input_ && std::ferror(stdin) != 0))  // a directory; a closed stream
      throw Error(ExitCode::Usage, "cannot read the queries in " + name_);
    return std::nullopt;
  }

 private:
  std::string name_;
  bool from_input_;
  std::ifstream file_;
  std::size_t number_ = 0;
};

void note_line(const Conversation& talk, std::size_t line, std::string_view text) {
  talk.note(fmt::format("line {}: {}", line, text));
}

/// The query of a line; nothing, and a note that says why, where it finds nothing whatever the
/// archive holds: one bad name of five hundred is no reason to count none.
std::optional<ParsedQuery> understand(const Conversation& talk, const BatchLine& line) {
  const bool literal = talk.options().literal;
  Folder folder;
  if (trim(line.text).empty() || (literal && !Tokenizer(line.text, folder).next())) {
    talk.note(fmt::format("line {} finds nothing: it has no word", line.number));
    return std::nullopt;
  }
  if (!literal && line.text.size() > kMaxQueryBytes) {
    note_line(talk, line.number,
              fmt::format("only its first {} bytes are looked for", kMaxQueryBytes));
  }
  auto query = literal ? talk.parse(quote(trim(line.text)), ParseMode::Strict)
                       : talk.parse(line.text, ParseMode::Tolerant);
  if (!query) {
    talk.note(fmt::format("line {} finds nothing: {}", line.number, query.error().message));
    return std::nullopt;
  }
  for (const std::string& hint : query->hints) note_line(talk, line.number, hint);
  return std::move(*query);
}

/// The query of a line that finds nothing: it has its answer like every other.
ParsedQuery nothing() {
  ParsedQuery query;
  query.root.kind = NodeKind::Not;
  query.root.children.emplace_back();  // everything
  return query;
}

/// Counts all lines in one table, of one state of the archive.
ExitCode matrix(Conversation& talk, BatchFile& file) {
  const Options& options = talk.options();
  std::vector<NamedQuery> rows;
  std::vector<std::size_t> numbers;
  while (const auto line = file.next()) {
    rows.push_back({line->id, understand(talk, *line)});
    numbers.push_back(line->number);
  }
  const Engine::Matrix found = talk.engine().matrix(options.request, rows, *options.matrix);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    for (const std::string& text : found.notes[i]) note_line(talk, numbers[i], text);
  }
  talk.printer().crossing(found.table);
  return found.table.total > 0 ? ExitCode::Ok : ExitCode::Partial;
}

}  // namespace

ExitCode batch(Conversation& talk) {
  const Options& options = talk.options();
  BatchFile file(options.batch_file);
  if (!talk.understand("", ParseMode::Strict)) return ExitCode::Usage;  // filters of options
  if (options.matrix) return matrix(talk, file);
  const HitOptions hits = hit_options_for(options.output, talk.style());
  bool found = false;
  while (const auto line = file.next()) {
    const auto query = understand(talk, *line);
    if (options.count_only) {
      Engine::Counted counted;
      if (query) counted = talk.engine().count(options.request, *query);
      for (const std::string& text : counted.notes) note_line(talk, line->number, text);
      talk.printer().count(line->id, counted.count);
      found = found || counted.count.articles > 0;
      continue;
    }
    if (talk.for_people()) talk.write()("# " + terminal_safe(line->whole) + "\n");
    Answer answer = talk.engine().answer(options.request, query.value_or(nothing()), hits);
    for (const std::string& text : answer.notes) note_line(talk, line->number, text);
    for (Hit& hit : answer.hits) {
      hit.query_id = line->id;
      talk.printer().hit(hit);
    }
    answer.summary.query_id = line->id;
    talk.printer().summary(answer.summary);
    found = found || !answer.hits.empty();
  }
  return found ? ExitCode::Ok : ExitCode::Partial;
}

}  // namespace pressmark::searcher
