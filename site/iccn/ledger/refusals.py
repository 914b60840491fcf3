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


class PeriodRunning(Refusal):
    code = "period_running"
    message = _("Periode {period} belum selesai.")
    what_next = _("Tutup periode setelah hari terakhirnya lewat.")


class SuspenseHolds(Refusal):
    code = "suspense_holds"
    message = _("Pos sementara masih berisi {rest}.")
    what_next = _("Bukukan isinya ke akun yang tepat, lalu tutup periode.")


class AccountHolds(Refusal):
    code = "account_holds"
    message = _("Akun {code} masih berisi {rest}.")
    what_next = _("Kosongkan akunnya sebelum ditutup.")


class WeightsShareNothing(Refusal):
    code = "weights_share_nothing"
    message = _("Bobot harus bilangan bulat mulai dari nol, dan jumlahnya lebih dari nol.")
    what_next = _("Periksa bobot setiap penerima.")


class PolicyInThePast(Refusal):
    code = "policy_in_the_past"
    message = _("Kebijakan tidak dapat berlaku surut.")
    what_next = _("Pilih tanggal berlaku mulai sekarang.")


class BooksClosedToYou(Refusal):
    code = "books_closed_to_you"
    message = _("Buku besar hanya dapat dibaca tim keuangan.")
    what_next = _("Angka untuk umum ada di halaman transparansi.")


class DayNotOver(Refusal):
    code = "day_not_over"
    message = _("Hari {day} belum lewat.")
    what_next = _("Segel hari itu mulai pukul 01.00 keesokan harinya.")
