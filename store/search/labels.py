"""The words of filters and orders."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from iccn.money.rupiah import Rupiah
from store.catalogue.models import ProductCertificate
from store.search.engines.port import Readiness, Sort


def readiness_labels() -> dict[Readiness, str]:
    return {Readiness.READY: _("Siap kirim"), Readiness.MADE_TO_ORDER: _("Dibuat sesuai pesanan")}


def sort_labels() -> dict[Sort, str]:
    return {
        Sort.RELEVANCE: _("Paling sesuai"),
        Sort.NEWEST: _("Terbaru"),
        Sort.CHEAPEST: _("Harga terendah"),
        Sort.DEAREST: _("Harga tertinggi"),
        Sort.RATING: _("Nilai tertinggi"),
        Sort.ROTATION: _("Bergilir antar simpul"),
    }


def option_titles() -> dict[str, str]:
    """What variants may differ in."""
    return {"ukuran": _("Ukuran"), "warna": _("Warna")}


def certificate_label(kind: str) -> str:
    return str(dict(ProductCertificate.Kind.choices).get(kind, kind.upper()))


def slug_label(slug: str) -> str:
    """ "daun-pandan" is Daun pandan."""
    return slug.replace("-", " ").capitalize()


def rating_label(step: int | str) -> str:
    return _("%(step)s ke atas") % {"step": step}


def price_words(low: int | None, high: int | None) -> str:
    """A range as people say it; the upper end of a step (49,999) is said as the round figure."""
    if high is None:
        return _("Mulai %(price)s") % {"price": Rupiah(low or 0)}
    top = Rupiah(high + 1 if high % 1_000 == 999 else high)
    if not low:
        return _("Sampai %(price)s") % {"price": top}
    return f"{Rupiah(low)} – {top}"


def figure(number: int) -> str:
    """A number as the language of the page writes it: 12.345 or 12,345."""
    return str(number_format(number, force_grouping=True))
