"""Reading what surrounds a page: its twins in other languages, the way to it, the pictures inside it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.utils import translation
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.models import Page

from iccn.media.models import Picture

NAMES = dict(settings.LANGUAGES)


def twins_of(page: Page) -> list[dict[str, str]]:
    """The page itself and its published twins: code, address, name. One query."""
    rows = (
        Page.objects.filter(translation_key=page.translation_key, live=True)
        .select_related("locale")
        .order_by("locale__pk")
    )
    return [_twin(row) for row in rows]


def _twin(page: Page) -> dict[str, str]:
    code = page.locale.language_code
    with translation.override(code):
        return {"code": code, "url": str(page.url or ""), "name": NAMES.get(code, code)}


def crumbs_of(line: Sequence[Page]) -> list[dict[str, str]]:
    """The way from the home page to a page, whose line it is."""
    return [{"label": one.title, "url": str(one.url or "")} for one in line]


def pictures_in(value: Any) -> Iterator[Picture]:
    """Every picture inside a body, however deep."""
    if isinstance(value, Picture):
        yield value
    elif isinstance(value, StreamValue):
        for child in value:
            yield from pictures_in(child.value)
    elif isinstance(value, StructValue):
        for inner in value.values():
            yield from pictures_in(inner)
    elif isinstance(value, ListValue):
        for inner in value:
            yield from pictures_in(inner)
