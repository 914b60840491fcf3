"""The artisan's orders: the list, and one parcel with the next step to take."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from iccn.accounts import phones
from iccn.refusals import Refusal
from store.checkout.artisan import selectors
from store.checkout.artisan.by_link import services as by_link
from store.checkout.artisan.forms import WaybillForm
from store.checkout.artisan.selectors import Asked, Group, Part, Step
from store.checkout.artisan.sheets import download
from store.curation.views import for_artisans
from store.order import parcels
from store.order.machine import ENDED, ParcelState
from store.order.models import Line, Parcel
from store.order.refusals import BadWaybill
from store.partner.models import Partner

PER_PAGE = 20
MOST_LINES = 10_000
StrOrPromise = str | Promise
GROUP_NAMES: Final = {
    Group.TO_DO: gettext_lazy("Perlu dikerjakan"),
    Group.ON_THE_WAY: gettext_lazy("Di perjalanan"),
    Group.ENDED: gettext_lazy("Selesai"),
}
STEP_NAMES: Final = {
    Step.CONFIRM: gettext_lazy("Perlu dikonfirmasi"),
    Step.PACK: gettext_lazy("Perlu dikemas"),
    Step.HAND_OVER: gettext_lazy("Perlu diserahkan"),
}
BADGES: Final = {
    ParcelState.WAITING: "waiting",
    ParcelState.CONFIRMED: "working",
    ParcelState.PACKED: "working",
    ParcelState.HANDED_OVER: "moving",
    ParcelState.DELIVERED: "done",
    ParcelState.RETURNED: "stopped",
    ParcelState.LOST: "stopped",
}
STATE_NAMES: Final = {ParcelState.WAITING: gettext_lazy("Menunggu Anda")}
# What the artisan does next, as the list says it.
NEXT: Final = {
    ParcelState.WAITING: gettext_lazy("Konfirmasi pesanan ini"),
    ParcelState.CONFIRMED: gettext_lazy("Kemas barangnya"),
    ParcelState.PACKED: gettext_lazy("Serahkan ke kurir dan isi nomor resi"),
    ParcelState.HANDED_OVER: gettext_lazy("Menunggu paket sampai"),
}
STEPS: Final[dict[str, Callable[..., object]]] = {
    "confirm": parcels.confirm_parcel,
    "pack": parcels.pack_parcel,
    "send_link": by_link.send_confirm_link,
    "revoke_links": by_link.revoke_confirm_links,
}


@for_artisans
@require_GET
def orders(request: HttpRequest, artisan: Partner) -> HttpResponse:
    """Her orders by what has to be done; searched by number, waybill or product."""
    asked = asked_by(request)
    page = Paginator(selectors.listed(artisan, asked), PER_PAGE).get_page(request.GET.get("page"))
    counts = selectors.counts(artisan)
    context = {
        "page": page,
        "rows": [row_of(one) for one in page.object_list],
        "tabs": tabs_at(asked.part, counts),
        "steps": steps_at(asked.part, counts),
        "words": asked.words,
        "part": asked.part.value if asked.part else "",
        "query": request.GET.urlencode(),
        "to_do": counts[Group.TO_DO],
    }
    return render(request, "store/artisan/orders.html", context)


def asked_by(request: HttpRequest) -> Asked:
    return Asked(selectors.part_named(request.GET.get("tampil")), request.GET.get("q", "").strip()[:80])


def tabs_at(part: Part | None, counts: dict[Part, int]) -> list[dict[str, Any]]:
    shown = Group.TO_DO if isinstance(part, Step) else part
    everything = {
        "label": _("Semua"),
        "url": "?",
        "count": sum(counts[group] for group in Group),
        "current": part is None,
    }
    return [everything, *(choice(group, GROUP_NAMES[group], counts, shown) for group in Group)]


def steps_at(part: Part | None, counts: dict[Part, int]) -> list[dict[str, Any]]:
    """What her open parcels need next, while she looks at those."""
    if not (part is Group.TO_DO or isinstance(part, Step)):
        return []
    return [choice(step, STEP_NAMES[step], counts, part) for step in Step]


def choice(part: Part, name: StrOrPromise, counts: dict[Part, int], shown: Part | None) -> dict[str, Any]:
    return {"label": name, "url": f"?tampil={part.value}", "count": counts[part], "current": part is shown}


@for_artisans
@require_GET
def export(request: HttpRequest, artisan: Partner) -> HttpResponse:
    """Her own lines as they are filtered, as CSV or Excel; no shopper is named."""
    lines = selectors.lines_of(artisan, asked_by(request))[:MOST_LINES]
    head = (
        _("Nomor pesanan"), _("Dibayar pada"), _("Kode"), _("Barang"), _("Jumlah"), _("Harga"), _("Bagian Anda"),
        _("Kurir"), _("Nomor resi"), _("Keadaan"),
    )  # fmt: skip
    return download(
        "pesanan", request.GET.get("bentuk", ""), head, (cells_of(line, line.parcel) for line in lines)
    )


def cells_of(line: Line, parcel: Any) -> tuple[Any, ...]:
    return (
        line.order.number,
        localtime(line.order.paid_at).strftime("%Y-%m-%d %H:%M"),
        line.product.upc if line.product else "",
        line.name_shown,
        line.quantity,
        int(line.price),
        int(line.earned) if line.earned is not None else "",
        parcel.carrier,
        parcel.waybill,
        name_of(ParcelState(parcel.state)),
    )


def row_of(parcel: Parcel) -> dict[str, Any]:
    state = ParcelState(parcel.state)
    return {
        "parcel": parcel,
        "lines": [f"{line.quantity} × {line.name_shown}" for line in parcel.lines.all()],
        "state": name_of(state),
        "badge": BADGES[state],
        "next": NEXT.get(state, ""),
        "ended": state in ENDED,
    }


def name_of(state: ParcelState) -> str:
    """The state as the artisan reads it: what waits for her is said so."""
    return str(STATE_NAMES.get(state, state.label))


@for_artisans
@require_http_methods(["GET", "POST"])
def parcel(request: HttpRequest, artisan: Partner, parcel_id: int) -> HttpResponse:
    """One parcel; another artisan's does not exist for her."""
    found = get_object_or_404(
        selectors.parcels_of(artisan).select_related("order__shipping_address"), pk=parcel_id
    )
    if request.method == "GET":
        return show(request, found, WaybillForm())
    if "hand_over" in request.POST:
        return hand_over(request, found)
    try:
        step = next((verb for name, verb in STEPS.items() if name in request.POST), None)
        if step is not None:
            step(parcel=found, by=request.user)
            messages.success(request, _("Tersimpan."))
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect("artisan_orders:parcel", found.pk)


def hand_over(request: HttpRequest, parcel: Parcel) -> HttpResponse:
    form = WaybillForm(request.POST)
    if not form.is_valid():
        return show(request, parcel, form, status=422)
    try:
        parcels.hand_over_parcel(parcel=parcel, waybill=form.cleaned_data["waybill"], by=request.user)
    except BadWaybill as refusal:
        form.add_error("waybill", str(refusal))
        return show(request, parcel, form, status=422)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Tersimpan. Pembeli sudah kami beri tahu nomor resinya."))
    return redirect("artisan_orders:parcel", parcel.pk)


def show(request: HttpRequest, parcel: Parcel, form: WaybillForm, *, status: int = 200) -> HttpResponse:
    lines = list(parcel.lines.select_related("product"))
    state = ParcelState(parcel.state)
    address = selectors.to_send_to(parcel)
    context = {
        "parcel": parcel,
        "order": parcel.order,
        "lines": lines,
        "form": form,
        "state": name_of(state),
        "badge": BADGES[state],
        "has_label": state not in ENDED,
        "live_links": selectors.live_links_to(parcel) if state == ParcelState.WAITING else [],
        "address": address,
        "address_name": address.name or parcel.order.contact_name if address else "",
        "address_phone": phones.shown(str(address.phone_number or parcel.order.contact_phone))
        if address
        else "",
        "events": events_of(parcel),
    }
    return render(request, "store/artisan/parcel.html", context, status=status)


def events_of(parcel: Parcel) -> list[dict[str, Any]]:
    """When it was paid and what happened since, the oldest first."""
    moments = [(_("Dibayar pembeli"), parcel.order.paid_at, "")]
    moments += [
        (str(ParcelState(event.state).label), event.at, event.note)
        for event in parcel.events.all()
        if event.state != ParcelState.WAITING
    ]
    return [
        {
            "title": title,
            "when": date_format(localtime(at), "j F Y, H.i"),
            "datetime": at.isoformat(),
            "text": note,
        }
        for title, at, note in moments
        if at
    ]
