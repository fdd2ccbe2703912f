#!/usr/bin/env python3
"""Runs every ```sh block of COOKBOOK.md, in its order, on the sample articles, and compares what it prints with the ```text
block behind it; a block without one must print something. PRESSMARK_UPDATE_GOLDEN=1 writes the text blocks anew."""
import argparse
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile

LEAST_RECIPES = 15
TIMEOUT = 300  # seconds, for a block that will never end
BLOCK = re.compile(r"^```sh\n(.*?)^```\n(?:^```text\n(.*?)^```\n)?", re.M | re.S)


def free_ports():
    """A port whose neighbour is free as well."""
    for _ in range(100):
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
                return port
            except (OSError, OverflowError):
                continue
    raise RuntimeError("no two free ports")


def plain(text):
    """Without what differs from run to run."""
    return re.sub(r" · \d+ ms", "", text).rstrip("\n")


def run(script, folder, environment):
    """Exit code, output and complaints of a block; whatever it leaves running is ended."""
    with open(folder + "/.out", "w+", encoding="utf-8") as out, open(folder + "/.err", "w+", encoding="utf-8") as err:
        ran = subprocess.Popen(["bash", "-euo", "pipefail", "-c", script], cwd=folder, env=environment,
                               stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True)
        try:
            code = ran.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            code = "the end of patience"
        try:
            os.killpg(ran.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        ran.wait()
        out.seek(0)
        err.seek(0)
        return code, out.read(), err.read()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", required=True)
    parser.add_argument("--programs", required=True)
    arguments = parser.parse_args()
    cookbook = pathlib.Path(arguments.root, "COOKBOOK.md")
    text = cookbook.read_text(encoding="utf-8")
    for tool in re.findall(r"\b(?:jq|fzf|rsync|xapian-tcpsrv|xapian-replicate)\b", text):
        if shutil.which(tool) is None:
            sys.exit(f"{tool} is missing; install-packages.sh brings it")
    failures = []
    blocks = 0
    home = tempfile.TemporaryDirectory()
    corpus = pathlib.Path(arguments.root, "corpus")
    crawl = pathlib.Path(home.name, "crawl")
    for folder in ("default", "multilingual", "duplicates"):
        shutil.copytree(corpus / folder, crawl / folder)
    (crawl / "warc").mkdir()
    shutil.copy(corpus / "warc" / "sample.warc.gz", crawl / "warc")
    environment = {
        "PATH": os.path.abspath(arguments.programs) + ":" + os.environ["PATH"],
        "HOME": home.name,
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PORT": str(free_ports()),
        "PRESSMARK_DB": home.name + "/news",
        "FZF_DEFAULT_OPTS": "--filter=Lyon",  # in place of a person who types and presses Enter
    }
    # What a sanitizer is told to overlook in libraries.
    environment |= {name: os.environ[name] for name in ("ASAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}

    def check(found):
        nonlocal blocks
        blocks += 1
        script, shown = found.groups()
        code, printed, errors = run(script, home.name, environment)
        printed = printed.replace(home.name + "/", "")
        if code != 0 or not printed.strip():
            failures.append(f"{script}ended with {code} and printed: {printed}{errors}")
        elif shown is not None and plain(printed) != plain(shown):
            failures.append(f"{script}printed\n{printed}and the cookbook shows\n{shown}")
        return "```sh\n" + script + "```\n" + ("" if shown is None else "```text\n" + plain(printed) + "\n```\n")

    updated = BLOCK.sub(check, text)
    recipes = len(re.findall(r"^### \d+\. ", text, re.M))
    if os.environ.get("PRESSMARK_UPDATE_GOLDEN") == "1":
        cookbook.write_text(updated, encoding="utf-8")
    elif recipes < LEAST_RECIPES or blocks < recipes:
        failures.append(f"{recipes} recipes and {blocks} blocks that were run")
    home.cleanup()
    print("\n".join(failures) or f"{blocks} blocks of {recipes} recipes")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
