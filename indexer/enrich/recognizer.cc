#include "indexer/enrich/recognizer.h"

namespace pressmark::indexer {

struct Recognizer::Model {};

Recognizer::Recognizer() : model_(std::make_unique<Model>()) {}
Recognizer::~Recognizer() = default;
Recognizer::Recognizer(Recognizer&&) noexcept = default;
Recognizer& Recognizer::operator=(Recognizer&&) noexcept = default;

std::vector<Mention> Recognizer::recognize(std::string_view /*title*/, std::string_view /*text*/,
                                           std::string_view /*language*/) const {
  return {};
}

}  // namespace pressmark::indexer
