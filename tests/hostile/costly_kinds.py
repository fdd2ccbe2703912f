"""Hostile inputs that are small and sound enough, and cost time or memory out of all proportion where something is done again
for each of their parts. Each kind names what is repeated; see kinds.py for how they are written."""
import io
import json
import random
import tarfile
import zipfile
import zlib

from kinds import MIB, SENTENCES, html, http, kind, packed, record, record_with, story

LARGEST = 8 * MIB - 12000  # with the sound page around it still a document


def filled(part, size=LARGEST):
    return part * (size // len(part))


def unfolding(piece, times, before=b"", after=b""):
    """One gzip member of very many copies, made without holding them."""
    maker = zlib.compressobj(6, zlib.DEFLATED, 31)
    return b"".join([maker.compress(before)] + [maker.compress(piece) for _ in range(times)] + [maker.compress(after), maker.flush()])


def behind(f, name, flood):
    """A sound page with the flood where it would end: no tag closes behind it."""
    w = f.word(name)
    f.put(name, html("Breakwater moves again", story(w, seed=name)).replace("</body></html>", "") + flood, found=[w])


@kind
def tags_that_end_in_quotes(f):
    behind(f, "double.html", filled('<a b=">"'))
    behind(f, "both.html", filled("<a b=\">'\" c='>\"'"))
    behind(f, "spaced.html", filled("<a b='\">' c=\">\" "))
    behind(f, "subsets.html", filled("<!doctype[>"))
    behind(f, "subset-far.html", filled("<!doctype[>") + "]>")


@kind
def end_tags_across_deep_markup(f):
    behind(f, "bold.html", "<b><div>" + "<i>" * 990 + filled("</b>"))
    behind(f, "cells.html", "<td><table><tr>" + "<i>" * 990 + filled("</td>"))
    behind(f, "paragraphs.html", "<div>" * 990 + filled("<p></div></p><div>", MIB))
    behind(f, "headings.html", "<div>" * 990 + filled("<h1></h1>"))
    behind(f, "nested-headings.html", filled("<h2>" * 90 + "Word " * 700 + "</h2>" * 90))


@kind
def titles_of_hidden_marks(f):
    f.page("shy.html", title="Breakwater " + "\u00ad" * 900000)
    f.page("zwsp.html", title="Breakwater " + "\u200b\ufeff" * 500000)
    f.page("parts.html", title="Breakwater | " * 250000)


@kind
def heads_without_end_tags(f):
    w = [f.word(str(i)) for i in range(5)]
    for i, part in enumerate(("<title>", "<script>", "<title></b>", '<a b=">"', "<style></x ")):
        f.put("h%d.html" % i, (html("Head", story(w[i], seed=i)) + "<head>").encode() + filled(part, MIB).encode() + b"\xff", maybe=[w[i]])


@kind
def blocks_without_end(f):
    for name, part in (("p", "<p>a"), ("br", "a<br><br>"), ("li", "<li>A."), ("unknown", "<x>"), ("class", "<b class=a%d>"), ("td", "<table><td>1<td>2</table>")):
        flood = "".join(part % i for i in range(LARGEST // 20)) if "%d" in part else filled(part)
        behind(f, name + ".html", flood)
    for name, part in (("letters", "a\n"), ("empty", "\n"), ("one", "Word ")):
        w = f.word(name)
        f.put(name + ".txt", "Breakwater moves again\n\n%s %s\n\n%s\n\n" % (w, SENTENCES[0], SENTENCES[1]) + filled(part), found=[w])


@kind
def words_without_end(f):
    rng = random.Random(6)
    words = " ".join("%06x%s" % (rng.getrandbits(24), rng.choice("ghjk")) for _ in range(LARGEST // 16))
    w = f.word("txt")
    f.put("words.txt", "Breakwater moves again\n\n%s %s\n\n" % (w, SENTENCES[0]) + words, maybe=[w])  # on a slow machine it takes too long
    f.page("words.html", "<p>" + words + "</p>")
    f.page("capitals.html", "<p>" + words.title()[:2 * MIB] + "</p>")


@kind
def lists_of_names_without_end(f):
    script = '<script type="application/ld+json">%s</script>'
    people = ["Ann Reporter%d" % i for i in range(90000)]
    f.page("names.html", head=script % json.dumps({"@type": "NewsArticle", "headline": "Breakwater", "author": {"name": people}}))
    f.page("same.html", head=script % json.dumps({"@type": "NewsArticle", "headline": "h" * 1000000})
           + (script % json.dumps([{"@type": "NewsArticle", "headline": "h"}] * 19000)))
    f.page("shared.html", head=script % json.dumps([{"@id": "a", "name": "", "@type": ["t"] * 200000}, {"@type": "NewsArticle", "author": [{"@id": "a"}] * 60000}]))
    large = {"k%05d" % i: 1 for i in range(120000)}
    signed = [{"@type": "NewsArticle", "headline": "h", "datePublished": "2024-05-03", "author": {"@id": "a"}}] * 18000
    f.page("members.html", head=script % json.dumps({"@id": "a", "name": "", **large}) + (script % json.dumps(signed)) * 3)
    w = [f.word("j%d" % i) for i in range(4)]
    text = " ".join(SENTENCES) + " "
    lines = [{"title": "Breakwater", "text": text + w[0], "authors": people * 4}, {"title": "Breakwater", "text": text + w[1], "authors": ["ab"] * 1000000},
             {"title": "B" * 4000000, "text": text + w[2], "date": "1 " * 1000000, "source": "s " * 500000}, {"text": text + w[3], "tags": ["a"] * 600000, "n": [1e9] * 250000}]
    xml = '<?xml version="1.0"?><nitf><head>%s</head><body><byline>%s</byline><body.content><p>%s</p></body.content></body></nitf>'
    f.put("names.xml", xml % ("".join('<keyword key="%d"/>' % i for i in range(40000)), "<byline>" * 100 + "<person>" * 100 + "Ann Lee " * 400000
                              + "</person>" * 100 + "</byline>" * 100, text + f.word("xml")), found=[f.word("xml")])
    f.put("names.jsonl", "\n".join(map(json.dumps, lines)), found=w)


@kind
def parts_without_content(f):
    first, last = f.word("first"), f.word("last")
    empty = packed(b"") * 50000
    f.put("few.warc.gz", packed(packed(record_with(first)) + empty + packed(record_with(last))), found=[first, last])
    f.put("many.gz", unfolding(empty, 400), told=True)
    f.put("frames.gz", unfolding(b"\x50\x2a\x4d\x18\0\0\0\0" * 100000, 200), told=True)
    f.put("names.gz", packed(b"A") + b"\1" + b"\x1f\x8b\x08\x08nameless" * 200000)
    f.put("damaged.gz", unfolding((packed(b"WARC/1.0")[:-12] + b"\xff" * 12) * 30000, 60), told=True)
    shell = record("https://harbour.example/bytes", b"", length=b"%d" % (11 * MIB), headers=b"X: " + b"y" * 200000 + b"\r\n")[:-4]
    bytewise = b"".join(packed(b"%c" % c) for c in shell)
    w = f.word("bytes")
    f.put("bytes.warc.gz", unfolding(packed(b"x") * 10000, 1160, bytewise, packed(record_with(w))), maybe=[w])
    body = packed(b"<p>" + b"A" * (4 * MIB)) + empty * 8
    w = f.word("body")
    f.put("body.warc.gz", packed(record("https://harbour.example/b", http(body, b"Content-Encoding: gzip\r\n"))) + packed(record_with(w)), found=[w])


@kind
def little_that_unfolds_to_much(f):
    blanks = b" " * MIB
    w = [f.word(str(i)) for i in range(3)]
    line = [json.dumps({"title": "Breakwater", "text": " ".join(SENTENCES) + " " + each}).encode() for each in w]
    f.put("line.jsonl.gz", unfolding(blanks, 400, line[0] + b"\n"), found=[w[0]], told=True)
    f.put("object.json.gz", unfolding(b"a" * MIB, 400, b"[" + line[1] + b',{"text":"'), found=[w[1]], told=True)
    f.put("between.json.gz", unfolding(b"[" * MIB, 400, b"[" + line[2] + b","), found=[w[2]], told=True)
    f.put("record.warc.gz", unfolding(bytes(MIB), 400, record_with(f.word("record"))), found=[f.word("record")])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as z:
        for i in range(20000):
            z.writestr("%d" % i, b"")
        z.writestr("page.html", html("Zip", story(f.word("zip"))))
    f.put("members.zip", stream.getvalue(), found=[f.word("zip")])
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as t:
        for i in range(60):
            t.addfile(tarfile.TarInfo("\u00fc" * 20000 + "%d.html" % i))
        data = html("Tar", story(f.word("tar"))).encode()
        info = tarfile.TarInfo("\u00fc.html")
        info.size = len(data)
        t.addfile(info, io.BytesIO(data))
    f.put("names.tar", stream.getvalue(), found=[f.word("tar")])


@kind
def rows_without_articles(f):
    w = f.word("row")
    f.put("rows.csv", 'title,text,url\nBreakwater,"%s The inspector, known as %s, spoke.",u\n' % (" ".join(SENTENCES), w) + "a\n" * 1500000, found=[w], told=True)
