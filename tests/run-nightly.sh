#!/usr/bin/env bash
# The tests that need a night: faults, damage, soaking and memory at full size on the release build, the page of --html in Chromium, the
# whole suite under the sanitizers, the fuzz targets, and how much of what reads outside bytes the unit tests reach. Each test prints
# its seed; a seed that fails becomes a named test.
# usage: run-nightly.sh [faults] [soak] [memory] [page] [sanitizers] [fuzz] [coverage]     all of them when none is named
#   PRESSMARK_SEED=N          another seed than that of the day
#   PRESSMARK_FUZZ_SECONDS=N  for each target (3600)
set -euo pipefail
cd "$(dirname "$0")/.."
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(faults soak memory page sanitizers fuzz coverage)
seed=${PRESSMARK_SEED:-$(date +%Y%m%d)}
programs=build/release/bin
shims=build/release/tests/faults
failed=()

# attempt NAME COMMAND...: runs it, and remembers when it fails.
attempt() {
  echo "== $1"
  "${@:2}" || failed+=("$1")
}
# fault NAME ARGUMENTS...
fault() {
  attempt "$1" python3 "tests/faults/$1.py" --programs "$programs" "${@:2}"
}

cmake --preset release > /dev/null
cmake --build --preset release --target pressmark-index pressmark-search fail_nth_call fail_allocation record_writes
for part in "${parts[@]}"; do
  case $part in
    faults)
      fault kills --shim "$shims/fail_nth_call.so" --crawl corpus --kills 1000 --seed "$seed"
      fault lost_writes --shim "$shims/record_writes.so" --states 5000 --seed "$seed"
      fault failing_calls --shim "$shims/fail_nth_call.so" --memory-shim "$shims/fail_allocation.so" --kinds 8 --allocations 1000 --seed "$seed"
      fault read_errors --shim "$shims/fail_nth_call.so"
      fault full_disk --crawl corpus
      fault damaged --crawl corpus --cases 2000 --seed "$seed"
      fault locks --crawl corpus
      fault terminal
      attempt hostile python3 tests/hostile/hostile_test.py --index "$programs/pressmark-index" --search "$programs/pressmark-search"
      ;;
    soak) fault soak --seconds 3600 --seed "$seed" ;;
    memory) fault memory --megabytes 10240 --speed --seed "$seed" ;;
    page)
      echo "== page"
      python3 tests/package/page_test.py --programs "$programs" --corpus corpus --pictures build/pictures || {
        [ $? -eq 77 ] || failed+=(page)  # skipped where there is no Chromium
      }
      ;;
    sanitizers)
      attempt asan-ubsan cmake --workflow --preset asan-ubsan
      attempt tsan cmake --workflow --preset tsan
      ;;
    fuzz)
      attempt libxml2 tests/fuzz/build-libxml2.sh
      attempt fuzz tests/fuzz/run-fuzz.sh "${PRESSMARK_FUZZ_SECONDS:-3600}"
      ;;
    coverage)
      find build/coverage -name '*.gcda' -delete 2> /dev/null || true  # counts add up from run to run
      cmake --preset coverage > /dev/null
      cmake --build --preset coverage
      attempt coverage-tests ctest --preset coverage -L 'unit|golden'
      attempt coverage python3 tests/branch_coverage.py build/coverage
      ;;
    *)
      echo "run-nightly.sh: no part is called $part" >&2
      exit 2
      ;;
  esac
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "failed: ${failed[*]}"
  exit 1
fi
echo "all passed"
