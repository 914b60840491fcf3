"""Mentors at the editors' desk."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from content.ajar.models import Mentor


class MentorViewSet(SnippetViewSet):  # type: ignore[misc]
    model = Mentor
    icon = "user"
    menu_label = _("Mentor")
    menu_order = 320
    add_to_admin_menu = True
    list_display = ["name", "craft", "place"]
    list_filter = {"has_consented": ["exact"]}


register_snippet(MentorViewSet)
