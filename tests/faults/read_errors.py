#!/usr/bin/env python3
"""A read of a crawl's file fails once, as on a network disk: the run says so, and the next one reads the file again.

Each kind of file: WARC, JSON Lines, an array of JSON, tar, each of them in gzip too, with the error in the middle of it.
"""
import argparse
import base64
import errno
import gzip
import io
import json
import os
import random
import sys
import tarfile
import tempfile

from archive import Programs, report, said_by

ARTICLES = 40


def texts():
    for n in range(ARTICLES):
        yield f"https://www.ferry-post.example/{n}", f"The ferry of day {n}", f"The ferry of day {n} left the quay in the morning with post and bread for the islands."


def padding(title):
    """What makes a file of these articles longer than what is read at once, in gzip too."""
    return base64.b64encode(random.Random(title).randbytes(300_000)).decode()


def page(title, text):
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body><!-- {padding(title)} --></html>".encode()


def warc(articles):
    out = b""
    for url, title, text in articles:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(title, text)
        out += f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-03-12T02:00:00Z\r\nContent-Length: {len(block)}\r\n\r\n".encode()
        out += block + b"\r\n\r\n"
    return out


def tar(articles):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for n, (_, title, text) in enumerate(articles):
            info, data = tarfile.TarInfo(f"{n}.html"), page(title, text)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--shim", required=True)
    a = ap.parse_args()
    programs, faults = Programs(a.programs), []
    articles = list(texts())
    rows = [{"url": url, "title": title, "text": text, "padding": padding(title)} for url, title, text in articles]
    kinds = {"warc": warc(articles), "jsonl": "".join(json.dumps(row) + "\n" for row in rows).encode(),
             "json": json.dumps(rows, indent=1).encode(), "tar": tar(articles)}
    kinds |= {name + ".gz": gzip.compress(data) for name, data in kinds.items()}
    for name, data in kinds.items():
        with tempfile.TemporaryDirectory() as work:
            crawl, db = os.path.join(work, "crawl"), os.path.join(work, "db")
            os.mkdir(crawl)
            with open(os.path.join(crawl, "x." + name), "wb") as out:
                out.write(data)
            env = {"LD_PRELOAD": a.shim, "FAIL_READS": "1", "FAIL_BELOW": crawl, "FAIL_AT": "20", "FAIL_TIMES": "1", "FAIL_HOW": str(errno.EIO)}
            first = programs.build(db, crawl, env=env)
            if first.returncode != 1 or "unreadable" not in said_by(first) or f"added {ARTICLES}" in said_by(first):
                faults.append(f"{name}: the run with an error ended with {first.returncode}: {said_by(first)}")
            second = programs.build(db, "--quiet", crawl)
            _, found, _ = programs.articles(db)
            if second.returncode != 0 or len(found) != ARTICLES:
                faults.append(f"{name}: the next run ended with {second.returncode} and {len(found)} of {ARTICLES} articles: {said_by(second)}")
            third = programs.build(db, crawl)
            if "unchanged 1," not in said_by(third):
                faults.append(f"{name}: the file is still not known: {said_by(third)}")
    return report(faults, f"{len(kinds)} kinds of files")


if __name__ == "__main__":
    sys.exit(main())
