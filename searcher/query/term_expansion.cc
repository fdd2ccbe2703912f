#include "searcher/query/term_expansion.h"

#include <algorithm>
#include <map>

#include "common/analysis.h"
#include "common/field_terms.h"
#include "common/utf8.h"
#include "searcher/query/edit_distance.h"

namespace pressmark::searcher {
namespace {

/// Terms looked at for one word, over all: keeps a walk through a huge archive's words in bounds.
constexpr std::size_t kMaxWalked = 2'000'000;

/// Whether a form matches the pattern: greedy with one point of return, linear in practice.
bool matches(std::string_view pattern, std::string_view form) {
  std::size_t p = 0, f = 0, star = std::string_view::npos, resume = 0;
  while (f < form.size()) {
    std::size_t next = f;
    next_code_point(form, next);
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = f;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      f = next;
    } else if (p < pattern.size() && pattern[p] == form[f]) {
      ++p;
      ++f;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      f = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

using NameSpaces = std::vector<std::string>;

/// Where forms of words stand.
NameSpaces of_words() { return {"", std::string(prefix::kPlain)}; }

/// Calls visit(form, articles) for each form of the archive that begins with `begin`, in all the
/// name spaces.
template <typename Visit>
void walk(const Xapian::Database& database, const NameSpaces& spaces, std::string_view begin,
          const Visit& visit) {
  std::size_t walked = 0;
  for (const std::string& space : spaces) {
    const std::string from = space + std::string(begin);
    for (auto term = database.allterms_begin(from); term != database.allterms_end(from); ++term) {
      if (++walked > kMaxWalked) return;
      const std::string name = *term;
      visit(std::string_view(name).substr(space.size()), term.get_termfreq());
    }
  }
}

Expansion best(std::map<std::string, Expansion::Word>&& found, std::size_t limit) {
  Expansion out;
  for (auto& [form, word] : found) out.words.push_back(std::move(word));
  std::ranges::sort(out.words, [](const auto& a, const auto& b) {
    if (a.distance != b.distance) return a.distance < b.distance;
    if (a.articles != b.articles) return a.articles > b.articles;
    return a.form < b.form;
  });
  out.cut = out.words.size() > limit;
  if (out.cut) out.words.resize(limit);
  return out;
}

void count(std::map<std::string, Expansion::Word>& found, std::string_view form,
           std::size_t articles, std::size_t distance) {
  Expansion::Word& word = found.try_emplace(std::string(form)).first->second;
  word.form = form;
  word.articles += articles;
  word.distance = distance;
}

}  // namespace

Expansion expand_pattern(const Xapian::Database& database, std::string_view pattern,
                         std::size_t limit) {
  std::map<std::string, Expansion::Word> found;
  const std::string_view begin = pattern.substr(0, pattern.find_first_of("*?"));
  walk(database, of_words(), begin, [&](std::string_view form, std::size_t articles) {
    if (matches(pattern, form)) count(found, form, articles, 0);
  });
  return best(std::move(found), limit);
}

namespace {

Expansion near(const Xapian::Database& database, const NameSpaces& spaces, std::string_view form,
               std::size_t limit) {
  std::map<std::string, Expansion::Word> found;
  const std::size_t letters = count_code_points(form);
  const std::size_t most = letters < 3 ? 1
                           : letters < 6
                               ? 2
                               : 3;  // exclusive: one letter in short words, two in long ones
  std::size_t first = 0, second = 0;
  if (form.empty()) return {};
  next_code_point(form, first);
  second = first;
  if (second < form.size()) next_code_point(form, second);
  const auto consider = [&](std::string_view candidate, std::size_t articles) {
    if (candidate.size() > form.size() + 8 || candidate.size() + 8 < form.size()) return;
    const std::size_t distance = edit_distance(form, candidate, most);
    if (distance < most) count(found, candidate, articles, distance);
  };
  walk(database, spaces, form.substr(0, first), consider);
  if (second > first && form.substr(first, second - first) != form.substr(0, first)) {
    walk(database, spaces, form.substr(first, second - first),
         consider);  // the first letter is missing, or two changed places
  }
  return best(std::move(found), limit);
}

}  // namespace

Expansion near_words(const Xapian::Database& database, std::string_view form, std::size_t limit) {
  return near(database, of_words(), form, limit);
}

Expansion near_name_words(const Xapian::Database& database, FieldId id, std::string_view form,
                          std::size_t limit) {
  NameSpaces spaces;
  const std::vector<FieldId> kinds =
      id == FieldId::Entity ? std::vector{FieldId::Person, FieldId::Org, FieldId::Place}
                            : std::vector{id};
  for (const FieldId kind : kinds) {
    std::string letter = name_word_terms(kind, "a").front();
    letter.pop_back();
    spaces.push_back(std::move(letter));
  }
  return near(database, spaces, form, limit);
}

}  // namespace pressmark::searcher
