"""Asking what a parcel costs: the door for checkout and order."""

from collections.abc import Sequence

from iccn.money.rupiah import Rupiah
from store.shipping.port import ParcelContents, Quote, RateProvider, Route
from store.shipping.tariff_table import TariffTable

__all__ = ["ParcelContents", "Quote", "RateProvider", "Route", "cheapest", "fastest", "quotes", "quotes_for"]

PROVIDER: RateProvider = TariffTable()


def quotes(*, origin_village: str, destination_village: str, contents: ParcelContents) -> list[Quote]:
    """Every service that carries the parcel, the cheapest first; never empty. Three queries.

    Raises UnknownPlace and NoCourier.
    """
    return quotes_for([Route(origin_village, destination_village, contents)])[0]


def quotes_for(routes: Sequence[Route]) -> list[list[Quote]]:
    """The same for many parcels, in their order, with the same three queries."""
    return [sorted(offers, key=_by_price) for offers in PROVIDER.offers(routes)] if routes else []


def cheapest(offers: Sequence[Quote]) -> Quote:
    """The least money; of equals the quicker one."""
    return min(offers, key=_by_price)


def fastest(offers: Sequence[Quote]) -> Quote:
    """Certain to be there first; of equals the cheaper one."""
    return min(offers, key=_by_time)


def _by_price(quote: Quote) -> tuple[Rupiah, int, int, str]:
    return quote.cost, quote.days_max, quote.days_min, quote.key


def _by_time(quote: Quote) -> tuple[int, int, Rupiah, str]:
    return quote.days_max, quote.days_min, quote.cost, quote.key
