#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/tagger/tagger_tags.h"
#include "indexer/enrich/words/tagger_tokenizer.h"

namespace pressmark::indexer {

/// One article with the right tag of each token.
struct TaggedArticle {
  std::string text;
  std::vector<Token> tokens;
  std::vector<Tag> tags;
  float weight = 1;
};

/// How a second copy of an article is written, so that the tagger learns headlines and capitals.
enum class Rewriting { UpperCase, LowerCase, TitleCase };

/// A name by code points of the text; `type` is PER, LOC, ORG or MISC.
struct GoldName {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string type;
};

/// Tokens of the text with the tags of the names. A name that begins or ends inside a token covers
/// the whole token.
TaggedArticle make_tagged(std::string_view text, const std::vector<GoldName>& names, float weight);

/// A text whose names stand in marks, "[P Ines Aalto] of the [O Harbour Board] left [L Narvik]", M
/// for other names; brackets serve nothing else. Throws Error at a bracket that is no mark.
TaggedArticle make_marked(std::string_view source, float weight);

/// Articles of a file, plain or compressed by gzip: JSON Lines ("text", "ents": [[begin, end,
/// type]]), or, when its name ends in .txt, marked texts with an empty line between two. Throws
/// Error when it cannot be read or is of another form.
std::vector<TaggedArticle> read_training_file(const std::string& path, float weight);

TaggedArticle rewrite(const TaggedArticle& article, Rewriting rewriting);

/// The lines of a file, plain or compressed by gzip. Throws Error when it cannot be read.
std::vector<std::string> read_lines(const std::string& path);

}  // namespace pressmark::indexer
