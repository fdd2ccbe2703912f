#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <span>
#include <string>

#include "common/program.h"
#include "common/time_zone.h"
#include "searcher/completion.h"
#include "searcher/option_table.h"
#include "searcher/options.h"
#include "searcher/session.h"

namespace {

pressmark::Date day_of(const std::tm& parts) {
  return std::chrono::year(parts.tm_year + 1900) /
         std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)) /
         std::chrono::day(static_cast<unsigned>(parts.tm_mday));
}

/// In the user's zone, which TZ may set, and in UTC.
pressmark::searcher::Today today() {
  const std::time_t now = std::time(nullptr);
  std::tm here = {}, utc = {};
  localtime_r(&now, &here);
  gmtime_r(&now, &utc);
  return {day_of(here), day_of(utc)};
}

}  // namespace

int main(int argc, char** argv) {
  using namespace pressmark::searcher;
  return pressmark::run_program(
      "pressmark-search", argc, argv, [](const std::vector<std::string>& arguments) {
        if (arguments.empty()) {
          std::fputs(usage_text().c_str(), stderr);
          return pressmark::ExitCode::Usage;
        }
        if (arguments.front() == "--complete") {  // for shells: no --help names it
          pressmark::write_output(complete(std::span(arguments).subspan(1)));
          return pressmark::ExitCode::Ok;
        }
        std::setvbuf(stdout, nullptr, _IOFBF, 1 << 16);
        const Options options = parse_options(arguments);
        if (options.time_zone) pressmark::use_time_zone(*options.time_zone);
        return run_session(options, look_around(), today());
      });
}
