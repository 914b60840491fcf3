"""Rules are pure, services are verbs with named arguments, requests end at the views."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture import house

FRAMEWORKS = ("django", "wagtail", "oscar", "modelcluster", "treebeard", "allauth")


def in_role(role: str) -> list[Path]:
    """`rules.py`, or any file in a folder `rules/`."""
    return [path for path in house.our_python() if path.name == f"{role}.py" or path.parent.name == role]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(house.tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def verbs(path: Path) -> list[ast.FunctionDef]:
    """What changes the world: the functions that are atomic."""
    return [
        node
        for node in house.tree(path).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list)
    ]


def test_rules_know_no_framework() -> None:
    impure = [
        f"{house.name_of(path)} imports {module}"
        for path in in_role("rules")
        for module in imported(path)
        if module.split(".")[0] in FRAMEWORKS
    ]
    assert impure == []


def test_rules_and_services_are_there_to_be_watched() -> None:
    assert len(in_role("rules")) >= 5
    assert len(in_role("services")) >= 5


def test_an_atomic_service_takes_named_arguments_only() -> None:
    positional = [
        f"{house.name_of(path)}:{verb.lineno} {verb.name}"
        for path in in_role("services")
        for verb in verbs(path)
        if (verb.args.posonlyargs or verb.args.args)
    ]
    assert positional == []


def test_no_request_below_the_views() -> None:
    below = [path for role in ("rules", "services", "selectors", "permissions") for path in in_role(role)]
    wrong = [
        f"{house.name_of(path)}:{function.lineno} {function.name}"
        for path in below
        for function in house.functions(path)
        for argument in [*function.args.args, *function.args.kwonlyargs]
        if argument.arg == "request"
    ]
    assert wrong == []


def test_every_function_of_a_service_says_what_it_gives_back() -> None:
    silent = [
        f"{house.name_of(path)}:{function.lineno} {function.name}"
        for role in ("rules", "services", "selectors", "permissions")
        for path in in_role(role)
        for function in house.functions(path)
        if function.returns is None
    ]
    assert silent == []
