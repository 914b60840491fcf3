"""The worked numbers of docs/rules/profit.md."""

from hypothesis import given
from hypothesis import strategies as st

from iccn.money.rupiah import ZERO, Rupiah, total
from store.profit import legs, rules
from store.profit.sale import Asked, Taken
from tests.factories.profit import line, sale

SIXTY_FORTY = {"chapter": 60, "solidarity": 40, "operations": 0}
EXAMPLE = Taken(
    goods=Rupiah(250_000),
    shipping=Rupiah(18_000),
    artisan=Rupiah(200_000),
    chapter=Rupiah(28_874),
    solidarity=Rupiah(19_250),
    platform=Rupiah(1_876),
)
PARTIES = ("artisan", "chapter", "solidarity", "platform")


def test_a_sale_is_frozen_as_in_the_example() -> None:
    (one,) = rules.freeze(sale(), Rupiah(1_876), SIXTY_FORTY)
    assert (one.artisan, one.gateway, one.chapter, one.solidarity, one.operations) == (
        Rupiah(200_000),
        Rupiah(1_876),
        Rupiah(28_874),
        Rupiah(19_250),
        ZERO,
    )
    assert rules.left(one, []) == EXAMPLE


def test_the_fee_of_one_payment_is_borne_by_its_lines_by_their_prices() -> None:
    lines = (line(1, price=Rupiah(100_000)), line(2, price=Rupiah(200_000)))
    assert rules.share_by_price(Rupiah(1_000), lines, key="x") == {1: Rupiah(333), 2: Rupiah(667)}
    free = (line(1, price=ZERO), line(2, price=ZERO))
    assert rules.share_by_price(Rupiah(10), free, key="x") == {1: Rupiah(5), 2: Rupiah(5)}


def test_a_line_that_makes_a_loss_costs_neither_artisan_nor_chapter() -> None:
    (one,) = rules.freeze(
        sale("X", line(price=Rupiah(10_000), making_cost=Rupiah(9_000))), Rupiah(4_440), SIXTY_FORTY
    )
    assert (one.artisan, one.chapter, one.solidarity, one.operations) == (
        Rupiah(9_000),
        ZERO,
        ZERO,
        Rupiah(-3_440),
    )
    assert one.platform == Rupiah(1_000)


def test_half_a_refund_takes_half_of_each_part() -> None:
    taken = rules.take_back(Asked(1, Rupiah(125_000)), EXAMPLE, key="x")
    assert taken == Taken(
        goods=Rupiah(125_000),
        artisan=Rupiah(100_000),
        chapter=Rupiah(14_437),
        solidarity=Rupiah(9_625),
        platform=Rupiah(938),
    )


def test_shipping_alone_is_given_back_whole() -> None:
    assert rules.take_back(Asked(1, ZERO, Rupiah(18_000)), EXAMPLE, key="x") == Taken(shipping=Rupiah(18_000))


def test_nothing_negative_nothing_at_all_and_no_more_than_is_left_is_given_back() -> None:
    good = [(250_000, 18_000), (1, 0), (0, 1)]
    bad = [(250_001, 0), (0, 18_001), (0, 0), (-1, 5), (5, -1)]
    for asked in good:
        assert rules.can_give_back(Asked(1, *map(Rupiah, asked)), EXAMPLE)
    for asked in bad:
        assert not rules.can_give_back(Asked(1, *map(Rupiah, asked)), EXAMPLE)


def test_pots_are_emptied_in_their_order_and_the_rest_stays_owed() -> None:
    pots = {"2200:x": Rupiah(30), "2210:x": Rupiah(-5), "2211:x": Rupiah(50)}
    assert rules.from_pots(Rupiah(100), pots, owed="1210:x") == {
        "2200:x": Rupiah(30),
        "2210:x": ZERO,
        "2211:x": Rupiah(50),
        "1210:x": Rupiah(20),
    }


def test_a_refund_after_payout_has_the_legs_of_the_books() -> None:
    owners = {"1200:sari": Rupiah(200_000), "1210:bandung": Rupiah(28_874)}
    taken = Taken(**{name: getattr(EXAMPLE, name) for name in ("goods", *PARTIES)})
    assert legs.refund_shared([taken], owners) == {
        "1200:sari": Rupiah(200_000),
        "1210:bandung": Rupiah(28_874),
        "4100": Rupiah(50_000),
        "2300": Rupiah(19_250),
        "5300": Rupiah(-48_124),
        "2500": Rupiah(-250_000),
    }


def test_a_debt_is_netted_by_what_is_gained_at_most() -> None:
    debts = {
        "2100:sari": (Rupiah(80), Rupiah(100), "1200:sari"),
        "2200:bandung": (Rupiah(80), Rupiah(30), "1210:bandung"),
        "2200:jepara": (Rupiah(80), ZERO, "1210:jepara"),
    }
    booked = {code: amount.amount for code, amount in legs.netted(debts).items() if amount}
    assert booked == {"2100:sari": 80, "1200:sari": -80, "2200:bandung": 30, "1210:bandung": -30}
    assert legs.clawback_of("4100") == ""


@given(
    st.integers(1, 10**9).map(Rupiah),
    st.integers(0, 10_000),
    st.integers(0, 10**6).map(Rupiah),
    st.lists(st.integers(1, 10_000), min_size=1, max_size=12),
)
def test_partial_refunds_never_take_more_than_a_part_nor_less_than_nothing(price, points, fee, steps) -> None:
    (one,) = rules.freeze(sale("X", line(price=price, share_basis_points=points)), fee, SIXTY_FORTY)
    refunds: list[Taken] = []
    for number, step in enumerate([*steps, 10_000]):
        rest = rules.left(one, refunds)
        goods = rest.goods.part(step)
        if not goods:
            continue
        taken = rules.take_back(Asked(1, goods), rest, key=str(number))
        for party in PARTIES:
            assert ZERO <= getattr(taken, party) <= getattr(rest, party)
        assert total([getattr(taken, party) for party in PARTIES]) == goods
        refunds.append(taken)
    assert not any(getattr(rules.left(one, refunds), party) for party in ("goods", *PARTIES))
