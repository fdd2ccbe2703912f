#!/usr/bin/env python3
"""Whole-process times of pressmark-search beside Xapian's quest on the same archive, in one run.

    search_bench.py --search build/release/bin/pressmark-search --db ARCHIVE [--queries 200] [--quest quest]

Two comparisons, the programs taking turns: a plain list of ten (quest -m 10), and ten hits with snippets and exact
facets over all matches (quest -m 10 -c ARTICLES, which looks at all matches too but counts nothing). The queries are
of nine kinds, made from the archive's own headlines. quest runs twice: on words as they stand, which have no weight in
our index, so that it stops at the tenth match and ranks nothing ("quest list"); and on their English stems, which have
("quest ranked"; phrases have no stems). Function words have none: they are not asked for.
Wall time and CPU time (user + system) in milliseconds, ratios of CPU time: other work on the machine disturbs it least.
Last, all queries in one process (--batch): mean time a query.
"""
import argparse, collections, json, os, random, re, statistics, subprocess, sys, tempfile, time

FACETS = "country,source,person"


def words_of(search, db):
    """Words of headlines by how many of them they stand in, most frequent first; and the headlines."""
    out = subprocess.run([search, "--db", db, "--format", "{title}", "-n", "3000", "--sort", "newest", "*"],
                         capture_output=True, text=True, check=True).stdout
    titles = [re.findall(r"[^\W\d_]{3,}", line.lower()) for line in out.splitlines()]
    counts = collections.Counter(word for title in titles for word in set(title))
    return [word for word, _ in counts.most_common()], [t for t in titles if len(t) >= 4]


class Ranked:
    """Whether a word has a stem in the index."""

    def __init__(self, search, db):
        self.command, self.known = [search, "--db", db, "--explain", "--json"], {}

    def __call__(self, word):
        if word not in self.known:
            out = subprocess.run(self.command + [word], capture_output=True, text=True).stdout
            self.known[word] = '"Zen' in out
        return self.known[word]


def make_queries(words, titles, contents, number, seed=17):
    """(kind, our query, quest's query) in turn."""
    rng = random.Random(seed)
    common, rare = words[:40], words[len(words) // 2:]
    pick = rng.choice

    def adjacent():
        title = pick(titles)
        at = rng.randrange(len(title) - 1)
        return title[at:at + 2]

    kinds = {
        "common word": lambda: [pick(common)] * 2,
        "rare word": lambda: [pick(rare)] * 2,
        "two words": lambda: (lambda a, b: (f"{a} {b}", f"{a} AND {b}"))(pick(common), pick(words)),
        "three words": lambda: (lambda t: (" ".join(t), " AND ".join(t)))(rng.sample(pick(contents), 3)),
        "phrase": lambda: (lambda p: (f'"{p[0]} {p[1]}"',) * 2)(adjacent()),
        "any of three": lambda: (lambda t: (" OR ".join(t),) * 2)([pick(common), pick(words), pick(words)]),
        "not": lambda: (lambda a, b: (f"{a} -{b}", f"{a} NOT {b}"))(pick(common), pick(common)),
        "with a country": lambda: (lambda a: (f"{a} country:de,fr", f"{a}"))(pick(common)),
        "with dates": lambda: (lambda a: (f"{a} date:2018..2021", f"{a}"))(pick(common)),
    }
    names = list(kinds)
    return [(names[i % len(names)], *kinds[names[i % len(names)]]()) for i in range(number)]


def run(command):
    """(wall ms, CPU ms, exit code) of one process; its output is thrown away."""
    sink = os.open(os.devnull, os.O_RDWR)
    begin = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_DUP2, sink, 1), (os.POSIX_SPAWN_DUP2, sink, 2)])
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - begin
    os.close(sink)
    return 1000 * wall, 1000 * (usage.ru_utime + usage.ru_stime), os.waitstatus_to_exitcode(status)


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--search", required=True)
    parser.add_argument("--db", required=True)
    parser.add_argument("--quest", default="/usr/bin/quest")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3, help="each query so often; the fastest counts")
    a = parser.parse_args()
    stats = json.loads(subprocess.run([a.search, "--db", a.db, "--stats", "--json"], capture_output=True,
                                      text=True, check=True).stdout.splitlines()[0])
    articles = str(stats["articles"])
    segments = [line.split()[1] for line in open(os.path.join(a.db, "MANIFEST"), encoding="utf-8")
                if line.startswith("segment ")]
    quest = [a.quest, "-m", "10"] + [x for s in segments for x in ("-d", os.path.join(a.db, s))]
    ours = [a.search, "--db", a.db, "--no-pager", "-n", "10"]
    words, titles = words_of(a.search, a.db)
    ranked = Ranked(a.search, a.db)
    words = [w for w in words[:80] if ranked(w)] + words[80:]
    contents = [kept for t in titles[:300] if len(kept := [w for w in t if ranked(w)]) >= 3]
    queries = make_queries(words, titles, contents, a.queries)
    print(f"{articles} articles in {len(segments)} segments, {len(queries)} queries")
    state = tempfile.TemporaryDirectory()
    os.environ["XDG_STATE_HOME"] = state.name
    programs = {
        "quest list": lambda o, q: quest + ["-s", "none", q],
        "quest ranked": lambda o, q: quest + (["-s", "none"] if '"' in q else ["-s", "english", "-p", ":en"]) + [q],
        "our list": lambda o, q: ours + ["--", o],
        "quest all": lambda o, q: quest + ["-s", "none", "-c", articles, q],
        "our facets": lambda o, q: ours + ["--facet", FACETS, "--", o],
    }
    times = {name: collections.defaultdict(list) for name in programs}
    for kind, our_query, quest_query in queries:
        best = {}
        for _ in range(a.rounds):
            for name, command in programs.items():
                wall, cpu, code = run(command(our_query, quest_query))
                if code > 1:
                    sys.exit(f"{' '.join(command(our_query, quest_query))}: exit code {code}")
                old = best.get(name, (1e9, 1e9))
                best[name] = (min(wall, old[0]), min(cpu, old[1]))
        for name, pair in best.items():
            times[name][kind].append(pair)
    header = ["kind"] + [f"{n} {u}" for u in ("wall", "cpu") for n in programs]
    print("  ".join(f"{h:>15}" for h in header) + "   list x  ranked x  facets x")
    for kind in list(dict.fromkeys(k for k, _, _ in queries)) + ["all"]:
        cells, medians = [], {}
        for unit in (0, 1):
            for name in programs:
                pairs = [p for k, ps in times[name].items() if kind in (k, "all") for p in ps]
                medians[name, unit] = statistics.median(p[unit] for p in pairs)
                cells.append(f"{medians[name, unit]:15.1f}")
        over = lambda ours, theirs: medians[ours, 1] / medians[theirs, 1]
        ratio = [over("our list", "quest list"), over("our list", "quest ranked"), over("our facets", "quest all")]
        print(f"{kind:>15}  " + "  ".join(cells) + f"   {ratio[0]:6.2f}  {ratio[1]:8.2f}  {ratio[2]:8.2f}")
    for name in programs:
        for unit, label in enumerate(("wall", "CPU")):
            each = [p[unit] for ps in times[name].values() for p in ps]
            marks = "  ".join(f"p{int(100 * s)} {percentile(each, s):.1f}" for s in (.5, .9, .99))
            print(f"{name:>12}: {marks} ms {label}")
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as batch:
        batch.writelines(f"q{i}\t{our}\n" for i, (_, our, _) in enumerate(queries))
        batch.flush()
        wall, cpu, _ = run([a.search, "--db", a.db, "--batch", batch.name, "--json"])
    print(f"in one process: {wall / len(queries):.2f} ms a query (CPU {cpu / len(queries):.2f})")


if __name__ == "__main__":
    main()
