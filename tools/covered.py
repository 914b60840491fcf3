"""Reads a coverage report: every branch of every `rules.py` and `services.py` must have been taken."""

import json
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

WHOLE = ("*/rules.py", "*/rules/*.py", "*/services.py", "*/services/*.py")


def missing(entry: dict[str, Any]) -> list[str]:
    lines = [str(line) for line in entry["missing_lines"]]
    jumps = [f"{start}->{end if end > 0 else 'exit'}" for start, end in entry["missing_branches"]]
    return lines + jumps


def main(report: str) -> int:
    files = json.loads(Path(report).read_text(encoding="utf-8"))
    watched = {
        name: entry
        for name, entry in sorted(files["files"].items())
        if any(fnmatch(name, pattern) for pattern in WHOLE)
    }
    gaps = {name: lost for name, entry in watched.items() if (lost := missing(entry))}
    for name, lost in gaps.items():
        sys.stdout.write(f"{name}: not covered: {', '.join(lost)}\n")
    percent = files["totals"]["percent_covered_display"]
    sys.stdout.write(
        f"Coverage: {len(watched) - len(gaps)} of {len(watched)} rules and services whole; all code {percent} %.\n"
    )
    return 1 if gaps or not watched else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
