#!/usr/bin/env python3
"""Writes function_words.tsv: language code, TAB, its function words, folded and separated by blanks.

    apt-get download liblingua-stopwords-perl && dpkg -x liblingua-stopwords-perl_*.deb unpacked
    make_function_words.py unpacked/usr/share/perl5/Lingua/StopWords > function_words.tsv

The words are the stop word lists of the Snowball project (BSD licence) as packaged in Lingua::StopWords 0.12
(Artistic or GPL-1+). They are folded as common/analysis folds words: lower case, no accents, no apostrophes.
"""
import pathlib
import re
import sys
import unicodedata

KEEP = {"й", "ї", "ў"}  # letters of their own although Unicode decomposes them


def fold(word):
    out = ""
    for letter in word.casefold():
        if letter in KEEP:
            out += letter
        else:
            out += "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return out.replace("ø", "o").replace("æ", "ae").replace("œ", "oe").replace("ı", "i")


for path in sorted(pathlib.Path(sys.argv[1]).glob("*.pm")):
    words = re.search(r"sub _stopwords \{\s*return qw\((.*?)\);", path.read_text(encoding="utf-8"), re.S).group(1)
    folded = {fold(word) for word in words.split() if "'" not in word}
    print(path.stem.lower() + "\t" + " ".join(sorted(folded, key=lambda w: w.encode())))
