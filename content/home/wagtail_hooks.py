"""Menus at the editors' desk."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from content.home.menus import Menu


class MenuViewSet(SnippetViewSet):  # type: ignore[misc]
    model = Menu
    icon = "list-ul"
    menu_label = _("Menu situs")
    menu_order = 340
    add_to_admin_menu = True
    list_display = ["__str__", "place"]


register_snippet(MenuViewSet)
