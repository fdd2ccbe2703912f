#!/usr/bin/env python3
"""Searches go on while the archive changes under them: additions, new versions, prunings, compactions, as fast as they come.

Four searchers ask: two in long sessions (--batch), one with facets and sorting, one for whole lists. No question fails; in every
answer an article is there once, its title and its text are of one version, its text is whole, and facets sum up to the matches.
The sessions' memory does not grow. Prints its seed.
"""
import argparse
import json
import os
import random
import re
import sys
import tempfile
import threading
import time

from archive import Programs, report, run, said_by

FILES, ARTICLES = 12, 25  # files of the crawl, articles in each; one more file comes and goes
VERSION = re.compile(r"(?:issue|version) (\d+)")
CHANGED = "pressmark-search: the archive changed while it was listed: each article is there once, as it was then"
QUESTIONS = ("*", "bulletin number", "harbour -dredger OR ferry", '"fish quay"', "title:harbour", "lang:en number", "number NEAR/3 version")


class Crawl:
    def __init__(self, folder, rng):
        self.folder, self.rng, self.versions = folder, rng, {}
        os.makedirs(folder)
        for file in range(FILES):
            self.change(file, 1.0)

    def change(self, file, share):
        """A new version of a share of a file's articles."""
        with open(os.path.join(self.folder, f"part-{file:02}.jsonl"), "w", encoding="utf-8") as out:
            for n in range(file * ARTICLES, (file + 1) * ARTICLES):
                if self.rng.random() < share:
                    self.versions[n] = self.versions.get(n, 0) + 1
                version = self.versions[n]
                out.write(json.dumps({"id": f"n{n}", "title": f"Bulletin {n} of the harbour, issue {version}", "lang": "en", "date": f"2021-{n % 12 + 1:02}-01",
                                      "text": f"Bulletin number {n} in version {version}. The harbour stays closed while the dredger works, and the "
                                              f"ferry to island {n} leaves from the fish quay, as the council of {n % 7} parishes had asked."}) + "\n")

    def come_and_go(self):
        path = os.path.join(self.folder, f"part-{FILES:02}.jsonl")
        if os.path.exists(path):
            os.remove(path)
        else:
            self.change(FILES, 1.0)


class Asker(threading.Thread):
    """One of the searchers; collects what is wrong with the answers."""

    def __init__(self, programs, db, seed, make_arguments, queries, until):
        super().__init__()
        self.programs, self.db, self.rng, self.make_arguments, self.queries, self.until = programs, db, random.Random(seed), make_arguments, queries, until
        self.faults, self.asked = [], 0

    def run(self):
        while time.monotonic() < self.until and len(self.faults) < 10:
            arguments = self.make_arguments(self.rng)
            done = run([self.programs.search, "--db", self.db, "--json", *arguments])
            self.asked += self.queries
            # A whole list is longer than the archive stays as it is; that it says so is part of its answer.
            said = said_by(done).splitlines()
            changed = arguments[:2] == ["--limit", "0"] and said == [CHANGED]
            if done.returncode != 0 or (said and not changed):
                self.faults.append(f"{arguments}: ended with {done.returncode}: {said_by(done)}")
                continue
            answers = {}
            for line in done.stdout.splitlines():
                row = json.loads(line)
                answers.setdefault(row.get("query_id"), []).append(row)
            for rows in answers.values():
                self.faults += [f"{arguments}: {each}" for each in self.faults_of(rows)]
                if arguments[:2] == ["--limit", "0"] and not changed:
                    self.faults += [f"{arguments}: {each}" for each in self.gaps_in(rows)]

    @staticmethod
    def gaps_in(rows):
        """What a whole list of one state lacks."""
        hits, total = sum(row["type"] == "hit" for row in rows), sum(row["total"] for row in rows if row["type"] == "summary")
        return [] if hits == total else [f"{hits} of {total} articles are listed"]

    @staticmethod
    def faults_of(rows):
        faults, ids, total, sums = [], [row["id"] for row in rows if row["type"] == "hit"], None, {}
        if len(set(ids)) != len(ids):
            faults.append(f"{len(ids) - len(set(ids))} of {len(ids)} hits are there twice")
        for row in rows:
            if row["type"] == "hit":
                title, text = VERSION.search(row["title"]), VERSION.search(row.get("snippet", ""))
                if not title or text and title[1] != text[1]:
                    faults.append(f"a torn article: {row['title']} | {row.get('snippet')}")
            elif row["type"] == "summary":
                total = row["total"]
                if row["total_exact"] and not FILES * ARTICLES <= total <= (FILES + 1) * ARTICLES:
                    faults.append(f"{total} articles match")
            elif row["type"] == "facet":
                sums[row["field"]] = sums.get(row["field"], 0) + row["count"]
        faults += [f"facet {field} sums up to {count} of {total}" for field, count in sums.items() if count != total]
        return faults


def write_queries(path, count, rng):
    with open(path, "w", encoding="utf-8") as out:
        for n in range(count):
            out.write(f"q{n}\t{rng.choice(QUESTIONS)}\n")


def keep_changing(programs, db, crawl, rng, until, faults):
    """Runs the indexer until the time is over; how often."""
    rounds = 0
    while time.monotonic() < until:
        rounds += 1
        crawl.change(rng.randrange(FILES), rng.choice((0.1, 0.5, 1.0)))
        if rng.random() < 0.3:
            crawl.come_and_go()
        done = programs.build(db, "--quiet", "--prune", crawl.folder)
        if done.returncode == 0 and rng.random() < 0.15:
            done = run([programs.index, "--db", db, "--compact"])
        if done.returncode != 0:
            faults.append(f"round {rounds}: the indexer ended with {done.returncode}: {said_by(done)}")
    return rounds


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--seconds", type=int, default=15)
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    print(f"seed {a.seed}")
    rng, programs, faults = random.Random(a.seed), Programs(a.programs), []
    with tempfile.TemporaryDirectory() as work:
        db, short, long = (os.path.join(work, name) for name in ("db", "short", "long"))
        crawl = Crawl(os.path.join(work, "crawl"), rng)
        if programs.build(db, crawl.folder).returncode != 0:
            sys.exit("the first run failed")
        write_queries(short, 50, rng)
        write_queries(long, 1000, rng)
        until = time.monotonic() + a.seconds
        askers = [
            Asker(programs, db, a.seed + 1, lambda rng: ["--batch", short, "--limit", "20", "--no-collapse"], 50, until),
            Asker(programs, db, a.seed + 2, lambda rng: ["--batch", long, "--limit", "10"], 1000, until),
            Asker(programs, db, a.seed + 3, lambda rng: ["--facet", "lang,date", "--facet-limit", "0", "--sort", rng.choice(("newest", "oldest")),
                                                         rng.choice(QUESTIONS)], 1, until),
            Asker(programs, db, a.seed + 4, lambda rng: ["--limit", "0", "--no-collapse", rng.choice(QUESTIONS)], 1, until),
        ]
        for asker in askers:
            asker.start()
        rounds = keep_changing(programs, db, crawl, rng, until, faults)
        for asker in askers:
            asker.join()
            faults += asker.faults
        if damage := programs.check(db):
            faults.append(damage)
        asked = sum(asker.asked for asker in askers)
        if rounds < 3 or any(asker.asked == 0 for asker in askers):
            faults.append("too little happened to show anything")
    return report(faults, f"{asked} questions while {rounds} runs changed the archive")


if __name__ == "__main__":
    sys.exit(main())
