#!/usr/bin/env python3
"""Seeds for the fuzz targets, from the sample archive: make_seeds.py CORPUS OUT"""
import gzip
import io
import os
import struct
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
            seed("text", data)
            seed("http", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(data, mtime=0))
        if path.endswith(".warc.gz"):
            records = gzip.decompress(data)[:16000]
            seed("warc", b"\x03" + records)
            packed = records.replace(b"WARC/1.", b"\x01WARC/1.")  # each record in a part of its own
            seed("warc", b"\x03" + packed + b" " * (len(packed) % 2))
    body = b"".join(b"%x\r\n" % len(pages[0][i:i + 700]) + pages[0][i:i + 700] + b"\r\n" for i in range(0, 2100, 700))
    seed("http", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body + b"0\r\n\r\n")
    for line in (b'"text": "A bridge opens.", "title": "Bridge", "date": "2023-03-14", "id": 7}',
                 b'"maintext": "A bridge opens.", "date_publish": "2023-03-14 08:00:00", "authors": ["Ann"], "url": "https://a.example/"}'):
        seed("json", line)
        seed("content", b"\x20{" + line + b"\n{" + line + b"\n")
        seed("content", b"\x20{}\n{" + line + b"{" + line + b" {\n")
    for rows in (b'title,url,text\r\n"Bridge, new",https://a.example/1,"A ""bridge"" opens.\r\n\r\nIt is long."\r\nFerry,,"A ferry sails"\r\n',
                 b'\xef\xbb\xbfHeadline;Date;Body\nBridge;2023-03-14;"A bridge opens.\nFerry;2023-03-15;"A ferry sails."\n;;\nshort\n',
                 b'id\ttitle\tcontent\n1\tBridge\t"A bridge" opens.\n2\t\\N\tA ferry\\nsails.\n3\t"Tram\tA tram.\n4\tBus\t"A\nbus."\n',
                 b'title|text\r"Bridge"|"said \\"yes\\", twice"\r\\N|NULL\rtitle|text\r'):
        seed("rows", b"\x03" + rows)
        seed("rows", b"\x03" + rows.replace(b"\n", b"\n\x01", 1) + b" " * (len(rows) % 2))
        seed("content", b"\x20" + rows)
        seed("content", b"\x20\xff\xfe" + rows.decode().encode("utf-16-le"))
    for wire in (b'<nitf><head><docdata><date.issue norm="20240503T101500Z"/></docdata></head><body><body.head><hedline><hl1>Ice</hl1>'
                 b'</hedline><byline>By <person>Jane Doe</person></byline></body.head><body.content><block><p>The harbour &#8212; froze.</p>'
                 b'</block></body.content></body></nitf>',
                 b'<newsMessage xmlns="urn:x"><itemSet><newsItem guid="urn:1"><contentMeta><headline>Ice</headline></contentMeta><contentSet>'
                 b'<inlineXML><html><body><p>The harbour <b>froze</b>.</p><![CDATA[x]]></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>'):
        seed("newswire", wire)
        seed("content", b"\x20" + wire)
    paragraph = b"The ferries stay in port, the harbour office said, until divers have looked at both hulls. " * 4
    for news in (b'<?xml version="1.0"?><rss><channel><title>Post</title><item><title>Ice &amp;amp; salt</title><link>https://a.example/1</link>'
                 b'<content:encoded><![CDATA[<p>' + paragraph + b'</p>]]></content:encoded></item><item><description>&lt;p&gt;Ice</description></item>',
                 b'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><author><name>Desk</name></author><entry><link href="/1"/>'
                 b'<content type="xhtml"><div><p>' + paragraph + b'</p></div></content></entry></feed>',
                 b'<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel><dc:language>en</dc:language></channel><item rdf:about="https://a.example/1">'
                 b'<description>' + paragraph * 6 + b'</description></item></rdf:RDF>',
                 b'{"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [{"id": 1, "content_html": "<p>' + paragraph + b'"}, {}]}'):
        seed("feed", news)
        seed("feed", b"\x20" + news + b"\n" * (len(news) % 2 == 0))
        seed("content", b"\x20" + news)
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
    for kind in (b"\1PMcols01", b"\2PMfiles2", b"\3PMbound1", b"\4PMstory1", b"\5PMkeys03", b"\5PMkeys02", b"\x08PMcols02", b"\x0aPMbound2", b"\x0bPMstory2", b"\x0cPMkeys04"):
        seed("table", kind + bytes(120))
        seed("table", kind + bytes(range(120)))
    row = struct.pack("<QQ", 7, 1) + struct.pack("<QQ", 1, 7)
    seed("table", b"\4PMstory1" + struct.pack("<QQ", 1, 0) + row)
    seed("table", b"\x0bPMstory2" + struct.pack("<Q", 1) + row)
    seed("table", b"\5PMkeys03" + struct.pack("<QQQ", 1, 0, 2) + struct.pack("<QQQqqII", 7, 8, 9, 0, 0, 1, 1) + struct.pack("<QQQQ", 1, 7, 7, 7))
    seed("table", b"\x0cPMkeys04" + struct.pack("<QQQ", 1, 0, 2) + struct.pack("<QQQqqII", 7, 8, 9, 0, 0, 1, 1) + struct.pack("<QQQQ", 1, 7, 7, 7))
    seed("table", b"\6k3f9q2\n\nk3f9q2mzx7a4b\n")
    text = b"\x07Harbour"
    seed("record", b"\1\x3f" + 15 * text + 6 * (b"\2" + text + text) + b"\5" + b"\x80\x20" * 4)
    seed("record", b"\1\0" + bytes(22))
    saved = (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n"
             b"Content-Transfer-Encoding: %s\r\nContent-Location: https://a.example/ice\r\n\r\n%s\r\n--b--\r\n")
    for encoding, page in ((b"quoted-printable", b"<p class=3D\"a\">The harbour=\r\n froze.</p>"), (b"base64", b"PHA+VGhlIGhhcmJvdXIgZnJvemUuPC9wPg==")):
        message = saved % (encoding, page)
        seed("content", b"\x20" + message)
        seed("mhtml", b"\x20" + message + b"\n" * (len(message) % 2 == 0))
        seed("mhtml", b"\x20\x01" + message + b"\x02" + b"\n" * (len(message) % 2))
    inner = b"Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Ice.</p>\r\n--c--\r\n"
    seed("mhtml", b"\x20Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n" + inner + b"--b--\r\n")
    arc = b"filedesc://a.arc 0.0.0.0 20050102030405 text/plain 20\n1 0 InternetArchive\n\n\n"
    for address in (b"http://a.example/1", b"http://a.example/2"):
        arc += address + b" 192.0.2.1 20050102030405 text/html 500\n" + pages[0][:500] + b"\n"
    for records in (arc, arc.replace(b" 500\n", b" 400\n", 1), arc.replace(b"http://", b"\x01http://"), arc.replace(b"http://a.example/2", b"\x02http://a.example/2")):
        seed("content", b"\x20" + records)
        seed("arc", b"\x20" + records + b"\n" * (len(records) % 2 == 0))
        seed("arc", b"\x20" + records + b"\n" * (len(records) % 2))
    tar, zipped = io.BytesIO(), io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        info = tarfile.TarInfo("a.html")
        info.size = 500
        archive.addfile(info, io.BytesIO(pages[0][:500]))
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("a.html"), pages[0][:500])
    wacz = io.BytesIO()
    with zipfile.ZipFile(wacz, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo("archive/a.arc"), arc)
        archive.writestr(zipfile.ZipInfo("pages/pages.jsonl"), b'{"format": "json-pages-1.0", "id": "pages", "title": "All"}\n{"url": "https://a.example/"}\n')
        archive.writestr(zipfile.ZipInfo("indexes/index.cdx"), b" CDX N b a\norg,example)/1 20240302101500 https://a.example/1\n")
    for container in (tar, zipped, wacz):
        seed("content", b"\x20" + container.getvalue())
        seed("archive", b"\x20" + container.getvalue())
    seed("archive", b"\x20" + tar.getvalue()[:1700])
    seed("archive", b"\x20" + tar.getvalue() + tar.getvalue())
    objects = b'{"text": "A bridge {opens}.", "id": 7}'
    for file in (objects + b"\n" + objects, objects + objects, objects + b"\n{" + objects + b"}\n" + objects, b"[" + objects + b",\n" + objects + b"]",
                 objects + b"\x01\x02" + objects, objects.replace(b",", b",\n") + objects, b"\xef\xbb\xbf" + objects):
        seed("joined", b"\x20" + file)
        seed("joined", b"\x20" + file + b"\n")
    for listing in ("User-agent: *\nDisallow: /", "a.example, 1, DIRECT\n", "id,title,text\n1,Ice,The harbour froze.\n", " CDX N b a\norg,example)/1 20240302101500 x\n",
                    "Title: Ice\nDate: 3 May 2024\nSource: Echo\n\nThe harbour froze.\n\nRelated posts\nMore ice", "Home | News\nIce\nBy Jane Doe\nOSLO (Reuters) - The harbour froze.\n\nEcho"):
        seed("text", listing.encode())
    for settings in ("limit = 5\nsort=date\n# a comment\nformat = csv\n", "db = elsewhere\n", "color = never\njson = no\n\0limit = 3\nfacet-limit = 9\n",
                     "tz = Europe/Oslo\nhalf-life = 30\nmatch = any", "\0db = /tmp/x\n", "memory = 512\nsources = outlets.tsv\n", "no-pager = perhaps"):
        seed("settings", settings.encode())
    for kept in (b"\0pressmark receipt 1\nquery: boat\nwhere: lang:en\nmatch: all\nunderstood: boat\nasked: 2024-05-03\nprogram: 1\nrevision: 3\narticle: k3f9q sha256:00\n",
                 b"\1boat\n1\nk3f9q\nm2x7a\n", b"\2# pressmark: articles that --new has shown\nk3f9q\n", b"\3gas leak date:7d\n", b"\3boat @x\n",
                 b"\4# wires\nreuters\nap\n", b"\4us\nde,fr\n"):
        seed("kept", kept)


if __name__ == "__main__":
    main(*sys.argv[1:])
