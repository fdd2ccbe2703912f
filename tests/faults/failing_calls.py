#!/usr/bin/env python3
"""Calls of a run that changes an archive in every way fail, as a full or dying disk makes them, or memory ends.

Each write, sync, rename, open, mkdir and unlink of the run fails: once, three times, for ever; or writes take half of their
bytes. After each: the run ended by itself, with 0 or with 5 (3: could not be written at all) and one plain line; the
archive is clean, holds whole articles only and all acknowledged ones; another run completes it. Prints its seed; --only N repeats a call.
"""
import argparse
import errno
import os
import random
import sys

from archive import Nights, Programs, one_plain_line, report, said_by, work_folder


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--shim", required=True)
    ap.add_argument("--memory-shim", required=True)
    ap.add_argument("--kinds", type=int, default=4, help="so many of the eight kinds of fault at each call")
    ap.add_argument("--allocations", type=int, default=20, help="so many of the allocations, spread evenly")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--only", type=int)
    a = ap.parse_args()
    print(f"seed {a.seed}")
    rng, programs, faults, ended = random.Random(a.seed), Programs(a.programs), [], {}
    with work_folder() as work:
        nights, db, count = Nights(programs, work), os.path.join(work, "db"), os.path.join(work, "count")

        def calls_of(shim):
            nights.start(db)
            nights.must(nights.last_night(db, env={"LD_PRELOAD": shim, "FAIL_BELOW": db, "FAIL_COUNT": count}))
            return int(open(count, encoding="ascii").read())

        def disturb(name, env):
            nights.start(db)
            done = nights.last_night(db, env=env)
            ended[done.returncode] = ended.get(done.returncode, 0) + 1
            wrong = nights.faults_of(db, done)
            if done.returncode not in (0, 3, 5):
                wrong.append(f"the run ended with {done.returncode}: {said_by(done)[-300:]}")
            elif done.returncode != 0 and not one_plain_line(done.stderr):
                wrong.append(f"no plain line: {said_by(done)[-300:]}")
            wrong += nights.faults_of_another_run(db)
            faults.extend(f"{name}: {each}" for each in wrong)

        calls = calls_of(a.shim)
        if calls < 100:
            sys.exit(f"the run made only {calls} calls")
        hows = [(errno.ENOSPC, 1), (errno.EIO, 1), (errno.ENOSPC, 3), (errno.EIO, 3), (errno.ENOSPC, 0), (errno.EIO, 0), ("short", 1), ("short", 0)]
        for at in [a.only] if a.only else range(1, calls + 1):
            for how, times in hows if a.only else rng.sample(hows, a.kinds):
                disturb(f"call {at} of {calls}, {times or 'all'}: {errno.errorcode.get(how, how)}",
                        {"LD_PRELOAD": a.shim, "FAIL_BELOW": db, "FAIL_AT": str(at), "FAIL_TIMES": str(times), "FAIL_HOW": str(how)})
        allocations = calls_of(a.memory_shim) if a.allocations and not a.only else 0
        if a.allocations and not a.only and allocations < 1000:
            sys.exit(f"only {allocations} allocations were seen: the program does not take its memory from the C++ library")
        for i in range(a.allocations if allocations else 0):
            at = 1 + int((i + rng.random()) * allocations / a.allocations)
            disturb(f"allocation {at} of {allocations}", {"LD_PRELOAD": a.memory_shim, "FAIL_AT": str(at), "FAIL_TIMES": rng.choice("10")})
    return report(faults, f"{sum(ended.values())} runs with faults ({calls} calls, {allocations} allocations a run), ended with {ended}")


if __name__ == "__main__":
    sys.exit(main())
