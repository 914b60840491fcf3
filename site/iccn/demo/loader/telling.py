"""Telling the whole story, chapter after chapter."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from django.utils.module_loading import import_string

from iccn.audit.context import Context, bind, unbind
from iccn.demo.loader import CHAPTERS_OF_THE_STORY
from iccn.demo.loader.clock import NOW, at
from iccn.demo.loader.gallery import sketches
from iccn.demo.loader.messages import nothing_goes_out
from iccn.demo.loader.pictures import painters_at_work
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.shelves import tell_faces, tell_shelves
from iccn.demo.loader.stories import load

TELLER = "system:demo"


def chapters_there() -> list[Callable[[Progress], None]]:
    """The chapters whose module is there, in order."""
    there = [path for path in CHAPTERS_OF_THE_STORY if find_spec(path.rsplit(".", 1)[0])]
    return [import_string(path) for path in there]


@contextmanager
def without_chatter() -> Iterator[None]:
    """Wagtail tells of every page it makes; while bars are shown that is noise."""
    logger = logging.getLogger("wagtail")
    usual = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(usual)


def tell_all(progress: Progress) -> None:
    """Tells every chapter on the demo's day; what is told already is found again."""
    token = bind(Context(actor=TELLER, origin="command"))
    try:
        with without_chatter(), at(NOW), nothing_goes_out(), painters_at_work(sketches(load())):
            for tell in chapters_there():
                tell(progress)
        tell_shelves(progress)
        tell_faces(progress)
    finally:
        unbind(token)
