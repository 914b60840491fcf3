"""Orders to pay, and attempts to pay them."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone
from oscar.core.loading import get_model

from iccn.audit.models import Line as AuditLine
from iccn.money.rupiah import Rupiah
from store.catalogue.models import Product
from store.catalogue.services import publish_product
from store.order.models import Line, Order, ShippingAddress
from store.partner.models import Partner
from store.payment.models import Attempt
from tests.factories.catalogue import details_of, make_category

GOODS, SHIPPING = Decimal(250_000), Decimal(18_000)
PRICES = ("line_price", "line_price_before_discounts", "unit_price")


def make_product() -> Product:
    make_category()
    artisan = Partner.objects.get(code="sari")
    return publish_product(details=details_of(artisan), by=None, upc="TST-1")


def make_order(number: str = "ICS-2611-8K3F7", *, pieces: int = 1, **changes: object) -> Order:
    """One bag of Sari's for Rp250.000 and Rp18.000 for the courier, not paid yet."""
    product = make_product()
    country, _ = get_model("address", "Country").objects.get_or_create(
        iso_3166_1_a2="ID", defaults={"name": "Indonesia"}
    )
    address = ShippingAddress.objects.create(
        first_name="Tamu", line1="Jl. Contoh 1", country=country, phone_number="+6281234567891"
    )
    fields = {
        "number": number,
        "total_incl_tax": GOODS + SHIPPING,
        "total_excl_tax": GOODS + SHIPPING,
        "shipping_incl_tax": SHIPPING,
        "shipping_excl_tax": SHIPPING,
        "contact_name": "Tamu",
        "contact_phone": "+6281234567891",
        "guest_email": "tamu@contoh.example",
        "shipping_address": address,
        "currency": "IDR",
        "date_placed": timezone.now(),
    }
    order = Order.objects.create(**{**fields, **changes})
    Line.objects.create(
        order=order,
        partner=product.artisan,
        product=product,
        stockrecord=product.stockrecords.get(),
        chapter=product.chapter,
        title=product.title,
        quantity=pieces,
        num_allocated=0,
        **{f"{name}_{tax}_tax": GOODS for name in PRICES for tax in ("incl", "excl")},
    )
    return order


def make_attempt(order: Order, **changes: object) -> Attempt:
    """An attempt by virtual account that waits for its payment, without a gateway behind it."""
    number = order.attempts.count() + 1
    fields = {
        "order": order,
        "number": number,
        "provider_id": f"{order.number}-{number}",
        "method": "bca_va",
        "amount": Rupiah.of(order.total_incl_tax),
        "state": Attempt.State.PENDING,
        "expires_at": timezone.now() + timedelta(hours=24),
        "token": f"token-{number}",
        "redirect_url": f"http://localhost:8000/simulator/midtrans/pay/token-{number}/",
    }
    return Attempt.objects.create(**{**fields, **changes})


def audited(attempt: Attempt) -> list[str]:
    """What the audit trail says of an attempt, oldest first."""
    lines = AuditLine.objects.filter(subject_type="payment.attempt", subject_id=str(attempt.pk))
    return list(lines.order_by("pk").values_list("verb", flat=True))
