"""What the fault tests share: running the two programs, reading an archive back, and a crawl that grows night by night."""
import json
import os
import re
import shutil
import subprocess
import tempfile


def run(argv, env=None):
    """Runs a command to its end, which must come within five minutes; its completed process."""
    return subprocess.run(argv, env={**os.environ, **(env or {})}, timeout=300, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def work_folder():
    """A temporary directory, in memory where there is room: of a run on a disk nine tenths are waiting for syncs, on which nothing depends here."""
    memory = "/dev/shm"
    has_room = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 1 << 30
    return tempfile.TemporaryDirectory(dir=memory if has_room else None)


class Programs:
    def __init__(self, folder):
        self.index = os.path.join(folder, "pressmark-index")
        self.search = os.path.join(folder, "pressmark-search")

    def build(self, db, *arguments, env=None, jobs="1"):
        """Runs the indexer on an archive; its completed process."""
        return run([self.index, "--db", db, "--jobs", jobs, *arguments], env)

    def check(self, db):
        """What --check finds wrong with an archive; empty: nothing."""
        done = run([self.index, "--db", db, "--check"])
        return "" if done.returncode == 0 else f"--check ends with {done.returncode}: {said_by(done)}"

    def articles(self, db):
        """Exit code, what every article of the archive says of itself by id, and the errors."""
        done = run([self.search, "--db", db, "--json", "--no-collapse", "--limit", "0", "*"])
        rows = [json.loads(line) for line in done.stdout.splitlines()] if done.returncode in (0, 1) else []
        hits = [row for row in rows if row["type"] == "hit"]
        found = {row["id"]: [row.get(key) for key in ("title", "url", "date", "words", "snippet")] for row in hits}
        if len(found) != len(hits):
            found["twice"] = len(hits) - len(found)
        return done.returncode, found, said_by(done)

    def captures(self, db, url):
        """When an article was seen again as it is, and how many texts it had, as --show tells it."""
        done = run([self.search, "--db", db, "--show", url, "--json"])
        rows = [json.loads(line) for line in done.stdout.splitlines()] if done.returncode == 0 else []
        return [(row.get("captures"), row.get("versions")) for row in rows]


def stories(db):
    """The table of near-copies that the MANIFEST names; nothing while it lags behind the segments."""
    with open(os.path.join(db, "MANIFEST"), encoding="utf-8") as manifest:
        lines = [line.split() for line in manifest]
    names = [line[1] for line in lines if line[0] == "stories"]
    if ["behind", "stories"] in lines or not names:
        return None
    with open(os.path.join(db, names[0]), "rb") as table:
        return table.read()


def said_by(process):
    return process.stderr.decode(errors="replace").strip()


def one_plain_line(stderr, program="pressmark-index"):
    """An error is one line of ours, without a class name or a stack."""
    lines = stderr.decode(errors="replace").splitlines()
    plain = re.compile(re.escape(program) + ": [^\x00-\x1f]+")
    return len(lines) == 1 and plain.fullmatch(lines[0]) and not re.search(r"Xapian::|std::|Error:|terminate", lines[0])


PAGE = "https://www.lock-post.example/keeper"

# What two articles share that are copies of one story.
AGENCY = ("Divers who went down to the wreck of the coal barge on Tuesday found its hull in better order than anybody had hoped, said the head of the "
          "rescue team, and pumps that are on their way from the shipyard could lift it before the spring tide. Until then pilots lead every vessel "
          "past the place by daylight alone, owners of smaller boats were told to stay at their moorings, and the sale of herring from the quay was "
          "moved to the old customs house, where traders complained of the stairs but not of the crowd that climbed them.")


class Nights:
    """An archive of many small nights, and one more night that changes, adds and removes: every kind of work on an archive."""

    def __init__(self, programs, work):
        self.programs, self.base, self.crawl = programs, os.path.join(work, "base"), os.path.join(work, "crawl")
        os.makedirs(self.crawl)
        for night in range(11):
            self.write(night, "a")
            self.write(night, "b")
            if night == 5:
                self.write_page("c", "2021-03-06")
            self.must(programs.build(self.base, "--quiet", self.crawl))
        self.before = self.read(self.base)
        for night in (4, 9):
            self.write(night, "a", version=1)  # two of a segment's four articles
        self.write(11, "a", copied=AGENCY)
        self.write_page("d", "2021-03-12", "2021-03-13")
        self.write_page("e", "2021-03-01", books="his notes")  # older than all, and read last
        os.remove(self.file(7, "b"))
        whole = os.path.join(work, "whole")
        shutil.copytree(self.base, whole)
        self.must(self.last_night(whole))
        self.after, self.stories = self.read(whole), stories(whole)
        if self.stories is None:
            raise SystemExit("an undisturbed run left its stories behind")
        shutil.rmtree(whole)
        gone, new = self.before.keys() - self.after.keys(), self.after.keys() - self.before.keys()
        changed = [key for key in self.before.keys() & self.after.keys() if self.before[key] != self.after[key]]
        if (len(self.before), len(gone), len(new), len(changed)) != (45, 2, 2, 5):
            raise SystemExit(f"the nights gave {len(self.before)} articles, then {len(new)} new, {len(changed)} changed, {len(gone)} gone")

    def file(self, night, part):
        return os.path.join(self.crawl, f"night-{night:02}-{part}.jsonl")

    def write(self, night, part, version=0, copied=""):
        with open(self.file(night, part), "w", encoding="utf-8") as out:
            for n in (1, 2):
                name = f"{night}-{part}-{n}"
                out.write(json.dumps({"id": name, "title": f"Bulletin {name} of the harbour, issue {version}", "date": f"2021-03-{night + 1:02}",
                                      "text": f"Bulletin number {name} in version {version}. The harbour stays closed while the dredger works, and "
                                              f"the ferry to island {name} leaves from the fish quay. {copied}"}) + "\n")

    def write_page(self, part, *days, books="his books"):
        """A WARC file with one page as it was fetched on these days, always the same in one file."""
        page = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>The lock keeper</title></head><body><h1>The lock keeper</h1>"
                b"<p>The keeper of the old lock wrote down every barge that passed for forty years, and %b are now in the town's archive.</p></body></html>") % books.encode()
        with open(os.path.join(self.crawl, f"pages-{part}.warc"), "wb") as out:
            for day in days:
                out.write(f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {PAGE}\r\nWARC-Date: {day}T02:00:00Z\r\n"
                          f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(page)}\r\n\r\n".encode() + page + b"\r\n\r\n")

    def articles(self, db):
        """As Programs.articles, with the history of the page that is fetched again and again."""
        code, found, said = self.programs.articles(db)
        for row in found.values():
            if isinstance(row, list) and row[1] == PAGE:
                row.append(self.programs.captures(db, PAGE))
        return code, found, said

    def must(self, done):
        if done.returncode != 0:
            raise SystemExit(f"a run without faults ended with {done.returncode}: {said_by(done)}")

    def read(self, db):
        code, found, said = self.articles(db)
        if code != 0:
            raise SystemExit(f"a sound archive ended with {code}: {said}")
        return found

    def start(self, db):
        """The archive as it is before the last night."""
        shutil.rmtree(db, ignore_errors=True)
        shutil.copytree(self.base, db)

    def last_night(self, db, env=None, jobs="1"):
        return self.programs.build(db, "--quiet", "--lock-timeout", "0", "--prune", self.crawl, env=env, jobs=jobs)

    def faults_of(self, db, done):
        """What is wrong with an archive after a disturbed last night: `done` is all that run said, None when it was killed."""
        faults = []
        code, found, said = self.articles(db)
        if code != 0:
            return [f"the archive does not open: {said}"]
        if damage := self.programs.check(db):
            faults.append(damage)
        for key, row in found.items():
            if row not in (self.before.get(key), self.after.get(key)):
                faults.append(f"article {key} is not whole: {row}")
        lost = [key for key in self.before.keys() & self.after.keys() if key not in found]
        if lost:
            faults.append(f"{len(lost)} acknowledged articles are missing")
        if done is not None and done.returncode == 0 and found != self.after:
            faults.append(f"exit 0, but {len(found)} of {len(self.after)} articles are as they should be")
        return faults

    def faults_of_another_run(self, db):
        """What is wrong after the night is run again without a disturbance: nothing may be left of it."""
        done = self.last_night(db)
        code, found, said = self.articles(db)
        if done.returncode != 0 or code != 0 or found != self.after:
            return [f"the next run ended with {done.returncode}, {len(found)} of {len(self.after)} articles: {said_by(done)} {said}"]
        if stories(db) != self.stories:
            return ["the next run leaves other stories than a single one"]
        left = [name for name in os.listdir(db) if name.startswith("fresh-") or name.endswith(".new")]
        return [f"left behind: {left}"] if left else []


def report(faults, summary):
    """Prints the faults and the summary; the exit code."""
    for fault in faults[:50]:
        print(fault)
    print(f"{summary}; {len(faults)} faults")
    return 1 if faults else 0
