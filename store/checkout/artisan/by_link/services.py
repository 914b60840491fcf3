"""Answers by link, and sending a link. The thing it is about is locked first, then its links."""

from collections.abc import Mapping

from django.db import transaction

from iccn.accounts.models import User
from iccn.notices.recipient import Recipient
from iccn.notices.services import tell
from iccn.refusals import refuse_unless
from store.catalogue.models import Product
from store.catalogue.permissions import may_tend
from store.catalogue.refusals import MadeToOrder
from store.catalogue.services import set_stock
from store.links.models import OneTimeLink
from store.links.refusals import LinkRevoked, UnknownLink
from store.links.rules import Standing
from store.links.selectors import live_links
from store.links.services import make_link, revoke_link, speaks_for_the_shop, use_link
from store.order.machine import ParcelMove, ParcelState, parcel_after
from store.order.models import Parcel
from store.order.parcels import confirm_parcel
from store.order.permissions import may_send
from store.order.refusals import NoSuchMove
from store.partner.models import Partner, StockRecord

Purpose = OneTimeLink.Purpose


@transaction.atomic
def confirm_by_link(*, link: OneTimeLink) -> Parcel:
    """Confirms the parcel in the name of the person the link was sent to.

    Raises UnknownLink, LinkUsed, LinkRevoked, LinkExpired, NoSuchMove (it was confirmed already), NotYourParcel.
    """
    parcel = Parcel.objects.select_for_update().filter(pk=link.subject_id, artisan=link.artisan_id).first()
    if parcel is None:
        raise UnknownLink
    spent = use_link(link=link, purpose=Purpose.CONFIRM_ORDER)
    return confirm_parcel(parcel=parcel, by=spent.user)


@transaction.atomic
def count_by_link(*, link: OneTimeLink, pieces: Mapping[int, int]) -> list[StockRecord]:
    """Says the stock of the link's product; `pieces` by the key of the product or of its variants.

    Raises UnknownLink, LinkUsed, LinkRevoked, LinkExpired, StockBelowPromised, NotYourProduct.
    """
    products = {
        one.pk: one
        for one in Product.objects.filter(pk__in=list(pieces), artisan=link.artisan_id)
        if link.subject_id in (one.pk, one.parent_id)
    }
    if not pieces or set(products) != set(pieces):
        raise UnknownLink
    list(StockRecord.objects.select_for_update().filter(product__in=products).order_by("pk"))
    spent = use_link(link=link, purpose=Purpose.SAY_STOCK)
    return [set_stock(product=products[key], pieces=pieces[key], by=spent.user) for key in sorted(products)]


@transaction.atomic
def send_confirm_link(*, parcel: Parcel, by: User) -> list[OneTimeLink]:
    """A new link to confirm: to whoever asks from the shop, or to all of the shop when staff ask.

    Raises NotYourParcel, NoSuchMove, TooManyLinks.
    """
    refuse_unless(may_send(by, parcel))
    held = Parcel.objects.select_for_update().get(pk=parcel.pk)
    if parcel_after(held.state, ParcelMove.CONFIRM) is None:
        raise NoSuchMove(state=ParcelState(held.state).label, move=ParcelMove.CONFIRM.label)
    return [_send_confirm(held, user, by) for user in _asked(held.artisan, by)]


@transaction.atomic
def revoke_confirm_links(*, parcel: Parcel, by: User) -> list[OneTimeLink]:
    """Takes back every link to this parcel that still opens something. Raises NotYourParcel."""
    refuse_unless(may_send(by, parcel))
    live = live_links(parcel.artisan).filter(purpose=Purpose.CONFIRM_ORDER, subject_id=parcel.pk)
    return [revoke_link(link=link, by=by) for link in live.order_by("pk")]


@transaction.atomic
def send_stock_link(*, product: Product, by: User) -> list[OneTimeLink]:
    """A new link to say the stock, sent as `send_confirm_link`. Raises NotYourProduct, MadeToOrder, TooManyLinks."""
    refuse_unless(may_tend(user=by, product=product))
    whole = product.parent or product
    if whole.is_made_to_order:
        raise MadeToOrder
    _hold_stock(whole.pk)
    return [_send_stock(whole, user, by) for user in _asked(whole.artisan, by)]


@transaction.atomic
def send_again(*, link: OneTimeLink) -> OneTimeLink:
    """Whoever holds a link that ran out gets a new one, at the address we know. Raises LinkRevoked, TooManyLinks."""
    if link.standing is not Standing.EXPIRED or not speaks_for_the_shop(link):
        raise LinkRevoked
    if link.purpose == Purpose.SAY_STOCK:
        _hold_stock(link.subject_id)
        return _send_stock(Product.objects.get(pk=link.subject_id), link.user, link.user)
    parcel = Parcel.objects.select_for_update().get(pk=link.subject_id)
    return _send_confirm(parcel, link.user, link.user)


def _asked(artisan: Partner, by: User) -> list[User]:
    people: list[User] = list(artisan.users.filter(is_active=True).order_by("pk"))
    return [by] if by in people else people


def _hold_stock(product_id: int) -> None:
    rows = StockRecord.objects.select_for_update()
    list(rows.filter(product=product_id) | rows.filter(product__parent=product_id))


def _send_confirm(parcel: Parcel, user: User, by: User) -> OneTimeLink:
    made = make_link(
        purpose=Purpose.CONFIRM_ORDER,
        artisan=parcel.artisan,
        user=user,
        subject_id=parcel.pk,
        by=by,
        is_asked=True,
    )
    facts = {"order": parcel.order, "link": made.path}
    tell(to=Recipient.of(user), kind="parcel_link", facts=facts, subject=parcel)
    return made.link


def _send_stock(product: Product, user: User, by: User) -> OneTimeLink:
    made = make_link(
        purpose=Purpose.SAY_STOCK,
        artisan=product.artisan,
        user=user,
        subject_id=product.pk,
        by=by,
        is_asked=True,
    )
    facts = {"product": product, "link": made.path}
    tell(to=Recipient.of(user), kind="stock_to_say", facts=facts, subject=product)
    return made.link
