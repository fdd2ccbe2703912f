#pragma once

#include "common/error.h"
#include "common/stored_article.h"
#include "searcher/conversation.h"
#include "searcher/output/terminal.h"

namespace pressmark::searcher {

enum class OriginalForm {
  Bytes,  // as they were read
  Place,  // where they are and what they are, in a line of JSON
};

/// Gives standard output what an article was made of. The one reader of crawls is pressmark-index:
/// this process becomes it (DECISIONS R12), so its exit code and its line are the answer. Throws
/// Error: standard output is a terminal, which no unchecked byte of an article may reach
/// (ExitCode::Usage); nothing is known of where the article came from, or pressmark-index is not
/// there (ExitCode::Database).
[[noreturn]] void give_original(const StoredArticle& article, OriginalForm form,
                                const Surroundings& here);

/// Writes the originals of all hits into the WARC file of --export-warc: this process becomes
/// pressmark-index, which reads their list. Returns only where nothing is found. Throws as above.
ExitCode export_originals(Conversation& talk, const ParsedQuery& query);

}  // namespace pressmark::searcher
