#!/usr/bin/env bash
# Builds libxml2 from Debian's source package, patches included, with coverage marks and sanitizers, so that a night of fuzzing sees
# into it. Then run-fuzz.sh uses it. Needs dpkg-dev and the right to read a package index; changes nothing outside build/.
# usage: build-libxml2.sh      the result is build/libxml2-fuzz/install
set -euo pipefail
cd "$(dirname "$0")/../.."
mkdir -p build/libxml2-fuzz/apt/{state/lists/partial,cache/archives/partial}
cd build/libxml2-fuzz
here=$PWD

# The same places as for binary packages, asked for sources.
sources=apt/sources.list
{
  find /etc/apt/sources.list /etc/apt/sources.list.d -name '*.list' -exec grep -h '^deb ' {} + | sed 's/^deb /deb-src /' || true
} > "$sources"
parts=apt/parts
rm -rf "$parts" && mkdir "$parts"
for file in /etc/apt/sources.list.d/*.sources; do
  [ -e "$file" ] && sed 's/^Types:.*/Types: deb-src/' "$file" > "$parts/$(basename "$file")"
done
apt_options=(-o "Dir::Etc::SourceList=$here/$sources" -o "Dir::Etc::SourceParts=$here/$parts" -o "Dir::State::Lists=$here/apt/state/lists"
             -o "Dir::Cache=$here/apt/cache" -o APT::Sandbox::User="$(id -un)")
apt-get "${apt_options[@]}" update -q
rm -rf libxml2-*/
apt-get "${apt_options[@]}" source -q libxml2

flags="-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=undefined"
cmake -S libxml2-*/ -B build -G Ninja -DCMAKE_C_COMPILER=clang -DCMAKE_C_FLAGS="$flags" -DCMAKE_INSTALL_PREFIX="$here/install" \
  -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF -DLIBXML2_WITH_PYTHON=OFF -DLIBXML2_WITH_LZMA=OFF -DLIBXML2_WITH_ZLIB=OFF \
  -DLIBXML2_WITH_TESTS=OFF -DLIBXML2_WITH_PROGRAMS=OFF -DLIBXML2_WITH_ICU=OFF
cmake --build build --target install
echo "built $here/install; run-fuzz.sh uses it from now on"
