#include "indexer/extract/metadata/page_authors.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/authors/byline_words.h"
#include "indexer/extract/dates/written_date.h"
#include "indexer/extract/metadata/visible_details.h"
#include "indexer/extract/text/html_text.h"

namespace pressmark::indexer {
namespace {

using Names = std::vector<std::string>;

constexpr std::size_t kMaxSignatureBytes = 120;
constexpr std::size_t kMaxSignatureWords = 6;

bool is_author_key(std::string_view key) {
  return (key.ends_with("author") || key.ends_with("authors") || key.ends_with("authorname") ||
          key == "byl" || key == "byline" || key == "dccreator" || key == "dctermscreator" ||
          key == "creator" || key == "articlecreator") &&
         key != "generatorauthor";
}

/// What the page's meta elements say of authors, in page order. Twitter cards carry pairs of a
/// label and a value: "Written by", "Jane Doe".
std::vector<std::string> author_fields(const Page& page, const PageFields& fields,
                                       NodeId headline) {
  std::vector<std::string> values;
  for (const PageFields::Meta& meta : fields.meta) {
    if (is_author_key(meta.key) && !in_other_article(page, meta.node, headline))
      values.push_back(plain_line(meta.content));
  }
  constexpr std::pair<std::string_view, std::string_view> kLabelled[] = {
      {"twitterlabel1", "twitterdata1"}, {"twitterlabel2", "twitterdata2"}};
  for (const auto& [label, value] : kLabelled) {
    const std::string text = plain_line(fields.first({label}));
    if (!text.empty() && byline_opener_length(text) == text.size())
      values.push_back(plain_line(fields.first({value})));
  }
  return values;
}

bool is_outlet(std::string_view name, const Outlet& outlet) {
  const std::string key = outlet_name_key(name);
  return key == outlet_name_key(outlet.name) || key == outlet_name_key(outlet.domain);
}

/// Signatures from one place after the other: the first that is not the outlet's own, else that.
class Signatures {
 public:
  explicit Signatures(const Outlet& outlet) : outlet_(outlet) {}

  void add(std::string_view rule, std::span<const std::string> lines) {
    Names others, own;
    for (const std::string& line : lines) {
      std::string name = signing_organization(line, outlet_);
      if (name.empty()) continue;
      Names& into = is_outlet(name, outlet_) ? own : others;
      into = joined_names(std::move(into), {std::move(name)});
    }
    if (foreign_.names.empty() && !others.empty()) foreign_ = {std::move(others), rule};
    if (own_.names.empty() && !own.empty()) own_ = {std::move(own), rule};
  }

  PageAuthors take() { return std::move(foreign_.names.empty() ? own_ : foreign_); }

 private:
  const Outlet& outlet_;
  PageAuthors foreign_;
  PageAuthors own_;
};

bool is_known(std::string_view name, const Outlet& outlet) {
  return find_outlet_by_name(name).has_value() || is_outlet(name, outlet);
}

/// The first piece of a printed line that signs it. Dates, shares and minutes of reading stand in
/// such lines too, so the piece must follow "By" or say that it is an organisation.
std::string printed_signature(const std::string& line, const Outlet& outlet) {
  bool opened = false;
  for (std::string_view piece : split(line, '|')) {
    piece = trim(piece);
    if (piece.empty()) continue;
    const std::size_t opener = byline_opener_length(piece);
    opened = opened || opener > 0;
    if (opener == piece.size()) continue;
    std::string name = signing_organization(piece, outlet);
    const std::vector<std::string_view> words = split(name, ' ');
    const bool organization = std::ranges::any_of(words, [](std::string_view word) {
      return is_organization_word(word) || is_role_word(word);
    });
    if (!name.empty() && (opened || organization || is_known(name, outlet))) return name;
    opened = false;
  }
  return {};
}

/// Whether one list holds all names of the other and more: meta fields often name the first author
/// alone.
bool goes_on(const Names& longer, const Names& shorter) {
  return longer.size() > shorter.size() &&
         std::ranges::all_of(shorter, [&](const std::string& name) {
           return std::ranges::any_of(longer, [&](const std::string& other) {
             return fold_accents(other) == fold_accents(name);
           });
         });
}

}  // namespace

std::string signing_organization(std::string_view byline, const Outlet& outlet) {
  const std::string line = collapse_space(utf8_prefix(byline, kMaxSignatureBytes));
  if (line.size() >= kMaxSignatureBytes || line.find_first_of("@<>{}|") != std::string::npos ||
      line.find("www.") != std::string::npos || line.find("//") != std::string::npos)
    return {};
  std::string_view text = trim(without_byline_opener(line));
  // "par AFP": one word behind a small one may go on with it, but not where it is an agency.
  const std::string_view behind = trim(std::string_view(line).substr(byline_opener_length(line)));
  if (!behind.empty() && is_known(behind, outlet)) text = behind;
  if (const auto dates = find_dates(text, {}); !dates.empty())
    text = trim(text.substr(0, dates.front().begin));
  while (!text.empty() && std::string_view(",:;.-/").find(text.back()) != std::string_view::npos)
    text = trim(text.substr(0, text.size() - 1));
  const std::vector<std::string_view> words = split(text, ' ');
  if (words.size() > kMaxSignatureWords || count_code_points(text) < 2) return {};
  // "our transport desk", "von der Redaktion": small words say nothing of who, but "dpa" does.
  const auto says_who = [&](std::string_view word) {
    const bool small = word.empty() || (word[0] >= 'a' && word[0] <= 'z' && words.size() > 1);
    return !small && !is_role_word(word) && !is_name_joiner(word) &&
           byline_opener_length(word) == 0;
  };
  if (std::ranges::none_of(words, says_who)) return {};
  // "jdoe", "wpengine": an account's name, unless an agency or the outlet is known by it.
  const bool known = is_known(text, outlet);
  const bool lower = fold_case(text) == text && to_lower_ascii(text) == text;
  const bool ascii =
      std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (words.size() == 1 && lower && ascii && !known) return {};
  return std::string(text);
}

PageAuthors choose_authors(const Page& page, const PageFields& fields, const LinkedArticle& linked,
                           NodeId headline, const Outlet& outlet, std::string_view language) {
  // "Agency | News of the world | AG" is one outlet, not three people.
  const std::string site = outlet_name_key(plain_line(fields.first({"ogsitename"})));
  const auto people = [&](const std::vector<std::string>& lines) {
    Names names;
    for (const std::string& line : lines) {
      if (!site.empty() && outlet_name_key(line) == site) continue;
      names = joined_names(std::move(names),
                           author_names(line, BylineOrigin::Structured, outlet, language));
    }
    return names;
  };
  std::vector<std::string> linked_names, linked_people;
  for (const LinkedAuthor& author : linked.authors) {
    linked_names.push_back(author.name);
    if (!author.organization) linked_people.push_back(author.name);
  }
  const std::vector<std::string> stated = author_fields(page, fields, headline);
  if (Names names = people(linked_people); !names.empty())
    return {std::move(names), "json-ld", true};
  if (Names names = people(stated); !names.empty()) {
    Names printed = names_alone(page, fields, headline, outlet, language);
    if (goes_on(printed, names)) return {std::move(printed), "byline that meta begins", true};
    return {std::move(names), "meta", true};
  }
  if (Names names = visible_authors(page, fields, headline, outlet, language); !names.empty())
    return {std::move(names), "byline", true};
  if (Names names = people(linked_names); names.size() > 1)
    return {std::move(names), "json-ld", true};
  const std::string printed[] = {
      printed_signature(visible_signature(page, fields, headline), outlet)};
  Signatures signatures(outlet);
  signatures.add("json-ld organisation", linked_names);
  signatures.add("meta organisation", stated);
  signatures.add("byline organisation", printed);
  return signatures.take();
}

}  // namespace pressmark::indexer
