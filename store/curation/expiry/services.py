"""Verbs of the calendar: warn the artisan, pause what has no valid certificate."""

from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import translation

from iccn.audit import services as audit
from iccn.notices.recipient import Recipient
from iccn.notices.services import tell
from store.catalogue.models import ProductCertificate
from store.catalogue.services import pause_product
from store.curation.expiry import rules, selectors
from store.curation.machine import Move, State
from store.curation.models import CertificateWarning, Submission
from store.curation.services import step

SYSTEM = "system:certificates"


def watch_certificates(*, today: date) -> int:
    """Looks at every certificate that runs out, each in a transaction of its own; returns how many were told of."""
    return sum(watch_certificate(certificate_id=one, today=today) for one in selectors.ending(today))


@transaction.atomic
def watch_certificate(*, certificate_id: int, today: date) -> bool:
    """Warns 60, 30 and 7 days before the last day; the day after it, pauses the product. Each is done once."""
    certificate = (
        ProductCertificate.objects.select_for_update(of=("self",))
        .select_related("product__artisan")
        .filter(pk=certificate_id)
        .first()
    )
    if certificate is None or certificate.valid_until is None:
        return False
    told = CertificateWarning.objects.filter(
        certificate=certificate, valid_until=certificate.valid_until
    ).values_list("days", flat=True)
    if rules.is_over(certificate.valid_until, today):
        return 0 not in told and _pause(certificate)
    due = rules.warning_due(certificate.valid_until, today, list(told))
    if due is None:
        return False
    _note(certificate, due)
    _tell(certificate, "certificate_ending", today)
    return True


def _pause(certificate: ProductCertificate) -> bool:
    """A product that its artisan paused already stays as it is, and is told of too."""
    product = certificate.product
    _note(certificate, 0)
    pause_product(product=product, by=SYSTEM)
    found = Submission.objects.select_for_update().filter(product=product, state=State.PUBLISHED).first()
    if found is not None:
        found.state = step(found, Move.PAUSE)
        found.save(update_fields=["state", "saved_at"])
        audit.record(SYSTEM, "submission.certificate_ended", found, kind=certificate.kind)
    _tell(certificate, "certificate_ended", None)
    return True


def _note(certificate: ProductCertificate, days: int) -> None:
    last_day: Any = certificate.valid_until  # only certificates that run out come here
    CertificateWarning.objects.create(certificate=certificate, valid_until=last_day, days=days)
    audit.record(SYSTEM, "certificate.told", certificate.product, kind=certificate.kind, days=days)


def _tell(certificate: ProductCertificate, kind: str, today: date | None) -> None:
    left = rules.days_left(certificate.valid_until, today) if today and certificate.valid_until else 0
    for user in certificate.product.artisan.users.all():
        with translation.override(user.language or "id"):
            path = reverse("curation:changes")
        facts = {"certificate": certificate, "product": certificate.product, "days": left, "path": path}
        tell(to=Recipient.of(user), kind=kind, facts=facts, subject=certificate.product)
