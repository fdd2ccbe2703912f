#pragma once

#include "searcher/engine.h"
#include "searcher/options.h"
#include "searcher/output/printer.h"
#include "searcher/output/style.h"

namespace pressmark::searcher {

/// --list-fields: name, aliases, what it holds, an example. Text, or JSON Lines with Format::Jsonl.
void print_fields(Format format, const Write& write);

/// --explain: the query as it was understood, with what each part would find alone.
void print_explanation(const std::vector<Explanation>& tree, Format format, const Write& write);

/// --stats: the archive in a few lines, and its most frequent values.
void print_statistics(const Engine::Statistics& statistics, Format format, Printer& printer,
                      const Write& write);

/// --list-saved: names and queries, by name.
void print_saved_queries(const std::vector<std::pair<std::string, std::string>>& queries,
                         Format format, const Write& write);

/// The same: lists of values and their texts.
void print_value_lists(const std::vector<std::pair<std::string, std::string>>& lists, Format format,
                       const Write& write);

/// --print-config: settings and where they come from. Text, or JSON Lines with Format::Jsonl.
void print_settings(const std::vector<ConfigValue>& settings, Format format, const Write& write);

}  // namespace pressmark::searcher
