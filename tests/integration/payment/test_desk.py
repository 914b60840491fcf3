import pytest
from django.urls import reverse

from iccn.accounts import services as accounts
from tests.factories.payment import make_attempt

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _roles(db) -> None:
    accounts.sync_roles()


def test_finance_finds_what_waits_for_a_person(client, order, dewi) -> None:
    make_attempt(order, state="review", trouble="disagrees")
    make_attempt(order)
    client.force_login(dewi)
    page = client.get(reverse("payments:attempts"), {"state": "review"}).content.decode()
    assert "ICS-2611-8K3F7-1" in page
    assert "ICS-2611-8K3F7-2" not in page
    assert "jumlah, mata uang, atau penerima tidak cocok" in page
    assert "Rp268.000" in page
    assert "tamu@contoh.example" not in page


def test_joko_curators_and_editors_are_refused(client, order, joko, wulan, ratna) -> None:
    make_attempt(order)
    for person in (joko, wulan, ratna):
        client.force_login(person)
        for name in ("attempts", "attempts_results"):
            answer = client.get(reverse(f"payments:{name}"))
            assert answer.status_code in {302, 403}
            assert "ICS-2611" not in answer.content.decode()
