#include "indexer/train/training_set.h"

#include <algorithm>
#include <memory>

#include <rapidjson/document.h>
#include <unicode/uchar.h>
#include <zlib.h>

#include "common/error.h"
#include "common/handle.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

NameType name_type(std::string_view type) {
  if (type == "PER") return NameType::Person;
  if (type == "LOC") return NameType::Place;
  if (type == "ORG") return NameType::Organization;
  return NameType::Misc;
}

/// Byte offset of each code point, and of the end.
std::vector<std::size_t> code_point_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) offsets.push_back(at);
  offsets.push_back(text.size());
  return offsets;
}

char32_t recased(char32_t c, bool upper) {
  const auto code = static_cast<UChar32>(c);
  return static_cast<char32_t>(upper ? u_toupper(code) : u_tolower(code));
}

}  // namespace

TaggedArticle make_tagged(std::string_view text, const std::vector<GoldName>& names, float weight) {
  TaggedArticle article{std::string(text), split_tokens(text), {}, weight};
  article.tags.assign(article.tokens.size(), 0);
  const std::vector<std::size_t> offsets = code_point_offsets(text);
  for (const GoldName& name : names) {
    if (name.begin >= name.end || name.end >= offsets.size()) continue;
    const std::size_t begin = offsets[name.begin];
    const std::size_t end = offsets[name.end];
    auto first =
        std::ranges::find_if(article.tokens, [&](const Token& token) { return token.end > begin; });
    auto last = first;
    while (last != article.tokens.end() && last->begin < end) ++last;
    if (name.type == "PER") {
      while (last - first > 1 &&
             is_honorific(to_lower_ascii(text.substr(first->begin, first->end - first->begin))))
        ++first;
    }
    const auto from = static_cast<std::size_t>(first - article.tokens.begin());
    const auto to = static_cast<std::size_t>(last - article.tokens.begin());
    const bool free = std::all_of(article.tags.begin() + static_cast<std::ptrdiff_t>(from),
                                  article.tags.begin() + static_cast<std::ptrdiff_t>(to),
                                  [](Tag tag) { return tag == 0; });
    const bool one_line = std::none_of(first == last ? last : first + 1, last,
                                       [](const Token& token) { return token.starts_line; });
    if (from == to || !free || !one_line) continue;
    const NameType type = name_type(name.type);
    for (std::size_t i = from; i < to; ++i) {
      const TagPart part = to - from == 1 ? TagPart::Unit
                           : i == from    ? TagPart::Begin
                           : i + 1 == to  ? TagPart::Last
                                          : TagPart::Inside;
      article.tags[i] = make_tag(type, part);
    }
  }
  return article;
}

TaggedArticle make_marked(std::string_view source, float weight) {
  constexpr std::pair<char, std::string_view> kTypes[] = {
      {'P', "PER"}, {'O', "ORG"}, {'L', "LOC"}, {'M', "MISC"}};
  std::string text;
  std::vector<GoldName> names;
  std::size_t written = 0;  // code points of `text`
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t open = std::min(source.find_first_of("[]", at), source.size());
    text += source.substr(at, open - at);
    written += count_code_points(source.substr(at, open - at));
    if (open == source.size()) break;
    const std::size_t close = source.find_first_of("[]", open + 1);
    const std::string_view mark = source.substr(open, close - open);
    const auto* type =
        mark.size() < 4 || mark[0] != '[' || mark[2] != ' '
            ? std::end(kTypes)
            : std::ranges::find(kTypes, mark[1], &std::pair<char, std::string_view>::first);
    if (type == std::end(kTypes) || close == std::string_view::npos || source[close] != ']') {
      throw Error(ExitCode::Usage,
                  "a bracket is no mark as [P name] is: " + std::string(source.substr(open, 40)));
    }
    const std::string_view name = mark.substr(3);
    const std::size_t end = written + count_code_points(name);
    names.push_back({written, end, std::string(type->second)});
    text += name;
    written = end;
    at = close + 1;
  }
  return make_tagged(text, names, weight);
}

std::vector<std::string> read_lines(const std::string& path) {
  using File = std::unique_ptr<gzFile_s, ReleaseWith<gzclose>>;
  const File file(gzopen(path.c_str(), "rb"));
  if (!file) throw Error(ExitCode::Usage, "cannot read " + path);
  std::vector<std::string> lines;
  std::string line;
  std::vector<char> block(1 << 16);
  for (;;) {
    const int got = gzread(file.get(), block.data(), static_cast<unsigned>(block.size()));
    if (got < 0) throw Error(ExitCode::Usage, "cannot decompress " + path);
    if (got == 0) break;
    for (const char c : std::string_view(block.data(), static_cast<std::size_t>(got))) {
      if (c != '\n') {
        line += c;
        continue;
      }
      lines.push_back(std::move(line));
      line.clear();
    }
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

namespace {

std::vector<TaggedArticle> read_marked_file(const std::string& path, float weight) {
  std::vector<TaggedArticle> articles;
  std::string source;
  const auto end_article = [&] {
    if (!source.empty()) articles.push_back(make_marked(source, weight));
    source.clear();
  };
  for (const std::string& line : read_lines(path)) {
    if (line.empty())
      end_article();
    else
      source += source.empty() ? line : '\n' + line;
  }
  end_article();
  return articles;
}

std::vector<TaggedArticle> read_json_file(const std::string& path, float weight) {
  std::vector<TaggedArticle> articles;
  for (const std::string& line : read_lines(path)) {
    if (line.empty()) continue;
    rapidjson::Document json;
    json.Parse(line.data(), line.size());
    if (json.HasParseError() || !json.IsObject() || !json.HasMember("text") ||
        !json.HasMember("ents")) {
      throw Error(ExitCode::Usage, path + ": a line is no object with \"text\" and \"ents\"");
    }
    std::vector<GoldName> names;
    for (const auto& name : json["ents"].GetArray()) {
      names.push_back({name[0].GetUint64(), name[1].GetUint64(), name[2].GetString()});
    }
    articles.push_back(
        make_tagged({json["text"].GetString(), json["text"].GetStringLength()}, names, weight));
  }
  return articles;
}

}  // namespace

std::vector<TaggedArticle> read_training_file(const std::string& path, float weight) {
  return path.ends_with(".txt") ? read_marked_file(path, weight) : read_json_file(path, weight);
}

TaggedArticle rewrite(const TaggedArticle& article, Rewriting rewriting) {
  TaggedArticle copy;
  copy.tags = article.tags;
  copy.weight = article.weight;
  std::size_t behind = 0;
  for (const Token& token : article.tokens) {
    copy.text.append(article.text, behind, token.begin - behind);
    Token placed = token;
    placed.begin = static_cast<std::uint32_t>(copy.text.size());
    bool first = true;
    const bool small = token.end - token.begin <= 3 &&
                       copy.tags[static_cast<std::size_t>(&token - article.tokens.data())] == 0;
    for (std::size_t at = token.begin; at < token.end; first = false) {
      const char32_t c = next_code_point(article.text, at);
      const bool upper = rewriting == Rewriting::UpperCase ||
                         (rewriting == Rewriting::TitleCase && first && !small);
      const bool keep = rewriting == Rewriting::TitleCase && !upper;
      append_code_point(copy.text, keep ? c : recased(c, upper));
    }
    placed.end = static_cast<std::uint32_t>(copy.text.size());
    if (rewriting == Rewriting::UpperCase)
      placed.starts_sentence = token.starts_line || token.starts_sentence;
    copy.tokens.push_back(placed);
    behind = token.end;
  }
  return copy;
}

}  // namespace pressmark::indexer
