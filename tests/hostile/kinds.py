"""Hostile crawl inputs. Each kind is a function that fills a folder; what must come of it is said beside each file.

A kind gets a Folder and calls
    folder.page(name, body)            a sound page around BODY, holding a word of its own that must be found
    folder.put(name, data, ...)        any file; found=words that must be found, lost=words that must not,
                                       maybe=words that would be nice, told=True: the report must name a reason
Words are made of the kind's and file's names, so that nothing else holds them.
"""
import bz2
import gzip
import hashlib
import io
import json
import lzma
import os
import random
import socket
import struct
import tarfile
import zipfile
import zlib

KINDS = {}
MIB = 1 << 20


def kind(function):
    KINDS[function.__name__.replace("_", "-")] = function
    return function


def word(*parts):
    digest = hashlib.sha256("/".join(parts).encode()).digest()
    return "qx" + "".join("bcdfghklmnprstvz"[b & 15] + "aeiou"[b >> 4 & 3] for b in digest[:6])


SENTENCES = (
    "The harbour council met on Tuesday evening to hear the report on the breakwater that was damaged in the winter storms.",
    "Engineers told the members that two of the nine concrete blocks had moved by almost a metre since the last survey.",
    "The work would take four months, they said, and the ferry to the islands would have to use the northern quay.",
    "A fisherman in the public seats asked who would pay for the nets that were lost when the wall gave way in January.",
    "The mayor promised an answer before the season begins, and thanked the volunteers who had carried sand all night.",
)


def story(*words, seed=0):
    order = list(SENTENCES)
    random.Random(seed).shuffle(order)
    parts = ["<p>%s %s</p>" % (order[i], order[(i + 1) % 5]) for i in range(5)]
    for i, w in enumerate(words):
        parts[i % 5] = parts[i % 5].replace("<p>", "<p>The inspector, known as %s, spoke first. " % w)
    return "\n".join(parts)


def html(title, body, head=""):
    return ('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%s</title>%s</head><body><article>'
            "<h1>%s</h1>\n%s\n</article></body></html>" % (title, head, title, body))


class Folder:
    def __init__(self, path, name):
        self.path, self.kind = path, name
        self.found, self.lost, self.maybe, self.told = [], [], [], []
        os.makedirs(path, exist_ok=True)

    def word(self, tag):
        return word(self.kind, tag)

    def full(self, name):
        return os.path.join(os.fsencode(self.path), name if isinstance(name, bytes) else name.encode())

    def put(self, name, data, found=(), lost=(), maybe=(), told=False):
        target = self.full(name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as f:
            f.write(data if isinstance(data, bytes) else data.encode())
        self.expect(name, found, lost, maybe, told)

    def expect(self, name, found=(), lost=(), maybe=(), told=False):
        self.found += found
        self.lost += lost
        self.maybe += maybe
        if told:
            self.told.append(name if isinstance(name, str) else name.decode("latin-1"))

    def page(self, name, extra="", head="", title=None):
        w = self.word(name)
        self.put(name, html(title or "Breakwater moves again " + name, story(w, seed=name) + extra, head), found=[w])
        return w


def packed(data, level=9):
    return gzip.compress(data, level, mtime=0)


def zeros_in_gzip(mebibytes, before=b"", after=b"", fill=b"A"):
    """One member that unfolds to very much, made without holding it."""
    maker = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = fill * MIB
    return b"".join([maker.compress(before)] + [maker.compress(piece) for _ in range(mebibytes)] + [maker.compress(after), maker.flush()])


def http(body, headers=b"", status=b"200 OK"):
    return b"HTTP/1.1 " + status + b"\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + b"\r\n" + body


def record(url, block, kind_=b"response", length=None, headers=b"", end=b"\r\n"):
    size = str(len(block)).encode() if length is None else length
    lines = [b"WARC/1.0", b"WARC-Type: " + kind_, b"WARC-Target-URI: " + url.encode(), b"WARC-Date: 2023-05-02T06:00:00Z",
             b"Content-Type: application/http; msgtype=response", b"Content-Length: " + size]
    return end.join(lines) + end + headers + end + block + end + end


def record_with(w, url=None, **more):
    return record(url or "https://harbour.example/" + w, http(html("Breakwater " + w, story(w, seed=w)).encode()), **more)


# ---- files and names

@kind
def name_of_every_length(f):
    w = f.word("long")
    f.put("n" * 250 + ".html", html("Long name", story(w)), found=[w])
    for i, name in enumerate((b"-rf", b"--help", b"*", b"%s%n%d", b" lead", b"trail ", b"quote'\"`$(x)", b"\\", b"tab\there")):
        v = f.word(str(i))
        f.put(name, html("Odd name %d" % i, story(v, seed=i)), found=[v])


@kind
def name_with_c1_and_bidi(f):
    for i, name in enumerate((b"\xc2\x9b31m.html", b"\xe2\x80\xaegpj.html", b"\xe2\x81\xa6x\xe2\x81\xa9.html", b"\x7f\x08\r.html", b"\xef\xbb\xbfbom.html")):
        w = f.word(str(i))
        f.put(name, html("Name %d" % i, story(w, seed=i)), found=[w])
        f.put(name + b".empty", b"", told=False)


@kind
def socket_among_pages(f):
    s = socket.socket(socket.AF_UNIX)
    here = os.getcwd()
    os.chdir(f.path)  # the path of a socket is short
    s.bind("talk.html")
    os.chdir(here)
    s.close()
    f.expect("talk.html", told=True)


@kind
def same_file_under_two_names(f):
    w = f.page("one.html", head='<link rel="canonical" href="https://harbour.example/one">')
    os.link(f.full("one.html"), f.full("two.html"))
    f.found = [w]


@kind
def only_marks_and_blanks(f):
    for name, data in (("bom8.txt", b"\xef\xbb\xbf"), ("bom16.txt", b"\xff\xfe"), ("blank.html", b" \r\n\t" * 5000), ("one.txt", b"x"),
                       ("zeros.txt", bytes(70000)), ("lt.html", b"<"), ("open.html", b"<!DOCTYPE"), ("gz.html", packed(b""))):
        f.put(name, data, told=True)


# ---- characters

@kind
def utf16_broken(f):
    w = f.word("odd")
    f.put("odd.html", b"\xff\xfe" + html("Odd", story(w)).encode("utf-16-le") + b"\x41", found=[w])
    v = f.word("lone")
    f.put("lone.html", b"\xfe\xff" + html("Lone", story(v, seed=2)).encode("utf-16-be").replace(b"\0<\0/\0p\0>", b"\xd8\0\0<\0/\0p\0>"), found=[v])


@kind
def utf8_overlong_and_surrogates(f):
    w = f.word("page")
    data = html("Overlong", story(w)).encode().replace(b"harbour", b"harb\xc0\xafour \xed\xa0\x80 \xf5\x80\x80\x80 \xf8\x88\x80\x80\x80 \xfe\xff")
    f.put("page.html", data, found=[w])


@kind
def declared_charset_is_dangerous(f):
    for i, name in enumerate(("utf-7", "iso-2022-cn", "hz-gb-2312", "x-user-defined", "replacement", "ebcdic-cp-us", "cp037", "a" * 5000, "../../etc", "utf-32")):
        w = f.word(str(i))
        f.put("c%d.html" % i, html("Charset", story(w, seed=i)).replace("utf-8", name), found=[w])


@kind
def combining_flood(f):
    f.page("marks.html", "<p>" + "a" + "\u0301" * 300000 + "</p>")
    f.page("zwj.html", "<p>" + "\U0001F468\u200d" * 60000 + "</p>")
    f.page("zwsp.html", "<p>" + "\u200b" * 400000 + "</p>")
    f.page("tags.html", "<p>" + "\U000E0041" * 50000 + "\ufffe\uffff\ufdd0" * 1000 + "</p>")


@kind
def one_token_without_blanks(f):
    f.page("cjk.html", "<p>" + "\u6e2f" * 400000 + "</p>")
    f.page("thai.html", "<p>" + "\u0e17\u0e48\u0e32" * 200000 + "</p>")
    f.page("hex.html", "<p>" + "deadbeef" * 200000 + "</p>")
    f.page("hyphens.html", "<p>" + "a-b'c." * 200000 + "</p>")


# ---- markup

@kind
def nested_in_every_way(f):
    for tag in ("table", "ul", "b", "span", "blockquote", "svg", "form", "select", "template", "noscript", "a href=x", "section", "font", "object", "button"):
        f.page("n-%s.html" % tag.split()[0], ("<%s>" % tag) * 30000)
    f.page("rows.html", "<table><tr><td>" * 20000)
    f.page("mixed.html", "<table><b><i><div><ul><li>" * 8000 + "</i></table></b>" * 8000)


@kind
def swallowing_markup(f):
    for i, start in enumerate(("<plaintext>", "<xmp>", "<textarea>", "<title>", "<style>", "<iframe>", "<![CDATA[", "<!--[if IE]>", "<a href=\"", "<p title='", "<?php", "<!")):
        w = f.word("s%d" % i)
        f.put("s%d.html" % i, html("Swallow", story(w, seed=i) + start + SENTENCES[0] * 3), found=[w])


@kind
def reference_flood(f):
    f.page("amp.html", "<p>" + "&" * 500000 + "</p>")
    f.page("named.html", "<p>&" + "x" * 500000 + ";</p>")
    f.page("numeric.html", "<p>" + "&#99999999999;&#xffffffffff;&#0;&#xD800;&#x110000;" * 20000 + "</p>")
    f.page("known.html", "<p>" + "&CounterClockwiseContourIntegral;" * 30000 + "</p>")


@kind
def head_flood(f):
    f.page("metas.html", head='<meta name="author" content="Ann Reporter"><meta property="article:tag" content="x">' * 20000)
    f.page("title.html", title="Breakwater " * 100000)
    f.page("links.html", head='<link rel="canonical" href="https://harbour.example/a"><link rel="alternate" hreflang="de" href="/de">' * 10000)
    f.page("keywords.html", head='<meta name="keywords" content="' + ",".join("key%d" % i for i in range(100000)) + '">')


@kind
def json_ld_flood(f):
    script = '<script type="application/ld+json">%s</script>'
    f.page("many.html", head=script % '{"@type":"NewsArticle","headline":"x"}' * 20000)
    f.page("deep.html", head=script % ('{"@graph":[' * 100000))
    f.page("arrays.html", head=script % ("[" * 500000 + "]" * 500000))
    f.page("long.html", head=script % json.dumps({"@type": "NewsArticle", "headline": "h" * 2000000, "author": [{"name": "n%d" % i} for i in range(50000)]}))
    f.page("bad.html", head=script % '{"@type":"NewsArticle","datePublished":"\\ud800\\u0000","author":{"name":{"name":{"name":1e999}}}}')


@kind
def many_pages_in_one(f):
    one = html("Again", story(f.word("rep")))
    f.put("again.html", one * 600, found=[f.word("rep")])


@kind
def attribute_flood(f):
    f.page("ids.html", "".join('<i id="i%d" class="c%d d%d e%d"></i>' % (i, i, i, i) for i in range(60000)))
    f.page("class.html", '<div class="' + " ".join("c%d" % i for i in range(200000)) + '"><p>x</p></div>')
    f.page("style.html", '<p style="' + "color:red;" * 200000 + '">x</p>')
    f.page("data.html", '<img src="data:image/png;base64,' + "A" * 3000000 + '">')


# ---- what enrichment sees

@kind
def names_without_end(f):
    rng = random.Random(4)
    people = ["%s%s %s%s" % (rng.choice("ABDEGHJKLMNPRST"), rng.choice(("nna", "orin", "elka", "aros")), rng.choice("BDFGKLMNPRSTV"), rng.choice(("ovak", "aris", "elsen", "undt")) + "abcdefghij"[i % 10] * (i // 1000 + 1)) for i in range(20000)]
    f.page("people.html", "<p>" + ", ".join(people) + " met.</p>")
    f.page("capitals.html", "<p>" + "Aaa Bbb Ccc " * 100000 + "</p>")
    f.page("putin.html", "<p>" + "Putin said Putin met Xi. " * 40000 + "</p>")
    f.page("countries.html", "<p>" + "France Germany Japan Chad Niger Nigeria Georgia Jordan " * 20000 + "</p>")
    f.page("upper.html", "<p>" + "STORM HITS THE ISLAND OF SAINT MARTIN AGAIN " * 20000 + "</p>")


@kind
def dates_without_end(f):
    f.page("dates.html", "".join("<time datetime='%d-%02d-%02d'>%d May %d</time> " % (i % 12000, i % 15, i % 35, i % 40, i) for i in range(40000)))
    f.page("digits.html", "<p>Published " + "9" * 500000 + "</p><p>" + "1/" * 300000 + "</p>")


@kind
def sentences_without_end(f):
    f.page("dots.html", "<p>" + "." * 1000000 + "</p>")
    f.page("quotes.html", "<p>" + "\u201c" * 300000 + "</p>")
    f.page("paragraphs.html", "<p>a.</p>" * 200000)
    f.page("breaks.html", "a<br>" * 400000)


@kind
def copies_by_the_hundred(f):
    for i in range(300):
        f.put("copy%03d.html" % i, html("Copies", story(f.word("shared"), seed=1) + "<p>Printed in edition number %d.</p>" % i))
    f.page("other.html")


@kind
def one_address_many_pages(f):
    for i in range(60):
        f.put("v%02d.html" % i, html("Version", story(seed=i), '<link rel="canonical" href="https://harbour.example/same">'))
    f.page("other.html")


# ---- tables

@kind
def tables(f):
    good = [f.word("t%d" % i) for i in range(6)]

    def row(w, end="\r\n"):
        return '"Breakwater, again","%s ""%s"" said so.","https://harbour.example/%s"%s' % (" ".join(SENTENCES), w, w, end)
    header = "Title,Text,URL\r\n"
    bad = ['"never closed,' + "x" * 1000 + "\r\n", ",,,,,\r\n", '"' * 100001 + "\r\n", "\x00\x1b[2J\r\n", "," * 300000 + "\r\n"]
    f.put("rows.csv", header + row(good[0]) + "".join(bad) + row(good[1]) + "\r\n" * 50000 + "y" * (9 * MIB) + "\r\n" + row(good[2]), found=[good[0], good[2]], maybe=[good[1]], told=True)
    f.put("open.csv", header + row(good[3]) + '"open,"b\r\n' * 500000, found=[good[3]], told=True)
    f.put("names.csv", ("title,text" + ",n" * 990 + "\n" + ("," * 991 + "\n") * 20000))
    f.put("wide.csv", b"\xff\xfe" + (header + row(good[4])).encode("utf-16-le") + b"\x00\xd8" * 100000 + "\r\n".encode("utf-16-le") + row(good[5]).encode("utf-16-le"), found=[good[4], good[5]],
          told=True)


# ---- JSON Lines

@kind
def json_lines(f):
    good = [f.word("j%d" % i) for i in range(4)]

    def line(w, **more):
        return json.dumps(dict({"title": "Breakwater", "text": " ".join(SENTENCES) + " " + w, "url": "https://harbour.example/" + w}, **more))
    bad = ["[" * 200000, '{"text": ' + "[" * 200000, '{"text": "\\ud800 lone"}', '{"text": 5, "title": [], "date": {}, "authors": 7}', "null", "true", '{"text"', '{"text": "a", "text": "b"}',
           '{"date": "9999999999999999999999", "text": "x"}', "{" + '"k":1,' * 300000 + '"z":0}', '\x00\x1b[2J', '{"text": "' + "\\u0000" * 1000 + '"}']
    lines = [line(good[0])] + bad + [line(good[1], date="0000-00-00", authors=["A" * 5000] * 500)] + [""] * 50000 + [line(good[2], id=7), "{" + "x" * (9 * MIB), line(good[3])]
    f.put("crawl.jsonl", "\n".join(lines), found=good, told=True)


@kind
def json_array_unclosed(f):
    w = f.word("a")
    first = json.dumps({"title": "Breakwater", "text": " ".join(SENTENCES) + " " + w})
    f.put("items.json", "[\n" + first + ",\n" + '{"text": "' + "never closed " * 100000, found=[w], told=True)


# ---- containers

@kind
def archive_paths_lead_out(f):
    stream, words = io.BytesIO(), [f.word("z%d" % i) for i in range(3)]
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as z:
        for name, w in zip(("../../../../tmp/out.html", "/etc/passwd.html", "a\x1b]0;x\x07\u202e.html"), words):
            z.writestr(zipfile.ZipInfo(name), html("Zip", story(w, seed=name)))
    f.put("paths.zip", stream.getvalue(), found=words)
    stream, w = io.BytesIO(), f.word("tar")
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as t:
        for name, kind_, link in (("l", tarfile.SYMTYPE, "/etc/passwd"), ("h", tarfile.LNKTYPE, "/etc/passwd"), ("p", tarfile.FIFOTYPE, ""), ("d", tarfile.CHRTYPE, "")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind_, link
            t.addfile(info)
        data = html("Tar", story(w)).encode()
        info = tarfile.TarInfo("x/" * 2000 + "page.html")
        info.size = len(data)
        t.addfile(info, io.BytesIO(data))
    f.put("links.tar", stream.getvalue(), found=[w], told=True)


@kind
def archive_bombs(f):
    stream, w = io.BytesIO(), f.word("zip")
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("bomb.html", b"<p>" + bytes(200 * MIB))
        z.writestr("page.html", html("Zip", story(w)))
    f.put("bomb.zip", stream.getvalue(), found=[w], told=True)
    nest = html("Nest", story(seed=3)).encode()
    for i in range(12):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("n%d.zip" % i, nest)
        nest = stream.getvalue()
    f.put("nest.zip", nest, told=True)
    header = bytearray(tarfile.TarInfo("huge.html").tobuf(tarfile.USTAR_FORMAT))
    header[124:136] = b"77777777777\0"
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    f.put("huge.tar", bytes(header) + b"x" * 3000, told=True)


@kind
def tar_with_any_end(f):
    for name, padding in (("none", b""), ("odd", bytes(700)), ("line", bytes(1024) + b"\n")):
        stream, w = io.BytesIO(), f.word(name)
        with tarfile.open(fileobj=stream, mode="w") as t:
            data = html("Tar", story(w, seed=name)).encode()
            info = tarfile.TarInfo("page.html")
            info.size = len(data)
            t.addfile(info, io.BytesIO(data))
        f.put(name + ".tar", stream.getvalue()[:512 + (len(data) + 511) // 512 * 512] + padding, found=[w])
    f.put("cut.tar", stream.getvalue()[:512 + len(data) - 5], told=True)


@kind
def holes_in_files(f):
    w, line, lost = f.word("w"), f.word("j"), f.word("l")
    f.put("end.warc", record_with(w), found=[w])
    f.put("end.jsonl", json.dumps({"title": "Breakwater", "text": "The inspector, known as %s. %s" % (line, " ".join(SENTENCES))}) + "\n", found=[line])
    f.put("middle.warc", record_with(lost), found=[lost], told=True)
    f.put("begin.html", b"", told=True)
    for name in ("end.warc", "end.jsonl", "middle.warc", "begin.html"):
        os.truncate(f.full(name), 100 << 30)
    for name in ("middle.warc", "begin.html"):
        with open(f.full(name), "ab") as file:
            file.write(b"x")


@kind
def compressed_bombs(f):
    f.put("a.html.gz", zeros_in_gzip(300), told=True)
    f.put("b.html.xz", lzma.compress(bytes(64 * MIB), preset=1), told=True)
    f.put("c.html.bz2", bz2.compress(bytes(64 * MIB)), told=True)
    data = html("Chain", story(seed=8)).encode()
    for _ in range(15):
        data = packed(data)
    f.put("d.html", data, told=True)
    # A frame that asks for a window of 2 TiB; a stream that asks for a dictionary of 4 GiB.
    f.put("e.zst", b"\x28\xb5\x2f\xfd\x00\xf8" + b"\x00" * 60, told=True)
    block = bytes((2, 0, 0x21, 1, 40, 0, 0, 0))
    f.put("f.xz", b"\xfd7zXZ\0\0\x01" + struct.pack("<I", zlib.crc32(b"\0\x01")) + block + struct.pack("<I", zlib.crc32(block)) + b"\x01\0\0x", told=True)


@kind
def gzip_with_odd_headers(f):
    def member(data, flags, extra):
        raw = zlib.compressobj(9, zlib.DEFLATED, -15)
        return b"\x1f\x8b\x08" + bytes((flags,)) + bytes(6) + extra + raw.compress(data) + raw.flush() + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)
    words = [f.word("g%d" % i) for i in range(4)]
    extras = ((4, struct.pack("<H", 65535) + b"sl" + bytes(65533)), (8, b"\x1b]0;x\x07" + b"n" * 60000 + b"\0"), (16, b"c" * 60000 + b"\0"), (0, b""))
    parts = [member(record_with(w), flags, extra) for w, (flags, extra) in zip(words, extras)]
    f.put("odd.warc.gz", parts[0] + packed(b"") * 20000 + parts[1] + parts[2] + bytes(1000) + parts[3], found=words)


@kind
def gzip_false_starts(f):
    w = f.word("g")
    f.put("starts.warc.gz", packed(record_with(w)) + b"\x1f\x8b\x08\0\0\0\0\0\0\3" * 150000, found=[w])


# ---- WARC and HTTP

@kind
def warc_record_kinds(f):
    words = [f.word(str(i)) for i in range(4)]
    body = html("Kinds", story(words[0])).encode()
    f.put("kinds.warc", b"".join((
        record("https://harbour.example/k0", http(body)),
        record("https://harbour.example/k0", http(b"", b"X: y\r\n"), b"revisit", headers=b"WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n"),
        record("https://harbour.example/k0", b"rest", b"continuation"), record("https://harbour.example/k0", b"x", b"no-such-kind"), record("https://harbour.example/k0", b"x", b""),
        record_with(words[1], end=b"\n"), record_with(words[2], headers=b"X-Folded: a\r\n b\r\n\tc\r\nno colon\r\n: nameless\r\n"),
        record("https://harbour.example/" + "p/" * 30000, http(html("Deep", story(words[3], seed=5)).encode())))), found=words)


@kind
def warc_within_warc(f):
    words = [f.word("outer"), f.word("after")]
    inner = record_with(f.word("inner")) * 3
    f.put("nest.warc", record_with(words[0]) + record("https://harbour.example/x.warc", http(inner, b"", b"200 OK").replace(b"text/html; charset=utf-8", b"application/warc")) + record_with(words[1]),
          found=words, lost=[f.word("inner")])


@kind
def warc_overlapping_lengths(f):
    words = [f.word(str(i)) for i in range(6)]
    f.put("lengths.warc", b"".join(record_with(w, length=size) for w, size in zip(words, (None, b"0", b"1", b"4000000000", b"+5", None))), found=[words[0], words[5]], maybe=words[1:5])


@kind
def warc_cut_everywhere(f):
    whole = packed(record_with(f.word("cut")))
    first = f.word("first")
    for i in range(1, 20):
        f.put("cut%02d.warc.gz" % i, packed(record_with(first, "https://harbour.example/first")) + whole[:len(whole) * i // 20], told=True)
    f.expect("", found=[first])


@kind
def warc_noise_between(f):
    rng = random.Random(9)
    words = [f.word(str(i)) for i in range(5)]
    noise = [bytes(rng.getrandbits(8) for _ in range(5000)) for _ in range(5)]
    f.put("plain.warc", b"".join(record_with(w) + n + b"\r\n" for w, n in zip(words, noise)), found=words, told=True)
    others = [f.word("g%d" % i) for i in range(5)]
    f.put("packed.warc.gz", b"".join(packed(record_with(w)) + n for w, n in zip(others, noise)), found=others, told=True)


@kind
def http_in_every_dress(f):
    words = [f.word(str(i)) for i in range(8)]
    pages = [html("Dress", story(w, seed=w)).encode() for w in words]
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    blocks = [
        b"HTTP/1.1 100 Continue\r\n\r\n" + http(pages[0]),
        http(b"".join(b"1\r\n%c\r\n" % c for c in pages[1]) + b"0\r\n\r\n", b"Transfer-Encoding: chunked\r\n"),
        http(raw.compress(pages[2]) + raw.flush(), b"Content-Encoding: deflate\r\n"),
        http(pages[3], b"Content-Encoding: br\r\n"),
        http(packed(pages[4]), b"Content-Encoding: identity, gzip\r\nContent-Length: 1\r\n"),
        http(pages[5]).replace(b"\r\n", b"\n", 3),
        pages[6],
        http(packed(pages[7])[:-4], b"Content-Encoding: gzip\r\n"),
    ]
    f.put("dress.warc.gz", b"".join(packed(record("https://harbour.example/d%d" % i, b)) for i, b in enumerate(blocks)), found=words[:7], maybe=words[7:])


@kind
def http_bombs(f):
    w = f.word("last")
    chunks = http(b"1\r\nx\r\n" * 1000000, b"Transfer-Encoding: chunked\r\n")
    f.put("bombs.warc.gz", b"".join(packed(r) for r in (
        record("https://harbour.example/b0", http(zeros_in_gzip(100), b"Content-Encoding: gzip\r\n")),
        record("https://harbour.example/b1", http(packed(zeros_in_gzip(100)), b"Content-Encoding: gzip, gzip\r\n")),
        record("https://harbour.example/b2", http(b"x", b"Content-Encoding: " + b"gzip," * 50000 + b"\r\n")),
        record("https://harbour.example/b3", chunks), record_with(w))), found=[w], told=True)


@kind
def warc_bomb_of_many_gibibytes(f):
    first, last = f.word("first"), f.word("last")
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"
    shell = record("https://harbour.example/big", b"", length=str(len(head) + 700 * MIB).encode())[:-4]
    f.put("big.warc.gz", packed(record_with(first)) + zeros_in_gzip(700, shell + head, b"\r\n\r\n") + packed(record_with(last)), found=[first, last], told=True)


# ---- feeds

def feed_item(w, dress="<content:encoded><![CDATA[%s]]></content:encoded>"):
    return "<item><title>Breakwater %s</title><link>https://harbour.example/%s</link>%s</item>\n" % (w, w, dress % story(w, seed=w))


def rss(*items, head='<?xml version="1.0"?>'):
    return head + '<rss version="2.0"><channel><title>Harbour</title>' + "".join(items) + "</channel></rss>"


@kind
def broken_feeds(f):
    words = [f.word("feed%d" % i) for i in range(12)]
    f.put("open.xml", rss(feed_item(words[0]), "<item><title><![CDATA[never ends</title></item>\n", feed_item(words[1]), "<item><!-- never ends</item>", feed_item(words[2])),
          found=words[:3])
    f.put("nested.xml", rss("<item>" * 1000, feed_item(words[3]), "</item>" * 1000), found=[words[3]], told=True)
    f.put("bomb.xml", rss(feed_item(words[4]), "<item><title>&z;</title></item>", head='<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY z "%s">]>' % ("&a;" * 3000)),
          found=[words[4]])
    f.put("file.xml", rss("<item><title>&f;</title><description>&f;</description></item>", feed_item(words[5]),
                          head='<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'), found=[words[5]], told=True)
    f.put("deep.xml", rss(feed_item(words[6], "<content:encoded>" + "<div>" * 100000 + "%s</content:encoded>"), feed_item(words[7])), found=[words[7]], maybe=[words[6]])
    f.put("bare.xml", rss(feed_item(words[8], "<description>Salt & fish < bread &nbsp;<br>%s" + story(seed=8) * 3 + "</description>")), found=[words[8]])
    f.put("cut.xml", rss(feed_item(words[9]), "<item><title>x")[:-17], found=[words[9]], told=True)
    f.put("many.xml", rss("<item/>" * 20000, feed_item(words[10])), found=[words[10]], told=True)
    f.put("deep.json", '{"version":"https://jsonfeed.org/version/1.1","x":%s,"items":[{"a":%s},{"id":"1","content_html":"%s"}]}' % (
        "[" * 5000 + "]" * 5000, "[" * 100000 + "]" * 100000, story(words[11]).replace("\n", " ")), found=[words[11]])


# ---- other files that a crawl leaves

@kind
def other_formats(f):
    rng = random.Random(12)
    noise = bytes(rng.getrandbits(8) for _ in range(20000))
    for name, start in (("a.html", b"%PDF-1.7\n"), ("b.html", b"\x89PNG\r\n\x1a\n"), ("c.html", b"GIF89a"), ("d.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ("e.txt", b"OggS"),
                        ("f.txt", b"MZ\x90\0"), ("g.txt", b"\xca\xfe\xba\xbe"), ("h.html", b"wOF2"), ("i.txt", b"SQLite format 3\0"), ("j", b"Rar!\x1a\x07\0"), ("k", b"7z\xbc\xaf\x27\x1c")):
        f.put(name, start + noise, told=True)
    f.put("app.js", "function harbour() { return '%s'; }\n" % f.word("js") * 200, lost=[f.word("js")])
    f.put("site.css", "body { color: red } /* %s */\n" % f.word("css") * 200, lost=[f.word("css")])
    f.put("feed.xml", '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>', told=True)
    f.put("entities.xml", '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "%s">]><nitf><body><body.content><p>&b;</p></body.content></body></nitf>' % ("&a;" * 100000))
