"""What a check found, in words for finance: what it is and what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from iccn.money.rupiah import Rupiah

TAMPERED: Final = _("Hentikan pencairan, simpan cadangan basis data, dan panggil pengelola sistem.")

WORDS: Final[Mapping[str, tuple[str | Promise, str | Promise]]] = {
    "trial_balance": (_("Debit dan kredit seluruh buku berbeda"), TAMPERED),
    "drift": (_("Saldo akun bukan jumlah mutasinya"), TAMPERED),
    "entry": (_("Jurnal tidak seimbang"), TAMPERED),
    "chain": (_("Rantai segel putus: jurnal berubah setelah disegel"), TAMPERED),
    "old": (
        _("Uang terlalu lama di akun perantara"),
        _("Cocokkan dengan laporan gerbang pembayaran atau rekening koran, lalu bukukan yang kurang."),
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    title: str | Promise
    advice: str | Promise
    where: str
    amount: Rupiah


def told(findings: Iterable[Mapping[str, Any]]) -> list[Told]:
    return [_told(one) for one in findings]


def _told(one: Mapping[str, Any]) -> Told:
    title, advice = WORDS.get(one["what"], (one["what"], TAMPERED))
    return Told(title, advice, one["where"], Rupiah(one["amount"]))
