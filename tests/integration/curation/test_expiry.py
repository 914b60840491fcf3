"""A certificate runs out: the artisan is warned three times, then the product is paused; all of it once."""

from datetime import date, timedelta

import pytest

from iccn.accounts.services import sync_roles
from iccn.notices.models import Notice
from store.catalogue.details import CertificateDetails
from store.catalogue.models import Product, ProductCertificate
from store.curation.expiry.services import watch_certificate, watch_certificates
from store.curation.models import CertificateWarning
from store.curation.services import send_submission
from store.curation.tasks import watch_certificates as task
from store.partner.models import Partner
from tests.factories.catalogue import make_category, make_product
from tests.factories.curation import TYPED, decide, make_draft, screen

pytestmark = pytest.mark.django_db
LAST = date(2027, 12, 31)


@pytest.fixture
def published(sari, wulan, made):
    sync_roles()
    draft = make_draft(sari, {**TYPED, "pirt": "2103273010001-27", "halal": "ID32110000000010926"})
    sent = screen(send_submission(submission=draft, user=sari), wulan)
    return decide(sent, "selected", wulan, made)


def told() -> list[str]:
    return list(
        Notice.objects.filter(kind__startswith="certificate", channel="email").values_list("kind", flat=True)
    )


def test_each_warning_is_given_once(published) -> None:
    for days, count in ((61, 0), (60, 1), (59, 0), (30, 1), (30, 0), (7, 1), (1, 0)):
        assert watch_certificates(today=LAST - timedelta(days=days)) == count
    assert told() == ["certificate_ending"] * 3
    assert Product.objects.get().is_public


def test_the_day_after_its_last_the_product_is_paused_with_its_reason(published, sari, client) -> None:
    assert watch_certificates(today=LAST) == 1
    assert watch_certificates(today=LAST + timedelta(days=1)) == 1
    assert watch_certificates(today=LAST + timedelta(days=2)) == 0
    product = Product.objects.get()
    published.refresh_from_db()
    assert (product.is_public, published.state) == (False, "paused")
    assert sorted(told()) == ["certificate_ended", "certificate_ending"]
    ProductCertificate.objects.filter(kind="pirt").update(valid_until=date(2026, 1, 1))
    client.force_login(sari)
    page = client.get(published.get_absolute_url()).content.decode()
    assert "dijeda karena sertifikat P-IRT 2103273010001-27 berlaku sampai 1 Januari 2026" in page
    assert client.get(product.passport_url()).status_code == 200


def test_a_product_of_no_submission_is_paused_too(sari) -> None:
    make_category()
    proof = CertificateDetails(kind="pirt", number="2103273010001-27", valid_until=LAST)
    product = make_product(Partner.objects.get(code="sari"), certificates=(proof,))
    assert watch_certificates(today=LAST + timedelta(days=1)) == 1
    product.refresh_from_db()
    assert not product.is_public


def test_what_has_no_last_day_or_is_gone_is_left_alone(published) -> None:
    halal = ProductCertificate.objects.get(kind="halal")
    assert not watch_certificate(certificate_id=halal.pk, today=LAST)
    assert not watch_certificate(certificate_id=987_654, today=LAST)
    assert not CertificateWarning.objects.exists()


def test_it_comes_back_by_the_clock(published, settings) -> None:
    assert "store.curation.tasks.watch_certificates" in settings.ROUNDS
    assert task.func() == 0
