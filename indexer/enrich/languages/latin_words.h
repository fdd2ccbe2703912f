#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pressmark::indexer {

/// What the tables say of a word of one language.
enum LatinWord : std::uint32_t {
  kLatinGiven = 1,         // a given name, in any language
  kLatinTitle = 2,         // an office or calling: a person follows
  kLatinSpeech = 4,        // a verb of speech that stands in front of who speaks
  kLatinNot = 8,           // has a capital and is no part of a name
  kLatinMark = 16,         // only persons stand behind it
  kLatinInner = 32,        // in small letters between the words of a person's name
  kLatinHead = 64,         // begins a body's name
  kLatinLow = 128,         // does so in small letters, too
  kLatinTail = 256,        // ends one
  kLatinSmall = 512,       // goes on with one, in small letters
  kLatinLink = 1024,       // stands between its words
  kLatinAdjective = 2048,  // begins one in front of a word that is a body's
  kLatinFirm = 4096,       // stands behind a firm's name
  kLatinClub = 8192,       // stands before or behind a club's name
  kLatinClubHead = 16384,  // begins one
  kLatinNoBody = 32768,    // capitals that name no body
  kLatinFamily = 65536,    // a family name that stands in front
  kLatinBearer = 131072,   // in front of a name: what is called after a person
  kLatinOffice = 262144,   // goes on with an office: "Menteri Luar Negeri"
  kLatinThing = 524288,    // in a run of capitals: it is a street, sea, feast, war
  kLatinSaint = 1048576,   // in front of a given name: a saint, or what is called after one
};

/// The words and names that show persons and bodies in a text of one language of Latin letters.
class LatinWords {
 public:
  /// Those of a language; nothing for languages that the tables do not have. Built at the first
  /// call, const after that.
  ///
  /// @param language  ISO 639-1
  static const LatinWords* of(std::string_view language);

  /// Bits of LatinWord; `folded` as fold_case() makes it.
  std::uint32_t kinds(std::string_view folded) const;
  bool is(std::string_view folded, std::uint32_t kind) const { return (kinds(folded) & kind) != 0; }
  /// Whether the word ends as words for bodies do: "Riksbanken".
  bool ends_as_body(std::string_view folded) const;
  /// Whether it does so behind an adjective: "Deutsche Krankenhausgesellschaft".
  bool ends_on_base(std::string_view folded) const;
  /// Whether the word ends as a title does: "Bundesgesundheitsminister".
  bool ends_as_title(std::string_view folded) const;

  /// Names of bodies that begin as a word does with its first four letters; each name as words.
  using Phrase = std::vector<std::string>;
  const std::vector<Phrase>* bodies(std::string_view folded) const { return find(bodies_, folded); }
  /// Names of persons that no rule finds.
  const std::vector<Phrase>* persons(std::string_view folded) const {
    return find(persons_, folded);
  }
  /// Whether a whole name, folded, looks like a person's and is a club's or a place's.
  bool is_nobody(std::string_view folded) const { return nobody_.contains(folded); }
  /// Heads of several words, or that have cases.
  const std::vector<Phrase>* heads(std::string_view folded) const { return find(heads_, folded); }

 private:
  /// Looks words up without a copy.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  using Phrases = std::unordered_map<std::string, std::vector<Phrase>>;
  using GivenNames = std::unordered_set<std::string, Hash, std::equal_to<>>;
  explicit LatinWords(std::string_view language);
  static const GivenNames& given_names();
  void add_title_ending(std::string_view title, std::string_view language);
  void read(std::string_view tsv, std::string_view language);
  static const std::vector<Phrase>* find(const Phrases& phrases, std::string_view folded);

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> kinds_;
  const GivenNames& given_;
  GivenNames nobody_;  // whole names of clubs and places that begin as a person's do
  std::vector<std::string> suffixes_, bases_, titles_;
  Phrases bodies_, persons_, heads_;
};

}  // namespace pressmark::indexer
