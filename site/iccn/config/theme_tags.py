"""Template tags of the theme: what HTML needs and templates cannot reckon."""

from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Any

from django import template
from django.core.paginator import Page
from django.http import HttpRequest

register = template.Library()

WHOLE = 1000


@register.filter
def rupiah(amount: Any) -> str:
    """Write whole rupiah the Indonesian way: 125000 becomes `Rp125.000`."""
    value = int(amount)
    sign = "-" if value < 0 else ""
    return f"{sign}Rp{abs(value):,}".replace(",", ".")


@register.filter
def with_shares(parts: Iterable[Any]) -> list[dict[str, Any]]:
    """Give every part its place and length on a bar 1,000 units long.

    Lengths come from the running total and percents by largest remainder, so both add up to the whole.
    """
    known = list(parts)
    amounts = [int(_read(part, "amount")) for part in known]
    total = sum(amounts) or 1
    starts = [passed * WHOLE // total for passed in accumulate(amounts, initial=0)]
    percents = _percents(amounts, total)
    return [
        {"part": part, "start": start, "length": after - start, "percent": percent}
        for part, start, after, percent in zip(known, starts, starts[1:], percents, strict=False)
    ]


def _percents(amounts: list[int], total: int) -> list[int]:
    whole = [amount * 100 // total for amount in amounts]
    by_remainder = sorted(range(len(amounts)), key=lambda place: -(amounts[place] * 100 % total))
    for place in by_remainder[: (100 - sum(whole)) if any(amounts) else 0]:
        whole[place] += 1
    return whole


def _read(part: Any, name: str) -> Any:
    return part[name] if isinstance(part, Mapping) else getattr(part, name)


@register.simple_tag(takes_context=True)
def switched_path(context: template.Context, code: str) -> str:
    """The path of this page under another language's prefix."""
    request: HttpRequest | None = context.get("request")
    path = request.path if request else "/"
    _, _, rest = path.lstrip("/").partition("/")
    return f"/{code}/{rest}" if path[:4] in {"/id/", "/en/"} else f"/{code}/"


@register.simple_tag(takes_context=True)
def with_query(context: template.Context, **changes: Any) -> str:
    """This page's query string with some values replaced, or taken out when empty."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return "?"
    query = request.GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.filter
def elided(page: Page[Any]) -> list[int | str]:
    """The page numbers worth showing: the ends, and those near this one."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.simple_tag(takes_context=True)
def query_before(context: template.Context, name: str) -> str:
    """This page's query string without one value, ready for that value: `?q=batik&`."""
    kept = with_query(context, **{name: ""})
    return kept if kept == "?" else f"{kept}&"
