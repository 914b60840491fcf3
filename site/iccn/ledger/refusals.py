"""Refusals of the books."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class LedgerConflict(Refusal):
    code = "ledger_conflict"
    message = _("Fakta “{key}” sudah dibukukan dengan isi lain.")
    what_next = _("Periksa sumbernya; buku tidak diubah.")


class OutOfBalance(Refusal):
    code = "out_of_balance"
    message = _("Jurnal tidak seimbang: selisih {rest}.")
    what_next = _("Jumlah debit dan kredit harus sama.")


class EmptyEntry(Refusal):
    code = "empty_entry"
    message = _("Jurnal memerlukan paling sedikit dua baris yang tidak nol.")
    what_next = _("Lengkapi barisnya.")


class UnknownAccount(Refusal):
    code = "unknown_account"
    message = _("Akun {code} tidak ada.")
    what_next = _("Buka akunnya dulu.")


class PeriodClosed(Refusal):
    code = "period_closed"
    message = _("Periode {period} sudah ditutup.")
    what_next = _("Bukukan koreksi di periode yang masih terbuka.")


class Overdrawn(Refusal):
    code = "overdrawn"
    message = _("Saldo akun tidak cukup untuk langkah ini.")
    what_next = _("Periksa saldo, lalu ajukan jumlah yang lebih kecil.")


class SamePerson(Refusal):
    code = "same_person"
    message = _("Pembuat dan penyetuju harus dua orang yang berbeda.")
    what_next = _("Minta orang lain menyetujui.")


class AlreadyReversed(Refusal):
    code = "already_reversed"
    message = _("Jurnal ini sudah dibalik.")
    what_next = _("Lihat jurnal pembaliknya.")
