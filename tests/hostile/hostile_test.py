#!/usr/bin/env python3
"""Index each kind of hostile input into an archive of its own and check what must hold.

usage: hostile_test.py --index PROGRAM --search PROGRAM [--only KIND,...] [--keep DIR]

For every kind: no crash; exit code 0 or 1; within its processor time and 512 MiB; both sound pages beside the hostile files found
exactly once, and all words that `found` names; none of `lost`; a reason in the report for every file that `told` names;
no control or bidirectional character in any output. Words of `maybe` that are not found are counted, not failed.
"""
import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import costly_kinds  # noqa: E402,F401
import lying_kinds  # noqa: E402,F401
from kinds import KINDS, Folder  # noqa: E402

SECONDS = 20  # of processors for a kind; sanitizers multiply it
HANGS = 15  # times as long by the clock, as other work may have the processors too
MAX_RSS_KIB = 512 * 1024
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def run(argv, seconds):
    """Exit code (None: out of time), output, errors, peak KiB, seconds of processors."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        child = subprocess.Popen(argv, stdout=out, stderr=err, stdin=subprocess.DEVNULL,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
        late = False
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if not late and time.monotonic() - start > seconds * HANGS:
                late = True
                child.kill()
            time.sleep(0.005)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        used = usage.ru_utime + usage.ru_stime
        return None if late or used > seconds else child.returncode, out.read(), err.read(), usage.ru_maxrss, used


def control_characters(data, what):
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return ["%s is not UTF-8" % what]
    found = sorted({"U+%04X" % ord(c) for c in CONTROL.findall(text)})
    return ["%s holds %s" % (what, " ".join(found[:5]))] if found else []


def check(name, make, args, work):
    folder = Folder(os.path.join(work, "crawl"), name)
    folder.page("aa-sound.html")
    make(folder)
    folder.page("zz-sound.html")
    db, report = os.path.join(work, "db"), os.path.join(work, "report.jsonl")
    factor = args.slow
    code, out, err, rss, seconds = run([args.index, "--db", db, "--report", report, folder.path], SECONDS * factor)
    faults = control_characters(out, "indexer's output") + control_characters(err, "indexer's errors")
    misses = []
    if code not in (0, 1):
        faults.append("indexer: %s %s" % ("out of time" if code is None else "exit %d" % code, ascii(err[-300:])))
    if rss > MAX_RSS_KIB and factor == 1:
        faults.append("peak memory %d MiB" % (rss // 1024))
    for words, rule in ((folder.found, "found"), (folder.lost, "lost"), (folder.maybe, "maybe")):
        for word in words:
            code, out, err, _, _ = run([args.search, "--db", db, "--json", word], 10 * factor)
            faults += control_characters(out, "searcher's output") + control_characters(err, "searcher's errors")
            if code not in (0, 1):
                faults.append("searcher: %s" % code)
                continue
            hits = sum(json.loads(line).get("type") == "hit" for line in out.decode("utf-8", "replace").splitlines() if line)
            if rule == "found" and hits != 1:
                faults.append("%s found %d times" % (word, hits))
            if rule == "lost" and hits:
                faults.append("%s must not be found" % word)
            if rule == "maybe" and not hits:
                misses.append(word)
    try:
        with open(report, encoding="utf-8") as f:
            rows = [json.loads(line) for line in f]
    except (OSError, ValueError) as problem:
        rows = []
        faults.append("report: %s" % problem)
    for told in folder.told:
        if not any(told in row.get("input", "") and row.get("status") in ("skipped", "failed") and row.get("reason") for row in rows):
            faults.append("%s: no reason in the report" % ascii(told))
    return sorted(set(faults)), misses, seconds, rss // 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--index", required=True)
    parser.add_argument("--search", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", default="", help="leave the inputs in this directory")
    parser.add_argument("--slow", type=int, default=1, help="times the time that is allowed; above 1 memory is not checked")
    args = parser.parse_args()
    only = set(filter(None, args.only.split(",")))
    failed = missed = 0
    for name, make in KINDS.items():
        if only and name not in only:
            continue
        work = os.path.join(args.keep, name) if args.keep else tempfile.mkdtemp(prefix="pressmark-hostile-")
        try:
            faults, misses, seconds, rss = check(name, make, args, work)
        finally:
            if not args.keep:
                shutil.rmtree(work, ignore_errors=True)
        failed += bool(faults)
        missed += len(misses)
        print("%-4s %-30s %6.2f s %4d MiB%s" % ("FAIL" if faults else "ok", name, seconds, rss, "  missed: %d" % len(misses) if misses else ""), flush=True)
        for fault in faults:
            print("     " + fault)
    print("%d kinds failed; %d words missed" % (failed, missed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
