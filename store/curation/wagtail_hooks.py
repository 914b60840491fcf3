"""The curators' desk finds its place in the Wagtail admin; the rubric is a snippet."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet

from store.curation.changes import desk as change_desk
from store.curation.desk import many, sharing, views
from store.curation.models import Round

urlpatterns: list[Any] = [
    path("", views.SubmissionList.as_view(), name="list"),
    path("hasil/", views.SubmissionList.as_view(results_only=True), name="results"),
    path("perubahan/", change_desk.ChangeList.as_view(), name="changes"),
    path("perubahan/<int:change_id>/", change_desk.change_page, name="change"),
    path("papan/", many.board, name="board"),
    path("saya/", many.mine, name="mine"),
    path("laporan/", many.report, name="report"),
    path("saringan/", many.save_filter, name="save_filter"),
    path("saringan/<int:filter_id>/hapus/", many.forget_filter, name="forget_filter"),
    path("beberapa/", many.many, name="many"),
    path("<int:submission_id>/", views.submission_page, name="submission"),
    path("<int:submission_id>/nilai/", views.score, name="score"),
    path("<int:submission_id>/putusan/", views.decide, name="decide"),
    path("<int:submission_id>/periksa/", sharing.screen, name="screen"),
    path("<int:submission_id>/berkepentingan/", sharing.declare, name="declare"),
    path("<int:submission_id>/alihkan/", sharing.hand_over, name="hand_over"),
]


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern | URLResolver]:
    return [path("kurasi/", include((urlpatterns, "curation_desk")))]


class CuratorsItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(views.PERMISSION))  # type: ignore[union-attr]


@hooks.register("register_admin_menu_item")
def desk_menu_item() -> MenuItem:
    return CuratorsItem(_("Kurasi"), reverse("curation_desk:list"), icon_name="list-ul", order=210)


@hooks.register("register_admin_menu_item")
def changes_menu_item() -> MenuItem:
    return CuratorsItem(_("Perubahan produk"), reverse("curation_desk:changes"), icon_name="edit", order=211)


class RoundViewSet(ModelViewSet):  # type: ignore[misc]
    """Lead curators keep the rounds."""

    model = Round
    icon = "date"
    menu_label = _("Putaran kurasi")
    menu_order = 211
    add_to_admin_menu = True
    list_display = ["theme", "opens_on", "closes_on"]


@hooks.register("register_admin_viewset")
def round_viewset() -> RoundViewSet:
    return RoundViewSet("putaran-kurasi", url_prefix="kurasi/putaran")
