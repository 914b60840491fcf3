"""Countries."""

from oscar.core.loading import get_model

HOME = "ID"


def home_country() -> object:
    """Indonesia, made on first use: Oscar ships without countries."""
    country, _made = get_model("address", "Country").objects.get_or_create(
        iso_3166_1_a2=HOME,
        defaults={"printable_name": "Indonesia", "name": "Republik Indonesia", "iso_3166_1_a3": "IDN"},
    )
    return country
