#pragma once

#include <memory>

#include <libxml/HTMLparser.h>

#include "common/handle.h"

namespace pressmark::indexer {

using HtmlParserPtr = std::unique_ptr<htmlParserCtxt, ReleaseWith<htmlFreeParserCtxt>>;

}  // namespace pressmark::indexer
