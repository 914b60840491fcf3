"""The house as its files tell it: which Python files are ours, and which floor an app stands on."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTAINERS = ("content", "store", "iccn")  # from the top to the bottom


def tracked(*patterns: str) -> list[Path]:
    """Files of the repository, those not yet added included."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return sorted({ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()})


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def our_python() -> tuple[Path, ...]:
    """Everything but tests and migrations (Oscar's copied ones are not ours to shape)."""
    return tuple(
        path
        for path in tracked("*.py")
        if "migrations" not in path.parts and path.relative_to(ROOT).parts[0] != "tests"
    )


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def package_of(path: Path) -> str:
    """`store.catalogue` for every file below it; `iccn.refusals` for a module."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[1:3] if parts[0] == "site" else parts[:2])


@cache
def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def floors() -> dict[str, int]:
    """Each app's height over the whole house: a bigger number stands lower. Read from import-linter's contracts."""
    contracts = project()["tool"]["importlinter"]["contracts"]  # type: ignore[index]
    layers = {
        contract["containers"][0]: contract["layers"] for contract in contracts if "containers" in contract
    }
    heights: dict[str, int] = {}
    for container in CONTAINERS:
        for layer in layers[container]:
            level = len(set(heights.values()))
            heights |= {f"{container}.{app.strip(' ()')}": level for app in layer.split("|")}
    return heights


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a file with the last part of the called name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            yield name, node


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def text_of(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
