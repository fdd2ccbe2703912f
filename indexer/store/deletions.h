#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string_view>

namespace pressmark::indexer {

/// Name of the list below the archive.
inline constexpr std::string_view kDeletionsName = "DELETED";

/// Keys of the articles that must not be in an archive, whatever is read: a text file beside
/// MANIFEST, an id a line and a checksum below them. It is no part of the archive but an order to
/// who writes it, and so outlives --rebuild and a change of schema.
class Deletions {
 public:
  /// Empty where there is no list. Throws Error (ExitCode::Database) when a line of it is no id, or
  /// its checksum is another.
  explicit Deletions(const std::filesystem::path& archive);

  bool contains(std::uint64_t key) const { return keys_.contains(key); }
  const std::set<std::uint64_t>& keys() const { return keys_; }

  /// Durable when these return. Say whether the list is another now.
  bool add(const std::set<std::uint64_t>& keys);
  bool remove(const std::set<std::uint64_t>& keys);

 private:
  void write(std::set<std::uint64_t> keys);

  std::filesystem::path file_;
  std::set<std::uint64_t> keys_;
};

}  // namespace pressmark::indexer
