#include "indexer/markup/saved_from.h"

#include <algorithm>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxComment = std::size_t{8} << 10;  // looked at of one

/// Up to the next blank.
std::string_view word_at(std::string_view text, std::size_t at) {
  text.remove_prefix(std::min(at, text.size()));
  return text.substr(0, text.find_first_of(" \t\r\n"));
}

}  // namespace

std::string saved_from(std::string_view comment) {
  constexpr std::string_view kBrowser = "saved from url=(";
  constexpr std::string_view kSingleFile = "Page saved with SingleFile";
  constexpr std::string_view kCopier = "Mirrored from ";
  comment = trim(comment.substr(0, kMaxComment));
  if (comment.starts_with(kBrowser)) {
    const std::size_t close = comment.find(')');
    return close == std::string_view::npos ? std::string()
                                           : std::string(word_at(comment, close + 1));
  }
  if (comment.starts_with(kSingleFile)) {
    constexpr std::string_view kField = "url: ";
    const std::size_t field = comment.find(kField);
    return field == std::string_view::npos ? std::string()
                                           : std::string(word_at(comment, field + kField.size()));
  }
  // HTTrack leaves the scheme out.
  if (comment.starts_with(kCopier) && comment.find(" by HTTrack") != std::string_view::npos)
    return "http://" + std::string(word_at(comment, kCopier.size()));
  return {};
}

}  // namespace pressmark::indexer
