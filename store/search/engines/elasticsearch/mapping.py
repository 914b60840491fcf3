"""What an index holds: every field by name, nothing guessed. A change here means a new index (see `rebuild`).

Words come analysed, so the index only cuts at blanks. Two shapes of the same words:
`bags` hold words and their roots without places, each bag all of the one before it, for single words and beginnings;
`lines` hold them in their places, for phrases. Roots stand in twin lines, place by place beside their words.
"""

import hashlib
import json
from typing import Any, Final

from elasticsearch.dsl import Mapping
from elasticsearch.dsl.field import (
    Boolean,
    DateNanos,
    Double,
    Field,
    Integer,
    Keyword,
    Long,
    Nested,
    Object,
    Text,
)

from store.search.scoring import HEAD_MARK

TITLE: Final = (
    "title"  # words of titles, and the marks of the first (`vectors.heads`), which are in no other bag
)
TITLE_FORMS: Final = "title_forms"  # and their roots
HEADING: Final = "heading"  # and names
EVERYTHING: Final = "everything"  # and the rest
BAGS: Final = (TITLE, TITLE_FORMS, HEADING, EVERYTHING)
ZONES: Final = ("title", "names", "rest")
ROOTS: Final = 2  # `analysis.roots` gives at most so many
MOST_HITS: Final = 1_000_000  # how far pages go; Elasticsearch's own limit is 10,000
FORGET_REMOVALS: Final = "1h"  # an older version that arrives later than this would come back


def line(zone: str, twin: int = 0) -> str:
    """The field of a zone's words (0), or of their first or second roots."""
    return f"{zone}_line_{twin}"


def _bag() -> Field:
    return Text(
        analyzer="whitespace",
        index_options="docs",
        norms=False,
        index_prefixes={"min_chars": 3, "max_chars": 8},
    )


def _line() -> Field:
    return Text(analyzer="whitespace", index_options="positions", norms=False)


def _kept() -> Field:
    """Given back, never looked into."""
    return Object(enabled=False)


FIELDS: Final[dict[str, Field]] = {
    "product": Long(),
    "is_public": Boolean(),
    "chapter": Keyword(),
    "artisan": Long(),
    "categories": Long(),
    "province": Keyword(),
    "province_label": Keyword(),  # "32 Jawa Barat"
    "regency": Keyword(),
    "regency_label": Keyword(),
    "materials": Keyword(),
    "techniques": Keyword(),
    "certificates": Keyword(),
    "price": Long(),
    "is_made_to_order": Boolean(),
    "is_available": Boolean(),
    "rating": Double(),
    "reviews": Integer(),
    "sold": Integer(),
    "turn": Long(),
    "published_at": DateNanos(),
    "variants": Nested(
        dynamic="strict", properties={"options": Keyword(), "price": Long(), "is_available": Boolean()}
    ),
    "mark": Keyword(),  # tells whether the document is what the table says
    "card": _kept(),
    **{name: _bag() for name in BAGS},
    **{line(zone, twin): _line() for zone in ZONES for twin in range(ROOTS + 1)},
}


def mapping() -> dict[str, Any]:
    made = Mapping()
    for name, field in FIELDS.items():
        made.field(name, field)
    made.meta("dynamic", "strict")
    body: dict[str, Any] = made.to_dict()
    return body


def fingerprint() -> str:
    """The same for two versions of this code that can use one index."""
    said = json.dumps([mapping(), HEAD_MARK], sort_keys=True)
    return hashlib.blake2b(said.encode(), digest_size=5).hexdigest()
