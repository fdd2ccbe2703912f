#!/usr/bin/env bash
# Builds the fuzz targets (clang, ASan, UBSan) and runs each for a while on seeds from corpus/.
# With libxml2 as build-libxml2.sh makes it, the fuzzer sees into that too.
# usage: run-fuzz.sh [SECONDS=60] [TARGET...]      findings land in build/fuzz/findings/
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
shift || true
libxml2=build/libxml2-fuzz/install  # from build-libxml2.sh
if [ -d "$libxml2" ]; then
  export PKG_CONFIG_PATH="$PWD/$libxml2/lib/pkgconfig"
  cmake --fresh --preset fuzz > /dev/null
else
  cmake --preset fuzz > /dev/null
fi
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
  for source in tests/fuzz/*_fuzz.cc; do targets+=("$(basename "$source" .cc)"); done
fi
cmake --build build/fuzz --target "${targets[@]}"

findings=build/fuzz/findings
mkdir -p "$findings"
python3 tests/fuzz/make_seeds.py corpus build/fuzz/seeds
status=0
for target in "${targets[@]}"; do
  name=${target%_fuzz}
  mkdir -p "build/fuzz/work/$name" "build/fuzz/seeds/$name"
  case $name in
    content | warc | http) dictionary=warc ;;
    decode | page) dictionary=page ;;
    joined) dictionary=json ;;
    *) dictionary=$name ;;
  esac
  options=(-max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1
           -artifact_prefix="$findings/$name-")
  if [ -f "tests/fuzz/dictionaries/$dictionary.dict" ]; then
    options+=("-dict=tests/fuzz/dictionaries/$dictionary.dict")
  fi
  log=build/fuzz/$name.log
  if "build/fuzz/bin/$target" "${options[@]}" "build/fuzz/work/$name" "build/fuzz/seeds/$name" > "$log" 2>&1; then
    echo "$target: $(grep -o 'stat::number_of_executed_units: *[0-9]*' "$log" | grep -o '[0-9]*$') executions, no finding"
  else
    echo "$target: finding, see $log and $findings/"
    status=1
  fi
done
exit $status
