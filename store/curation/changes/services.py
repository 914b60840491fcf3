"""Verbs of requests: the artisan begins, writes, sends or takes back; a curator accepts or refuses with a reason."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.media.models import Picture
from iccn.money.rupiah import Rupiah
from iccn.notices.recipient import Recipient
from iccn.notices.services import tell
from iccn.refusals import refuse_unless
from store.catalogue.models import Product
from store.catalogue.services import change_product
from store.curation import permissions, refusals
from store.curation.changes import selectors, telling
from store.curation.changes.machine import Move, after
from store.curation.models import MOST_PICTURES, ChangeRequest
from store.curation.rules import lowest_price

SHORTEST_ANSWER = 10


@transaction.atomic
def begin_change(*, product: Product, user: User) -> ChangeRequest:
    """A draft filled with the product as it is; the one that there is when she began already.

    Raises NotYourChange, NotForSale, ChangeWaits.
    """
    held: Product = Product.objects.select_for_update().get(pk=product.parent_id or product.pk)
    refuse_unless(permissions.may_change(user=user, artisan=held.artisan))
    if held.published_at is None:
        raise refusals.NotForSale
    there = selectors.live_change_of(held)
    if there is not None:
        if not there.is_writable:
            raise refusals.ChangeWaits
        return there
    told, pictures = telling.telling_of(held), telling.pictures_of(held)
    change = ChangeRequest.objects.create(
        product=held,
        artisan=held.artisan,
        chapter=held.chapter,
        before=told,
        after=told,
        pictures_before=pictures,
        pictures_after=pictures,
        by=user,
    )
    audit.record(user, "change.begun", change, upc=held.upc)
    return change


@transaction.atomic
def write_change(*, change: ChangeRequest, user: User, after: Mapping[str, Any], note: str) -> ChangeRequest:
    """Keeps what the artisan wants; `after` as `telling` writes it. Raises NotYourChange, WrongMomentForChange."""
    draft = _writable(change, user)
    draft.after = {name: after[name] for name in draft.before}
    draft.note = note.strip()
    draft.save(update_fields=["after", "note"])
    return draft


@transaction.atomic
def add_picture(*, change: ChangeRequest, user: User, picture: Picture, key: str = "") -> ChangeRequest:
    """Puts a picture at the end; `key` is the sending page's. Raises TooManyPictures."""
    refuse_full(change=change, user=user)
    draft = _writable(change, user)
    if key:
        draft.keys = [*draft.keys, key[:36]]
        draft.save(update_fields=["keys"])
    return _order(draft, [*draft.pictures_after, picture.pk])


@transaction.atomic
def refuse_full(*, change: ChangeRequest, user: User) -> None:
    """Asked before a picture is read. Raises TooManyPictures."""
    if len(_writable(change, user).pictures_after) >= MOST_PICTURES:
        raise refusals.TooManyPictures(most=MOST_PICTURES)


@transaction.atomic
def remove_picture(*, change: ChangeRequest, user: User, picture_id: int) -> ChangeRequest:
    """Raises NoPictureLeft when it is the last one."""
    draft = _writable(change, user)
    left = [one for one in draft.pictures_after if one != picture_id]
    if not left:
        raise refusals.NoPictureLeft
    return _order(draft, left)


@transaction.atomic
def move_picture(*, change: ChangeRequest, user: User, picture_id: int, place: int) -> ChangeRequest:
    """Puts a picture at a place, counted from 0; a picture that is gone is no fault."""
    draft = _writable(change, user)
    others = [one for one in draft.pictures_after if one != picture_id]
    if len(others) == len(draft.pictures_after):
        return draft
    others.insert(max(0, place), picture_id)
    return _order(draft, others)


def _order(draft: ChangeRequest, pictures: Sequence[int]) -> ChangeRequest:
    draft.pictures_after = list(pictures)
    draft.save(update_fields=["pictures_after"])
    return draft


@transaction.atomic
def send_change(*, change: ChangeRequest, user: User) -> ChangeRequest:
    """Hands it to the curators. Raises NothingChanged, StaleChange, ChangeBelowFloor, WrongMomentForChange."""
    draft = _writable(change, user)
    _refuse_stale(draft)
    if not selectors.difference_of(draft):
        raise refusals.NothingChanged
    _refuse_low(draft)
    draft.state, draft.sent_at = _step(draft, Move.SEND), timezone.now()
    draft.save(update_fields=["state", "sent_at"])
    audit.record(user, "change.sent", draft, upc=draft.product.upc)
    _tell_artisan(draft, "change_received")
    _tell_curators(draft)
    return draft


@transaction.atomic
def withdraw_change(*, change: ChangeRequest, user: User) -> ChangeRequest:
    """The artisan takes it back; it stays to be read. Raises WrongMomentForChange once it is answered."""
    held = _held(change)
    refuse_unless(permissions.may_change(user=user, artisan=held.artisan))
    held.state = _step(held, Move.WITHDRAW)
    held.save(update_fields=["state"])
    audit.record(user, "change.withdrawn", held, upc=held.product.upc)
    return held


@transaction.atomic
def answer_change(*, change: ChangeRequest, curator: User, is_accepted: bool, answer: str) -> ChangeRequest:
    """Accepting changes the product at once, by the catalogue's own service; refusing changes nothing.

    Raises NotCurator, OwnWork, OwnChapter, ReasonMissing, WrongMomentForChange; accepting also StaleChange and
    ChangeBelowFloor.
    """
    product: Product = Product.objects.select_for_update().get(pk=change.product_id)
    held = _held(change)
    refuse_unless(permissions.may_answer(user=curator, change=held))
    target = _step(held, Move.ACCEPT if is_accepted else Move.REFUSE)
    if len(answer.strip()) < SHORTEST_ANSWER:
        raise refusals.ReasonMissing
    if is_accepted:
        _refuse_stale(held)
        _refuse_low(held)
        change_product(product=product, change=telling.change_of(held.after, held.pictures_after), by=curator)
    held.state, held.answer = target, answer.strip()
    held.answered_by, held.answered_at = curator, timezone.now()
    held.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    audit.record(curator, f"change.{target}", held, upc=product.upc)
    _tell_artisan(held, "change_accepted" if is_accepted else "change_refused")
    return held


def _held(change: ChangeRequest) -> ChangeRequest:
    found = ChangeRequest.objects.select_for_update(of=("self",))
    return found.select_related("artisan", "product").get(pk=change.pk)


def _writable(change: ChangeRequest, user: User) -> ChangeRequest:
    held = _held(change)
    refuse_unless(permissions.may_change(user=user, artisan=held.artisan))
    if not held.is_writable:
        raise refusals.WrongMomentForChange(state=held.get_state_display())
    return held


def _step(change: ChangeRequest, move: Move) -> str:
    target = after(change.state, move)
    if target is None:
        raise refusals.WrongMomentForChange(state=change.get_state_display())
    return target


def _refuse_stale(change: ChangeRequest) -> None:
    if selectors.is_stale(change):
        raise refusals.StaleChange


def _refuse_low(change: ChangeRequest) -> None:
    """The artisan's share of each price covers the making cost."""
    lowest = lowest_price(change.after["making_cost"], change.artisan.share_basis_points)
    if any(price < lowest for price in change.after["prices"].values()):
        raise refusals.ChangeBelowFloor(price=Rupiah(lowest))


def _tell_artisan(change: ChangeRequest, kind: str) -> None:
    for user in change.artisan.users.all():
        with translation.override(user.language or "id"):
            facts = {"change": change, "path": change.get_absolute_url()}
        tell(to=Recipient.of(user), kind=kind, facts=facts, subject=change)


def _tell_curators(change: ChangeRequest) -> None:
    facts = {"change": change, "path": reverse("curation_desk:change", args=[change.pk])}
    for curator in selectors.curators_for(change):
        tell(to=Recipient.of(curator), kind="change_to_answer", facts=facts, subject=change)
