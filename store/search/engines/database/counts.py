"""How many there are: the total and every facet, in one pass over what was found."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, Q

from store.search.engines.database import kept
from store.search.engines.database.filters import OPTIONS, PLACE, Documents, base, filters
from store.search.engines.facets import OPTION, Facet, assembled
from store.search.engines.port import (
    OPTION_NAMES,
    PRICE_STEPS,
    RATING_STEPS,
    Facets,
    ProductQuery,
    Readiness,
)

TOTAL: Final = "total"
COLUMNS: Final = (
    *("product_id", "category_ids", "province_code", "province_name", "regency_code", "regency_name"),
    *("materials", "techniques", "certificates", "is_made_to_order", "is_available", "price", "rating", "variants"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    total: int
    facets: Facets


def counted(query: ProductQuery, found: Documents, chosen: dict[str, Q]) -> Counted:
    """One query. Without words the counts are kept: they are the same for every page and order."""
    if query.words or not settings.SEARCH_COUNTS_SECONDS:
        counts = _count(query, found, chosen)
    else:
        counts = kept.counts_for(query, lambda: _count(query, found, chosen))
    return Counted(counts[TOTAL][0][2], assembled(counts, query))


def recount() -> int:
    """Counts anew, for the worker's round, what visitors asked for. Returns how many listings."""
    return kept.recount(lambda query: _count(query, base(query), filters(query)))


def _count(query: ProductQuery, found: Documents, chosen: dict[str, Q]) -> kept.Raw:
    flags = {
        f"ok_{name}": ExpressionWrapper(one, output_field=BooleanField()) for name, one in chosen.items()
    }
    inner, params = found.order_by().annotate(**flags).values(*COLUMNS, *flags).query.sql_with_params()
    outer, more = _outer(query, set(chosen))
    counts: kept.Raw = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(f"WITH found AS MATERIALIZED ({inner}) {outer}", [*params, *more])
        for facet, key, label, count in cursor.fetchall():
            if key or facet == TOTAL:
                counts[facet].append((key, label, count))
    return dict(counts)


# --- the statement ----------------------------------------------------------------------------------------


def _outer(query: ProductQuery, chosen: set[str]) -> tuple[str, list[Any]]:
    """Every name in it is ours; what people chose comes as parameters."""
    parts = [*_plain(query, chosen)]
    parts += [_option(name, query, chosen) for name in OPTION_NAMES]
    return " UNION ALL ".join(sql for sql, _params in parts), [
        one for _sql, params in parts for one in params
    ]


def _plain(query: ProductQuery, chosen: set[str]) -> Iterator[tuple[str, list[Any]]]:
    yield f"SELECT '{TOTAL}', '', '', count(*) FROM found WHERE {_under(chosen)}", []
    yield _each(Facet.CATEGORY, "one::text", "''", chosen, ", unnest(category_ids) AS one")
    yield _each(Facet.PROVINCE, "province_code", "min(province_name)", chosen, off=PLACE)
    if query.provinces or query.regencies:
        provinces = sorted({*query.provinces, *(code[:2] for code in query.regencies)})
        sql, _none = _each(Facet.REGENCY, "regency_code", "min(regency_name)", chosen, off=PLACE)
        yield sql.replace(" GROUP BY", " AND province_code = ANY(%s) GROUP BY"), [provinces]
    yield _each(Facet.MATERIAL, "one", "''", chosen, ", unnest(materials) AS one")
    yield _each(Facet.TECHNIQUE, "one", "''", chosen, ", unnest(techniques) AS one")
    yield _each(Facet.CERTIFICATE, "one", "''", chosen, ", unnest(certificates) AS one", off="")
    yield _each(Facet.READINESS, _READY, "''", chosen)
    yield _each(Facet.PRICE, _price_step(), "''", chosen)
    for step in RATING_STEPS:
        yield _each(Facet.RATING, f"CASE WHEN rating >= {step} THEN '{step}' END", "''", chosen)


def _each(
    facet: Facet, key: str, label: str, chosen: set[str], rows: str = "", off: str | None = None
) -> tuple[str, list[Any]]:
    under = _under(chosen - {str(facet) if off is None else off})
    return f"SELECT '{facet}', {key}, {label}, count(*) FROM found{rows} WHERE {under} GROUP BY 2", []


def _option(name: str, query: ProductQuery, chosen: set[str]) -> tuple[str, list[Any]]:
    """Products with a variant that can be bought, has this value, and meets the other chosen options too."""
    others = [(other, list(values)) for other, values in query.options if other != name]
    conditions = "".join(" AND one->'options'->>%s = ANY(%s)" for _other in others)
    sql = (
        f"SELECT '{OPTION}{name}', one->'options'->>'{name}', '', count(DISTINCT product_id) "
        f"FROM found, jsonb_array_elements(variants) AS one WHERE {_under(chosen - {OPTIONS})} "
        f"AND variants <> '[]' AND (one->>'is_available')::boolean{conditions} GROUP BY 2"
    )
    return sql, [value for pair in others for value in pair]


def _under(chosen: set[str]) -> str:
    return " AND ".join(f"ok_{name}" for name in sorted(chosen)) or "true"


_READY: Final = (
    f"CASE WHEN is_made_to_order THEN '{Readiness.MADE_TO_ORDER}' "
    f"WHEN is_available THEN '{Readiness.READY}' ELSE '' END"
)


def _price_step() -> str:
    """The place in PRICE_STEPS of the step a price falls in."""
    whens = " ".join(
        f"WHEN price >= {step} THEN '{place}'" for place, step in reversed(list(enumerate(PRICE_STEPS)))
    )
    return f"CASE {whens} ELSE '0' END"
