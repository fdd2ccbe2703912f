#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/run.h"

namespace pressmark::test {

/// An archive of folders of corpus/, made once a process and removed at its end: "default
/// duplicates". Throws std::runtime_error when pressmark-index does not finish with 0.
const std::string& sample_archive(std::string_view folders);

/// Runs pressmark-search on an archive, with a home of its own and no terminal about it.
RunResult search(const std::string& archive, const std::vector<std::string>& arguments,
                 std::string_view input = {});

}  // namespace pressmark::test
