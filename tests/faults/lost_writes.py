#!/usr/bin/env python3
"""Power loss: runs are recorded (record_writes), then states that a disk might hold after a cut are built and opened.

Two models of what survives. journal: changes of directories survive in order, and any sync makes all earlier ones durable (as
ext4 does); contents of a file survive from its own sync on, what was written since may be there, torn, or not. posix: a
change of a directory is durable only from a sync of that directory on, and each later one may survive alone.
Each state must open, be clean and have all that was acknowledged: the manifest is the last whose name was synced, or a later one;
now and then the next run must complete it. One run makes an archive, one changes, adds and removes. Prints its seed.
"""
import argparse
import os
import random
import re
import shutil
import sys

from archive import Nights, Programs, report, said_by, work_folder


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
    """Files and names; of each, what is durable and what is pending since. `present` is there from the beginning."""

    def __init__(self, model, present):
        self.model, self.contents, self.next = model, {}, 0     # inode -> [durable bytes, [pending changes]]
        self.names, self.pending = {}, []                         # durable and live names: path -> inode (None: directory)
        for path, content in present.items():
            self.names[path] = None if content is None else self.inode(content)
        self.live = dict(self.names)

    def inode(self, content=b""):
        self.next += 1
        self.contents[self.next] = [content, []]
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
    """Puts what is below `root` of a state into `target`; a name is there only if all above it are."""
    shutil.rmtree(target, ignore_errors=True)
    os.makedirs(target)
    for path in sorted(state):
        there = target + path[len(root):]
        if not path.startswith(root + "/") or not os.path.isdir(os.path.dirname(there)):
            continue
        if state[path] is None:
            os.mkdir(there)
        else:
            with open(there, "wb") as out:
                out.write(state[path])


def read_tree(root):
    """path -> bytes, or None for a directory; `root` itself among them."""
    tree = {root: None}
    for folder, folders, files in os.walk(root):
        tree.update({os.path.join(folder, name): None for name in folders})
        for name in files:
            with open(os.path.join(folder, name), "rb") as file:
                tree[os.path.join(folder, name)] = file.read()
    return tree


def generation_of(manifest):
    found = re.search(rb"^generation (\d+)$", manifest, re.M)
    return int(found[1]) if found else 0


class Recording:
    """What one run did to the disk below `root`; the archive is in `db`, deeper down."""

    def __init__(self, shim, work, name):
        self.root, self.log, self.shim = os.path.join(work, name), os.path.join(work, name + ".log"), shim
        os.mkdir(self.root)
        self.db = os.path.join(self.root, "archives", "db")

    def record(self, run):
        self.present = read_tree(self.root)
        done = run(self.db, {"LD_PRELOAD": self.shim, "RECORD_BELOW": self.root, "RECORD_TO": self.log})
        if done.returncode != 0:
            sys.exit(f"the recorded run ended with {done.returncode}: {said_by(done)}")
        self.changes = read_log(self.log)
        if sum(kind == "sync" for kind, *_ in self.changes) < 10:
            sys.exit("hardly a sync was recorded")

    def acknowledged(self, at):
        """Generation of the last manifest whose new name was synced by then; 0: none was."""
        manifest, synced, fresh = self.present.get(self.db + "/MANIFEST", b""), 0, None
        synced = generation_of(manifest)
        for kind, name, other, _, content in self.changes[:at]:
            if kind == "write" and name.endswith("/MANIFEST.new"):
                manifest = content
            elif kind == "rename" and other.endswith("/MANIFEST"):
                fresh = generation_of(manifest)
            elif kind == "sync" and name == self.db and fresh:
                synced = fresh
        return synced

    def cut(self, model, at, rng, target):
        """Lays out one state after `at` changes; the name of the archive in it."""
        disk = Disk(model, self.present)
        for change in self.changes[:at]:
            disk.change(*change)
        lay_out(disk.after_a_cut(rng), self.root, target)
        return target + self.db[len(self.root):]


def faults_of_state(recording, nights, wanted, db, at, rng):
    """What is wrong with the archive after a cut; `wanted`: the articles of a run that made it, None where a night changed it."""
    generation = recording.acknowledged(at)
    if not os.path.exists(db + "/MANIFEST"):
        return ["the manifest is gone"] if generation else []
    with open(db + "/MANIFEST", "rb") as manifest:
        found_generation = generation_of(manifest.read())
    if found_generation < generation:
        return [f"generation {found_generation} came back, {generation} had been acknowledged"]
    if wanted is None:
        faults = nights.faults_of(db, None)
        return faults + (nights.faults_of_another_run(db) if rng.random() < 0.1 else [])
    code, found, said = nights.articles(db)
    faults = [] if code in (0, 1) else [f"the archive does not open: {said}"]
    if damage := nights.programs.check(db):
        faults.append(damage)
    return faults + [f"article {key} is not whole" for key, row in found.items() if wanted.get(key) != row]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--shim", required=True)
    ap.add_argument("--states", type=int, default=400)
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    print(f"seed {a.seed}")
    rng, programs, faults, there = random.Random(a.seed), Programs(a.programs), [], 0
    with work_folder() as work:
        nights = Nights(programs, work)
        first, later = Recording(a.shim, work, "first"), Recording(a.shim, work, "later")
        first.record(nights.last_night)
        os.mkdir(os.path.dirname(later.db))
        nights.start(later.db)
        later.record(nights.last_night)
        wanted = nights.read(first.db)
        for number in range(a.states):
            recording, model = (first, later)[number // 2 % 2], ("journal", "posix")[number % 2]
            at = rng.randint(1, len(recording.changes))
            db = recording.cut(model, at, rng, os.path.join(work, "cut"))
            kind, name = recording.changes[at - 1][:2]
            there += os.path.exists(db + "/MANIFEST")
            wrong = faults_of_state(recording, nights, wanted if recording is first else None, db, at, rng)
            faults += [f"state {number} ({model}, after change {at} of {len(recording.changes)}: {kind} {name[len(recording.root):]}): {each}" for each in wrong]
    if there * 2 < a.states:
        faults.append("too few states have an archive at all")
    return report(faults, f"{a.states} states, {there} of them with an archive ({len(first.changes)} and {len(later.changes)} changes recorded)")


if __name__ == "__main__":
    sys.exit(main())
