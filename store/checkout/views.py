"""Four short steps: contact, address, couriers, pay. Each can be reloaded, gone back to, and come back to."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from functools import wraps
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from iccn.accounts.phones import shown
from iccn.money.rupiah import NotWholeRupiah, Rupiah
from iccn.refusals import Refusal
from iccn.regions.selectors import place
from store.checkout.forms import AddressForm, ContactForm, MethodForm
from store.checkout.receipt import parts_of_basket
from store.checkout.selectors import Due, parcels_of
from store.checkout.state import LAST, Progress, Step, over
from store.order.models import Order
from store.order.placing import Wanted, place_order
from store.order.refusals import NotSold, SoldOut, TotalChanged
from store.payment.links import way_on
from store.payment.methods import DEFAULT
from store.payment.selectors import in_order
from store.payment.services import start_attempt

NAMES: Final = {Step.CONTACT: "contact", Step.ADDRESS: "address", Step.COURIER: "courier", Step.PAY: "pay"}
# For so long goods are held while the gateway makes its page; then the attempt's own time counts.
HELD_AT_FIRST: Final = timedelta(minutes=15)
View = Callable[..., HttpResponse]


def url_of(step: Step) -> str:
    return reverse(f"checkout:{NAMES[step]}")


def step(which: Step) -> Callable[[View], View]:
    """Lets the view of a step run when there is something to buy and every step before it is done."""

    def decorate(view: View) -> View:
        @never_cache
        @require_http_methods(["GET", "POST"])
        @wraps(view)
        def guarded(request: HttpRequest) -> HttpResponse:
            if request.basket.is_empty:  # type: ignore[attr-defined]  # Oscar's middleware
                return nothing_to_buy(request)
            progress = Progress.of(request.session)
            due = progress.step_due()
            if list(Step).index(which) > list(Step).index(due):
                return redirect(url_of(due))
            return view(request, progress)

        return guarded

    return decorate


def nothing_to_buy(request: HttpRequest) -> HttpResponse:
    """Whoever presses "pay" twice, or comes back with an old page, finds the order that came of it."""
    placed = Order.objects.filter(number=request.session.get(LAST, "")).first()
    if placed is not None:
        return redirect(placed)
    messages.info(request, _("Keranjang Anda kosong. Pilih dulu karya yang ingin Anda beli."))
    return redirect("basket:summary")


@never_cache
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """To the first step that is not done."""
    return redirect(url_of(Progress.of(request.session).step_due()))


def page_of(request: HttpRequest, which: Step, status: int = 200, **context: Any) -> HttpResponse:
    here = list(Step).index(which)
    steps = [
        {
            "label": one.label,
            "url": url_of(one),
            "state": "done" if number < here else "now" if number == here else "next",
        }
        for number, one in enumerate(Step)
    ]
    back = url_of(list(Step)[here - 1]) if here else reverse("basket:summary")
    template = f"store/checkout/{NAMES[which]}.html"
    return render(request, template, {"steps": steps, "back": back, **context}, status=status)


@step(Step.CONTACT)
def contact(request: HttpRequest, progress: Progress) -> HttpResponse:
    form = ContactForm(request.POST or None, initial=known_contact(request, progress))
    if request.method == "POST" and form.is_valid():
        progress.with_contact(form.contact).keep(request.session)
        return redirect("checkout:address")
    return page_of(request, Step.CONTACT, status=422 if form.errors else 200, form=form)


def known_contact(request: HttpRequest, progress: Progress) -> dict[str, str]:
    """What was typed before, or what the account tells."""
    known: Any = progress.contact or (request.user if request.user.is_authenticated else None)
    return {"name": known.name, "email": known.email, "phone": shown(known.phone)} if known else {}


@step(Step.ADDRESS)
def address(request: HttpRequest, progress: Progress) -> HttpResponse:
    """Without a script, the button beside the box looks for places; nothing else is checked then."""
    looks = "cari" in request.POST
    form = AddressForm(request.POST or None, initial=known_address(progress))
    if request.method == "POST" and not looks and form.is_valid():
        progress.with_destination(form.destination).keep(request.session)
        return redirect("checkout:courier")
    if looks:
        form = AddressForm(request.POST)
        form.forget_faults()
    status = 422 if form.errors else 200
    return page_of(request, Step.ADDRESS, status=status, form=form, places=form.matches, chosen=form.chosen)


def known_address(progress: Progress) -> dict[str, str]:
    if progress.destination:
        known = asdict(progress.destination)
        return {**known, "phone": shown(known["phone"])}
    contact = progress.contact
    return {"name": contact.name, "phone": shown(contact.phone)} if contact else {}


@require_GET
def places(request: HttpRequest) -> HttpResponse:
    """The list to choose from, while somebody types."""
    form = AddressForm(request.GET)
    context = {
        "places": form.matches,
        "chosen": form.chosen,
        "words": request.GET.get("place_words", "")[:100],
    }
    return render(request, "store/checkout/places.html", context)


@step(Step.COURIER)
def courier(request: HttpRequest, progress: Progress) -> HttpResponse:
    try:
        due = due_of(request, progress)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("checkout:address")
    if request.method == "POST":
        typed = {parcel.artisan.pk: request.POST.get(parcel.field, "") for parcel in due.parcels}
        due = Due(due.parcels, typed)
        if due.is_complete:
            progress.with_couriers(typed).keep(request.session)
            return redirect("checkout:pay")
        messages.error(request, _("Pilih kurir untuk setiap paket, lalu lanjutkan."))
    return page_of(request, Step.COURIER, due=due, destination=progress.destination)


def due_of(request: HttpRequest, progress: Progress) -> Due:
    """Raises what `quotes_for` refuses."""
    village = progress.destination.village_code if progress.destination else ""
    return Due(parcels_of(request.basket, village), progress.couriers)  # type: ignore[attr-defined]


@step(Step.PAY)
def pay(request: HttpRequest, progress: Progress) -> HttpResponse:
    try:
        due = due_of(request, progress)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("checkout:address")
    if not due.is_complete:
        messages.info(request, _("Isi keranjang atau kurirnya berubah. Pilih kurir sekali lagi."))
        return redirect("checkout:courier")
    form = MethodForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return place_and_pay(request, progress, due, form.cleaned_data["method"])
    context: dict[str, Any] = {
        "due": due,
        "progress": progress,
        "contact_lines": contact_lines(progress),
        "address_lines": address_lines(progress),
        "methods": in_order(request.POST.get("method") or DEFAULT),
        "parts": parts_of_basket(due),
    }
    return page_of(request, Step.PAY, **context)


def contact_lines(progress: Progress) -> list[str]:
    contact = progress.contact
    return [contact.email, shown(contact.phone)] if contact else []


def address_lines(progress: Progress) -> list[str]:
    to = progress.destination
    found = place(to.village_code) if to else None
    if to is None or found is None:
        return []
    blocks = "/".join(f"{label} {number}" for label, number in (("RT", to.rt), ("RW", to.rw)) if number)
    lines = [to.street, blocks, f"{found.village}, {found.district}", found.regency]
    return [*filter(None, lines), f"{found.province} {found.postal_code}"]


def place_and_pay(request: HttpRequest, progress: Progress, due: Due, method: str) -> HttpResponse:
    try:
        order = place_order(
            basket=request.basket,  # type: ignore[attr-defined]
            wanted=wanted_of(request, progress, due),
            until=timezone.now() + HELD_AT_FIRST,
            user=request.user if request.user.is_authenticated else None,
        )
    except (SoldOut, NotSold) as refusal:
        messages.error(request, str(refusal))
        return redirect("basket:summary")
    except Refusal as refusal:
        messages.warning(request, str(refusal))
        return redirect("checkout:pay" if isinstance(refusal, TotalChanged) else "checkout:start")
    over(request.session, order.number)
    return way_to_pay(request, order, method)


def wanted_of(request: HttpRequest, progress: Progress, due: Due) -> Wanted:
    if progress.contact is None or progress.destination is None:
        raise LookupError("the steps before this one are done")
    try:
        seen = Rupiah.of(request.POST.get("total", ""))
    except (NotWholeRupiah, ArithmeticError):
        seen = None
    return Wanted(
        contact=progress.contact,
        destination=progress.destination,
        choices=due.choices,
        language=(get_language() or "id")[:2],
        total=seen,
    )


def way_to_pay(request: HttpRequest, order: Order, method: str) -> HttpResponse:
    """To the gateway's page; where it does not answer, to the order, which can be paid from there."""
    try:
        attempt = start_attempt(order=order, method=method, language=(get_language() or order.language)[:2])
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(order)
    return redirect(way_on(attempt))
