#include "common/manifest.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/core.h>
#include <xapian.h>

#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/schema.h"
#include "common/text.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBeginning = "pressmark-archive ";  // in every version
constexpr std::string_view kFormat = "1\n";                    // the rest of the first line
constexpr std::string_view kSchema = "schema ";                // begins the second one
// A step of a deletion names all that it deletes, in some 23 bytes each.
constexpr std::size_t kMaxManifestBytes = std::size_t{1} << 30;

[[noreturn]] void fail_damaged(const fs::path& archive, std::string_view what) {
  throw Error(ExitCode::Database,
              fmt::format("the archive {} is damaged: its MANIFEST {}; restore a copy, or build it "
                          "again: pressmark-index --db {} --rebuild FILES",
                          archive.string(), what, archive.string()));
}

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// "seg-000012" for the stem "seg": a name that we made, which leads nowhere else.
bool is_our_name(std::string_view name, std::string_view stem) {
  if (!name.starts_with(stem) || name.size() < stem.size() + 2 || name[stem.size()] != '-') {
    return false;
  }
  return std::ranges::all_of(name.substr(stem.size() + 1),
                             [](char c) { return c >= '0' && c <= '9'; });
}

/// A directory with segments has had a MANIFEST: it is written before any segment, and replaced by
/// a rename. Where it is missing a copy broke off, or somebody removed it.
[[noreturn]] void fail_missing(const fs::path& archive) {
  if (has_segments(archive)) fail_damaged(archive, "is missing (a copy that broke off?)");
  throw Error(ExitCode::Database,
              fmt::format("there is no archive in {}; run: pressmark-index --db {} FILES",
                          archive.string(), archive.string()));
}

/// Takes in one line; false when it means nothing.
bool read_line(std::string_view line, Manifest& manifest) {
  const std::vector<std::string_view> words = split(line, ' ');
  if (words.size() < 2) return false;
  const std::string_view key = words[0];
  const std::string_view value = words[1];
  if (key == "xapian" && words.size() == 2) {
    manifest.xapian_version = value;
    return true;
  }
  if (key == "files" && words.size() == 2 && is_our_name(value, "files")) {
    manifest.files.emplace_back(value);
    return true;
  }
  if (key == "stories" && words.size() == 2 && is_our_name(value, "stories")) {
    manifest.stories = value;
    return true;
  }
  if (key == "behind" && words.size() == 2 && value == "stories") {
    manifest.stories_behind = true;
    return true;
  }
  const auto number = parse_number<std::uint64_t>(words.back());
  if (!number) return false;
  if (key == "generation" && words.size() == 2) {
    manifest.generation = *number;
  } else if (key == "next" && words.size() == 2) {
    manifest.next_number = *number;
  } else if (key == "segment" && words.size() == 3 && is_our_name(value, "seg")) {
    manifest.segments.push_back({std::string(value), *number});
  } else if (key == "versions" && words.size() == 3 && is_our_name(value, "versions")) {
    manifest.versions.push_back({std::string(value), *number});
  } else if (key == "dead" && words.size() == 3 &&
             (is_our_name(value, "seg") || is_our_name(value, "versions")) &&
             *number <= UINT32_MAX) {
    manifest.dead.push_back({std::string(value), static_cast<std::uint32_t>(*number)});
  } else {
    return false;
  }
  return true;
}

void check_first_line(std::string_view text, const fs::path& archive) {
  const std::vector<std::string_view> words = split(text.substr(0, text.find('\n')), ' ');
  const auto schema =
      words.size() == 2 && words[0] == "schema" ? parse_number<int>(words[1]) : std::nullopt;
  if (!schema) fail_damaged(archive, "has no schema version");
  check_schema(*schema, archive.string(), archive.string());
}

/// "1.4" of "1.4.22": within a series of Xapian words keep their stems.
std::string_view series_of(std::string_view version) {
  return version.substr(0, version.find('.', version.find('.') + 1));
}

}  // namespace

bool begins_manifest(std::string_view text) {
  if (!text.starts_with(kBeginning)) return false;
  text.remove_prefix(kBeginning.size());
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits == 0 || digits == text.npos || text[digits] != '\n') return false;
  text.remove_prefix(digits + 1);
  return text.starts_with(kSchema);
}

std::uint64_t number_of_part(std::string_view name) {
  for (const std::string_view stem : {"seg", "files", "stories", "versions"}) {
    if (is_our_name(name, stem))
      return parse_number<std::uint64_t>(name.substr(stem.size() + 1)).value_or(0);
  }
  return 0;
}

bool has_segments(const fs::path& directory) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory, error)) {
    const bool named = is_our_name(entry.path().filename().string(), "seg");
    if (named && fs::exists(entry.path() / "iamglass", error)) return true;
  }
  return false;
}

void check_schema(int schema, const std::string& archive, const std::string& directory) {
  if (schema == kSchemaVersion) return;
  if (schema > kSchemaVersion) {
    throw Error(ExitCode::Database,
                fmt::format("the archive {} was written by a newer Pressmark (schema {}, this one "
                            "reads {}); use that version",
                            archive, schema, kSchemaVersion));
  }
  throw Error(
      ExitCode::Database,
      fmt::format("the archive {} has the older schema {} (this version reads {}); index it "
                  "again: pressmark-index --db {} --rebuild FILES",
                  archive, schema, kSchemaVersion, directory));
}

void check_xapian(std::string_view version, const std::string& archive,
                  const std::string& directory) {
  if (version.empty() || series_of(version) == series_of(Xapian::version_string())) return;
  throw Error(
      ExitCode::Database,
      fmt::format("the archive {} was written with Xapian {}, this is Xapian {}, which stems "
                  "words in other ways; index it again: pressmark-index --db {} --rebuild "
                  "FILES",
                  archive, version, Xapian::version_string(), directory));
}

std::string encode(const Manifest& manifest) {
  std::string text = fmt::format("{}{}{}{}\ngeneration {}\nnext {}\nxapian {}\n", kBeginning,
                                 kFormat, kSchema, manifest.schema_version, manifest.generation,
                                 manifest.next_number, manifest.xapian_version);
  auto out = std::back_inserter(text);
  for (const Segment& segment : manifest.segments) {
    fmt::format_to(out, "segment {} {}\n", segment.directory, segment.articles);
  }
  for (const std::string& file : manifest.files) fmt::format_to(out, "files {}\n", file);
  if (!manifest.stories.empty()) fmt::format_to(out, "stories {}\n", manifest.stories);
  if (manifest.stories_behind) text += "behind stories\n";
  for (const Segment& part : manifest.versions) {
    fmt::format_to(out, "versions {} {}\n", part.directory, part.articles);
  }
  for (const DeadArticle& dead : manifest.dead) {
    fmt::format_to(out, "dead {} {}\n", dead.directory, dead.docid);
  }
  fmt::format_to(out, "crc {:08x}\n", crc32_of(text));
  return text;
}

Manifest decode_manifest(std::string_view text, const fs::path& archive) {
  if (!text.starts_with(kBeginning) || !text.substr(kBeginning.size()).starts_with(kFormat)) {
    fail_damaged(archive, "does not begin as one");
  }
  constexpr std::size_t kLastLine = sizeof("crc 00000000\n") - 1;
  const std::size_t body = text.size() - std::min(text.size(), kLastLine);
  if (text.substr(body) != fmt::format("crc {:08x}\n", crc32_of(text.substr(0, body)))) {
    fail_damaged(archive, "has a wrong checksum");
  }
  text = text.substr(0, body).substr(kBeginning.size() + kFormat.size());
  check_first_line(text, archive);
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  text.remove_prefix(text.find('\n') + 1);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || !read_line(text.substr(0, end), manifest)) {
      fail_damaged(archive, "has a line that means nothing");
    }
    text.remove_prefix(end + 1);
  }
  check_xapian(manifest.xapian_version, archive.string(), archive.string());
  return manifest;
}

Manifest read_manifest(const fs::path& archive) {
  const fs::path path = archive / kManifestName;
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (status.type() == fs::file_type::not_found) fail_missing(archive);
  if (error) throw system_error("read", path, error.value());
  if (bytes_in(path) > kMaxManifestBytes) fail_damaged(archive, "is far too long");
  return decode_manifest(read_whole_file(path), archive);
}

}  // namespace pressmark
