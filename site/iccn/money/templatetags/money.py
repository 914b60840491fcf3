"""Rupiah in templates: `{{ amount|rupiah }}` gives Rp125.000."""

from decimal import Decimal

from django import template

from iccn.money.rupiah import Rupiah

register = template.Library()


@register.filter
def rupiah(value: Rupiah | Decimal | int | str | None) -> str:
    """Rp125.000; an empty value gives an empty string."""
    return "" if value is None or value == "" else str(Rupiah.of(value))
