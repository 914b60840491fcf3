"""Saying the stock of everything that belongs to one product."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from iccn.accounts.models import User
from store.catalogue.models import Product
from store.catalogue.services import set_stock
from store.partner.models import StockRecord


@transaction.atomic
def count_all(*, products: Sequence[Product], pieces: Mapping[int, int], by: User) -> list[StockRecord]:
    """All or none; what did not change is left alone. Raises NotYourProduct, StockBelowPromised."""
    list(StockRecord.objects.select_for_update().filter(product__in=list(pieces)).order_by("pk"))
    changed = [one for one in products if pieces[one.pk] != one.stock.num_in_stock]
    return [set_stock(product=one, pieces=pieces[one.pk], by=by) for one in changed]
