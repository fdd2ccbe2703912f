#!/usr/bin/env python3
"""Seeds for the fuzz targets, from the sample archive: make_seeds.py CORPUS OUT"""
import gzip
import io
import os
import sys
import tarfile
import zipfile
import zlib

QUERIES = (
    "gas leak", '"gas leak"~3 -russia', "gas NEAR/5 leak OR (harbour AND NOT oil)", "title:(gas leak) country:ua,ru", "date:2022-08..2022-09", "date:>=2022-08",
    "date:\"last 2 weeks\"", "since:7d until:today", "inflat* electon~ =Exact", "source:*.gov.uk words:>500", "atleast/3 gas", "person:\"Olena Marchuk\"", "is:dup has:author",
    "((((((a", "a ADJ/2 b SAME c", "lang:english from:gb", "* -lang:en", "\u201cgas leak\u201d", "url:https://x.org/2022/*", "NOT", "id:k3f9q", "\\\"a\\:b",
)


def files_below(folder):
    for base, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if not name.endswith((".py", ".sh", ".md", ".tsv")):
                yield os.path.join(base, name)


def main(corpus, out):
    count = 0

    def seed(target, data):
        nonlocal count
        os.makedirs(os.path.join(out, target), exist_ok=True)
        with open(os.path.join(out, target, "seed%04d" % count), "wb") as f:
            f.write(data)
        count += 1

    pages = []
    for path in files_below(corpus):
        with open(path, "rb") as f:
            data = f.read()
        if len(data) > 60000:
            continue
        seed("content", b"\x20" + data)
        if path.endswith((".html", ".txt")):
            pages.append(data)
            seed("page", data)
            seed("decode", b"utf-8\n" + data)
            seed("decode", b"\n" + data)
            seed("http", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(data, mtime=0))
        if path.endswith(".warc.gz"):
            seed("warc", b"\x03" + gzip.decompress(data)[:60000])
    body = b"".join(b"%x\r\n" % len(pages[0][i:i + 700]) + pages[0][i:i + 700] + b"\r\n" for i in range(0, 2100, 700))
    seed("http", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body + b"0\r\n\r\n")
    for line in (b'"text": "A bridge opens.", "title": "Bridge", "date": "2023-03-14", "id": 7}',
                 b'"maintext": "A bridge opens.", "date_publish": "2023-03-14 08:00:00", "authors": ["Ann"], "url": "https://a.example/"}'):
        seed("json", line)
        seed("content", b"\x20{" + line + b"\n{" + line + b"\n")
        seed("content", b"\x20{}\n{" + line + b"{" + line + b" {\n")
    for wire in (b'<nitf><head><docdata><date.issue norm="20240503T101500Z"/></docdata></head><body><body.head><hedline><hl1>Ice</hl1>'
                 b'</hedline><byline>By <person>Jane Doe</person></byline></body.head><body.content><block><p>The harbour &#8212; froze.</p>'
                 b'</block></body.content></body></nitf>',
                 b'<newsMessage xmlns="urn:x"><itemSet><newsItem guid="urn:1"><contentMeta><headline>Ice</headline></contentMeta><contentSet>'
                 b'<inlineXML><html><body><p>The harbour <b>froze</b>.</p><![CDATA[x]]></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>'):
        seed("newswire", wire)
        seed("content", b"\x20" + wire)
    for line in ("By JANE DOE and John Roe Jr., Associated Press", "Von Anna Müller, Berlin", "Por Ana Gómez y Luis Peña",
                 "記者 山田太郎", "Автор: Иван Петров", "Jane Doe | Staff Writer · 3 May 2024"):
        seed("byline", line.encode())
    for number, line in enumerate(("2024-05-03T23:30:00Z", "May 3rd, 2024 at 10:00 PM EDT", "3 de mayo de 2024", "2024年5月3日",
                                   "03/05/2024", "3 พฤษภาคม 2567", "1714724400000", "https://a.example/2024/may/03/bridge",
                                   "۳ خرداد ۱۴۰۳", "Fri May 03 10:00:00 CEST 2024", "2024. május 3.", "20240503")):
        seed("date", bytes([number]) + line.encode())
    for query in QUERIES:
        seed("query", query.encode())
    for schema in (1, 2, 3, 4, 5):
        manifest = b"pressmark-archive 1\nschema %d\ngeneration 3\nnext 4\nxapian 1.4.22\nsegment seg-000001 25\nfiles files-000002\nstories stories-000003\ndead seg-000001 7\n" % schema
        seed("table", b"\0" + manifest + b"crc %08x\n" % zlib.crc32(manifest))
    for kind in (b"\1PMcols01", b"\2PMfiles2", b"\3PMbound1"):
        seed("table", kind + bytes(120))
        seed("table", kind + bytes(range(120)))
    text = b"\x07Harbour"
    seed("record", b"\1\x3f" + 15 * text + 6 * (b"\2" + text + text) + b"\5" + b"\x80\x20" * 4)
    seed("record", b"\1\0" + bytes(22))
    saved = (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n"
             b"Content-Transfer-Encoding: %s\r\nContent-Location: https://a.example/ice\r\n\r\n%s\r\n--b--\r\n")
    seed("content", b"\x20" + saved % (b"quoted-printable", b"<p class=3D\"a\">The harbour=\r\n froze.</p>"))
    seed("content", b"\x20" + saved % (b"base64", b"PHA+VGhlIGhhcmJvdXIgZnJvemUuPC9wPg=="))
    arc = b"filedesc://a.arc 0.0.0.0 20050102030405 text/plain 20\n1 0 InternetArchive\n\n\n"
    for address in (b"http://a.example/1", b"http://a.example/2"):
        arc += address + b" 192.0.2.1 20050102030405 text/html 500\n" + pages[0][:500] + b"\n"
    seed("content", b"\x20" + arc)
    seed("content", b"\x20" + arc.replace(b" 500\n", b" 400\n", 1))
    tar, zipped = io.BytesIO(), io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        info = tarfile.TarInfo("a.html")
        info.size = 500
        archive.addfile(info, io.BytesIO(pages[0][:500]))
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("a.html"), pages[0][:500])
    seed("content", b"\x20" + tar.getvalue())
    seed("content", b"\x20" + zipped.getvalue())


if __name__ == "__main__":
    main(*sys.argv[1:])
