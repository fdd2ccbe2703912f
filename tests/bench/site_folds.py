#!/usr/bin/env python3
"""How much figures depend on the sites measured: their spread over folds of sites.

    site_folds.py SCORES PAGES [--folds 5]

SCORES: JSON Lines, one page each: {"id": .., FIGURE: number, or a list that begins with it, ..}.
PAGES:  JSON Lines (or .gz) that give each id its url. All pages of a registrable domain are in one fold.
Prints for each figure the mean of all pages, of each fold, and the standard error over sites.
Python 3 standard library only.
"""
import argparse
import collections
import gzip
import hashlib
import json
import statistics
import urllib.parse


def lines(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def site(url):
    """The last two labels of the host, three where the last two are a country's common ending."""
    labels = (urllib.parse.urlsplit(url).hostname or url).split(".")
    ending = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3 if ending else -2:])


def figures(page):
    for name, value in page.items():
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            yield name, float(value)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scores")
    parser.add_argument("pages")
    parser.add_argument("--folds", type=int, default=5)
    arguments = parser.parse_args()
    urls = {page["id"]: page.get("url", "") for page in lines(arguments.pages)}
    by_site = collections.defaultdict(lambda: collections.defaultdict(list))
    for page in lines(arguments.scores):
        for name, value in figures(page):
            by_site[name][site(urls.get(page["id"], page["id"]))].append(value)
    for name, sites in by_site.items():
        folds = [[] for _ in range(arguments.folds)]
        for one, values in sites.items():
            digest = hashlib.sha256(one.encode()).digest()
            folds[int.from_bytes(digest[:8], "big") % arguments.folds] += values
        every = [value for values in sites.values() for value in values]
        mean = statistics.mean(every)
        # Sites, not pages, are drawn: their sums of deviations are what varies.
        error = sum((sum(values) - mean * len(values)) ** 2 for values in sites.values()) ** 0.5 / len(every)
        print("%-14s %5d pages %4d sites  mean %.3f  +-%.3f  folds %s" % (
            name, len(every), len(sites), mean, error,
            " ".join("%.3f" % statistics.mean(fold) if fold else "-" for fold in folds)))


if __name__ == "__main__":
    main()
