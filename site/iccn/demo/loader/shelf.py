"""Pictures, recordings and sheets by the names that the stories of pages use; what is missing is made once."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtailmedia.models import get_media_model

from iccn.demo.drawing.product import Recipe
from iccn.demo.loader import pictures, recordings
from iccn.demo.loader.sketches import Sketch
from iccn.demo.loader.stories import Row, words
from iccn.media.models import Picture
from store.promotion.models import Collection, FeaturedMaker

PICTURES, RECORDINGS, FILES = {"picture", "pictures"}, {"audio", "video"}, {"file", "captions"}
# By slug and by the artisan's code; an excerpt of the stories may have neither.
PROMOTED: Final[Mapping[str, Callable[[str], Any]]] = {
    "collection": lambda slug: Collection.objects.filter(slug=slug).first(),
    "maker": lambda code: FeaturedMaker.objects.filter(artisan__code=code).first(),
}


class Shelf:
    """Finds by title, so that telling again finds the same things again."""

    def __init__(self, drawn: Mapping[str, Row], sheets: Mapping[str, Row]) -> None:
        self.drawn, self.sheets = drawn, sheets

    @cached_property
    def known_pictures(self) -> dict[str, Picture]:
        titles = [row["id"] for row in self.drawn.values()]
        return {one.title: one for one in Picture.objects.filter(title__in=titles).order_by("-pk")}

    @cached_property
    def known_files(self) -> dict[str, Any]:
        titles = [row["title"] for row in self.sheets.values()]
        return {one.title: one for one in get_document_model().objects.filter(title__in=titles)}

    @cached_property
    def known_recordings(self) -> dict[str, Any]:
        titles = [title for title, _steps, _seconds in recordings.RECORDINGS.values()]
        return {one.title: one for one in get_media_model().objects.filter(title__in=titles)}

    def picture(self, name: str) -> Picture:
        row = self.drawn[name]
        if row["id"] not in self.known_pictures:
            kept = pictures.keep(sketch_of(row), title=row["id"], words=words(row))
            self.known_pictures[row["id"]] = kept
        return self.known_pictures[row["id"]]

    def recording(self, name: str) -> Any:
        title, steps, seconds = recordings.RECORDINGS[name]
        if title not in self.known_recordings:
            file = ContentFile(recordings.tones(steps, seconds), f"{name}.wav")
            made = get_media_model()(title=title, type="audio", duration=len(steps) * seconds, file=file)
            made.save()
            self.known_recordings[title] = made
        return self.known_recordings[title]

    def file(self, name: str) -> Any:
        row = self.sheets[name]
        if row["title"] not in self.known_files:
            content = recordings.sheet(row["title"], row["lead"], row["lines"])
            made = get_document_model()(title=row["title"], file=ContentFile(content, f"{name}.pdf"))
            made.file_size, made.file_hash = (
                len(content),
                hashlib.sha1(content, usedforsecurity=False).hexdigest(),
            )
            made.save()
            self.known_files[row["title"]] = made
        return self.known_files[row["title"]]

    def filled(self, value: Any, name: str = "") -> Any:
        """A body as written in the stories, with things in place of their names."""
        if isinstance(value, Mapping):
            return dict(self._pairs(value))
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [self.filled(one, name) for one in value]
        return self._thing(name, value)

    def _pairs(self, value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        for name, inner in value.items():
            yield name, self.filled(inner, name)

    def _thing(self, name: str, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if name in PICTURES:
            return self.picture(value)
        if name in RECORDINGS:
            return self.recording(value)
        if name in PROMOTED:
            return PROMOTED[name](value)
        return self.file(value) if name in FILES else value


def sketch_of(row: Row) -> Sketch:
    """`{look: …}` is one recipe, `{looks: […]}` are several, everything else is itself."""
    return Sketch(row["draw"], tuple(_argument(one) for one in row["with"]))


def _argument(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return recipe(value["look"]) if "look" in value else tuple(recipe(one) for one in value["looks"])


def recipe(look: str) -> Recipe:
    return Recipe(*look.split())
