#!/usr/bin/env python3
"""A real file system of 16 MB fills up under the indexer; then there is room again.

The run ends with 5 and one plain line, and leaves nothing that it did not publish; what was published is there and clean; the next run
completes it. Needs the right to
mount a tmpfs in a name space of its own; without it the test is skipped (77).
"""
import argparse
import os
import subprocess
import sys
import tempfile

from archive import Programs, one_plain_line, report, said_by

ROOMS = (0, 64, 200, 400, 700, 1200, 2000)  # KiB left when the second run begins


def check(programs, crawl, disk):
    faults, db, ballast = [], os.path.join(disk, "db"), os.path.join(disk, "ballast")
    nights = [os.path.join(crawl, name) for name in ("duplicates", "default", "multilingual")]
    first = programs.build(db, "--quiet", nights[0])
    if first.returncode != 0:
        sys.exit(f"the first run ended with {first.returncode}: {said_by(first)}")
    _, before, _ = programs.articles(db)
    full = 0
    for room in ROOMS:
        space = os.statvfs(disk)
        with open(ballast, "wb") as out:
            out.write(b"\0" * max(0, space.f_bavail * space.f_frsize - room * 1024))
        done = programs.build(db, "--quiet", *nights)
        full += done.returncode == 5
        if done.returncode not in (0, 5) or (done.returncode == 5 and not one_plain_line(done.stderr)):
            faults.append(f"{room} KiB: ended with {done.returncode}: {said_by(done)}")
        if left := [name for name in os.listdir(db) if name.startswith("fresh-")]:
            faults.append(f"{room} KiB: {left} still fill the disk")
        code, found, said = programs.articles(db)
        if code != 0 or any(found.get(key) != row for key, row in before.items()):
            faults.append(f"{room} KiB: {len(found)} of {len(before)} acknowledged articles: {said}")
        if damage := programs.check(db):
            faults.append(f"{room} KiB: {damage}")
        before = found
        os.remove(ballast)
    if full < 3:
        faults.append(f"the disk was full only {full} times")
    done = programs.build(db, "--quiet", *nights)
    code, found, said = programs.articles(db)
    fresh = os.path.join(disk, "fresh")
    programs.build(fresh, "--quiet", *nights)
    if done.returncode != 0 or found != programs.articles(fresh)[1]:
        faults.append(f"with room again: ended with {done.returncode}: {said_by(done)} {said}")
    return report(faults, f"a full disk under {full} of {len(ROOMS)} runs")


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--crawl", required=True)
    ap.add_argument("--disk", help="the small file system; not given: makes one")
    a = ap.parse_args()
    if a.disk:
        return check(Programs(a.programs), a.crawl, a.disk)
    with tempfile.TemporaryDirectory() as disk:
        mount = 'mount -t tmpfs -o size=16m none "$0"'
        if subprocess.run(["unshare", "-rm", "sh", "-c", mount, disk], stderr=subprocess.DEVNULL).returncode != 0:
            print("no right to mount a file system: skipped")
            return 77
        return subprocess.run(["unshare", "-rm", "sh", "-c", mount + ' && exec "$@"', disk, sys.executable, os.path.abspath(__file__),
                               "--programs", a.programs, "--crawl", a.crawl, "--disk", disk]).returncode


if __name__ == "__main__":
    sys.exit(main())
