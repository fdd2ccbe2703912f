#!/usr/bin/env bash
# Records wget.warc.gz anew: wget fetches a few of the sample pages from a server on the loopback interface.
# Its dates and identifiers differ from run to run; the pages do not.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir "$work/site"
for page in default/gothenburg-tunnel.html default/halifax-lighthouse.html default/lyon-flood.txt \
            multilingual/quanzhou-nanyin.html multilingual/samara-rynok.html; do
  cp "$here/../$page" "$work/site/"
  echo "http://127.0.0.1:8765/$(basename "$page")" >> "$work/urls"
done
echo http://127.0.0.1:8765/gone.html >> "$work/urls"
cd "$work/site"
python3 -m http.server 8765 --bind 127.0.0.1 > /dev/null 2>&1 &
server=$!
cd "$work"
until (exec 3<> /dev/tcp/127.0.0.1/8765) 2> /dev/null; do sleep 0.2; done
wget --no-proxy --warc-file=wget --no-warc-keep-log -q -i urls --delete-after || [ $? -eq 8 ]  # 8: one page is gone
mv wget.warc.gz "$here/"
