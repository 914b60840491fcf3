import pytest
from django.core.exceptions import ImproperlyConfigured

from iccn.config.databases import database
from iccn.config.env import Environment
from iccn.config.version import read


def test_flags_are_read_in_both_languages() -> None:
    env = Environment({"A": "ya", "B": "tidak", "C": "True", "D": ""})
    assert [env.flag(name) for name in "ABCD"] == [True, False, True, False]
    assert env.flag("MISSING", default=True) is True


def test_a_malformed_flag_stops_the_start() -> None:
    with pytest.raises(ImproperlyConfigured, match="write true or false"):
        Environment({"A": "perhaps"}).flag("A")


def test_numbers_lists_and_urls() -> None:
    env = Environment({"N": "-5", "L": "a, b,,c", "U": "redis://localhost/0"})
    assert env.integer("N", 1) == -5
    assert env.integer("M", 7) == 7
    assert env.items("L") == ["a", "b", "c"]
    assert env.items("M", ("x",)) == ["x"]
    assert env.url("U") == "redis://localhost/0"
    with pytest.raises(ImproperlyConfigured, match="whole number"):
        Environment({"N": "five"}).integer("N", 1)
    with pytest.raises(ImproperlyConfigured, match="whole URL"):
        Environment({"U": "localhost"}).url("U")


def test_addresses_files_and_patterns(tmp_path) -> None:
    there = tmp_path / "ca.pem"
    there.touch()
    env = Environment({"U": "https://a:9200, http://b", "F": str(there), "R": "0-1"})
    assert env.urls("U") == ["https://a:9200", "http://b"]
    assert (env.urls("MISSING"), env.file("MISSING")) == ([], "")
    assert env.file("F") == str(there)
    assert env.matching("R", r"\d+(-\d+)?", "0", example="1") == "0-1"
    assert env.matching("MISSING", r"\d+", "0", example="1") == "0"
    with pytest.raises(ImproperlyConfigured, match="U holds 'a:9200'"):
        Environment({"U": "a:9200"}).urls("U")
    with pytest.raises(ImproperlyConfigured, match="there is no such file"):
        Environment({"F": "/none/ca.pem"}).file("F")
    with pytest.raises(ImproperlyConfigured, match="write something like 1"):
        Environment({"R": "many"}).matching("R", r"\d+", "0", example="1")


def test_a_required_value_must_be_there_and_long_enough() -> None:
    assert Environment({"S": "x" * 50}).required("S", at_least=50) == "x" * 50
    with pytest.raises(ImproperlyConfigured, match="Set S"):
        Environment({"S": "short"}).required("S", at_least=50)


def test_no_url_means_the_embedded_server(tmp_path) -> None:
    assert database("", embedded_folder=tmp_path)["ENGINE"] == "iccn.config.embedded"


def test_a_postgresql_url_is_taken_apart(tmp_path) -> None:
    made = database(
        "postgresql://us%20er:p%40ss@db.example:5433/iccn?sslmode=require", embedded_folder=tmp_path
    )
    assert (made["USER"], made["PASSWORD"], made["HOST"], made["PORT"]) == (
        "us er",
        "p@ss",
        "db.example",
        "5433",
    )
    assert (made["NAME"], made["OPTIONS"]) == ("iccn", {"sslmode": "require"})


def test_another_database_is_refused(tmp_path) -> None:
    with pytest.raises(ImproperlyConfigured, match="only PostgreSQL"):
        database("mysql://localhost/x", embedded_folder=tmp_path)


def test_the_version_is_the_newest_release_of_the_changelog() -> None:
    assert read("# Changelog\n## Unreleased\n## 1.2.3 - 2026\n## 1.0.0\n") == "1.2.3"
    assert read("# Changelog\n## Unreleased\n") == "0.0.0"
