#!/usr/bin/env python3
"""Writes a man page's scdoc source with the tables of the programs in it, so that no option or field is written down twice.

    fill.py PAGE.scd --program pressmark-index=PATH ... > FILLED.scd

"@OPTIONS PROGRAM@" becomes what PROGRAM --help lists, "@FIELDS@" what pressmark-search --list-fields does.
"""
import argparse
import json
import re
import subprocess


def escaped(text):
    return re.sub(r"([\\*_`])", r"\\\1", text)


def options(program):
    """The groups of --help: a heading each, and an entry for each option."""
    lines = subprocess.run([program, "--help"], check=True, capture_output=True, text=True).stdout.split("\n")
    out = []
    heading = ""
    for line in lines:
        found = re.match(r"  (?:(-\w), |    )--([\w-]+)(?: (\S+))?\s+(.*)", line)
        if found:
            short, name, value, text = found.groups()
            if heading:
                out.append(f"## {heading}\n")
                heading = ""
            names = [f"*{escaped(each)}*" for each in ([short] if short else []) + ["--" + name]]
            out.append(", ".join(names) + (f" _{escaped(value)}_" if value else "") + "\n\t" + escaped(text) + "\n")
        elif re.match(r" {20,}\S", line) and out:  # the help of an option goes on
            out[-1] = out[-1].rstrip("\n") + " " + escaped(line.strip()) + "\n"
        elif line and not line.startswith(" "):
            heading = escaped(line)
    return "\n".join(out)


def fields(program):
    lines = subprocess.run([program, "--list-fields", "--json"], check=True, capture_output=True, text=True).stdout
    out = []
    for line in filter(None, lines.split("\n")):
        row = json.loads(line)
        names = [row["field"]] + row.get("aliases", [])
        text = escaped(row["help"]) + ": _" + escaped(row["example"]) + "_"
        out.append(", ".join(f"*{escaped(name)}:*" for name in names) + "\n\t" + text + "\n")
    return "\n".join(out)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("page")
    parser.add_argument("--program", action="append", default=[])
    arguments = parser.parse_args()
    programs = dict(each.split("=", 1) for each in arguments.program)
    with open(arguments.page, encoding="utf-8") as page:
        text = page.read()
    text = re.sub(r"@OPTIONS ([\w-]+)@", lambda found: options(programs[found[1]]), text)
    text = re.sub(r"@FIELDS@", lambda _: fields(programs["pressmark-search"]), text)
    print(text, end="")


if __name__ == "__main__":
    main()
