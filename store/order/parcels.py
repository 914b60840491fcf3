"""A parcel on its way: each verb is one move of the table, under the row's lock, with its event and audit line."""

from typing import Any

from django.db import transaction

from iccn.audit import services as audit
from iccn.notices.recipient import Recipient
from iccn.notices.services import tell
from iccn.refusals import refuse_unless
from store.order import permissions, rules
from store.order.machine import OrderState, ParcelMove, ParcelState, parcel_after
from store.order.models import Parcel
from store.order.refusals import BadWaybill, NoSuchMove, NotPaidYet
from store.order.writing import note_event

BY_SHOPPER = "guest"


@transaction.atomic
def confirm_parcel(*, parcel: Parcel, by: Any) -> Parcel:
    """The artisan has seen the order and will make or pack it. Raises NotYourParcel, NotPaidYet, NoSuchMove."""
    refuse_unless(permissions.may_send(by, parcel))
    return _move(parcel, ParcelMove.CONFIRM, by)


@transaction.atomic
def pack_parcel(*, parcel: Parcel, by: Any) -> Parcel:
    """Raises NotYourParcel, NotPaidYet, NoSuchMove."""
    refuse_unless(permissions.may_send(by, parcel))
    return _move(parcel, ParcelMove.PACK, by)


@transaction.atomic
def hand_over_parcel(*, parcel: Parcel, waybill: str, by: Any) -> Parcel:
    """The courier has it; the shopper is told the waybill. Raises NotYourParcel, NotPaidYet, NoSuchMove, BadWaybill."""
    refuse_unless(permissions.may_send(by, parcel))
    number = rules.waybill(waybill)
    if not number:
        raise BadWaybill(typed=waybill.strip()[:40])
    parcel = _move(parcel, ParcelMove.HAND_OVER, by, waybill=number)
    tell(to=parcel.order.shopper, kind="parcel_sent", facts=_facts(parcel), subject=parcel)
    return parcel


@transaction.atomic
def deliver_parcel(*, parcel: Parcel, by: Any = BY_SHOPPER) -> Parcel:
    """It has arrived: the artisan is told. Only `store.checkout.completion` calls this: money moves with it."""
    parcel = _move(parcel, ParcelMove.DELIVER, by)
    for artisan in recipients_of(parcel):
        tell(to=artisan, kind="parcel_received", facts=_facts(parcel), subject=parcel)
    return parcel


@transaction.atomic
def return_parcel(*, parcel: Parcel, by: Any, note: str = "") -> Parcel:
    """It came back. Only `store.checkout.completion` calls this: money moves with it."""
    return _move(parcel, ParcelMove.RETURN, by, note=note)


def _move(parcel: Parcel, move: ParcelMove, by: Any, *, waybill: str = "", note: str = "") -> Parcel:
    parcel = (
        Parcel.objects.select_for_update(of=("self",)).select_related("order", "artisan").get(pk=parcel.pk)
    )
    if parcel.order.status != OrderState.PAID:
        raise NotPaidYet
    target = parcel_after(parcel.state, move)
    if target is None:
        raise NoSuchMove(state=ParcelState(parcel.state).label, move=move.label)
    parcel.state, parcel.waybill = target, waybill or parcel.waybill
    parcel.save(update_fields=["state", "waybill"])
    note_event(parcel, note)
    audit.record(by, f"parcel.{target}", parcel, order=parcel.order.number)
    return parcel


def recipients_of(parcel: Parcel) -> list[Recipient]:
    """The people behind the artisan's shop."""
    return [Recipient.of(user) for user in parcel.artisan.users.all()]


def _facts(parcel: Parcel) -> dict[str, object]:
    return {"order": parcel.order, "parcel": parcel, "lines": list(parcel.lines.select_related("product"))}
