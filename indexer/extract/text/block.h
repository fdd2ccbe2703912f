#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/markup/dom.h"

namespace pressmark::indexer {

/// A run of text between two block borders (a block element's begin or end, or two <br>).
struct Block {
  NodeId element = 0;        // nearest block element around it
  NodeId begin = 0;          // first text node
  NodeId end = 0;            // behind the last one
  std::string text;          // white space collapsed; single <br> as line ends
  std::uint32_t weight = 0;  // letters, an ideograph counting as three: comparable in all scripts
  std::uint32_t link_weight = 0;    // of it inside links
  std::uint32_t strong_weight = 0;  // of it inside <b>, <strong>, <em>, <i>
  std::uint32_t sentence_ends = 0;  // full stops and the like of any script that end a word
  std::uint32_t links = 0;
  std::uint32_t contact_links = 0;  // of them to a mail address or an account of a social network
  bool ends_sentence = false;       // its last character ends a sentence, quotes and brackets aside
};

/// All blocks of a page in document order, one by one; blocks without a letter or digit are left
/// out.
void for_each_block(const Page& page, const std::function<void(Block)>& take);

/// Letters and digits of a text, an ideograph counting as three.
std::uint32_t text_weight(std::string_view text);

}  // namespace pressmark::indexer
