#include "common/outlet_table.h"

#include <unordered_map>
#include <vector>

#include <unicode/uchar.h>

#include "common/text.h"
#include "common/utf8.h"

namespace pressmark {
namespace embedded {
std::string_view outlets();
}

namespace {

/// The table of data/outlets.tsv by domain and by name; built on first use, constant after it.
struct OutletTable {
  std::unordered_map<std::string_view, KnownOutlet> by_domain;
  std::unordered_map<std::string, KnownOutlet> by_name;

  OutletTable() {
    std::vector<std::pair<std::string, KnownOutlet>> others;
    for (const std::string_view line : split(embedded::outlets(), '\n')) {
      const std::vector<std::string_view> cells = split(line, '\t');
      if (line.starts_with('#') || cells.size() != 4) continue;
      const KnownOutlet outlet{cells[0], cells[1], cells[2]};
      by_domain.emplace(outlet.domain, outlet);
      by_name.emplace(outlet_name_key(outlet.name), outlet);
      for (const std::string_view other : split(cells[3], '|')) {
        if (!other.empty()) others.emplace_back(outlet_name_key(other), outlet);
      }
    }
    for (const auto& [key, outlet] : others) by_name.emplace(key, outlet);
  }
};

const OutletTable& table() {
  static const OutletTable outlets;
  return outlets;
}

}  // namespace

std::string outlet_name_key(std::string_view name) {
  constexpr std::size_t kMaxNameBytes = 200;
  const std::string folded = fold_accents(trim(utf8_prefix(name, kMaxNameBytes)));
  std::string_view text = folded;
  if (text.starts_with("the ")) text.remove_prefix(4);
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    if (u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0)
      key += text.substr(begin, at - begin);
  }
  return key;
}

std::optional<KnownOutlet> find_outlet_by_domain(std::string_view domain) {
  const auto found = table().by_domain.find(domain);
  if (found == table().by_domain.end()) return std::nullopt;
  return found->second;
}

std::optional<KnownOutlet> find_outlet_by_name(std::string_view name) {
  const std::string key = outlet_name_key(name);
  const auto found = table().by_name.find(key);
  if (key.empty() || found == table().by_name.end()) return std::nullopt;
  return found->second;
}

}  // namespace pressmark
