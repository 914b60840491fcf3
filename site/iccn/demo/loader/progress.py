"""Showing how far the telling is."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from tqdm import tqdm

Thing = TypeVar("Thing")


class Progress:
    """A bar for each longer piece of work; none when quiet, and none for what is done in a moment."""

    def __init__(self, *, is_quiet: bool = False) -> None:
        self.is_quiet = is_quiet

    def over(self, things: Iterable[Thing], title: str, total: int | None = None) -> Iterator[Thing]:
        """The same things, one after another, while a bar with this title moves."""
        yield from tqdm(
            things, desc=f"  {title}", total=total, unit="", delay=0.3, leave=False, disable=self.is_quiet
        )
