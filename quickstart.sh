#!/usr/bin/env bash
# Builds Pressmark, indexes the sample archive in corpus/ into build/sample-archive and shows three searches.
set -euo pipefail
cd "$(dirname "$0")"
./install-packages.sh
export CMAKE_CXX_COMPILER_LAUNCHER=ccache
cmake --preset release >/dev/null
cmake --build --preset release --target pressmark-index pressmark-search
bin=build/release/bin
archive=build/sample-archive

echo
"$bin/pressmark-index" --db "$archive" corpus/default corpus/multilingual corpus/duplicates corpus/warc/sample.warc.gz

show() {
  echo
  echo "\$ pressmark-search $*"
  "$bin/pressmark-search" --db "$archive" --no-pager "$@"
}
show military drills -n 3
show ferry --country tr,fi,se -n 3
show flood --facet country,source,person --facet-limit 5 --facets-only

echo
echo "Try your own:  $bin/pressmark-search --db $archive WORDS"
