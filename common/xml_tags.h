#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

/// A tag of a text in XML. Views into the text.
struct XmlTag {
  enum class Kind { Begin, End, Empty };

  Kind kind = Kind::Begin;
  std::string_view name;  // as it is written, with its prefix: "dc:creator"
  std::string_view
      attributes;         // what stands behind the name, without the slash of an empty element
  std::size_t begin = 0;  // of its "<" in the text
  std::size_t end = 0;    // behind its ">"
};

/// The tags of a text in XML, one after another; comments, CDATA sections, instructions and
/// declarations are passed over. For XML that need not be well formed: a "<" that begins no tag is
/// a character, and a CDATA section in which another one begins has lost its end. Of the text in
/// any charset that has ASCII in its place; linear; nothing of it is resolved.
class XmlTags {
 public:
  /// Whether the text is all there is. Where it is not, a tag or section without an end may go on.
  enum class Text { Whole, Begin };

  explicit XmlTags(std::string_view text, Text kind = Text::Whole)
      : text_(text), whole_(kind == Text::Whole) {}

  /// Nothing behind the last tag, and where what begins at position() has no end yet.
  std::optional<XmlTag> next();

  /// Everything before it has been seen.
  std::size_t position() const { return position_; }
  bool whole() const { return whole_; }
  /// Goes on in a text from which the first `dropped` bytes are gone and to which others may have
  /// come. Requires dropped <= position(), and no other bytes where the text was whole.
  void go_on(std::string_view text, Text kind, std::size_t dropped = 0);
  /// The tag that came last comes once more.
  void give_back(const XmlTag& last) { position_ = last.begin; }

 private:
  /// Moves behind the end of what begins at the position; false when it has none in the text.
  bool pass_section();
  bool pass_until(std::string_view end, std::size_t from, bool& missing);
  std::optional<XmlTag> tag_here(std::size_t limit) const;

  std::string_view text_;
  std::size_t position_ = 0;
  bool whole_;
  // In a whole text: these do not occur from the position on.
  bool no_comment_end_ = false;
  bool no_cdata_end_ = false;
  bool no_instruction_end_ = false;
  bool no_declaration_end_ = false;
};

/// What stands behind the prefix: "creator" of "dc:creator".
std::string_view local_name(std::string_view name);

/// The value of an attribute, between its quotes as it is written; empty when there is none.
///
/// @param attributes  of a tag
/// @param name        with its prefix: "xml:lang"
std::string_view xml_attribute(std::string_view attributes, std::string_view name);

/// The text as it stands in XML, within quotation marks too.
std::string xml_escaped(std::string_view text);

}  // namespace pressmark
