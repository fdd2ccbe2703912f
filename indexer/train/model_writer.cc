#include "indexer/train/model_writer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <numeric>

#include "common/error.h"
#include "common/text.h"
#include "indexer/train/training_set.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kSlots = FingerprintTable::kBucketSlots;
constexpr double kLexiconLoad =
    .68;  // of a bucket's eight slots: about one name in fifty finds no place

/// Slots to hold `count` keys at the load of a lexicon.
std::size_t slots_for(std::size_t count) {
  return (static_cast<std::size_t>(static_cast<double>(count) / kLexiconLoad) / kSlots + 1) *
         kSlots;
}

/// Puts keys into a table of fingerprints, first come, first served.
class TableBuilder {
 public:
  explicit TableBuilder(std::size_t slots) : keys(slots) {}

  /// Slot of the key; FingerprintTable::kNone when its bucket is full or an equal fingerprint is
  /// there.
  std::size_t insert(std::uint64_t key) {
    const std::size_t bucket = FingerprintTable::bucket_of(key, keys.size() / kSlots) * kSlots;
    const std::uint16_t fingerprint = FingerprintTable::fingerprint_of(key);
    for (std::size_t slot = bucket; slot < bucket + kSlots; ++slot) {
      if (keys[slot] == fingerprint) return FingerprintTable::kNone;
      if (keys[slot] != 0) continue;
      keys[slot] = fingerprint;
      return slot;
    }
    return FingerprintTable::kNone;
  }

  std::vector<std::uint16_t> keys;
};

template <typename T>
void append(std::string& bytes, const T* values, std::size_t count) {
  bytes.resize((bytes.size() + 63) / 64 * 64);
  bytes.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

/// Hash of the name's words, cut as the tagger cuts text, and those of its beginnings.
std::vector<std::uint64_t> phrase_hashes(std::string_view name) {
  std::vector<std::uint64_t> hashes;
  for (const Token& token : split_tokens(name)) {
    const std::uint64_t word = hash_word(name.substr(token.begin, token.end - token.begin));
    hashes.push_back(hashes.empty() ? word : hash_phrase(hashes.back(), word));
  }
  return hashes;
}

void add_names(const std::string& path, std::map<std::uint64_t, std::uint16_t>& entries) {
  for (const std::string& line : read_lines(path)) {
    if (line.empty() || line.front() == '#') continue;
    const auto columns = split(line, '\t');
    if (columns.size() < 2) throw Error(ExitCode::Usage, path + ": no class beside a name");
    std::uint16_t classes = 0;
    for (const char letter : columns[1]) {
      if (kNameClasses.find(letter) != std::string_view::npos) classes |= class_bit(letter);
    }
    const std::vector<std::uint64_t> hashes = phrase_hashes(to_lower_ascii(columns[0]));
    if (hashes.empty() || hashes.size() > kMaxPhraseTokens) continue;
    for (std::size_t i = 0; i + 1 < hashes.size(); ++i)
      entries[hashes[i]] |= PhraseEntry::kPrefixBit;
    entries[hashes.back()] |= classes;
  }
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::int16_t scaled16(float value, float scale) {
  return static_cast<std::int16_t>(std::clamp(std::lround(value * scale), -30000L, 30000L));
}

}  // namespace

LexiconTables make_lexicon(const std::vector<std::string>& name_files,
                           const std::string& cluster_file) {
  std::map<std::uint64_t, std::uint16_t> entries;
  for (const std::string& path : name_files) add_names(path, entries);
  LexiconTables tables;
  TableBuilder phrases(slots_for(entries.size()));
  tables.phrases.resize(phrases.keys.size());
  constexpr std::uint16_t kPlain =
      class_bit('N') | class_bit('T') | class_bit('W') | class_bit('Y');
  for (const bool plain : {false, true}) {  // what is plentiful waits
    for (const auto& [hash, bits] : entries) {
      if (((bits & ~kPlain) == 0) != plain) continue;
      if (const std::size_t slot = phrases.insert(hash); slot != FingerprintTable::kNone)
        tables.phrases[slot].bits = bits;
    }
  }
  tables.phrase_keys = std::move(phrases.keys);

  const std::vector<std::string> lines = read_lines(cluster_file);
  TableBuilder words(slots_for(lines.size()));
  tables.clusters.resize(words.keys.size());
  for (const std::string& line : lines) {
    const auto columns = split(line, '\t');
    if (columns.size() != 5) throw Error(ExitCode::Usage, cluster_file + ": not five columns");
    const std::size_t slot = words.insert(hash_word(columns[0]));
    if (slot == FingerprintTable::kNone) continue;
    tables.clusters[slot] = Lexicon::pack(static_cast<std::uint32_t>(number(columns[1])),
                                          static_cast<std::uint32_t>(number(columns[2])),
                                          static_cast<std::uint32_t>(number(columns[3])),
                                          static_cast<std::uint32_t>(number(columns[4])));
  }
  tables.word_keys = std::move(words.keys);
  return tables;
}

std::string write_model(const TrainedTagger& tagger, const LexiconTables& lexicon,
                        std::size_t feature_slots) {
  std::vector<float> worth(tagger.features.size());
  for (std::size_t i = 0; i < worth.size(); ++i) {
    float sum = 0;
    for (const float weight : tagger.features[i].weights) sum += weight * weight;
    worth[i] = sum * std::sqrt(static_cast<float>(std::min(tagger.features[i].count, 400U)));
  }
  std::vector<std::uint32_t> order(worth.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order,
                           [&](std::uint32_t a, std::uint32_t b) { return worth[a] > worth[b]; });
  float largest = 0;
  for (const TrainedFeature& feature : tagger.features) {
    if (feature.count < 20) continue;  // a rare one may be cut short
    for (const float weight : feature.weights) largest = std::max(largest, std::abs(weight));
  }
  const float scale = std::clamp(largest > 0 ? 127 / largest : 32, 16.0F, 200.0F);

  TableBuilder table(feature_slots / kSlots * kSlots);
  std::vector<FeatureRow> rows(table.keys.size());
  for (const std::uint32_t i : order) {
    if (worth[i] == 0) break;
    const std::size_t slot = table.insert(tagger.features[i].hash);
    if (slot == FingerprintTable::kNone) continue;
    for (std::size_t t = 0; t < kRowTags; ++t) {
      rows[slot][t] = static_cast<std::int8_t>(
          std::clamp(std::lround(tagger.features[i].weights[t] * scale), -127L, 127L));
    }
  }

  ModelHeader header;
  header.feature_slots = static_cast<std::uint32_t>(table.keys.size());
  header.word_slots = static_cast<std::uint32_t>(lexicon.word_keys.size());
  header.phrase_slots = static_cast<std::uint32_t>(lexicon.phrase_keys.size());
  for (std::size_t before = 0; before <= kTags; ++before) {
    for (std::size_t tag = 0; tag < kTags; ++tag)
      header.transitions[before][tag] = scaled16(tagger.transitions[before][tag], scale);
  }
  std::string bytes;
  append(bytes, &header, 1);
  append(bytes, table.keys.data(), table.keys.size());
  append(bytes, rows.data(), rows.size());
  append(bytes, lexicon.word_keys.data(), lexicon.word_keys.size());
  append(bytes, lexicon.clusters.data(), lexicon.clusters.size());
  append(bytes, lexicon.phrase_keys.data(), lexicon.phrase_keys.size());
  append(bytes, lexicon.phrases.data(), lexicon.phrases.size());
  return bytes;
}

}  // namespace pressmark::indexer
