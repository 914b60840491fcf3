"""Days are closed into the chain, checks find what does not fit, and an export can be checked by anyone."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from iccn.accounts.services import sync_roles
from iccn.ledger import selectors, services
from iccn.ledger.chain import BEGINNING, link
from iccn.ledger.checks import check_books
from iccn.ledger.entry import NewEntry
from iccn.ledger.models import BooksCheck, Entry, Seal, SealedEntry
from iccn.ledger.refusals import DayNotOver
from iccn.ledger.sealing import exported, facts_of, first_break, seal_day, seal_days
from iccn.ledger.tasks import keep_the_books
from iccn.money.rupiah import Rupiah
from iccn.notices.models import Notice

pytestmark = pytest.mark.django_db


def post(key: str, amount: int = 1_000, source: str = "") -> Entry:
    legs = {"1110": Rupiah(amount), "2900": Rupiah(-amount)}
    return services.post(
        entry=NewEntry("paid", key, legs, timezone.localdate(), "system:test", source=source)
    )


@pytest.fixture
def books(db) -> list[Entry]:
    services.open_standard_accounts()
    return [post("pay:1"), post("pay:2", 2_000)]


@pytest.fixture
def tomorrow(books):
    """Noon of the second day after, so that the entries' day and the next are over, whenever the suite runs."""
    day = timezone.localdate(books[0].posted_at) + timedelta(days=2)
    with time_machine.travel(timezone.make_aware(datetime.combine(day, time(12))), tick=False):
        yield


def test_a_day_is_sealed_once_it_is_over_and_never_again(books, tomorrow) -> None:
    first, second = seal_days()
    assert (first.entries, second.entries) == (2, 0)
    assert second.root == first.root  # nothing was posted on the second day
    places = list(SealedEntry.objects.order_by("place").values_list("entry_id", "place"))
    assert places == [(books[0].pk, 1), (books[1].pk, 2)]
    assert SealedEntry.objects.get(place=2).link == first.root
    assert seal_days() == []
    assert seal_day(day=first.day) == first
    assert Seal.objects.count() == 2


def test_a_day_that_is_not_over_is_not_sealed(books) -> None:
    with pytest.raises(DayNotOver):
        seal_days(until=books[0].effective_date)
    assert seal_days() == []
    assert not Seal.objects.exists()


def test_books_without_entries_need_no_seal(db) -> None:
    assert seal_days() == []


def test_what_is_sealed_is_kept_by_the_database(books, tomorrow) -> None:
    seal_days()
    for table in ("ledger_seal", "ledger_sealedentry"):
        for verb in (f"UPDATE {table} SET seal_id = seal_id", f"DELETE FROM {table}"):
            statement = verb.replace("seal_id = seal_id", "entries = 0") if table == "ledger_seal" else verb
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                connection.cursor().execute(statement)


def meddle(sql: str) -> None:
    """As somebody with the database's own key might: with the guards off."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql)
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_meddling_with_a_sealed_entry_breaks_the_chain_and_finance_is_told_at_night(
    books, tomorrow, dewi, eko, joko
) -> None:
    sync_roles()
    seal_days()
    assert first_break() is None
    meddle(f"UPDATE ledger_entry SET source = 'order:lain' WHERE id = {books[1].pk}")
    assert first_break() == 2
    assert keep_the_books.enqueue().return_value == 1
    check = selectors.last_check()
    assert check is not None
    assert check.findings == [{"what": "chain", "where": "2", "amount": 0}]
    told = Notice.objects.filter(kind="books_unsound", channel=Notice.Channel.EMAIL)
    assert {one.address for one in told} == {dewi.email, eko.email}


def test_a_link_taken_out_is_noticed(books, tomorrow) -> None:
    seal_days()
    meddle("DELETE FROM ledger_sealedentry WHERE place = 1")
    assert first_break() == 2


def test_sound_books_give_no_finding_and_nobody_is_told(books, dewi) -> None:
    check = check_books()
    assert (check.findings, check.is_sound) == ([], True)
    assert not Notice.objects.exists()


def test_every_kind_of_unsoundness_is_found(books) -> None:
    meddle(f"UPDATE ledger_posting SET amount = amount + 7 WHERE entry_id = {books[0].pk} AND amount > 0")
    found = {(one["what"], one["where"], one["amount"]) for one in check_books().findings}
    assert found == {("trial_balance", "", 7), ("drift", "1110", 3_000), ("entry", "pay:1", 7)}


def test_money_that_waits_too_long_on_a_passing_account_is_named_but_is_no_alarm(books, dewi) -> None:
    with time_machine.travel(datetime.fromtimestamp(books[0].posted_at.timestamp() + 9 * 86_400, UTC)):
        check = check_books()
    assert check.findings == [{"what": "old", "where": "1110 ", "amount": 3_000}]
    assert not Notice.objects.exists()


def test_open_items_are_told_by_source_with_their_first_day(books) -> None:
    day = post("pay:3", 500, source="order:ICS-1").effective_date
    post("pay:4", 300, source="order:ICS-1")
    items = selectors.open_items("1110", until=day)
    assert [(one.source, one.amount, one.since) for one in items] == [
        ("", Rupiah(3_000), day),
        ("order:ICS-1", Rupiah(800), day),
    ]


def test_an_export_is_checked_by_anyone_against_the_published_root(
    books, tomorrow, client, tmp_path, capsys
) -> None:
    file = tmp_path / "buku.jsonl"
    call_command("export_books", str(file), verbosity=0)
    days = client.get(reverse("network:transparency_roots")).json()["days"]
    assert [one["entries"] for one in days] == [0, 2]
    call_command("verify_books", str(file), root=days[0]["root"])
    assert "Jurnal: 2" in capsys.readouterr().out

    call_command("export_books", str(file), until=date.fromisoformat(days[1]["day"]), verbosity=0)
    call_command("verify_books", str(file), root=days[1]["root"])

    with pytest.raises(CommandError, match="Akar tidak sama"):
        call_command("verify_books", str(file), root="0" * 64)
    file.write_text(file.read_text().replace("2000", "2001", 1))
    with pytest.raises(CommandError, match="Rantai putus di jurnal ke-2"):
        call_command("verify_books", str(file))
    file.write_text("bukan ekspor")
    with pytest.raises(CommandError, match="tidak terbaca"):
        call_command("verify_books", str(file))


def test_an_export_holds_no_name_of_a_person(books, tomorrow, dewi) -> None:
    seal_days()
    assert set(json.loads(next(exported()))["facts"]) == set(facts_of(books[0]))
    assert all(dewi.name not in line and dewi.email not in line for line in exported())


def test_an_unbalanced_export_is_named(tmp_path) -> None:
    facts = {"key": "raw", "postings": [["1110", 5]]}
    file = tmp_path / "buku.jsonl"
    file.write_text(json.dumps({"facts": facts, "link": link(BEGINNING, facts)}))
    with pytest.raises(CommandError, match="Jurnal tidak seimbang: raw"):
        call_command("verify_books", str(file))


@pytest.mark.parametrize("name", ["joko", "sari", "bagus", "wulan", "ratna"])
def test_only_finance_sees_checks_and_starts_them(client, books, request, name) -> None:
    client.force_login(request.getfixturevalue(name))
    assert client.get(reverse("books:checks")).status_code in {302, 403}
    assert client.post(reverse("books:check_now")).status_code in {302, 403}
    assert not BooksCheck.objects.exists()


def test_finance_reads_what_was_found_and_what_to_do(client, books, tomorrow, dewi) -> None:
    sync_roles()
    client.force_login(dewi)
    page = client.get(reverse("books:checks")).content.decode()
    assert "Buku belum pernah diperiksa" in page
    assert client.get(reverse("books:check_now")).status_code == 405
    assert "semua cocok" in client.post(reverse("books:check_now"), follow=True).content.decode()
    meddle(f"UPDATE ledger_entry SET source = 'order:lain' WHERE id = {books[1].pk}")
    page = client.post(reverse("books:check_now"), follow=True).content.decode()
    assert "Rantai segel putus" in page
    assert "Hentikan pencairan" in page
    assert Seal.objects.latest("day").root in page


def test_the_public_page_shows_the_last_root(client, books, tomorrow) -> None:
    assert "Segel buku besar" not in client.get(reverse("network:transparency")).content.decode()
    seal_days()
    page = client.get(reverse("network:transparency")).content.decode()
    assert Seal.objects.latest("day").root in page
