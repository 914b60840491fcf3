from datetime import date

import pytest

from iccn.ledger.policy import lay_example_policy
from iccn.money.rupiah import ZERO, Rupiah, total
from store.pricing import services
from store.pricing.models import GatewayFee
from store.pricing.rules import FeeTerms

pytestmark = pytest.mark.django_db


@pytest.fixture
def _rules(db) -> None:
    lay_example_policy()
    services.lay_example_fees()


@pytest.mark.usefixtures("_rules")
def test_who_gets_what_of_a_price(bandung, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        shown = services.breakdown_for(
            price=Rupiah(250_000), partner_share_basis_points=8_000, chapter=bandung, artisan_name="Sari"
        )
    assert [(part.kind, str(part.label), part.amount) for part in shown.parts] == [
        ("artisan", "Sari", Rupiah(200_000)),
        ("gateway", "Biaya pembayaran", Rupiah(1_750)),
        ("chapter", "Simpul Bandung", Rupiah(28_950)),
        ("solidarity", "Dana solidaritas semua simpul", Rupiah(19_300)),
    ]
    assert total([part.amount for part in shown.parts]) == shown.price == Rupiah(250_000)


def test_without_policy_and_fees_operations_keep_what_is_left(bandung) -> None:
    shown = services.breakdown_for(
        price=Rupiah(100_000), partner_share_basis_points=8_000, chapter=bandung, making_cost=Rupiah(90_000)
    )
    assert [(part.kind, str(part.label), part.amount) for part in shown.parts] == [
        ("artisan", "Perajin", Rupiah(90_000)),
        ("operations", "Operasional toko", Rupiah(10_000)),
    ]


def test_the_newest_fee_that_has_begun_is_in_force() -> None:
    for day, points in ((date(2026, 1, 1), 70), (date(2026, 7, 1), 100)):
        GatewayFee.objects.create(method="qris", basis_points=points, effective_from=day)
    assert services.fee_terms("qris", on=date(2025, 12, 31)) == FeeTerms()
    assert services.fee_terms("qris", on=date(2026, 6, 30)) == FeeTerms(70, ZERO, 0)
    assert services.fee_terms("qris", on=date(2026, 7, 1)) == FeeTerms(100, ZERO, 0)
    assert services.fee_terms("bca_va") == FeeTerms()
    assert str(GatewayFee.objects.first()) == "qris 2026-07-01"


def test_example_fees_are_marked_and_never_lie_over_a_real_one() -> None:
    GatewayFee.objects.create(method="qris", basis_points=30, effective_from=date(2026, 1, 1))
    assert services.lay_example_fees() == len(services.EXAMPLE_FEES) - 1
    assert services.lay_example_fees() == 0
    assert not GatewayFee.objects.get(method="qris").is_example
    assert GatewayFee.objects.filter(is_example=True).count() == len(services.EXAMPLE_FEES) - 1
