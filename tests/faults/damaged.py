#!/usr/bin/env python3
"""A damaged archive: flipped bits, noise, zeroed pages, cut and missing files, foreign versions, stub files that would run a command.

Each question to it gets the right answer, or exit 3 and one line that names the archive or a file of it and the way back; no
signal, no text that is not the article's. --check finds every damage that made an answer wrong, and every changed byte of what has
checksums. No command is ever run.
Writing to it ends with 0 or 3 in the same way. Prints its seed; --only N repeats a case.
"""
import argparse
import collections
import json
import os
import random
import shutil
import sys
import zlib

from archive import Programs, one_plain_line, report, run, work_folder

KINDS = ("flip", "flip", "flip", "noise", "noise", "zero", "cut", "cut", "gone", "empty", "version", "stub")
QUESTIONS = (
    ["*", "--limit", "0", "--no-collapse"], ["harbour OR ferry OR river", "--limit", "0"], ['"the city"', "--sort", "newest"],
    ["*", "--facet", "country,person,source,lang", "--facet-limit", "0", "--facets-only"], ["*", "--timeline", "month"],
    ["country:fr,gb,ru", "--limit", "0"], ["wat*", "--limit", "0"], ["water NEAR/5 city"], ["--related", "person", "city"], ["--stats"],
)


def texts_of(output):
    """What an answer says of each article, by id: it must be the article's own whatever else is wrong."""
    hits = {}
    for line in output.splitlines():
        row = json.loads(line)
        if row.get("type") == "hit":
            hits[row["id"]] = tuple(str(row.get(key)) for key in ("title", "url", "date", "words", "authors", "source", "countries"))
    return hits


def damage(rng, kind, path):
    """Damages a file in one way; says how, and whether --check must find it."""
    with open(path, "rb") as file:
        data = bytearray(file.read())
    sound = bytes(data)
    at = rng.randrange(max(1, len(data)))
    if kind == "flip" and data:
        data[at] ^= 1 << rng.randrange(8)
    elif kind == "noise":
        data[at:at + 16] = rng.randbytes(16)
    elif kind == "zero":
        at = at // 4096 * 4096
        data[at:at + 4096] = bytes(4096)
    elif kind == "cut":
        del data[at:]
    elif kind == "version" and len(data) > 20:
        at = rng.randrange(20)
        data[at] = (data[at] + 1) % 256
    elif kind == "empty":
        data = bytearray()
    if kind == "gone":
        os.remove(path)
    else:
        with open(path, "wb") as file:
            file.write(data)
    return f"{kind} at {at} of {os.path.basename(path)}", data != sound


def set_trap(rng, db, canary):
    """A stub file in the place of a segment, of its tables or of the archive: Xapian follows those that it is shown."""
    segments = sorted(name for name in os.listdir(db) if name.startswith("seg-"))
    trap = f"remote :touch {canary}\n"
    segment = os.path.join(db, rng.choice(segments))
    way = rng.randrange(4)
    if way == 0:  # a file
        shutil.rmtree(segment)
        segment_file = segment
    elif way == 1:  # a directory with a stub in it
        os.remove(os.path.join(segment, "iamglass"))
        segment_file = os.path.join(segment, "XAPIANDB")
    elif way == 2:
        segment_file = os.path.join(segment, "iamglass")
    else:
        shutil.rmtree(db)
        os.mkdir(db)
        segment_file = os.path.join(db, "XAPIANDB")
    with open(segment_file, "w", encoding="ascii") as file:
        file.write(trap)
    return f"stub {way} in {os.path.basename(segment)}"


class Judge:
    """Asks the undamaged archive once and the damaged ones again and again."""

    def __init__(self, programs, base):
        self.programs = programs
        self.right = [self.ask(base, question) for question in QUESTIONS]
        self.texts = texts_of(self.right[0].stdout)
        if len(self.texts) < 60 or any(answer.returncode != 0 or not answer.stdout for answer in self.right):
            sys.exit("the undamaged archive does not answer: " + str([(a.returncode, a.stderr) for a in self.right]))

    def ask(self, db, question):
        return run([self.programs.search, "--db", db, "--json", *question])

    def refusal(self, db, done, program):
        """What is wrong with the way in which a program refused a damaged archive."""
        said = done.stderr.decode(errors="replace")
        if done.returncode != 3:
            return [f"{program} ended with {done.returncode}: {said[-300:]}"]
        if not one_plain_line(done.stderr, program) or db not in said or not ("--rebuild" in said or "--check" in said or "run: pressmark-index --db" in said):
            return [f"{program} says: {said[-400:]!r}"]
        return []

    def same(self, number, answer):
        """Times differ from run to run, and the size when a file is gone that can be made again."""
        def plain(output):
            rows = [json.loads(line) for line in output.splitlines()]
            return [{key: value for key, value in row.items() if key not in ("elapsed_ms", "bytes")} for row in rows]
        return answer.returncode == 0 and plain(answer.stdout) == plain(self.right[number].stdout)

    def faults_of(self, db, numbers):
        """Faults, and whether an answer was wrong without a word."""
        faults, wrong = [], False
        for number in numbers:
            answer = self.ask(db, QUESTIONS[number])
            if answer.returncode in (0, 1):
                for key, row in texts_of(answer.stdout).items():
                    if self.texts.get(key) != row:
                        faults.append(f"{QUESTIONS[number]}: foreign text for {key}: {row}")
                wrong |= not self.same(number, answer)
            else:
                faults += [f"{QUESTIONS[number]}: {each}" for each in self.refusal(db, answer, "pressmark-search")]
        return faults, wrong


def schemas(programs, base, db, crawl):
    """Archives of another schema or another Xapian: refused by both programs, nothing written. Manifests with a right checksum."""
    with open(os.path.join(base, "MANIFEST"), encoding="ascii") as file:
        lines = file.read().splitlines()[:-1]
    faults = []
    schema, xapian = (next(i for i, line in enumerate(lines) if line.startswith(word)) for word in ("schema ", "xapian "))
    for name, index, line, word in (("newer", schema, "schema 999", "newer"), ("older", schema, "schema 0", "older"), ("no schema", schema, None, "schema"),
                                    ("nonsense", schema, "schema x", "schema"), ("other Xapian", xapian, "xapian 2.0.0", "Xapian 2.0.0")):
        changed = [line if i == index else old for i, old in enumerate(lines)]
        text = "".join(each + "\n" for each in changed if each is not None)
        shutil.rmtree(db, ignore_errors=True)
        shutil.copytree(base, db)
        with open(os.path.join(db, "MANIFEST"), "w", encoding="ascii") as file:
            file.write(text + f"crc {zlib.crc32(text.encode()):08x}\n")
        before = sorted(os.listdir(db))
        for argv in ([programs.search, "--db", db, "*"], [programs.index, "--db", db, crawl], [programs.index, "--db", db, "--check"],
                     [programs.index, "--db", db, "--compact"], [programs.index, "--db", db, "--prune"]):
            done = run(argv)
            said = done.stderr.decode(errors="replace")
            if done.returncode != 3 or not one_plain_line(done.stderr, os.path.basename(argv[0])) or word not in said or db not in said:
                faults.append(f"{name}: {os.path.basename(argv[0])} {argv[3:]} ended with {done.returncode}: {said}")
        if sorted(os.listdir(db)) != before:
            faults.append(f"{name}: something was written")
        done = run([programs.index, "--db", db, "--quiet", "--rebuild", crawl])
        if done.returncode != 0 or run([programs.search, "--db", db, "--count", "*"]).returncode != 0:
            faults.append(f"{name}: --rebuild ended with {done.returncode}")
    return faults


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--crawl", required=True)
    ap.add_argument("--cases", type=int, default=200)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--only", type=int)
    a = ap.parse_args()
    print(f"seed {a.seed}")
    programs, faults, found, wrong_in = Programs(a.programs), [], 0, collections.Counter()
    with work_folder() as work:
        base, db, canary = (os.path.join(work, name) for name in ("base", "db", "canary"))
        for night in ("default", "multilingual", "duplicates"):
            run([programs.index, "--db", base, "--quiet", os.path.join(a.crawl, night)])
        judge = Judge(programs, base)
        files = sorted(os.path.relpath(os.path.join(folder, name), base) for folder, _, names in os.walk(base) for name in names if name not in ("lock", "flintlock"))
        for case in [a.only] if a.only is not None else range(a.cases):
            rng = random.Random(f"{a.seed} {case}")
            shutil.rmtree(db, ignore_errors=True)
            shutil.copytree(base, db)
            kind = KINDS[case % len(KINDS)]
            what, is_checked = (set_trap(rng, db, canary), False) if kind == "stub" else damage(rng, kind, os.path.join(db, rng.choice(files)))
            wrong, is_wrong = judge.faults_of(db, rng.sample(range(len(QUESTIONS)), 3))
            check = run([programs.index, "--db", db, "--check"])
            if check.returncode != 0:
                found += 1
                wrong += judge.refusal(db, check, "pressmark-index")
            elif is_wrong or wrong or is_checked:
                wrong.append("--check finds nothing")
            if is_wrong:
                wrong_in[what.split()[-1].rstrip("-0123456789")] += 1
            if case % 5 == 0:
                writing = run([programs.index, "--db", db, "--quiet", *rng.choice((["--compact"], ["--prune"], [os.path.join(a.crawl, "warc")]))])
                # What is no archive any more is not written to either.
                refused = writing.returncode == 2 and "is no archive" in writing.stderr.decode(errors="replace")
                wrong += [] if writing.returncode == 0 or refused else judge.refusal(db, writing, "pressmark-index")
            if os.path.exists(canary):
                wrong.append("a command was run")
                os.remove(canary)
            faults += [f"case {case} ({what}): {each}" for each in wrong]
        if a.only is None:
            faults += schemas(programs, base, db, os.path.join(a.crawl, "duplicates"))
    files = ", ".join(f"{name} {number}" for name, number in wrong_in.most_common())
    return report(faults, f"{a.cases} damaged archives; {found} found by --check; in {wrong_in.total()} a question was answered wrongly without a word ({files})")


if __name__ == "__main__":
    sys.exit(main())
