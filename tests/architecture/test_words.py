"""What must not stand in the repository: addresses of one machine, registries, secrets."""

import re

from tests.architecture import house

TEXTS = (
    *("*.py", "*.md", "*.toml", "*.txt", "*.yaml", "*.yml", "*.html", "*.css", "*.js", "*.po"),
    *("Makefile", "tools/*", ".ci/*"),
)
# Put together from halves, so that this file passes its own test.
FOLDERS = "|".join(["wo" + "rk", "ho" + "me", "ro" + "ot", "Us" + "ers"])
REGISTRIES = "|".join(
    ["pypi" + r"\.org", r"files\.python" + "hosted", r"registry\.npm" + "js", r"deb\.deb" + "ian"]
)
FORBIDDEN = {
    "a folder of one machine": re.compile(rf"(?<![\w.])/({FOLDERS})/\w"),
    "a temporary folder": re.compile(r"(?<![\w.])/t" + r"mp/(?!runtime)\w"),
    "a package registry": re.compile(REGISTRIES),
    "a list of links for pip": re.compile("--find" + "-links|--index" + "-url|--extra-index" + "-url"),
    "a private key": re.compile("BEGIN [A-Z ]*PRIVATE" + " KEY"),
}


def test_no_file_names_a_machine_a_registry_or_a_secret() -> None:
    found = [
        f"{house.name_of(path)}: {what}"
        for path in house.tracked(*TEXTS)
        for what, pattern in FORBIDDEN.items()
        if pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
