from datetime import UTC, datetime

from store.curation.appeals.rules import ends, is_open, is_reason

DECIDED = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


def test_an_appeal_may_be_made_for_fourteen_days() -> None:
    assert ends(DECIDED) == datetime(2026, 11, 15, 9, 0, tzinfo=UTC)
    assert is_open(DECIDED, datetime(2026, 11, 15, 9, 0, tzinfo=UTC))
    assert not is_open(DECIDED, datetime(2026, 11, 15, 9, 0, 1, tzinfo=UTC))


def test_a_reason_has_twenty_letters_blanks_do_not_fill_it_up() -> None:
    assert is_reason("Talinya sudah diganti")
    assert is_reason("x" * 20)
    assert not is_reason("x" * 19)
    assert not is_reason("kurang" + " " * 30 + "adil")
