import pytest

from store.curation.bulk.rules import Danger, Part, danger_of, is_formula, plain


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")'])
def test_what_a_spreadsheet_would_work_out_is_a_formula(text) -> None:
    assert is_formula(text)


@pytest.mark.parametrize("text", ["Tas pandan", "80.000", "", "a=b"])
def test_words_and_figures_are_none(text) -> None:
    assert not is_formula(text)


def test_a_cell_is_read_as_it_would_be_typed() -> None:
    assert [plain(value) for value in (None, 3.0, 3.5, 80_000, "  Tas  ", True)] == [
        "",
        "3",
        "3.5",
        "80000",
        "Tas",
        "True",
    ]
    assert len(plain("x" * 9_000)) == 8_000


def test_a_workbook_that_unfolds_too_far_is_not_opened() -> None:
    assert danger_of([Part("xl/sheet1.xml", 40_000_000)]) is None
    assert danger_of([Part("xl/sheet1.xml", 40_000_001)]) == Danger.UNFOLDS
    assert danger_of([Part(f"{number}.xml", 1) for number in range(201)]) == Danger.UNFOLDS


def test_a_workbook_with_programs_or_ties_is_not_opened() -> None:
    assert danger_of([Part("xl/vbaProject.bin", 9)]) == Danger.PROGRAMS
    assert danger_of([Part("xl/externalLinks/externalLink1.xml", 9)]) == Danger.PROGRAMS
