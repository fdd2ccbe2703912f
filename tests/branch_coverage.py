#!/usr/bin/env python3
"""Which branches of the code that reads bytes from outside the tests take: branch_coverage.py BUILD [--least 90] [--missing NAME]

For the `coverage` preset, after its tests have run: asks gcov for its JSON and needs nothing but Python and gcov. A branch is a way out
of a condition, loop or switch of ours. Not counted are the two ways out of a call that may throw, which the compiler adds to every
call; what destructors and inlined library code decide, told by lines that hold no condition; and headers, which gcov counts anew in
each file that includes them. Ends with 1 when all files together have less than --least.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys

# Files that read what comes from outside or from a disk: the crawl, the query, settings, the files of an archive.
FOLDERS = ("indexer/decode/", "indexer/markup/", "indexer/source/", "searcher/query/")
FILES = {f"common/{name}.cc" for name in (
    "archive_list", "block_sums", "checked_blocks", "checked_reads", "config", "date", "facet_columns", "file", "history", "manifest", "mapped_file", "segment_set", "segment_stamp", "settings", "stored_article",
    "story_table", "text", "url", "utf8", "weight_bounds", "xml_tags")}
FILES |= {f"indexer/extract/{name}.cc" for name in (
    "dates/month_names", "dates/published_date", "dates/written_date", "feed_item", "feed_text", "feeds/feed_fields", "feeds/json_feed_fields",
    "json/json_document", "json/json_ld", "json_article", "news_xml", "plain_text", "text/html_text", "text/text_header", "text/text_paragraphs",
    "text/text_tail", "text/text_top")}
FILES |= {"indexer/store/block_sums.cc", "indexer/store/deletions.cc", "indexer/store/key_table.cc", "indexer/store/known_files.cc",
          "searcher/last_list.cc", "searcher/receipt.cc", "searcher/saved_queries.cc", "searcher/seen_articles.cc"}


CONDITION = re.compile(r"\b(if|for|while|switch|case)\b|\bdefault:|&&|\|\||\?| [!=]= | [<>]=? ")


def is_counted(file):
    return file in FILES or (file.startswith(FOLDERS) and file.endswith(".cc"))


def decisions(branches):
    """The counts of a line's branches without those of calls that may throw: of these one way is marked, and the other stands beside it."""
    kept = []
    at = 0
    while at < len(branches):
        pair = branches[at:at + 2]
        if len(pair) == 2 and pair[0]["throw"] != pair[1]["throw"]:
            at += 2
            continue
        if not branches[at]["throw"]:
            kept.append(branches[at]["count"])
        at += 1
    return kept


def lines_with_condition(source):
    with open(source, encoding="utf-8") as lines:
        return {number for number, line in enumerate(lines, 1) if CONDITION.search(line.partition("//")[0])}


def count_branches(build, notes, files):
    """Adds to files[source][line, function, number] how often it was taken, for each source that this object was made of."""
    done = subprocess.run(["gcov", "--json-format", "--stdout", "--branch-probabilities", notes], cwd=build, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"the counts of {notes} are of another build: remove the .gcda files and run the tests again")
    for report in map(json.loads, done.stdout.splitlines()):
        for file in report["files"]:
            source = os.path.normpath(file["file"])  # from the root of the project: -ffile-prefix-map
            if not is_counted(source):
                continue
            with_condition = lines_with_condition(source)
            for line in file["lines"]:
                if line["line_number"] not in with_condition:
                    continue
                for number, count in enumerate(decisions(line["branches"])):
                    files[source][line["line_number"], line.get("function_name", ""), number] += count


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("build", help="such as build/coverage")
    ap.add_argument("--least", type=float, default=90, help="per cent of the branches of all files together")
    ap.add_argument("--missing", metavar="NAME", help="the lines with a branch not taken, of files whose name holds this")
    a = ap.parse_args()
    a.build = os.path.abspath(a.build)
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))  # names of sources begin there
    files = collections.defaultdict(collections.Counter)
    for folder, _, names in os.walk(a.build):
        for name in names:
            if name.endswith(".gcda"):
                count_branches(a.build, os.path.relpath(os.path.join(folder, name), a.build), files)
    if not files:
        sys.exit(f"no counts in {a.build}: configure and build the preset `coverage`, then run its tests")
    all_taken = all_branches = 0
    for source, counts in sorted(files.items()):
        taken = sum(count > 0 for count in counts.values())
        all_taken, all_branches = all_taken + taken, all_branches + len(counts)
        print(f"{100 * taken / max(1, len(counts)):6.1f} %  {taken:5} of {len(counts):5}  {source}")
        if a.missing is not None and a.missing in source:
            for line in sorted({line for (line, _, _), count in counts.items() if count == 0}):
                print(f"          {source}:{line}")
    share = 100 * all_taken / all_branches
    print(f"{share:6.1f} %  {all_taken:5} of {all_branches:5}  all")
    return 0 if share >= a.least else 1


if __name__ == "__main__":
    sys.exit(main())
