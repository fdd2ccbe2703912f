#include "indexer/original_output.h"

#include <unistd.h>

#include "common/error.h"
#include "common/json_writer.h"
#include "common/program.h"
#include "indexer/decode/decoder.h"
#include "indexer/source/original.h"

namespace pressmark::indexer {
namespace {

std::string_view media_type(Format format) {
  switch (format) {
    case Format::Html:
      return "text/html";
    case Format::PlainText:
      return "text/plain";
    case Format::JsonArticle:
      return "application/json";
    case Format::NewsXml:
    case Format::FeedItem:  // says so itself where it is JSON
      return "application/xml";
  }
  return "application/octet-stream";
}

std::string json_line(const Original& original) {
  JsonWriter json;
  json.begin_object();
  json.member("type", "original");
  json.member("v", 1);
  json.member("origin", original.document.origin);
  json.member("file", original.file);
  json.member_if("member", original.member);
  if (original.offset) json.member("offset", *original.offset);
  if (original.line) json.member("line", *original.line);
  json.member("length", static_cast<std::uint64_t>(original.document.bytes.size()));
  json.member("sha256", original.sha256);
  json.member("content_type", content_type(original.document));
  json.member_if("url", original.document.url);
  if (original.document.truncated) json.member("truncated", true);
  json.end_object();
  return json.take() + "\n";
}

}  // namespace

std::string content_type(const RawDocument& document) {
  if (!document.media_type.empty()) {
    return document.media_type + (document.charset.empty() ? "" : "; charset=" + document.charset);
  }
  const auto decoded = decode(document);
  if (!decoded) return "application/octet-stream";
  return std::string(media_type(decoded->format)) + "; charset=" + decoded->charset;
}

void write_original(const Options& options) {
  const bool only_place = options.format == DryRunFormat::Json;
  if (!only_place && isatty(STDOUT_FILENO) == 1)
    throw Error(ExitCode::Usage,
                "the bytes of an article are not for a terminal: redirect them to a file");
  const Original original =
      read_original(options.original, options.sha256, options.source.max_document_bytes);
  write_output(only_place ? json_line(original) : original.document.bytes);
}

}  // namespace pressmark::indexer
