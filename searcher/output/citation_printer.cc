#include "searcher/output/citation_printer.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "common/hash.h"
#include "common/terminal_text.h"
#include "common/text.h"

namespace pressmark::searcher {
namespace {

std::string one_line(std::string_view text) { return terminal_safe(collapse_space(text)); }

/// The text with each of some characters written as another text.
template <std::size_t N>
std::string replaced(std::string_view text,
                     const std::array<std::pair<char, std::string_view>, N>& characters) {
  std::string out;
  for (const char c : text) {
    const auto* found = std::ranges::find(characters, c, &std::pair<char, std::string_view>::first);
    if (found == characters.end()) {
      out += c;
    } else {
      out += found->second;
    }
  }
  return out;
}

/// BibTeX counts braces also behind a backslash: one alone would end the field, or never.
std::string for_bibtex(std::string_view text) {
  static constexpr std::array kSpecial = {
      std::pair<char, std::string_view>{'\\', "\\textbackslash{}"},
      std::pair<char, std::string_view>{'{', "{\\textbraceleft}"},
      std::pair<char, std::string_view>{'}', "{\\textbraceright}"},
      std::pair<char, std::string_view>{'$', "\\$"},
      std::pair<char, std::string_view>{'&', "\\&"},
      std::pair<char, std::string_view>{'#', "\\#"},
      std::pair<char, std::string_view>{'%', "\\%"},
      std::pair<char, std::string_view>{'_', "\\_"},
      std::pair<char, std::string_view>{'^', "\\^{}"},
      std::pair<char, std::string_view>{'~', "\\~{}"}};
  return replaced(one_line(text), kSpecial);
}

std::string for_xml(std::string_view text) {
  static constexpr std::array kSpecial = {std::pair<char, std::string_view>{'&', "&amp;"},
                                          std::pair<char, std::string_view>{'<', "&lt;"},
                                          std::pair<char, std::string_view>{'>', "&gt;"},
                                          std::pair<char, std::string_view>{'"', "&quot;"}};
  return replaced(one_line(text), kSpecial);
}

std::string for_markdown(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (std::string_view("\\`*_[]<>#|&~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// An address as the target of a link: what would end it is percent-encoded.
std::string link_target(std::string_view url) {
  static constexpr std::array kSpecial = {
      std::pair<char, std::string_view>{' ', "%20"}, std::pair<char, std::string_view>{'(', "%28"},
      std::pair<char, std::string_view>{')', "%29"}, std::pair<char, std::string_view>{'<', "%3C"},
      std::pair<char, std::string_view>{'>', "%3E"}, std::pair<char, std::string_view>{'{', "%7B"},
      std::pair<char, std::string_view>{'}', "%7D"}};
  return replaced(one_line(url), kSpecial);
}

std::string_view outlet(const StoredArticle& article) {
  return article.source_name.empty() ? article.source : article.source_name;
}

std::string_view title_of(const StoredArticle& article) {
  return article.title.empty() ? std::string_view("(no headline)") : article.title;
}

/// What proves it: the id in the archive, the file, the SHA-256 of its bytes.
std::string evidence(const StoredArticle& article) {
  std::string text = "archive id " + article.id;
  if (!article.origin.empty()) text += ", from " + article.origin;
  if (!article.sha256.empty()) text += ", sha256 " + article.sha256;
  return text;
}

std::string bibtex(const StoredArticle& article) {
  std::string out = fmt::format("@article{{{},\n", article.id);
  const auto field = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) out += fmt::format("  {} = {{{}}},\n", name, text);
  };
  // Braces of its own keep the capitals of a headline.
  field("title", "{" + for_bibtex(title_of(article)) + "}");
  std::string authors;
  for (const std::string& author : article.authors)
    authors += (authors.empty() ? "" : " and ") + for_bibtex(author);
  field("author", authors);
  field("journal", for_bibtex(outlet(article)));
  if (article.date) {
    const std::string day = to_string(*article.date);
    field("date", day);
    field("year", day.substr(0, 4));
    field("month", std::to_string(std::stoi(day.substr(5, 2))));
  }
  field("url", link_target(article.url));
  if (article.crawled) field("urldate", to_string(*article.crawled).substr(0, 10));
  field("langid", for_bibtex(article.language));
  field("note", for_bibtex(evidence(article)));
  return out + "}\n\n";
}

std::string ris(const StoredArticle& article) {
  std::string out;
  const auto field = [&](std::string_view name, std::string_view text) {
    if (!text.empty()) out += fmt::format("{}  - {}\n", name, one_line(text));
  };
  field("TY", "NEWS");
  field("TI", title_of(article));
  for (const std::string& author : article.authors) field("AU", author);
  field("T2", outlet(article));
  if (article.date) {
    std::string day = to_string(*article.date);
    field("PY", day.substr(0, 4));
    std::ranges::replace(day, '-', '/');
    field("DA", day);
  }
  field("UR", article.url);
  if (article.crawled) field("Y2", to_string(*article.crawled).substr(0, 10));
  field("LA", article.language);
  field("ID", article.id);
  field("N1", evidence(article));
  return out + "ER  - \n\n";
}

std::string markdown(const StoredArticle& article) {
  std::string out = "- ";
  for (const std::string& author : article.authors) {
    out += for_markdown(author) + (&author == &article.authors.back() ? ": " : ", ");
  }
  const std::string title = for_markdown(title_of(article));
  out += article.url.empty() ? title : fmt::format("[{}]({})", title, link_target(article.url));
  out += ".";
  if (!outlet(article).empty()) out += fmt::format(" *{}*,", for_markdown(outlet(article)));
  out += " " + (article.date ? to_string(*article.date) : std::string("undated"));
  return out + " (" + for_markdown(evidence(article)) + ")\n";
}

std::string moment(const StoredArticle& article) {
  if (article.date) return to_string(*article.date) + "T00:00:00Z";
  if (article.crawled) return to_string(*article.crawled);
  return article.added ? to_string(*article.added) : "1970-01-01T00:00:00Z";
}

std::string entry(const Hit& hit) {
  const StoredArticle& article = hit.article;
  std::string out = "<entry>\n";
  out += fmt::format("  <id>urn:pressmark:{}</id>\n", for_xml(article.id));
  out += fmt::format("  <title>{}</title>\n", for_xml(title_of(article)));
  out += fmt::format("  <updated>{}</updated>\n", moment(article));
  const std::vector<std::string> outlet_only = {std::string(outlet(article))};
  for (const std::string& name : article.authors.empty() ? outlet_only : article.authors) {
    if (!name.empty()) out += fmt::format("  <author><name>{}</name></author>\n", for_xml(name));
  }
  if (!article.url.empty()) out += fmt::format("  <link href=\"{}\"/>\n", for_xml(article.url));
  if (!hit.snippet.text.empty())
    out += fmt::format("  <summary>{}</summary>\n", for_xml(hit.snippet.text));
  return out + "</entry>\n";
}

}  // namespace

void CitationPrinter::begin_feed() {
  if (std::exchange(begun_, true)) return;
  write_(
      fmt::format("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                  "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
                  "<id>urn:pressmark:search:{}</id>\n<title>{}</title>\n"
                  "<author><name>pressmark-search</name></author>\n",
                  hash128_hex(title_), for_xml(title_)));
}

void CitationPrinter::hit(const Hit& hit) {
  switch (form_) {
    case CitationForm::Bibtex:
      return write_(bibtex(hit.article));
    case CitationForm::Ris:
      return write_(ris(hit.article));
    case CitationForm::Markdown:
      return write_(markdown(hit.article));
    case CitationForm::Atom:
      begin_feed();
      updated_ = std::max(updated_, moment(hit.article));
      return write_(entry(hit));
  }
}

void CitationPrinter::count(std::string_view query_id, const Count& count) {
  counted_ = true;
  const std::string id = query_id.empty() ? "" : terminal_safe(query_id) + "\t";
  write_(id + std::to_string(count.articles) + "\n");
}

void CitationPrinter::finish() {
  if (form_ != CitationForm::Atom || counted_) return;
  begin_feed();
  write_(fmt::format("<updated>{}</updated>\n</feed>\n",
                     updated_.empty() ? to_string(now_) : updated_));
}

}  // namespace pressmark::searcher
