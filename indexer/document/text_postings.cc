#include "indexer/document/text_postings.h"

#include <algorithm>

#include "common/schema.h"
#include "common/text.h"

namespace pressmark::indexer {
namespace {

/// Paragraphs of the text that belong to the lead.
constexpr std::size_t kLeadParagraphs = 2;

/// First position of an article's words; its marker stands one before.
constexpr std::uint32_t kFirstPosition = 2;

/// Keeps a hostile article's distinct words in bounds, each of which takes some 450 bytes and 5 us;
/// those that come for the first time behind them are not indexed. Long books have 50,000.
constexpr std::size_t kMaxDistinctWords = 1U << 17;

std::string title_term(std::string_view term) {
  std::string titled(field(FieldId::Title).prefix);
  titled.append(term);
  return titled;
}

}  // namespace

std::uint32_t TextPostings::add(std::string_view title, std::string_view text,
                                std::string_view language, Xapian::Document& document) {
  clear();
  in_title_ = true;
  read_block(title, language);
  in_title_ = false;
  const std::size_t title_blocks = blocks_.size();
  const std::uint32_t title_words = count_;
  std::size_t lead_blocks = title_blocks;
  std::size_t paragraph = 0;
  for (const std::string_view block : paragraphs(text)) {
    read_block(block, language);
    if (++paragraph <= kLeadParagraphs) lead_blocks = blocks_.size();
  }
  add_marker(document, marker::kTitle, 0, title_blocks);
  add_marker(document, marker::kLead, 0, lead_blocks);
  add_marker(document, marker::kBody, title_blocks, blocks_.size());
  add_words(document);
  return count_ - title_words;
}

void TextPostings::clear() {
  if (index_.bucket_count() > (1U << 14))
    index_ = {};  // one huge article must not slow all that follow
  index_.clear();
  words_.clear();
  blocks_.clear();
  position_ = kFirstPosition;
  count_ = 0;
}

TextPostings::Word* TextPostings::word_of(const Token& token, std::string_view language) {
  const bool compound = token.kind == TokenKind::Compound;
  const std::string marked = compound ? std::string("-").append(token.form) : std::string();
  const std::string_view key = compound ? std::string_view(marked) : token.form;
  const auto known = index_.find(key);
  if (known != index_.end()) return &words_[known->second];
  if (words_.size() >= kMaxDistinctWords) return nullptr;
  const WordTerms terms = analyzer_.index_terms(token, language);
  index_.emplace(key, words_.size());
  words_.push_back({std::string(terms.exact), std::string(terms.stem), {}, 0});
  return &words_.back();
}

void TextPostings::read_block(std::string_view text, std::string_view language) {
  Tokenizer tokens(text, analyzer_.folder());
  std::uint32_t boundary = 0;  // tokens from here on stand in the newest block
  std::uint32_t before = position_,
                shift = position_;  // what is added to positions before and after it
  Block block{position_, position_};
  while (const auto token = tokens.next()) {
    if (token->position >= boundary + kBlockWords) {
      blocks_.push_back(block);
      before = shift;
      boundary = token->position;
      shift += kBlockGap;
      block.begin = token->position + shift;
    }
    const std::uint32_t position = token->position + (token->position < boundary ? before : shift);
    if (token->kind != TokenKind::Compound && token->kind != TokenKind::Bigram) ++count_;
    if (Word* const word = word_of(*token, language)) {
      word->positions.push_back(position);
      if (in_title_) ++word->in_title;
    }
    if (token->position >= boundary) block.end = position + 1;
  }
  if (block.end <= block.begin) return;
  blocks_.push_back(block);
  position_ = block.end + kBlockGap;
}

void TextPostings::add_marker(Xapian::Document& document, std::string_view term,
                              std::size_t first_block, std::size_t last_block) const {
  const std::string name(term);
  for (std::size_t i = first_block; i < last_block; ++i) {
    for (std::uint32_t p = blocks_[i].begin; p < blocks_[i].end; ++p)
      document.add_posting(name, p - 1, 0);
  }
}

void TextPostings::add_words(Xapian::Document& document) const {
  for (const Word& word : words_) {
    const bool stemmed = !word.stem.empty();
    const Xapian::termcount exact_weight =
        stemmed ? 0 : 1;  // a word counts once, as its stem if it has one
    const bool stem_has_places =
        stemmed && (word.exact.empty() || stem_form(word.stem) != word.exact);
    const std::string titled =
        word.in_title == 0 ? std::string() : title_term(stemmed ? word.stem : word.exact);
    Xapian::termcount stem_weight = 0;
    for (std::size_t i = 0; i < word.positions.size(); ++i) {
      const bool in_title = i < word.in_title;
      const Xapian::termcount weight = in_title ? kTitleWeight : 1;
      stem_weight += weight;
      if (!word.exact.empty())
        document.add_posting(word.exact, word.positions[i], exact_weight * weight);
      if (stem_has_places) document.add_posting(word.stem, word.positions[i], weight);
      if (in_title) document.add_posting(titled, word.positions[i], 0);
    }
    if (stemmed && !stem_has_places) document.add_term(word.stem, stem_weight);
  }
}

}  // namespace pressmark::indexer
