#!/usr/bin/env python3
"""Memory stays within its bound however much comes in: a WARC made on the fly through a pipe, tiny pages, pages of the largest size.

Three runs with the default of --memory 512: records of mixed size, very many tiny ones, and pages of 8 MB among small ones. None
may need more than 512 MiB, the program and its tables included, and each must have read every record. With --speed
the last tenth must go at four fifths of the pace of the first or better.
"""
import argparse
import gzip
import os
import random
import subprocess
import sys
import tempfile
import threading
import time

from archive import Programs, report, run

BOUND_MIB = 512
WORDS = ("harbour", "dredger", "ferry", "quay", "council", "bridge", "school", "river", "island", "winter", "market", "engineer", "vote", "street", "fire", "storm")


def page(rng, number, size):
    """An article of about so many bytes, unlike the others."""
    out, length = [f"<html><head><title>Report {number} on the {rng.choice(WORDS)}</title></head><body><h1>Report {number}</h1>"], 120
    while length < size:
        sentence = " ".join(rng.choice(WORDS) + (str(rng.randrange(5000)) if rng.random() < 0.1 else "") for _ in range(12))
        out.append(f"<p>The {sentence} were discussed on Tuesday.</p>")
        length += len(out[-1])
    return "".join(out) + "</body></html>"


def record(number, body):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper{number % 97}.example/{number}\r\nWARC-Date: 2021-03-04T05:06:07Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number:032x}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(head) + len(body)}\r\n\r\n").encode() + head + body + b"\r\n\r\n"


def mixed(rng, number):
    return page(rng, number, rng.choice((800, 2000, 5000, 40000)))


def tiny(rng, number):
    return page(rng, number, 200)


def large(rng, number):
    return page(rng, number, 8_300_000 if number % 8 == 0 else 3000)


def feed(pipe, make, total, rng, passed):
    """Writes records, each a gzip member, until so many bytes of them are out; `passed`: when each tenth had been taken."""
    sent = number = 0
    pool = []  # texts are made once and cut anew: making them must not be what is slow
    try:
        while sent < total:
            if len(pool) < 400:
                pool.append(make(rng, number))
            text = rng.choice(pool).replace("</h1>", f" {number}</h1>", 1)
            data = record(number, text.encode())
            pipe.write(gzip.compress(data, 1))
            number += 1
            while len(passed) < 10 * sent // total:
                passed.append(time.monotonic())
            sent += len(data)
        pipe.close()
    except BrokenPipeError:
        pass
    passed.append(number)


def check(programs, name, make, total, speed, seed):
    rng, passed = random.Random(seed), [time.monotonic()]
    with tempfile.TemporaryDirectory() as work:
        db = os.path.join(work, "db")
        child = subprocess.Popen([programs.index, "--db", db, "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        feeder = threading.Thread(target=feed, args=(child.stdin, make, total, rng, passed))
        feeder.start()
        said = child.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = code = os.waitstatus_to_exitcode(status)
        feeder.join()
        faults, records, peak = [], passed.pop(), usage.ru_maxrss // 1024
        answer = run([programs.search, "--db", db, "--count", "*"])
        if code != 0 or f"read {records:,}:".replace(",", " ") not in said:
            faults.append(f"{name}: {records} records, ended with {code}: {said[-400:]}")
        if answer.returncode != 0 or int(answer.stdout) * 20 < records:
            faults.append(f"{name}: {answer.stdout} articles of {records} records")
        if peak > BOUND_MIB:
            faults.append(f"{name}: peak memory {peak} MiB")
        first, last = passed[1] - passed[0], passed[-1] - passed[-2]
        if speed and first < 0.8 * last:
            faults.append(f"{name}: the first tenth took {first:.1f} s, the last {last:.1f} s")
        print(f"{name}: {records} records of {total >> 20} MiB, peak {peak} MiB, first tenth {first:.1f} s, last {last:.1f} s", flush=True)
        return faults


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--megabytes", type=int, default=60, help="of records, in all three runs together")
    ap.add_argument("--speed", action="store_true")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    print(f"seed {a.seed}")
    faults, programs = [], Programs(a.programs)
    for name, make, share in (("mixed", mixed, 5), ("tiny", tiny, 1), ("large", large, 4)):
        faults += check(programs, name, make, (a.megabytes << 20) * share // 10, a.speed, a.seed)
    return report(faults, f"{a.megabytes} MiB through a pipe")


if __name__ == "__main__":
    sys.exit(main())
