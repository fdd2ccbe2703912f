#!/usr/bin/env python3
"""kill -9 at random calls that change the archive, again and again, then a run to its end: as if there had been one run.

What a kill leaves on the disk depends on the last call that was made, so each kill names its call, and a seed repeats it.
Runs over the real crawl begin with no archive; nights change, add and remove in one that is there. After each kill the archive
opens, or is not there yet, is clean, and has all that it had; the lock is free; the next run needs no option. Prints its seed.
"""
import argparse
import os
import random
import shutil
import sys

from archive import Nights, Programs, report, said_by, stories, work_folder


class Killer:
    def __init__(self, shim, work, seed):
        self.shim, self.rng, self.kills, self.publishing = shim, random.Random(seed), 0, 0
        self.count, self.log = os.path.join(work, "count"), os.path.join(work, "log")

    def calls_of(self, db, run):
        """How many calls an undisturbed run makes."""
        done = run({"LD_PRELOAD": self.shim, "FAIL_BELOW": db, "FAIL_COUNT": self.count})
        if done.returncode != 0:
            sys.exit(f"the undisturbed run ended with {done.returncode}: {said_by(done)}")
        return int(open(self.count, encoding="ascii").read())

    def kill(self, db, run, calls):
        """One run that is killed, unless it has less to do than `calls`; what is wrong with how it ended."""
        if os.path.exists(self.log):
            os.remove(self.log)
        at = self.rng.randint(1, calls)
        done = run({"LD_PRELOAD": self.shim, "FAIL_BELOW": db, "FAIL_AT": str(at), "FAIL_TIMES": "1", "FAIL_HOW": "kill", "FAIL_LOG": self.log})
        if not os.path.exists(self.log):
            return [] if done.returncode == 0 else [f"a run that was not killed ended with {done.returncode}: {said_by(done)}"]
        self.kills += 1
        with open(self.log, encoding="utf-8") as log:
            call, path = log.read().split()[:2]
        self.publishing += "/fresh-" not in path
        self.last = f"kill {self.kills} at call {at} of {calls} ({call} {path[len(db):]})"
        return [] if done.returncode == -9 else [f"{self.last}: the run ended with {done.returncode}"]


def nights_with_kills(killer, nights, db, most):
    faults = []
    nights.start(db)
    calls = killer.calls_of(db, lambda env: nights.last_night(db, env))
    while killer.kills < most:
        nights.start(db)
        for _ in range(killer.rng.randint(1, 3)):  # several kills before a run ends
            jobs = killer.rng.choice("12")
            faults += killer.kill(db, lambda env: nights.last_night(db, env, jobs), calls)
            faults += [f"{killer.last}: {each}" for each in nights.faults_of(db, None)]
        faults += [f"{killer.last}: {each}" for each in nights.faults_of_another_run(db)]
    return faults


def crawls_with_kills(killer, programs, folders, db, most):
    faults = []
    def run(env=None):
        return programs.build(db, "--quiet", *folders, env=env, jobs="2")
    calls = killer.calls_of(db, run)
    _, wanted, _ = programs.articles(db)
    wanted_stories = stories(db)
    while killer.kills < most:
        shutil.rmtree(db, ignore_errors=True)
        for _ in range(killer.rng.randint(1, 3)):
            faults += killer.kill(db, run, calls)
            code, found, said = programs.articles(db)
            if code not in (0, 1) and "there is no archive" not in said:
                faults.append(f"{killer.last}: the archive does not open: {said}")
            if any(wanted.get(key) != row for key, row in found.items()):
                faults.append(f"{killer.last}: an article that is not whole")
        done = run()
        _, found, _ = programs.articles(db)
        if done.returncode != 0 or found != wanted:
            faults.append(f"{killer.last}: then exit {done.returncode}, {len(found)} of {len(wanted)} articles: {said_by(done)}")
        if wanted_stories is None or stories(db) != wanted_stories:
            faults.append(f"{killer.last}: other stories than those of a single run")
        if damage := programs.check(db):
            faults.append(f"{killer.last}: {damage}")
    return faults


def takedowns_with_kills(killer, nights, db, most):
    """Articles that are deleted for good: whatever ends that, the next run has deleted them all, and they do not come back."""
    faults, wanted = [], sorted(nights.before)[::3]
    listed = os.path.join(nights.crawl, os.pardir, "ids")
    with open(listed, "w", encoding="utf-8") as out:
        out.writelines(f"{key}\n" for key in wanted)
    def run(env=None):
        return nights.programs.build(db, "--quiet", "--delete", listed, env=env)
    nights.start(db)
    calls = killer.calls_of(db, run)
    left = {key: row for key, row in nights.after.items() if key not in wanted}
    end = killer.kills + most
    while killer.kills < end:
        nights.start(db)
        faults += killer.kill(db, run, calls)
        code, found, said = nights.articles(db)
        if code != 0 or any(nights.before.get(key) != row for key, row in found.items()):
            faults.append(f"{killer.last}: the archive is not whole: {said}")
        if damage := nights.programs.check(db):
            faults.append(f"{killer.last}: {damage}")
        ordered = os.path.exists(os.path.join(db, "DELETED"))
        done = nights.last_night(db)
        _, found, _ = nights.articles(db)
        if done.returncode != 0 or found != (left if ordered else nights.after):
            faults.append(f"{killer.last}: then exit {done.returncode}, {len(found)} of {len(left)} articles: {said_by(done)}")
    return faults


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--shim", required=True)
    ap.add_argument("--crawl", required=True)
    ap.add_argument("--kills", type=int, default=200)
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    print(f"seed {a.seed}")
    programs = Programs(a.programs)
    with work_folder() as work:
        killer, db = Killer(a.shim, work, a.seed), os.path.join(work, "db")
        nights = Nights(programs, work)
        faults = nights_with_kills(killer, nights, db, a.kills * 7 // 10)
        faults += takedowns_with_kills(killer, nights, db, a.kills * 2 // 10)
        shutil.rmtree(db)
        folders = [os.path.join(a.crawl, name) for name in ("default", "multilingual", "duplicates", "warc")]
        faults += crawls_with_kills(killer, programs, folders, db, a.kills)
    if killer.publishing * 5 < killer.kills:
        faults.append(f"only {killer.publishing} of {killer.kills} kills fell into a publication")
    return report(faults, f"{killer.kills} kills, {killer.publishing} of them while publishing, merging or deleting")


if __name__ == "__main__":
    sys.exit(main())
