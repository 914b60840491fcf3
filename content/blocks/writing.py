"""Bodies written as plain data (as in YAML), turned into the blocks of a StreamField.

A body is a list. A string is text. Anything else is a mapping with one key, the block's name:

    - Anyaman pandan dikerjakan **berdua**. Baca [cerita Sari](/id/kabar/cerita-sari/).   # text, blank lines part it
    - heading: Judul bagian                 # or  part: Judul anak bagian
    - quote: {text: …, who: …, role: …}
    - callout: {kind: info|success|warning, title: …, text: …}
    - figures: [{value: "210", label: …, note: …}]
    - accordion: [{question: …, answer: …}]
    - picture: {picture: <Picture or id>, alt: …, caption: …}
    - gallery: {pictures: [<Picture or id>, …], caption: …}
    - audio: {audio: <Media or id>, title: …, transcript: …}     # video: the same, with captions: <Document or id>
    - file: {file: <Document or id>, title: …, note: …}
    - button: {label: …, address: /id/toko/, kind: accent|primary|outline}       # or page: <Page or id>
    - products: {title: …, lead: …, category: anyaman, how_many: 5}
    - collection: {collection: <Collection or id>, how_many: 5}   # maker: {maker: <FeaturedMaker or id>, how_many: 4}
    - columns: {left: [ … ], right: [ … ]}
    - classes / news: {title: …, lead: …, how_many: 3}      # programmes / network: {title: …, lead: …}

In text: `**bold**`, `*italic*`, `[words](address)`, lines that begin with `- ` or `1. ` are lists.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from django.db.models import Model
from django.utils.html import escape

from iccn.refusals import Refusal

Item = str | Mapping[str, Any]
LINK: Final = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
BOLD: Final = re.compile(r"\*\*(.+?)\*\*")
ITALIC: Final = re.compile(r"\*(.+?)\*")
BULLET: Final = re.compile(r"^- +")
NUMBER: Final = re.compile(r"^\d+\. +")
RICH: Final = frozenset({"transcript", "answer"})


class UnknownBlock(Refusal):
    code = "unknown_block"
    message = "“{name}” is not a block."
    what_next = "See the head of content/blocks/writing.py for the names of blocks."


def body(items: Iterable[Item]) -> list[dict[str, Any]]:
    """The value to give to a BodyField."""
    return [_block(item) for item in items]


def rich_text(text: str) -> str:
    """HTML of plain text with light marks; everything else is escaped."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", text.strip())]
    return "".join(_part(part) for part in parts if part)


def _part(part: str) -> str:
    lines = [line.strip() for line in part.splitlines()]
    for mark, tag in ((BULLET, "ul"), (NUMBER, "ol")):
        if all(mark.match(line) for line in lines):
            items = "".join(f"<li>{_inline(mark.sub('', line))}</li>" for line in lines)
            return f"<{tag}>{items}</{tag}>"
    return f"<p>{_inline(' '.join(lines))}</p>"


def _inline(text: str) -> str:
    safe = str(escape(text))
    safe = LINK.sub(r'<a href="\2">\1</a>', safe)
    return ITALIC.sub(r"<i>\1</i>", BOLD.sub(r"<b>\1</b>", safe))


def _block(item: Item) -> dict[str, Any]:
    if isinstance(item, str):
        return {"type": "paragraph", "value": rich_text(item)}
    ((name, value),) = item.items()
    if name not in SHAPES:
        raise UnknownBlock(name=name)
    kind, shape = SHAPES[name]
    return {"type": kind, "value": shape(value)}


def _struct(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _inner(name, one) for name, one in value.items()}


def _inner(name: str, value: Any) -> Any:
    if name in RICH:
        return rich_text(value)
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_struct(one) if isinstance(one, Mapping) else _inner("", one) for one in value]
    return value


def _items(value: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {"items": [_struct(one) for one in value]}


def _columns(value: Mapping[str, Sequence[Item]]) -> dict[str, Any]:
    return {side: body(value[side]) for side in ("left", "right")}


SHAPES: Final[Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "text": ("paragraph", rich_text),
    "heading": ("heading", lambda text: {"text": text, "level": "h2"}),
    "part": ("heading", lambda text: {"text": text, "level": "h3"}),
    "quote": ("quote", _struct),
    "callout": ("callout", lambda value: {"kind": "info", **_struct(value)}),
    "figures": ("figures", _items),
    "accordion": ("accordion", _items),
    "picture": ("picture", _struct),
    "gallery": ("gallery", _struct),
    "audio": ("audio", _struct),
    "video": ("video", _struct),
    "file": ("file", _struct),
    "button": ("button", lambda value: {"kind": "primary", **_struct(value)}),
    "products": ("products", lambda value: {"category": "", "how_many": 5, **_struct(value)}),
    "collection": ("collection", lambda value: {"how_many": 5, **_struct(value)}),
    "maker": ("maker", lambda value: {"how_many": 4, **_struct(value)}),
    "classes": ("classes", lambda value: {"how_many": 3, **_struct(value)}),
    "news": ("news", lambda value: {"how_many": 3, **_struct(value)}),
    "programmes": ("programmes", _struct),
    "network": ("network", _struct),
    "columns": ("columns", _columns),
}
