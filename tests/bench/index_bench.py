#!/usr/bin/env python3
"""pressmark-index beside Xapian's omindex on the same pages, taking turns in one run.

    index_bench.py --index build/release/bin/pressmark-index PAGES [--packed FILE.warc.gz ...] [--rounds 1] [--jobs 2]

PAGES is a folder of HTML pages. --packed gives the same pages as WARC. Both programs write into a scratch folder (--scratch) that is
emptied each time. Printed for each: wall time, pages a second, CPU time, peak memory of the process, size of what it wrote; for ours how
the rate of the last tenth compares with that of the first, and how long a second run over the same files takes. On a machine with other
work, only the ratio of the two CPU times and of the two wall times of one run mean something.
"""
import argparse, os, shutil, subprocess, sys, tempfile, threading, time


def size_of(folder):
    return sum(os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(folder) for name in names)


def run(command, watch=None):
    """Wall seconds, CPU seconds, peak KiB; what `watch` sampled."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    stop = threading.Event()
    samples = []

    def sample():
        while not stop.wait(0.05):
            value = watch()
            if not samples or samples[-1][1] != value:
                samples.append((time.perf_counter() - begin, value))

    sampler = threading.Thread(target=sample) if watch else None
    if sampler:
        sampler.start()
    complaints = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    stop.set()
    if sampler:
        sampler.join()
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"index_bench: {' '.join(command[:3])} ... failed:\n{complaints[-2000:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, samples


class Lines:
    """Lines of a file that grows."""

    def __init__(self, path):
        self.path, self.at, self.lines = path, 0, 0

    def __call__(self):
        if os.path.exists(self.path):
            with open(self.path, "rb") as file:
                file.seek(self.at)
                more = file.read()
                self.at += len(more)
                self.lines += more.count(b"\n")
        return self.lines


def last_against_first(samples, total):
    """Rate of the last publications, a tenth of the articles or more, by that of the first; articles count when they are durable."""
    steps = [(t, n) for t, n in samples if n > 0]
    if len(steps) < 4:  # the first and the last would be half of the run
        return None
    (t0, n0), (t1, n1) = (0, 0), steps[max(0, next(i for i, s in enumerate(steps) if s[1] >= total * .1))]
    first = (n1 - n0) / (t1 - t0)
    (t2, n2), (t3, n3) = [s for s in steps if s[1] <= total * .9][-1], steps[-1]
    return (n3 - n2) / (t3 - t2) / first


def row(name, pages, wall, cpu, peak, size):
    print(f"{name:34} {wall:8.1f} s {pages / wall:8.0f}/s {cpu:8.1f} s CPU {peak / 1024:7.0f} MiB {size / 1e6:8.1f} MB", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages")
    parser.add_argument("--index", required=True)
    parser.add_argument("--omindex", default="omindex")
    parser.add_argument("--packed", nargs="*", default=[])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--scratch", help="folder for the databases (default: a temporary one)")
    options = parser.parse_args()
    pages = sum(name.endswith(".html") for _, _, names in os.walk(options.pages) for name in names)
    scratch = tempfile.mkdtemp(prefix="index-bench-", dir=options.scratch)
    print(f"{pages} pages, {size_of(options.pages) / 1e6:.0f} MB; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    try:
        for _ in range(options.rounds):
            peer, ours, packed = (os.path.join(scratch, name) for name in ("peer", "ours", "packed"))
            for folder in (peer, ours, packed):
                shutil.rmtree(folder, ignore_errors=True)
            wall, cpu, peak, _ = run([options.omindex, "--db", peer, "--url", "/", options.pages])
            row("omindex", pages, wall, cpu, peak, size_of(peer))
            base = wall, cpu
            report = os.path.join(scratch, "report.jsonl")
            command = [options.index, "-q", "--db", ours, "-j", options.jobs, options.pages]
            wall, cpu, peak, samples = run(command + ["--report", report], Lines(report))
            row(f"pressmark-index -j{options.jobs}", pages, wall, cpu, peak, size_of(ours))
            print(f"{'':34} {base[0] / wall:.2f} times omindex by the clock, {base[1] / cpu:.2f} by CPU time")
            ratio = last_against_first(samples, pages)
            if ratio is not None:
                print(f"{'':34} rate of the last tenth by that of the first: {ratio:.2f}")
            wall, cpu, peak, _ = run(command)
            row("the same again, nothing changed", pages, wall, cpu, peak, size_of(ours))
            if options.packed:
                wall, cpu, peak, _ = run([options.index, "-q", "--db", packed, "-j", options.jobs, *options.packed])
                row("as WARC", pages, wall, cpu, peak, size_of(packed))
                print(f"{'':34} {base[0] / wall:.2f} times omindex by the clock, {base[1] / cpu:.2f} by CPU time")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
