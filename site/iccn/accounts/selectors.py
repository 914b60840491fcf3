"""What a person may see of themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from iccn.accounts.models import User
from iccn.accounts.roles import ARTISAN, STAFF, STORE_STAFF


@dataclass(frozen=True, slots=True)
class Door:
    """A place a person may enter."""

    title: str | Promise
    text: str | Promise
    url: str


DOORS: tuple[tuple[frozenset[str], str, str | Promise, str | Promise], ...] = (
    (
        frozenset({ARTISAN}),
        "curation:home",
        _("Ruang perajin"),
        _("Pengajuan produk, pesanan, dan pendapatan Anda."),
    ),
    (STAFF, "wagtailadmin_home", _("Meja kerja"), _("Halaman, kurasi, dan pembukuan.")),
    (frozenset({STORE_STAFF}), "dashboard:index", _("Meja toko"), _("Pesanan, katalog, dan stok.")),
)


def doors_of(user: User) -> list[Door]:
    """The doors of this person's roles."""
    held = set(user.groups.values_list("name", flat=True))
    return [
        Door(title, text, url)
        for roles, name, title, text in DOORS
        if (held & roles or user.is_superuser) and (url := _url(name))
    ]


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def names_of_actors(actors: Iterable[str]) -> dict[str, str]:
    """The names behind `user:<id>` of audit lines and entries; actors that are no people are left out."""
    ids = [actor.removeprefix("user:") for actor in actors if actor.startswith("user:")]
    return {
        f"user:{one.pk}": one.name
        for one in User.objects.filter(pk__in=[one for one in ids if one.isdigit()])
    }
