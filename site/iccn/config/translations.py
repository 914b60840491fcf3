"""The words shown to people: gathered out of the code, kept in PO files, compiled for Django. No gettext needed.

A message is written in Indonesian in the code; its English stands in `site/iccn/locale/en`.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

from iccn.config import desk_words

SOURCES = ("site", "store", "content", "themes")
KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w*\}")


@dataclass(frozen=True, order=True)
class Words:
    """One message as the code asks for it."""

    singular: str
    plural: str = ""
    context: str = ""


@dataclass
class Catalogue:
    """What the code shows, and where."""

    places: dict[Words, set[str]] = field(default_factory=dict)

    def add(self, words: Words, place: str) -> None:
        self.places.setdefault(words, set()).add(place)


def gather(root: Path) -> Catalogue:
    """Every message of our Python and our templates."""
    catalogue = Catalogue()
    for path in source_files(root):
        place = path.relative_to(root).as_posix()
        for words in messages_of(path.read_text(encoding="utf-8"), is_template=path.suffix != ".py"):
            catalogue.add(words, place)
    return catalogue


def source_files(root: Path) -> Iterator[Path]:
    for folder in SOURCES:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in {".py", ".html", ".txt"} and "migrations" not in path.parts and path.is_file():
                yield path


def messages_of(text: str, *, is_template: bool) -> Iterator[Words]:
    if is_template:  # Django turns a template into calls of gettext; lines stand anywhere, so indents go
        text = "\n".join(line.lstrip() for line in templatize(text).splitlines())
    for _line, function, found, _comments in extract_python(
        BytesIO(text.encode()), KEYWORDS, (), {"encoding": "utf-8"}
    ):
        if words := words_of(str(function), found):
            yield words


def words_of(function: str, found: Any) -> Words | None:
    """The call's texts; None when the call is made with a variable."""
    texts = list(found) if isinstance(found, tuple) else [found]
    context = texts.pop(0) if "pgettext" in function else ""
    if not texts or not isinstance(texts[0], str) or not texts[0]:
        return None
    plural = texts[1] if "ngettext" in function.replace("npgettext", "ngettext") and len(texts) > 1 else ""
    return Words(texts[0], plural or "", context or "")


def key_of(entry: polib.POEntry) -> Words:
    return Words(entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")


def texts_of(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def merged(known: Iterable[polib.POEntry], catalogue: Catalogue) -> polib.POFile:
    """A file with exactly the catalogue's messages, in alphabetical order; known translations are kept."""
    translations = {key_of(entry): entry for entry in known if all(texts_of(entry))}
    file = polib.POFile(wrapwidth=100)
    file.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": "en",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for words, places in sorted(catalogue.places.items()):
        file.append(entry_of(words, places, translations.get(words)))
    return file


def entry_of(words: Words, places: Iterable[str], known: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=words.singular,
        msgid_plural=words.plural,
        msgctxt=words.context or None,
        occurrences=[(place, "") for place in sorted(places)],
    )
    if words.plural:
        entry.msgstr_plural = dict(known.msgstr_plural) if known else {0: "", 1: ""}
    else:
        entry.msgstr = known.msgstr if known else ""
    if PLACEHOLDER.search(words.singular + words.plural):
        entry.flags = ["python-format"] if "%" in words.singular + words.plural else ["python-brace-format"]
    return entry


def faults(file: polib.POFile, catalogue: Catalogue) -> list[str]:
    """Plain sentences: what lacks its translation, is unsure, or lost a placeholder."""
    entries = {key_of(entry): entry for entry in file if not entry.obsolete}
    found = [
        f"no English for {words.singular!r} ({', '.join(sorted(places))})"
        for words, places in sorted(catalogue.places.items())
        if words not in entries
    ]
    return found + [fault for entry in entries.values() for fault in faults_of(entry)]


def faults_of(entry: polib.POEntry) -> Iterator[str]:
    texts = texts_of(entry)
    if not texts or not all(texts):
        yield f"empty translation of {entry.msgid!r}"
    if entry.fuzzy:
        yield f"fuzzy translation of {entry.msgid!r}"
    allowed = set(PLACEHOLDER.findall(entry.msgid + (entry.msgid_plural or "")))
    for text in filter(None, texts):
        asked = set(PLACEHOLDER.findall(text))
        # A plural may leave its number out ("one lesson"); nothing may be asked for that is not given.
        if asked - allowed or (not entry.msgid_plural and asked != allowed):
            yield f"placeholders of {entry.msgid!r} differ in {text!r}"


def compile_files(folders: Iterable[Path]) -> int:
    """Writes the MO file beside each PO file whose words changed, and the desk's; returns how many were written."""
    return sum(compile_folder(folder) for folder in folders)


def compile_folder(folder: Path) -> int:
    """Our own catalogues, and the desk's where the folder has words for it."""
    written = sum(compile_file(path) for path in sorted(folder.glob("*/LC_MESSAGES/*.po")))
    for target, file in desk_words.stale(folder):
        written += keep_compiled(target, file.to_binary())
    return written


def compile_file(path: Path) -> bool:
    return keep_compiled(path.with_suffix(".mo"), polib.pofile(str(path)).to_binary())


def keep_compiled(target: Path, compiled: bytes) -> bool:
    if target.exists() and target.read_bytes() == compiled:
        target.touch()
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(f".{os.getpid()}.part")  # several processes may compile at once
    part.write_bytes(compiled)
    part.replace(target)
    return True
