#include "searcher/query/filter_query.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/error.h"
#include "common/field_terms.h"
#include "common/identity.h"
#include "common/outlet_table.h"
#include "common/schema.h"
#include "common/url.h"
#include "searcher/query/prefix_source.h"
#include "searcher/query/story_source.h"

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;
using Form = FilterValue::Form;

/// Above this many terms a range of days is looked up in the values instead.
constexpr std::size_t kMaxDateTerms = 100;

Query any_of(const std::vector<Query>& parts) {
  if (parts.empty()) return Query::MatchNothing;
  if (parts.size() == 1) return parts[0];
  return Query(Query::OP_OR, parts.begin(), parts.end());
}

Query all_of(const std::vector<std::string>& terms) {
  if (terms.empty()) return Query::MatchNothing;
  return Query(Query::OP_AND, terms.begin(), terms.end());
}

Query opposite(const Query& query) { return Query(Query::OP_AND_NOT, Query::MatchAll, query); }

class FilterBuilder {
 public:
  FilterBuilder(const Xapian::Database& database, const FilterContext& context, Folder& folder)
      : database_(database), context_(context), folder_(folder) {}

  BuiltFilter build(const QueryNode& node) {
    std::vector<Query> parts;
    for (const FilterValue& value : node.values)
      parts.push_back(value_query(field(node.field), value));
    built_.query = any_of(parts);
    return std::move(built_);
  }

 private:
  Query value_query(const Field& of, const FilterValue& value) {
    switch (value.form) {
      case Form::None:
        return of.id == FieldId::Date ? Query(value_term(FieldId::Dated, "none"))
                                      : opposite(present(of));
      case Form::Any:
        return present(of);
      case Form::Dates:
        return dates(of, value.dates);
      case Form::Numbers:
        return numbers(of, value);
      case Form::Prefix:
        return begins(of, value);
      case Form::Suffix:
        return Query(source_suffix_term(value.text));
      case Form::Exactly:
        return exactly(value.text);
      case Form::Word:
      case Form::Equal:
        break;
    }
    if (of.id == FieldId::Entity)
      return of_any_kind([&](FieldId kind) { return name(kind, value); });
    if (of.id == FieldId::Is && value.text == "copy") return copies(1, std::nullopt);
    if (of.kind == FieldKind::Name) return name(of.id, value);
    if (of.id == FieldId::Source) return source(value);
    if (of.id == FieldId::Url) return address(value.text);
    return exact(of, value.text);
  }

  Query exact(const Field& of, const std::string& text) {
    const std::string term = value_term(of.id, text);
    const bool named = of.id == FieldId::Section || of.id == FieldId::Tag || of.id == FieldId::Kind;
    if (named && !database_.term_exists(term))
      built_.notes.push_back(fmt::format("no {} of this archive is called \"{}\"", of.name, text));
    return Query(term);
  }

  /// A host, or a part of an address, is the beginning of none.
  void note_no_address(const Field& of, const std::string& text) {
    if (of.id != FieldId::Url || text.find(':') != std::string::npos) return;
    if (context_.excluded || has_beginning(value_term(of.id, text))) return;
    built_.notes.push_back(fmt::format(
        "\"{}\" is no beginning of an address, as https://x.org/ is; of an outlet: source:", text));
  }

  /// The article of an address, as --show finds it: whatever dress of the address was typed. Of an
  /// article that is known by something else only its own spelling.
  Query address(const std::string& typed) {
    note_no_address(field(FieldId::Url), typed);
    const std::string canonical = canonical_url(typed);
    if (canonical.empty()) return Query(value_term(FieldId::Url, typed));
    const std::string id = article_id(article_identity(canonical, {}, {}));
    return any_of({Query(value_term(FieldId::Url, typed)),
                   Query(value_term(FieldId::Url, canonical)), Query(value_term(FieldId::Id, id))});
  }

  /// Articles with so many copies.
  Query copies(std::uint64_t least, std::optional<std::uint64_t> most) const {
    if (!context_.remote) return StorySource::query(context_.stories, least, most);
    throw Error(ExitCode::Usage,
                "is:copy and similar: need the table of near-copies, a file of the archive that "
                "xapian-tcpsrv does not serve; ask the archive where it lies");
  }

  /// Persons, organisations and places together.
  template <typename Make>
  Query of_any_kind(const Make& make) {
    std::vector<Query> kinds;
    const std::size_t notes = built_.notes.size();
    for (const FieldId kind : {FieldId::Person, FieldId::Org, FieldId::Place})
      kinds.push_back(make(kind));
    built_.notes.resize(notes);  // a name of one kind is none of the others
    return any_of(kinds);
  }

  /// A remote archive is asked with Xapian's own wildcard, which must not be cut unseen.
  Query beginning(const std::string& term) const {
    if (!context_.remote) return PrefixSource::query(term);
    return Query(Query::OP_WILDCARD, term, kMaxExpansion, Query::WILDCARD_LIMIT_ERROR);
  }

  Query begins(const Field& of, const FilterValue& value) {
    if (of.id == FieldId::Entity)
      return of_any_kind([&](FieldId kind) { return name_begins(kind, value.text).query; });
    note_no_address(of, value.text);
    const std::string term = value_term(of.id, value.text);
    if (of.kind != FieldKind::Name && of.id != FieldId::Source) return beginning(term);
    Beginning found = name_begins(of.id, value.text);
    if (of.id == FieldId::Source) {
      // A domain, or a word of the outlet's name: both stand behind the same prefix.
      found.query = Query(Query::OP_OR, beginning(term), found.query);
      found.known = found.known || has_beginning(term);
    }
    if (!found.known) {
      built_.notes.push_back(
          fmt::format("no {} of this archive is called \"{}…\"", of.name, value.text));
    }
    return found.query;
  }

  struct Beginning {
    Query query = Query::MatchNothing;
    bool known = false;  // the archive has such values
  };

  /// Names with all words but the last and one that begins as the last.
  Beginning name_begins(FieldId id, std::string_view text) const {
    Beginning found;
    std::vector<std::string> words = name_word_terms(id, canonical_name(text, folder_));
    if (words.empty()) return found;
    const std::string last = std::move(words.back());
    words.pop_back();
    found.known = all_exist(words) && has_beginning(last);
    found.query = beginning(last);
    if (!words.empty()) found.query = Query(Query::OP_AND, all_of(words), found.query);
    return found;
  }

  bool has_beginning(const std::string& term) const {
    return database_.allterms_begin(term) != database_.allterms_end(term);
  }

  static Query present(const Field& of) {
    if (of.id == FieldId::Entity) {
      std::vector<Query> kinds;
      for (const FieldId kind : {FieldId::Person, FieldId::Org, FieldId::Place})
        kinds.push_back(present(field(kind)));
      return any_of(kinds);
    }
    if (of.kind == FieldKind::Date && of.id != FieldId::Date && of.slot)
      return Query(Query::OP_VALUE_GE, *of.slot, "0");
    if (of.id == FieldId::Kind || of.id == FieldId::Id || of.id == FieldId::Origin)
      return Query::MatchAll;
    return Query(value_term(FieldId::Has, of.name));
  }

  /// A whole name where the archive has it, else names with all its words.
  Query name(FieldId id, const FilterValue& value) {
    std::string canonical = canonical_name(value.text, folder_);
    if (value.form == Form::Equal) {
      const bool article = canonical.starts_with("the ");
      const std::string other = article ? canonical.substr(4) : "the " + canonical;
      // "The Hague" is also Hague, where the archive has no such name.
      for (const std::string& name : {canonical, other}) {
        const std::string whole = whole_name_term(id, name);
        if (!name.empty() && database_.term_exists(whole)) return Query(whole);
      }
      if (article) canonical = other;
    }
    const auto words = name_word_terms(id, canonical);
    if (words.empty() || !all_exist(words)) {
      built_.notes.push_back(
          fmt::format("no {} of this archive is called \"{}\"", field(id).name, value.text));
    } else if (value.form == Form::Equal && words.size() > 1) {
      built_.notes.push_back(
          fmt::format("no {} is called exactly \"{}\"; looked for names with these words",
                      field(id).name, value.text));
    }
    return all_of(words);
  }

  bool all_exist(const std::vector<std::string>& terms) const {
    return std::ranges::all_of(
        terms, [&](const std::string& term) { return database_.term_exists(term); });
  }

  Query source(const FilterValue& value) {
    const std::string canonical = canonical_name(value.text, folder_);
    const std::string domain = value_term(FieldId::Source, value.text);
    std::vector<Query> parts{Query(domain)};
    bool known = database_.term_exists(domain);
    if (!canonical.empty()) {
      const std::string whole = whole_name_term(FieldId::Source, canonical);
      parts.emplace_back(whole);
      known = known || database_.term_exists(whole);
      if (value.form == Form::Word) {
        const auto words = name_word_terms(FieldId::Source, canonical);
        parts.push_back(all_of(words));
        known = known || all_exist(words);
        // "nytimes": a domain without its ending.
        if (const std::string label = domain + "."; has_beginning(label)) {
          parts.push_back(beginning(label));
          known = true;
        }
      }
    }
    // "BBC News": another name of an outlet, which may have been what its page said.
    if (const auto outlet = find_outlet_by_name(value.text)) {
      for (const std::string& term :
           {value_term(FieldId::Source, outlet->domain),
            whole_name_term(FieldId::Source, canonical_name(outlet->name, folder_))}) {
        parts.emplace_back(term);
        known = known || database_.term_exists(term);
      }
    }
    if (!known)
      built_.notes.push_back(fmt::format("no source of this archive is called \"{}\"", value.text));
    return any_of(parts);
  }

  /// An outlet known by name only, apart from those with an address that call themselves so.
  Query exactly(const std::string& text) {
    const std::string stored = encode_values(std::vector<std::string>{text});
    const Query value(Query::OP_VALUE_RANGE, *field(FieldId::Source).slot, stored, stored);
    const std::string canonical = canonical_name(text, folder_);
    if (canonical.empty()) return value;
    const std::string whole = whole_name_term(FieldId::Source, canonical);
    if (!database_.term_exists(whole))
      built_.notes.push_back(fmt::format("no source of this archive is called \"{}\"", text));
    return {Query::OP_FILTER, Query(whole), value};
  }

  Query dates(const Field& of, const DateRange& range) const {
    if (of.id == FieldId::Date && range.first && range.last) {
      if (const auto terms = date_range_terms(*range.first, *range.last, kMaxDateTerms)) {
        return Query(Query::OP_OR, terms->begin(), terms->end());
      }
    }
    if (!of.slot) return Query::MatchNothing;
    const std::string first = range.first ? sortable(*range.first) : "0";
    if (!range.last) return Query(Query::OP_VALUE_GE, *of.slot, first);
    return Query(Query::OP_VALUE_RANGE, *of.slot, first, sortable(*range.last));
  }

  Query numbers(const Field& of, const FilterValue& value) const {
    if (of.id == FieldId::Similar) return copies(value.low.value_or(0), value.high);
    const auto bytes = [](std::uint64_t number) {
      return Xapian::sortable_serialise(static_cast<double>(number));
    };
    if (!of.slot) return Query::MatchNothing;
    // A single version is not written down: the articles asked for are those with no other number.
    if (of.id == FieldId::Versions && value.low.value_or(0) <= 1 && value.high.value_or(1) >= 1) {
      if (!value.high) return Query::MatchAll;
      return opposite(Query(Query::OP_VALUE_GE, *of.slot, bytes(*value.high + 1)));
    }
    if (value.low && value.high)
      return Query(Query::OP_VALUE_RANGE, *of.slot, bytes(*value.low), bytes(*value.high));
    if (value.low) return Query(Query::OP_VALUE_GE, *of.slot, bytes(*value.low));
    return Query(Query::OP_VALUE_RANGE, *of.slot, bytes(0), bytes(*value.high));
  }

  const Xapian::Database& database_;
  FilterContext context_;
  Folder& folder_;
  BuiltFilter built_;
};

}  // namespace

BuiltFilter build_filter(const QueryNode& node, const Xapian::Database& database,
                         const FilterContext& context, Folder& folder) {
  return FilterBuilder(database, context, folder).build(node);
}

}  // namespace pressmark::searcher
