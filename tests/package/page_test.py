#!/usr/bin/env python3
"""A page of --html in a real browser, headless Chromium, light and dark: it is drawn (its bars and marked words have their
colours, also at the width of a telephone), its console is empty, and it asks the network for nothing. Skipped (77) where there is no Chromium.

  page_test.py --programs build/release/bin --corpus corpus [--pictures FOLDER]      the pictures stay in FOLDER
"""
import argparse
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

SKIPPED = 77
DARK, LIGHT = "0", "1"  # of Blink's preferredColorScheme
COLOURS = {  # searcher/output/html_printer.cc: paper, bars, marked words
    LIGHT: {"paper": (0xFF, 0xFF, 0xFF), "bar": (0x3B, 0x6E, 0xA5), "mark": (0xFF, 0xF0, 0xA8)},
    DARK: {"paper": (0x16, 0x18, 0x1B), "bar": (0x7F, 0xB0, 0xE3), "mark": (0x5C, 0x4D, 0x00)},
}
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-sync", "--disable-extensions",
         "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--force-device-scale-factor=1",
         "--virtual-time-budget=2000", "--enable-logging=stderr")


def paeth(left, above, corner):
    guess = left + above - corner
    distances = abs(guess - left), abs(guess - above), abs(guess - corner)
    return (left, above, corner)[distances.index(min(distances))]


def colours_of(path):
    """How many pixels of each colour a PNG of eight bits has. https://www.w3.org/TR/png/"""
    data = path.read_bytes()
    at, packed, width, height, channels = 8, b"", 0, 0, 0
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + size]
        if kind == b"IHDR":
            width, height, _, colour_type = struct.unpack(">IIBB", body[:10])
            channels = {2: 3, 6: 4}[colour_type]
        packed += body if kind == b"IDAT" else b""
        at += size + 12
    raw, stride, above, counts = zlib.decompress(packed), width * channels, bytearray(width * channels), {}
    for row in range(height):
        start = row * (stride + 1)
        line = bytearray(raw[start + 1:start + 1 + stride])
        how = raw[start]
        for i in range(stride) if how else ():
            left, corner = (line[i - channels], above[i - channels]) if i >= channels else (0, 0)
            line[i] = (line[i] + (0, left, above[i], (left + above[i]) // 2, paeth(left, above[i], corner))[how]) & 0xFF
        for i in range(0, stride, channels):
            colour = tuple(line[i:i + 3])
            counts[colour] = counts.get(colour, 0) + 1
        above = line
    return counts


def outside(log):
    """Addresses that a page asked the network for, from the browser's own log; what the browser wants for itself has no origin."""
    try:
        text = log.read_text()
        events = json.loads(text if text.rstrip().endswith("}") else text.rstrip().rstrip(",") + "]}")["events"]
    except (OSError, ValueError, KeyError):
        return ["the browser's log of requests cannot be read"]
    asked = [event["params"] for event in events if isinstance(event.get("params"), dict) and "initiator" in event["params"]]
    found = {params["url"] for params in asked if params["initiator"] != "not an origin"}
    return sorted(url for url in found if url.startswith(("http:", "https:", "ws:", "wss:", "ftp:")))


def look(browser, page, picture, scheme, width, height, work):
    """Draws the page; what its console says, and what was asked for outside."""
    log = work / "net.json"
    done = subprocess.run([browser, *QUIET, f"--user-data-dir={work}/profile", f"--log-net-log={log}", f"--window-size={width},{height}",
                           f"--blink-settings=preferredColorScheme={scheme}", f"--screenshot={picture}", page.as_uri()],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120, check=False)
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    if done.returncode != 0 or not picture.exists():
        console.append(f"no picture: {done.stderr[-500:]}")
    return console, outside(log)


def notices(browser, work):
    """Whether a page that says something and asks for something is seen to do it: else the rest would prove nothing."""
    page = work / "control.html"
    page.write_text("<img src='http://outside.example/x.png'><script>console.error('here')</script>")
    console, requests = look(browser, page, work / "control.png", LIGHT, 300, 300, work)
    return any("here" in line for line in console) and requests == ["http://outside.example/x.png"]


def make_page(programs, corpus, work):
    environment = {"PATH": os.environ["PATH"], "HOME": str(work)}
    page, archive = work / "page.html", work / "db"
    subprocess.run([programs / "pressmark-index", "-q", "--db", archive, corpus / "default", corpus / "duplicates", corpus / "multilingual"],
                   env=environment, check=True)
    subprocess.run([programs / "pressmark-search", "--db", archive, "storm OR flood OR ferry OR railway", "--facet", "country,source,person",
                    "--timeline", "year", "--related", "place", "--html", page], env=environment, check=True)
    return page


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True, type=pathlib.Path)
    parser.add_argument("--corpus", required=True, type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path)
    arguments = parser.parse_args()
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("skipped: there is no Chromium (Debian's package chromium)")
        return SKIPPED
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        pictures = arguments.pictures or work
        pictures.mkdir(parents=True, exist_ok=True)
        if not notices(browser, work):
            failed.append("a page that asks for a picture outside is not noticed")
        page = make_page(arguments.programs.resolve(), arguments.corpus.resolve(), work)
        for name, scheme, width, height in (("light", LIGHT, 1100, 1500), ("dark", DARK, 1100, 1500), ("narrow", LIGHT, 500, 2000)):
            picture = pictures / f"page-{name}.png"
            console, requests = look(browser, page, picture, scheme, width, height, work)
            failed += [f"{name}: {line}" for line in console] + [f"{name}: asked for {url}" for url in requests]
            drawn = colours_of(picture) if picture.exists() else {}
            failed += [f"{name}: no {what} of colour {colour}" for what, colour in COLOURS[scheme].items() if drawn.get(colour, 0) < 20]
            if drawn and max(drawn, key=drawn.get) != COLOURS[scheme]["paper"]:
                failed.append(f"{name}: most of the page is not paper")
    for line in failed:
        print(f"FAILED  {line}")
    print("failed" if failed else "light, dark and narrow: drawn, nothing on the console, nothing asked for")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
