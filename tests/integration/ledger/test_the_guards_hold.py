"""The attack list: each on real PostgreSQL, past every service, straight at the tables."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from iccn.audit import services as audit
from iccn.ledger import selectors, services
from iccn.ledger.entry import NewEntry
from iccn.ledger.models import Balance, Entry, Posting
from iccn.ledger.refusals import Overdrawn
from iccn.money.rupiah import Rupiah

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 11, 20)


@pytest.fixture
def posted(db) -> Entry:
    services.open_standard_accounts()
    legs = {"5300": Rupiah(1_000), "2200:bandung": Rupiah(-1_000)}
    return services.post(entry=NewEntry("allocated", "alc:1", legs, DAY, "system:test"))


def refused(sql: str, words: str, *values: object) -> None:
    with pytest.raises(DatabaseError, match=words), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def unchanged(posted: Entry) -> bool:
    return (
        Entry.objects.count() == 1
        and Posting.objects.count() == 2
        and selectors.credit("2200:bandung") == Rupiah(1_000)
        and selectors.drift() == []
    )


@pytest.mark.parametrize("table", ["ledger_entry", "ledger_posting", "ledger_splitpolicy", "audit_line"])
def test_no_row_is_changed_deleted_or_emptied(posted, table, bandung) -> None:
    audit.record("guest", "x.y", bandung)
    services_policy(table)
    refused(f"UPDATE {table} SET id = id", "append-only")
    refused(f"DELETE FROM {table}", "append-only")
    refused(
        f"SET LOCAL iccn.may_truncate = 'off'; TRUNCATE {table} CASCADE", "append-only|follow the postings"
    )
    assert unchanged(posted)


@transaction.atomic
def write_raw(posted: Entry, amounts: tuple[int, ...]) -> None:
    raw = Entry.objects.create(
        kind="paid",
        idempotency_key="raw",
        payload_hash="x",
        period=posted.period,
        effective_date=DAY,
        made_by="x",
    )
    for amount, code in zip(amounts, ("5300", "1110"), strict=False):
        account = services.Account.objects.get(code=code)
        Posting.objects.create(entry=raw, account=account, amount=Rupiah(amount))


def services_policy(table: str) -> None:
    if table == "ledger_splitpolicy":
        from iccn.ledger.models import SplitPolicy

        SplitPolicy.objects.create(version=1, effective_from="2026-01-01T00:00Z", weights={}, is_example=True)


def test_an_unbalanced_or_single_legged_entry_cannot_be_committed(posted) -> None:
    for amounts in ((5, -4), (5,), ()):
        with pytest.raises(DatabaseError, match=r"out of balance|postings"):
            write_raw(posted, amounts)
    assert unchanged(posted)


def test_nothing_is_added_to_a_sealed_entry(posted) -> None:
    account = posted.postings.first().account_id
    refused(
        "INSERT INTO ledger_posting (entry_id, account_id, amount) VALUES (%s, %s, 5)",
        "sealed",
        posted.pk,
        account,
    )
    assert unchanged(posted)


def test_an_entry_outside_its_period_or_backdated_is_refused(posted) -> None:
    insert = (
        "INSERT INTO ledger_entry (kind, idempotency_key, payload_hash, period_id, effective_date, posted_at, made_by,"
        " approved_by, source, transaction_id) VALUES ('paid', 'k', 'h', %s, %s, '2020-01-01', 'x', '', '', 0)"
    )
    refused(insert, "outside the period", posted.period_id, date(2026, 10, 31))
    services.close_period(period=posted.period, by="system:test")
    refused(insert, "is closed", posted.period_id, DAY)
    refused("UPDATE ledger_period SET closed_at = NULL WHERE id = %s", "is closed", posted.period_id)
    assert unchanged(posted)


def test_balances_are_written_by_postings_alone(posted) -> None:
    refused("UPDATE ledger_balance SET amount = 0", "follow the postings")
    refused("DELETE FROM ledger_balance", "follow the postings")
    assert unchanged(posted)


def test_a_payout_approved_by_its_maker_is_refused_by_the_table(posted) -> None:
    insert = (
        "INSERT INTO ledger_entry (kind, idempotency_key, payload_hash, period_id, effective_date, posted_at,"
        " made_by, approved_by, source, transaction_id)"
        " VALUES ('payout', 'k', 'h', %s, %s, now(), 'user:1', %s, '', 0)"
    )
    for approved in ("", "user:1"):
        refused(insert, "two_pairs_of_eyes", posted.period_id, DAY, approved)


def withdrawal(number: int, amount: int) -> str:
    legs = {"2200:bandung": Rupiah(amount), "2210:bandung": Rupiah(-amount)}
    try:
        services.post(entry=NewEntry("released", f"rel:{number}", legs, DAY, "system:test"))
    except Overdrawn:
        return "overdrawn"
    finally:
        connection.close()
    return "posted"


def test_one_rupiah_too_much_is_not_paid(posted) -> None:
    assert withdrawal(1, 1_001) == "overdrawn"
    assert unchanged(posted)


def test_twenty_withdrawals_of_one_pool_at_once_one_wins(posted) -> None:
    with ThreadPoolExecutor(20) as pool:
        results = list(pool.map(lambda number: withdrawal(number, 1_000), range(20)))
    assert sorted(results) == ["overdrawn"] * 19 + ["posted"]
    assert selectors.credit("2200:bandung") == Rupiah(0)
    assert selectors.credit("2210:bandung") == Rupiah(1_000)
    assert selectors.drift() == []


def test_twenty_calls_with_one_key_at_once_make_one_entry(posted) -> None:
    with ThreadPoolExecutor(20) as pool:
        results = list(pool.map(lambda _number: withdrawal(1, 50), range(20)))
    assert results == ["posted"] * 20
    assert Entry.objects.count() == 2
    assert Balance.objects.get(account__code="2200:bandung").amount == Rupiah(-950)
