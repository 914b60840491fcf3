"""Loading the regions from the files we ship: in one transaction, with COPY, and again only when they changed."""

import csv
import gzip
import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from django.db import connection, transaction

from iccn.regions.models import Dataset, District, Province, Regency, Village

DATA = Path(__file__).parent / "data"
FILES = ("provinces.csv", "regencies.csv", "districts.csv", "villages.csv.gz", "postal_codes.csv.gz")
NAME = "regions"

Progress = Callable[[str, int, int], None]


def fingerprint() -> str:
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((DATA / name).read_bytes())
    return digest.hexdigest()


def rows(name: str) -> Iterator[dict[str, str]]:
    path = DATA / name
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as lines
    ):
        yield from csv.DictReader(lines)


@transaction.atomic
def load_regions(*, progress: Progress = lambda _name, _done, _total: None, force: bool = False) -> bool:
    """Brings all four levels in step with the files; returns False when they already are.

    Rows are added and renamed, never removed: addresses of old orders may name them.
    """
    mark = fingerprint()
    if not force and Dataset.objects.filter(name=NAME, fingerprint=mark).exists():
        return False
    postal_codes = {row["village_code"]: row["postal_code"] for row in rows("postal_codes.csv.gz")}
    levels: list[
        tuple[type[Province | Regency | District | Village], tuple[str, ...], list[tuple[str, ...]]]
    ] = [
        (Province, ("code", "name"), [(r["code"], r["name"]) for r in rows("provinces.csv")]),
        (Regency, ("code", "province_id", "name"), _below("regencies.csv", "province_code")),
        (District, ("code", "regency_id", "name"), _below("districts.csv", "regency_code")),
        (
            Village,
            ("code", "district_id", "name", "postal_code"),
            [(*row, postal_codes.get(row[0], "")) for row in _below("villages.csv.gz", "district_code")],
        ),
    ]
    for number, (model, columns, values) in enumerate(levels, start=1):
        progress(str(model._meta.db_table), number - 1, len(levels) + 1)
        _merge(model._meta.db_table, columns, values)
    progress("words", len(levels), len(levels) + 1)
    write_words()
    Dataset.objects.update_or_create(name=NAME, defaults={"fingerprint": mark})
    progress("done", len(levels) + 1, len(levels) + 1)
    return True


def _below(name: str, parent: str) -> list[tuple[str, ...]]:
    return [(row["code"], row[parent], row["name"]) for row in rows(name)]


def _merge(table: str, columns: tuple[str, ...], values: Iterable[tuple[str, ...]]) -> None:
    """COPY into a passing table, then insert or rename."""
    names = ", ".join(columns)
    renamed = ", ".join(f"{column} = EXCLUDED.{column}" for column in columns[1:])
    with connection.cursor() as cursor:
        made = f"CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT {names} FROM {table} WITH NO DATA"  # noqa: S608 - our own names
        cursor.execute(made)
        with cursor.copy(f"COPY incoming ({names}) FROM STDIN") as copy:
            for row in values:
                copy.write_row(row)
        merge = f"INSERT INTO {table} ({names}) SELECT {names} FROM incoming ON CONFLICT (code) DO UPDATE SET {renamed}"  # noqa: S608
        cursor.execute(merge)
        cursor.execute("DROP TABLE incoming")


def write_words() -> None:
    """The whole address of every village, for the one-box search."""
    with connection.cursor() as cursor:
        # Freshly copied rows have no statistics; without them the planner may join row by row for minutes.
        cursor.execute("ANALYZE regions_province, regions_regency, regions_district, regions_village")
        cursor.execute(
            """
            UPDATE regions_village v SET words =
                setweight(to_tsvector('simple', v.name), 'A') ||
                setweight(to_tsvector('simple', d.name), 'B') ||
                setweight(to_tsvector('simple', r.name), 'C') ||
                setweight(to_tsvector('simple', p.name || ' ' || v.postal_code), 'D')
            FROM regions_district d
            JOIN regions_regency r ON r.code = d.regency_id
            JOIN regions_province p ON p.code = r.province_id
            WHERE d.code = v.district_id
            """
        )
