"""The desk in Indonesian.

Wagtail writes its messages in English and keeps their Indonesian under `id_ID`, which Django never looks for when the
language is `id`. Theirs are put together here, with ours (`locale/desk`) over them, as the catalogue of `id`, among
those that Django reads first. It is made when the site starts, and not kept in the repository.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import polib

DOMAINS = ("django", "djangojs")
PACKAGES = ("wagtail", "wagtail_localize", "wagtailmedia")
OURS = "desk"
PLURALS = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=1; plural=0;",
    "Language": "id",
}


def stale(folder: Path) -> Iterator[tuple[Path, polib.POFile]]:
    """The catalogues below this folder that are older than one of their sources, with what they should hold."""
    if not (folder / OURS).is_dir():
        return
    for domain in DOMAINS:
        found = sources(folder, domain)
        target = folder / "id" / "LC_MESSAGES" / f"{domain}.mo"
        newest = max(path.stat().st_mtime for path in found)
        if not target.exists() or target.stat().st_mtime < newest:
            yield target, merged(found)


def sources(folder: Path, domain: str) -> list[Path]:
    """Wagtail's files, then ours: the later says the last word."""
    return [*sorted(theirs(domain)), folder / OURS / f"{domain}.po"]


def theirs(domain: str, language: str = "id_ID") -> Iterator[Path]:
    for package in PACKAGES:
        spec = find_spec(package)
        for root in (spec.submodule_search_locations or ()) if spec else ():
            yield from Path(root).rglob(f"locale/{language}/LC_MESSAGES/{domain}.po")


def merged(paths: list[Path]) -> polib.POFile:
    entries: dict[tuple[str, str, str], polib.POEntry] = {}
    for path in paths:
        for entry in polib.pofile(str(path)).translated_entries():
            entries[(entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")] = entry
    file = polib.POFile()
    file.metadata = PLURALS
    file.extend(entries.values())
    return file
