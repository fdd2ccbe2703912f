#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/expected.h"
#include "common/tokenizer.h"
#include "searcher/query/field_value.h"
#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"

namespace pressmark::searcher {

/// A node without anything but its kind and children.
QueryNode node(NodeKind kind, std::vector<QueryNode> children = {});

/// Whether two parts that stand beside each other are filters of one field and alternatives: flags
/// add up, and days and numbers with an open end ("since:2021", "words:>500") are bounds that
/// narrow each other.
bool are_alternatives(const QueryNode& a, const QueryNode& b);

/// What one part of a conjunction is and how it was joined to those before it.
struct Part {
  QueryNode node;
  bool by_operator = false;  // AND stands before it
  bool required = false;     // "+" does
};

/// Recursive descent over one line. After the first error everything returns at once.
class Parser {
 public:
  Parser(std::string_view line, const ParseContext& context, unsigned saved_depth)
      : lexer_(line), context_(context), saved_depth_(saved_depth) {}

  Expected<ParsedQuery, QueryError> parse();

  std::size_t terms() const { return terms_; }

 private:
  using Maybe = std::optional<QueryNode>;

  std::nullopt_t fail(std::size_t column, std::size_t length, std::string message,
                      std::string suggestion = {});

  void hint(std::string text);

  /// or := and { "OR" and }
  Maybe alternatives();

  /// and := not { ["AND"] not }
  Maybe conjunction();

  bool operand_is_missing();

  /// Filters on one field that stand beside each other are alternatives.
  static void add(std::vector<Part>& parts, Part part);

  Maybe join(std::vector<Part> parts) const;

  /// not := ["NOT" | "-" | "+"] prox
  Maybe negation(Part& part);

  /// prox := unit { ("NEAR" | "ADJ") ["/" n] unit | "SAME" unit }
  Maybe proximity();

  static bool stands_in_proximity(const QueryNode& n);

  Maybe unit();

  /// Fails at an operator or sign that stands where a unit must.
  bool misplaced_operator();

  /// Fails at what other languages, and typesetters, write for "-" and OR.
  bool wrong_sign();

  /// Fails at several words in single quotation marks, which a word may begin and end with too.
  bool single_quotes();

  /// Fails when one of the signs follows at once.
  bool sign_behind(std::string_view signs, std::string_view what);

  Maybe group(std::size_t open);

  bool count_terms(std::string_view text, std::size_t column, std::size_t length,
                   std::size_t& counted);

  Maybe quotation(NodeKind kind);

  QueryNode text_node(NodeKind kind, std::string text) const;

  Maybe exactly();

  /// A value with "=" before it: source:="Le Monde". Before a bare word of another field it says
  /// nothing.
  Maybe exactly_so();

  Maybe saved();

  Maybe at_least(std::size_t at, unsigned number);

  Maybe fielded(const Lexeme& name);

  Maybe unknown_field(const Lexeme& name);

  Maybe value_error(const ValueError& error, std::size_t begin, std::size_t end);

  Maybe date_bound(const Lexeme& name);

  Maybe filter_list();

  Maybe filter_item();

  Maybe filter_value(const Lexeme& item, Quoting quoting);

  /// A country or language of several words that the item is the first of, as in
  /// country:United States; empty when it is not.
  std::string_view several_words(const Lexeme& item) const;

  /// The values of the list that the item names.
  Maybe listed(const Lexeme& item);

  Maybe word();

  Maybe pattern(const Lexeme& found);

  Lexer lexer_;
  const ParseContext& context_;
  unsigned saved_depth_;
  Folder folder_;
  TextScope scope_ = TextScope::Anywhere;  // of the field whose value is being read
  const Field* filter_ = nullptr;          // the same for a field that filters
  std::size_t depth_ = 0;
  std::size_t terms_ = 0;
  std::size_t last_operator_ = 0;
  std::vector<std::string> hints_;
  std::optional<QueryError> error_;
};

}  // namespace pressmark::searcher
