#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/store/publisher.h"

namespace pressmark::indexer::test {

struct Given {
  std::string name, text;
};

/// A publication of one fresh segment: each article, of the identity "name", came from
/// /crawl/NAME.html, which is done.
Publication publication_of(const Publisher& publisher, std::uint64_t number,
                           const std::vector<Given>& given);

/// Publishes a later text of the article.
void publish_version(Publisher& publisher, std::uint64_t number, const std::string& name,
                     const std::string& text);

using Contents = std::map<std::string, std::string>;
using Texts = std::vector<std::string>;

/// The texts of all articles by name; each must be there once.
Contents contents(const std::filesystem::path& archive);

/// What the article was before, oldest first.
Texts older_texts(const std::filesystem::path& archive, const std::string& name);

}  // namespace pressmark::indexer::test
