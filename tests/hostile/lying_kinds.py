"""Containers, messages and pages that say one thing and hold another: sizes, sums, charsets, references. See kinds.py for how
they are written."""
import gzip
import json
import quopri
import struct
import tarfile
import zlib

from kinds import MIB, html, http, kind, packed, record, record_with, story
from packing import tar_of, zip_of


def words(f, count):
    return [f.word("w%d" % i) for i in range(count)]


def pages(all_words):
    return [html("Breakwater", story(w, seed=w)).encode() for w in all_words]


# ---- packed files

@kind
def gzip_that_lies(f):
    w = words(f, 6)
    p = pages(w)
    whole = [packed(page) for page in p]
    f.put("sum.html.gz", whole[0][:-8] + bytes(4) + whole[0][-4:], maybe=[w[0]])
    f.put("size.html.gz", whole[1][:-4] + b"\xff\xff\xff\x7f", maybe=[w[1]])
    f.put("flags.html.gz", whole[2][:3] + b"\xe0" + whole[2][4:], maybe=[w[2]])
    f.put("method.html.gz", whole[3][:2] + b"\x07" + whole[3][3:], maybe=[w[3]])
    f.put("stored.html.gz", gzip.compress(p[4], 0) + bytes(5000), found=[w[4]])
    f.put("halves.html.gz", packed(p[5][:300]) + packed(p[5][300:]), found=[w[5]])


@kind
def zip_that_lies(f):
    w = words(f, 6)
    p = pages(w)
    f.put("prefix.zip", b"#!/bin/sh\n" * 100 + zip_of(("a.html", p[0])), maybe=[w[0]])
    whole = zip_of(("a.html", p[1]))
    f.put("no-directory.zip", whole[:whole.index(b"PK\1\2")], maybe=[w[1]])
    for name, at, value, page in (("encrypted.zip", 6, 1, p[2]), ("method.zip", 8, 99, p[3])):
        data = bytearray(zip_of(("a.html", page)))
        data[at] = data[data.index(b"PK\1\2") + at + 2] = value
        f.put(name, bytes(data), told=True)
    data = bytearray(zip_of(("a.html", p[4])))
    data[18:26] = b"\xff\xff\xff\x7f" * 2
    f.put("sizes.zip", bytes(data), maybe=[w[4]])
    f.put("comment.zip", zip_of(("a.html", p[5]), comment=b"PK\5\6" * 15000), found=[w[5]])
    f.put("ends.zip", (b"PK\5\6" + bytes(18)) * 5000)


@kind
def zip_of_one_member_under_many_names(f):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    size = 7 * MIB + 3
    data = packer.compress(b"<p>" + b"A" * (size - 3)) + packer.flush()
    local = b"PK\3\4" + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, 0, len(data), size, 6, 0) + b"a.html" + data
    entry = b"PK\1\2" + struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 0, 0, len(data), size, 9, 0, 0, 0, 0, 0, 0)
    directory = b"".join(entry + b"%04d.html" % i for i in range(3000))
    f.put("overlap.zip", local + directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 3000, 3000, len(directory), len(local), 0))


@kind
def tar_that_lies(f):
    w = words(f, 5)
    p = pages(w)

    def changed(page, at, field):
        data = bytearray(tar_of(("a.html", page)))
        data[at:at + len(field)] = field
        if at != 148:
            data[148:156] = b" " * 8
            data[148:156] = b"%06o\0 " % sum(data[:512])
        return bytes(data)

    def extended(records, page):
        header = tarfile.TarInfo("x")
        header.type, header.size = b"x", len(records)
        return header.tobuf(tarfile.USTAR_FORMAT) + records + bytes(-len(records) % 512) + tar_of(("a.html", page))
    f.put("sum.tar", changed(p[0], 148, b"000000\0 "), maybe=[w[0]])
    f.put("negative.tar", changed(p[1], 124, b"\xff" * 12), maybe=[w[1]])
    f.put("enormous.tar", changed(p[2], 124, b"\x80" + bytes(3) + b"\x7f" + b"\xff" * 7), maybe=[w[2]])
    f.put("record.tar", extended(b"99999999999 path=x\n", p[3]), maybe=[w[3]])
    f.put("records.tar", extended(b"0 path=x\n-5 a=b\n20 size=99999999999\n" * 1000, p[4]), maybe=[w[4]])


# ---- messages

@kind
def warc_dialects(f):
    w = words(f, 8)

    def spoken(i, change, version=b"WARC/1.0"):
        block = http(pages(w)[i])
        lines = [b"WARC-Type: response", b"WARC-Target-URI: https://harbour.example/d%d" % i, b"WARC-Date: 2023-05-02T06:00:00Z",
                 b"Content-Type: application/http; msgtype=response", b"Content-Length: %d" % len(block)]
        return b"\r\n".join([version] + [change(line) for line in lines]) + b"\r\n\r\n" + block + b"\r\n\r\n"

    def same(line):
        return line
    f.put("dialects.warc", b"".join((
        spoken(0, same, b"WARC/0.18"), spoken(1, bytes.lower, b"WARC/1.1"), b"\r\n" * 50, spoken(2, lambda line: line.replace(b": ", b":")),
        spoken(3, lambda line: line.replace(b"https://harbour.example/d3", b"<https://harbour.example/d3>")),
        spoken(4, lambda line: line.replace(b": ", b":\t ") + b" \t"), spoken(5, lambda line: line.replace(b"WARC-Date: 2023", b"X-Date: 2023")),
        spoken(6, lambda line: line.replace(b"2023-05-02T06:00:00Z", b"99999-99-99T99:99:99Z")), spoken(7, same))), found=w)


@kind
def warc_lengths_over_all_that_follows(f):
    last = f.word("last")
    f.put("lengths.warc", b"".join(record("https://harbour.example/%d" % i, http(b"<p>x</p>"), length=b"9000000") for i in range(3000)) + record_with(last), maybe=[last])
    f.put("lines.warc", b"WARC/1.0\r\n" * 200000 + record_with(f.word("lines")), found=[f.word("lines")])


@kind
def http_chunks_of_many_hands(f):
    w = words(f, 6)
    p = pages(w)

    def chunked(data, size=b"%x", after=b""):
        parts = [data[i:i + 997] for i in range(0, len(data), 997)]
        return b"".join(size % len(part) + after + b"\r\n" + part + b"\r\n" for part in parts) + b"0\r\n\r\n"
    named = b"Transfer-Encoding: chunked\r\n"
    bodies = [chunked(p[0], after=b";a=b"), chunked(p[1], b"000%X"), chunked(p[2], after=b"  "), chunked(p[3])[:-5], chunked(p[4]).replace(b"3e5", b"-1", 1), chunked(packed(p[5]))]
    f.put("chunks.warc", b"".join(record("https://harbour.example/c%d" % i, http(body, named + (b"Content-Encoding: gzip\r\n" if i == 5 else b""))) for i, body in enumerate(bodies)),
          found=w[:4] + w[5:], maybe=[w[4]])


@kind
def mhtml_that_lies(f):
    w = words(f, 5)
    p = pages(w)

    def message(*parts, mark=b"XX"):
        start = b'MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: multipart/related; type="text/html"; boundary="%s"\r\n\r\n' % mark
        return start + b"".join(b"--" + mark + b"\r\n" + part + b"\r\n" for part in parts) + b"--" + mark + b"--\r\n"

    def part(i):
        head = b'Content-Type: text/html; charset="utf-8"\r\nContent-Location: https://harbour.example/m%d\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n' % i
        return head + quopri.encodestring(p[i])
    f.put("open.mht", message(part(0))[:-8], found=[w[0]])
    f.put("escapes.mht", message(part(1).replace(b"=\n", b"=\n=ZZ=\n=")), found=[w[1]])
    f.put("parts.mht", message(*[b"x: y\r\n\r\n"] * 20000, part(2)), maybe=[w[2]])
    inner = part(3)
    for i in range(60):
        inner = message(inner, mark=b"n%d" % i)
    f.put("nested.mht", inner, maybe=[w[3]])
    f.put("marks.mht", message(part(4)) + b"--XX\r\n" * 500000, found=[w[4]])


# ---- pages

@kind
def charset_is_another(f):
    texts = {"ja": "港の委員会は火曜日の夜に開かれ、冬の嵐で壊れた防波堤についての報告を聞いた。", "zh": "港口委员会星期二晚上开会，听取了关于在冬季风暴中受损的防波堤的报告。",
             "ru": "Совет порта собрался во вторник вечером, чтобы выслушать доклад о волнорезе. ", "fr": "Le conseil s’est réuni où la jetée, très abîmée, a cédé cet été. "}
    cases = (("ja", "iso-2022-jp", "utf-8"), ("ja", "shift_jis", "euc-jp"), ("ja", "euc-jp", "shift_jis"), ("zh", "gb18030", "big5"), ("zh", "utf-8", "gb2312"),
             ("ru", "koi8-r", "windows-1251"), ("ru", "cp866", "utf-8"), ("ru", "utf-16-le", "utf-8"), ("ru", "utf-32", "utf-8"), ("fr", "cp1252", "utf-8"), ("fr", "utf-8", "iso-8859-1"))
    for i, (language, real, said) in enumerate(cases):
        w = f.word(str(i))
        page = html("Charset", story(w, seed=i) + "<p>" + texts[language] * 6 + "</p>").replace("utf-8", said)
        f.put("c%02d.html" % i, page.encode(real, "replace"), found=[w])


@kind
def references_in_circles(f):
    w = words(f, 2)
    circle = [{"@id": "#a", "@type": "NewsArticle", "headline": "x", "author": {"@id": "#p"}, "publisher": {"@id": "#o"}, "isPartOf": {"@id": "#a"}},
              {"@id": "#p", "@type": "Person", "name": {"@id": "#p"}, "author": {"@id": "#p"}}, {"@id": "#o", "@type": "Organization", "name": [{"@id": "#o"}, {"@id": "#p"}]}]
    ladder = [{"@type": "NewsArticle", "author": {"@id": "#0"}}] + [{"@id": "#%d" % i, "@type": "Person", "name": [{"@id": "#%d" % (i + 1)}] * 2, "author": [{"@id": "#%d" % (i + 1)}] * 4}
                                                                     for i in range(40)]
    for i, graph in enumerate((circle, ladder)):
        f.put("g%d.html" % i, html("Circles", story(w[i]), '<script type="application/ld+json">%s</script>' % json.dumps({"@graph": graph})), found=[w[i]])


@kind
def scripts_that_break_off(f):
    ends = ('window.__INITIAL_STATE__={"a":"\\u12', 'window.x=JSON.parse("{\\"a\\":\\"', 'self.__next_f.push([1,"a\\', "window.__NUXT__=(function(a,b){return {c:a}}(",
            'window.__APOLLO_STATE__={"a":{"__ref":"a"}}', 'var a = {"articleBody": "' + "\\\\" * 100000, '{"@type":"NewsArticle","articleBody":"\\ud83d"}', "a=`${`${`")
    for i, end in enumerate(ends):
        w = f.word(str(i))
        f.put("s%d.html" % i, html("Script", story(w, seed=i), "".join('<script%s>%s</script>' % (kind_, end) for kind_ in ("", ' type="application/json"', ' type="application/ld+json"'))), found=[w])
