#!/usr/bin/env bash
# make_model.sh PRESSMARK-TRAIN FOLDER OUT: the shipped model from the training sets in FOLDER.
set -euo pipefail
export LC_ALL=C  # the order of texts/*.txt
train=$1 sets=$2 out=$3
here=$(cd "$(dirname "$0")" && pwd)/data
"$train" --model "$out" --rounds 6 --averaged 4 --runs 8 --dropout 0.45 --slots 327680 \
  --data "$sets"/re-docred.jsonl.gz "$sets"/crossner.jsonl.gz "$sets"/gum.jsonl.gz=0.7 "$sets"/uner-ewt-dev.jsonl.gz \
  "$sets"/uner-ewt-test.jsonl.gz "$sets"/wnut17-btc.jsonl.gz=0.5 "$here"/own_sentences.jsonl.gz=0.5 "$here"/texts/*.txt \
  --names "$here"/gazetteer.tsv.gz "$here"/own_names.tsv "$here"/organisations.tsv --clusters "$here"/clusters.tsv.gz
