"""What a fresh machine relies on: pinned packages, complete English, a production that insists on its secrets."""

import os
import re
import subprocess
import sys

import polib
import pytest
from cryptography.fernet import Fernet

from iccn.config import translations
from tests.architecture import house

PRODUCTION = {
    "BASE_URL": "https://aksibersama.example",
    "ALLOWED_HOSTS": "aksibersama.example",
    "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing",
    "SECRET_KEY": "k" * 20 + "0123456789" * 5,
    "FIELD_ENCRYPTION_KEYS": Fernet.generate_key().decode(),
    "MIDTRANS_SERVER_KEY": "example",
    "MIDTRANS_CLIENT_KEY": "example",
    "MIDTRANS_MERCHANT_ID": "example",
}


def started(**environment: str) -> subprocess.CompletedProcess[str]:
    """Production's settings read in a process of their own, with this environment alone."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "import iccn.config.settings.production"],
        env={**kept, **environment, "PYTHONPATH": f"{house.ROOT / 'site'}{os.pathsep}{house.ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_to_one_version(name) -> None:
    lines = (house.ROOT / name).read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if line and not line.startswith((" ", "#", "-"))]
    assert len(packages) > 30
    assert [
        line for line in packages if not re.fullmatch(r"[\w.\-\[\],]+==[\w.+!]+( *;.*)?( *\\)?", line)
    ] == []


def test_every_package_that_the_project_names_is_in_the_pinned_list() -> None:
    pinned = (house.ROOT / "requirements.txt").read_text(encoding="utf-8").lower()
    declared = house.project()["project"]["dependencies"]  # type: ignore[index]
    names = [re.split(r"[\[<>=~! ]", line)[0].lower().replace("_", "-") for line in declared]
    assert [name for name in names if not re.search(rf"^{re.escape(name)}==", pinned, re.MULTILINE)] == []


def test_production_starts_with_its_secrets() -> None:
    answer = started(**PRODUCTION)
    assert (answer.returncode, answer.stderr) == (0, "")


@pytest.mark.parametrize("name", sorted(PRODUCTION))
def test_production_refuses_to_start_without(name) -> None:
    answer = started(**{key: value for key, value in PRODUCTION.items() if key != name})
    assert answer.returncode == 1
    assert re.search(rf"ImproperlyConfigured: .*{name}", answer.stderr)


@pytest.mark.parametrize("name", ["DEMO", "SIMULATOR"])
def test_production_refuses_the_demo(name) -> None:
    answer = started(**PRODUCTION, **{name: "1"})
    assert answer.returncode == 1
    assert "unset them in production" in answer.stderr


def test_every_word_has_its_english() -> None:
    path = house.ROOT / "site/iccn/locale/en/LC_MESSAGES/django.po"
    assert translations.faults(polib.pofile(str(path)), translations.gather(house.ROOT)) == []


def test_no_translation_is_unsure_or_empty() -> None:
    faults = [
        fault
        for path in (house.ROOT / "site/iccn/locale").rglob("*.po")
        for entry in polib.pofile(str(path))
        if not entry.obsolete
        for fault in translations.faults_of(entry)
    ]
    assert faults == []
