#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace pressmark::indexer {

/// The bytes of the StoryTable of an archive that consists of these segments: the fingerprints of
/// all articles are read and grouped. Memory: about 400 bytes an article.
std::string encode_stories(std::span<const std::filesystem::path> segments);

}  // namespace pressmark::indexer
