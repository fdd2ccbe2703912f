#include "common/analysis.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <unordered_map>

#include <xapian.h>

#include "common/repeated_stem.h"
#include "common/text.h"

namespace pressmark::embedded {
std::string_view function_words();
}

namespace pressmark {
namespace {

/// A language whose words are stemmed. The names are Xapian's.
struct Language {
  std::string_view code;
  const char* stemmer;
  Script script;
  bool cuts_beginnings = false;  // a stem may begin otherwise than its word
};

constexpr std::array kLanguages = {
    Language{"en", "english", Script::Latin},
    Language{"ar", "arabic", Script::Arabic, true},
    Language{"ca", "catalan", Script::Latin},
    Language{"da", "danish", Script::Latin},
    Language{"de", "german2", Script::Latin},
    Language{"es", "spanish", Script::Latin},
    Language{"eu", "basque", Script::Latin},
    Language{"fi", "finnish", Script::Latin},
    Language{"fr", "french", Script::Latin},
    Language{"ga", "irish", Script::Latin, true},
    Language{"hu", "hungarian", Script::Latin},
    Language{"hy", "armenian", Script::Armenian},
    Language{"id", "indonesian", Script::Latin, true},
    Language{"it", "italian", Script::Latin},
    Language{"lt", "lithuanian", Script::Latin},
    Language{"ne", "nepali", Script::Devanagari},
    Language{"nl", "dutch", Script::Latin},
    Language{"no", "norwegian", Script::Latin},
    Language{"pt", "portuguese", Script::Latin},
    Language{"ro", "romanian", Script::Latin},
    Language{"ru", "russian", Script::Cyrillic},
    Language{"sv", "swedish", Script::Latin},
    Language{"ta", "tamil", Script::Tamil, true},
    Language{"tr", "turkish", Script::Latin, true},
};

constexpr std::size_t kMaxCachedStems = 1 << 16;  // of all languages: about 9 MB

const Language* find(std::string_view code) {
  code = code.substr(0, 2);
  if (code == "nb" || code == "nn") code = "no";
  const auto* found = std::ranges::find(kLanguages, code, &Language::code);
  return found == kLanguages.end() ? nullptr : found;
}

/// Whose stemmer a word gets in an article whose language is not known.
const Language* guess(Script script) {
  switch (script) {
    case Script::Latin:
      return find("en");
    case Script::Cyrillic:
      return find("ru");
    case Script::Arabic:
      return find("ar");
    case Script::Armenian:
      return find("hy");
    default:
      return nullptr;
  }
}

bool is_ngram(const Token& token) {
  return token.kind == TokenKind::Unigram || token.kind == TokenKind::Bigram;
}

/// Numbers and words such as "b52" or "2022" have no forms.
bool has_digit(std::string_view form) {
  return std::ranges::any_of(form, [](char c) { return c >= '0' && c <= '9'; });
}

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

/// Snowball's Arabic takes off "and" before an article or an alef nowhere, and before other letters
/// of an indefinite word alone: "وزير", minister, became another word than "الوزير". Here both lose
/// it.
std::string arabic_stem(const Xapian::Stem& stemmer, std::string word) {
  constexpr std::string_view kAnd = "و";
  constexpr std::size_t kLeastBytes = 8;  // four letters
  const auto begins = [&](std::string_view text) {
    return word.size() >= kLeastBytes && word.starts_with(text);
  };
  if (begins("وا") || begins("فال")) word.erase(0, kAnd.size());
  word = stemmer(word);
  if (begins(kAnd)) word.erase(0, kAnd.size());
  return word;
}

std::string stem_of(const std::string& word, std::string_view code, const Xapian::Stem& stemmer) {
  if (code == "ar") return arabic_stem(stemmer, word);
  if (code == "fi") return finnish_stem(stemmer, word);
  if (code == "tr") return turkish_stem(stemmer, word);
  return stemmer(word);
}

/// The part of a word that is stemmed: Turkish puts an apostrophe between a name and its endings.
std::string_view stemmed_part(const Token& token, std::string_view code) {
  return code == "tr" && token.apostrophe > 0 ? token.form.substr(0, token.apostrophe) : token.form;
}

/// What is kept of one language by one thread.
struct Stemming {
  std::optional<Xapian::Stem> stemmer;
  std::unordered_map<std::string, std::string, StringHash, std::equal_to<>>
      stems;  // form -> term; empty: function word
};

std::vector<std::string_view> function_words_of(std::string_view code) {
  for (const std::string_view line : split(embedded::function_words(), '\n')) {
    if (!line.starts_with(code) || line.size() <= code.size() || line[code.size()] != '\t')
      continue;
    return split(line.substr(code.size() + 1), ' ');
  }
  return {};
}

std::size_t number_of(const Language& language) {
  return static_cast<std::size_t>(&language - kLanguages.data());
}

/// Each list is made when its language is met first: a search needs one or two of them.
bool is_function_word_of(std::string_view form, const Language& language) {
  static std::array<std::once_flag, kLanguages.size()> made;
  static std::array<std::vector<std::string_view>, kLanguages.size()> lists;
  const std::size_t number = number_of(language);
  std::call_once(made[number], [&] { lists[number] = function_words_of(language.code); });
  return std::ranges::binary_search(lists[number], form);
}

/// A number for how a word begins; words with the same beginning have the same.
std::size_t beginning(std::string_view word) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
  if (word.empty()) return 0;
  return byte(0) < 0x80 || word.size() == 1 ? byte(0) : byte(0) ^ byte(1);
}

/// How the words that one of some terms stands for can begin.
class Beginnings {
 public:
  explicit Beginnings(std::span<const std::string> terms) {
    for (const std::string& term : terms) {
      std::string_view word = term;
      if (const auto form = stem_form(term); !form.empty())
        word = form;
      else if (term.starts_with(prefix::kPlain))
        word.remove_prefix(prefix::kPlain.size());
      known_[beginning(word)] = true;
    }
  }
  bool has(std::string_view word) const { return known_[beginning(word)]; }

 private:
  std::array<bool, 256> known_{};
};

}  // namespace

std::string_view stem_form(std::string_view term) {
  const std::size_t before = prefix::kStem.size() + kLanguages[0].code.size();
  if (!term.starts_with(prefix::kStem) || term.size() <= before) return {};
  return term.substr(before);
}

struct Analyzer::State {
  Folder folder;
  std::array<Stemming, kLanguages.size()> languages;
  std::size_t cached = 0;  // stems of all languages
  std::string plain;       // the last "Y" term given out

  Stemming& of(const Language& language) {
    Stemming& stemming = languages[number_of(language)];
    if (!stemming.stemmer) stemming.stemmer.emplace(language.stemmer);
    return stemming;
  }

  /// Makes room: what is kept of the language that has most.
  void forget() {
    const auto most = std::ranges::max_element(
        languages, {}, [](const Stemming& stemming) { return stemming.stems.size(); });
    cached -= most->stems.size();
    most->stems = {};
  }

  /// The stem's term of a word in a language of its script; empty when it is a function word there.
  const std::string& stem(std::string_view form, const Language& language) {
    Stemming& stemming = of(language);
    if (const auto known = stemming.stems.find(form); known != stemming.stems.end())
      return known->second;
    if (cached >= kMaxCachedStems) forget();
    ++cached;
    std::string term;
    if (!is_function_word_of(form, language)) {
      term.reserve(form.size() + 3);
      term += prefix::kStem;
      term += language.code;
      const std::string word(form);
      const std::string stem = stem_of(word, language.code, *stemming.stemmer);
      term += stem.empty() ? word : stem;
    }
    return stemming.stems.emplace(form, std::move(term)).first->second;
  }

  std::string_view plain_term(std::string_view form) {
    plain = prefix::kPlain;
    plain += form;
    return plain;
  }
};

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

Folder& Analyzer::folder() { return state_->folder; }

WordTerms Analyzer::index_terms(const Token& token, std::string_view language) {
  const Language* stemmed = language.empty() ? guess(token.script) : find(language);
  const bool exact = stemmed != nullptr && !is_ngram(token) && token.kind != TokenKind::Compound;
  if (stemmed == nullptr || stemmed->script != token.script) {
    if (exact && has_digit(token.form)) return {token.form, {}};
    return {exact ? token.form : std::string_view(), state_->plain_term(token.form)};
  }
  if (has_digit(token.form)) {
    if (exact) return {token.form, {}};
    return {{}, state_->plain_term(token.form)};
  }
  return {exact ? token.form : std::string_view(),
          state_->stem(stemmed_part(token, stemmed->code), *stemmed)};
}

std::vector<WordVariant> Analyzer::query_terms(const Token& token,
                                               std::span<const std::string> languages) {
  std::vector<WordVariant> variants;
  const auto add = [&](std::string_view term, bool common) {
    const auto same = std::ranges::find(variants, term, &WordVariant::term);
    if (same == variants.end())
      variants.push_back({std::string(term), common});
    else
      same->common |= common;
  };
  const std::string plain = std::string(prefix::kPlain).append(token.form);
  if (is_ngram(token)) return {{plain, false}};
  if (has_digit(token.form)) {
    if (token.kind != TokenKind::Compound) add(token.form, false);
    add(plain, false);
    return variants;
  }
  const auto consider = [&](const Language* language) {
    if (language == nullptr || language->script != token.script) return;
    const std::string& term = state_->stem(stemmed_part(token, language->code), *language);
    if (!term.empty())
      add(term, false);
    else if (token.kind != TokenKind::Compound)
      add(token.form, true);
  };
  consider(guess(token.script));  // articles whose language nobody could tell
  for (const std::string& code : languages) consider(find(code));
  add(plain, false);
  return variants;
}

std::vector<std::string> Analyzer::exact_terms(const Token& token) {
  std::vector<std::string> terms;
  if (!is_ngram(token)) terms.emplace_back(token.form);
  terms.push_back(std::string(prefix::kPlain).append(token.form));
  return terms;
}

bool Analyzer::is_function_word(std::string_view form, std::string_view language) {
  const Language* known = find(language);
  return known != nullptr && is_function_word_of(form, *known);
}

std::vector<MarkedWord> Analyzer::mark(std::string_view text, std::string_view language,
                                       std::span<const std::string> terms) {
  std::vector<MarkedWord> marked;
  const auto index_of = [&](std::string_view term) -> std::optional<std::size_t> {
    const auto found = std::ranges::lower_bound(terms, term);
    if (term.empty() || found == terms.end() || *found != term) return std::nullopt;
    return static_cast<std::size_t>(found - terms.begin());
  };
  // Most words are passed over by their beginning: making stems is most of the work.
  const Language* const told = find(language);
  const Beginnings beginnings(terms);
  Tokenizer tokens(text, state_->folder);
  while (const auto token = tokens.next()) {
    const Language* const stemmed = language.empty() ? guess(token->script) : told;
    const bool cut = stemmed != nullptr && stemmed->cuts_beginnings;
    if (!cut && !beginnings.has(token->form)) continue;
    const WordTerms word = index_terms(*token, language);
    auto index = index_of(word.stem);
    if (!index) index = index_of(word.exact);
    if (!index) continue;
    if (!marked.empty() && token->begin < marked.back().end) {
      if (token->begin == marked.back().begin || token->kind == TokenKind::Compound) {
        marked.back().begin = std::min(marked.back().begin, token->begin);
        marked.back().end = std::max(marked.back().end, token->end);
      } else {
        const std::size_t begin = marked.back().end;
        marked.push_back({begin, std::max(token->end, begin), *index, is_ngram(*token)});
        if (marked.back().begin == marked.back().end) marked.pop_back();
      }
      continue;
    }
    marked.push_back({token->begin, token->end, *index});
  }
  return marked;
}

}  // namespace pressmark
