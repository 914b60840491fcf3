"""Editors keep the wordings in the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from store.search.models import Variant
from store.search.services import forget_variants


class VariantViewSet(SnippetViewSet):  # type: ignore[misc]
    model = Variant
    icon = "search"
    menu_label = _("Padanan kata")
    list_display = ["word", "relation", "means"]
    list_filter = ["relation"]
    search_fields = ["word", "means"]
    form_fields = ["word", "relation", "means"]
    list_per_page = 100
    add_to_settings_menu = True


register_snippet(VariantViewSet)


def _use_at_once(_request: HttpRequest, one: Any) -> None:
    """A changed row is used by the next search of this process, within a minute by the others."""
    changed = one if isinstance(one, list) else [one]
    if any(isinstance(row, Variant) for row in changed):
        forget_variants()


for name in ("after_create_snippet", "after_edit_snippet", "after_delete_snippet"):
    hooks.register(name, _use_at_once)
