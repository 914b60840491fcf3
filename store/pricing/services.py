"""Taking a price apart with the fees and the policy in force today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from iccn.chapters.models import Chapter
from iccn.ledger.policy import weights_in_force
from iccn.money.rupiah import ZERO, Rupiah
from store.pricing.models import GatewayFee
from store.pricing.rules import FeeTerms, Payee, Split, artisan_share, gateway_fee, split_price

DEFAULT_METHOD = "qris"
# Example rates (PPN 11 % on fees): a contract with the gateway gives the real ones.
EXAMPLE_FEES: tuple[tuple[str, int, int, int], ...] = (
    ("qris", 70, 0, 0),
    ("gopay", 200, 0, 0),
    ("shopeepay", 200, 0, 0),
    ("bca_va", 0, 4_000, 1_100),
    ("bni_va", 0, 4_000, 1_100),
    ("bri_va", 0, 4_000, 1_100),
    ("permata_va", 0, 4_000, 1_100),
    ("cimb_va", 0, 4_000, 1_100),
    ("echannel", 0, 4_000, 1_100),
    ("credit_card", 290, 2_000, 1_100),
    ("indomaret", 0, 5_000, 0),
    ("alfamart", 0, 5_000, 0),
)
EXAMPLE_FEES_FROM = date(2020, 5, 15)
LABELS: dict[Payee, str | Promise] = {
    Payee.ARTISAN: _("Perajin"),
    Payee.GATEWAY: _("Biaya pembayaran"),
    Payee.CHAPTER: _("Simpul"),
    Payee.SOLIDARITY: _("Dana solidaritas semua simpul"),
    Payee.OPERATIONS: _("Operasional toko"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One line of "who gets what"."""

    kind: str
    label: str | Promise
    amount: Rupiah
    note: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A price and its parts, in the order in which people read them; the parts add up to the price."""

    price: Rupiah
    parts: tuple[Part, ...]
    split: Split


def breakdown_for(
    *,
    price: Rupiah,
    partner_share_basis_points: int,
    chapter: Chapter,
    method: str = DEFAULT_METHOD,
    making_cost: Rupiah = ZERO,
    artisan_name: str = "",
) -> Breakdown:
    """Who gets what of a price paid by a method today. Two queries at most, none when cached by the caller."""
    return taken_apart(
        price=price,
        artisan=artisan_share(price, partner_share_basis_points, making_cost),
        fee=gateway_fee(price, fee_terms(method)),
        weights=weights_in_force(),
        chapter_name=chapter.name,
        artisan_name=artisan_name,
        key=chapter.slug,
    )


def taken_apart(
    *,
    price: Rupiah,
    artisan: Rupiah,
    fee: Rupiah,
    weights: Mapping[str, int],
    chapter_name: str,
    key: str,
    artisan_name: str = "",
) -> Breakdown:
    """A price with its figures given, for a basket or a receipt."""
    split = split_price(price=price, artisan=artisan, gateway=fee, weights=weights, key=key)
    names = {**LABELS, Payee.CHAPTER: chapter_name}
    if artisan_name:
        names[Payee.ARTISAN] = artisan_name
    parts = tuple(Part(payee.value, names[payee], amount) for payee, amount in split.parts.items() if amount)
    return Breakdown(price, parts, split)


def fee_terms(method: str, *, on: date | None = None) -> FeeTerms:
    """The fee of a method on a day (today when none is given); no row means no fee."""
    day = on or timezone.localdate()
    row = (
        GatewayFee.objects.filter(method=method, effective_from__lte=day).order_by("-effective_from").first()
    )
    return row.terms if row else FeeTerms()


@transaction.atomic
def lay_example_fees() -> int:
    """Writes the example rates of methods that have none at all; returns how many were written."""
    known = set(GatewayFee.objects.values_list("method", flat=True))
    made = GatewayFee.objects.bulk_create(
        GatewayFee(
            method=method,
            basis_points=points,
            flat=Rupiah(flat),
            tax_basis_points=tax,
            effective_from=EXAMPLE_FEES_FROM,
            is_example=True,
        )
        for method, points, flat, tax in EXAMPLE_FEES
        if method not in known
    )
    return len(made)
