#!/usr/bin/env python3
"""Writes country_names.tsv and language_names.tsv beside this script, and country_names.tsv of indexer/enrich/data.

Sources: names in many languages from ICU (CLDR, Unicode Licence v3), codes and official names from Debian's iso-codes
(LGPL-2.1-or-later), English demonyms and short forms from country_words.tsv, countries in other languages from
foreign_words.tsv of indexer/enrich/data (both written for this project).
Run on Debian 12 with libicu72 and iso-codes installed: python3 common/data/make_country_tables.py
"""
import ctypes
import glob
import json
import os
import re
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
TAGGER = os.path.join(HERE, "../../indexer/enrich/data")
ISO = "/usr/share/iso-codes/json/"
# The order is the order of precedence where one spelling means two countries.
LOCALES = """en de fr es pt it nl ru uk pl sv da nb fi cs sk hu ro bg el tr ar he fa zh zh_Hant ja ko hi bn id ms vi th
sr sr_Latn hr sl lt lv et be mk sq ca eu gl is ga cy ka hy az kk uz mn sw af ur ta te ml mr gu kn pa si ne my km lo
am fil bs""".split()


def icu(function, *args):
    buffer = ctypes.create_string_buffer(2048)
    status = ctypes.c_int(0)
    length = function(*args, buffer, 1000, ctypes.byref(status))
    return buffer.raw[: 2 * length].decode("utf-16-le")


def is_accent(c):
    """As common/normalizer.h."""
    if unicodedata.category(c) != "Mn":
        return False
    combining = unicodedata.combining(c)
    return 10 <= combining <= 36 or combining >= 200 or combining in (1, 107, 122) or c in "\u093c\u034f\u180b\ufe0f"


PLAIN = str.maketrans("ىیکہ", "يي\u0643ه")  # plain_letter() of common/letters.h


def key_of(name):
    """As common/name_table.h: folded, dots and apostrophes dropped, other punctuation a blank, no leading article."""
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(c for c in text if not is_accent(c)).translate(PLAIN)
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[.'`\u00b4\u02bb\u02bc\u05f3\u2018\u2019\uff07]", "", text)  # is_apostrophe() of common/letters.h
    text = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in text)
    text = " ".join(text.split())
    return text[4:] if text.startswith("the ") else text


def read_words():
    for line in open(os.path.join(HERE, "country_words.tsv"), encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            code, demonyms, names = (line.rstrip("\n").split("\t") + ["", ""])[:3]
            yield code, [d for d in demonyms.split("|") if d], [n for n in names.split("|") if n]


def write(path, title, table):
    with open(os.path.join(HERE, path), "w", encoding="utf-8") as out:
        for line in title:
            out.write("# " + line + "\n")
        for key in sorted(table, key=lambda k: k.encode()):
            out.write(key + "\t" + table[key] + "\n")


def countries():
    table = {}
    add = lambda name, code: name and table.setdefault(key_of(name), code)
    iso = json.load(open(ISO + "iso_3166-1.json"))["3166-1"] + [
        {"alpha_2": "XK", "alpha_3": "XKX", "name": "Kosovo"}]
    for item in iso:
        add(item["alpha_2"], item["alpha_2"])
    add("uk", "GB")
    for item in iso:
        add(item["alpha_3"], item["alpha_2"])
    words = list(read_words())
    for code, _, names in words:
        for name in names:
            add(name, code)
    for item in iso:
        for field in ("common_name", "name", "official_name"):
            add(item.get(field), item["alpha_2"])
    display = ctypes.CDLL("libicuuc.so.72").uloc_getDisplayCountry_72
    for locale in LOCALES:
        for item in iso:
            name = icu(display, b"und_" + item["alpha_2"].encode(), locale.encode())
            if name != item["alpha_2"]:
                add(name, item["alpha_2"])
        if locale == "en":
            for code, demonyms, _ in words:
                for name in demonyms:
                    add(name, code)
    for line in tagger_names() + open(os.path.join(TAGGER, "foreign_words.tsv"), encoding="utf-8").read().split("\n"):
        if line.strip() and not line.startswith("#"):
            _, code, kind, names = line.split("\t")
            for name in names.split("|") if kind == "country" else ():
                add(name, code)
    table.pop("", None)
    return table


def languages():
    table = {}
    add = lambda name, code: name and table.setdefault(key_of(name), code)
    iso = [item for item in json.load(open(ISO + "iso_639-2.json"))["639-2"] if "alpha_2" in item]
    for item in iso:
        add(item["alpha_2"], item["alpha_2"])
    for item in iso:
        add(item["alpha_3"], item["alpha_2"])
        add(item.get("bibliographic"), item["alpha_2"])
        for name in item["name"].split(";"):
            add(re.sub(r"\(.*", "", name), item["alpha_2"])
    for name, code in (("mandarin", "zh"), ("farsi", "fa"), ("castilian", "es"), ("flemish", "nl"), ("gaelic", "gd"),
                       ("bokmal", "nb"), ("nynorsk", "nn"), ("greek", "el")):
        add(name, code)
    display = ctypes.CDLL("libicuuc.so.72").uloc_getDisplayLanguage_72
    for item in iso:  # a language in its own words first: "deutsch", "русский"
        name = icu(display, item["alpha_2"].encode(), item["alpha_2"].encode())
        if name != item["alpha_2"]:
            add(name, item["alpha_2"])
    for locale in LOCALES:
        for item in iso:
            name = icu(display, item["alpha_2"].encode(), locale.encode())
            if name != item["alpha_2"]:
                add(name, item["alpha_2"])
    table.pop("", None)
    return table


def short_name(locale, code, opened={}):
    """What CLDR calls the country for short: "США", "Hongkong"."""
    library = ctypes.CDLL("libicuuc.so.72")
    if locale not in opened:
        library.uldn_openForContext_72.restype = ctypes.c_void_p
        short = (ctypes.c_int * 1)(0x201)  # UDISPCTX_LENGTH_SHORT
        opened[locale] = ctypes.c_void_p(
            library.uldn_openForContext_72(locale.encode(), short, 1, ctypes.byref(ctypes.c_int(0))))
    return icu(library.uldn_regionDisplayName_72, opened[locale], code.encode())


def texts_call(locale, code):
    """The names by which texts of a language call a country, as CLDR has them."""
    display = ctypes.CDLL("libicuuc.so.72").uloc_getDisplayCountry_72
    name = icu(display, b"und_" + code.encode(), locale.encode())
    if name == code:
        return []
    before, note, behind = (re.split(r"[()（）]", re.sub("SAR China|Autonomous Region", "", name)) + ["", ""])[:3]
    if code == "CC":  # "Cocos (Keeling) Islands"; where they are called islands first, Keeling is a man
        names = [before + behind, note + behind if behind else ""]
    elif code in ("HK", "MF", "MO", "SX", "VG", "VI"):
        names = [before]  # behind it, whose they are: "Виргинские о-ва (США)"
    else:
        names = [before, note]  # "Myanmar (Burma)"
    short = short_name(locale, code)
    initials = short.isupper() and len(re.sub(r"[\W_]", "", short)) < 3  # "RU", of the United Kingdom in Spanish
    if not initials and "(" not in short:
        names.append(short)
    names = [" ".join(name.split()).strip(" -–,") for name in names]
    if locale == "en":
        names += [name.replace(" & ", " and ") for name in names]
    return [name for name in dict.fromkeys(names) if len(name) > 1]


def tagger_names():
    """Names of countries and of the cities that time zones are called after, a language at a time."""
    lines = []
    iso = [item["alpha_2"] for item in json.load(open(ISO + "iso_3166-1.json"))["3166-1"]] + ["XK"]
    for locale in LOCALES:
        language = locale.split("_")[0].replace("nb", "no")
        seen = set()
        for code in iso:
            if code in ("AQ", "UM"):
                continue
            for name in texts_call(locale, code):
                if name not in seen:
                    seen.add(name)
                    lines.append("\t".join((language, code, "country", name)))
        if locale != "en":
            seen.add(exemplar_city("Etc/Unknown", locale))  # "Unbekannt": of a zone that CLDR does not know yet
            for zone, code in zones():
                if code == "AQ" or (language, code) == ("de", "WF"):  # "Wallis" is Switzerland's Valais
                    continue
                name = exemplar_city(zone, locale)
                if name and len(name) > 1 and name not in seen:
                    seen.add(name)
                    lines.append("\t".join((language, code, "city", name)))
    return lines


def zones():
    """Time zones and their countries, from the tzdata that Debian installs."""
    for line in open("/usr/share/zoneinfo/zone.tab"):
        if not line.startswith("#"):
            code, _, zone = line.split("\t")[:3]
            yield zone.strip(), code


def exemplar_city(zone, locale):
    library = ctypes.CDLL("libicui18n.so.72")
    status = ctypes.c_int(0)
    library.udat_open_72.restype = ctypes.c_void_p
    formatter = library.udat_open_72(-2, -2, locale.encode(), zone.encode("utf-16-le"), len(zone),
                                     "VVV".encode("utf-16-le"), 3, ctypes.byref(status))
    if status.value > 0:
        return ""
    format_date = library.udat_format_72
    format_date.argtypes = [ctypes.c_void_p, ctypes.c_double, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p,
                            ctypes.c_void_p]
    buffer = ctypes.create_string_buffer(2048)
    length = format_date(formatter, 0.0, ctypes.cast(buffer, ctypes.c_void_p), 1000, None,
                         ctypes.cast(ctypes.byref(status), ctypes.c_void_p))
    library.udat_close_72.argtypes = [ctypes.c_void_p]
    library.udat_close_72(formatter)
    return buffer.raw[: 2 * length].decode("utf-16-le")


NOTE = ["Generated by make_country_tables.py; sorted by bytes. Sources: CLDR through ICU 72 (Unicode Licence v3),",
        "iso-codes (LGPL-2.1-or-later), country_words.tsv and foreign_words.tsv (this project)."]
write("country_names.tsv", NOTE, countries())
write("language_names.tsv", NOTE, languages())
with open(os.path.join(TAGGER, "country_names.tsv"), "w", encoding="utf-8") as out:
    out.write("# Generated by common/data/make_country_tables.py from CLDR through ICU 72 (Unicode Licence v3).\n")
    out.write("# language TAB country TAB kind TAB name\n")
    out.write("\n".join(tagger_names()) + "\n")
