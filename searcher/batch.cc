#include "searcher/batch.h"

#include <fstream>
#include <iostream>

#include <fmt/format.h>

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
  explicit BatchFile(const std::string& name) : from_input_(name == "-") {
    if (from_input_) return;
    file_.open(name);
    if (!file_) throw Error(ExitCode::Usage, "cannot read the queries in " + name);
  }

  std::optional<BatchLine> next() {
    std::istream& in = from_input_ ? std::cin : file_;
    BatchLine line;
    while (std::getline(in, line.whole)) {
      line.number = ++number_;
      if (number_ == 1 && line.whole.starts_with("\xEF\xBB\xBF")) line.whole.erase(0, 3);
      if (!line.whole.empty() && line.whole.back() == '\r') line.whole.pop_back();
      if (trim(line.whole).empty()) continue;
      const std::size_t tab = line.whole.find('\t');
      line.id = line.whole.substr(0, tab);
      line.text = tab == std::string::npos ? line.whole : line.whole.substr(tab + 1);
      return line;
    }
    return std::nullopt;
  }

 private:
  bool from_input_;
  std::ifstream file_;
  std::size_t number_ = 0;
};

/// What became of a line: `query` is empty where it finds nothing whatever the archive holds.
struct Understood {
  bool refused = false;  // it was said why
  std::optional<ParsedQuery> query;
};

Understood understand(Conversation& talk, const BatchLine& line) {
  const Options& options = talk.options();
  if (!options.literal) {
    auto query = talk.understand(line.text, ParseMode::Tolerant);
    return {!query, std::move(query)};
  }
  Folder folder;
  if (!Tokenizer(line.text, folder).next()) {
    talk.note(fmt::format("line {} finds nothing: it has no word", line.number));
    return {};
  }
  const std::string name = quote(trim(line.text));
  const auto parsed =
      parse_query(name, {talk.today(), ParseMode::Strict, options.request.match, {}});
  if (!parsed) {
    talk.note(fmt::format("line {} finds nothing: {}", line.number, parsed.error().message));
    return {};
  }
  auto query = talk.understand(name, ParseMode::Strict);
  return {!query, std::move(query)};
}

/// Counts all lines in one table, of one state of the archive.
ExitCode matrix(Conversation& talk, BatchFile& file) {
  const Options& options = talk.options();
  std::vector<NamedQuery> rows;
  while (const auto line = file.next()) {
    Understood understood = understand(talk, *line);
    if (understood.refused) return ExitCode::Usage;
    rows.push_back({line->id, std::move(understood.query)});
  }
  const CrossTable table = talk.engine().matrix(options.request, rows, *options.matrix);
  talk.printer().crossing(table);
  return table.total > 0 ? ExitCode::Ok : ExitCode::Partial;
}

}  // namespace

ExitCode batch(Conversation& talk) {
  const Options& options = talk.options();
  BatchFile file(options.batch_file);
  if (options.matrix) return matrix(talk, file);
  const HitOptions hits = hit_options_for(options.output, talk.style());
  bool found = false;
  while (const auto line = file.next()) {
    const Understood understood = understand(talk, *line);
    if (understood.refused) return ExitCode::Usage;
    const auto& query = understood.query;
    if (options.count_only) {
      const std::size_t total = query ? talk.engine().count(options.request, *query) : 0;
      talk.printer().count(line->id, total);
      found = found || total > 0;
      continue;
    }
    if (talk.for_people()) talk.write()("# " + terminal_safe(line->whole) + "\n");
    if (!query) continue;
    Answer answer = talk.engine().answer(options.request, *query, hits);
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
