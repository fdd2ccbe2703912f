#include "indexer/extract/metadata/masthead.h"

#include <algorithm>
#include <optional>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
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
