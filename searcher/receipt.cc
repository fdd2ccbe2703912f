#include "searcher/receipt.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include <fmt/core.h>

#include "common/bounded_input.h"
#include "common/error.h"
#include "common/hash.h"
#include "common/text.h"

namespace pressmark::searcher {
namespace {

constexpr std::string_view kReceiptLine = "pressmark receipt 1";
constexpr std::string_view kDigest = "sha256:";
constexpr std::size_t kMostReceiptBytes = std::size_t{256} << 20;

[[noreturn]] void refuse(const std::filesystem::path& file, std::string_view why) {
  throw Error(ExitCode::Usage,
              fmt::format("{} is no receipt of --receipt: {}", file.string(), why));
}

/// The value of a line "name: value"; a line of another name is an error.
std::string_view value_of(std::string_view line, std::string_view name,
                          const std::filesystem::path& file) {
  const std::string begin = fmt::format("{}: ", name);
  if (!line.starts_with(begin)) refuse(file, fmt::format("it has no {}", name));
  return line.substr(begin.size());
}

}  // namespace

std::string encode(const Receipt& receipt) {
  std::string text = fmt::format("{}\nquery: {}\n", kReceiptLine, collapse_space(receipt.query));
  for (const std::string& filter : receipt.where)
    text += fmt::format("where: {}\n", collapse_space(filter));
  text += fmt::format("match: {}\nunderstood: {}\nasked: {}\n",
                      receipt.match == Match::Any ? "any" : "all", receipt.understood,
                      to_string(receipt.asked));
  if (receipt.asked_utc) text += fmt::format("asked-utc: {}\n", to_string(*receipt.asked_utc));
  text += fmt::format("program: {}\nrevision: {}\n", receipt.program, receipt.revision);
  for (const auto& [id, sha256] : receipt.articles)
    text += fmt::format("article: {} {}{}\n", id, kDigest, sha256);
  return text + fmt::format("sum: {}\n", hash128_hex(text));
}

Receipt decode_receipt(std::string_view text, const std::filesystem::path& file) {
  const auto last = text.rfind("sum: ");
  if (last == text.npos || !text.starts_with(kReceiptLine))
    refuse(file, "its first or last line is missing");
  if (trim(text.substr(last + 5)) != hash128_hex(text.substr(0, last)))
    refuse(file, "it was changed after it was written");
  const std::vector<std::string_view> lines = split(text.substr(0, last), '\n');
  std::size_t at = 1;
  const auto next = [&](std::string_view name) {
    if (at >= lines.size()) refuse(file, "it is cut");
    return value_of(lines[at++], name, file);
  };
  Receipt receipt;
  receipt.query = next("query");
  while (at < lines.size() && lines[at].starts_with("where: "))
    receipt.where.emplace_back(next("where"));
  receipt.match = next("match") == "any" ? Match::Any : Match::All;
  receipt.understood = next("understood");
  const auto asked = parse_iso_date(next("asked"));
  if (!asked) refuse(file, "its day cannot be read");
  receipt.asked = *asked;
  if (at < lines.size() && lines[at].starts_with("asked-utc: ")) {
    receipt.asked_utc = parse_iso_date(next("asked-utc"));
    if (!receipt.asked_utc) refuse(file, "its day cannot be read");
  }
  receipt.program = next("program");
  const std::string_view revision = next("revision");
  std::from_chars(revision.data(), revision.data() + revision.size(), receipt.revision);
  for (; at < lines.size() && !lines[at].empty(); ++at) {
    const std::string_view row = value_of(lines[at], "article", file);
    const auto blank = std::min(row.find(' '), row.size());
    const std::string_view digest = row.substr(std::min(blank + 1, row.size()));
    if (!digest.starts_with(kDigest)) refuse(file, "its articles have no sha256");
    receipt.articles.emplace(row.substr(0, blank), digest.substr(kDigest.size()));
  }
  return receipt;
}

Receipt read_receipt(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ExitCode::Usage, fmt::format("cannot read the receipt {}", file.string()));
  const auto text = read_at_most(in, kMostReceiptBytes);
  if (!text) refuse(file, "it is longer than any");
  return decode_receipt(*text, file);
}

std::vector<std::string> differences(const Receipt& then, const Receipt& now) {
  std::map<std::string, std::string> lines;
  for (const auto& [id, sha256] : then.articles) {
    const auto found = now.articles.find(id);
    if (found == now.articles.end()) {
      lines[id] = "- " + id;
    } else if (found->second != sha256) {
      lines[id] = "~ " + id;
    }
  }
  for (const auto& [id, sha256] : now.articles) {
    if (!then.articles.contains(id)) lines[id] = "+ " + id;
  }
  std::vector<std::string> all;
  for (auto& [id, line] : lines) all.push_back(std::move(line));
  return all;
}

}  // namespace pressmark::searcher
