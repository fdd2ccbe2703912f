#!/usr/bin/env bash
# Installs the Debian 12 packages that building, testing and running Pressmark need and that are missing here.
# Works as root, or through sudo; otherwise says what is missing.
set -euo pipefail

packages=(
  g++ cmake ninja-build pkg-config ccache
  libxapian-dev libxml2-dev libboost-program-options-dev libgtest-dev libgmock-dev libbenchmark-dev
  libfmt-dev libicu-dev libuchardet-dev libcld2-dev rapidjson-dev libexpected-dev
  libpsl-dev libidn2-dev libunistring-dev libxxhash-dev nettle-dev libdtl-dev libmimalloc-dev zlib1g-dev libbz2-dev liblzma-dev libzstd-dev libbrotli-dev libarchive-dev
  python3 scdoc dpkg-dev tzdata
  bash-completion fish zsh fzf jq rsync xapian-tools  # for tests of what is installed and of the cookbook
)

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "all packages are installed"
  exit 0
fi

echo "missing: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "install-packages.sh: not root and no sudo; as root run:  apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
