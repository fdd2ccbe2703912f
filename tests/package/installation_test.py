#!/usr/bin/env python3
"""Installs the build into an empty root and holds what lies there to its word: the README's commands on an own archive run with
the installed programs; --help, man page and the completion of three shells know the same options; pressmark-query(7) has
exactly the fields of --list-fields."""
import argparse
import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAMS = ("pressmark-index", "pressmark-search")
FILES = """bin/pressmark-index bin/pressmark-search
lib/systemd/system/pressmark-index@.service lib/systemd/system/pressmark-index@.timer
share/bash-completion/completions/pressmark-index share/bash-completion/completions/pressmark-search
share/doc/pressmark/COOKBOOK.md share/doc/pressmark/NAMES-ATTRIBUTION.md share/doc/pressmark/README.md
share/doc/pressmark/SECURITY.md share/doc/pressmark/changelog.Debian.gz share/doc/pressmark/changelog.gz share/doc/pressmark/copyright
share/doc/pressmark/search.schema.json
share/fish/vendor_completions.d/pressmark-index.fish share/fish/vendor_completions.d/pressmark-search.fish
share/man/man1/pressmark-index.1.gz share/man/man1/pressmark-search.1.gz
share/man/man5/pressmark-db.5.gz share/man/man7/pressmark-query.7.gz
share/zsh/vendor-completions/_pressmark-index share/zsh/vendor-completions/_pressmark-search""".split()
SECTIONS = ["NAME", "SYNOPSIS", "EXAMPLES"]  # how every page begins

BASH = """source /usr/share/bash-completion/bash_completion; source "$1"
COMP_WORDS=("$2" "$3"); COMP_CWORD=1; COMP_LINE="$2 $3"; COMP_POINT=${#COMP_LINE}
"_${2/-/_}"; printf '%s\\n' "${COMPREPLY[@]}" """
ZSH = """compadd() { local last="${@[-1]}"; print -rl -- "${(@P)last}" }; _files() { : }
complete_it() { local -a words=("$2" "$3"); local CURRENT=2; source "$1" }; complete_it "$@" """
FISH = 'source $argv[1]; complete -C "$argv[2] $argv[3]"'


class Installation(unittest.TestCase):
    root = None  # set by main()
    readme = None

    def run_installed(self, *command, **more):
        environment = {"PATH": f"{self.root}/bin:/usr/bin:/bin", "HOME": self.home, "LC_ALL": "C.UTF-8"}
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, **more)

    def setUp(self):
        self.maxDiff = None
        self.home = tempfile.mkdtemp(dir=self.root)
        self.addCleanup(shutil.rmtree, self.home)

    def options_of(self, program):
        """Options of --help in order: (short, long, value)."""
        text = self.run_installed(program, "--help").stdout
        found = re.findall(r"^  (?:(-\w), |    )--([\w-]+)(?: (\S+))?(?:  | \S|$)", text, re.M)
        self.assertGreater(len(found), 10)
        return found

    def page(self, name):
        path = next(self.root.glob(f"share/man/man?/{name}.gz"))
        with gzip.open(path, "rt", encoding="utf-8") as text:
            return re.sub(r"\\([-\\_])", r"\1", text.read())

    def test_everything_lies_where_it_belongs(self):
        there = {str(path.relative_to(self.root)) for path in self.root.rglob("*") if path.is_file()}
        self.assertEqual(set(FILES), there)

    def test_readme_commands_run_with_the_installed_programs(self):
        block = re.search(r"^Your own archive.*?^```sh\n(.*?)^```", self.readme.read_text(encoding="utf-8"), re.M | re.S)[1]
        corpus = self.readme.parent / "corpus"
        shutil.copytree(corpus / "default", self.home + "/crawl")
        shutil.copy(corpus / "warc" / "sample.warc.gz", self.home + "/crawl-2022-08-01.warc.gz")
        ran = self.run_installed("sh", "-e", "-c", block, cwd=self.home)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn("Turkey and Greece restart island ferry", ran.stdout)

    def test_man_pages_begin_with_what_is_looked_for_first(self):
        for name in ("pressmark-index.1", "pressmark-search.1", "pressmark-query.7", "pressmark-db.5"):
            sections = re.findall(r"^\.SH (.*)$", self.page(name), re.M)
            self.assertEqual(sections[:3], SECTIONS, name)
            self.assertEqual(sections[-1], "SEE ALSO", name)
            if name.endswith(".1"):
                self.assertEqual([each for each in ("OPTIONS", "EXIT STATUS", "ENVIRONMENT", "FILES") if each not in sections], [])

    def test_help_and_man_page_have_the_same_options(self):
        for program in PROGRAMS:
            part = re.search(r"^\.SH OPTIONS$(.*?)^\.SH ", self.page(program + ".1"), re.M | re.S)[1]
            listed = re.findall(r"^(?:\\fB(-\w)\\fR, )?\\fB--([\w-]+)\\fR(?: \\fI(\S+?)\\fR)?$", part, re.M)
            self.assertEqual(self.options_of(program), listed)

    def test_completion_offers_the_same_options(self):
        for program in PROGRAMS:
            wanted = ["--" + long for _, long, _ in self.options_of(program)]
            for shell, script, file in (
                    (["bash", "--norc", "-c", BASH, "bash"], f"bash-completion/completions/{program}", "bash"),
                    (["zsh", "-f", "-c", ZSH, "zsh"], f"zsh/vendor-completions/_{program}", "zsh"),
                    (["fish", "--no-config", "-c", FISH], f"fish/vendor_completions.d/{program}.fish", "fish")):
                with self.subTest(program=program, shell=file):
                    ran = self.run_installed(*shell, str(self.root / "share" / script), program, "--")
                    offered = [line.split("\t")[0] for line in ran.stdout.splitlines()]
                    self.assertEqual(sorted(wanted), sorted(offered), ran.stderr)

    def test_query_page_has_the_fields_of_the_program(self):
        rows = [json.loads(line) for line in
                self.run_installed("pressmark-search", "--list-fields", "--json").stdout.splitlines()]
        part = re.search(r"^\.SH FIELDS$(.*?)^\.SH ", self.page("pressmark-query.7"), re.M | re.S)[1]
        listed = []
        for names, text in re.findall(r"^((?:\\fB\w+:\\fR(?:, )?)+)\n\.RS 4\n(.*)$", part, re.M):
            listed.append((re.findall(r"fB(\w+):", names), re.sub(r"\\f[IR]|\\&", "", text)))
        self.assertEqual([([row["field"]] + row.get("aliases", []), f"{row['help']}: {row['example']}") for row in rows], listed)
        self.assertGreater(len(listed), 20)

    def test_units_start_the_installed_program_as_conventions_say(self):
        unit = (self.root / "lib/systemd/system/pressmark-index@.service").read_text(encoding="utf-8")
        for line in ("SuccessExitStatus=1", "Nice=19", "IOSchedulingClass=idle", "PrivateNetwork=yes"):
            self.assertIn("\n" + line + "\n", unit)
        options = {"--" + long for _, long, _ in self.options_of("pressmark-index")}
        start = re.search(r"^ExecStart=/usr/bin/pressmark-index (.*)$", unit, re.M)[1]
        self.assertLessEqual(set(re.findall(r"--[\w-]+", start)), options)

    def test_every_table_that_is_compiled_in_has_its_licence(self):
        papers = (self.root / "share/doc/pressmark/copyright").read_text(encoding="utf-8")
        source = self.readme.parent
        for table in [*source.glob("common/data/*.tsv"), *source.glob("indexer/enrich/data/*.tsv"),
                      *source.glob("indexer/enrich/data/*.model")]:
            head = table.read_bytes()[:400].decode("utf-8", "replace")
            own = "ritten for this project" in head or table.name == "given_names_extra.tsv"
            self.assertTrue(own or str(table.relative_to(source)) in papers, table)


def main():
    parser = argparse.ArgumentParser()
    for name in ("--root", "--build", "--cmake"):
        parser.add_argument(name, required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Installation.root = pathlib.Path(folder, "usr")
        Installation.readme = pathlib.Path(arguments.root, "README.md")
        subprocess.run([arguments.cmake, "--install", arguments.build, "--prefix", Installation.root, "--strip"],
                       check=True, stdout=subprocess.DEVNULL)
        os.environ.pop("PRESSMARK_DB", None)
        unittest.main(argv=[sys.argv[0]], verbosity=1)


if __name__ == "__main__":
    main()
