"""Words of Indonesian text, analysed once for documents and queries alike, whichever engine holds them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

# Doubled words that are names of things of their own; other doubles are plurals and lose one half.
LEXICAL_DOUBLES: Final = frozenset({"oleh", "kupu", "laba", "kura", "cumi", "gado", "onde", "lumba", "rama"})

# How people shorten words when they chat or list goods.
SHORT_FORMS: Final = {
    "yg": "yang",
    "dgn": "dengan",
    "dg": "dengan",
    "dr": "dari",
    "utk": "untuk",
    "u": "untuk",
    "pd": "pada",
    "sy": "saya",
    "ga": "tidak",
    "gak": "tidak",
    "nggak": "tidak",
    "enggak": "tidak",
    "tdk": "tidak",
    "brp": "berapa",
    "hrg": "harga",
    "bgt": "banget",
    "org": "orang",
    "kab": "kabupaten",
    "ukr": "ukuran",
    "uk": "ukuran",
    "gr": "gram",
    "grm": "gram",
    "g": "gram",
    "kilo": "kg",
    "ltr": "liter",
    "lt": "liter",
    "pcs": "buah",
    "pc": "buah",
    "bh": "buah",
    "bks": "bungkus",
    "lsn": "lusin",
}

# Words that a search may do without; in documents and in names they stay.
_INDONESIAN_FILLERS: Final = (
    "yang untuk dan di dari dengan ke atau pada buat bagi itu ini ada apa apakah mana dimana berapa "
    "tidak saya aku kami mau ingin pengen tolong dong sih ya kak min banget bisa boleh lagi cari "
    "mencari carikan jual menjual dijual beli membeli pesan toko harga murah ukuran ready stok produk "
    "barang kerajinan khas "
)
_ENGLISH_FILLERS: Final = (
    "the a an of for and in from with by to i my me we want need buy find looking some any is are it "
)
FILLERS: Final = frozenset((_INDONESIAN_FILLERS + _ENGLISH_FILLERS).split())

# Where the dictionary stems two things into one, or one thing wrongly.
OWN_STEMS: Final = {
    "melukis": "lukis",
    "pelukis": "lukis",
    "perhiasan": "perhiasan",
    "makanan": "makanan",
    "minuman": "minuman",
    "mainan": "mainan",
    "pakaian": "pakaian",
    "ukuran": "ukuran",
    "pekalongan": "pekalongan",
    "perumahan": "rumah",
}

_factory: Final = StemmerFactory()
_stemmer: Final = _factory.create_stemmer()
_dictionary: Final = frozenset(_factory.get_words())
_WORD: Final = re.compile(r"[a-z]+|[0-9]+")
_DOUBLED_BY_TWO: Final = re.compile(r"\b([a-z]{2,})2(?![0-9a-z])")
_APOSTROPHES: Final = re.compile(r"[’'`ʼ]")
_OLD_MARKS: Final = ("oe", "tj", "dj")
# The new j waits as J until the old ones have become y.
_OLD_TO_NEW: Final = (
    ("dj", "J"), ("tj", "c"), ("nj", "ny"), ("sj", "sy"), ("oe", "u"), ("j", "y"), ("J", "j"),
)  # fmt: skip


def tokens(text: str) -> list[str]:
    """Lower-case words and numbers, accents off, short forms written out, `baju2` and `baju-baju` made one word."""
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKD", text.casefold()))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = _DOUBLED_BY_TWO.sub(r"\1 \1", plain)
    return _undoubled(SHORT_FORMS.get(word, word) for word in _WORD.findall(plain))


def _undoubled(words: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for word in words:
        if not kept or kept[-1] != word or word.isdigit():
            kept.append(word)
        elif word in LEXICAL_DOUBLES:
            kept[-1] = word + word
    return kept


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The root of an Indonesian word by dictionary: menganyam, anyaman and penganyam give anyam."""
    if word.isdigit():
        return word
    if word in OWN_STEMS:
        return OWN_STEMS[word]
    root = str(_stemmer.stem(word)) or word
    if root == word and word.endswith("nya") and len(word) > 5:
        return word.removesuffix("nya")
    return root


def is_indonesian(word: str) -> bool:
    """Whether the dictionary of roots has the word, so that it is no slip of the finger."""
    return word in _dictionary


def singular(word: str) -> str:
    """The singular of an English plural, by Harman's three rules; other words stay as they are."""
    if len(word) < 4 or word.endswith(("us", "ss", "aies", "eies")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


def new_spelling(word: str) -> str:
    """A word of before 1972 as it is written now (soerabaja, tjandi, batoe); others stay as they are."""
    if not any(mark in word for mark in _OLD_MARKS):
        return word
    for old, now in _OLD_TO_NEW:
        word = word.replace(old, now)
    return word


def forms(word: str) -> tuple[str, ...]:
    """Every way in which a searched word may stand in a document: itself first, then its root and spellings."""
    modern = new_spelling(word)
    return tuple(dict.fromkeys((word, stem(word), singular(word), modern, stem(modern))))


def roots(word: str) -> tuple[str, ...]:
    """What a document keeps beside a word so that its other forms find it."""
    return tuple(one for one in dict.fromkeys((stem(word), singular(word))) if one != word)
