"""Orders of the last three months: placed, paid (or not), sent, received, given back; each step by its service."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db import transaction

from iccn.accounts.models import User
from iccn.demo.loader import shoppers, stories
from iccn.demo.loader.clock import NOW, SEED, at
from iccn.demo.loader.people import address_of
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.shoppers import Shopper
from store.checkout.completion import complete_parcel, take_back_parcel
from store.checkout.settlement import settle_reading
from store.order.models import Order, Parcel
from store.order.parcels import confirm_parcel, hand_over_parcel, pack_parcel
from store.order.placing import place_order
from store.order.services import cancel_order
from store.payment.deadlines import expire
from store.payment.gateways.port import Reading, Started
from store.payment.machine import Event
from store.payment.methods import METHODS
from store.payment.models import Attempt
from store.payment.services import asked, keep_start, open_attempt
from store.profit.services import post_refund_paid

LONGEST_AGO = 86.0  # days
HOURS_FROM = {
    "waiting": 2.0,
    "paid": 20.0,
    "packed": 60.0,
    "sent": 90.0,
    "returned": 500.0,
    "came_back": 400.0,
}
DELIVERED_BY = 11.0  # days that a whole way may take


def tell_sales(progress: Progress, told: stories.Row | None = None) -> None:
    story = told or stories.load().sales
    there = set(Order.objects.values_list("guest_email", flat=True))
    new = [shopper for shopper in everybody(story) if shopper.key not in there]
    for shopper in progress.over(new, "Pesanan"):
        with transaction.atomic():
            ENDINGS[shopper.ending](shopper)


def everybody(story: stories.Row) -> list[Shopper]:
    """The shoppers in the order in which they came."""
    endings = [ending for ending, many in story["endings"].items() for _ in range(many)]
    firsts = {ending: endings.index(ending) for ending in story["with_sari"] if ending in endings}
    told = [
        Shopper(number, ending, moment, firsts.get(ending) == number, story)
        for number, (ending, moment) in enumerate(zip(endings, moments(endings), strict=True))
    ]
    return sorted(told, key=lambda shopper: shopper.placed_at)


def moments(endings: list[str]) -> Iterator[datetime]:
    """What has ended was bought long enough ago; what still waits, hours ago."""
    ended = max(1, sum(ending not in HOURS_FROM for ending in endings))
    for place, ending in enumerate(endings):
        if ending in HOURS_FROM:
            yield NOW - timedelta(hours=HOURS_FROM[ending] + 0.4 * (place % 5))
        else:
            days = LONGEST_AGO - (LONGEST_AGO - DELIVERED_BY) * place / ended
            day = NOW - timedelta(days=int(days))
            yield day + timedelta(hours=(SEED + place * 5) % 12, minutes=place * 7 % 60)  # nine to nine


def placed(shopper: Shopper) -> Attempt:
    """The order with its first try to pay. The gateway's answer is told, not asked for."""
    with at(shopper.placed_at):
        basket = shoppers.filled_basket(shopper)
        method = METHODS[shopper.method]
        until = shopper.placed_at + method.payable_for
        order = place_order(basket=basket, wanted=shoppers.wanted(shopper, basket), until=until)
        attempt, _fresh = open_attempt(order=order, method=method, language=order.language)
        started = Started(token=f"contoh-{attempt.provider_id}", redirect_url=order.get_absolute_url())
        return keep_start(attempt=attempt, started=started)


def expired(shopper: Shopper) -> Order:
    attempt = placed(shopper)
    with at(attempt.expires_at + timedelta(minutes=20)):
        expire(attempt_id=attempt.pk)
        ended: Order = cancel_order(order=attempt.order)
        return ended


def paid(shopper: Shopper) -> Order:
    """The gateway says that it has the money, and a day later that it passed it on."""
    attempt = placed(shopper)
    moment = shopper.placed_at + timedelta(minutes=6)
    settled = moment + timedelta(hours=14)
    with at(moment):
        settle_reading(attempt_id=attempt.pk, reading=reading_of(attempt, moment, None))
    if settled < NOW:
        with at(settled):
            settle_reading(attempt_id=attempt.pk, reading=reading_of(attempt, moment, settled))
    with at(moment):
        asked(attempt_id=attempt.pk)
    order: Order = Order.objects.get(pk=attempt.order_id)
    return order


def reading_of(attempt: Attempt, paid_at: datetime, settled_at: datetime | None) -> Reading:
    return Reading(
        provider_id=attempt.provider_id,
        event=Event.PAY,
        status="settlement",
        transaction_id=f"contoh-{attempt.provider_id}",
        amount=attempt.amount,
        currency="IDR",
        paid_at=paid_at,
        settled_at=settled_at,
    )


def maker_of(parcel: Parcel) -> User:
    user: User = parcel.artisan.users.get()
    return user


def packed(shopper: Shopper) -> Order:
    order = paid(shopper)
    for parcel in order.parcels.all():
        with at(shopper.placed_at + timedelta(hours=5)):
            confirm_parcel(parcel=parcel, by=maker_of(parcel))
        with at(shopper.placed_at + timedelta(hours=26)):
            pack_parcel(parcel=parcel, by=maker_of(parcel))
    return order


def sent(shopper: Shopper) -> Order:
    order = packed(shopper)
    for parcel in order.parcels.all():
        digits = shopper.chance.randint(10**9, 10**10 - 1)
        with at(shopper.placed_at + timedelta(hours=31)):
            hand_over_parcel(parcel=parcel, waybill=f"CTH{digits}{parcel.number}", by=maker_of(parcel))
    return order


def delivered(shopper: Shopper) -> Order:
    """The shopper says that it has come."""
    order = sent(shopper)
    for parcel in order.parcels.all():
        with at(shopper.placed_at + timedelta(days=shopper.chance.randint(3, 7), hours=2)):
            complete_parcel(parcel=parcel)
    return order


def returned(shopper: Shopper) -> Order:
    """It came, was not right, and went back; finance has paid the money out."""
    order = delivered(shopper)
    with at(shopper.placed_at + timedelta(days=10)):
        take_back_parcel(parcel=first_of(order), by=clerk(), note="Ukuran tidak sesuai")
    with at(shopper.placed_at + timedelta(days=12)):
        post_refund_paid(order=order, number=1)
    return order


def came_back(shopper: Shopper) -> Order:
    """The courier found nobody; the money is still to be given back."""
    order = sent(shopper)
    with at(shopper.placed_at + timedelta(days=9)):
        take_back_parcel(parcel=first_of(order), by=clerk(), note="Alamat tidak ditemukan kurir")
    return order


def first_of(order: Order) -> Parcel:
    parcel: Parcel = order.parcels.order_by("number")[0]
    return parcel


def clerk() -> User:
    return User.objects.get(email=address_of("lia"))


ENDINGS: dict[str, Callable[[Shopper], Order | Attempt]] = {
    "waiting": placed,
    "expired": expired,
    "paid": paid,
    "packed": packed,
    "sent": sent,
    "delivered": delivered,
    "returned": returned,
    "came_back": came_back,
}
