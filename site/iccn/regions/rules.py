"""How typed words become a search for a place."""

import re
import unicodedata

SHORTEST = 2
MOST_WORDS = 6
# Written before a name on envelopes and forms; they say the level, not the place.
LEVEL_WORDS = frozenset(
    {
        "kel",
        "kelurahan",
        "desa",
        "ds",
        "kec",
        "kecamatan",
        "kab",
        "kabupaten",
        "kota",
        "prov",
        "provinsi",
        "jl",
        "jalan",
    }
)
SPELLINGS = {
    "jogja": "yogyakarta",
    "jogjakarta": "yogyakarta",
    "yogya": "yogyakarta",
    "jkt": "jakarta",
    "bdg": "bandung",
}


def words_of(typed: str) -> list[str]:
    """The words that name a place: lower case, no accents, no signs, no level words, at most six.

    >>> words_of("Kel. Cibadak, Bandung")
    ['cibadak', 'bandung']
    """
    plain = unicodedata.normalize("NFKD", typed.lower()).encode("ascii", "ignore").decode()
    words = [SPELLINGS.get(word, word) for word in re.findall(r"[a-z0-9]+", plain)]
    return [word for word in words if word not in LEVEL_WORDS and len(word) >= SHORTEST][:MOST_WORDS]


def query_of(typed: str) -> str:
    """A PostgreSQL tsquery in which every word must begin some word of the address; empty when nothing is left."""
    return " & ".join(f"{word}:*" for word in words_of(typed))
