import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from iccn.simulator import urls
from iccn.simulator.channels import NAMES
from iccn.simulator.models import SimDelivery, SimTransaction
from tests.factories.gateway import begun

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    def look(row: SimTransaction) -> str:
        return client.get(reverse("simulator:pay", args=[row.token])).content.decode()

    return look


@pytest.fixture
def press(client):
    def send(row: SimTransaction, where: str, **values: str):
        return client.post(reverse(f"simulator:{where}", args=[row.token]), values)

    return send


@pytest.mark.parametrize("channel", NAMES)
def test_a_payer_picks_a_method_sees_how_to_pay_and_pays(page, press, channel) -> None:
    row = begun(channel)
    assert str(NAMES[channel]) in page(row)
    press(row, "choose", channel=channel)
    assert "Rp143.000" in page(row)
    act = "capture" if channel == "credit_card" else "pay"
    assert f'value="{act}"' in page(row)
    press(row, "act", act=act)
    row.refresh_from_db()
    assert row.status == ("capture" if channel == "credit_card" else "settlement")
    told = [one.body["transaction_status"] for one in row.deliveries.all()]
    assert told == ["pending", row.status]
    assert f"https://toko.example/kembali/?order_id={row.order_id}&amp;status_code=200" in page(row)


def test_a_qris_page_shows_a_code_to_scan(page, press) -> None:
    row = begun()
    press(row, "choose", channel="other_qris")
    assert "<svg" in page(row)
    assert "style=" not in page(row)


def test_after_a_refusal_another_try_begins_with_another_transaction(page, press) -> None:
    row = begun()
    press(row, "choose", channel="other_qris")
    press(row, "act", act="deny")
    row.refresh_from_db()
    first = row.transaction_id
    assert "Pembayaran ditolak" in page(row)
    press(row, "choose", channel="other_qris")
    row.refresh_from_db()
    assert (row.status, row.transaction_id == first) == ("pending", False)


def test_late_pay_twice_told_and_overtaken_news(press) -> None:
    row = begun()
    press(row, "choose", channel="other_qris")
    for act in ("expire", "pay_late", "again", "late_pending"):
        press(row, "act", act=act)
    told = list(row.deliveries.values_list("body__transaction_status", flat=True))
    assert told == ["pending", "expire", "settlement", "settlement", "pending"]
    row.refresh_from_db()
    assert row.status == "settlement"


@pytest.mark.parametrize("act", ["pay", "deny", "chargeback", "again", "late_pending", "confirm_refund"])
def test_what_is_not_possible_is_said_and_changes_nothing(client, press, act) -> None:
    row = begun()
    answer = press(row, "act", act=act)
    assert "Itu tidak bisa dilakukan" in client.get(answer["Location"]).content.decode()
    row.refresh_from_db()
    assert (row.status, SimDelivery.objects.count()) == ("", 0)


def test_a_page_that_is_over_takes_no_payer(page, press) -> None:
    row = begun()
    with time_machine.travel(row.page_ends_at):
        assert "Halaman ini sudah ditutup" in page(row)
        press(row, "choose", channel="other_qris")
    row.refresh_from_db()
    assert row.status == ""


def test_the_mode_is_chosen(press, page) -> None:
    row = begun()
    press(row, "behave", mode="slow")
    assert '<option value="slow" selected>' in page(row)


@pytest.mark.parametrize(
    ("where", "values"), [("act", {"act": "refund"}), ("act", {}), ("behave", {"mode": "x"})]
)
def test_unknown_wishes_are_not_found(press, where, values) -> None:
    assert press(begun(), where, **values).status_code == 404


@pytest.mark.parametrize("where", ["choose", "act", "behave"])
def test_an_unknown_page_is_not_found(client, where) -> None:
    nobody = SimTransaction(token="00000000-0000-4000-8000-00000000000f")
    values = {"channel": "other_qris", "act": "pay", "mode": "slow"}
    assert client.post(reverse(f"simulator:{where}", args=[nobody.token]), values).status_code == 404
    assert client.get(reverse("simulator:pay", args=[nobody.token])).status_code == 404


def test_the_simulator_refuses_to_stand_where_it_is_off(settings) -> None:
    import importlib.util

    settings.SIMULATOR = False
    spec = importlib.util.spec_from_file_location("simulator_urls_again", urls.__file__)
    with pytest.raises(ImproperlyConfigured):
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
