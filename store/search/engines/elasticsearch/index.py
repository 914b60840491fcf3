"""The indices behind the names: what serves has the alias, what is being filled has the alias "building".

The alias carries the mapping's fingerprint. A new version of the code asks for an alias of its own, which is not there
until its index is full; meanwhile the database serves it, and the old version goes on with the old index.
"""

from functools import cache
from secrets import token_hex
from typing import Any, Final

from django.utils import timezone

from store.search.engines.elasticsearch.client import Connection, client, writer
from store.search.engines.elasticsearch.mapping import FORGET_REMOVALS, MOST_HITS, fingerprint, mapping

WHILE_FILLING: Final = {"number_of_replicas": 0, "refresh_interval": "-1"}


@cache
def _fingerprint() -> str:
    return fingerprint()


def family(to: Connection) -> str:
    """Every index of ours, of whatever version."""
    return f"{to.prefix}-products-*"


def alias(to: Connection) -> str:
    return f"{to.prefix}-products-{_fingerprint()}"


def building(to: Connection) -> str:
    return f"{alias(to)}-building"


def targets(to: Connection) -> tuple[str, ...]:
    """The aliases that a change must reach; none before the first rebuild. Asked briefly: it may not answer at all."""
    names = (alias(to), building(to))
    there = client(to).indices.get_alias(index=family(to))
    known = {name for one in there.values() for name in one["aliases"]}
    return tuple(name for name in names if name in known)


def create(to: Connection) -> str:
    """An empty index to be filled; nobody searches it. What an earlier, broken run left is removed first."""
    remove_unfinished(to)
    name = f"{alias(to)}-{timezone.now():%Y%m%d%H%M%S}-{token_hex(2)}"
    writer(to).indices.create(
        index=name,
        mappings={**mapping(), "_meta": {"mapping": _fingerprint()}},
        settings={
            **WHILE_FILLING,
            "number_of_shards": to.shards,
            "max_result_window": MOST_HITS,
            "gc_deletes": FORGET_REMOVALS,
        },
        aliases={building(to): {}},
    )
    return name


def finish(to: Connection, name: str) -> None:
    """The filled index is copied as often as is set, and seen within a second of each change."""
    copies = "auto_expand_replicas" if "-" in to.replicas else "number_of_replicas"
    settings: dict[str, Any] = {copies: to.replicas, "refresh_interval": "1s"}
    indices = writer(to).indices
    indices.put_settings(index=name, settings=settings)
    indices.refresh(index=name)


def go_live(to: Connection, name: str) -> None:
    """In one step the alias moves; then every other index of ours goes."""
    indices = writer(to).indices
    others = [one for one in indices.get_alias(index=family(to)) if one != name]
    leave = [{"remove": {"index": one, "alias": alias(to), "must_exist": False}} for one in others]
    indices.update_aliases(
        actions=[
            *leave,
            {"remove": {"index": name, "alias": building(to)}},
            {"add": {"index": name, "alias": alias(to)}},
        ]
    )
    if others:
        indices.delete(index=others, ignore_unavailable=True)


def remove_unfinished(to: Connection) -> None:
    indices = writer(to).indices
    if left := _with_alias(indices.get_alias(index=family(to)), building(to)):
        indices.delete(index=left, ignore_unavailable=True)


def serving(to: Connection) -> list[str]:
    """The index behind the alias; an empty list when there is none."""
    return _with_alias(writer(to).indices.get_alias(index=family(to)), alias(to))


def _with_alias(there: Any, name: str) -> list[str]:
    return [index for index, one in there.items() if name in one["aliases"]]
