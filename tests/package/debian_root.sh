#!/usr/bin/env bash
# Installs a Debian package of Pressmark into a bare Debian 12 root made with debootstrap and runs it there: index, search,
# man pages, units, removal. Needs root, debootstrap and a Debian mirror, so it is no part of the tests that run every time.
#
#   tests/package/debian_root.sh build/release/pressmark_0.1.0-1_amd64.deb [EMPTY-FOLDER]
set -euo pipefail
package=$(realpath "$1")
sources=$(realpath "$(dirname "$0")/../..")
root=${2:-$(mktemp -d)}
mirror=${DEBIAN_MIRROR:-}  # empty: the one that debootstrap knows

[ -x "$root/usr/bin/apt-get" ] || debootstrap --variant=minbase bookworm "$root" ${mirror:+"$mirror"} > "$root.log"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
cp "$package" "$root/pressmark.deb"
inside apt-get update -q > /dev/null
inside apt-get install -y -q --no-install-recommends /pressmark.deb > "$root.apt.log" 2>&1
echo "installed: $(inside dpkg-query -W -f '${Version}, ${Installed-Size} KiB' pressmark)"

rm -rf "$root/root/crawl"
cp -r "$sources/corpus/default" "$root/root/crawl"
cp "$sources/corpus/warc/sample.warc.gz" "$root/root/crawl-2022-08-01.warc.gz"
block=$(sed -n '/^Your own archive/,/^```$/p' "$sources/README.md" | sed -n '/^```sh/,/^```$/p' | grep -v '^```')
inside sh -ec "cd; rm -rf news; $block" | tee "$root.out"
grep -q 'Turkey and Greece restart island ferry' "$root.out"
inside pressmark-index --db /root/news --check
inside sh -c 'cd; pressmark-search --db news flood --facet country --facets-only --json' | grep -q '"value":"FR"'

# The unit's own command line, as its user, without systemd.
inside sh -c 'id -u ann > /dev/null 2>&1 || useradd --create-home ann'
rm -rf "$root/home/ann/crawl" "$root/home/ann/news"
cp -r "$root/root/crawl" "$root/home/ann/crawl"
mkdir -p "$root/etc/pressmark"
printf 'PRESSMARK_DB=/home/ann/news\nPRESSMARK_INPUT=/home/ann/crawl\nPRESSMARK_OPTIONS=--prune\n' > "$root/etc/pressmark/ann.env"
chroot "$root" chown -R ann /home/ann
start=$(sed -n 's/^ExecStart=//p' "$root/lib/systemd/system/pressmark-index@.service")
inside su ann -c "set -a; . /etc/pressmark/ann.env; cd; $start; pressmark-search ferry --count" | grep -x '[1-9][0-9]*'

for page in man1/pressmark-index.1 man1/pressmark-search.1 man7/pressmark-query.7 man5/pressmark-db.5; do
  gzip -dc "$root/usr/share/man/$page.gz" | grep -q '^\.SH EXAMPLES'
done
inside apt-get remove -y -q pressmark > /dev/null 2>&1
! inside sh -c 'command -v pressmark-search'
echo "installed, run and removed in $root"
