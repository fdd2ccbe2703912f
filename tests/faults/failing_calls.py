#!/usr/bin/env python3
"""Every write, sync, rename and open of a run fails once, three times, or for ever, as a full or a dying disk makes it.

After each: the indexer ended by itself with a code of its own and one plain line; the archive opens and holds whole articles
only; a second run without faults completes it. Prints its seed; --only N repeats one point.
"""
import argparse
import errno
import os
import random
import shutil
import sys
import tempfile

from archive import Programs, one_plain_line


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--shim", required=True)
    ap.add_argument("--crawl", required=True)
    ap.add_argument("--points", type=int, default=60, help="so many points of the run, spread evenly; 0: each")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--only", type=int)
    a = ap.parse_args()
    print(f"seed {a.seed}")
    rng, programs, faults = random.Random(a.seed), Programs(a.programs), []
    with tempfile.TemporaryDirectory() as work:
        db, count = os.path.join(work, "db"), os.path.join(work, "count")
        watch = {"LD_PRELOAD": a.shim, "FAIL_BELOW": db, "FAIL_COUNT": count}
        whole = programs.build(db, a.crawl, env=watch)
        if whole.returncode != 0:
            sys.exit(f"the run without faults ended with {whole.returncode}: {whole.stderr.decode(errors='replace')}")
        code, wanted, _ = programs.articles(db)
        calls = int(open(count).read())
        if code != 0 or not wanted or calls < 10:
            sys.exit(f"the run without faults gave {len(wanted)} articles in {calls} calls")
        step = max(1, calls // a.points) if a.points else 1
        tried = 0
        for at in [a.only] if a.only else range(1, calls + 1, step):
            for times in (1, 3, 0):
                number = rng.choice((errno.ENOSPC, errno.EIO))
                shutil.rmtree(db, ignore_errors=True)
                done = programs.build(db, a.crawl, env={**watch, "FAIL_AT": str(at), "FAIL_TIMES": str(times), "FAIL_ERRNO": str(number)})
                name = f"call {at} of {calls}, {times or 'all'} fail with {errno.errorcode[number]}"
                tried += 1
                if done.returncode not in (0, 3, 5):
                    faults.append(f"{name}: the indexer ended with {done.returncode}")
                if done.returncode != 0 and not one_plain_line(done.stderr):
                    faults.append(f"{name}: no plain line: {done.stderr.decode(errors='replace')[-300:]}")
                code, found, said = programs.articles(db)
                if code == 3 and done.returncode == 0 or code not in (0, 1, 3):
                    faults.append(f"{name}: the archive does not open: {said.strip()}")
                if any(row not in wanted for row in found):
                    faults.append(f"{name}: an article that is not whole")
                if done.returncode == 0 and found != wanted:
                    faults.append(f"{name}: exit 0 but {len(found)} of {len(wanted)} articles")
                again = programs.build(db, a.crawl)
                code, found, said = programs.articles(db)
                if again.returncode != 0 or found != wanted:
                    faults.append(f"{name}: the second run ended with {again.returncode} and {len(found)} of {len(wanted)} articles: "
                                  f"{again.stderr.decode(errors='replace')[-200:]}")
    for fault in faults:
        print(fault)
    print(f"{tried} runs with failing calls ({calls} calls a run); {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
