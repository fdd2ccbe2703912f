#!/usr/bin/env python3
"""The README's pictures of the terminal: what pressmark-search writes to a terminal of 80 columns for the sample archive, as SVG.
Compares them with those in tests/golden/pictures; PRESSMARK_UPDATE_GOLDEN=1 writes them anew."""
import argparse
import fcntl
import html
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from pseudo_terminal import written_to

COLUMNS, ROWS = 80, 200
PICTURES = {
    "list": ["ferry country:tr,fi,se"],
    "counts": ["storm OR flood", "-f", "country", "--timeline", "year", "--facets-only"],
}
COLUMN_WIDTH, LINE_HEIGHT, MARGIN, BASELINE = 8.4, 19, 14, 14  # pixels, of 14 px letters
COLOURS = {30: "#45475a", 31: "#f38ba8", 32: "#a6e3a1", 33: "#f9e2af", 34: "#89b4fa", 35: "#f5c2e7", 36: "#94e2d5", 37: "#cdd6f4"}
BLOCKS = " ▏▎▍▌▋▊▉█"
LINKS = re.compile(r"\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)")
TIME = re.compile(r" · \d+ ms")  # differs from run to run


def on_terminal(argv, folder, environment):
    """All that a program writes to a terminal."""
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.chdir(folder)
        os.execve(argv[0], argv, environment)
    written = written_to(terminal)
    os.waitpid(child, 0)
    os.close(terminal)
    return written.decode().replace("\r\n", "\n")


def bar_columns(word):
    """How many columns a bar of blocks and parts of a block is long; nothing for other words."""
    return len(word) - 1 + BLOCKS.index(word[-1]) / 8 if set(word[:-1]) <= {"█"} and word[-1] in BLOCKS[1:] else None


def columns_of(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Pen:
    """The state that SGR sequences set."""

    def __init__(self):
        self.bold = self.faint = self.underlined = False
        self.colour = None

    def take(self, codes):
        for code in (int(each or 0) for each in codes.split(";")):
            if code == 0:
                self.__init__()
            elif code in (1, 2, 4):
                setattr(self, {1: "bold", 2: "faint", 4: "underlined"}[code], True)
            elif code in COLOURS or 90 <= code <= 97:
                self.colour = COLOURS[code if code < 90 else code - 60]
            else:
                raise ValueError(f"no picture for the sequence {code}")

    def style(self):
        wanted = (("font-weight", "bold", self.bold), ("opacity", ".6", self.faint), ("text-decoration", "underline", self.underlined),
                  ("fill", self.colour, self.colour))
        return "".join(f' {name}="{value}"' for name, value, is_set in wanted if is_set)


def picture(command, output):
    lines = TIME.sub("", LINKS.sub("", f"$ {command}\n" + output)).rstrip("\n").split("\n")
    width, height = round(2 * MARGIN + COLUMNS * COLUMN_WIDTH), 2 * MARGIN + LINE_HEIGHT * len(lines)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">',
           f"<title>{html.escape(command)}</title>",
           f'<rect width="{width}" height="{height}" rx="8" fill="#1e1e2e"/>',
           '<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" fill="#cdd6f4" xml:space="preserve">']
    pen = Pen()
    for number, line in enumerate(lines):
        column = 0
        for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
            if piece.startswith("\x1b["):
                pen.take(piece[2:-1])
                continue
            # Each word has its own place: the reader's font may be wider or narrower.
            for word in re.findall(r"\s+|\S+", piece):
                x, y = MARGIN + column * COLUMN_WIDTH, MARGIN + BASELINE + number * LINE_HEIGHT
                if (long := bar_columns(word)) is not None:
                    out.append(f'<rect x="{x:.1f}" y="{y - 11}" width="{long * COLUMN_WIDTH:.1f}" height="13"{pen.style()}/>')
                elif not word.isspace():
                    out.append(f'<text x="{x:.1f}" y="{y}" textLength="{columns_of(word) * COLUMN_WIDTH:.1f}" lengthAdjust="spacingAndGlyphs"'
                               f"{pen.style()}>{html.escape(word)}</text>")
                column += columns_of(word)
    return "\n".join([*out, "</g>", "</svg>", ""])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True, type=pathlib.Path)
    parser.add_argument("--root", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    programs, root, failed = arguments.programs.resolve(), arguments.root.resolve(), []
    readme = (root / "README.md").read_text()
    with tempfile.TemporaryDirectory() as home:
        environment = {"PATH": os.environ["PATH"], "HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PRESSMARK_PAGER": "cat"}
        corpus = ["corpus/default", "corpus/multilingual", "corpus/duplicates", "corpus/warc/sample.warc.gz"]
        subprocess.run([programs / "pressmark-index", "-q", "--db", home + "/db", *corpus], cwd=root, env=environment, check=True)
        for name, words in PICTURES.items():
            shown = " ".join(f"'{word}'" if re.search(r"[ :]", word) else word for word in words)
            output = on_terminal([str(programs / "pressmark-search"), "--db", home + "/db", *words], root, environment)
            made, golden = picture(f"pressmark-search {shown}", output), root / "tests/golden/pictures" / f"{name}.svg"
            if os.environ.get("PRESSMARK_UPDATE_GOLDEN") == "1":
                golden.write_text(made)
            if not golden.exists() or golden.read_text() != made:
                failed.append(f"{golden}: is not what the terminal shows; PRESSMARK_UPDATE_GOLDEN=1 writes it anew")
            if f"tests/golden/pictures/{name}.svg" not in readme:
                failed.append(f"README.md does not show {golden.name}")
    for line in failed:
        print(line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
