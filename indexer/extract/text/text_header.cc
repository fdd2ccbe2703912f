#include "indexer/extract/text/text_header.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "common/text.h"
#include "common/url.h"
#include "indexer/extract/dates/written_date.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxNameBytes = 48;
constexpr std::size_t kMaxHeaderLines = 24;
constexpr std::size_t kMaxFrontMatterLines = 200;

struct FieldNames {
  HeaderField field;
  std::string_view names;  // folded, separated by '|'
};

constexpr FieldNames kNames[] = {
    {HeaderField::Title,
     "title|headline|subject|titre|titulo|titel|titolo|otsikko|rubrik|overskrift|tytul|titulek|"
     "nadpis|cim|titlu|baslik|judul|tieu de|"
     "заголовок|название|заглавие|наслов|τιτλος|العنوان|عنوان|כותרת|标题|標題|タイトル|見出し|제목|"
     "शीर्षक"},
    {HeaderField::Date,
     "date|publishdate|publish_date|published|published on|publication date|pub date|pubdate|date "
     "published|posted|dated|date de publication|publie le|fecha|fecha de "
     "publicacion|publicado|publicado em|data|data di pubblicazione|data de publicacao|pubblicato "
     "il|datum|veroffentlicht|veroffentlicht "
     "am|erschienen|gepubliceerd|paivamaara|julkaistu|dato|publicerad|publiceret|publisert|data "
     "publikacji|datum vydani|tarih|"
     "tanggal|ngay|дата|дата "
     "публикации|опубликовано|датум|ημερομηνια|التاريخ|تاريخ|תאריך|日期|发布时间|發布時間|日付|"
     "公開日|날짜|입력|तारीख"},
    {HeaderField::Source,
     "source|sitename|site_name|outlet|publisher|publication|newspaper|site|website|from|journal|"
     "fuente|medio|fonte|"
     "testata|quelle|zeitung|bron|krant|lahde|kilde|"
     "kalla|zrodlo|zdroj|forras|sursa|kaynak|sumber|nguon|источник|джерело|издание|извор|πηγη|"
     "المصدر|منبع|מקור|来源|來源|出典|媒体|출처|स्रोत"},
    {HeaderField::Url,
     "url|link|links|canonical|canonical_url|canonicalurl|source_url|address|web|permalink|lien|"
     "adresse|enlace|direccion|collegamento|adres|ссылка|"
     "адрес|الرابط|链接|連結|リンク|링크"},
    {HeaderField::Author,
     "author|authors|by|byline|writer|auteur|auteurs|auteure|par|autor|autora|autores|por|autore|"
     "autrice|autori|di|autorin|autoren|von|verfasser|"
     "door|kirjoittaja|forfatter|forfattare|skribent|autorzy|szerzo|yazar|penulis|tac "
     "gia|автор|авторы|автори|συντακτης|الكاتب|بقلم|"
     "מאת|作者|記者|记者|執筆|저자|기자|लेखक"},
    {HeaderField::Language,
     "language|lang|langue|idioma|lingua|sprache|taal|sprak|kieli|jezyk|язык|мова|اللغة|语言|語言|"
     "言語|언어"},
    {HeaderField::Section,
     "section|category|rubrique|categorie|seccion|sezione|categoria|secao|ressort|rubrik|rubriek|"
     "kategorie|раздел|рубрика"},
    {HeaderField::Description,
     "description|summary|abstract|subtitle|chapo|resume|resumen|resumo|sommario|zusammenfassung|"
     "samenvatting|аннотация|описание|摘要"},
};

const std::unordered_map<std::string, HeaderField>& fields() {
  static const std::unordered_map<std::string, HeaderField> table = [] {
    std::unordered_map<std::string, HeaderField> names;
    for (const FieldNames& row : kNames) {
      for (const std::string_view name : split(row.names, '|'))
        names.emplace(fold_accents(name), row.field);
    }
    return names;
  }();
  return table;
}

std::optional<HeaderField> field_named(std::string_view name) {
  const auto found = fields().find(fold_accents(collapse_space(name)));
  return found == fields().end() ? std::nullopt : std::optional(found->second);
}

struct NamedLine {
  std::optional<HeaderField> field;  // nothing: a name that is not known
  std::string_view value;
};

/// "Name: value", with any colon; nothing when the line has no name of one to three words before
/// it.
std::optional<NamedLine> read_line(std::string_view line) {
  const std::string_view head = line.substr(0, kMaxNameBytes);
  std::size_t colon = head.find(':');
  std::size_t width = 1;
  const std::size_t wide = head.find("：");
  if (wide < colon) {
    colon = wide;
    width = std::string_view("：").size();
  }
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const std::string name = fold_accents(collapse_space(line.substr(0, colon)));
  if (name.empty() || std::ranges::count(name, ' ') > 2) return std::nullopt;
  NamedLine named{std::nullopt, trim(line.substr(colon + width))};
  if (const auto found = fields().find(name); found != fields().end()) named.field = found->second;
  return named;
}

/// A value of YAML without its quotes; empty for what stands for nothing.
std::string_view unquoted(std::string_view value) {
  value = trim(value);
  const bool quoted = value.size() > 1 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  if (quoted) return trim(value.substr(1, value.size() - 2));
  return value == "null" || value == "~" || value == "|" || value == ">" ? std::string_view()
                                                                         : value;
}

/// The block in YAML that a text in Markdown begins with, between lines of three hyphens, as
/// trafilatura and generators of sites write it. Of what it gives twice, the address of its
/// picture for one, the first counts; authors may be a list.
TextHeader read_front_matter(const std::vector<std::string_view>& lines) {
  TextHeader header;
  std::size_t i = 0;
  while (i < lines.size() && lines[i].empty()) ++i;
  if (i == lines.size() || lines[i] != "---") return {};
  std::optional<HeaderField> list;  // whose items follow
  bool named = false;
  const auto add = [&](HeaderField field, std::string_view value) {
    value = unquoted(value);
    const bool known = std::ranges::count(header.lines, field, &HeaderLine::field) > 0;
    if (!value.empty() && (!known || field == HeaderField::Author))
      header.lines.push_back({field, value});
  };
  const std::size_t end = std::min(lines.size(), i + kMaxFrontMatterLines);
  for (++i; i < end && lines[i] != "---" && lines[i] != "..."; ++i) {
    const std::string_view line = lines[i];
    if (line.starts_with("- ")) {
      if (list == HeaderField::Author && line.find(": ") == std::string_view::npos)
        add(*list, line.substr(2));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > kMaxNameBytes) continue;
    named = true;
    const std::string_view value = trim(line.substr(colon + 1));
    list = field_named(line.substr(0, colon));
    if (!list) continue;
    if (*list == HeaderField::Author && value.starts_with('[') && value.ends_with(']')) {
      for (const std::string_view item : split(value.substr(1, value.size() - 2), ','))
        add(*list, item);
    } else if (!value.starts_with('[') && !value.starts_with('{')) {
      add(*list, value);
    }
  }
  if (i >= end || !named) return {};  // a rule, not the begin of a block
  for (++i; i < lines.size() && lines[i].empty();) ++i;
  header.consumed = i;
  return header;
}

}  // namespace

bool is_detail_name(std::string_view line) {
  if (line.size() > kMaxNameBytes) return false;
  if (line.ends_with(':')) line.remove_suffix(1);
  const auto found = fields().find(fold_accents(collapse_space(line)));
  return found != fields().end() &&
         (found->second == HeaderField::Date || found->second == HeaderField::Author);
}

std::optional<HeaderLine> read_header_line(std::string_view line) {
  const auto named = read_line(line);
  if (!named || !named->field || named->value.empty()) return std::nullopt;
  return HeaderLine{*named->field, named->value};
}

TextHeader read_text_header(const std::vector<std::string_view>& lines) {
  if (TextHeader header = read_front_matter(lines); header.consumed > 0) return header;
  TextHeader header;
  std::size_t i = 0;
  bool sound = false;  // a value that proves the block
  while (i < lines.size() && lines[i].empty()) ++i;
  const std::size_t first = i;
  for (; i < lines.size() && i < first + kMaxHeaderLines && !lines[i].empty(); ++i) {
    const std::optional<NamedLine> named = read_line(lines[i]);
    if (!named || (!named->field && header.lines.empty())) break;
    if (!named->field) {
      const bool more =
          i + 1 < lines.size() && !lines[i + 1].empty() && read_line(lines[i + 1]).has_value();
      if (!more && header.lines.size() < 2) break;
      continue;
    }
    header.lines.push_back({*named->field, named->value});
    if (*named->field == HeaderField::Url) sound = sound || !canonical_url(named->value).empty();
    if (*named->field == HeaderField::Date)
      sound = sound || read_date_value(named->value, {}).has_value();
  }
  if (header.lines.size() < 2 && !sound) return {};
  while (i < lines.size() && lines[i].empty()) ++i;
  header.consumed = i;
  return header;
}

}  // namespace pressmark::indexer
