#include "searcher/original.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/handle.h"
#include "common/json_writer.h"
#include "common/terminal_text.h"

namespace pressmark::searcher {
namespace {

constexpr const char* kReader = "pressmark-index";

/// The reader that was built or installed with this program; empty where this one's own path is not
/// known.
std::string reader_beside_us() {
  std::error_code unknown;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return unknown ? std::string() : (self.parent_path() / kReader).string();
}

[[noreturn]] void become_reader(std::vector<std::string> arguments, const std::string& option) {
  arguments.insert(arguments.begin(), kReader);
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  if (const std::string beside = reader_beside_us(); !beside.empty())
    execv(beside.c_str(), argv.data());
  execvp(kReader, argv.data());
  throw Error(ExitCode::Database,
              option + " needs pressmark-index, which cannot be run: " + std::strerror(errno));
}

/// A list of originals in a file without a name, which becomes standard input.
class ListOfOriginals {
 public:
  ListOfOriginals() : file_(std::tmpfile()) {
    if (!file_) fail();
  }

  void add(const StoredArticle& article) {
    JsonWriter json;
    json.begin_object();
    json.member("type", "hit");
    json.member("origin", article.origin);
    json.member("sha256", article.sha256);
    json.member_if("url", article.url);
    if (article.crawled) json.member("crawled", to_string(*article.crawled));
    if (article.added) json.member("added", to_string(*article.added));
    json.end_object();
    const std::string line = json.take() + "\n";
    if (std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size()) fail();
  }

  void become_input() {
    if (std::fflush(file_.get()) != 0 || lseek(fileno(file_.get()), 0, SEEK_SET) != 0 ||
        dup2(fileno(file_.get()), STDIN_FILENO) < 0)
      fail();
  }

 private:
  [[noreturn]] static void fail() {
    throw Error(ExitCode::Output,
                std::string("cannot write a temporary file: ") + std::strerror(errno));
  }

  std::unique_ptr<std::FILE, ReleaseWith<std::fclose>> file_;
};

}  // namespace

void give_original(const StoredArticle& article, OriginalForm form, const Surroundings& here) {
  if (form == OriginalForm::Bytes && here.output_is_terminal) {
    throw Error(ExitCode::Usage,
                "--raw gives the bytes of an article unchecked: redirect it to a file");
  }
  if (article.origin.empty() || article.sha256.empty())
    throw Error(ExitCode::Database, "the archive does not say where " + article.id + " came from");
  std::vector<std::string> arguments = {"--original=" + article.origin,
                                        "--sha256=" + article.sha256};
  if (form == OriginalForm::Place) arguments.emplace_back("--json");
  become_reader(std::move(arguments), "--raw");
}

ExitCode export_originals(Conversation& talk, const ParsedQuery& query) {
  const Options& options = talk.options();
  ListOfOriginals list;
  std::size_t listed = 0;
  HitTaker taker;
  taker.take = [&](const Hit& hit) {
    list.add(hit.article);
    ++listed;
  };
  const Answer answer = talk.engine().answer(options.request, query, {}, taker);
  for (const std::string& text : answer.notes) talk.note(text);
  for (const std::string& archive : talk.engine().left_out()) talk.note(archive + "; left out");
  if (listed == 0) {
    talk.footer("No articles match  " + terminal_safe(print(query)) + "\n");
    return ExitCode::Partial;
  }
  list.become_input();
  std::vector<std::string> arguments = {"--export-warc=" + options.export_file};
  if (options.output.quiet) arguments.emplace_back("--quiet");
  become_reader(std::move(arguments), "--export-warc");
}

}  // namespace pressmark::searcher
