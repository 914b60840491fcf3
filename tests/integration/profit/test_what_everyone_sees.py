from datetime import date
from types import SimpleNamespace

import pytest

from iccn.ledger import services as ledger
from iccn.ledger.models import Entry
from iccn.money.rupiah import ZERO, Rupiah
from store.profit import services
from store.profit.export import safe, totals_csv
from store.profit.sale import Asked
from store.profit.selectors import (
    ChapterMoney,
    ChapterTotal,
    MonthTotal,
    ProvinceTotal,
    money_of_chapter,
    public_totals,
)
from tests.factories.profit import line, sale

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_books")]


def sell(number: str, day: date, **changes: object) -> None:
    services.book_sale(
        sale=sale(number, line(int(number[-1]), shipping=ZERO, **changes), paid_on=day, fee=ZERO)
    )
    services.post_delivered(order=SimpleNamespace(number=number), on=day)


@pytest.fixture
def _sales(_books) -> None:
    sell("ICS-1", date(2026, 10, 3))
    sell("ICS-2", date(2026, 11, 3), artisan="dayu", chapter="jepara", price=Rupiah(100_000))
    sell("ICS-3", date(2026, 11, 4))


def test_without_sales_there_is_nothing_to_see(bandung) -> None:
    totals = public_totals()
    assert (totals.artisans, totals.chapters, totals.solidarity, totals.orders) == (ZERO, ZERO, ZERO, 0)
    assert totals.by_month == totals.by_chapter == totals.by_province == ()
    assert money_of_chapter(bandung) == ChapterMoney()
    assert totals_csv(totals) == "bulan,provinsi,simpul,rupiah\r\n"


@pytest.mark.usefixtures("_sales")
def test_money_by_month_chapter_and_province(django_assert_num_queries) -> None:
    with django_assert_num_queries(3):
        totals = public_totals()
    assert (totals.artisans, totals.chapters, totals.solidarity, totals.orders) == (
        Rupiah(480_000),
        Rupiah(72_000),
        Rupiah(48_000),
        3,
    )
    assert totals.by_month == (
        MonthTotal("2026-10", Rupiah(200_000), Rupiah(30_000), Rupiah(20_000)),
        MonthTotal("2026-11", Rupiah(280_000), Rupiah(42_000), Rupiah(28_000)),
    )
    assert totals.by_chapter == (
        ChapterTotal("bandung", "Simpul Bandung", "Jawa Barat", Rupiah(60_000)),
        ChapterTotal("jepara", "Simpul Jepara", "Jawa Tengah", Rupiah(12_000)),
    )
    assert totals.by_province == (
        ProvinceTotal("Jawa Barat", 1, Rupiah(60_000)),
        ProvinceTotal("Jawa Tengah", 1, Rupiah(12_000)),
    )


@pytest.mark.usefixtures("_sales")
def test_the_open_data_names_places_and_no_person() -> None:
    text = totals_csv(public_totals())
    assert text.splitlines() == [
        "bulan,provinsi,simpul,rupiah",
        "2026-10,Jawa Barat,Simpul Bandung,30000",
        "2026-11,Jawa Barat,Simpul Bandung,30000",
        "2026-11,Jawa Tengah,Simpul Jepara,12000",
    ]
    assert "Sari" not in text
    assert (safe("=1+1"), safe("Bandung")) == ("'=1+1", "Bandung")


@pytest.mark.usefixtures("_sales")
def test_refunds_and_reversals_are_taken_off_the_month_they_happen_in(bandung) -> None:
    order = SimpleNamespace(number="ICS-1")
    asked = [Asked(1, Rupiah(250_000))]
    services.post_refund(order=order, number=1, asked=asked, by="user:1", on=date(2026, 11, 9))
    wrong = Entry.objects.get(idempotency_key="alc:ICS-2")
    ledger.reverse(entry=wrong, on=date(2026, 11, 9), made_by="user:1", approved_by="user:2")
    totals = public_totals()
    assert totals.by_month == (
        MonthTotal("2026-10", Rupiah(200_000), Rupiah(30_000), Rupiah(20_000)),
        MonthTotal("2026-11", Rupiah(80_000), ZERO, ZERO),
    )
    assert money_of_chapter(bandung) == ChapterMoney(pending=Rupiah(30_000), total=Rupiah(30_000))


@pytest.mark.usefixtures("_sales")
def test_a_chapters_money_waits_then_is_ready_then_is_drawn(bandung, django_assert_num_queries) -> None:
    legs = {"2200:bandung": Rupiah(50_000), "2210:bandung": Rupiah(-50_000)}
    post = ledger.post
    day = date(2026, 11, 9)
    post(entry=ledger.NewEntry("released", "rel:1", legs, day, "system:x"))
    legs = {"2210:bandung": Rupiah(20_000), "1100": Rupiah(-20_000)}
    post(entry=ledger.NewEntry("payout", "po:1", legs, day, "user:1", approved_by="user:2"))
    with django_assert_num_queries(2):
        money = money_of_chapter(bandung)
    assert money == ChapterMoney(Rupiah(10_000), Rupiah(30_000), Rupiah(20_000), Rupiah(60_000))
