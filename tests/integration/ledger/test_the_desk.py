"""Finance reads the books in the Wagtail admin; nobody else does, and nobody writes there."""

from datetime import date

import pytest
from django.urls import reverse

from iccn.accounts.services import sync_roles
from iccn.ledger import policy, services
from iccn.ledger.entry import NewEntry
from iccn.ledger.models import Account, Balance, Entry, Period, Posting
from iccn.money.rupiah import Rupiah

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 20)


@pytest.fixture
def posted(dewi, eko) -> Entry:
    sync_roles()
    services.open_standard_accounts()
    legs = {"1110": Rupiah(268_000), "2900": Rupiah(-268_000)}
    entry = services.post(
        entry=NewEntry(
            "paid", "pay:midtrans:1", legs, DAY, "system:sales", source="order:1", policy_version=1
        )
    )
    services.reverse(entry=entry, on=DAY, made_by=f"user:{dewi.pk}", approved_by=f"user:{eko.pk}")
    return entry


def pages(entry: Entry) -> list[str]:
    return [
        reverse("books:entries"),
        reverse("books:entries_results"),
        reverse("books:entry", args=[entry.pk]),
        reverse("books:trial_balance"),
        reverse("books:account", args=["1110"]),
    ]


@pytest.mark.parametrize("name", ["dewi", "eko"])
def test_finance_and_its_checker_read_every_page(client, posted, request, name) -> None:
    client.force_login(request.getfixturevalue(name))
    for page in pages(posted):
        assert client.get(page).status_code == 200, page
    assert "Buku besar" in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", ["joko", "sari", "bagus", "wulan", "ratna"])
def test_everyone_else_is_refused(client, posted, request, name) -> None:
    client.force_login(request.getfixturevalue(name))
    for page in pages(posted):
        answer = client.get(page)
        assert answer.status_code in {302, 403}, page
        assert b"268.000" not in answer.content


def test_without_log_in_nothing_is_shown(client, posted) -> None:
    for page in pages(posted):
        assert client.get(page).status_code == 302


def test_an_editor_sees_no_way_to_the_books(client, posted, ratna) -> None:
    client.force_login(ratna)
    assert "Buku besar" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_list_shows_what_moved_and_is_narrowed(client, posted, dewi) -> None:
    client.force_login(dewi)
    page = reverse("books:entries")
    assert b"Rp268.000" in client.get(page).content
    account = Account.objects.get(code="1110")
    period = Period.objects.get()
    for query in (
        "kind=paid",
        "words=midtrans",
        f"period={period.pk}&kind=paid",
        f"account={account.pk}&kind=paid",
    ):
        text = client.get(f"{page}?{query}").content.decode()
        assert "pay:midtrans:1" in text, query
        assert f"rev:{posted.pk}" not in text, query
    empty = Account.objects.get(code="9000")
    assert "pay:midtrans:1" not in client.get(f"{page}?account={empty.pk}").content.decode()


def test_the_list_is_taken_along_as_a_file(client, posted, dewi) -> None:
    client.force_login(dewi)
    answer = client.get(reverse("books:entries") + "?export=csv")
    text = b"".join(answer.streaming_content).decode()
    assert "pay:midtrans:1,order:1,Rp268.000" in text


def test_an_entry_names_its_legs_its_people_and_its_mirror(client, posted, dewi) -> None:
    client.force_login(dewi)
    text = client.get(reverse("books:entry", args=[posted.pk])).content.decode()
    for words in (
        "Kliring gerbang pembayaran",
        "Rp268.000",
        "20 Oktober 2026",
        f"rev:{posted.pk}",
        "versi 1",
    ):
        assert words in text, words
    mirror = client.get(reverse("books:entry", args=[posted.reversal.pk])).content.decode()
    for words in ("Dewi", "Eko", "pay:midtrans:1"):
        assert words in mirror, words
    assert client.get(reverse("books:entry", args=[10**9])).status_code == 404
    assert client.get(reverse("books:account", args=["7777"])).status_code == 404


def test_the_trial_balance_says_that_it_balances_and_when_it_does_not(
    client, posted, dewi, monkeypatch
) -> None:
    client.force_login(dewi)
    page = reverse("books:trial_balance")
    assert "Debit dan kredit sama" in client.get(page).content.decode()
    monkeypatch.setattr("iccn.ledger.selectors.drift", lambda: ["1110"])
    text = client.get(page).content.decode()
    assert "Buku tidak cocok" in text
    assert "1110" in text


def test_an_account_with_much_on_it_has_pages(client, posted, dewi) -> None:
    client.force_login(dewi)
    for number in range(60):
        legs = {"1110": Rupiah(number + 1), "2900": Rupiah(-number - 1)}
        services.post(entry=NewEntry("paid", f"p:{number}", legs, DAY, "system:x"))
    page = reverse("books:account", args=["1110"])
    assert "Lebih lama" in client.get(page).content.decode()
    assert "Lebih baru" in client.get(f"{page}?p=2").content.decode()
    assert client.get(f"{page}?p=junk").status_code == 200


def test_the_desk_takes_few_queries(client, posted, dewi, django_assert_max_num_queries) -> None:
    client.force_login(dewi)
    for page in pages(posted):
        client.get(page)
        with django_assert_max_num_queries(16):
            client.get(page)


def test_rows_have_names(posted) -> None:
    assert str(Account.objects.get(code="1110")) == "1110 Kliring gerbang pembayaran"
    assert str(policy.lay_example_policy()) == "1"
    assert str(posted) == "dibayar pay:midtrans:1"
    assert str(Posting.objects.filter(entry=posted).first()).endswith(" Rp268.000")
    assert str(Balance.objects.get(account__code="1110")).endswith(" Rp0")
