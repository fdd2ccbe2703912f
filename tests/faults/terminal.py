#!/usr/bin/env python3
"""Control characters in every field of articles, in names of files and in queries, shown on a terminal in every way there is.

Each form stands in every field: all C0 and C1 characters, DEL, bidirectional controls, line and paragraph separators, the byte
order mark, and the sequences that terminals obey: OSC (with and without an end), DCS, CSI, seven bits and eight. Both programs run
on a pseudo-terminal. Whatever is written there: no control character that is not the programs' own (line ends; colours, hyperlinks
and the erasing of the progress line where they are asked for), and all of it, JSON first of all, valid UTF-8.
"""
import argparse
import json
import os
import pty
import re
import shutil
import sys
import tempfile
import tty

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from archive import Programs, report, run, said_by
from pseudo_terminal import written_to

SEQUENCES = ("\x1b]52;c;cHduZWQ=\x07", "\x1b]8;;http://evil.example/\x1b\\here\x1b]8;;\x1b\\", "\x1b]0;title\x07", "\x1b]0;no end", "\x1bP+q544e\x1b\\",
             "\x1b[2J", "\x1b[31mred", "\x1b[6n", "\x1bc", "\x9b2J", "\x9d0;title\x9c", "\x90q\x9c", "\r\x1b[Kgone", "\x1b_apc\x1b\\", "\x1b^pm\x1b\\", "\x0e\x0f", "\b\b\b")
FORMS = tuple(map(chr, [*range(0x20), 0x7F, *range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF])) + SEQUENCES
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;[\x21-\x7e]*\x1b\\|\r\x1b\[K")  # colours, hyperlinks, the progress line


def article(number, form):
    def with_form(word):
        return f"{word}{form}{word}"
    sentence = f"The harbour {with_form('Number')} {number} stays closed while the dredger works, said {with_form('Ann')} Miller of {with_form('Lyon')}. "
    fields = {name: with_form(name.title()) for name in ("title", "description", "section", "source_name", "language_code", "kind")}
    lists = {name: [f"{with_form(name.title())} Miller", "Plain Name"] for name in ("authors", "tags", "persons", "orgs", "places", "countries")}
    return {**fields, **lists, "id": f"n{number}{form}", "url": f"https://a{form}b.example/{number}{form}?q={form}", "source_domain": f"a{form}b.example",
            "date": f"2021-03-04{form}", "modified": f"{form}2021", "text": sentence * 3}


def make_crawl(folder):
    """Articles as JSON Lines and as pages; pages whose names hold the forms, some of them without an article, so that errors name them."""
    os.makedirs(folder)
    with open(os.path.join(folder, "all.jsonl"), "w", encoding="utf-8") as out:
        for number, form in enumerate(FORMS):
            out.write(json.dumps(article(number, form)) + "\n")
    for number, form in enumerate(FORMS):
        name = form.replace("/", "").replace("\0", "") or "nul"
        page = article(number, form)
        with open(os.path.join(folder, f"page{name}{number}.html"), "w", encoding="utf-8") as out:
            out.write(f"<html lang='{form}'><head><meta charset=utf-8><title>{page['title']}</title><meta name=author content='{page['authors'][0]}'>"
                      f"<link rel=canonical href='https://p{form}.example/{number}'></head><body><h1>{page['title']}</h1><p>{page['text']}</p></body></html>")
        with open(os.path.join(folder, f"broken{name}{number}.html.gz"), "wb") as out:
            out.write(b"\x1f\x8b\x08\0\0\0\0\0\0\x03rubbish")
    with open(os.path.join(os.fsencode(folder), b"no\xff\x9butf8.html"), "wb") as out:
        out.write(b"")


def on_terminal(argv, cwd=None):
    """Exit code and all that the program writes to a terminal that translates nothing."""
    child, terminal = pty.fork()
    if child == 0:
        tty.setraw(1)
        if cwd:
            os.chdir(cwd)
        os.environ.update(TERM="xterm-256color", COLUMNS="100", LINES="30", LC_ALL="C.UTF-8")
        os.execv(argv[0], argv)
    output = written_to(terminal)
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), output


def faults_of(name, output, ours_allowed):
    try:
        text = output.decode()
    except UnicodeDecodeError as problem:
        return [f"{name}: no UTF-8: {problem}"]
    found = FORBIDDEN.search(OURS.sub("", text) if ours_allowed else text)
    return [f"{name}: U+{ord(found[0]):04X} in {text[max(0, found.start() - 40):found.start() + 40]!r}"] if found else []


def no_json(name, text):
    faults = []
    for line in text.splitlines():
        try:
            json.loads(line)
        except ValueError as problem:
            faults.append(f"{name}: no JSON: {problem}: {line[-100:]!r}")
    return faults


def searches(db, work):
    """Command lines of the searcher; true: it may colour and link."""
    everything = ["--limit", "0", "--no-collapse", "*"]
    for output in (["--format", "human"], ["--format", "human", "--long"], ["--json"], ["--format", "csv"], ["--format", "urls"], ["--format", "paths"],
                   ["--format", "ids"], ["--format", "trec"], ["--format", "{id} {title} {url} {source} {source_name} {authors} {date} {lang} {section} {origin} {snippet}"]):
        yield [*output, *everything], False
    for facet in ("source,author,person,org", "place,country,section,tag", "kind,lang,from,date"):
        for output in ("human", "jsonl", "csv"):
            yield ["--format", output, "--facet", facet, "--facet-limit", "0", "--facets-only", "*"], False
    for kind in ("person,org,place,country", "word"):
        yield ["--related", kind, "harbour"], False
    yield ["--stats"], False
    yield ["--timeline", "month", "harbour"], False
    yield ["--color", "always", "--hyperlinks", "always", "--long", *everything], True
    yield ["--color", "always", "--facet", "source,author,person,place", "harbour"], True
    queries = os.path.join(work, "queries")
    with open(queries, "w", encoding="utf-8", newline="\n") as out:
        for number, form in enumerate(FORMS):
            if form not in ("\n", "\0", "\r"):
                out.write(f"q{number}{form}\tharbour number{form}\n")
    for output in ("human", "jsonl", "trec"):
        yield ["--format", output, "--batch", queries], False
    for form in FORMS:
        if "\0" in form:
            continue
        yield ["--explain", f"harbour Number{form}Number title:{form}x"], False
        yield [f"fi{form}eld:x"], False
        yield [f'"harbour {form}', "--source", f"a{form}", "--since", form], False
        yield [f"--opt{form}ion", form], False
    ids = [json.loads(line)["id"] for line in run([*db, "--json", *everything]).stdout.splitlines() if b'"hit"' in line]
    for article_id in ids:
        yield ["--show", article_id], False
        yield ["--json", "--show", article_id], False


def fields_without_controls(programs, db):
    """Fields that no article shows a control character in: for them nothing would be tested."""
    hits = [json.loads(line) for line in run([programs.search, "--db", db, "--json", "--limit", "0", "--no-collapse", "*"]).stdout.splitlines()]
    fields = ("title", "snippet", "external_id", "source_name", "section", "tags", "authors", "persons", "orgs", "places", "origin")
    return [field for field in fields if not any(FORBIDDEN.search("".join(hit.get(field, ""))) for hit in hits if hit["type"] == "hit")]


def main():
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError as error:
        print(f"skipped: there are no pseudo-terminals here ({error})")
        return 77
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--programs", required=True)
    ap.add_argument("--each", type=int, default=1, help="only each so many of the searcher's command lines")
    a = ap.parse_args()
    programs, faults, runs = Programs(a.programs), [], 0
    with tempfile.TemporaryDirectory() as work:
        crawl, db = os.path.join(work, "crawl"), os.path.join(work, "db")
        make_crawl(crawl)
        os.environ["XDG_STATE_HOME"] = work
        for name, arguments, colours in (("indexing", ["--db", db, "--verbose", crawl], True), ("unchanged", ["--db", db, crawl], True),
                                         ("dry run", ["--dry-run", "--explain", crawl], True), ("dry run as JSON", ["--dry-run", "--json", crawl], True),
                                         ("check", ["--db", db, "--check"], False), ("errors", ["--db", db + "\x1b]0;x\x07\u202e", "--check"], False)):
            code, output = on_terminal([programs.index, *arguments])
            runs += 1
            faults += faults_of(name, output, colours)
            if not output or code not in (0, 1, 3):
                faults.append(f"{name}: ended with {code}, {len(output)} bytes: {output[-300:]}")
        command = [programs.search, "--db", db]
        answer = run([*command, "--count", "*"])
        if answer.returncode != 0 or int(answer.stdout) < 2 * len(FORMS) - 20:
            sys.exit(f"only {answer.stdout} articles: {said_by(answer)}")
        faults += [f"no control character got into {field}" for field in fields_without_controls(programs, db)]
        ways = list(searches(command, work))
        for arguments, colours in ways[::a.each]:
            code, output = on_terminal([*command, "--no-pager", *(() if colours else ("--color", "never", "--hyperlinks", "never")), *arguments])
            runs += 1
            faults += faults_of(str(arguments), output, colours)
            if code not in (0, 1, 2):
                faults.append(f"{arguments}: ended with {code}: {output[-300:]}")
            if "--json" in arguments and not faults:
                faults += no_json(str(arguments), output.decode())
        shutil.rmtree(crawl)
    return report(faults, f"{len(FORMS)} forms, {runs} runs on a terminal")


if __name__ == "__main__":
    sys.exit(main())
