// pressmark-train: makes the recogniser's model from tagged articles, or tags a file with a model
// to measure it.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <boost/program_options.hpp>
#include <fmt/core.h>
#include <rapidjson/document.h>

#include "common/error.h"
#include "common/utf8.h"
#include "indexer/enrich/recognizer.h"
#include "indexer/train/trainer.h"

namespace {

namespace po = boost::program_options;
using namespace pressmark;
using namespace pressmark::indexer;

/// A training file and the weight of its articles: "FILE" or "FILE=0.5".
std::vector<TaggedArticle> read_weighted(const std::string& argument) {
  const std::size_t equals = argument.rfind('=');
  if (equals == std::string::npos) return read_training_file(argument, 1);
  return read_training_file(argument.substr(0, equals), std::stof(argument.substr(equals + 1)));
}

/// Copies in capitals and as headlines beside the articles, every n-th one.
void add_rewritten(std::vector<TaggedArticle>& articles, std::size_t upper_every,
                   std::size_t title_every) {
  const std::size_t count = articles.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (upper_every > 0 && i % upper_every == 0)
      articles.push_back(rewrite(articles[i], Rewriting::UpperCase));
    if (title_every > 0 && i % title_every == 1)
      articles.push_back(rewrite(articles[i], Rewriting::TitleCase));
  }
}

std::string_view type_name(EntityType type) {
  switch (type) {
    case EntityType::Person:
      return "PER";
    case EntityType::Organization:
      return "ORG";
    case EntityType::Place:
      break;
  }
  return "LOC";
}

void predict(const std::string& model_path, const std::string& path) {
  std::ifstream in(model_path, std::ios::binary);
  const std::string file((std::istreambuf_iterator<char>(in)), {});
  std::vector<std::uint64_t> aligned(file.size() / 8 + 9);
  char* bytes = reinterpret_cast<char*>(aligned.data());
  std::copy(file.begin(), file.end(), bytes);
  const Recognizer recognizer(std::string_view(bytes, file.size()));
  for (const std::string& line : read_lines(path)) {
    rapidjson::Document json;
    json.Parse(line.data(), line.size());
    const std::string_view text(json["text"].GetString(), json["text"].GetStringLength());
    CodePointOffsets offsets(text);
    std::string entities;
    for (const Mention& mention : recognizer.recognize("", text, "en")) {
      const std::size_t begin = offsets.at(mention.begin);
      entities += fmt::format("{}[{},{},\"{}\"]", entities.empty() ? "" : ",", begin,
                              offsets.at(mention.end), type_name(mention.type));
    }
    fmt::print("{{\"id\":\"{}\",\"ents\":[{}]}}\n", json["id"].GetString(), entities);
  }
}

int run(int argc, char** argv) {
  std::vector<std::string> data, names;
  std::string clusters, model, predicted;
  TrainerOptions options;
  std::size_t upper_every = 3, title_every = 0;
  po::options_description described("pressmark-train");
  described.add_options()("data", po::value(&data)->multitoken(),
                          "tagged articles: FILE or FILE=WEIGHT")(
      "names", po::value(&names)->multitoken(), "known names")(
      "clusters", po::value(&clusters), "word clusters")("model", po::value(&model)->required(),
                                                         "model to write, or to predict with")(
      "predict", po::value(&predicted), "tag the articles of this file instead of training")(
      "rounds", po::value(&options.crf.rounds)->default_value(8))(
      "rate", po::value(&options.crf.rate)->default_value(0.1F))(
      "decay", po::value(&options.crf.decay)->default_value(0))(
      "dropout", po::value(&options.crf.feature_dropout)->default_value(0.2F))(
      "averaged", po::value(&options.crf.averaged_rounds)->default_value(1))(
      "runs", po::value(&options.crf.runs)->default_value(1))(
      "least", po::value(&options.least_count)->default_value(2))(
      "slots", po::value(&options.feature_slots)->default_value(262144))(
      "upper-every", po::value(&upper_every)->default_value(3))(
      "title-every", po::value(&title_every)->default_value(0));
  po::variables_map values;
  po::store(po::parse_command_line(argc, argv, described), values);
  po::notify(values);
  if (!predicted.empty()) {
    predict(model, predicted);
    return 0;
  }
  std::vector<TaggedArticle> articles;
  for (const std::string& file : data) {
    for (TaggedArticle& article : read_weighted(file)) articles.push_back(std::move(article));
  }
  const LexiconTables lexicon = make_lexicon(names, clusters);
  tell_peoples_apart(articles, lexicon);
  add_rewritten(articles, upper_every, title_every);
  const std::string bytes = train_model(articles, lexicon, options);
  std::ofstream out(model, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw Error(ExitCode::Output, "cannot write " + model);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "pressmark-train: " << error.what() << '\n';
    return 2;
  }
}
