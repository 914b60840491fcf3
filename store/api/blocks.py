"""Choosers that pages place in their bodies: what is chosen comes back as `store.api.selectors` takes it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock

from store.promotion.models import Collection, FeaturedMaker


def collection_chooser(**words: Any) -> SnippetChooserBlock:
    return SnippetChooserBlock(Collection, label=_("Koleksi atau musim"), **words)


def maker_chooser(**words: Any) -> SnippetChooserBlock:
    return SnippetChooserBlock(FeaturedMaker, label=_("Perajin pilihan"), **words)
