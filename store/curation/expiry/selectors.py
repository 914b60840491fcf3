"""Which certificates run out."""

from datetime import date, timedelta

from store.catalogue.models import Product, ProductCertificate
from store.curation.expiry.rules import WARNED


def ending(today: date) -> list[int]:
    """Certificates of published products that ran out, or do so within the first warning."""
    until = today + timedelta(days=max(WARNED))
    found = ProductCertificate.objects.filter(valid_until__lte=until, product__published_at__isnull=False)
    return list(found.order_by("pk").values_list("pk", flat=True))


def ended(product: Product, today: date) -> list[ProductCertificate]:
    """The certificates of a product that ran out."""
    return list(ProductCertificate.objects.filter(product=product, valid_until__lt=today))
