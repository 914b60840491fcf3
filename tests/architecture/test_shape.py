"""Short files, short functions, names that carry meaning."""

import ast

from tests.architecture import house

FILE_LINES = 400
FUNCTION_LINES = 40
ATTICS = {"utils.py", "helpers.py", "common.py", "misc.py", "utils", "helpers"}


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    ours = [path for path in house.tracked("*.py") if "migrations" not in path.parts]
    long = {
        house.name_of(path): lines
        for path in ours
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    }
    assert long == {}


def test_no_function_is_longer_than_forty_lines() -> None:
    long = {
        f"{house.name_of(path)}:{function.lineno} {function.name}": length
        for path in house.our_python()
        for function in house.functions(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > FUNCTION_LINES
    }
    assert long == {}


def test_there_is_no_attic() -> None:
    assert [house.name_of(path) for path in house.our_python() if ATTICS & set(path.parts)] == []


def test_nobody_prints_or_listens_to_a_save() -> None:
    loud = [
        f"{house.name_of(path)}:{call.lineno} {name}"
        for path in house.our_python()
        for name, call in house.calls(path)
        if name == "print" or (name == "receiver" and "_save" in ast.unparse(call))
    ]
    assert loud == []


def test_nothing_is_left_for_later() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "X" + "XX:")
    left = [
        f"{house.name_of(path)}: {mark}"
        for path in house.tracked("*.py", "*.html", "*.css", "*.js", "*.md", "Makefile", "tools/*")
        for mark in marks
        if mark in path.read_text(encoding="utf-8")
    ]
    assert left == []
