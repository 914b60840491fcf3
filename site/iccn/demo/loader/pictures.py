"""Pictures of the demo: painted by several processes, kept in `var/demo/` by what they show."""

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from django.conf import settings

from iccn.demo.loader.sketches import Sketch, paint_into
from iccn.demo.loader.stories import Words
from iccn.media.models import Picture
from iccn.media.services import keep_picture

PAINTERS = 2
FEW = 6  # so few are painted here: starting other processes takes longer
CREDIT = "Gambar contoh, digambar oleh program"
at_work: dict[str, "Future[None]"] = {}


def path_of(sketch: Sketch) -> Path:
    return Path(settings.VAR) / "demo" / f"{sketch.mark}.jpg"


def missing(sketches: Iterable[Sketch]) -> list[Sketch]:
    return [sketch for sketch in dict.fromkeys(sketches) if not path_of(sketch).exists()]


@contextmanager
def painters_at_work(sketches: Iterable[Sketch]) -> Iterator[None]:
    """Other processes paint what is missing while the stories are told; `keep` waits for the picture it needs."""
    waiting = missing(sketches)
    if len(waiting) <= FEW:
        yield
        return
    fresh = multiprocessing.get_context("spawn")  # a forked process would share our database connection
    with ProcessPoolExecutor(PAINTERS, mp_context=fresh) as painters:
        at_work.update({one.mark: painters.submit(paint_into, one, path_of(one)) for one in waiting})
        try:
            yield
        finally:
            painters.shutdown(cancel_futures=True)
            at_work.clear()


def file_of(sketch: Sketch) -> Path:
    """The painted file: found, waited for, or painted now."""
    path = path_of(sketch)
    if (painting := at_work.get(sketch.mark)) is not None:
        painting.result()
    elif not path.exists():
        paint_into(sketch, path)
    return path


def keep(sketch: Sketch, *, title: str, words: Words) -> Picture:
    """The picture in the media library, with its words in both languages."""
    picture = keep_picture(
        file=BytesIO(file_of(sketch).read_bytes()),
        name=title,
        title=title,
        description=words.id,
        description_en=words.en,
    )
    picture.credit = CREDIT
    picture.save(update_fields=["credit"])
    return picture
