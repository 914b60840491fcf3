"""Curators and editors keep the wordings in the Wagtail admin, try searches, and see what people did not find."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from store.search import permissions
from store.search.desk import views
from store.search.desk.forms import VariantForm
from store.search.models import Variant
from store.search.services import forget_variants


class VariantCreateView(CreateView):  # type: ignore[misc]
    """A word that was not found may be filled in already: `?word=…`."""

    def get_initial_form_instance(self) -> Variant:
        return Variant(word=self.request.GET.get("word", "").replace("\0", "")[:60])


class VariantViewSet(SnippetViewSet):  # type: ignore[misc]
    model = Variant
    icon = "search"
    menu_label = _("Padanan kata")
    list_display = ["word", "relation", "means"]
    list_filter = ["relation"]
    list_export = ["word", "relation", "means"]
    export_filename = "padanan-kata"
    search_fields = ["word", "means"]
    list_per_page = 100
    add_view_class = VariantCreateView
    edit_handler = ObjectList(
        [
            FieldPanel(
                "word", help_text=_("Kata yang diketik orang, misalnya “kripik”. Paling banyak empat kata.")
            ),
            FieldPanel(
                "relation",
                help_text=_(
                    "“Sama artinya” berlaku dua arah. “Termasuk jenis” satu arah: ulos termasuk jenis tenun."
                ),
            ),
            FieldPanel("means", help_text=_("Kata yang dimaksud, misalnya “keripik”.")),
        ],
        base_form_class=VariantForm,
    )


register_snippet(VariantViewSet)


def _use_at_once(_request: HttpRequest, one: Any) -> None:
    """A changed row is used by the next search of this process, within a minute by the others."""
    changed = one if isinstance(one, list) else [one]
    if any(isinstance(row, Variant) for row in changed):
        forget_variants()


for name in ("after_create_snippet", "after_edit_snippet", "after_delete_snippet"):
    hooks.register(name, _use_at_once)


urlpatterns: list[Any] = [
    path("coba/", views.try_search, name="try"),
    path("tanpa-hasil/", views.UnansweredList.as_view(), name="unanswered"),
    path("tanpa-hasil/hasil/", views.UnansweredList.as_view(results_only=True), name="unanswered_results"),
]


@hooks.register("register_admin_urls")
def search_urls() -> list[URLPattern | URLResolver]:
    return [path("kata-pencarian/", include((urlpatterns, "search_desk")))]


class SearchItem(SubmenuMenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(permissions.may_keep_words(request.user))


@hooks.register("register_admin_menu_item")
def search_menu_item() -> MenuItem:
    pages = Menu(
        items=[
            MenuItem(_("Coba pencarian"), reverse("search_desk:try"), icon_name="search", order=1),
            MenuItem(
                _("Pencarian tanpa hasil"), reverse("search_desk:unanswered"), icon_name="warning", order=2
            ),
            MenuItem(
                _("Padanan kata"),
                reverse("wagtailsnippets_search_variant:list"),
                icon_name="list-ul",
                order=3,
            ),
        ]
    )
    return SearchItem(_("Pencarian"), pages, icon_name="search", order=212, name="search-words")
