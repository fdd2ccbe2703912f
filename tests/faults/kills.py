#!/usr/bin/env python3
"""kill -9 at random moments of a run, then a run to its end: the archive must be that of one uninterrupted run.

Between kill and rerun the archive must open, or not exist yet, and hold whole articles only; the lock must be free.
"""
import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

from archive import Programs


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--crawl", required=True)
    ap.add_argument("--kills", type=int, default=60)
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    print(f"seed {a.seed}")
    rng, programs, faults = random.Random(a.seed), Programs(a.programs), []
    folders = [os.path.join(a.crawl, name) for name in ("default", "multilingual", "duplicates", "warc")]
    with tempfile.TemporaryDirectory() as work:
        db = os.path.join(work, "db")
        start = time.monotonic()
        if programs.build(db, *folders).returncode != 0:
            sys.exit("the uninterrupted run failed")
        length = time.monotonic() - start
        _, wanted, _ = programs.articles(db)
        kills = killed = 0
        while kills < a.kills:
            shutil.rmtree(db, ignore_errors=True)
            for _ in range(rng.randint(1, 3)):  # several kills before a run ends
                kills += 1
                process = subprocess.Popen([programs.index, "--db", db, "--jobs", rng.choice("12"), *folders],
                                           stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(length * rng.random() * 1.1)
                process.kill()
                killed += process.wait() == -9
                code, found, said = programs.articles(db)
                if code not in (0, 1, 3) or (code == 3 and "there is no" not in said):
                    faults.append(f"kill {kills}: the archive does not open: {said.strip()}")
                if any(row not in wanted for row in found):
                    faults.append(f"kill {kills}: an article that is not whole")
            done = programs.build(db, *folders)
            _, found, _ = programs.articles(db)
            if done.returncode != 0 or found != wanted:
                faults.append(f"after kill {kills}: exit {done.returncode}, {len(found)} of {len(wanted)} articles: "
                              f"{done.stderr.decode(errors='replace')[-200:]}")
    for fault in faults:
        print(fault)
    print(f"{kills} runs, {killed} killed before their end; {len(faults)} faults")
    return 1 if faults or not killed else 0


if __name__ == "__main__":
    sys.exit(main())
