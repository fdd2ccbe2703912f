#!/usr/bin/env python3
"""Writes sample.warc.gz beside this script: a small crawl of invented articles.

The output is the same on every run. Each record is a gzip member of its own, as crawlers write them.
Usage: make_warc.py [OUTPUT]
"""

import base64
import gzip
import hashlib
import html
import os
import sys
import uuid

CRAWLED = "2023-11-20T03:%02d:00Z"

PAGES = [
    {
        "url": "https://www.polder-post.example/water/sluice-eels",
        "shape": "plain",
        "site": "Polder Post",
        "date": "2023-11-14",
        "author": "Marijke Verhoef",
        "title": "Dutch sluice keeps office hours for eels",
        "text": [
            "The great sluice at Den Oever in the Netherlands now opens for a quarter of an hour on every "
            "dark, wet evening of the autumn, without a single boat in sight. It does so for eels.",
            "Between September and December the grown fish leave the lakes for the ocean, and until this "
            "year most of them ended in the pumps. A sensor below the gate hears them come. When more than "
            "two hundred have gathered, the lock keeper gets a message on his telephone.",
            "\u201cI have waited up for yachts that never came,\u201d said Wouter Kuipers, who has worked the "
            "gate for 26 years. \u201cThese are punctual.\u201d",
            "The regional water board counted 41,000 eels in October. Salt water that enters on such nights "
            "worries the growers of tulips, who have been promised that the gate will stay shut after a dry "
            "summer. The board will report to parliament in The Hague in the spring.",
        ],
        "aside": ["Skates sharpened while you wait", "Cheese market moves indoors"],
    },
    {
        "url": "https://www.polder-post.example/culture/organ-street",
        "shape": "chunked",
        "site": "Polder Post",
        "date": "2023-11-16",
        "author": "Joris Dekker",
        "title": "Antwerp buys back the last of its street organs",
        "text": [
            "A street organ with 92 keys and eleven wooden musicians, sold to a fairground in the American "
            "Midwest in 1959, was lifted off a ship in Antwerp on Thursday before several hundred people, "
            "some of whom had danced to it as children.",
            "The city of Antwerp and the Belgian state paid 210,000 euros. A private museum in Ohio had "
            "asked for twice as much but gave way, its owner said, after a letter from a home for the "
            "elderly that listed the tunes by heart.",
            "The organ is called The Whale, for its colour. Three of the drummers have lost their arms and "
            "the bellows leak. Greet Maes, who will restore it, found a nest of American mice inside. "
            "\u201cThey have papers now,\u201d she said.",
            "It will be heard for the first time at Whitsun, on the square from which it was taken. The "
            "music books, folded cards two kilometres long in all, travelled as hand luggage.",
        ],
        "aside": ["Mussels: the season opens", "Tram line eleven diverted"],
    },
    {
        "url": "https://www.polder-post.example/science/peat-clock",
        "shape": "gzip",
        "site": "Polder Post",
        "date": "2023-11-17",
        "author": "Marijke Verhoef",
        "title": "Estonian bog gives up a road older than Rome",
        "text": [
            "Peat cutters in the south of Estonia have uncovered 700 metres of a road made of split pine "
            "trunks which, to judge by the tree rings, was laid in the winter of 812 BC.",
            "The planks lie side by side like the keys of a piano, and many still bear the marks of the axe. "
            "Liis Tamm, an archaeologist from Tartu, said the wood was so fresh that it smelled of resin for "
            "an hour after the air had reached it.",
            "Nobody knows where the road was going. At one end it reaches firm ground with the traces of a "
            "hearth. At the other it stops in open water, as if the builders had been called away.",
            "The company that digs the peat has halted work on nine hectares and asked the state for "
            "compensation. Samples were sent to Finland for dating. Until a shed can be built, the trunks "
            "have been covered again with what preserved them: wet moss, and silence.",
        ],
        "aside": ["Mushroom pickers lost and found", "Sauna etiquette for beginners"],
    },
    {
        "url": "https://www.polder-post.example/economy/bicycle-barges",
        "shape": "chunked-gzip",
        "site": "Polder Post",
        "date": "2023-11-18",
        "author": "Sanne Bakels",
        "title": "Hungary ships bicycles down the Danube to spare the lorries",
        "text": [
            "The first barge with nothing but bicycles on board, 6,400 of them, left a quay in Budapest on "
            "Saturday for the Black Sea, in a trial by which Hungary hopes to take three hundred lorries off "
            "its roads each month.",
            "The voyage takes nine days, against two by motorway. But drivers are scarce, queues at the "
            "Romanian border last until the sandwiches run out, and a bicycle, as the forwarding agent "
            "Gyula Farkasdi remarked, does not go off.",
            "The river is the doubtful part. In three of the last six summers there was too little water "
            "below Mohacs for a loaded vessel. Farkasdi has chartered boats with a draught of 1.4 metres "
            "and a captain who was born on one.",
            "Two makers have signed for a year. A third, which exports children's tricycles to Turkey, wants "
            "to see whether the saddles arrive dry. Customs officers at Constanta have been told to expect "
            "a great many bells.",
        ],
        "aside": ["Thermal baths raise prices", "Paprika harvest delayed"],
    },
    {
        "url": "https://www.polder-post.example/world/uruguay-wind-choir",
        "shape": "plain",
        "site": "Polder Post",
        "date": "2023-11-19",
        "author": "Sanne Bakels",
        "title": "Uruguay tunes its wind turbines after a choir complains",
        "text": [
            "A village choir in the east of Uruguay has persuaded the operator of 31 wind turbines to change "
            "the speed at which they turn on Thursday evenings, because they hum a quarter of a tone below A.",
            "The singers of Cerro Liso rehearse in a chapel without glass in its windows. For two years, said "
            "their conductor, Amparo Etcheverry, every piece had sunk by the second page. A visiting piano "
            "tuner at last walked up the hill with a fork.",
            "Engineers in Montevideo found that by feathering the blades four degrees they could raise the "
            "note to match. It costs the company about nine dollars an evening in lost power. \u201cWe are "
            "sponsors of the arts,\u201d said its manager, not altogether seriously.",
            "The choir sings in Buenos Aires in December. It has asked whether the hum could be sent along, "
            "since the basses have grown used to it.",
        ],
        "aside": ["Beach season opens early", "Beef prices explained"],
    },
]


def render(page):
    """The page as its server would send it, before any transfer coding."""
    esc = html.escape
    paragraphs = "\n".join(f"<p>{esc(p, False)}</p>" for p in page["text"])
    links = "".join(f'<li><a href="/x/{i}">{esc(t)}</a></li>' for i, t in enumerate(page["aside"]))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{esc(page["title"])} | {page["site"]}</title>
<link rel="canonical" href="{page["url"]}">
<meta property="og:site_name" content="{page["site"]}">
<meta property="og:title" content="{esc(page["title"])}">
<meta name="author" content="{page["author"]}">
<meta property="article:published_time" content="{page["date"]}T07:30:00+01:00">
<style>.wrap{{max-width:60em}}.also{{float:right;width:14em}}.bar a{{padding:4px}}</style>
</head>
<body>
<div class="bar"><a href="/">{page["site"]}</a> <a href="/water">Water</a> <a href="/culture">Culture</a>
<a href="/science">Science</a> <a href="/economy">Economy</a> <a href="/world">World</a> <a href="/search">Search</a></div>
<div class="wrap">
<h1>{esc(page["title"])}</h1>
<p class="sig">By {page["author"]}, {page["date"]}</p>
<div class="copy">
{paragraphs}
</div>
<div class="also"><h3>Also on this site</h3><ul>{links}</ul></div>
</div>
<div class="base"><p>Tips for the newsroom? Write to tips@polder-post.example.</p><p>Privacy | Imprint</p></div>
</body>
</html>
""".encode()


def chunked(data, size=700):
    out = b""
    for start in range(0, len(data), size):
        piece = data[start : start + size]
        out += b"%x\r\n" % len(piece) + piece + b"\r\n"
    return out + b"0\r\n\r\n"


def http_response(body, shape, content_type="text/html; charset=utf-8", status="200 OK"):
    headers = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", "Server: nginx", "Vary: Accept-Encoding"]
    if shape.endswith("gzip"):
        body = gzip.compress(body, 9, mtime=0)
        headers.append("Content-Encoding: gzip")
    if shape.startswith("chunked"):
        body = chunked(body)
        headers.append("Transfer-Encoding: chunked")
    else:
        headers.append(f"Content-Length: {len(body)}")
    return "\r\n".join(headers).encode() + b"\r\n\r\n", body


def sha1(data):
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def record(kind, minute, block, content_type, url=None, extra=()):
    """One WARC/1.0 record as a gzip member; its id follows from what it holds."""
    ident = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {minute} {url}")
    lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:{ident}>", f"WARC-Date: {CRAWLED % minute}"]
    if url:
        lines.append(f"WARC-Target-URI: {url}")
    lines += [f"{name}: {value}" for name, value in extra]
    lines += [f"Content-Type: {content_type}", f"Content-Length: {len(block)}"]
    return gzip.compress("\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n", 9, mtime=0)


def make_warc():
    info = b"software: make_warc.py\r\nformat: WARC File Format 1.0\r\ndescription: invented articles\r\n"
    out = [record("warcinfo", 0, info, "application/warc-fields", extra=[("WARC-Filename", "sample.warc.gz")])]
    first = PAGES[0]
    request = b"GET /water/sluice-eels HTTP/1.1\r\nHost: www.polder-post.example\r\nUser-Agent: night-crawl\r\n\r\n"
    out.append(record("request", 1, request, "application/http; msgtype=request", first["url"]))
    http = "application/http; msgtype=response"
    for minute, page in enumerate(PAGES, start=1):
        head, body = http_response(render(page), page["shape"])
        out.append(record("response", minute, head + body, http, page["url"],
                          [("WARC-Payload-Digest", sha1(body)), ("WARC-Block-Digest", sha1(head + body))]))
    head, body = http_response(b"<html><title>404</title><p>Not found.</p></html>", "plain", status="404 Not Found")
    out.append(record("response", 7, head + body, http, "https://www.polder-post.example/gone"))
    head, body = http_response(b"\x89PNG\r\n\x1a\n" + bytes(range(64)), "plain", "image/png")
    out.append(record("response", 8, head + body, http, "https://www.polder-post.example/logo.png"))
    head, body = http_response(render(first), first["shape"])
    out.append(record("revisit", 9, head, http, first["url"],
                      [("WARC-Profile", "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"),
                       ("WARC-Payload-Digest", sha1(body)), ("WARC-Refers-To-Target-URI", first["url"]),
                       ("WARC-Refers-To-Date", CRAWLED % 1)]))
    return b"".join(out)


if __name__ == "__main__":
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sample.warc.gz")
    with open(sys.argv[1] if len(sys.argv) > 1 else beside, "wb") as target:
        target.write(make_warc())
