"""What the checkout shows: parcels with their couriers, and what is to be paid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iccn.money.rupiah import Rupiah, total
from store.basket.selectors import BasketLine, lines_of
from store.order.writing import origin_of
from store.partner.models import Partner
from store.shipping.rates import ParcelContents, Quote, Route, fastest, quotes_for


@dataclass(frozen=True)
class ParcelToSend:
    """One artisan's goods of the basket, and who can carry them (the cheapest first)."""

    artisan: Partner
    origin: str
    lines: Sequence[Any]
    quotes: Sequence[Quote]

    def quote(self, key: str) -> Quote | None:
        return next((quote for quote in self.quotes if quote.key == key), None)

    @property
    def goods(self) -> Rupiah:
        return total([Rupiah.of(line.line_price_incl_tax) for line in self.lines])

    @property
    def title(self) -> str:
        return _("Paket dari %(artisan)s") % {"artisan": self.artisan.name}

    @property
    def items(self) -> list[dict[str, Any]]:
        """For the parcel's card."""
        return [
            {"title": line.product.name_shown, "quantity": line.quantity, "picture": BasketLine(line).picture}
            for line in self.lines
        ]

    @property
    def weight(self) -> str:
        kilos = number_format(self.quotes[0].grams / 1_000, 1)
        return _("Berat dengan kemasan %(kilos)s kg") % {"kilos": kilos}

    @property
    def field(self) -> str:
        """Name of the choice in the form."""
        return f"kurir-{self.artisan.pk}"


@dataclass(frozen=True)
class Due:
    """Goods and couriers, as chosen. `choices` lacks a parcel whose courier is not there any more."""

    parcels: Sequence[ParcelToSend]
    chosen: Mapping[int, str]

    @cached_property
    def choices(self) -> dict[int, Quote]:
        found = {
            parcel.artisan.pk: parcel.quote(self.chosen.get(parcel.artisan.pk, "")) for parcel in self.parcels
        }
        return {artisan: quote for artisan, quote in found.items() if quote is not None}

    @property
    def offers(self) -> list[dict[str, Any]]:
        """The parcels with their couriers to choose from; the cheapest is chosen until the shopper does."""
        return [
            offer_of(parcel, options_of(parcel, self.chosen.get(parcel.artisan.pk, "")))
            for parcel in self.parcels
        ]

    @property
    def summary(self) -> list[dict[str, str]]:
        carriers = ", ".join(f"{quote.courier_name} {quote.service_name}" for quote in self.choices.values())
        return [
            {"label": _("Barang"), "amount": str(self.goods)},
            {"label": _("Ongkos kirim"), "amount": str(self.shipping), "note": carriers},
        ]

    @property
    def is_complete(self) -> bool:
        return len(self.choices) == len(self.parcels)

    @property
    def goods(self) -> Rupiah:
        return total([parcel.goods for parcel in self.parcels])

    @property
    def shipping(self) -> Rupiah:
        return total([quote.cost for quote in self.choices.values()])

    @property
    def total(self) -> Rupiah:
        return self.goods + self.shipping


def options_of(parcel: ParcelToSend, chosen: str) -> list[dict[str, Any]]:
    """Inputs of the component `courier_option`."""
    taken = parcel.quote(chosen) or parcel.quotes[0]
    first = fastest(parcel.quotes)
    return [
        {
            "value": quote.key,
            "id": f"{parcel.field}-{quote.courier}-{quote.service}",
            "checked": quote == taken,
            "title": f"{quote.courier_name} {quote.service_name}",
            "days": days_of(quote),
            "price": str(quote.cost),
            "note": word_for(quote, parcel.quotes[0], first),
        }
        for quote in parcel.quotes
    ]


def offer_of(parcel: ParcelToSend, options: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The two cheapest, the fastest and the chosen one stand open; `more` is behind one press."""
    shown = [one for place, one in enumerate(options) if place < 2 or one["checked"] or one["note"]]
    more = [one for one in options if one not in shown]
    more_words = ngettext("%(count)d kurir lain", "%(count)d kurir lain", len(more)) % {"count": len(more)}
    return {"parcel": parcel, "options": shown, "more": more, "more_words": more_words}


def days_of(quote: Quote) -> str:
    if quote.days_min == quote.days_max:
        return ngettext("%(days)d hari kerja", "%(days)d hari kerja", quote.days_max) % {
            "days": quote.days_max
        }
    return _("%(min)d–%(max)d hari kerja") % {"min": quote.days_min, "max": quote.days_max}


def word_for(quote: Quote, cheapest: Quote, first: Quote) -> str:
    if quote == cheapest:
        return _("Paling murah")
    return _("Paling cepat") if quote == first else ""


def parcels_of(basket: Any, village_code: str) -> list[ParcelToSend]:
    """The basket as parcels, in the order in which they were put in. Raises what `quotes_for` refuses."""
    groups: dict[int, list[Any]] = {}
    for line in lines_of(basket):
        groups.setdefault(line.stockrecord.partner_id, []).append(line)
    artisans = {pk: lines[0].stockrecord.partner for pk, lines in groups.items()}
    routes = [
        Route(village_of(artisans[pk]), village_code, contents_of(lines)) for pk, lines in groups.items()
    ]
    return [
        ParcelToSend(artisan, origin_of(artisan), groups[pk], quotes)
        for (pk, artisan), quotes in zip(artisans.items(), quotes_for(routes), strict=True)
    ]


def village_of(artisan: Partner) -> str:
    """The code of the village a parcel starts from; of the chapter's regency when the village is not told."""
    member = artisan.member
    if member is None:
        return ""
    return str(member.village_id or member.chapter.regency_id)


def contents_of(lines: Sequence[Any]) -> ParcelContents:
    return ParcelContents(
        grams=sum(line.product.weight_g * line.quantity for line in lines),
        volume_cm3=sum(_volume(line.product) * line.quantity for line in lines),
        value=total([Rupiah.of(line.line_price_incl_tax) for line in lines]),
    )


def _volume(product: Any) -> int:
    return int(product.length_cm * product.width_cm * product.height_cm)
