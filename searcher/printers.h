#pragma once

#include <memory>

#include "searcher/engine.h"
#include "searcher/options.h"
#include "searcher/output/printer.h"
#include "searcher/output/terminal.h"

namespace pressmark::searcher {

/// How the output of this command line may look.
Style style_for(const OutputOptions& output, const Surroundings& here);

/// What must be made of each hit for a format.
HitOptions hit_options_for(const OutputOptions& output, const Style& style);

/// The printer of the format asked for. Throws Error (ExitCode::Usage) for a template that is
/// wrong.
///
/// @param counts  the request has facets, a timeline or related values: in CSV and TSV they take
/// the
///                place of the hits
std::unique_ptr<Printer> make_printer(const OutputOptions& output, const SearchRequest& request,
                                      const Style& style, Write write, Write footer,
                                      const Surroundings& here);

}  // namespace pressmark::searcher
