"""The attack list: each on real PostgreSQL, past every service, straight at the tables."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from iccn.audit import services as audit
from iccn.ledger import policy, selectors, services
from iccn.ledger.entry import NewEntry
from iccn.ledger.models import Balance, Entry, Posting
from iccn.ledger.refusals import Overdrawn
from iccn.money.rupiah import Rupiah

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 10, 20)


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
    policy.lay_example_policy()
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


def test_only_a_test_database_may_be_emptied_and_only_when_it_asks(posted) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_database(), iccn_may_truncate(), pg_get_functiondef('iccn_may_truncate'::regproc)"
        )
        name, may, text = cursor.fetchone()
    assert name.startswith("test_")
    assert may
    assert "current_database() LIKE 'test\\_%'" in text
    refused("SET LOCAL iccn.may_truncate = 'off'; TRUNCATE ledger_balance", "follow the postings")


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


@transaction.atomic
def write_late(posted: Entry) -> None:
    """Has the entry looked at, and found good, before one more posting comes in the same transaction."""
    first = posted.postings.first()
    made = Entry.objects.create(
        kind="paid",
        idempotency_key="late",
        payload_hash="x",
        period=posted.period,
        effective_date=DAY,
        made_by="x",
    )
    for amount in (5, -5):
        Posting.objects.create(entry=made, account=first.account, amount=Rupiah(amount))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    Posting.objects.create(entry=made, account=first.account, amount=Rupiah(5))


def test_a_posting_after_the_look_is_looked_at_again(posted) -> None:
    with pytest.raises(DatabaseError, match="out of balance by 5"):
        write_late(posted)
    assert unchanged(posted)


def test_no_posting_moves_to_another_entry(posted) -> None:
    other = services.post(
        entry=NewEntry("allocated", "alc:2", {"5300": Rupiah(7), "2300": Rupiah(-7)}, DAY, "system:test")
    )
    refused("UPDATE ledger_posting SET entry_id = %s WHERE entry_id = %s", "append-only", other.pk, posted.pk)
    assert posted.postings.count() == other.postings.count() == 2


def test_an_account_keeps_what_it_is(posted) -> None:
    for change in ("no_overdraw = false", "code = '7'", "type = 'asset'", "owner = 'chapter:jepara'"):
        refused(f"UPDATE ledger_account SET {change} WHERE code = '2200:bandung'", "keeps what it is")
    refused("UPDATE ledger_account SET closed_at = now() WHERE code = '2200:bandung'", "stays as it is")
    refused("DELETE FROM ledger_account WHERE code = '1100'", "closed, not deleted")
    assert unchanged(posted)


def test_periods_do_not_overlap(posted) -> None:
    insert = "INSERT INTO ledger_period (starts, ends) VALUES (%s, %s)"
    refused(insert, "do_not_overlap", date(2026, 10, 31), date(2026, 11, 30))
    refused(insert, "is_a_span", date(2027, 1, 2), date(2027, 1, 1))
    assert unchanged(posted)


@pytest.mark.parametrize(
    "weights", ["{}", '{"chapter": 0}', '{"chapter": -1}', '{"chapter": 1.5}', '{"a": "1"}']
)
def test_weights_that_share_out_nothing_or_less_are_refused(posted, weights) -> None:
    refused(
        "INSERT INTO ledger_splitpolicy (version, effective_from, weights, tie_break, note, is_example)"
        " VALUES (1, now(), %s, 'hash', '', true)",
        "ledger: ",
        weights,
    )


def test_a_policy_of_one_person_is_refused_by_the_table(posted, dewi) -> None:
    refused(
        "INSERT INTO ledger_splitpolicy (version, effective_from, weights, tie_break, note, is_example,"
        " proposed_by_id, approved_by_id) VALUES (1, now(), '{\"chapter\": 1}', 'hash', '', false, %s, %s)",
        "two_people",
        dewi.pk,
        dewi.pk,
    )


def test_an_entry_outside_its_period_or_backdated_is_refused(posted) -> None:
    insert = (
        "INSERT INTO ledger_entry (kind, idempotency_key, payload_hash, period_id, effective_date, posted_at, made_by,"
        " approved_by, source, transaction_id) VALUES ('paid', 'k', 'h', %s, %s, '2020-01-01', 'x', '', '', 0)"
    )
    refused(insert, "outside the period", posted.period_id, date(2026, 9, 30))
    services.close_period(period=posted.period, by="system:test")
    refused(insert, "is closed", posted.period_id, DAY)
    refused("UPDATE ledger_period SET closed_at = NULL WHERE id = %s", "is closed", posted.period_id)
    assert unchanged(posted)


def test_balances_are_written_by_postings_alone(posted) -> None:
    refused("UPDATE ledger_balance SET amount = 0", "follow the postings")
    refused("SET LOCAL iccn.ledger_writes_balance = 'on'; UPDATE ledger_balance SET amount = 0", "follow")
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


def sale(number: int) -> None:
    """Two facts in one transaction, in the other order for every other sale: without `post_all` a ring of waiting."""
    paid = NewEntry("paid", f"pay:{number}", {"1110": Rupiah(9), "2900": Rupiah(-9)}, DAY, "system:test")
    settled = NewEntry(
        "settled", f"stl:{number}", {"1100": Rupiah(9), "1110": Rupiah(-9)}, DAY, "system:test"
    )
    try:
        services.post_all(entries=[paid, settled] if number % 2 else [settled, paid])
    finally:
        connection.close()


def test_facts_posted_together_by_many_at_once_never_wait_in_a_ring(posted) -> None:
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(sale, range(40)))
    assert selectors.balance("1100") == Rupiah(360)
    assert selectors.credit("2900") == Rupiah(360)
    assert selectors.balance("1110") == Rupiah(0)
    assert selectors.drift() == []
