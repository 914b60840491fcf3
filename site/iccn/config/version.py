"""The version, read from the changelog: what is written there is what runs."""

import re
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parents[3] / "CHANGELOG.md"


def read(text: str) -> str:
    """The newest released version of a changelog; `0.0.0` while nothing is released."""
    found = re.search(r"^## \[?(\d+\.\d+\.\d+)", text, re.MULTILINE)
    return found.group(1) if found else "0.0.0"


VERSION = read(CHANGELOG.read_text(encoding="utf-8")) if CHANGELOG.exists() else "0.0.0"
