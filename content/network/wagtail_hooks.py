"""Chapters' words at the editors' desk; who serves in a chapter is not decided here."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from iccn.chapters.models import Chapter


class ChapterViewSet(SnippetViewSet):  # type: ignore[misc]
    model = Chapter
    icon = "globe"
    menu_label = _("Simpul")
    menu_order = 330
    add_to_admin_menu = True
    list_display = ["name", "regency", "is_active"]
    search_fields = ["name", "regency__name"]
    panels = [
        FieldPanel("name", read_only=True),
        FieldPanel("regency", read_only=True),
        FieldPanel(
            "story", help_text=_("Siapa yang berkumpul di simpul ini, apa yang mereka buat, sejak kapan.")
        ),
        FieldPanel("story_en"),
        FieldPanel("picture"),
    ]


register_snippet(ChapterViewSet)
