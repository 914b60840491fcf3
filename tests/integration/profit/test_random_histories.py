"""Random histories of sales, arrivals, refunds, releases, payouts and policy changes: the books never drift.

After every step: both sides of the trial balance are equal, balances are the sums of their postings, and what each
party holds, was paid and owes is exactly what the frozen lines and their refunds say.
"""

from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from iccn.ledger import selectors
from iccn.ledger.entry import NewEntry
from iccn.ledger.models import Posting, SplitPolicy
from iccn.ledger.refusals import Overdrawn
from iccn.ledger.services import post
from iccn.money.rupiah import ZERO, Rupiah, total
from store.profit import rules, services
from store.profit.models import LineShare
from store.profit.refusals import RefundTooHigh
from store.profit.sale import Asked
from store.profit.shares import arrived_parcels, left_of
from tests.factories.profit import DAY, attempt_for, booked, line, sale

MAKERS = (("sari", "bandung"), ("dayu", "jepara"), ("sari", "jepara"))
PAYEES = ("2100:sari", "2100:dayu", "2210:bandung", "2210:jepara")
prices = st.one_of(st.integers(0, 5_000), st.integers(0, 2_000_000)).map(Rupiah)
points = st.integers(0, 10_000)
parts = st.one_of(st.just(10_000), st.sampled_from([1, 3_333, 5_000, 9_999]), points)  # often all of it
choice = st.integers(0, 10_000)


def picked(rows: list, number: int):
    return rows[number % len(rows)]


class History(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = transaction.atomic()
        self.world.__enter__()
        self.orders: list[SimpleNamespace] = []
        self.lines = self.facts = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.world.__exit__(None, None, None)

    def move(self, kind: str, legs: dict[str, Rupiah]) -> None:
        self.facts += 1
        post(entry=NewEntry(kind, f"{kind}:{self.facts}", legs, DAY, "user:1", approved_by="user:2"))

    @rule(
        makers=st.lists(st.tuples(st.sampled_from(MAKERS), prices, points, points), min_size=1, max_size=3),
        method=st.sampled_from(["qris", "bca_va", "credit_card", "cash"]),
        then=st.sampled_from(["wait", "arrive", "pay out", "pay out and give back"]),
    )
    def sell(self, makers: list, method: str, then: str) -> None:
        number = f"ICS-{len(self.orders) + 1}"
        lines = []
        for (artisan, chapter), price, share, cost in makers:
            self.lines += 1
            lines.append(
                line(
                    self.lines,
                    parcel=chapter,
                    artisan=artisan,
                    chapter=chapter,
                    price=price + Rupiah(1),
                    share_basis_points=share,
                    making_cost=price.part(cost),
                    shipping=Rupiah(share),
                )
            )
        sold = sale(number, *lines, method=method)
        services.book_sale(sale=sold)
        services.post_settled(attempt=attempt_for(sold), on=DAY)
        self.orders.append(SimpleNamespace(number=number, refunds=0, unpaid=[]))
        last = len(self.orders) - 1
        if then != "wait":
            self.arrive(last, None)
        if then.startswith("pay out"):
            self.release(("bandung", "jepara"), 10_000)
            self.pay_out(list(PAYEES), 10_000)
        if then.endswith("give back"):
            self.give_back(last, [(10_000, False), (5_000, True)])

    @precondition(lambda self: self.orders)
    @rule(which=choice, chapter=st.sampled_from(["bandung", "jepara", None, None]))
    def arrive(self, which: int, chapter: str | None) -> None:
        services.post_delivered(order=picked(self.orders, which), parcel=chapter, on=DAY)

    @precondition(lambda self: self.orders)
    @rule(which=choice, asks=st.lists(st.tuples(parts, st.booleans()), min_size=1, max_size=3))
    def give_back(self, which: int, asks: list) -> None:
        order = picked(self.orders, which)
        asked = []
        shares = LineShare.objects.filter(order_number=order.number).prefetch_related("refunds")
        for share, (part, with_shipping) in zip(shares, asks, strict=False):
            rest = left_of(share)
            one = Asked(share.line, rest.goods.part(part), rest.shipping if with_shipping else ZERO)
            if rules.can_give_back(one, rest):
                asked.append(one)
            else:
                self.ask_for_too_much(order, Asked(share.line, rest.goods + Rupiah(1)))
        if not asked:
            return
        order.refunds += 1
        services.post_refund(order=order, number=order.refunds, asked=asked, by="user:1", on=DAY)
        order.unpaid.append(order.refunds)

    @precondition(lambda self: any(order.unpaid for order in self.orders))
    @rule(which=choice)
    def pay_back(self, which: int) -> None:
        order = picked([one for one in self.orders if one.unpaid], which)
        services.post_refund_paid(order=order, number=order.unpaid.pop(), on=DAY)

    def ask_for_too_much(self, order: SimpleNamespace, asked: Asked) -> None:
        with pytest.raises(RefundTooHigh):
            services.post_refund(order=order, number=999, asked=[asked], by="user:1")

    @rule(slugs=st.sampled_from([("bandung",), ("jepara",), ("bandung", "jepara")]), part=parts)
    def release(self, slugs: tuple[str, ...], part: int) -> None:
        for slug in slugs:
            if amount := selectors.credit(f"2200:{slug}").part(part):
                self.move("released", {f"2200:{slug}": amount, f"2210:{slug}": -amount})

    @rule(codes=st.lists(st.sampled_from(PAYEES), min_size=1, max_size=4, unique=True), part=parts)
    def pay_out(self, codes: list[str], part: int) -> None:
        """One rupiah too much is refused; what is there is paid."""
        for code in codes:
            due = selectors.credit(code)
            with pytest.raises(Overdrawn):
                self.move("payout", {code: due + Rupiah(1), "1100": -due - Rupiah(1)})
            if amount := due.part(part):
                self.move("payout", {code: amount, "1100": -amount})

    @rule(weights=st.tuples(st.integers(0, 100), st.integers(0, 100), st.integers(1, 100)))
    def change_the_split(self, weights: tuple[int, int, int]) -> None:
        last = SplitPolicy.objects.order_by("version").last()
        named = dict(zip(("chapter", "solidarity", "operations"), weights, strict=True))
        SplitPolicy.objects.create(
            version=last.version + 1, effective_from=last.effective_from, weights=named, is_example=True
        )

    @invariant()
    def every_entry_balances_and_nothing_drifts(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        self.held = booked()

    @invariant()
    def everyone_holds_what_the_frozen_lines_say(self) -> None:
        arrived, waiting = self.left()
        holds = {
            "2900": total([one.goods + one.shipping for _, one in waiting]),
            "2300": total([one.solidarity for _, one in arrived]),
        }
        for code, amount in holds.items():
            assert -self.held.get(code, 0) == int(amount), code
        for artisan in ("sari", "dayu"):
            due = total([left.artisan for share, left in arrived if share.artisan_account.code == artisan])
            assert self.net(f"2100:{artisan}", f"1200:{artisan}") == int(due)
        for slug in ("bandung", "jepara"):
            due = total([left.chapter for share, left in arrived if share.chapter_account.slug == slug])
            assert self.net(f"2200:{slug}", f"2210:{slug}", f"1210:{slug}") == int(due)

    def left(self) -> tuple[list, list]:
        """What refunds have left of every line: of those that arrived, and of those still under way."""
        came = {order.number: arrived_parcels(order) for order in self.orders}
        rows = LineShare.objects.select_related("artisan_account", "chapter_account").prefetch_related(
            "refunds"
        )
        pairs = [(share, left_of(share)) for share in rows]
        for _, left in pairs:
            assert (
                min(left.goods, left.shipping, left.artisan, left.chapter, left.solidarity, left.platform)
                >= ZERO
            )
        return (
            [pair for pair in pairs if pair[0].parcel in came[pair[0].order_number]],
            [pair for pair in pairs if pair[0].parcel not in came[pair[0].order_number]],
        )

    def net(self, *codes: str) -> int:
        """What is held for an owner, and was paid out, less what they owe."""
        legs = Posting.objects.filter(account__code__in=codes, entry__kind="payout")
        return -sum(self.held.get(code, 0) for code in codes) + sum(int(leg.amount) for leg in legs)


@pytest.mark.django_db
@pytest.mark.usefixtures("_books")
def test_the_books_never_drift_in_random_histories() -> None:
    run_state_machine_as_test(
        History,
        settings=settings(
            max_examples=14,
            stateful_step_count=30,
            phases=[Phase.generate],
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
