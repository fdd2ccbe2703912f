#!/usr/bin/env bash
# Builds everything and passes all tests.
set -euo pipefail
cd "$(dirname "$0")"
./install-packages.sh
export CMAKE_CXX_COMPILER_LAUNCHER=ccache
cmake --preset dev >/dev/null
cmake --build --preset dev
ctest --preset dev -j "$(nproc)"
