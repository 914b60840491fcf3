"""Finance reads every attempt, and finds those that wait for a person. Nothing is written here."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView

from store.payment import permissions
from store.payment.methods import METHODS
from store.payment.models import Attempt


class AttemptFilter(WagtailFilterSet):  # type: ignore[misc]
    state = django_filters.MultipleChoiceFilter(label=_("Keadaan"), choices=Attempt.State.choices)
    method = django_filters.MultipleChoiceFilter(
        label=_("Cara bayar"), choices=[(method.code, method.label) for method in METHODS.values()]
    )
    number = django_filters.CharFilter(
        label=_("Nomor pesanan"), field_name="provider_id", lookup_expr="icontains"
    )

    class Meta:
        model = Attempt
        fields: list[str] = []


class AttemptList(IndexView):  # type: ignore[misc]
    """The newest first. What waits for a person: the states "Perlu diperiksa" and "Dana harus dikembalikan"."""

    model = Attempt
    page_title = _("Pembayaran")
    header_icon = "tasks"
    paginate_by = 50
    filterset_class = AttemptFilter
    index_url_name = "payments:attempts"
    index_results_url_name = "payments:attempts_results"
    default_ordering = "-pk"
    list_export = (
        "provider_id", "method", "amount", "get_state_display", "get_trouble_display", "paid_late", "transaction_id",
        "created_at", "expires_at", "paid_at", "settled_at", "refunded",
    )  # fmt: skip
    export_filename = "pembayaran"
    columns = (
        Column("provider_id", label=_("Percobaan"), sort_key="provider_id"),
        Column("method", label=_("Cara bayar"), sort_key="method"),
        Column("amount", label=_("Jumlah"), sort_key="amount"),
        Column("get_state_display", label=_("Keadaan"), sort_key="state"),
        Column("get_trouble_display", label=_("Masalah"), sort_key="trouble"),
        DateColumn("created_at", label=_("Dimulai"), sort_key="created_at"),
        DateColumn("paid_at", label=_("Dibayar"), sort_key="paid_at"),
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not permissions.may_read(request.user):
            raise PermissionDenied
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_base_queryset(self) -> QuerySet[Attempt]:
        return Attempt.objects.all()
