"""Two devices press the same link in one moment: one wins, and one answer is written."""

import pytest

from iccn.audit.models import Line as AuditLine
from store.checkout.artisan.by_link import services
from store.links.models import OneTimeLink
from store.links.refusals import LinkUsed
from store.links.services import make_link
from tests.factories.catalogue import make_product
from tests.integration.payment.test_all_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_ten_answers_by_one_link_one_is_written(artisan, sari) -> None:
    bag = make_product(artisan, upc="TST-1", stock=5)
    link = make_link(
        purpose=OneTimeLink.Purpose.SAY_STOCK, artisan=artisan, user=sari, subject_id=bag.pk, by=sari
    ).link

    def answer(number: int) -> str:
        try:
            services.count_by_link(link=link, pieces={bag.pk: 10 + number})
        except LinkUsed:
            return "used"
        return "won"

    assert sorted(at_once(10, answer)) == ["used"] * 9 + ["won"]
    assert AuditLine.objects.filter(verb="stock.counted").count() == 1
    assert 10 <= bag.stockrecords.get().num_in_stock < 20
