#include "searcher/versions/text_diff.h"

#include <dtl/dtl.hpp>
#include <unordered_map>
#include <vector>

#include "common/text.h"

namespace pressmark::searcher {
namespace {

/// What is compared: words, or whole paragraphs; numbers stand for texts that are the same.
struct Unit {
  std::string text;
  bool ends_paragraph = false;
};

class Sequence {
 public:
  explicit Sequence(std::unordered_map<std::string, int>& numbers) : numbers_(numbers) {}

  void add(std::string_view text, bool ends_paragraph) {
    Unit unit{collapse_space(text), ends_paragraph};
    if (unit.text.empty()) return;
    const std::string key = unit.text + (ends_paragraph ? "\n" : "");
    ids_.push_back(numbers_.try_emplace(key, static_cast<int>(numbers_.size())).first->second);
    units_.push_back(std::move(unit));
  }

  const std::vector<int>& ids() const { return ids_; }
  const Unit& unit(std::size_t i) const { return units_[i]; }

 private:
  std::unordered_map<std::string, int>& numbers_;
  std::vector<int> ids_;
  std::vector<Unit> units_;
};

std::vector<std::string_view> words(std::string_view paragraph) {
  std::vector<std::string_view> found;
  for (const std::string_view line : split(paragraph, '\n')) {
    for (const std::string_view word : split(line, ' ')) {
      if (!trim(word).empty()) found.push_back(word);
    }
  }
  return found;
}

std::size_t words_within(std::string_view text) {
  std::size_t count = 0;
  for (const std::string_view paragraph : paragraphs(text)) count += words(paragraph).size();
  return count;
}

void add_text(Sequence& sequence, std::string_view text, bool whole_paragraphs) {
  for (const std::string_view paragraph : paragraphs(text)) {
    if (whole_paragraphs) {
      sequence.add(paragraph, true);
      continue;
    }
    const std::vector<std::string_view> all = words(paragraph);
    for (std::size_t i = 0; i < all.size(); ++i) sequence.add(all[i], i + 1 == all.size());
  }
}

using Kind = DifferencePiece::Kind;

/// Joins units to pieces and pieces to paragraphs. Where words were exchanged, the older ones come
/// first.
class Writer {
 public:
  explicit Writer(Difference& out) : out_(out) {}

  void same(const Unit& unit) {
    flush();
    put(Kind::Same, unit);
    if (unit.ends_paragraph) end_paragraph();
  }
  void removed(const Unit& unit) { removed_.push_back(&unit); }
  void added(const Unit& unit) { added_.push_back(&unit); }

  void finish() {
    flush();
    end_paragraph();
  }

 private:
  using Units = std::vector<const Unit*>;

  void put(Kind kind, const Unit& unit) {
    if (open_.empty() || open_.back().kind != kind) {
      open_.push_back({kind, unit.text});
    } else {
      open_.back().text += ' ';
      open_.back().text += unit.text;
    }
  }

  /// Takes the units up to the end of a paragraph; true when there was one.
  bool put_paragraph(Kind kind, Units::const_iterator& unit, const Units& units) {
    while (unit != units.end()) {
      put(kind, **unit);
      if ((*unit++)->ends_paragraph) return true;
    }
    return false;
  }

  void flush() {
    auto removed = removed_.cbegin();
    auto added = added_.cbegin();
    const bool removed_ends = put_paragraph(Kind::Removed, removed, removed_);
    const bool added_ends = put_paragraph(Kind::Added, added, added_);
    if (added_ends || (removed_ends && added_.empty() && open_.size() == 1)) end_paragraph();
    while (removed != removed_.end()) {
      if (put_paragraph(Kind::Removed, removed, removed_)) end_paragraph();
    }
    while (added != added_.end()) {
      if (put_paragraph(Kind::Added, added, added_)) end_paragraph();
    }
    removed_.clear();
    added_.clear();
  }

  void end_paragraph() {
    if (!open_.empty()) out_.paragraphs.push_back(std::move(open_));
    open_.clear();
  }

  Difference& out_;
  std::vector<DifferencePiece> open_;
  Units removed_, added_;
};

}  // namespace

Difference text_difference(std::string_view before, std::string_view after) {
  const bool whole = words_within(before) > kMaxDiffWords || words_within(after) > kMaxDiffWords;
  std::unordered_map<std::string, int> numbers;
  Sequence older(numbers);
  Sequence newer(numbers);
  add_text(older, before, whole);
  add_text(newer, after, whole);

  dtl::Diff<int, std::vector<int>> diff(older.ids(), newer.ids());
  diff.compose();
  Difference difference;
  Writer writer(difference);
  std::size_t same = 0;
  for (const auto& [id, change] : diff.getSes().getSequence()) {
    const auto at = [](long long index) { return static_cast<std::size_t>(index - 1); };
    if (change.type == dtl::SES_DELETE) {
      writer.removed(older.unit(at(change.beforeIdx)));
    } else if (change.type == dtl::SES_ADD) {
      writer.added(newer.unit(at(change.afterIdx)));
    } else {
      writer.same(newer.unit(at(change.afterIdx)));
      ++same;
    }
  }
  writer.finish();
  const std::size_t all = older.ids().size() + newer.ids().size();
  if (all > 0) difference.changed = 1 - 2.0 * static_cast<double>(same) / static_cast<double>(all);
  return difference;
}

}  // namespace pressmark::searcher
