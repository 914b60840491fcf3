"""`site/` is our source root and Python has a module `site`: these facts keep the two apart."""

import site
import subprocess
import sys

from tests.architecture import house


def test_the_source_root_is_never_a_package() -> None:
    assert not (house.ROOT / "site" / "__init__.py").exists()
    assert [path.name for path in (house.ROOT / "site").iterdir() if path.suffix == ".py"] == []


def test_python_still_finds_its_own_module() -> None:
    assert hasattr(site, "getsitepackages")
    assert not str(site.__file__).startswith(str(house.ROOT / "site"))


def test_manage_puts_the_source_root_on_the_path() -> None:
    answer = subprocess.run(
        [sys.executable, "manage.py", "help", "--commands"],
        cwd=house.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert {"serve", "prepare", "work", "messages"} <= set(answer.stdout.split())


def test_nothing_ignores_the_source_root() -> None:
    answer = subprocess.run(
        ["git", "check-ignore", "-q", "site/iccn/__init__.py"], cwd=house.ROOT, check=False
    )
    assert answer.returncode == 1


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in house.our_python() if path.parent != house.ROOT}
    loose = {house.name_of(folder) for folder in folders if not (folder / "__init__.py").exists()}
    assert {name for name in loose if name.split("/")[0] != "tools"} == set()
