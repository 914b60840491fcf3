"""The books find their place in the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from iccn.ledger import permissions
from iccn.ledger.desk import views

urlpatterns: list[Any] = [
    path("", views.EntryList.as_view(), name="entries"),
    path("hasil/", views.EntryList.as_view(results_only=True), name="entries_results"),
    path("jurnal/<int:entry_id>/", views.entry, name="entry"),
    path("neraca/", views.trial_balance, name="trial_balance"),
    path("pemeriksaan/", views.checks, name="checks"),
    path("pemeriksaan/sekarang/", views.check_now, name="check_now"),
    path("akun/<str:code>/", views.account, name="account"),
]


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def books_urls() -> list[URLPattern | URLResolver]:
    return [path("buku/", include((urlpatterns, "books")))]


class BooksItem(SubmenuMenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(permissions.may_read(request.user))


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def books_menu_item() -> MenuItem:
    pages = Menu(
        items=[
            MenuItem(_("Jurnal"), reverse("books:entries"), icon_name="list-ul", order=1),
            MenuItem(_("Neraca saldo"), reverse("books:trial_balance"), icon_name="table", order=2),
            MenuItem(_("Pemeriksaan dan segel"), reverse("books:checks"), icon_name="lock", order=3),
        ]
    )
    return BooksItem(_("Buku besar"), pages, icon_name="table", order=220, name="books")
