#include "indexer/extract/metadata/headline.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <unicode/uchar.h>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/metadata/outlet.h"
#include "indexer/extract/metadata/title_parts.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxHeadlineBytes = 600;
constexpr double kSame = 0.5;  // share of common words from which an <h1> says what a title says
constexpr double kContained =
    0.8;  // share of the shorter one's words, for titles that were cut or prolonged
constexpr double kSureSubhead = 0.8;
constexpr std::size_t kMinWords = 3;

using Words = std::unordered_set<std::string>;

/// Folded words; in scripts without blanks each character counts as one.
Words words_of(std::string_view text) {
  Words words;
  const std::string folded = fold_accents(utf8_prefix(text, kMaxHeadlineBytes));
  std::string word;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const auto c = static_cast<UChar32>(next_code_point(folded, at));
    const bool alone =
        c >= 0x3040 && (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 || c < 0x3100);
    const bool part = u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (part && !alone) {
      word.append(folded, begin, at - begin);
      continue;
    }
    if (!word.empty()) words.insert(std::exchange(word, {}));
    if (alone) words.insert(folded.substr(begin, at - begin));
  }
  if (!word.empty()) words.insert(std::move(word));
  return words;
}

struct Likeness {
  double dice = 0;
  double contained = 0;
};

Likeness compare(const Words& a, const Words& b) {
  if (a.empty() || b.empty()) return {};
  const Words& small = a.size() <= b.size() ? a : b;
  const Words& large = a.size() <= b.size() ? b : a;
  const auto common = static_cast<double>(
      std::ranges::count_if(small, [&](const std::string& word) { return large.contains(word); }));
  const double contained =
      small.size() >= kMinWords ? common / static_cast<double>(small.size()) : 0;
  return {2 * common / static_cast<double>(a.size() + b.size()), contained};
}

struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Pieces between separators with blanks around them, and "|" without.
std::vector<Part> parts_of(std::string_view title) {
  constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ",  " :: ", " · ", " • ",
                                              " / ", " : ", "｜",  " ｜ ", "|",    ": "};
  constexpr std::string_view kStarts = " |:_-\xEF";  // first bytes of them
  std::vector<Part> parts(1);
  for (std::size_t at = 0; at < title.size();) {
    std::size_t width = 0;
    if (kStarts.find(title[at]) == std::string_view::npos) {
      ++at;
      continue;
    }
    for (const std::string_view separator : kSeparators) {
      if (title.substr(at).starts_with(separator)) width = std::max(width, separator.size());
    }
    if (width == 0) width = arrow_separator(title, at);
    if (width == 0) width = unspaced_separator(title, at);
    if (width == 0) {
      ++at;
      continue;
    }
    parts.back().end = at;
    at += width;
    parts.push_back({at, at});
  }
  parts.back().end = title.size();
  return parts;
}

bool names_outlet(std::string_view text, const Outlet& outlet) {
  text = trim(text);
  const std::string key = outlet_name_key(text);
  if (key.empty()) return true;
  if (!outlet.name.empty() && key == outlet_name_key(outlet.name)) return true;
  if (!outlet.domain.empty()) {
    if (key == outlet_name_key(outlet.domain)) return true;
    const bool short_enough = std::ranges::count(text, ' ') <= 4;
    if (short_enough && agrees_with_domain(text, outlet.domain)) return true;
    const auto known = find_outlet_by_name(text);
    return known && (known->domain == outlet.domain || known->name == outlet.name);
  }
  return find_outlet_by_name(text).has_value();
}

std::ptrdiff_t count_words(std::string_view text) { return std::ranges::count(text, ' ') + 1; }

/// Soft hyphens and other marks without width are for the browser.
std::string without_hidden_marks(std::string_view text) {
  constexpr std::string_view kMarks[] = {"\u00AD", "\u200B", "\uFEFF"};
  std::string seen;
  seen.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto* const mark = std::ranges::find_if(
        kMarks, [&](std::string_view each) { return text.substr(at).starts_with(each); });
    if (mark != std::end(kMarks)) {
      at += mark->size();
    } else {
      seen += text[at++];
    }
  }
  return seen;
}

/// The visible headline as a stated title has it: without a label in front ("Politics | ...", or
/// "News ..." from an element of its own), unless a title states it whole; and with the blanks that
/// its elements lack ("KickerHeadline").
std::string without_kicker(const std::string& headline, const std::vector<std::string>& stated) {
  const std::string key = outlet_name_key(headline);
  for (const std::string& title : stated) {
    if (outlet_name_key(title) != key) continue;
    const bool parted =
        title.find(": ") != std::string::npos && headline.find(':') == std::string::npos;
    return parted || count_words(title) > count_words(headline) ? title : headline;
  }
  const auto is_stated = [&](std::string_view text) {
    const std::string rest = outlet_name_key(text);
    return std::ranges::any_of(
        stated, [&](const std::string& title) { return outlet_name_key(title) == rest; });
  };
  const std::vector<Part> parts = parts_of(headline);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string_view rest = trim(std::string_view(headline).substr(parts[i].begin));
    if (is_stated(rest)) return std::string(rest);
  }
  constexpr int kMaxLabelWords = 3;
  std::size_t at = headline.find(' ');
  for (int words = 0; words < kMaxLabelWords && at != std::string::npos; ++words) {
    const std::string_view rest = trim(std::string_view(headline).substr(at));
    if (count_words(rest) >= static_cast<std::ptrdiff_t>(kMinWords) && is_stated(rest))
      return std::string(rest);
    at = headline.find(' ', at + 1);
  }
  return headline;
}

/// The visible headline without what the page itself calls its label, if a title is stated so.
std::string stated_unlabelled(const std::string& headline, const HeadlineEvidence& evidence,
                              const std::vector<std::string>& stated) {
  const auto at = static_cast<std::size_t>(std::ranges::find(evidence.visible, headline) -
                                           evidence.visible.begin());
  if (at >= evidence.unlabelled.size()) return {};
  const std::string& rest = evidence.unlabelled[at];
  const std::string key = outlet_name_key(rest);
  const bool says = !key.empty() && std::ranges::any_of(stated, [&](const std::string& title) {
    return outlet_name_key(title) == key;
  });
  return says ? rest : std::string();
}

/// Whether one of the visible headings stands behind one of the subheads.
bool stands_behind(const HeadlineEvidence& evidence, const std::string& visible,
                   const std::string& subhead) {
  const auto at = static_cast<std::size_t>(&visible - evidence.visible.data());
  const auto other = static_cast<std::size_t>(&subhead - evidence.subheads.data());
  return at < evidence.visible_at.size() && other < evidence.subheads_at.size() &&
         evidence.visible_at[at] > evidence.subheads_at[other];
}

}  // namespace

std::string without_outlet(std::string_view title, const Outlet& outlet) {
  title = trim(title);
  std::vector<Part> parts = parts_of(title);
  std::size_t first = 0;
  std::size_t last = parts.size();
  const auto text = [&](std::size_t i) {
    return title.substr(parts[i].begin, parts[i].end - parts[i].begin);
  };
  // The outlet may be followed by more: "Headline | Section | The Echo | Region".
  for (std::size_t i = last; i-- > first + 1;) {
    if (i + 3 < parts.size()) break;
    if (names_outlet(text(i), outlet)) last = i;
  }
  while (first + 1 < last && names_outlet(text(first), outlet)) ++first;
  return std::string(
      trim(title.substr(parts[first].begin, parts[last - 1].end - parts[first].begin)));
}

std::string choose_headline(const HeadlineEvidence& evidence, const Outlet& outlet) {
  std::vector<std::string> stated;
  for (const std::string& title : evidence.stated) {
    if (!title.empty()) stated.push_back(without_outlet(title, outlet));
  }
  if (!evidence.document_title.empty())
    stated.push_back(without_outlet(evidence.document_title, outlet));
  std::vector<Words> meant;
  for (const std::string& title : stated) meant.push_back(words_of(title));

  const std::string* best = nullptr;
  double best_score = 0;
  const auto consider = [&](const std::vector<std::string>& texts, double least) {
    for (const std::string& text : texts) {
      if (text.empty() || text.size() > kMaxHeadlineBytes) continue;
      const Words words = words_of(text);
      for (const Words& other : meant) {
        const Likeness likeness = compare(words, other);
        const bool accepted =
            likeness.dice >= least || (least <= kSame && likeness.contained >= kContained);
        if (accepted && likeness.dice > best_score + 1e-9) {
          best = &text;
          best_score = likeness.dice;
        }
      }
    }
  };
  consider(evidence.visible, kSame);
  if (best == nullptr) {
    std::vector<const std::string*> own;
    for (const std::string& text : evidence.visible) {
      if (words_of(text).size() >= kMinWords && text.size() <= kMaxHeadlineBytes &&
          !names_outlet(text, outlet))
        own.push_back(&text);
    }
    consider(evidence.subheads, kSureSubhead);
    // An <h1> of other words behind the <h2> with the title's heads a part of the page.
    if (own.size() == 1 && (best == nullptr || !stands_behind(evidence, *own.front(), *best)))
      best = own.front();
  }
  if (best != nullptr) {
    const std::string unlabelled = stated_unlabelled(*best, evidence, stated);
    if (!unlabelled.empty()) return without_hidden_marks(unlabelled);
  }
  if (best != nullptr) return without_hidden_marks(without_kicker(*best, stated));
  return stated.empty() ? std::string() : without_hidden_marks(stated.front());
}

}  // namespace pressmark::indexer
