"""Entries, one entry, the trial balance, and what moved on one account."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from iccn.accounts.selectors import names_of_actors
from iccn.ledger import permissions, selectors
from iccn.ledger.desk.filters import EntryFilter
from iccn.ledger.desk.findings import told
from iccn.ledger.models import Account, Entry
from iccn.ledger.tasks import keep_the_books


def refuse_strangers(request: HttpRequest) -> None:
    """Finance reads the books; everyone else is refused."""
    if not permissions.may_read(request.user):
        raise PermissionDenied


class EntryList(IndexView):  # type: ignore[misc]
    """Every entry, the newest first; filtered, sorted and exported by Wagtail's own listing."""

    model = Entry
    page_title = _("Buku besar")
    header_icon = "table"
    paginate_by = 50
    filterset_class = EntryFilter
    index_url_name = "books:entries"
    index_results_url_name = "books:entries_results"
    default_ordering = "-pk"
    list_export = (
        "pk", "effective_date", "get_kind_display", "idempotency_key", "source", "moved", "policy_version", "made_by",
        "approved_by", "posted_at",
    )  # fmt: skip
    export_filename = "buku-besar"
    columns = (
        TitleColumn("idempotency_key", label=_("Kunci"), url_name="books:entry"),
        Column("get_kind_display", label=_("Jenis"), sort_key="kind"),
        Column("effective_date", label=_("Tanggal"), sort_key="effective_date"),
        Column("moved", label=_("Jumlah")),
        Column("source", label=_("Sumber"), sort_key="source"),
        DateColumn("posted_at", label=_("Dibukukan"), sort_key="posted_at"),
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        refuse_strangers(request)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_base_queryset(self) -> QuerySet[Entry]:
        return selectors.entries_with_amounts()


def entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """One entry with its legs, whoever made and approved it, and what took it back."""
    refuse_strangers(request)
    found = get_object_or_404(
        selectors.entries().select_related("reverses", "reversal", "period"), pk=entry_id
    )
    names = names_of_actors([found.made_by, found.approved_by])
    context = {
        "entry": found,
        "legs": selectors.legs_of(found),
        "made_by": names.get(found.made_by, found.made_by),
        "approved_by": names.get(found.approved_by, found.approved_by),
    }
    return render(request, "ledger/desk/entry.html", context)


def trial_balance(request: HttpRequest) -> HttpResponse:
    """Every account with its balance on its side; both columns have the same sum, and balances follow postings."""
    refuse_strangers(request)
    lines = selectors.trial_balance()
    context = {"lines": lines, "sums": selectors.sums_of(lines), "drift": selectors.drift()}
    return render(request, "ledger/desk/trial_balance.html", context)


def account(request: HttpRequest, code: str) -> HttpResponse:
    """What moved on one account, the newest first."""
    refuse_strangers(request)
    found = get_object_or_404(Account, code=code)
    page = selectors.history_page(code, request.GET.get("p", "1"))
    context = {"account": found, "page": page, "balance": selectors.balance(code)}
    return render(request, "ledger/desk/account.html", context)


def checks(request: HttpRequest) -> HttpResponse:
    """What the last check found, with what to do, and the sealed days."""
    refuse_strangers(request)
    last = selectors.last_check()
    page = Paginator(selectors.seals(), 31).get_page(request.GET.get("p", "1"))
    context = {"check": last, "findings": told(last.findings) if last else [], "page": page}
    return render(request, "ledger/desk/checks.html", context)


@require_POST
def check_now(request: HttpRequest) -> HttpResponse:
    """The night shift at once."""
    refuse_strangers(request)
    keep_the_books.enqueue()
    messages.success(request, _("Pemeriksaan sedang berjalan. Muat ulang halaman ini sebentar lagi."))
    return redirect("books:checks")
