"""Payments find their place in the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from store.payment import permissions
from store.payment.desk import AttemptList

urlpatterns: list[Any] = [
    path("", AttemptList.as_view(), name="attempts"),
    path("hasil/", AttemptList.as_view(results_only=True), name="attempts_results"),
]


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def payment_urls() -> list[URLPattern | URLResolver]:
    return [path("pembayaran/", include((urlpatterns, "payments")))]


class PaymentsItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(permissions.may_read(request.user))


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def payments_menu_item() -> MenuItem:
    return PaymentsItem(_("Pembayaran"), reverse("payments:attempts"), icon_name="tasks", order=221)
