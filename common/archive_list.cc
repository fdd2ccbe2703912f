#include "common/archive_list.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace pressmark {

std::vector<std::string> archive_list(std::string_view value) {
  std::error_code unknown;
  if (std::filesystem::exists(std::filesystem::path(value), unknown)) return {std::string(value)};
  std::vector<std::string> archives;
  while (!value.empty()) {
    std::size_t end = value.find(':');
    if (constexpr std::string_view kScheme = "tcp://"; value.starts_with(kScheme)) {
      end = value.find(':', kScheme.size());                              // before the port
      if (end != std::string_view::npos) end = value.find(':', end + 1);  // behind it
    }
    end = std::min(end, value.size());
    if (end > 0) archives.emplace_back(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return archives;
}

}  // namespace pressmark
