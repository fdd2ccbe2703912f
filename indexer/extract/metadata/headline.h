#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/markup/dom.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

/// What a page gives for a headline.
struct HeadlineEvidence {
  std::vector<std::string> visible;   // texts of <h1>, in page order
  std::vector<std::string> subheads;  // texts of <h2>
  std::vector<std::string> stated;    // og:title, JSON-LD headline ..., the most trusted first
  std::string document_title;         // <title>
  /// `visible` without the elements in them that are called labels; empty ones: without any
  std::vector<std::string> unlabelled = {};
  /// Where they stand on the page; empty: not known
  std::vector<NodeId> visible_at = {};
  std::vector<NodeId> subheads_at = {};
};

/// The headline that a reader of the page sees: the <h1> that says what the stated titles say, else
/// the only one that is no name of the outlet, unless it stands behind an <h2> with the words of a
/// stated title; without one, the first stated title without the
/// outlet. A label in front of the <h1> goes where a stated title does without it and none has it,
/// or where the page calls it a label and a title is stated without it; soft hyphens go. Empty when
/// the page has none at all.
std::string choose_headline(const HeadlineEvidence& evidence, const Outlet& outlet);

/// A title without the parts before or behind " | ", " - ", " : " ... that name the outlet.
std::string without_outlet(std::string_view title, const Outlet& outlet);

}  // namespace pressmark::indexer
