// Files of settings: the user's own, and behind a NUL the one beside the archive, which somebody
// else may have written. From their bytes to the options of a search.
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/settings.h"
#include "searcher/options.h"
#include "tests/support/temp_dir.h"

using namespace pressmark;  // NOLINT(google-build-using-namespace): a fuzz target is one function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TempDir kHome;
  static const bool kSet = setenv("XDG_CONFIG_HOME", kHome.str().c_str(), 1) == 0;
  if (!kSet) __builtin_trap();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto end = std::min(bytes.find('\0'), bytes.size());
  kHome.write("pressmark/config", bytes.substr(0, end));
  kHome.write("beside/.pressmark.conf", bytes.substr(std::min(end + 1, bytes.size())));
  try {
    const auto options = searcher::parse_options({"--db", kHome.str("beside/archive"), "boat"});
    // Whoever wrote the settings chooses neither where is searched nor what is written.
    if (options.archives != std::vector{kHome.str("beside/archive")}) __builtin_trap();
    if (!options.export_file.empty() || !options.receipt_file.empty()) __builtin_trap();
    for (const char c : settings_text(options.settings)) {
      if (static_cast<unsigned char>(c) < ' ' && c != '\n') __builtin_trap();
    }
  } catch (const Error& error) {
    if (error.code() != ExitCode::Usage) __builtin_trap();
  }
  return 0;
}
