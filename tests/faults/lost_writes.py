#!/usr/bin/env python3
"""Power loss: a run is recorded (record_writes), then states that a disk might hold after a cut are built and opened.

Two models of what survives. journal: changes of directories survive in order, and any sync makes all earlier ones durable (as
ext4 does); contents of a file survive from its own sync on, what was written since may be there, torn, or not. posix: a
change of a directory is durable only from a sync of that directory on, and each later one may survive alone.
Each state must open and hold at least what had been published by then: once the name MANIFEST was synced into the archive's directory,
that manifest's articles, whole. Prints its seed.
"""
import argparse
import os
import random
import shutil
import sys
import tempfile

from archive import Programs


def read_log(path):
    """The recorded changes, in order: (kind, path, other, offset, bytes)."""
    with open(path, "rb") as log:
        data = log.read()
    at, changes = 0, []
    while at < len(data):
        end = data.index(b"\n", at)
        kind, name, other, offset, size = data[at:end].decode().split("\t")
        at = end + 1
        content = b""
        if kind == "write":
            content, at = data[at:at + int(size)], at + int(size)
        changes.append((kind, name, other, int(offset), content))
    return changes


class Disk:
    """Files and names; of each, what is durable and what is pending since."""

    def __init__(self, model):
        self.model, self.contents, self.next = model, {}, 0     # inode -> [durable bytes, [pending changes]]
        self.names, self.live, self.pending = {}, {}, []          # durable and live: path -> inode (None: directory)

    def inode(self):
        self.next += 1
        self.contents[self.next] = [b"", []]
        return self.next

    def change(self, kind, name, other, offset, content):
        if kind == "create":
            self.live[name] = self.inode()
            self.pending.append(("link", name, self.live[name]))
        elif kind == "mkdir":
            self.live[name] = None
            self.pending.append(("link", name, None))
        elif kind in ("unlink", "rmdir"):
            self.live.pop(name, None)
            self.pending.append(("drop", name, None))
        elif kind == "rename":
            for path in [p for p in self.live if p == name or p.startswith(name + "/")]:
                self.live[other + path[len(name):]] = self.live.pop(path)
            self.pending.append(("move", name, other))
        elif kind == "write":
            self.contents[self.live[name]][1].append((offset, content))
        elif kind == "truncate":
            self.contents[self.live[name]][1].append((offset, None))
        elif kind == "sync":
            self.sync(name)

    def sync(self, name):
        if self.live.get(name) is not None:
            inode = self.live[name]
            self.contents[inode] = [apply(*self.contents[inode]), []]
        done = self.pending if self.model == "journal" else [p for p in self.pending if self.touches(p, name)]
        for entry in done:
            self.settle(self.names, entry)
        self.pending = [p for p in self.pending if p not in done]

    def touches(self, entry, name):
        """posix: a file's sync makes its own name durable too on the systems we know; a directory's its entries."""
        return os.path.dirname(entry[1]) == name or (entry[0] == "move" and os.path.dirname(entry[2]) == name) or (
            entry[0] == "link" and entry[1] == name)

    @staticmethod
    def settle(names, entry):
        kind, name, target = entry
        if kind == "link":
            names[name] = target
        elif kind == "drop":
            names.pop(name, None)
        else:
            for path in [p for p in names if p == name or p.startswith(name + "/")]:
                names[target + path[len(name):]] = names.pop(path)

    def after_a_cut(self, rng):
        """path -> bytes (None: directory) of one state that may be found."""
        names = dict(self.names)
        if self.model == "journal":
            survivors = self.pending[:rng.randint(0, len(self.pending))]
        else:
            survivors = [p for p in self.pending if rng.random() < 0.5]
        for entry in survivors:
            self.settle(names, entry)
        state = {}
        for path, inode in names.items():
            if inode is None:
                state[path] = None
                continue
            durable, pending = self.contents[inode]
            kept = []
            for offset, content in pending:
                luck = rng.random()
                if luck < 0.4 or content is None:
                    kept.append((offset, content))
                elif luck < 0.6:
                    kept.append((offset, content[:rng.randint(0, len(content)) // 512 * 512]))
            state[path] = apply(durable, kept)
        return state


def apply(data, changes):
    data = bytearray(data)
    for offset, content in changes:
        if content is None:
            del data[offset:]
            data.extend(b"\0" * (offset - len(data)))
        else:
            data.extend(b"\0" * (offset - len(data)))
            data[offset:offset + len(content)] = content
    return bytes(data)


def lay_out(state, root, target):
    shutil.rmtree(target, ignore_errors=True)
    os.makedirs(target)
    for path in sorted(state):
        if not path.startswith(root):
            continue
        there = target + path[len(root):]
        if state[path] is None:
            os.makedirs(there, exist_ok=True)
        else:
            os.makedirs(os.path.dirname(there), exist_ok=True)
            with open(there, "wb") as out:
                out.write(state[path])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--shim", required=True)
    ap.add_argument("--crawl", required=True)
    ap.add_argument("--states", type=int, default=400)
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    print(f"seed {a.seed}")
    rng, programs, faults, opened = random.Random(a.seed), Programs(a.programs), [], 0
    with tempfile.TemporaryDirectory() as work:
        db, log, cut = (os.path.join(work, name) for name in ("db", "log", "cut"))
        published = []  # (length of the log, articles acknowledged by then)
        files = sorted(os.path.join(a.crawl, name) for name in os.listdir(a.crawl))
        for part in (files[:len(files) // 3], files[:2 * len(files) // 3], files):  # three nights
            done = programs.build(db, *part, env={"LD_PRELOAD": a.shim, "RECORD_BELOW": db, "RECORD_TO": log})
            if done.returncode != 0:
                sys.exit(f"the recorded run ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
            published.append((len(read_log(log)), programs.articles(db)[1]))
        changes = read_log(log)
        if not any(kind == "sync" for kind, *_ in changes):
            sys.exit("no sync was recorded")
        for number in range(a.states):
            model, at = ("journal", "posix")[number % 2], rng.randint(1, len(changes))
            disk = Disk(model)
            for change in changes[:at]:
                disk.change(*change)
            lay_out(disk.after_a_cut(rng), db, cut)
            acknowledged = [articles for end, articles in published if end <= at]
            code, found, said = programs.articles(cut)
            name = f"state {number} ({model}, after change {at} of {len(changes)}: {changes[at - 1][0]} {os.path.basename(changes[at - 1][1])})"
            if acknowledged and code != 0:
                faults.append(f"{name}: acknowledged articles do not open: {said.strip()}")
            elif not acknowledged and code == 3 and "there is no" not in said:
                faults.append(f"{name}: unreadable: {said.strip()}")
            elif acknowledged and any(row not in found for row in acknowledged[-1]):
                faults.append(f"{name}: acknowledged articles are missing")
            elif any(row not in published[-1][1] for row in found):
                faults.append(f"{name}: an article that is not whole")
            opened += code == 0
    for fault in faults:
        print(fault)
    print(f"{a.states} states, {opened} with an archive; {len(faults)} faults")
    return 1 if faults or not opened else 0


if __name__ == "__main__":
    sys.exit(main())
