"""Weighing the blocks of a lesson."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue

from content.blocks.selectors import pictures_in
from iccn.media.rules import lesson_bytes


def weight_of(body: StreamValue) -> int:
    """Bytes of a lesson read to its end, with everything in it played and downloaded."""
    return lesson_bytes(files=sum(_file_sizes(body)), pictures=sum(1 for _one in pictures_in(body)))


def _file_sizes(value: Any) -> Iterator[int]:
    if isinstance(value, StreamValue):
        for child in value:
            yield from _file_sizes(child.value)
    elif isinstance(value, StructValue):
        for name, inner in value.items():
            if name in {"video", "audio", "file", "captions"} and inner is not None:
                yield int(inner.file.size)
            else:
                yield from _file_sizes(inner)
    elif isinstance(value, ListValue):
        for inner in value:
            yield from _file_sizes(inner)
