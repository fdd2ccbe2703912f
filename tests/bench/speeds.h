#pragma once

#include <map>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

namespace pressmark::test {

/// The usual table, and the speeds for what is said below it.
class Speeds : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      // With repetitions the median counts, not the spread.
      if (run.run_type == Run::RT_Aggregate && run.aggregate_name != "median") continue;
      seconds_[run.run_name.function_name] =
          run.GetAdjustedCPUTime() / benchmark::GetTimeUnitMultiplier(run.time_unit);
      for (const auto& [counter, value] : run.counters)
        rates_[run.run_name.function_name + "/" + counter] = value.value;
    }
  }

  /// Of one pass; 0 for a benchmark that was not run, as for the rates.
  double seconds(const std::string& benchmark) const { return at(seconds_, benchmark); }
  double items(const std::string& benchmark) const {
    return at(rates_, benchmark + "/items_per_second");
  }
  double bytes(const std::string& benchmark) const {
    return at(rates_, benchmark + "/bytes_per_second");
  }

 private:
  static double at(const std::map<std::string, double>& values, const std::string& name) {
    const auto found = values.find(name);
    return found == values.end() ? 0 : found->second;
  }

  std::map<std::string, double> seconds_;
  std::map<std::string, double> rates_;
};

}  // namespace pressmark::test
