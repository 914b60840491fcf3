"""Why a sheet is not taken."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class NotASheet(Refusal):
    code = "not_a_sheet"
    message = _("Berkas ini bukan lembar Excel (.xlsx) yang bisa dibaca.")
    what_next = _("Unduh templat, isi, simpan sebagai .xlsx, lalu unggah.")


class SheetTooLarge(Refusal):
    code = "sheet_too_large"
    message = _("Berkas ini terlalu besar.")
    what_next = _("Kirim berkas di bawah 5 MB, paling banyak {most} produk.")


class SheetWithPrograms(Refusal):
    code = "sheet_with_programs"
    message = _("Berkas ini berisi makro atau tautan ke berkas lain.")
    what_next = _("Salin isinya ke templat kami, lalu unggah templat itu.")


class NotOurTemplate(Refusal):
    code = "not_our_template"
    message = _("Baris kode di atas tabel tidak ditemukan.")
    what_next = _("Pakai templat kami dan jangan hapus baris pertamanya.")


class EmptySheet(Refusal):
    code = "empty_sheet"
    message = _("Belum ada produk di lembar ini.")
    what_next = _("Isi mulai baris {first}, lalu unggah lagi.")


class ImportOver(Refusal):
    code = "import_over"
    message = _("Lembar ini sudah dipakai.")
    what_next = _("Unggah lembar baru untuk produk berikutnya.")


class NothingPicked(Refusal):
    code = "nothing_picked"
    message = _("Belum ada baris yang dipilih.")
    what_next = _("Pilih paling sedikit satu baris yang benar.")
