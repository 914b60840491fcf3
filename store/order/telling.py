"""Who hears of a paid order: the shopper, and the artisans, each with a link that answers without a log-in."""

from collections.abc import Iterable

from iccn.notices.recipient import Recipient
from iccn.notices.services import tell
from store.catalogue.models import Product
from store.links.models import OneTimeLink
from store.links.services import make_link
from store.order.models import Order, Parcel

BY_US = "system:order"


def tell_of_payment(order: Order) -> None:
    """The shopper gets the way to the order's page; each artisan hears what to make ready."""
    parcels = list(
        order.parcels.select_related("artisan").prefetch_related("lines__product", "artisan__users")
    )
    tell(to=order.shopper, kind="order_paid", facts={"order": order, "parcels": parcels}, subject=order)
    for parcel in parcels:
        _tell_artisan(order, parcel)


def _tell_artisan(order: Order, parcel: Parcel) -> None:
    for user in parcel.artisan.users.all():
        made = make_link(
            purpose=OneTimeLink.Purpose.CONFIRM_ORDER,
            artisan=parcel.artisan,
            user=user,
            subject_id=parcel.pk,
            by=BY_US,
        )
        facts = {"order": order, "parcel": parcel, "lines": list(parcel.lines.all()), "link": made.path}
        tell(to=Recipient.of(user), kind="parcel_to_make", facts=facts, subject=parcel)


def ask_for_stock(product_ids: Iterable[int]) -> None:
    """Few are left of these: their artisans are asked how many there are. Of several variants, once for the product."""
    products = Product.objects.filter(pk__in=list(product_ids)).select_related("artisan", "parent")
    asked = {one.parent_id or one.pk: one for one in products}
    for key, product in sorted(asked.items()):
        for user in product.artisan.users.all():
            made = make_link(
                purpose=OneTimeLink.Purpose.SAY_STOCK,
                artisan=product.artisan,
                user=user,
                subject_id=key,
                by=BY_US,
            )
            facts = {"product": product.parent or product, "link": made.path}
            tell(to=Recipient.of(user), kind="stock_to_say", facts=facts, subject=product.parent or product)
