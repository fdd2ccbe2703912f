#include "indexer/extract/metadata/masthead.h"

#include <algorithm>
#include <optional>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "indexer/extract/content/page_fields.h"
#include "indexer/extract/metadata/outlet.h"
#include "indexer/extract/text/notice_lines.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxNameBytes = 100;
constexpr std::string_view kSeparators[] = {" | ", " - ", " – ",  " — ",  " :: ", ": ",
                                            " » ", " « ", " >> ", " << ", " · ",  " • "};
constexpr std::size_t kMaxNoticeBytes = 300;
constexpr std::size_t kLeastNoticed = 5;  // letters of a name told from the words of a notice
constexpr std::size_t kSpareBytes = 32;  // blanks and marks that a line may have beside its letters
constexpr std::ptrdiff_t kMaxNameBlanks = 5;
constexpr std::ptrdiff_t kLeastHeadlineBlanks = 2;

NodeId body_of(const Page& page) {
  return page.empty() ? 0 : page.find(Tag::Body, 0, page.size()).value_or(0);
}

/// The innermost link around a node; nothing within a few steps when there is none.
std::optional<NodeId> link_around(const Page& page, NodeId node) {
  constexpr int kMaxSteps = 6;
  for (int step = 0; step < kMaxSteps && node != 0; ++step) {
    node = page.parent(node);
    if (page.tag(node) == Tag::A) return node;
  }
  return std::nullopt;
}

bool leads_to_front_page(std::string_view href) {
  href = trim(href);
  const std::size_t host = href.find("://");
  if (host != std::string_view::npos) {
    const std::size_t path = href.find('/', host + 3);
    href = path == std::string_view::npos ? "/" : href.substr(path);
  }
  while (href.starts_with("./") || href.starts_with("../")) href.remove_prefix(href.find('/') + 1);
  if (href.starts_with('/')) href.remove_prefix(1);
  return href.empty() || href == "." || href == "index.html" || href == "index.htm" ||
         href == "index.php" || href == "default.asp" || href == "default.aspx";
}

/// The first text node from `from` on that prints a line of these letters and that `fits`.
template <typename Fits>
NodeId find_line(const Page& page, NodeId from, std::string_view line, Fits fits) {
  const std::string key = outlet_name_key(line);
  if (key.empty() || page.empty()) return 0;
  for (NodeId node = std::max(from, body_of(page)); node < page.size(); ++node) {
    if (!page.is_text(node)) continue;
    const std::string_view text = trim(page.text(node));
    if (text.size() > line.size() + kSpareBytes || text.size() + kSpareBytes < line.size() ||
        text.empty())
      continue;
    if (outlet_name_key(text) == key && fits(node)) return node;
  }
  return 0;
}

bool leads_from_masthead(const Page& page, NodeId node) {
  const auto link = link_around(page, node);
  return link && leads_to_front_page(page.attribute(*link, Attr::Href));
}

/// "Copyright 1998 The Moor Register. All rights reserved."
bool is_in_copyright(const Page& page, std::string_view name) {
  const std::string key = outlet_name_key(name);
  if (count_code_points(key) < kLeastNoticed) return false;
  for (NodeId node = body_of(page); node < page.size(); ++node) {
    if (!page.is_text(node)) continue;
    const std::string_view text = page.text(node);
    if (text.size() <= kMaxNoticeBytes && is_copyright_notice(text) &&
        outlet_name_key(text).find(key) != std::string::npos)
      return true;
  }
  return false;
}

/// The words of a text as they are compared, between blanks.
std::string words_of(std::string_view text) {
  std::string words = " ";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kBlank, at), text.size());
    const std::string word = outlet_name_key(text.substr(at, end - at));
    if (!word.empty() && word != "the") words.append(word).append(" ");
    at = end + 1;
  }
  return words;
}

bool is_written_without_blanks(std::string_view name) {
  constexpr char32_t kFirstIdeograph = 0x2E80;
  std::size_t at = 0;
  return !name.empty() && next_code_point(name, at) >= kFirstIdeograph;
}

/// Whether a notice says no more than "Copyright 2024": the owner stands in the next element.
bool names_no_owner(std::string_view notice) {
  std::string letters = outlet_name_key(notice);
  std::erase_if(letters, [](char c) { return c >= '0' && c <= '9'; });
  return letters.empty() || letters == "copyright" || letters == "c" || letters == "copyrightc";
}

/// The words of the notices of copyright near the page's end, of those with a year: others are
/// those of pictures.
std::string copyright_words(const Page& page) {
  constexpr NodeId kFooterNodes = 600;
  std::string words;
  NodeId node = page.size();
  const NodeId first = std::max(body_of(page), node - std::min(node, kFooterNodes));
  while (node-- > first) {
    if (!page.is_text(node) || page.text(node).size() > kMaxNoticeBytes ||
        !is_copyright_notice(page.text(node)))
      continue;
    std::string notice(page.text(node));
    if (std::ranges::count_if(notice, [](char c) { return c >= '0' && c <= '9'; }) < 4) continue;
    // "© 2024 <a href=/>The Moor Register</a>" is one notice.
    const NodeId next = node + 1;
    if (names_no_owner(notice) && next < page.size() && !page.is_text(next))
      notice += " " + short_text_of(page, next, kMaxNoticeBytes);
    words += words_of(notice);
  }
  return words;
}

/// The one part of a name between separators, or all of one without, that is in the notices'
/// `words`.
std::string noticed_part(std::string_view words, std::string_view name) {
  if (words.empty() || name.size() > 2 * kMaxNameBytes) return {};
  std::string found;
  for (std::size_t begin = 0; begin < name.size();) {
    std::size_t end = name.size();
    std::size_t next = end;
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = name.find(separator, begin);
      if (at >= end) continue;
      end = at;
      next = at + separator.size();
    }
    const std::string_view part = trim(name.substr(begin, end - begin));
    begin = next;
    const std::string key = outlet_name_key(part);
    if (key.size() < kLeastNoticed || count_code_points(key) <= 3) continue;
    if (words.find(is_written_without_blanks(key) ? key : words_of(part)) == npos) continue;
    if (!found.empty()) return {};
    found = part;
  }
  return found;
}

bool leads_elsewhere(std::string_view href, std::string_view domain) {
  href = trim(href);
  const bool absolute = href.starts_with("//") || href.find("://") != npos;
  return absolute && (domain.empty() || registrable_domain(href) != domain);
}

/// What the page's first links to its front page say in text, title or label: the first that is in
/// the notices' `words`. A link to the front page of the outlet's owner is none.
std::string noticed_masthead(const Page& page, std::string_view words, std::string_view domain) {
  constexpr NodeId kHeaderNodes = 400;
  const NodeId body = body_of(page);
  const NodeId end = std::min<NodeId>(page.size(), body + kHeaderNodes);
  for (NodeId node = body; node < end; ++node) {
    if (page.tag(node) != Tag::A) continue;
    const std::string_view href = page.attribute(node, Attr::Href);
    if (!leads_to_front_page(href) || leads_elsewhere(href, domain)) continue;
    const std::string lines[] = {short_text_of(page, node, kMaxNameBytes),
                                 std::string(page.attribute(node, Attr::Title)),
                                 std::string(page.attribute(node, Attr::AriaLabel))};
    for (const std::string& line : lines) {
      if (std::string name = noticed_part(words, line); !name.empty()) return name;
    }
  }
  return {};
}

}  // namespace

NodeId printed_line(const Page& page, std::string_view line) {
  return find_line(page, 0, line, [&](NodeId node) { return !link_around(page, node); });
}

std::string printed_part(const Page& page, std::string_view document_title) {
  const auto is_printed = [&](std::string_view part) { return printed_line(page, part) != 0; };
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = document_title.find(separator);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view before = trim(document_title.substr(0, at));
    const std::string_view behind = trim(document_title.substr(at + separator.size()));
    const bool first = is_printed(before);
    if (first == is_printed(behind)) continue;
    const std::string_view part = first ? before : behind;
    if (std::ranges::count(part, ' ') >= kLeastHeadlineBlanks) return std::string(part);
  }
  return {};
}

std::string outlet_before_headline(const Page& page, std::string_view document_title,
                                   bool addressed) {
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = document_title.find(separator);
    if (at == std::string_view::npos || at == 0 || at > kMaxNameBytes) continue;
    const std::string_view name = trim(document_title.substr(0, at));
    const std::string_view headline = trim(document_title.substr(at + separator.size()));
    if (std::ranges::count(name, ' ') > kMaxNameBlanks ||
        std::ranges::count(headline, ' ') < kLeastHeadlineBlanks)
      continue;
    const NodeId masthead = find_line(page, 0, name, [&](NodeId node) {
      const auto link = link_around(page, node);
      return link ? leads_to_front_page(page.attribute(*link, Attr::Href)) : !addressed;
    });
    if (masthead == 0 && (addressed || !is_in_copyright(page, name))) continue;
    const NodeId printed =
        find_line(page, masthead, headline, [&](NodeId node) { return !link_around(page, node); });
    if (printed != 0) return std::string(name);
  }
  return {};
}

std::string part_in_masthead(const Page& page, std::string_view name) {
  if (name.size() > 2 * kMaxNameBytes) return {};
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = name.find(separator);
    if (at == std::string_view::npos) continue;
    for (const std::string_view part : {name.substr(0, at), name.substr(at + separator.size())}) {
      if (find_line(page, 0, part, [&](NodeId node) { return leads_from_masthead(page, node); }) !=
          0)
        return std::string(trim(part));
    }
  }
  return {};
}

std::string part_in_copyright(const Page& page, std::string_view name) {
  const bool parted = std::ranges::any_of(kSeparators, [&](std::string_view separator) {
    return name.find(separator) != std::string_view::npos;
  });
  return parted ? noticed_part(copyright_words(page), name) : std::string();
}

std::string name_in_copyright(const Page& page, std::span<const std::string_view> names,
                              std::string_view domain) {
  const std::string words = copyright_words(page);
  if (words.empty()) return {};
  for (const std::string_view name : names) {
    if (std::string part = noticed_part(words, name); !part.empty()) return part;
  }
  return noticed_masthead(page, words, domain);
}

std::string name_spelled_as_domain(const Page& page, std::string_view domain) {
  const auto named = [&](std::string_view text) {
    text = trim(text);
    for (const std::string_view sign : {"©", "Copyright"}) {
      if (text.starts_with(sign)) text = trim(text.substr(sign.size()));
    }
    return text.size() <= kMaxNameBytes && spells_domain(text, domain) ? collapse_space(text)
                                                                       : std::string();
  };
  for (NodeId node = body_of(page); node < page.size(); ++node) {
    if (!page.is_text(node)) continue;
    const std::string_view text = page.text(node);
    if (text.size() < 3 || text.size() > kMaxNameBytes) continue;
    if (std::string name = named(text); !name.empty()) return name;
  }
  return {};
}

}  // namespace pressmark::indexer
