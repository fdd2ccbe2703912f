#!/usr/bin/env python3
"""The right to write: one process at a time, never waited for past the time given, free as soon as its holder is killed.

A run that reads its list of files from a pipe holds the archive for as long as the test wants. Read-only directories are made by
a mount in a name space of its own; where that is not allowed, this part is left out and said so.
"""
import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile

from archive import Programs, one_plain_line, report, run, said_by


class Holder:
    """An indexer that holds the archive and waits for names of files."""

    def __init__(self, programs, db, page):
        self.process = subprocess.Popen([programs.index, "--db", db, "--files-from", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        self.process.stdin.write(page.encode() + b"\n")
        self.process.stdin.flush()

    def wait_until_it_holds(self, db):
        while True:
            with open(os.path.join(db, "lock"), encoding="ascii") as lock:
                if lock.read().startswith(f"{self.process.pid} "):
                    return


def second_writers(programs, db, page, holder_pid):
    faults = []
    for arguments in ([page], ["--prune"], ["--compact"], ["--rebuild", page]):
        for timeout in ("0", "1"):
            done = run([programs.index, "--db", db, "--lock-timeout", timeout, *arguments])
            said = said_by(done)
            if done.returncode != 4 or not one_plain_line(done.stderr) or f"process {holder_pid} " not in said or "--lock-timeout" not in said:
                faults.append(f"second writer {arguments} ended with {done.returncode}: {said}")
    for argv in ([programs.search, "--db", db, "--count", "*"], [programs.index, "--db", db, "--check"]):
        done = run(argv)
        if done.returncode != 0:
            faults.append(f"a reader beside a writer ended with {done.returncode}: {said_by(done)}")
    return faults


def impatient(programs, db, page):
    """Who waits and is interrupted has nothing to lose, and does not wait to the end."""
    faults = []
    for arguments in ([page], ["--relabel"]):
        for sign in (signal.SIGINT, signal.SIGTERM):
            waiting = subprocess.Popen([programs.index, "--db", db, "--lock-timeout", "600", *arguments], stderr=subprocess.PIPE)
            try:
                waiting.wait(1)
                faults.append(f"{arguments} did not wait: {waiting.returncode}")
                continue
            except subprocess.TimeoutExpired:
                waiting.send_signal(sign)
            try:
                if waiting.wait(30) == 0:
                    faults.append(f"{arguments} ended with 0 by {sign.name} while it waited")
            except subprocess.TimeoutExpired:
                faults.append(f"{arguments} waits on after {sign.name}")
                waiting.kill()
            waiting.communicate()
    return faults


def read_only(programs, db, page):
    script = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    if subprocess.run(["unshare", "-rm", "sh", "-c", script, db, "true"], stderr=subprocess.DEVNULL).returncode != 0:
        print("no right to mount: read-only directories left out")
        return []
    faults = []
    for arguments, wanted in (([programs.index, "--db", db, page], 3), ([programs.index, "--db", db + "/below", page], 3), ([programs.index, "--db", db, "--compact"], 3),
                              ([programs.index, "--db", db, "--check"], 0), ([programs.search, "--db", db, "--count", "*"], 0)):
        done = run(["unshare", "-rm", "sh", "-c", script, db, *arguments])
        if done.returncode != wanted or (wanted and (not one_plain_line(done.stderr) or "Read-only file system" not in said_by(done))):
            faults.append(f"read-only: {arguments} ended with {done.returncode}: {said_by(done)}")
    return faults


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--crawl", required=True)
    a = ap.parse_args()
    programs, faults = Programs(a.programs), []
    with tempfile.TemporaryDirectory() as work:
        db, page = os.path.join(work, "db"), os.path.join(a.crawl, "default", "lyon-flood.txt")
        if programs.build(db, page).returncode != 0:
            sys.exit("the first run failed")
        holder = Holder(programs, db, page)
        holder.wait_until_it_holds(db)
        faults += second_writers(programs, db, page, holder.process.pid)
        faults += impatient(programs, db, page)
        os.kill(holder.process.pid, signal.SIGKILL)
        holder.process.communicate()
        done = run([programs.index, "--db", db, "--lock-timeout", "0", "--quiet", page])
        if done.returncode != 0:
            faults.append(f"after the holder was killed: {done.returncode}: {said_by(done)}")
        holder = Holder(programs, db, page)
        holder.wait_until_it_holds(db)
        waiting = subprocess.Popen([programs.index, "--db", db, "--lock-timeout", "100", "--quiet", page], stderr=subprocess.PIPE)
        holder.process.communicate()  # its list ends, and so does the run
        _, said = waiting.communicate()
        if holder.process.returncode != 0 or waiting.returncode != 0:
            faults.append(f"a writer that waited ended with {waiting.returncode}: {said}")
        faults += read_only(programs, db, page)
        other = os.path.join(work, "other")
        os.mkdir(other)
        shutil.copy(page, other)
        done = run([programs.index, "--db", other, page])
        if done.returncode != 2 or sorted(os.listdir(other)) != [os.path.basename(page)]:
            faults.append(f"a directory of other things: {done.returncode}: {said_by(done)}, {os.listdir(other)}")
    return report(faults, "locks and directories that cannot be written")


if __name__ == "__main__":
    sys.exit(main())
