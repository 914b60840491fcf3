"""How a plain message is laid out as HTML mail: paragraphs, and its links as buttons."""

import re
from dataclasses import dataclass

LONGEST_LABEL = 44  # a longer sentence before an address stays a sentence
_LINK = re.compile(r"(?P<words>.*?)\s*(?P<url>https?://\S+)\s*$")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of lines, or a button when there is a `url`; a button without a label gets a general one."""

    lines: tuple[str, ...] = ()
    url: str = ""
    label: str = ""


def parts_of(text: str) -> tuple[Part, ...]:
    """`Lihat pesanan: https://…`, in one line or two, becomes the button “Lihat pesanan”; the rest paragraphs."""
    return tuple(
        part for block in re.split(r"\n\s*\n", text.strip()) for part in _parts_of(block.splitlines())
    )


def _parts_of(lines: list[str]) -> list[Part]:
    parts: list[Part] = []
    kept: list[str] = []
    for line in lines:
        link = _LINK.match(line)
        if link is None:
            kept.append(line.strip())
            continue
        if link["words"]:
            kept.append(link["words"])
        label = _label(kept)
        if label:
            kept.pop()
        parts += [Part(lines=tuple(kept))] * bool(kept)
        parts.append(Part(url=link["url"], label=label))
        kept = []
    return [*parts, *([Part(lines=tuple(kept))] if kept else [])]


def _label(kept: list[str]) -> str:
    """The line before an address, when it ends in a colon and is short enough for a button."""
    if not kept or not kept[-1].endswith(":"):
        return ""
    words = kept[-1].removesuffix(":")
    return words if len(words) <= LONGEST_LABEL else ""


def first_words(parts: tuple[Part, ...]) -> str:
    """What a mailbox shows beside the subject: the first paragraph after the greeting."""
    paragraphs = [" ".join(part.lines) for part in parts if part.lines]
    return paragraphs[1] if len(paragraphs) > 1 else "".join(paragraphs)
