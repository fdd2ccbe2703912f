#include "indexer/source/json_documents.h"

#include <algorithm>
#include <string>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/source/json_braces.h"
#include "indexer/source/list_reader.h"

namespace pressmark::indexer {
namespace {

// Begins pages.jsonl of a WACZ file, which has the words of each page once more, menus and all.
// https://specs.webrecorder.net/wacz/1.1.1/#pages-jsonl
constexpr std::string_view kPageList = "\"json-pages-1.0\"";

/// Nor the mark of a file that was joined to others.
std::string_view without_leading_blanks(std::string_view text) {
  text = text.substr(std::min(text.find_first_not_of(kBlank), text.size()));
  return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

/// Bytes of the object that begins the line, where another follows it there: files that were joined
/// without line ends between them. Else all of the line.
std::size_t first_object(std::string_view line) {
  BraceCounter braces;
  for (auto at = line.find("}"); at != std::string_view::npos; at = line.find('}', at + 1)) {
    const auto next = line.find_first_not_of(kBlank, at + 1);
    if (next == std::string_view::npos || line[next] != '{') continue;
    // Perhaps in a string: only now each byte is looked at.
    for (std::size_t end = 0; end < line.size(); ++end) {
      if (braces.feed(line[end])) return end + 1;
    }
    break;
  }
  return line.size();
}

class JsonLines : public ListReader {
 public:
  using ListReader::ListReader;

  std::optional<ContentItem> next() override {
    if (auto item = waiting()) return item;
    while (!done_) {
      if (!line_end_ && !find_line_end()) return begin_of_long_line();
      const auto length = static_cast<std::size_t>(*line_end_ - input_.position());
      const bool last = length == sound().size();
      if (last && input_.next_damage()) {
        input_.consume(length);
        return damaged();
      }
      const std::string_view line = without_leading_blanks(
          sound().substr(0, static_cast<std::size_t>(text_end_ - input_.position())));
      std::optional<ContentItem> item;
      if (line_ == 1 && in_line_ == 0 && line.find(kPageList) != std::string_view::npos) {
        done_ = true;
        return skipped(SkipReason::NotText, "list of the pages in a web archive");
      }
      if (line.starts_with('{')) {
        const std::size_t first = first_object(line);
        item = document_or_too_large(line.substr(0, first));
        if (first < line.size()) {
          consume_object(line.substr(0, first));
          return item;
        }
      } else if (line.size() > context_.max_document_bytes) {
        item = too_large();
      } else if (!line.empty()) {  // half of an object that was broken by a line end, for one
        item = skipped(SkipReason::Damaged, "no JSON object");
      }
      done_ = last;
      input_.consume(length);
      if (!last) pass_line_end();
      if (item) return item;
    }
    return std::nullopt;
  }

 private:
  /// The damage that is here. What comes behind it, of a compressed file, begins with a line.
  SkippedInput damaged() {
    SkippedInput item{origin(), input_.take_damage()->skip};
    ++line_;
    in_line_ = 0;
    line_end_.reset();
    if (input_.view().empty()) input_.more();
    done_ = input_.view().empty() && !input_.next_damage();
    return item;
  }

  /// Notes where the line ends; false when that is not to be seen within the limit of a document.
  /// Looks at each byte once, however many objects of the line are asked for one after another.
  bool find_line_end() {
    while (true) {
      const std::uint64_t here = input_.position();
      const auto from = static_cast<std::size_t>(std::max(searched_, here) - here);
      const auto found = sound().find('\n', from);
      const std::size_t length = std::min(found, sound().size());
      searched_ = here + length;
      if (found == std::string_view::npos) {
        if (length > context_.max_document_bytes) return false;
        if (more()) continue;
      }
      line_end_ = here + length;
      const auto last = sound().substr(0, length).find_last_not_of(kBlank);
      text_end_ = last == std::string_view::npos ? here : here + last + 1;
      return true;
    }
  }

  ContentItem document_or_too_large(std::string_view bytes) {
    if (bytes.size() > context_.max_document_bytes) return too_large();
    return document_or_first(bytes);
  }

  /// Consumes an object in the window that another follows in the same line.
  void consume_object(std::string_view object) {
    input_.consume(static_cast<std::size_t>(object.data() + object.size() - sound().data()));
    ++in_line_;
  }

  /// Consumes the line end that is here.
  void pass_line_end() {
    input_.consume(1);
    ++line_;
    in_line_ = 0;
    line_end_.reset();
  }

  /// The object that begins a line whose end is not in sight.
  ContentItem begin_of_long_line() {
    const std::string_view line = without_leading_blanks(sound());
    const std::size_t first = line.starts_with('{') ? first_object(line) : line.size();
    if (first < line.size()) {
      ContentItem item = document_or_too_large(line.substr(0, first));
      consume_object(line.substr(0, first));
      return item;
    }
    ContentItem item = too_large();
    pass_over_object();
    return item;
  }

  /// Consumes up to the next object in the line, where one follows directly, else all of the line.
  void pass_over_object() {
    enum class Place { Inside, Behind, Elsewhere };
    Place place =
        without_leading_blanks(sound()).starts_with('{') ? Place::Inside : Place::Elsewhere;
    BraceCounter braces;
    do {
      const std::string_view text = sound();
      for (std::size_t at = 0; at < text.size(); ++at) {
        if (place == Place::Elsewhere) at = std::min(text.find('\n', at), text.size() - 1);
        const char byte = text[at];
        if (byte == '\n') {
          input_.consume(at);
          return pass_line_end();
        }
        if (place == Place::Inside) {
          if (braces.feed(byte)) place = Place::Behind;
        } else if (place == Place::Behind && byte == '{') {
          return consume_object(text.substr(0, at));
        } else if (kBlank.find(byte) == std::string_view::npos) {
          place = Place::Elsewhere;
        }
      }
      input_.consume(text.size());
    } while (more());
    ++line_;
    in_line_ = 0;
  }

  // Places in the stream.
  std::uint64_t searched_ = 0;             // no line ends from here to there
  std::optional<std::uint64_t> line_end_;  // of the current line, once it is known
  std::uint64_t text_end_ = 0;             // the same without the blanks before it
};

class JsonObjects : public ListReader {
 public:
  using ListReader::ListReader;

  std::optional<ContentItem> next() override {
    if (auto item = waiting()) return item;
    if (done_) return std::nullopt;
    in_line_ = 0;
    if (!find_object()) {
      done_ = true;
      if (auto damage = input_.take_damage()) return SkippedInput{origin(), damage->skip};
      if (sound().empty()) return std::nullopt;
      return skipped(SkipReason::Damaged, "text between the objects of a JSON file");
    }
    BraceCounter braces;
    std::size_t size = 0;  // of the object, as far as it has been seen
    std::size_t lines = 0;
    bool over_long = false;
    while (true) {
      if (size == sound().size()) {
        if (size > context_.max_document_bytes) {
          over_long = true;
          input_.consume(size);
          size = 0;
        }
        if (!more() && size == sound().size()) {
          done_ = true;
          input_.consume(size);
          if (auto damage = input_.take_damage()) return SkippedInput{origin(), damage->skip};
          return skipped(SkipReason::Damaged, "JSON object without an end");
        }
        continue;
      }
      const std::string_view text = sound();
      bool closed = false;
      while (!closed && size < text.size()) {
        const char byte = text[size++];
        lines += byte == '\n';
        closed = braces.feed(byte);
      }
      if (closed) break;
    }
    over_long = over_long || size > context_.max_document_bytes;
    ContentItem item =
        over_long ? ContentItem(too_large()) : document_or_first(sound().substr(0, size));
    input_.consume(size);
    line_ += lines;
    return item;
  }

 private:
  /// Moves to the next object over brackets, commas and blanks; false when something else, or the
  /// end, comes first.
  bool find_object() {
    while (true) {
      const std::string_view text = sound();
      const auto at = text.find_first_not_of(" \t\r\n[],");
      const std::size_t passed = std::min(at, text.size());
      line_ += static_cast<std::size_t>(std::ranges::count(text.substr(0, passed), '\n'));
      input_.consume(passed);
      if (passed < text.size()) return sound().front() == '{';
      if (!more() && sound().empty()) return false;
    }
  }
};

}  // namespace

JsonShape json_shape(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  const auto first = head.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return JsonShape::None;
  head.remove_prefix(first);
  const auto inner = head.find_first_not_of(kBlank, 1);
  if (inner == std::string_view::npos) return JsonShape::None;
  if (head.front() == '[') return head[inner] == '{' ? JsonShape::Objects : JsonShape::None;
  if (head.front() != '{' || (head[inner] != '"' && head[inner] != '}')) return JsonShape::None;
  const auto line_end = head.find('\n');
  if (line_end == std::string_view::npos)
    return first_object(head) < head.size() ? JsonShape::Objects : JsonShape::Lines;
  // A second line that is an object of its own settles it even when the first one is damaged, but
  // it may be the first of a list that begins in the first one.
  const auto second = head.find_first_not_of(kBlank, line_end);
  const auto last = head.substr(0, line_end).find_last_not_of(kBlank);
  if (second != std::string_view::npos && head[second] == '{' && head[last] != '[')
    return JsonShape::Lines;
  BraceCounter braces;
  for (const char byte : head.substr(0, line_end)) {
    if (braces.feed(byte)) return JsonShape::Lines;
  }
  return JsonShape::Objects;
}

std::unique_ptr<ContentReader> open_json_lines(InputBuffer input, ContentContext context) {
  return std::make_unique<JsonLines>(std::move(input), std::move(context));
}

std::unique_ptr<ContentReader> open_json_objects(InputBuffer input, ContentContext context) {
  return std::make_unique<JsonObjects>(std::move(input), std::move(context));
}

}  // namespace pressmark::indexer
