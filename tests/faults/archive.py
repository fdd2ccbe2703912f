"""What the fault tests share: running the two programs and reading an archive back."""
import json
import os
import subprocess


class Programs:
    def __init__(self, folder):
        self.index = os.path.join(folder, "pressmark-index")
        self.search = os.path.join(folder, "pressmark-search")

    def build(self, db, *inputs, env=None, jobs="2"):
        """Runs the indexer; its completed process."""
        return subprocess.run([self.index, "--db", db, "--jobs", jobs, *inputs], env={**os.environ, **(env or {})},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)

    def articles(self, db):
        """Exit code, and what every article of the archive says of itself, sorted; wants the text intact (its CRC is checked)."""
        done = subprocess.run([self.search, "--db", db, "--json", "--no-collapse", "--limit", "0", "*"],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        rows = [json.loads(line) for line in done.stdout.splitlines()] if done.returncode in (0, 1) else []
        found = [[row.get(key) for key in ("id", "title", "url", "date", "words")] for row in rows if row["type"] == "hit"]
        return done.returncode, sorted(found, key=lambda row: str(row)), done.stderr.decode(errors="replace")


def one_plain_line(stderr):
    """An error is one line of ours, without a class name or a stack."""
    lines = [line for line in stderr.decode(errors="replace").splitlines() if line.startswith("pressmark-index:")]
    return len(lines) >= 1 and not any("Xapian::" in line or "std::" in line for line in lines)
