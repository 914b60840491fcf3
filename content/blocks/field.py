"""A StreamField whose block definitions stay out of migrations."""

from collections.abc import Sequence
from typing import Any

from wagtail.blocks import Block, StreamBlock
from wagtail.fields import StreamField


class BodyField(StreamField):  # type: ignore[misc]
    """What an editor builds from blocks. To the database it is one JSON column, whatever the blocks are."""

    def __init__(self, block_types: Sequence[tuple[str, Block]] | StreamBlock = (), **options: Any) -> None:
        options.pop("block_lookup", None)
        super().__init__(block_types, **options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs

    def clone(self) -> "BodyField":
        """A copy that keeps its blocks (Django copies a field by `deconstruct`)."""
        _name, _path, _args, kwargs = self.deconstruct()
        twin = self.__class__(self.block_types_arg, **kwargs)
        twin.block_opts = dict(self.block_opts)
        return twin
