"""The chain: anyone can compute it from an export, and any change shows."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iccn.ledger.chain import BEGINNING, canonical, link, links, verify

FIRST = {"key": "pay:1", "postings": [["1110", 268_000], ["2900", -268_000]]}
SECOND = {"key": "alc:1", "postings": [["2200:bandung", -28_874], ["5300", 28_874]]}


def export(*facts: dict) -> list[str]:
    return [
        json.dumps({"facts": one, "link": at}) for one, at in zip(facts, links(BEGINNING, facts), strict=True)
    ]


def test_the_example_of_the_rules_page() -> None:
    assert canonical(FIRST) == '{"key":"pay:1","postings":[["1110",268000],["2900",-268000]]}'
    leaf = hashlib.sha256(canonical(FIRST).encode()).hexdigest()
    assert leaf == "65a9dc4e223011ca9f178a3d3111739ef15b617ce09a776d93e3d4a6a0fd6620"
    assert (
        link(BEGINNING, FIRST)
        == hashlib.sha256(("0" * 64 + leaf).encode()).hexdigest()
        == "a4c735ed2e3e7610f8db055a09bf6bd71ff0dae94432b9ed5eaef70fc72cbbf9"
    )


def test_a_sound_export_fits_its_root_and_no_other() -> None:
    lines = export(FIRST, SECOND)
    found = verify(lines)
    assert (found.entries, found.broken_at, found.unbalanced, found.balance) == (2, None, (), 0)
    assert found.fits(json.loads(lines[-1])["link"])
    assert not found.fits("0" * 64)


def test_a_changed_entry_breaks_the_chain_where_it_stands() -> None:
    lines = export(FIRST, SECOND)
    meddled = [lines[0].replace("268000", "268001"), lines[1]]
    found = verify(meddled)
    assert (found.broken_at, found.unbalanced, found.fits()) == (1, (), False)


def test_an_entry_taken_out_added_or_moved_breaks_the_chain() -> None:
    first, second, third = export(FIRST, SECOND, FIRST)
    assert verify([first, third]).broken_at == 2
    assert verify([second, first, third]).broken_at == 1
    assert verify([first, first, second, third]).broken_at == 2


def test_an_entry_that_does_not_balance_is_named() -> None:
    lone = {"key": "raw", "postings": [["1110", 5]]}
    found = verify(export(FIRST, lone))
    assert (found.unbalanced, found.balance, found.fits()) == (("raw",), 5, False)


@pytest.mark.parametrize("line", ["", "[]", '{"facts": {}}', '{"facts": {}, "link": "x"}', "bukan json"])
def test_what_is_no_export_is_refused(line) -> None:
    with pytest.raises(ValueError):
        verify([line])


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=6), st.data())
def test_any_single_change_is_noticed(amounts, data) -> None:
    entries = [{"key": f"k:{one}", "postings": [["1110", one], ["2900", -one]]} for one in amounts]
    lines = export(*entries)
    at = data.draw(st.integers(0, len(lines) - 1))
    row = json.loads(lines[at])
    row["facts"]["postings"][0][0] = "9000"
    meddled = [*lines[:at], json.dumps(row), *lines[at + 1 :]]
    assert verify(meddled).broken_at == at + 1
