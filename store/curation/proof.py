"""Certificates that come with a submission: the shape of their numbers, and what the catalogue makes of them."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from store.catalogue.details import CertificateDetails

# Loose on purpose: a curator looks at the paper. Sources of the shapes: docs/rules/curation.md.
SHAPES: Final[Mapping[str, tuple[re.Pattern[str], str]]] = {
    "pirt": (re.compile(r"(\d{13})-?(\d{2})"), "2103273010001-29"),
    "halal": (re.compile(r"ID\d{17}"), "ID32110000000010926"),
    "bpom": (re.compile(r"(M[DL]\d{12,15}|N[A-E]\d{11}|(T[RIL]|FF|S[DIL])\d{9})"), "NA18260900123"),
    "sni": (re.compile(r"SNI \d{4,5}(-\d+)*:\d{4}( / [A-Z0-9-]+)?"), "SNI 8124:2019"),
}
PREFIX: Final = re.compile(r"^P-?IRT\s*(NO\.?)?\s*")
CENTURY: Final = 2000


class NumberField(forms.CharField):
    """A certificate's number, in one way of writing; empty when there is none."""

    def __init__(self, kind: str, **options: Any) -> None:
        self.kind = kind
        super().__init__(required=False, max_length=60, **options)

    def clean(self, value: Any) -> str:
        typed = " ".join(str(super().clean(value)).upper().split())
        number = PREFIX.sub("", typed) if self.kind == "pirt" else typed
        shape, example = SHAPES[self.kind]
        if number and not shape.fullmatch(number):
            raise ValidationError(
                _("Periksa lagi nomornya. Contoh penulisan: %(example)s."), params={"example": example}
            )
        return number


class ProofFields(forms.Form):
    """The four kinds that the catalogue knows."""

    pirt = NumberField("pirt", label=_("Nomor P-IRT"), help_text=_("Untuk pangan olahan rumahan."))
    halal = NumberField("halal", label=_("Nomor sertifikat halal"))
    bpom = NumberField("bpom", label=_("Nomor BPOM"), help_text=_("Untuk pangan olahan, kosmetik, dan jamu."))
    sni = NumberField("sni", label=_("Nomor SNI"), help_text=_("Untuk mainan anak."))


def certificates_of(typed: Mapping[str, str]) -> tuple[CertificateDetails, ...]:
    """What was typed as certificates; numbers of a wrong shape are left out."""
    form = ProofFields(typed)
    form.is_valid()
    numbers = {kind: form.cleaned_data.get(kind, "") for kind in SHAPES}
    return tuple(
        CertificateDetails(kind=kind, number=number, valid_until=end_of(kind, number))
        for kind, number in numbers.items()
        if number
    )


def end_of(kind: str, number: str) -> date | None:
    """The last two digits of a P-IRT number are the year in which it runs out; the others do not tell."""
    return date(CENTURY + int(number[-2:]), 12, 31) if kind == "pirt" else None
