"""Telling higher floors that products changed.

The catalogue does not know who keeps a copy of a product (the search documents do). Such an app listens from its
`AppConfig.ready`; services call `tell`, and listeners hear of it once the change stands.
"""

from collections.abc import Callable, Sequence
from functools import partial

from django.db import transaction

Listener = Callable[[Sequence[int]], object]
_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Adds a listener; adding it twice changes nothing."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell(product_ids: Sequence[int]) -> None:
    """Says on commit that these products (their words, stock or price) are not what they were."""
    for listener in _listeners:
        transaction.on_commit(partial(listener, tuple(product_ids)))
